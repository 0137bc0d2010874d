"""Feed: what podcast apps are told agrees with what they will get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.evidence.transcripts import ends_as_html
from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, squeezed
from audiofy.disclosure import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.shelf import Shelf

feed = Family("feed")
_PUBLISH = "Publish again with audiofy publish."


@feed.check("feed-readable", why="No app can subscribe to it.", remedy=_PUBLISH)
def feed_readable(shelf: Shelf) -> Iterator[Fault]:
    """Each feed is RSS."""
    for path, message in shelf.damaged_feeds:
        yield Fault(f"it can't be read: {message}", str(path))


@feed.check("feed-has-episode", why="Subscribers never hear of it.", remedy=_PUBLISH)
def feed_has_episode(shelf: Shelf) -> Iterator[Fault]:
    """Each episode is an item of one of the feeds."""
    guids = {item.guid for _, item in shelf.items}
    for held in shelf.episodes:
        if shelf.feeds and held.episode.guid not in guids:
            yield Fault("no feed has it", str(held.folder))


@feed.check("item-has-episode", why="Subscribers get what is no longer published.", remedy=_PUBLISH)
def item_has_episode(shelf: Shelf) -> Iterator[Fault]:
    """Each item is an episode that is there."""
    guids = {held.episode.guid for held in shelf.episodes} | {tombstone.guid for _, tombstone in shelf.tombstones}
    for path, item in shelf.items:
        if item.guid not in guids:
            yield Fault(f"the item {excerpt(item.title)} has no episode here", str(path))


@feed.check("item-not-retracted", why="It was taken back.", remedy=_PUBLISH)
def item_not_retracted(shelf: Shelf) -> Iterator[Fault]:
    """No item is an episode that was retracted."""
    retracted = {tombstone.guid: tombstone for _, tombstone in shelf.tombstones}
    for path, item in shelf.items:
        if item.guid in retracted:
            yield Fault(f"{excerpt(item.title)} was retracted on {retracted[item.guid].retracted[:10]}", str(path))


@feed.check("item-once", why="Apps show one of them, and nobody knows which.", remedy=_PUBLISH)
def item_once(shelf: Shelf) -> Iterator[Fault]:
    """No feed has two items with the same GUID or the same enclosure."""
    for path, found in shelf.feeds:
        for what, values in (
            ("GUID", [item.guid for item in found.items]),
            ("enclosure", [item.enclosure for item in found.items]),
        ):
            twice = sorted({value for value in values if values.count(value) > 1})
            if twice:
                yield Fault(f"two items have the {what} {twice[0]}", str(path))
                break


@feed.check("item-title", why="Apps would list it under another headline.", remedy=_PUBLISH)
def item_title(shelf: Shelf) -> Iterator[Fault]:
    """The title of an item is the headline."""
    for path, item, held in shelf.pairs:
        if squeezed(item.title) != squeezed(held.episode.article.title or held.episode.slug):
            yield Fault(f"{held.folder.name} is called {excerpt(item.title)}", str(path))


@feed.check("enclosure-there", why="The app shows an episode that can't be played.", remedy=_PUBLISH)
def enclosure_there(shelf: Shelf) -> Iterator[Fault]:
    """The address of an enclosure ends in the path of a file that is there."""
    for path, item, _ in shelf.pairs:
        if shelf.file_of(item.enclosure) is None:
            yield Fault(f"there is no file for {excerpt(item.enclosure)}", str(path))


@feed.check("enclosure-own", why="Who taps one headline hears another article.", remedy=_PUBLISH)
def enclosure_own(shelf: Shelf) -> Iterator[Fault]:
    """An enclosure is the episode's own recording."""
    for path, item, held in shelf.pairs:
        file = shelf.file_of(item.enclosure)
        own = [held.audio] * held.has_audio + [path for _, path in held.copies if path]
        if file is not None and own and not any(file.samefile(path) for path in own):
            yield Fault(f"the item {excerpt(item.title)} leads to {file.name}, not to {held.audio.name}", str(path))


@feed.check("enclosure-size", why="Apps stop downloading there, or refuse the file.", remedy=_PUBLISH)
def enclosure_size(shelf: Shelf) -> Iterator[Fault]:
    """The stated length of an enclosure is the size of its file."""
    for path, item, _ in shelf.pairs:
        file = shelf.file_of(item.enclosure)
        if file is not None and item.length != str(file.stat().st_size):
            yield Fault(f"it states {item.length} bytes for {file.name}, which has {file.stat().st_size}", str(path))


@feed.check("enclosure-type", why="Apps skip what they don't know for audio.", remedy=_PUBLISH)
def enclosure_type(shelf: Shelf) -> Iterator[Fault]:
    """An enclosure is audio/mpeg."""
    for path, item, _ in shelf.pairs:
        if item.media_type != "audio/mpeg":
            yield Fault(f"it says that {excerpt(item.title)} is {excerpt(item.media_type)}, not audio/mpeg", str(path))


@feed.check("item-duration", why="Apps show it.", remedy=_PUBLISH)
def item_duration(shelf: Shelf) -> Iterator[Fault]:
    """The stated duration is the recording's, to the second."""
    for path, item, held in shelf.pairs:
        stated = _seconds(item.duration)
        if stated is None or abs(stated - held.episode.recording.duration) > 1:
            lasts = f"{held.folder.name}, which lasts {held.episode.recording.duration:.0f} s"
            yield Fault(f"it states {excerpt(item.duration)} for {lasts}", str(path))


@feed.check("item-disclosure", why="In an app, people see the description before they listen.", remedy=_PUBLISH)
def item_disclosure(shelf: Shelf) -> Iterator[Fault]:
    """The description of each item has the disclosure."""
    for path, item, held in shelf.pairs:
        if squeezed(held.episode.disclosure.sentence) not in squeezed(item.description):
            yield Fault(f"the item {excerpt(item.title)} doesn't have the disclosure", str(path))


@feed.check("channel-disclosure", why="Directories show the channel before any episode.", remedy=_PUBLISH)
def channel_disclosure(shelf: Shelf) -> Iterator[Fault]:
    """The description of a feed with episodes has a disclosure: that of one of them, or audiofy's in any language."""
    for path, found in shelf.feeds:
        if found.items and not _says(found.description, shelf):
            yield Fault("the channel's description doesn't have the disclosure", str(path))


@feed.check("front-disclosure", why="It has to be seen before a player is started.", remedy=_PUBLISH)
def front_disclosure(shelf: Shelf) -> Iterator[Fault]:
    """Each page that lists episodes has a disclosure, as the channel."""
    for path, text in shelf.fronts:
        if not _says(text, shelf):
            yield Fault("the list of episodes doesn't have the disclosure", str(path))


@feed.check("item-page", why="Who wants to read the article gets an error.", remedy=_PUBLISH)
def item_page(shelf: Shelf) -> Iterator[Fault]:
    """The link of an item, where it leads to the folder of its recording, leads to a page."""
    for path, item, held in shelf.pairs:
        folder = item.enclosure.rpartition("/")[0] + "/"
        if item.link == folder and shelf.file_of(item.enclosure) is not None and not held.has_page:
            yield Fault(f"there is no page for {excerpt(item.title)}", str(path))


@feed.check("front-whole", why="What was cut off has no links, or no end.", remedy=_PUBLISH)
def front_whole(shelf: Shelf) -> Iterator[Fault]:
    """The pages beside the feed end as an HTML file does."""
    for path in sorted(shelf.folder.glob("*.html")):
        if path.is_file() and not ends_as_html(path):
            yield Fault("it is cut off", str(path))


def _says(text: str, shelf: Shelf) -> bool:
    sentences = {*SENTENCES.values(), *(held.episode.disclosure.sentence for held in shelf.episodes)}
    return any(squeezed(sentence) in squeezed(text) for sentence in sentences if sentence)


@feed.check("item-ai-content", why="Apps filter and label by it (Podcasting 2.0).", remedy=_PUBLISH)
def item_ai_content(shelf: Shelf) -> Iterator[Fault]:
    """Each item declares ai-content, and the channel does if any item does."""
    for path, item, _ in shelf.pairs:
        if item.ai_content != "true":
            yield Fault(f"the item {excerpt(item.title)} doesn't declare ai-content", str(path))
    for path, found in shelf.feeds:
        if found.ai_content != "true" and any(item.ai_content == "true" for item in found.items):
            yield Fault("the channel doesn't declare ai-content, though its items do", str(path))


@feed.check("item-transcripts", why="The app offers a transcript and has nothing to show.", remedy=_PUBLISH)
def item_transcripts(shelf: Shelf) -> Iterator[Fault]:
    """Transcripts and chapters that an item names are there."""
    for path, item, _ in shelf.pairs:
        for address in (*item.transcripts, *item.chapters):
            if shelf.file_of(address) is None:
                yield Fault(f"there is no file for {excerpt(address)}", str(path))


def _seconds(text: str) -> float | None:
    """Seconds of 95, 1:35 or 0:01:35."""
    try:
        parts = [float(part) for part in text.split(":")]
    except ValueError:
        return None
    seconds = 0.0
    for part in parts:
        seconds = 60 * seconds + part
    return seconds
