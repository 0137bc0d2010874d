"""A source to whether it may hold many articles, before it is read."""

from __future__ import annotations

import re
from pathlib import Path

from audiofy.article.fetch import is_address
from audiofy.article.sources.feeds import is_feed
from audiofy.article.sources.lists import is_opml
from audiofy.article.sources.sitemaps import is_sitemap

# Where feeds and sitemaps are on the web. What is elsewhere is named with "feed:" before its address.
_MANY = re.compile(
    r"\.(?:xml|rss|atom|rdf|opml|json)(?:\.gz)?$|/(?:feeds?|rss2?|atom|sitemap[^/]*)/?$|/feeds?/(?:\w+/){0,2}\w+/?$"
    r"|/(?:feed|rss|atom)\.php$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:^|&)(?:feed|format|type|output|alt|_format)=(?:rss2?|atom|rdf|xml|json)(?:$|&)|^(?:feed|rss)$")
_FEED = "feed:"
LIST_SUFFIXES = (".list", ".urls")
# What is told by its beginning without unpacking, and holds one article.
_SINGLE = frozenset(".docx .pdf .eml .mhtml .mht .md .markdown".split())
BOOK = b"PK\x03\x04"
PACKED = b"\x1f\x8b"


def without_scheme(source: str) -> str:
    """The address that "feed:https://…" and "feed://…" stand for; any other source as it is."""
    if source[:5].lower() != _FEED:
        return source
    rest = source[5:]
    return f"http:{rest}" if rest.startswith("//") else rest


def may_hold_many(source: str) -> bool:
    """Whether to look into a source for others: an address by how it reads, a file by its name or its beginning."""
    if source[:5].lower() == _FEED:
        return True
    if is_address(source):
        where, _, query = source.partition("#")[0].partition("?")
        return bool(_MANY.search(where) or _ASKED.search(query))
    suffix = Path(source).suffix.lower()
    if suffix in LIST_SUFFIXES or suffix in (".txt", ".epub"):
        return True
    return suffix not in _SINGLE and _begins_like_many(source)


def _begins_like_many(path: str) -> bool:
    """Whether a file on this machine is a feed, a sitemap, an OPML file or a book, whatever it is called."""
    try:
        with Path(path).open("rb") as file:
            start = file.read(65536)
    except (OSError, ValueError):  # the source will say so itself
        return False
    return start.startswith((BOOK, PACKED)) or is_feed(start) or is_sitemap(start) or is_opml(start)
