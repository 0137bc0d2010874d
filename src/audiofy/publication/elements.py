"""Names and texts to elements of a feed, in its namespaces and within the lengths that clients take. Pure."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from audiofy.publication.characters import fit, one_line, shortened

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}

# Letters of values and of names by PSP-1 (https://github.com/Podcast-Standards-Project).
LONGEST_VALUE, LONGEST_NAME = 255, 128

for _prefix, _uri in NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)


def add(place: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    """Adds an element with what of text and attributes isn't empty; nothing at all if it would say nothing."""
    kept = {key: one_line(value) for key, value in attributes.items() if value}
    plain = fit(text).strip()
    if not plain and name not in _WITHOUT_TEXT:
        return
    element = ET.SubElement(place, name_of(name), kept)
    element.text = (plain if name in _LONG else plain[:LONGEST_VALUE]) or None


_WITHOUT_TEXT = frozenset("atom:link itunes:image enclosure podcast:image podcast:transcript podcast:chapters".split())
_LONG = frozenset("description content:encoded url link".split())


def name_of(name: str) -> str:
    """The name of an element with its prefix, as ElementTree writes names in a namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def is_web(address: str) -> bool:
    """Whether clients can follow an address."""
    return address.lower().startswith(("http://", "https://"))


def add_cover(place: ET.Element, address: str, title: str) -> None:
    """A cover, which is square, for clients that know iTunes' element and for those of Podcasting 2.0."""
    add(place, "itunes:image", href=address)
    add(place, "podcast:image", href=address, alt=shortened(one_line(title), LONGEST_VALUE), **{"aspect-ratio": "1/1"})


def add_licence(place: ET.Element, licence: str) -> None:
    """`podcast:license`: a slug, that of a Creative Commons address, or an address without its scheme."""
    if not is_web(licence):
        add(place, "podcast:license", shortened(one_line(licence), LONGEST_NAME))
        return
    pieces = licence.lower().split("creativecommons.org/licenses/", 1)
    slug = "cc-" + "-".join(pieces[1].strip("/").split("/")[:2]) if len(pieces) > 1 else ""
    add(place, "podcast:license", slug or shortened(one_line(licence.split("://", 1)[1]), LONGEST_NAME), url=licence)
