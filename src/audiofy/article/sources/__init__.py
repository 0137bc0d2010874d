"""A source that holds many articles to the source of each: feeds, sitemaps, OPML, lists, folders and books.

An article inside its source (an entry with its full text, a chapter) is named by a fragment: `feed.xml#entry=KEY`,
`book.epub#chapter=3`.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from audiofy.article.decoding import decode
from audiofy.article.fetch import STANDARD_INPUT, fetch, is_address
from audiofy.article.sources.feeds import is_feed, read_feed
from audiofy.article.sources.likely import BOOK, LIST_SUFFIXES, may_hold_many, without_scheme
from audiofy.article.sources.lists import is_folder, is_opml, read_list, read_opml, walk
from audiofy.article.sources.sitemaps import is_sitemap, read_sitemap
from audiofy.errors import SourceError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiofy.article.sources.feeds import Entry
    from audiofy.article.sources.sitemaps import Place
    from audiofy.model import Page
    from audiofy.settings import Settings

_DEPTH = 3


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
    for found in _expand(source, _Search(settings=settings, since=since, met=set()), 0):
        if found not in seen:
            seen.add(found)
            yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What is looked for, and what was looked into already: what names itself, or the same twice, is opened once."""

    settings: Settings
    since: str
    met: set[str]


def _expand(source: str, search: _Search, depth: int) -> Iterator[str]:
    if source != STANDARD_INPUT and not is_address(source) and is_folder(Path(source)):
        found = False
        for path in walk(Path(source)):
            found = True
            yield from _expand(path, search, depth + 1)
        if not found:
            raise UnreadableSourceError(
                f"There are no articles in the folder {source}.", "Name a folder with text, Markdown or HTML files."
            )
        return
    if source == STANDARD_INPUT or not may_hold_many(source):
        yield source
        return
    try:
        page = fetch(without_scheme(source), search.settings.fetching)
    except SourceError:
        if not depth:
            raise
        yield source
        return
    search.met.add(source)
    yield from _inside(page, without_scheme(source), search, depth)


def _inside(page: Page, source: str, search: _Search, depth: int) -> Iterator[str]:
    """The sources in what was fetched from `source`.

    Raises:
        SourceError: It is broken, and nothing was named before.
    """
    from audiofy.article.documents.epub import chapters, is_book

    content = unpacked(page.content, search.settings.fetching.max_bytes)
    if is_opml(content):
        for url in read_opml(content, source):
            yield from _deeper(url, search, depth)
    elif is_sitemap(content):
        yield from _mapped(read_sitemap(content, source), search, depth)
    elif is_feed(content):
        for entry in read_feed(content, source):
            if not is_before(entry.published, search.since):
                yield _entry_source(entry, source)
    elif content.startswith(BOOK) and is_book(content, source):
        yield from (f"{source}#chapter={number}" for number, _ in enumerate(chapters(content, source), 1))
    else:
        yield from _listed(content, source, search, depth)


def _mapped(places: Iterable[Place], search: _Search, depth: int) -> Iterator[str]:
    for place in places:
        if place.sitemap:
            yield from _deeper(place.url, search, depth)
        elif not is_before(place.date, search.since):
            yield place.url


def _entry_source(entry: Entry, source: str) -> str:
    """The article's page, or the entry itself where the feed has the whole of it."""
    return f"{source}#entry={quote(entry.key, safe='')}" if entry.content or not entry.url else entry.url


def _deeper(source: str, search: _Search, depth: int) -> Iterator[str]:
    """What is inside a source that another one names; that itself where it would go too deep."""
    if source in search.met:
        return
    search.met.add(source)
    if depth >= _DEPTH:
        yield source
        return
    try:
        page = fetch(without_scheme(source), search.settings.fetching)
        found = list(_inside(page, without_scheme(source), search, depth + 1))
    except SourceError:
        yield source
        return
    yield from found


def _listed(content: bytes, source: str, search: _Search, depth: int) -> Iterator[str]:
    certain = source.lower().endswith(LIST_SUFFIXES)
    named = _lines(content, source, certain=certain)
    if not (len(named) > 1 or (named and certain)):
        yield source
        return
    for each in named:
        if each not in search.met:
            yield from _expand(each, search, depth + 1) if depth < _DEPTH else (each,)


def _lines(content: bytes, source: str, *, certain: bool) -> tuple[str, ...]:
    """The sources in a list; of one from the web, as sitemaps may be, those on the web."""
    try:
        text = decode(content, name=source)
    except UnreadableSourceError:  # it is none, and will say so itself
        return ()
    if is_address(source):
        lines = text.split()
        return tuple(lines) if all(map(is_address, lines)) else ()
    return read_list(text, Path(source).parent, certain=certain)


def unpacked(content: bytes, most: int) -> bytes:
    """Gzip content unpacked once, `most` bytes of it at most; other content as it is.

    Raises:
        UnreadableSourceError: It is larger, or broken.
    """
    if not content.startswith(b"\x1f\x8b"):
        return content
    import io

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            found = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableSourceError("A packed file is broken.", "Unpack it with gzip to see.") from error
    if len(found) > most:
        raise UnreadableSourceError(
            f"A packed file unfolds to more than {most / 1e6:g} MB.", "Unpack it, and cut it into articles."
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
