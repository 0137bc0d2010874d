"""What was published to findings: does it keep its promises?

Reads with its own code what other rooms have written. What belongs to other rooms (reading an article again, reading
Content Credentials) is handed in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.audit.evidence.copies import Copy
from audiofy.audit.evidence.held import Held
from audiofy.audit.evidence.remote import Remote
from audiofy.audit.evidence.shelf import Shelf
from audiofy.audit.examine import of_copy, of_episode, of_folder, of_remote
from audiofy.audit.finding import Examined, Finding, Level
from audiofy.errors import OutputError, SourceNotFoundError
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.model import Article, Credential, Episode, Served

__all__ = ["Examined", "Finding", "Level", "examine", "examine_feed", "verify"]


def verify(
    path: Path | str,
    *,
    settings: Settings | None = None,
    credential: Callable[[Path], Credential | None] | None = None,
    read: Callable[[str], Article] | None = None,
) -> tuple[Finding, ...]:
    """What of `path` does not keep its promises.

    Args:
        path: An output folder, an episode's folder, an MP3 or episode.json in one, a feed in an output folder, or an
            MP3 that has left its folder, of which only what it says of itself is checked.
        settings: What is in force; the defaults without.
        credential: Reads the Content Credentials of a file; without, they are not checked.
        read: Reads an article from its source; with it, each is compared with its source.

    Raises:
        SourceNotFoundError: There is nothing to verify.
    """
    examined = examine(path, settings=settings, credential=credential, read=read)
    return tuple(finding for one in examined for finding in one.findings)


def examine(
    path: Path | str,
    *,
    settings: Settings | None = None,
    credential: Callable[[Path], Credential | None] | None = None,
    read: Callable[[str], Article] | None = None,
) -> Iterator[Examined]:
    """Each episode in `path`, and then the folder around them, with the checks that were made and their findings.

    Arguments and errors are those of `verify`.
    """
    chosen, place = settings or Settings(), Path(path)

    def hold(folder: Path, episode: Episode) -> Held:
        return Held(folder, episode, chosen, credential=credential, read=read)

    if not _exists(place):
        raise SourceNotFoundError(f"There is no {place}.", "Give an output folder, an episode or a feed.")
    folder = place if place.is_dir() else place.parent
    single = (folder / output.EPISODE_FILE).is_file() and place.suffix != ".xml"
    if single:
        return iter((_one(folder, hold),))
    if place.is_file() and place.suffix == ".mp3":
        return iter((of_copy(Copy(place, credential)),))
    if place.is_file() and place.suffix != ".xml":
        raise SourceNotFoundError(
            f"There is no {output.EPISODE_FILE} beside {place}.", "Verify the folder that audiofy made."
        )
    shelf = Shelf(folder, hold, feed=place if place.is_file() else None)
    if not shelf.episodes and not shelf.damaged and not shelf.tombstones:
        raise SourceNotFoundError(f"There is no episode in {folder}.", "Make one with audiofy convert.")
    return _all(shelf, feed_only=place.is_file())


def examine_feed(
    url: str, content: bytes, *, look: Callable[[str, int], Served], settings: Settings | None = None
) -> Iterator[Examined]:
    """A feed on the web, with the checks that were made of it and of the files that it names.

    Args:
        url: Its address.
        content: What stands there.
        look: Gives what a server says of an address, and so many first bytes of the file; an `AudiofyError` of its is a
            finding.
        settings: What is in force; the defaults without.
    """
    yield of_remote(Remote(url, content, look, (settings or Settings()).disclosure.sentence))


def _exists(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _one(folder: Path, hold: Callable[[Path, Episode], Held]) -> Examined:
    """An episode's folder; of one whose episode.json is damaged, that."""
    try:
        episode = output.read_episode(folder)
    except OutputError:
        return of_folder(Shelf(folder, hold))
    return of_episode(hold(folder, episode))


def _all(shelf: Shelf, *, feed_only: bool) -> Iterator[Examined]:
    if not feed_only:
        for held in shelf.episodes:
            yield of_episode(held)
            held.forget()
    yield of_folder(shelf)
