"""A feed to what is wrong with it that validators miss: required images and every Podcasting 2.0 tag. Pure.

The W3C's feed validator knows RSS and iTunes; this knows PSP-1 (https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification)
and the podcast namespace (https://podcasting2.org/docs/podcast-namespace). Empty means that nothing was found.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from audiofy.publication.elements import LONGEST_NAME, LONGEST_VALUE, NAMESPACES
from audiofy.publication.notes import LONGEST_DESCRIPTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PODCAST = "{" + NAMESPACES["podcast"] + "}"
_MEDIUMS = frozenset("podcast music video film audiobook newsletter blog course".split())
_TRANSCRIPTS = frozenset("text/plain text/html text/vtt application/json application/x-subrip application/srt".split())
_CHAPTERS = frozenset({"application/json+chapters", "application/json"})
_KNOWN = frozenset(
    """guid medium locked funding license txt transcript chapters person contentLink alternateEnclosure source
    integrity image updateFrequency""".split()
)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_REQUIRED = ("title", "description", "link", "language", "itunes:explicit", "podcast:guid")
_SHORT = ("title", "itunes:author", "itunes:title")


def lint(content: bytes) -> tuple[str, ...]:
    """What is wrong with an RSS feed, a sentence each."""
    try:
        channel = ET.fromstring(content).find("channel")  # noqa: S314 - expat 2.4 and later refuses entity bombs
    except ET.ParseError as error:
        return (f"It is not XML: {error}.",)
    if channel is None:
        return ("It has no channel.",)
    return (
        tuple(_channel(channel))
        + tuple(
            f"Item {number}: {fault}" for number, item in enumerate(channel.findall("item"), 1) for fault in _item(item)
        )
        + tuple(_items(channel))
    )


def _channel(channel: ET.Element) -> Iterator[str]:
    for name in _REQUIRED:
        if not _text(channel, name):
            yield f"The channel has no {name}."
    for name in ("itunes:image", "itunes:category", "podcast:medium"):
        if channel.find(name, NAMESPACES) is None:
            yield f"The channel has no {name}."
    links = [link.get("href", "") for link in channel.findall("atom:link", NAMESPACES) if link.get("rel") == "self"]
    if not links or not _web(links[0]):
        yield "The channel has no atom:link to itself."
    yield from _shared(channel)


def _item(item: ET.Element) -> Iterator[str]:
    for name in ("title", "guid", "pubDate", "description", "itunes:duration"):
        if not _text(item, name):
            yield f"there is no {name}."
    if item.find("enclosure") is None:
        yield "there is no enclosure."
    yield from _shared(item)


def _shared(place: ET.Element) -> Iterator[str]:
    """What holds of a channel and of an item."""
    if len(_text(place, "description").encode()) > LONGEST_DESCRIPTION:
        yield f"description is longer than {LONGEST_DESCRIPTION} bytes."
    for name in _SHORT:
        if len(_text(place, name)) > LONGEST_VALUE:
            yield f"{name} is longer than {LONGEST_VALUE} letters."
    for name, (holds, message) in _RULES.items():
        for element in place.findall(name, NAMESPACES):
            if not holds(element):
                yield f"{name} {message}."
    for element in place:
        if element.tag.startswith(_PODCAST) and element.tag.removeprefix(_PODCAST) not in _KNOWN:
            yield f"podcast:{element.tag.removeprefix(_PODCAST)} is no tag that we write."


def _items(channel: ET.Element) -> Iterator[str]:
    """What holds between items."""
    for name, values in (
        ("guid", [_text(item, "guid") for item in channel.findall("item")]),
        ("enclosure", [enclosure.get("url", "") for enclosure in channel.iterfind("item/enclosure")]),
    ):
        yield from (f"Two items have the {name} {value}." for value, count in Counter(values).items() if count > 1)
    items = channel.findall("item")
    if any(_ai(item) for item in items) and not _ai(channel):
        yield "Items declare ai-content, the channel doesn't."


def _ai(place: ET.Element) -> bool:
    texts = place.findall("podcast:txt", NAMESPACES)
    return any(txt.get("purpose") == "ai-content" and txt.text == "true" for txt in texts)


def _text(place: ET.Element, name: str) -> str:
    return (place.findtext(name, "", NAMESPACES) or "").strip()


def _web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _licensed(element: ET.Element) -> bool:
    known = re.fullmatch(r"(?i)cc[\w.-]+|arr|all rights reserved", element.text or "")
    return _named(element) and bool(known or _web(element.get("url", "")))


def _named(element: ET.Element) -> bool:
    return 0 < len(element.text or "") <= LONGEST_NAME


def _alternate(element: ET.Element) -> bool:
    source, integrity = element.find("podcast:source", NAMESPACES), element.find("podcast:integrity", NAMESPACES)
    hashed = integrity is None or re.fullmatch(r"sha(?:256|384|512)-[\w+/]+=*", integrity.get("value", ""))
    return bool(element.get("type") and source is not None and _web(source.get("uri", "")) and hashed)


def _enclosed(element: ET.Element) -> bool:
    address = element.get("url", "")
    return _web(address) and address.isascii() and element.get("length", "").isdecimal() and bool(element.get("type"))


# What must hold of an element, by its name, and what is wrong if it doesn't.
_RULES: dict[str, tuple[Callable[[ET.Element], bool], str]] = {
    "enclosure": (_enclosed, "lacks an ASCII address, a length or a type"),
    "itunes:image": (lambda image: _web(image.get("href", "")), "has no address"),
    "itunes:explicit": (lambda explicit: explicit.text in {"true", "false"}, "is neither true nor false"),
    "itunes:duration": (lambda duration: (duration.text or "").isdecimal(), "is no number of seconds"),
    "podcast:guid": (lambda guid: bool(_UUID.fullmatch(guid.text or "")), "is no UUID"),
    "podcast:medium": (lambda medium: medium.text in _MEDIUMS, "is none of the known"),
    "podcast:locked": (lambda locked: locked.text in {"yes", "no"}, "is neither yes nor no"),
    "podcast:funding": (lambda funding: _web(funding.get("url", "")) and _named(funding), "lacks its address or text"),
    "podcast:license": (_licensed, "is unknown and has no address"),
    "podcast:txt": (
        lambda txt: txt.get("purpose") != "ai-content" or txt.text in {"true", "false"},
        "for ai-content is neither true nor false",
    ),
    "podcast:transcript": (
        lambda one: _web(one.get("url", "")) and one.get("type") in _TRANSCRIPTS,
        "lacks its address or a known type",
    ),
    "podcast:chapters": (
        lambda one: _web(one.get("url", "")) and one.get("type") in _CHAPTERS,
        "lacks its address or a known type",
    ),
    "podcast:contentLink": (lambda link: _web(link.get("href", "")) and bool(link.text), "lacks its address or text"),
    "podcast:person": (
        lambda one: _named(one) and bool(one.get("role") and one.get("group")),
        "lacks its name, role or group, or is too long",
    ),
    "podcast:image": (
        lambda image: _web(image.get("href", "")) and bool(image.get("alt")),
        "lacks its address, or words for who can't see it",
    ),
    "podcast:alternateEnclosure": (_alternate, "lacks its type, source or a right hash"),
}
