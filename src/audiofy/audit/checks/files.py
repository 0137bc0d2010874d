"""Files: what episode.json says of the files beside it, and what an output folder holds."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.audit.finding import Family, Fault, Level
from audiofy.audit.words import excerpt, is_language
from audiofy.disclosure import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held
    from audiofy.audit.evidence.shelf import Shelf

files = Family("files")
shelf_files = Family("files")
_AGAIN = "Convert the article again with --force."


@files.check("audio-there", why="Feed and page lead nowhere.", remedy=_AGAIN)
def audio_there(held: Held) -> Iterator[Fault]:
    """The MP3 is there."""
    if not held.has_audio:
        yield Fault("it is not there")


@files.check("audio-name", why="A path could lead out of the folder that is served.", remedy=_AGAIN)
def audio_name(held: Held) -> Iterator[Fault]:
    """The name of the MP3 is a name and not a path."""
    name = held.episode.recording.audio
    if not name or "/" in name or "\\" in name or name in {".", ".."}:
        yield Fault(f"{name!r} is not the name of a file in the folder", output.EPISODE_FILE)


@files.check("audio-size", why="Podcast apps stop downloading at the size that the feed states.", remedy=_AGAIN)
def audio_size(held: Held) -> Iterator[Fault]:
    """The MP3 has the recorded size."""
    if held.has_audio and held.audio.stat().st_size != held.episode.recording.size:
        yield Fault(f"it has {held.audio.stat().st_size} bytes, episode.json says {held.episode.recording.size}")


@files.check("audio-hash", why="Somebody or something changed the recording after it was made.", remedy=_AGAIN)
def audio_hash(held: Held) -> Iterator[Fault]:
    """The MP3 has the recorded hash; another size is named by audio-size."""
    same_size = held.has_audio and held.audio.stat().st_size == held.episode.recording.size
    if same_size and held.sha256 != held.episode.recording.sha256:
        yield Fault("its bytes are not those that were recorded")


@files.check("copy-whole", why="The feed names it with size and hash, and players check them.", remedy=_AGAIN)
def copy_whole(held: Held) -> Iterator[Fault]:
    """Each copy in another preset is there, with the recorded size and hash."""
    for copy, path in held.copies:
        if path is None:
            yield Fault("the copy is not there", copy.audio)
        elif path.stat().st_size != copy.size:
            yield Fault(f"it has {path.stat().st_size} bytes, episode.json says {copy.size}", copy.audio)
        elif held.digest(path) != copy.sha256:
            yield Fault("its bytes are not those that were recorded", copy.audio)


@files.check(
    "no-other-audio",
    why="A server gives it out, and nothing of it was checked.",
    remedy="Remove it, or keep it elsewhere.",
    level=Level.NOTICE,
)
def no_other_audio(held: Held) -> Iterator[Fault]:
    """No MP3 is in the folder but the recording and its copies."""
    named = {held.audio.name, *(copy.audio for copy in held.episode.copies)}
    for path in sorted(held.folder.glob("*.mp3")):
        # Half a file of a run that was stopped is named by no-leftovers.
        if path.name not in named and not path.name.startswith("."):
            yield Fault("the episode doesn't know of it", path.name)


@files.check("history-in-order", why="Corrections that can't be followed are no corrections.", remedy=_AGAIN)
def history_in_order(held: Held) -> Iterator[Fault]:
    """The history has each version up to this one, once, and the last has the hash of the text."""
    episode = held.episode
    versions = [revision.version for revision in episode.history]
    counted = [number for number, _ in enumerate(versions, 1)]
    if (versions != counted or len(versions) != episode.version) and (versions or episode.version != 1):
        yield Fault(
            f"its history has the versions {versions}, the episode is version {episode.version}", "episode.json"
        )
    elif episode.history and episode.history[-1].text_sha256 != text_sha256(episode.article):
        yield Fault("the hash of the last version in its history is not that of the text", "episode.json")


@files.check("slug-agrees", why="Feed and pages find the episode by it.", remedy=_AGAIN)
def slug_agrees(held: Held) -> Iterator[Fault]:
    """The episode is called like its folder."""
    if held.episode.slug != held.folder.resolve().name:
        yield Fault(f"it is called {excerpt(held.episode.slug)}, its folder {held.folder.name}", output.EPISODE_FILE)


@files.check("language-told", why="Voices, disclosure and screen readers go by it.", remedy=_AGAIN)
def language_told(held: Held) -> Iterator[Fault]:
    """The language is a tag of BCP 47."""
    if not is_language(held.episode.language):
        yield Fault(f"{excerpt(held.episode.language)} is no language", output.EPISODE_FILE)


@files.check("dates-told", why="Apps sort by them, and corrections are dated by them.", remedy=_AGAIN)
def dates_told(held: Held) -> Iterator[Fault]:
    """When the episode and each version of it was made is a date with a time."""
    for made in (held.episode.made, *(revision.made for revision in held.episode.history)):
        try:
            datetime.fromisoformat(made)
        except ValueError:
            yield Fault(f"{excerpt(made)} is no date", output.EPISODE_FILE)


@shelf_files.check("episode-readable", why="Nothing can be published or checked of it.", remedy=_AGAIN)
def episode_readable(shelf: Shelf) -> Iterator[Fault]:
    """Each episode.json can be read."""
    for path, message in shelf.damaged:
        yield Fault(message, str(path))


@shelf_files.check(
    "tombstone-readable",
    why="Nobody knows any more that the episode was retracted, and why.",
    remedy="Restore the file from a copy, or retract the episode again.",
)
def tombstone_readable(shelf: Shelf) -> Iterator[Fault]:
    """Each tombstone can be read."""
    for path, message in shelf.damaged_tombstones:
        yield Fault(message, str(path))


@shelf_files.check("guid-once", why="Podcast apps show only one of two episodes with the same GUID.", remedy=_AGAIN)
def guid_once(shelf: Shelf) -> Iterator[Fault]:
    """No two episodes share a GUID."""
    first: dict[str, Held] = {}
    for held in shelf.episodes:
        other = first.setdefault(held.episode.guid, held)
        if other is not held:
            yield Fault(f"it has the GUID of {other.folder.name}", str(held.folder / output.EPISODE_FILE))


@shelf_files.check(
    "no-leftovers", why="Half a file takes room, and a server may give it out.", remedy="Run audiofy clean."
)
def no_leftovers(shelf: Shelf) -> Iterator[Fault]:
    """No temporary files of runs that were killed are left."""
    for path in shelf.leftovers:
        yield Fault("it is half a file of a run that was stopped", str(path))


@shelf_files.check(
    "retracted-gone", why="It was taken back, and can still be had.", remedy="Run audiofy retract again."
)
def retracted_gone(shelf: Shelf) -> Iterator[Fault]:
    """Of a retracted episode only the tombstone is left."""
    for folder, _ in shelf.tombstones:
        left = sorted(
            path.name for path in folder.iterdir() if path.is_file() and path.name not in output.KEPT_OF_RETRACTED
        )
        if left:
            yield Fault(f"it was retracted, and {', '.join(left)} is still there", str(folder))
