"""Remote: what a feed on the web promises is what its servers give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.checks.feed import feed_readable, item_ai_content, item_once
from audiofy.audit.finding import Family, Fault, Level, Unavailable
from audiofy.audit.words import excerpt, squeezed
from audiofy.disclosure import IPTC, SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.remote import Remote

remote = Family("remote")
_PUBLISH = "Publish again with audiofy publish, and upload all of it."
_SERVER = "Ask who runs the server, or choose another host."
_OK = 200

remote.check("remote-feed-readable", why="No app can subscribe to it.", remedy=_PUBLISH)(feed_readable)
remote.check("remote-item-once", why="Apps show one of them, and nobody knows which.", remedy=_PUBLISH)(item_once)
remote.check("remote-ai-content", why="Apps filter and label by it (Podcasting 2.0).", remedy=_PUBLISH)(item_ai_content)


@remote.check("remote-channel-disclosure", why="Directories show the channel before any episode.", remedy=_PUBLISH)
def channel_disclosure(here: Remote) -> Iterator[Fault]:
    """The channel's description has the disclosure."""
    for path, found in here.feeds:
        if not _says(found.description, {here.sentence, *SENTENCES.values()}):
            yield Fault("the channel's description doesn't have the disclosure", path)


@remote.check(
    "remote-item-disclosure", why="In an app, people see the description before they listen.", remedy=_PUBLISH
)
def item_disclosure(here: Remote) -> Iterator[Fault]:
    """The description of each item has the disclosure that is in the tag of its recording, or any where that has none.

    A host that rewrites descriptions may have cut it off.
    """
    for path, item, _ in here.pairs:
        try:
            own = here.tags(item.enclosure).first("TXXX:AI_DISCLOSURE")
        except Unavailable:
            own = ""
        if not _says(item.description, {own} if own else {here.sentence, *SENTENCES.values()}):
            yield Fault(f"the item {excerpt(item.title)} doesn't have the disclosure", path)


@remote.check("remote-enclosure-there", why="The app shows an episode that can't be played.", remedy=_PUBLISH)
def enclosure_there(here: Remote) -> Iterator[Fault]:
    """Each enclosure can be had, and HEAD is answered, which Apple's directory asks for."""
    for item in here.items:
        found = here.served(item.enclosure)
        if isinstance(found, str):
            yield Fault(found, item.enclosure)
        elif found.status != _OK:
            yield Fault(f"HEAD is answered with {found.status}", item.enclosure)


@remote.check("remote-enclosure-size", why="Apps stop downloading there, or refuse the file.", remedy=_PUBLISH)
def enclosure_size(here: Remote) -> Iterator[Fault]:
    """The stated length of an enclosure is what the server will send."""
    for path, item, _ in here.pairs:
        found = here.served(item.enclosure)
        if not isinstance(found, str) and found.status == _OK and item.length != str(found.size):
            size = f"{found.size} bytes" if found.size >= 0 else "no size"
            yield Fault(f"it states {item.length or 'nothing'} for {item.enclosure}, its server {size}", path)


@remote.check("remote-enclosure-type", why="Apps skip what they don't know for audio.", remedy=_SERVER)
def enclosure_type(here: Remote) -> Iterator[Fault]:
    """Feed and server say that an enclosure is audio/mpeg."""
    for path, item, _ in here.pairs:
        if item.media_type != "audio/mpeg":
            yield Fault(f"it says that {excerpt(item.title)} is {excerpt(item.media_type)}, not audio/mpeg", path)
        found = here.served(item.enclosure)
        if not isinstance(found, str) and found.status == _OK and found.media_type != "audio/mpeg":
            yield Fault(f"its server says that it is {excerpt(found.media_type)}, not audio/mpeg", item.enclosure)


@remote.check("remote-ranges", why="Players can't skip, and Apple's directory refuses it.", remedy=_SERVER)
def enclosure_ranges(here: Remote) -> Iterator[Fault]:
    """The server of an enclosure gives parts of it."""
    for item in here.items:
        found = here.served(item.enclosure)
        if not isinstance(found, str) and found.status == _OK and not found.ranges:
            yield Fault("its server doesn't say that it gives byte ranges", item.enclosure)


@remote.check(
    "remote-tags", why="In a podcast app the tags are all there is to read, and machines go by them.", remedy=_PUBLISH
)
def enclosure_tags(here: Remote) -> Iterator[Fault]:
    """The tag of an enclosure that can be had still has disclosure, comment and source type."""
    for item in here.items:
        if isinstance(here.served(item.enclosure), str):
            continue
        try:
            tags = here.tags(item.enclosure)
        except Unavailable as error:
            yield Fault(str(error), item.enclosure)
            continue
        sentence, source_type = tags.first("TXXX:AI_DISCLOSURE"), tags.first("TXXX:DigitalSourceType")
        if not sentence or not tags.first("COMM").startswith(sentence) or not source_type.startswith(IPTC):
            yield Fault("its tag has lost disclosure, comment or source type", item.enclosure)


@remote.check(
    "remote-signature",
    why="What was signed can still be checked by listeners only if the host leaves it in.",
    remedy="Ask the host to leave tags alone, or sign nothing.",
    level=Level.NOTICE,
)
def enclosure_signature(here: Remote) -> Iterator[Fault]:
    """Where some enclosures have Content Credentials, all have."""
    signed = {item.enclosure: _signed(here, item.enclosure) for item in here.items}
    if any(signed.values()):
        for address, is_signed in signed.items():
            if not is_signed:
                yield Fault("it has no Content Credentials, others of the feed do", address)


def _signed(here: Remote, address: str) -> bool:
    try:
        return here.tags(address).signed
    except Unavailable:
        return False


@remote.check("remote-transcripts", why="The app offers a transcript and has nothing to show.", remedy=_PUBLISH)
def transcripts(here: Remote) -> Iterator[Fault]:
    """Transcripts and chapters that an item names can be had, and each item names a transcript."""
    for path, item, _ in here.pairs:
        if not item.transcripts:
            yield Fault(f"the item {excerpt(item.title)} names no transcript", path)
        for address in (*item.transcripts, *item.chapters):
            found = here.served(address)
            if isinstance(found, str) or found.status != _OK:
                yield Fault(found if isinstance(found, str) else f"HEAD is answered with {found.status}", address)


def _says(text: str, sentences: set[str]) -> bool:
    return any(squeezed(sentence) in squeezed(text) for sentence in sentences if sentence)
