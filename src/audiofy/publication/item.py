"""An episode to its item in a feed: what RSS, iTunes and Podcasting 2.0 have to say of it. Pure."""

from __future__ import annotations

from base64 import b64encode
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from audiofy.publication.characters import one_line, shortened
from audiofy.publication.elements import LONGEST_NAME, add, add_cover, add_licence, is_web, name_of
from audiofy.publication.labels import labels
from audiofy.publication.notes import body, description

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Article, Episode, Recording
    from audiofy.publication.shows import Entry, Programme

TRANSCRIPTS = (
    ("transcript.vtt", "text/vtt", "captions"),
    ("transcript.srt", "application/x-subrip", "captions"),
    ("transcript.json", "application/json", ""),
    ("transcript.html", "text/html", ""),
)


def fill_item(item: ET.Element, programme: Programme, entry: Entry, article: Article | None) -> None:
    """Fills an item with all that is known of an episode; `article` is the whole one, for `content:encoded`."""
    episode = entry.episode
    add(item, "title", entry.title)
    add(item, "description", description(episode))
    add(item, "link", episode.article.url if is_web(episode.article.url) else programme.address(entry))
    add(item, "guid", episode.guid, isPermaLink="false")
    add(item, "pubDate", format_datetime(entry.aired))
    add(
        item,
        "enclosure",
        url=programme.enclosure(entry),
        length=str(episode.recording.size),
        type="audio/mpeg",
    )
    if article is not None:
        add(item, "content:encoded", body(article, episode))
    if programme.picture(entry):
        add_cover(item, programme.picture(entry), entry.title)
    add(item, "itunes:title", entry.title)
    add(item, "itunes:author", ", ".join(episode.article.authors))
    add(item, "itunes:duration", str(round(episode.recording.duration)))
    add(item, "itunes:explicit", str(programme.show.explicit).lower())
    add(item, "itunes:episodeType", "full")
    _podcast(item, programme, entry)
    if episode.version > 1:
        add(item, "atom:updated", episode.made)


def _podcast(item: ET.Element, programme: Programme, entry: Entry) -> None:
    """What Podcasting 2.0 adds to an item."""
    episode = entry.episode
    for name, kind, relation in TRANSCRIPTS:
        if name in entry.files:
            add(
                item,
                "podcast:transcript",
                url=programme.address(entry, name),
                type=kind,
                language=episode.language,
                rel=relation,
            )
    if "chapters.json" in entry.files:
        add(item, "podcast:chapters", url=programme.address(entry, "chapters.json"), type="application/json+chapters")
    for recording in (episode.recording, *episode.copies) if episode.copies else ():
        _alternate(item, programme, entry, recording)
    for name, role, group in _people(episode):
        add(item, "podcast:person", shortened(one_line(name), LONGEST_NAME), role=role, group=group)
    add_licence(item, programme.show.licence)
    add(item, "podcast:txt", "true", purpose="ai-content")
    if is_web(episode.article.url):
        add(item, "podcast:contentLink", entry.title, href=episode.article.url)


def _alternate(item: ET.Element, programme: Programme, entry: Entry, recording: Recording) -> None:
    """The audio in one of several presets, with its hash so that a client can check what it got."""
    facts = {
        "type": "audio/mpeg",
        "length": str(recording.size),
        "bitrate": str(1000 * recording.bitrate),
        "title": recording.preset,
    }
    default = {"default": "true"} if recording is entry.episode.recording else {}
    place = ET.SubElement(item, name_of("podcast:alternateEnclosure"), facts | default)
    ET.SubElement(place, name_of("podcast:source"), uri=programme.enclosure(entry, recording))
    # Subresource Integrity: https://www.w3.org/TR/SRI/
    digest = b64encode(bytes.fromhex(recording.sha256)).decode()
    ET.SubElement(place, name_of("podcast:integrity"), type="sri", value=f"sha256-{digest}")


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
