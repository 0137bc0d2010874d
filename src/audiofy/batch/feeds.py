"""A feed, sitemap or OPML file to the addresses in it, one level of sitemaps and feeds inside it included.

RSS 2.0 and 1.0 (`item/link`), Atom (RFC 4287, `entry/link` whose `rel` is "alternate" or absent), sitemaps
(https://www.sitemaps.org/protocol.html) and OPML 2.0 (`outline` with an `xmlUrl`).
"""

from __future__ import annotations

import gzip
import re
import zlib
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

from audiofy.article.fetch import fetch, is_address
from audiofy.errors import SourceError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.settings import Settings

# Feeds in OPML, and sitemaps in an index of sitemaps; one more for an index that an index lists.
DEEPEST = 3
_FILE = re.compile(r"\.(?:xml|rss|rdf|atom|opml)(?:\.gz)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:^|[/._-])(?:feeds?|rss|atom|sitemaps?)(?:$|[/._-])", re.IGNORECASE)


def is_feed(source: str) -> bool:
    """Whether a source is taken for a list of addresses, going by its name: to fetch pages and see costs twice.

    Files and addresses that end in .xml, .rss, .rdf, .atom or .opml, maybe compressed; and addresses with "feed",
    "rss", "atom" or "sitemap" as a word of their path, or in their query.
    """
    if not is_address(source):
        return "://" not in source and bool(_FILE.search(source))
    parts = urlsplit(source)
    return bool(_FILE.search(parts.path) or _ADDRESS.search(parts.path) or re.search(r"\bfeed=", parts.query))


def entries(source: str, settings: Settings) -> Iterator[str]:
    """The addresses in a feed, each once, as they stand there; `source` itself where it can't be read or is none.

    That a feed can't be read is then the outcome of its own name, and not the end of the batch.
    """
    met: set[str] = set()
    yield from _entries(source, settings, met, DEEPEST)


def _entries(source: str, settings: Settings, met: set[str], deep: int) -> Iterator[str]:
    met.add(source)
    try:
        root = parse(fetch(source, settings.fetching).content, source)
    except SourceError:
        yield source
        return
    articles, inner = links(root)
    if not articles and not inner:
        yield source
    for link in articles:
        address = urljoin(source, link) if is_address(source) else link
        # A feed that was downloaded must not make this machine read its own files aloud.
        if is_address(address) and address not in met:
            met.add(address)
            yield address
    for link in inner:
        address = urljoin(source, link) if is_address(source) else link
        if address not in met and deep > 1:
            yield from _entries(address, settings, met, deep - 1)


def parse(content: bytes, name: str) -> ET.Element:
    """The tree of an XML file, unpacked if it is compressed.

    Raises:
        UnreadableSourceError: It is no XML, or declares entities, which no feed needs and some attacks do.
    """
    if content[:2] == b"\x1f\x8b":
        try:
            content = _unpacked(content)
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableSourceError(f"{name} is damaged: {error}.") from error
    if b"<!ENTITY" in content.replace(b"\0", b""):  # UTF-16 has noughts between
        raise UnreadableSourceError(f"{name} declares entities, which audiofy doesn't read.")
    try:
        return ET.fromstring(content)  # noqa: S314 - without entities there is nothing to expand
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableSourceError(f"{name} is no feed: {error}.") from error


def _unpacked(content: bytes, most: int = 100_000_000) -> bytes:
    """At most so many bytes: the sitemap protocol allows 50 MB unpacked."""
    import io

    with gzip.open(io.BytesIO(content)) as file:
        return file.read(most)


def links(root: ET.Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses of articles in a tree, and those of further feeds or sitemaps."""
    kind = _name(root)
    if kind == "sitemapindex":
        return (), tuple(_texts(root, "sitemap", "loc"))
    if kind == "urlset":
        return tuple(_texts(root, "url", "loc")), ()
    if kind == "opml":
        found = (element.get("xmlUrl", "") for element in root.iter() if _name(element) == "outline")
        return (), tuple(link.strip() for link in found if link.strip())
    if kind == "feed":
        return tuple(_atom(root)), ()
    return tuple(_texts(root, "item", "link")), ()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(root: ET.Element, outer: str, inner: str) -> Iterator[str]:
    for element in root.iter():
        if _name(element) == outer:
            text = next((child.text for child in element if _name(child) == inner and child.text), "")
            if text.strip():
                yield text.strip()


def _atom(root: ET.Element) -> Iterator[str]:
    for entry in root:
        if _name(entry) == "entry":
            found = [link for link in entry if _name(link) == "link" and link.get("rel", "alternate") == "alternate"]
            if found and found[0].get("href"):
                yield found[0].get("href", "").strip()
