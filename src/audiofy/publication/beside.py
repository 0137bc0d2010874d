"""An episode to the files beside it: transcripts, chapters, pages, oEmbed and the book."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.errors import PublishingError
from audiofy.publication import transcript
from audiofy.publication.artwork import episode_artwork
from audiofy.publication.book import Chapter, update_book
from audiofy.publication.page import embedded, oembed, page

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.model import Episode
    from audiofy.publication.shows import Entry, Programme
    from audiofy.publication.writing import Written

_AGAIN = "Convert it again, or remove its folder."


def check_audio(folder: Path, episode: Episode) -> None:
    """Sees that the audio is there that feed and page would name, in every preset.

    Raises:
        PublishingError: It is missing, or of another size than episode.json says.
    """
    for one in (episode.recording, *episode.copies):
        path = folder / one.audio
        if path.parent != folder or not re.fullmatch(r"[0-9a-f]{64}", one.sha256):
            raise PublishingError(f"{folder / output.EPISODE_FILE} names no audio of its own.", _AGAIN)
        try:
            size = path.stat().st_size
        except OSError as error:
            raise PublishingError(f"{path} can't be published: {error.strerror}.", _AGAIN) from error
        if size != one.size:
            raise PublishingError(f"{path} has {size} bytes, episode.json says {one.size}.", _AGAIN)


def write_beside(folder: Path, episode: Episode, entry: Entry, home: Programme, written: Written) -> frozenset[str]:
    """Writes what lies beside an episode.

    Returns:
        The names of what feeds may name.

    Raises:
        OutputError: A file can't be written.
    """
    cover = episode_artwork(folder, episode, written)
    files = _texts(episode)
    entry = replace(entry, files=frozenset({cover, *files} - {""}))
    files["index.html"] = page(episode, entry, home).encode()
    files["player.html"] = embedded(episode, entry, home).encode()
    files["oembed.json"] = output.encode(oembed(episode, entry, home))
    for name, content in files.items():
        written.file(folder / name, content)
    with output.translated(folder):
        if "chapters.json" not in files:
            (folder / "chapters.json").unlink(missing_ok=True)
        book = folder / f"{episode.slug}.epub"
        if not home.show.books:
            book.unlink(missing_ok=True)
        elif update_book(book, (_chapter(folder, episode, cover),), home):
            written.paths.append(book)
    return entry.files


def _chapter(folder: Path, episode: Episode, cover: str) -> Chapter:
    return Chapter(episode=episode, audio=folder / episode.recording.audio, cover=folder / cover if cover else None)


def _texts(episode: Episode) -> dict[str, bytes]:
    """Transcripts in all forms, and chapters where there are any."""
    chapters = transcript.chapters(episode)
    return {
        "transcript.vtt": transcript.webvtt(episode).encode(),
        "transcript.srt": transcript.srt(episode).encode(),
        "transcript.html": transcript.html(episode).encode(),
        "transcript.txt": transcript.text(episode).encode(),
        "transcript.json": output.encode(transcript.podcast_json(episode), indent=False),
        **({"chapters.json": output.encode(chapters)} if chapters else {}),
    }
