"""A source that holds many articles to the source of each: feeds, sitemaps, OPML, lists, folders and books.

An article inside its source (an entry with its full text, a chapter) is named by a fragment: `feed.xml#entry=KEY`,
`book.epub#chapter=3`.
"""

from __future__ import annotations

import gzip
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from audiofy.article.fetch import STANDARD_INPUT, fetch, is_address
from audiofy.article.sources.feeds import is_feed, read_feed
from audiofy.article.sources.lists import is_opml, read_list, read_opml, walk
from audiofy.article.sources.sitemaps import is_sitemap, read_sitemap
from audiofy.errors import SourceError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.article.sources.feeds import Entry
    from audiofy.model import Page
    from audiofy.settings import Settings

_MANY = re.compile(
    r"\.(?:xml|rss|atom|rdf|opml|json)(?:\.gz)?$|/(?:feed|feeds|rss|atom|sitemap[^/]*)/?$", re.IGNORECASE
)
_DEPTH = 3
_LIST_SUFFIXES = (".list", ".urls")


def expand(source: str, settings: Settings, since: str = "") -> Iterator[str]:
    """The sources of the articles in `source`, each once, as they are found; `source` itself if it is one article.

    Args:
        source: What `audiofy.read` takes, or a feed, sitemap, OPML file, list, folder or book.
        settings: What is in force.
        since: An ISO 8601 date; entries that are dated before are left out.

    Raises:
        SourceError: `source` can't be read. What fails further down is named as a source, and fails when it is read.
    """
    seen: set[str] = set()
    for found in _expand(source, settings, since, 0):
        if found not in seen:
            seen.add(found)
            yield found


def _expand(source: str, settings: Settings, since: str, depth: int) -> Iterator[str]:
    if source != STANDARD_INPUT and not is_address(source) and Path(source).is_dir():
        found = False
        for path in walk(Path(source)):
            found = True
            yield from _expand(path, settings, since, depth + 1)
        if not found:
            raise UnreadableSourceError(
                f"There are no articles in the folder {source}.", "Name a folder with text, Markdown or HTML files."
            )
        return
    if source == STANDARD_INPUT or not _may_hold_many(source):
        yield source
        return
    try:
        page = fetch(source, settings.fetching)
    except SourceError:
        if not depth:
            raise
        yield source
        return
    yield from _inside(page, source, settings, since, depth)


def _may_hold_many(source: str) -> bool:
    if is_address(source):
        return bool(_MANY.search(source.partition("?")[0].partition("#")[0]))
    return Path(source).suffix.lower() in {
        ".xml",
        ".rss",
        ".atom",
        ".rdf",
        ".opml",
        ".json",
        ".gz",
        ".txt",
        ".epub",
        *_LIST_SUFFIXES,
    }


def _inside(page: Page, source: str, settings: Settings, since: str, depth: int) -> Iterator[str]:
    content = unpacked(page.content, settings.fetching.max_bytes)
    if is_opml(content):
        for url in read_opml(content, source):
            yield from _deeper(url, settings, since, depth)
    elif is_sitemap(content):
        for place in read_sitemap(content, source):
            if place.sitemap:
                yield from _deeper(place.url, settings, since, depth)
            elif not is_before(place.date, since):
                yield place.url
    elif is_feed(content):
        recent = (entry for entry in read_feed(content, source) if not is_before(entry.published, since))
        yield from (_entry_source(entry, source) for entry in recent if entry.key)  # without, it can't be named
    elif content.startswith(b"PK"):
        from audiofy.article.documents.epub import chapters

        yield from (f"{source}#chapter={number}" for number, _ in enumerate(chapters(content, source), 1))
    else:
        yield from _listed(content, source, settings, since, depth)


def _entry_source(entry: Entry, source: str) -> str:
    """The article's page, or the entry itself where the feed has the whole of it."""
    return f"{source}#entry={quote(entry.key, safe='')}" if entry.content or not entry.url else entry.url


def _deeper(source: str, settings: Settings, since: str, depth: int) -> Iterator[str]:
    """What is inside a source that another one names; that itself where it would go too deep."""
    if depth >= _DEPTH:
        yield source
        return
    try:
        page = fetch(source, settings.fetching)
    except SourceError:
        yield source
        return
    yield from _inside(page, source, settings, since, depth + 1)


def _listed(content: bytes, source: str, settings: Settings, since: str, depth: int) -> Iterator[str]:
    named = read_list(content.decode("utf-8", "replace"), Path(source).parent) if not is_address(source) else ()
    if len(named) > 1 or (named and source.lower().endswith(_LIST_SUFFIXES)):
        for each in named:
            yield from _expand(each, settings, since, depth + 1) if depth < _DEPTH else (each,)
    else:
        yield source


def unpacked(content: bytes, most: int) -> bytes:
    """Gzip content unpacked, `most` bytes of it at most; other content as it is.

    Raises:
        UnreadableSourceError: It is larger, or broken.
    """
    if not content.startswith(b"\x1f\x8b"):
        return content
    import io

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            found = file.read(most + 1)
    except (OSError, EOFError) as error:
        raise UnreadableSourceError("A packed file is broken.", "Unpack it with gzip to see.") from error
    if len(found) > most:
        raise UnreadableSourceError(
            f"A packed file is larger than {most / 1e6:g} MB.", "Raise max_bytes under [fetching]."
        )
    return found


def is_before(day: str, since: str) -> bool:
    """Whether an ISO 8601 date is before another; false where either is empty."""
    if not day or not since:
        return False
    try:
        return datetime.fromisoformat(day).date() < date.fromisoformat(since[:10])
    except ValueError:
        return False


def part_of(source: str) -> tuple[str, str, str]:
    """A source without the fragment that names an article in it, the kind of that ("entry", "chapter"), its name."""
    whole, mark, part = source.rpartition("#")
    kind, equals, name = part.partition("=")
    if mark and equals and kind in ("entry", "chapter"):
        return whole, kind, unquote(name)
    return source, "", ""
