"""An output folder to its episodes, feeds, tombstones and what should not be there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiofy import output
from audiofy.audit.evidence.feeds import read_feed
from audiofy.audit.evidence.transcripts import parsed, text_of_html
from audiofy.audit.finding import Unavailable
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from audiofy.audit.evidence.feeds import Feed, Item
    from audiofy.audit.evidence.held import Held
    from audiofy.model import Episode, Tombstone

# Feeds and the archives that they page out to.
_FEEDS = ("feed*.xml", "archive*.xml")


class Shelf:
    """An output folder.

    Args:
        folder: Where it is.
        hold: Makes a `Held` of an episode and its folder.
        feed: The only feed to look at; all of the folder without.
    """

    def __init__(self, folder: Path, hold: Callable[[Path, Episode], Held], feed: Path | None = None) -> None:
        self.folder = folder
        self.damaged: list[tuple[Path, str]] = []
        self.episodes: list[Held] = []
        self._feeds = [feed] if feed else sorted(output.files(folder, *_FEEDS))
        for path in sorted(output.files(folder, output.EPISODE_FILE)):
            try:
                self.episodes.append(hold(path.parent, output.read_episode(path.parent)))
            except OutputError as error:
                self.damaged.append((path, error.message))

    @property
    def leftovers(self) -> list[Path]:
        """Temporary files of runs that were killed."""
        return sorted(output.files(self.folder, f"*{output.PART_SUFFIX}", books=True))

    @cached_property
    def tombstones(self) -> list[tuple[Path, Tombstone]]:
        """What was retracted, with its folder."""
        return [(path.parent, found) for path, found in self._tombstones if not isinstance(found, str)]

    @property
    def damaged_tombstones(self) -> list[tuple[Path, str]]:
        """Tombstones that can't be read, with why."""
        return [(path, found) for path, found in self._tombstones if isinstance(found, str)]

    @cached_property
    def _tombstones(self) -> list[tuple[Path, Tombstone | str]]:
        found: list[tuple[Path, Tombstone | str]] = []
        for path in sorted(output.files(self.folder, output.TOMBSTONE_FILE)):
            try:
                tombstone = output.tombstone_of(path.parent)
            except OutputError as error:
                found.append((path, error.message))
            else:
                if tombstone is not None:
                    found.append((path, tombstone))
        return found

    @property
    def fronts(self) -> Iterator[tuple[Path, str]]:
        """What the pages say that lead to the pages of episodes.

        Raises:
            Unavailable: One can't be read.
        """
        pages = {f"{held.folder.relative_to(self.folder).as_posix()}/" for held in self.episodes}
        for path in sorted(path for path in self.folder.glob("*.html") if path.is_file()):
            try:
                content = path.read_bytes()
                links = {str(link).removesuffix("index.html") for link in parsed(content).xpath("//a/@href")}
            except (OSError, ValueError) as error:
                raise Unavailable(f"the page {path.name} can't be read: {error}") from error
            if pages & links:
                yield path, text_of_html(content)

    @cached_property
    def _read(self) -> list[tuple[Path, Feed | str]]:
        found: list[tuple[Path, Feed | str]] = []
        for path in self._feeds:
            try:
                found.append((path, read_feed(path.read_bytes())))
            except (OSError, ValueError) as error:
                found.append((path, str(error)))
        return found

    @property
    def damaged_feeds(self) -> list[tuple[Path, str]]:
        """Feeds that can't be read, with why."""
        return [(path, found) for path, found in self._read if isinstance(found, str)]

    @property
    def feeds(self) -> list[tuple[Path, Feed]]:
        """Feeds that can be read."""
        return [(path, found) for path, found in self._read if not isinstance(found, str)]

    @property
    def items(self) -> Iterator[tuple[Path, Item]]:
        """Every item with its feed."""
        return ((path, item) for path, found in self.feeds for item in found.items)

    @property
    def pairs(self) -> Iterator[tuple[Path, Item, Held]]:
        """Every item that has an episode here, with its feed and its episode."""
        known = {held.episode.guid: held for held in self.episodes}
        return ((path, item, known[item.guid]) for path, item in self.items if item.guid in known)

    def file_of(self, address: str) -> Path | None:
        """The file in the output folder that an address leads to, wherever the folder is mounted, or None."""
        try:
            parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
        except ValueError:  # it is no address
            return None
        if any(part in {".", ".."} or "\\" in part or "\0" in part for part in parts):
            return None
        for start in range(len(parts)):
            path = self.folder.joinpath(*parts[start:])
            if path.is_file():
                return path
        return None
