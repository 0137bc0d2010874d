"""What every way of uploading does; and the system's own programs, run."""

from __future__ import annotations

import shutil
import subprocess
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.errors import MissingDependencyError, PublishingError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Carrier(ABC):
    """Brings the files of a folder to a target. Names are relative to both, with slashes."""

    def __init__(self, root: Path, target: str) -> None:
        if urlsplit(target).netloc.startswith("-"):
            raise PublishingError(f"{target} names no server.", "A server's name can't begin with a hyphen.")
        self.root = root
        self.target = target

    def changed(self, hashes: dict[str, str], before: dict[str, str]) -> list[str]:
        """Which of the files, given with their hashes, are to be sent; `before` is what the list at the target says."""
        return [name for name, digest in hashes.items() if before.get(name) != digest]

    @abstractmethod
    def read(self, name: str) -> bytes | None:
        """A file of the target, or None if it isn't there.

        Raises:
            PublishingError: That can't be told.
        """

    @abstractmethod
    def write(self, name: str, content: bytes) -> None:
        """Puts a file there."""

    @abstractmethod
    def send(self, names: Sequence[str], on_file: Callable[[str], None]) -> None:
        """Sends files in that order."""

    @abstractmethod
    def remove(self, names: Sequence[str]) -> None:
        """Removes files, and folders that are then empty; what is gone already is no fault."""


def program(name: str) -> str:
    """Where a program of the system is.

    Raises:
        MissingDependencyError: It isn't installed.
    """
    found = shutil.which(name)
    if found is None:
        raise MissingDependencyError(f"{name} isn't installed.", f"Install {name}, or upload to object storage.")
    return found


def run(command: list[str], given: str, target: str, *, let_be: int = 0) -> int:
    """Runs a program with text on its standard input, and gives its exit code: 0, or the one that is let be.

    Raises:
        PublishingError: It failed; the last line that it said is the reason.
    """
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    if done.returncode not in {0, let_be}:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PublishingError(
            f"Uploading to {target} failed: {said[-1] if said else f'exit {done.returncode}'}.", "Check the address."
        )
    return done.returncode
