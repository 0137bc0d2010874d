"""Folders to whose they are: the article in episode.json, or a claim until that is written."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING

import msgspec

from audiofy.model import Article  # noqa: TC001 - msgspec reads the annotations
from audiofy.output.episodes import CLAIM_FILE, EPISODE_FILE
from audiofy.output.files import translated
from audiofy.output.identity import Identity, identity_of
from audiofy.output.parts import part_for

if TYPE_CHECKING:
    from pathlib import Path


# Seconds that another process is given between creating its claim and writing it.
_WRITING = 2.0


class Owner(msgspec.Struct):
    """Whose folder it is, the GUID of the episode there, and where that of a retracted one is noted."""

    identity: Identity
    guid: str
    place: str = ""


class _Episode(msgspec.Struct):
    article: Article
    guid: str


def owner_of(folder: Path) -> Owner | None:
    """Whose folder it is, or None. The episode counts before the claim, which may be left from an earlier run.

    Raises:
        OutputError: The folder can't be read.
    """
    with suppress(ValueError):
        episode = msgspec.json.decode(_content(folder / EPISODE_FILE), type=_Episode)
        return Owner(identity_of(episode.article), episode.guid)
    return claimed_by(folder)


def claimed_by(folder: Path) -> Owner | None:
    """Who has claimed the folder, or None.

    Raises:
        OutputError: The folder can't be read.
    """
    with suppress(ValueError):
        return msgspec.json.decode(_content(folder / CLAIM_FILE), type=Owner)
    return None


def article_of(folder: Path) -> Article | None:
    """The article whose episode is in the folder, or None.

    Raises:
        OutputError: The folder can't be read.
    """
    with suppress(ValueError):
        return msgspec.json.decode(_content(folder / EPISODE_FILE), type=_Episode).article
    return None


def claim(folder: Path, owner: Owner) -> None:
    """Writes the claim unless there is one: a hard link fails if the name is taken, and appears with its content."""
    path = folder / CLAIM_FILE
    part = part_for(path)
    part.write_bytes(msgspec.json.encode(owner))
    try:
        with suppress(FileExistsError):
            path.hardlink_to(part)
    except OSError:
        _claim_unlinked(path, msgspec.json.encode(owner))
    finally:
        part.unlink(missing_ok=True)


def _claim_unlinked(path: Path, content: bytes) -> None:
    """Where there are no hard links (FAT, some network drives) the first to create the file has it, and then writes it.

    A claim that stays empty is of a process that died in between; it is left alone, since it may be slow and not dead.
    """
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        deadline = monotonic() + _WRITING
        while _empty(path) and monotonic() < deadline:
            sleep(0.01)


def _empty(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_size == 0
    return False


def _content(path: Path) -> bytes:
    with translated(path):
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return b""
