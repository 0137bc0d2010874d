"""An output folder to one talking book of several episodes: a day, a section, or everything."""

from __future__ import annotations

from pathlib import Path

from audiofy import output as shelf
from audiofy.errors import PublishingError
from audiofy.publication.beside import check_audio
from audiofy.publication.book import Chapter, update_book
from audiofy.publication.shows import Programme, aired
from audiofy.settings import Settings


def bind(  # noqa: PLR0913 - which episodes, and what to call them, are keywords
    output: Path | str,
    into: Path,
    *,
    settings: Settings | None = None,
    day: str = "",
    section: str = "",
    title: str = "",
) -> None:
    """Binds one talking book of several episodes, a chapter an article, in the order of their publication.

    Args:
        output: The output folder.
        into: The EPUB to write.
        settings: What is in force.
        day: Only articles published on this day (ISO 8601), if not empty.
        section: Only articles of this section, if not empty.
        title: The book's title; the show's and the day or section without.

    Raises:
        PublishingError: No episode fits, or the audio of one isn't there.
        OutputError: A file can't be read or written.
    """
    chosen, root = settings or Settings(), Path(output)
    found = []
    for folder, episode in shelf.episodes(root):
        if episode.article.published.startswith(day) and section.casefold() in {"", episode.article.section.casefold()}:
            check_audio(folder, episode)
            found.append(Chapter(episode=episode, audio=folder / episode.recording.audio))
    if not found:
        raise PublishingError(f"No episode in {root} fits the book.", "Check --day and --section.")
    found.sort(key=lambda chapter: aired(chapter.episode.article, chapter.episode.made))
    programme = Programme(show=chosen.show, name="", base="", entries=())
    name = title or ", ".join(part for part in (chosen.show.title, section, day) if part)
    update_book(into, found, programme, name)
