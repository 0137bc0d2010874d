"""One run at a time in an output folder, or the name of the one that is there.

The lock saves work and nothing else: without it (a file system that has no locks) two runs make some articles twice,
but every file is whole, and an episode.json always describes the MP3 beside it.
"""

from __future__ import annotations

import getpass
import os
import platform
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from audiofy import output
from audiofy.batch.index import FOLDER
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCK = "lock"
HOLDER = "holder.json"
_MOMENT = 0.25


class Holder(msgspec.Struct, frozen=True):
    """Who holds the lock: process id, machine, user, since when (ISO 8601) and with which command."""

    pid: int
    host: str
    user: str
    since: str
    command: str

    def __str__(self) -> str:
        """The holder in a few words."""
        return f"process {self.pid} of {self.user} on {self.host}, since {self.since}: {self.command}"


@contextmanager
def held(folder: Path, *, wait: bool = False, tell: Callable[[str], None] = lambda _text: None) -> Iterator[None]:
    """Holds the lock of an output folder; it is free at once when this process dies, however it dies.

    Args:
        folder: The output folder.
        wait: Waits for it instead of refusing.
        tell: Called with a line for people when there is something to wait for, or no lock to have.

    Raises:
        OutputError: Another run has it, or the folder can't be written.
    """
    import filelock

    place = folder / FOLDER
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(place / LOCK)
        try:
            # `is_held` takes it for a moment.
            lock.acquire(timeout=_MOMENT, poll_interval=_MOMENT / 5)
        except filelock.Timeout:
            if not wait:
                raise _taken(folder) from None
            tell(f"Waiting for another run in {folder}: {holder(folder) or 'unknown'}.")
            lock.acquire()
    except NotImplementedError:
        tell(f"{folder} has no locks: two runs at once would do the same work twice.")
        yield
        return
    except OSError as error:
        raise OutputError(
            f"Can't write {place}: {error.strerror or error}.", "Check the folder, or choose another with --output."
        ) from error
    try:
        output.write_whole(place / HOLDER, msgspec.json.encode(_myself()), durable=False)
        yield
    finally:
        with suppress(OSError):
            (place / HOLDER).unlink()
        lock.release()


def holder(folder: Path) -> Holder | None:
    """Who holds the lock of an output folder, as far as it says."""
    try:
        return msgspec.json.decode((folder / FOLDER / HOLDER).read_bytes(), type=Holder)
    except (OSError, ValueError):
        return None


def is_held(folder: Path) -> bool:
    """Whether a run has the folder now."""
    import filelock

    path = folder / FOLDER / LOCK
    if not path.exists():
        return False
    lock = filelock.FileLock(path)
    try:
        lock.acquire(timeout=0)
    except (filelock.Timeout, NotImplementedError, OSError):
        return True
    lock.release()
    return False


def _taken(folder: Path) -> OutputError:
    who = holder(folder)
    return OutputError(
        f"Another run is writing to {folder}{f' ({who})' if who else ''}.", "Wait for it with --wait, or stop it."
    )


def _myself() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container without that user in its passwd
        user = "somebody"
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return Holder(os.getpid(), platform.node(), user, since, " ".join(sys.argv)[:200])
