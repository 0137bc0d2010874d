"""An output folder to the files in it, also while other runs make and remove folders there."""

from __future__ import annotations

import os
from fnmatch import filter as matching
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where audiofy keeps its own books, in an output folder.
BOOKS = ".audiofy"
# What operating systems keep at the top of a drive, and let nobody read.
_SYSTEMS = frozenset({"lost+found", "System Volume Information", "$RECYCLE.BIN"})


def files(root: Path, *patterns: str, books: bool = False) -> Iterator[Path]:
    """The files under a folder, in no order; what another run takes away meanwhile is passed over.

    Args:
        root: The folder; nothing is in one that isn't there.
        patterns: Of the names of the files that are asked for, such as "feed*.xml"; all files without.
        books: Whether audiofy's own are among them.

    Raises:
        OutputError: A folder can't be read.
    """
    passed = _SYSTEMS if books else {BOOKS, *_SYSTEMS}
    for here, folders, found in os.walk(root, onerror=_unless_gone):
        folders[:] = [folder for folder in folders if folder not in passed]
        for name in {name for pattern in patterns or ("*",) for name in matching(found, pattern)}:
            yield Path(here, name)


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise OutputError(
            f"Can't read {error.filename}: {error.strerror}.", "Check the folder's permissions, or move it elsewhere."
        ) from error
