"""Bytes to files that are whole or absent: written under another name in the same folder, then renamed."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from audiofy.errors import OutputError
from audiofy.output.parts import part_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REMEDIES = {
    errno.ENOSPC: "The disk is full: make room and run it again.",
    errno.EDQUOT: "Your quota is used up: make room and run it again.",
    errno.EROFS: "The file system is read-only: choose another folder with --output.",
    errno.EACCES: "Check the folder's permissions, or choose another with --output.",
    errno.EPERM: "Check the folder's permissions, or choose another with --output.",
    errno.ENOTDIR: "A file stands where a folder should be: choose another with --output.",
    errno.ENAMETOOLONG: "Choose a folder with a shorter path with --output.",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Faults of the file system at `path` as OutputError, with what to do about them."""
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "Check the folder, or choose another with --output.")
        raise OutputError(f"Can't write {path}: {error.strerror or error}.", remedy) from error


@contextmanager
def temporary(path: Path, *, durable: bool = False) -> Iterator[Path]:
    """A name in the folder of `path` to write to; renamed to `path` at the end, removed if anything fails.

    A process that is killed leaves at most a file that ends in ".part", never half a file under the final name.

    Args:
        path: The final name; its folder is made.
        durable: Waits until the disk has the content before it gets its name: a file system may write a name down
            before what it names, and a power cut in between leaves an empty file..

    Raises:
        OutputError: The folder can't be made or the file not be renamed.
    """
    part = part_for(path)
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
            if durable:
                _to_disk(part, os.O_RDWR)
            os.replace(part, path)  # noqa: PTH105 - Path.replace would hide that it is the atomic rename we rely on
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Writes a file at once: readers see the old one or the new one, also after a crash.

    Args:
        path: Where; its folder is made.
        content: The whole file.
        durable: Waits until the disk has it, so that it survives a power cut. False for what can be made again.

    Raises:
        OutputError: It can't be written.
    """
    with temporary(path, durable=durable) as part:
        part.write_bytes(content)


def keep_names(folder: Path) -> None:
    """Waits until the disk has the names of what is in a folder; nothing where a folder can't be waited for."""
    with suppress(OSError):  # Windows opens no folders, and some network drives have nothing to wait for
        _to_disk(folder, os.O_RDONLY)


def _to_disk(path: Path, mode: int) -> None:
    number = os.open(path, mode)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Writes a file that can be made again, unless it holds just that already; says whether it wrote.

    Raises:
        OutputError: It can't be written.
    """
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except OSError:
        pass  # not there or not readable: writing says what is wrong
    write_whole(path, content, durable=False)
    return True
