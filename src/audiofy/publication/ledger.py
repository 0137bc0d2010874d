"""What the last run made of each episode, so that what is unchanged is not made anew.

A cache, in `.audiofy/published.json`: without it, or with a damaged one, everything is made and compared as at first.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from audiofy import output
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.model import Episode
    from audiofy.publication.shows import Programme

_PLACE = ".audiofy/published.json"


class Ledger:
    """The state in which each episode's folder was left, by its path in the output folder."""

    def __init__(self, root: Path) -> None:
        self._path = root / _PLACE
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}
        with suppress(OSError, ValueError):
            self._before = output.decode(self._path.read_bytes(), dict[str, str])

    def names(self, path: str, folder: Path, wish: str) -> frozenset[str]:
        """The files of a folder if it is just as it was left and the same is wished for; nothing if it isn't."""
        listing = _listing(folder)
        state = _state(listing, wish)
        if self._before.get(path) != state:
            return frozenset()
        self._now[path] = state
        return frozenset(name for name, _, _ in listing)

    def note(self, path: str, folder: Path, wish: str) -> None:
        """Remembers how a folder was left."""
        self._now[path] = _state(_listing(folder), wish)

    def close(self) -> None:
        """Writes it down, if anything is new."""
        if self._now != self._before:
            with suppress(OutputError):  # it only saves time
                output.write_whole(self._path, output.encode(self._now, indent=False), durable=False)


def wish_for(episode: Episode, home: Programme) -> str:
    """A key of everything that shapes what lies beside an episode, but for the folder's files themselves."""
    wanted = (_room(), episode.fingerprint, episode.version, episode.made, episode.recording.sha256)
    show = (home.show, home.name, home.base, home.guid, home.image, home.generator)
    return sha256(msgspec.json.encode((wanted, show))).hexdigest()


def _listing(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of the files in a folder that are not hidden."""
    listing = []
    with output.translated(folder), os.scandir(folder) as found:
        for one in found:
            # A link may lead nowhere, and another run may take a file away meanwhile.
            with suppress(FileNotFoundError):
                if not one.name.startswith("."):
                    stat = one.stat()
                    listing.append((one.name, stat.st_size, stat.st_mtime_ns))
    return sorted(listing)


def _state(listing: list[tuple[str, int, int]], wish: str) -> str:
    return sha256(msgspec.json.encode((listing, wish))).hexdigest()


@cache
def _room() -> str:
    """A hash of what makes pages and books: who changes a template or a label need not remember to raise a number."""
    digest = sha256()
    for package, names in (("audiofy.publication", ()), ("audiofy", ("disclosure.py", "corrections.py"))):
        for one in sorted(files(package).iterdir(), key=lambda one: one.name):
            if one.is_file() and (one.name in names or not names):
                digest.update(one.name.encode() + b"\0" + one.read_bytes())
    return digest.hexdigest()
