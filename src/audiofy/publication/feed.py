"""A show to its podcast feed: RSS 2.0 with the iTunes, Podcasting 2.0, Atom, content and RFC 5005 namespaces. Pure.

Written without a feed library: none that is kept writes the Podcasting 2.0 tags, and all write what validators refuse.
"""

from __future__ import annotations

from base64 import b64encode
from email.utils import format_datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from audiofy.disclosure import sentence
from audiofy.publication.categories import category
from audiofy.publication.characters import fit, one_line, shortened
from audiofy.publication.labels import labels
from audiofy.publication.notes import LONGEST_DESCRIPTION, body, description

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from audiofy.model import Article, Episode, Recording
    from audiofy.publication.shows import Entry, Programme

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}

# Of podcast:guid: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
PODCAST_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")

# Letters of values and of names by PSP-1 (https://github.com/Podcast-Standards-Project).
LONGEST_VALUE, LONGEST_NAME = 255, 128

TRANSCRIPTS = (
    ("transcript.vtt", "text/vtt", "captions"),
    ("transcript.srt", "application/x-subrip", "captions"),
    ("transcript.json", "application/json", ""),
    ("transcript.html", "text/html", ""),
)

for _prefix, _uri in NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)


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
        _add(channel, "atom:link", rel=relation, href=address, type="application/rss+xml")
    if "current" in links:
        ET.SubElement(channel, _name("fh:archive"))
    if entries:
        _add(channel, "lastBuildDate", format_datetime(max(entry.aired for entry in entries)))
    for entry in entries:
        _item(ET.SubElement(channel, "item"), programme, entry, articles.get(entry.episode.guid))
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + content + b"\n"


def _channel(channel: ET.Element, programme: Programme) -> None:
    show = programme.show
    about = one_line(show.description)
    about += "." if about[-1:].isalnum() else ""
    made = programme.entries[0].episode.disclosure.sentence if programme.entries else sentence(show.language)
    _add(channel, "title", show.title)
    _add(channel, "description", shortened(f"{about} {made}", LONGEST_DESCRIPTION))
    _add(channel, "link", show.site or programme.base)
    _add(channel, "language", show.language or "en")
    _add(channel, "copyright", show.copyright)
    _add(channel, "generator", programme.generator)
    picture = ET.SubElement(channel, "image")
    for name, value in {"url": programme.image, "title": show.title, "link": show.site or programme.base}.items():
        _add(picture, name, value)
    _add(channel, "itunes:image", href=programme.image)
    _add(channel, "itunes:author", show.author)
    _add(channel, "itunes:type", "episodic")
    _add(channel, "itunes:explicit", str(show.explicit).lower())
    _categories(channel, show.category)
    if show.owner.email:
        owner = ET.SubElement(channel, _name("itunes:owner"))
        _add(owner, "itunes:name", show.owner.name or show.author)
        _add(owner, "itunes:email", show.owner.email)
    _add(channel, "podcast:guid", show.guid or programme.guid)
    _add(channel, "podcast:medium", show.medium)
    _add(channel, "podcast:locked", "yes" if show.locked else "no", owner=show.owner.email)
    if show.funding.url:
        _add(channel, "podcast:funding", shortened(one_line(show.funding.text), LONGEST_NAME), url=show.funding.url)
    _licence(channel, show.licence)
    if programme.entries:
        _add(channel, "podcast:txt", "true", purpose="ai-content")


def _item(item: ET.Element, programme: Programme, entry: Entry, article: Article | None) -> None:
    episode = entry.episode
    _add(item, "title", entry.title)
    _add(item, "description", description(episode))
    _add(item, "link", episode.article.url if _is_web(episode.article.url) else programme.address(entry))
    _add(item, "guid", episode.guid, isPermaLink="false")
    _add(item, "pubDate", format_datetime(entry.aired))
    _add(
        item,
        "enclosure",
        url=programme.enclosure(entry),
        length=str(episode.recording.size),
        type="audio/mpeg",
    )
    if article is not None:
        _add(item, "content:encoded", body(article, episode))
    _add(item, "itunes:title", entry.title)
    _add(item, "itunes:author", ", ".join(episode.article.authors))
    _add(item, "itunes:duration", str(round(episode.recording.duration)))
    _add(item, "itunes:explicit", str(programme.show.explicit).lower())
    _add(item, "itunes:episodeType", "full")
    _podcast(item, programme, entry)
    if episode.version > 1:
        _add(item, "atom:updated", episode.made)


def _podcast(item: ET.Element, programme: Programme, entry: Entry) -> None:
    """What Podcasting 2.0 adds to an item."""
    episode = entry.episode
    for name, kind, relation in TRANSCRIPTS:
        if name in entry.files:
            _add(
                item,
                "podcast:transcript",
                url=programme.address(entry, name),
                type=kind,
                language=episode.language,
                rel=relation,
            )
    if "chapters.json" in entry.files:
        _add(item, "podcast:chapters", url=programme.address(entry, "chapters.json"), type="application/json+chapters")
    for recording in (episode.recording, *episode.copies) if episode.copies else ():
        _alternate(item, programme, entry, recording)
    for name, role, group in _people(episode):
        _add(item, "podcast:person", shortened(one_line(name), LONGEST_NAME), role=role, group=group)
    _licence(item, programme.show.licence)
    _add(item, "podcast:txt", "true", purpose="ai-content")
    if _is_web(episode.article.url):
        _add(item, "podcast:contentLink", entry.title, href=episode.article.url)


def _alternate(item: ET.Element, programme: Programme, entry: Entry, recording: Recording) -> None:
    """The audio in one of several presets, with its hash so that a client can check what it got."""
    facts = {
        "type": "audio/mpeg",
        "length": str(recording.size),
        "bitrate": str(1000 * recording.bitrate),
        "title": recording.preset,
    }
    default = {"default": "true"} if recording is entry.episode.recording else {}
    place = ET.SubElement(item, _name("podcast:alternateEnclosure"), facts | default)
    ET.SubElement(place, _name("podcast:source"), uri=programme.enclosure(entry, recording))
    # Subresource Integrity: https://www.w3.org/TR/SRI/
    digest = b64encode(bytes.fromhex(recording.sha256)).decode()
    ET.SubElement(place, _name("podcast:integrity"), type="sri", value=f"sha256-{digest}")


def _people(episode: Episode) -> Iterable[tuple[str, str, str]]:
    """Names, roles and groups of https://podcasttaxonomy.com: authors, and the voices as what they are."""
    yield from ((author, "author", "writing") for author in episode.article.authors)
    synthetic = labels(episode.language)["synthetic"]
    narrator = episode.cast.narrator
    yield f"{narrator.name.capitalize()} ({synthetic})", "narrator", "cast"
    voices = dict.fromkeys(part.voice.name for part in episode.cast.roles)
    for name in voices:
        if name != narrator.name:
            yield f"{name.capitalize()} ({synthetic})", "voice actor", "cast"


def _categories(channel: ET.Element, text: str) -> None:
    found = category(text)
    assert found, "the settings were checked"
    top = ET.SubElement(channel, _name("itunes:category"), text=found[0])
    if found[1]:
        ET.SubElement(top, _name("itunes:category"), text=found[1])


def _licence(place: ET.Element, licence: str) -> None:
    """`podcast:license`: a slug, that of a Creative Commons address, or an address without its scheme."""
    if not _is_web(licence):
        _add(place, "podcast:license", shortened(one_line(licence), LONGEST_NAME))
        return
    pieces = licence.lower().split("creativecommons.org/licenses/", 1)
    slug = "cc-" + "-".join(pieces[1].strip("/").split("/")[:2]) if len(pieces) > 1 else ""
    _add(place, "podcast:license", slug or shortened(one_line(licence.split("://", 1)[1]), LONGEST_NAME), url=licence)


def _add(place: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    """Adds an element with what of text and attributes isn't empty; nothing at all if it would say nothing."""
    kept = {key: one_line(value) for key, value in attributes.items() if value}
    plain = fit(text).strip()
    if not plain and name not in _WITHOUT_TEXT:
        return
    element = ET.SubElement(place, _name(name), kept)
    element.text = (plain if name in _LONG else plain[:LONGEST_VALUE]) or None


_WITHOUT_TEXT = frozenset("atom:link itunes:image enclosure podcast:transcript podcast:chapters".split())
_LONG = frozenset("description content:encoded url link".split())


def _name(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))
