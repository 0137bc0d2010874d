"""A show to its podcast feed: RSS 2.0 with the iTunes, Podcasting 2.0, Atom, content and RFC 5005 namespaces. Pure.

Written without a feed library: none that is kept writes the Podcasting 2.0 tags, and all write what validators refuse.
"""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from audiofy.disclosure import sentence
from audiofy.publication.categories import category
from audiofy.publication.characters import one_line, shortened
from audiofy.publication.elements import LONGEST_NAME, NAMESPACES, add, add_cover, add_licence, name_of
from audiofy.publication.item import fill_item
from audiofy.publication.notes import LONGEST_DESCRIPTION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiofy.model import Article
    from audiofy.publication.shows import Entry, Programme

# Of podcast:guid: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
PODCAST_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def feed_guid(address: str) -> str:
    """The GUID that follows from a feed's address; kept for good once it is published."""
    return str(uuid5(PODCAST_NAMESPACE, address.split("://", 1)[-1].rstrip("/")))


def stored_guid(feed: bytes) -> str:
    """The GUID in a feed that was published before, or nothing."""
    try:
        found = ET.fromstring(feed)  # noqa: S314 - our own file; expat 2.4 and later refuses entity bombs
    except ET.ParseError:
        return ""
    return found.findtext("channel/podcast:guid", "", NAMESPACES)


def feed(
    programme: Programme,
    entries: Sequence[Entry],
    *,
    articles: Mapping[str, Article],
    links: Mapping[str, str],
) -> bytes:
    """A feed document.

    Args:
        programme: The show.
        entries: The items of this document, the newest first.
        articles: The whole articles by the GUID of their episodes, for `content:encoded`; those it lacks go without.
        links: Addresses of related documents by their relation: "self", and "current", "prev-archive" and
            "next-archive" for archives (RFC 5005).

    Returns:
        XML in UTF-8, the same bytes for the same input.
    """
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _channel(channel, programme)
    for relation, address in links.items():
        add(channel, "atom:link", rel=relation, href=address, type="application/rss+xml")
    if "current" in links:
        ET.SubElement(channel, name_of("fh:archive"))
    if entries:
        add(channel, "lastBuildDate", format_datetime(max(entry.aired for entry in entries)))
    for entry in entries:
        fill_item(ET.SubElement(channel, "item"), programme, entry, articles.get(entry.episode.guid))
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + content + b"\n"


def _channel(channel: ET.Element, programme: Programme) -> None:
    show = programme.show
    about = one_line(show.description)
    about += "." if about[-1:].isalnum() else ""
    made = programme.entries[0].episode.disclosure.sentence if programme.entries else sentence(show.language)
    add(channel, "title", show.title)
    add(channel, "description", shortened(f"{about} {made}", LONGEST_DESCRIPTION))
    add(channel, "link", show.site or programme.base)
    add(channel, "language", show.language or "en")
    add(channel, "copyright", show.copyright)
    add(channel, "generator", programme.generator)
    picture = ET.SubElement(channel, "image")
    for name, value in {"url": programme.image, "title": show.title, "link": show.site or programme.base}.items():
        add(picture, name, value)
    add_cover(channel, programme.image, show.title)
    add(channel, "itunes:author", show.author)
    add(channel, "itunes:type", "episodic")
    add(channel, "itunes:explicit", str(show.explicit).lower())
    _categories(channel, show.category)
    if show.owner.email:
        owner = ET.SubElement(channel, name_of("itunes:owner"))
        add(owner, "itunes:name", show.owner.name or show.author)
        add(owner, "itunes:email", show.owner.email)
    add(channel, "podcast:guid", show.guid or programme.guid)
    add(channel, "podcast:medium", show.medium)
    add(channel, "podcast:locked", "yes" if show.locked else "no", owner=show.owner.email)
    if show.funding.url:
        add(channel, "podcast:funding", shortened(one_line(show.funding.text), LONGEST_NAME), url=show.funding.url)
    add_licence(channel, show.licence)
    if programme.entries:
        add(channel, "podcast:txt", "true", purpose="ai-content")


def _categories(channel: ET.Element, text: str) -> None:
    found = category(text)
    assert found, "the settings were checked"
    top = ET.SubElement(channel, name_of("itunes:category"), text=found[0])
    if found[1]:
        ET.SubElement(top, name_of("itunes:category"), text=found[1])
