"""Item: what a feed names beside the recording of an episode is there, and is the episode's."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.feeds import Item
    from audiofy.audit.evidence.shelf import Shelf

item = Family("feed")
_PUBLISH = "Publish again with audiofy publish."


@item.check(
    "item-date", why="Apps sort by it; an old date hides an episode, a new one brings it up again.", remedy=_PUBLISH
)
def item_date(shelf: Shelf) -> Iterator[Fault]:
    """An item has the date of its article, or that of its recording, to the day."""
    for path, one, held in shelf.pairs:
        wanted = _day(held.episode.article.published) or _day(held.episode.made)
        try:
            stated = parsedate_to_datetime(one.published).date()
        except ValueError:
            stated = None
        # The feed's dates are in UTC, the article's may not be.
        if wanted and (stated is None or abs((stated - wanted).days) > 1):
            yield Fault(f"{held.folder.name} is dated {excerpt(one.published)}, not {wanted}", str(path))


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


@item.check(
    "item-alternates", why="Apps that choose that preset get nothing, or refuse what they get.", remedy=_PUBLISH
)
def item_alternates(shelf: Shelf) -> Iterator[Fault]:
    """Each preset that an item names is a file of the episode, with its size and hash."""
    for path, one, held in shelf.pairs:
        known = {recording.audio: recording for recording in (held.episode.recording, *held.episode.copies)}
        for alternate in one.alternates:
            recording = known.get(alternate.source.partition("?")[0].rpartition("/")[2])
            if recording is None:
                yield Fault(f"{held.folder.name} has nothing like {excerpt(alternate.source)}", str(path))
            elif (alternate.length, alternate.integrity) != (str(recording.size), _integrity(recording.sha256)):
                yield Fault(f"size or hash that it states for {recording.audio} is not that of episode.json", str(path))


def _integrity(sha256: str) -> str:
    """A hash as Subresource Integrity writes it: https://www.w3.org/TR/SRI/."""
    try:
        return f"sha256-{b64encode(bytes.fromhex(sha256)).decode()}"
    except ValueError:  # a damaged episode.json, which audio-hash names
        return ""


@item.check("item-summary", why="Listeners choose by it, and would hear another article.", remedy=_PUBLISH)
def item_summary(shelf: Shelf) -> Iterator[Fault]:
    """What the description of an item says before the disclosure is the article's summary, or from its text."""
    for path, one, held in shelf.pairs:
        article = held.episode.article
        opening, disclosure, _ = squeezed(one.description).partition(squeezed(held.episode.disclosure.sentence))
        opening = opening.removesuffix("…")
        known = (squeezed(article.summary), squeezed("".join(block.text for block in article.blocks)))
        # Without the disclosure nobody knows where the opening ends; item-disclosure says so.
        if disclosure and not any(opening in text for text in known):
            yield Fault(f"the description of {held.folder.name} begins {excerpt(one.description)}", str(path))


@item.check("item-cover", why="The app shows an empty square.", remedy=_PUBLISH)
def item_cover(shelf: Shelf) -> Iterator[Fault]:
    """A picture of an item that lies beside its recording is there."""
    for path, one, held in shelf.pairs:
        folder = one.enclosure.rpartition("/")[0] + "/"
        for address in one.images:
            name = address.removeprefix(folder).partition("?")[0]
            if address.startswith(folder) and not (held.folder / name).is_file():
                yield Fault(f"there is no file for {excerpt(address)}", str(path))


@item.check("feed-one-host", why="Who can change one address sends listeners elsewhere.", remedy=_PUBLISH)
def feed_one_host(shelf: Shelf) -> Iterator[Fault]:
    """All recordings, transcripts and chapters of a feed are at one host."""
    for path, found in shelf.feeds:
        addresses = [(_host(address), address) for one in found.items for address in _offered(one)]
        hosts = Counter(host for host, _ in addresses)
        for host, address in addresses:
            if host != hosts.most_common(1)[0][0]:
                yield Fault(f"{excerpt(address)} is not where the others are", str(path))


def _offered(one: Item) -> Iterator[str]:
    yield from (one.enclosure, *one.transcripts, *one.chapters, *(alternate.source for alternate in one.alternates))


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
