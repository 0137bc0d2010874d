"""An output folder to all that is published of it: transcripts, pages, books, feeds. Only what changed is written."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output as shelf
from audiofy.errors import OutputError, PublishingError, SettingsError
from audiofy.publication import transcript
from audiofy.publication.book import Chapter, same_book, write_book
from audiofy.publication.feed import feed, feed_guid, stored_guid
from audiofy.publication.front import front, lobby
from audiofy.publication.markup import asset
from audiofy.publication.page import embedded, oembed, page
from audiofy.publication.shows import Alternate, Entry, Programme, aired, announced, entry_of, filled, fits, pages
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiofy.model import Article, Episode

# What Apple takes for a cover: https://podcasters.apple.com/support/896-artwork-requirements
_SMALLEST, _LARGEST = 1400, 3000

_BROKEN_SHOWN = 5


def publish(output: Path | str, *, settings: Settings | None = None, base_url: str = "") -> tuple[Path, ...]:
    """Makes everything that listeners get from the episodes in a folder.

    Beside each episode: transcripts in five forms, chapters, the read-along page, the player to embed, oEmbed, the
    talking book. In the folder: a feed with its archives and a page a show, the cover, and embed.js.

    Args:
        output: The output folder.
        settings: What is in force; `show` or `shows` describe what is published.
        base_url: The folder's address on the web, in place of the settings'.

    Returns:
        The files that were written, because they are new or have changed.

    Raises:
        SettingsError: Values that a feed needs are missing or wrong; each is named.
        PublishingError: An episode's audio is missing or not what episode.json says.
        OutputError: A file can't be read or written.
    """
    chosen, root = settings or Settings(), Path(output)
    if not root.is_dir():
        raise PublishingError(f"There is no folder {root}.", "Name the folder with the episodes.")
    generator = f"audiofy {version('audiofy')}"
    shows = tuple(replace(one, generator=generator) for one in announced(chosen, base_url))
    written = _Written()
    shows = tuple(replace(one, image=_cover(root, one, written), guid=_guid(root, one)) for one in shows)
    entries: list[Entry] = []
    missing: list[str] = []
    for folder, episode in shelf.episodes(root):
        entry = entry_of(folder.relative_to(root).as_posix(), episode, {})
        if not _has_audio(folder, episode):
            missing.append(str(folder / episode.recording.audio))
            continue
        home = next((one for one in shows if fits(episode, one.show.only)), shows[0])
        files = _episode(folder, episode, entry, filled(home, (entry,)), written)
        entries.append(replace(entry, files=files, alternates=_alternates(folder, episode)))
    if missing:
        raise PublishingError(
            f"{len(missing)} episodes lack the audio that episode.json names: {', '.join(missing[:_BROKEN_SHOWN])}.",
            "Convert them again, or remove their folders.",
        )
    finished = tuple(filled(one, entries) for one in shows)
    kept = {name for one in finished for name in _show(root, one, written)}
    if len(finished) > 1:
        written.text(root / "index.html", lobby(finished))
    written.text(root / "embed.js", asset("embed.js") + "\n")
    _remove_others(root, kept)
    return tuple(written.paths)


class _Written:
    """The files that were written so far."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def file(self, path: Path, content: bytes) -> None:
        if shelf.write_if_changed(path, content):
            self.paths.append(path)

    def text(self, path: Path, content: str) -> None:
        self.file(path, content.encode())


def _episode(folder: Path, episode: Episode, entry: Entry, home: Programme, written: _Written) -> dict[str, int]:
    """Writes what lies beside an episode, and gives the names of what feeds may name."""
    texts = {
        "transcript.vtt": transcript.webvtt(episode),
        "transcript.srt": transcript.srt(episode),
        "transcript.html": transcript.html(episode),
        "transcript.txt": transcript.text(episode),
    }
    files = {name: content.encode() for name, content in texts.items()}
    files["transcript.json"] = shelf.encode(transcript.podcast_json(episode), indent=False)
    chapters = transcript.chapters(episode)
    if chapters:
        files["chapters.json"] = shelf.encode(chapters)
    files["index.html"] = page(episode, entry, home).encode()
    files["player.html"] = embedded(episode, entry, home).encode()
    files["oembed.json"] = shelf.encode(oembed(episode, entry, home))
    for name, content in files.items():
        written.file(folder / name, content)
    if not chapters:
        (folder / "chapters.json").unlink(missing_ok=True)
    book = folder / f"{episode.slug}.epub"
    if home.show.books:
        parts = (Chapter(episode=episode, audio=folder / episode.recording.audio),)
        if not same_book(book, parts, home):
            write_book(book, parts, home)
            written.paths.append(book)
    else:
        book.unlink(missing_ok=True)
    return {name: len(content) for name, content in files.items()}


def _show(root: Path, programme: Programme, written: _Written) -> Iterator[str]:
    """Writes a show's feeds and pages, the oldest archive first and the feed itself last; gives their names."""
    newest, archives = pages(programme, datetime.now(UTC))
    tail = f"-{programme.name}" if programme.name else ""
    feeds = [f"archive{tail}-{number}.xml" for number in range(1, len(archives) + 1)]
    fronts = [f"archive{tail}-{number}.html" for number in range(1, len(archives) + 1)]
    parts: list[tuple[str, str, Sequence[Entry]]] = [
        *zip(feeds, fronts, archives, strict=True),
        (programme.feed_name, programme.page_name, newest),
    ]
    for at, (name, front_name, entries) in enumerate(parts):
        links = {"self": programme.base + name}
        last = at == len(archives)
        if not last:
            links["current"] = programme.base + programme.feed_name
        if at > 0:
            links["prev-archive"] = programme.base + feeds[at - 1]
        if at + 1 < len(archives):
            links["next-archive"] = programme.base + feeds[at + 1]
        newer, older = "" if last else parts[at + 1][1], parts[at - 1][1] if at else ""
        written.text(root / front_name, front(programme, entries, name=front_name, newer=newer, older=older))
        articles = _articles(root, entries) if last else {}
        written.file(root / name, feed(programme, entries, articles=articles, links=links))
        yield from (name, front_name)


def _articles(root: Path, entries: Sequence[Entry]) -> dict[str, Article]:
    """The whole articles of the feed's items, which are few; entries lack their text."""
    return {entry.episode.guid: shelf.read_episode(root / entry.path).article for entry in entries}


def _has_audio(folder: Path, episode: Episode) -> bool:
    try:
        return (folder / episode.recording.audio).stat().st_size == episode.recording.size
    except OSError:
        return False


def _alternates(folder: Path, episode: Episode) -> tuple[Alternate, ...]:
    """The same episode in other presets, which lie beside it as `<slug>.<preset>.mp3`."""
    found = []
    for path in sorted(folder.glob("*.mp3")):
        slug, _, preset = path.name.removesuffix(".mp3").rpartition(".")
        if slug == episode.slug:
            with path.open("rb") as file:
                digest = b64encode(file_digest(file, "sha384").digest()).decode()
            found.append(
                Alternate(name=path.name, preset=preset, size=path.stat().st_size, integrity=f"sha384-{digest}")
            )
    return tuple(found)


def _guid(root: Path, programme: Programme) -> str:
    """The feed's GUID: the settings', or the one that was published, or the one of its address."""
    path = root / programme.feed_name
    stored = stored_guid(path.read_bytes()) if path.is_file() else ""
    return programme.show.guid or stored or feed_guid(programme.base + programme.feed_name)


def _cover(root: Path, programme: Programme, written: _Written) -> str:
    """The address of the show's cover: that of the settings, or of the file that is copied or drawn."""
    show = programme.show
    if show.image.lower().startswith(("http://", "https://")):
        return show.image
    from audiofy.cover import cover, measure

    name = f"cover-{programme.name}" if programme.name else "cover"
    if not show.image:
        path = root / f"{name}.jpg"
        written.file(path, cover(show.title, site=show.author))
        return programme.base + path.name
    try:
        content = Path(show.image).read_bytes()
    except OSError as error:
        raise SettingsError(f"Can't read the cover {show.image}: {error.strerror}.", "Check show.image.") from error
    kind, width, height = measure(content)
    if kind not in {"JPEG", "PNG"} or width != height or not _SMALLEST <= width <= _LARGEST:
        raise SettingsError(
            f"The cover {show.image} is {width} x {height} {kind or 'of no known kind'}.",
            f"Podcast clients want a square JPEG or PNG of {_SMALLEST} to {_LARGEST} pixels.",
        )
    path = root / f"{name}.{'jpg' if kind == 'JPEG' else 'png'}"
    written.file(path, content)
    return programme.base + path.name


def _remove_others(root: Path, kept: set[str]) -> None:
    """Removes feeds and pages of shows and archives that are no more, by the names that only we give."""
    for pattern in ("feed-*.xml", "feed.xml", "archive-*.xml", "archive-*.html", "show-*.html"):
        for path in root.glob(pattern):
            if path.name not in kept:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise OutputError(f"Can't remove {path}: {error.strerror}.", "Check permissions.") from error


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
        PublishingError: No episode fits.
        OutputError: A file can't be read or written.
    """
    chosen, root = settings or Settings(), Path(output)
    found = [
        Chapter(episode=episode, audio=folder / episode.recording.audio)
        for folder, episode in shelf.episodes(root)
        if episode.article.published.startswith(day)
        and (not section or episode.article.section.casefold() == section.casefold())
    ]
    if not found:
        raise PublishingError(f"No episode in {root} fits the book.", "Check --day and --section.")
    found.sort(key=lambda chapter: aired(chapter.episode.article, chapter.episode.made))
    programme = Programme(show=chosen.show, name="", base="", entries=())
    name = title or ", ".join(part for part in (chosen.show.title, section, day) if part)
    write_book(into, found, programme, name)
