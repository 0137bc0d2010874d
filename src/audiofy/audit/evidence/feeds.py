"""A feed to its items.

The parser resolves no entities and fetches nothing, so a hostile feed can neither read files nor fill the memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiofy.audit.evidence.transcripts import text_of_html

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The recording in one of several presets: where it is, how long in bytes, and its hash (Subresource Integrity)."""

    source: str
    length: str
    integrity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An episode as the feed tells it; what it doesn't say is empty. `description` is text, not HTML."""

    title: str
    guid: str
    link: str
    published: str
    updated: str
    description: str
    enclosure: str
    length: str
    media_type: str
    duration: str
    ai_content: str
    transcripts: tuple[str, ...]
    chapters: tuple[str, ...]
    images: tuple[str, ...]
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A podcast feed: channel and items."""

    title: str
    description: str
    ai_content: str
    items: tuple[Item, ...]


def read_feed(content: bytes) -> Feed:
    """What an RSS feed says.

    Raises:
        ValueError: It is not RSS.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"it is not XML: {error.msg}") from error
    channel = root.find("channel") if root is not None else None
    if channel is None:
        raise ValueError("it has no channel")
    return Feed(
        title=_text(channel, "title"),
        description=_text(channel, "description"),
        ai_content=_ai(channel),
        items=tuple(_items(channel)),
    )


def _items(channel: Any) -> Iterator[Item]:
    for item in channel.findall("item"):
        enclosure = item.find("enclosure")
        about = enclosure.attrib if enclosure is not None else {}
        yield Item(
            title=_text(item, "title"),
            guid=_text(item, "guid"),
            link=_text(item, "link"),
            published=_text(item, "pubDate"),
            updated=_text(item, "atom:updated"),
            description="\n".join(_plain(_text(item, name)) for name in ("description", "content:encoded")),
            enclosure=about.get("url", ""),
            length=about.get("length", ""),
            media_type=about.get("type", ""),
            duration=_text(item, "itunes:duration"),
            ai_content=_ai(item),
            transcripts=tuple(one.get("url", "") for one in item.findall("podcast:transcript", NAMESPACES)),
            chapters=tuple(one.get("url", "") for one in item.findall("podcast:chapters", NAMESPACES)),
            images=tuple(one.get("href", "") for one in item.findall("itunes:image", NAMESPACES)),
            alternates=tuple(map(_alternate, item.findall("podcast:alternateEnclosure", NAMESPACES))),
        )


def _alternate(place: Any) -> Alternate:
    source, integrity = (place.find(f"podcast:{name}", NAMESPACES) for name in ("source", "integrity"))
    return Alternate(
        source=source.get("uri", "") if source is not None else "",
        length=place.get("length", ""),
        integrity=integrity.get("value", "") if integrity is not None else "",
    )


def _text(place: Any, name: str) -> str:
    return (place.findtext(name, "", NAMESPACES) or "").strip()


def _plain(html: str) -> str:
    try:
        return text_of_html(html.encode()) if html else ""
    except ValueError:
        return ""


def _ai(place: Any) -> str:
    """The Podcasting 2.0 declaration: "true", "false", or empty where nothing is declared."""
    texts = place.findall("podcast:txt", NAMESPACES)
    return next(((one.text or "").strip() for one in texts if one.get("purpose") == "ai-content"), "")
