"""A talking book (EPUB) to what its package document says."""

from __future__ import annotations

from html import unescape
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception, and "error" says nothing

from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

# What zipfile raises of damaged files: RuntimeError of encrypted ones, NotImplementedError of unknown compression.
_DAMAGED = (BadZipFile, ZlibError, LZMAError, OSError, NotImplementedError, RuntimeError, ValueError, EOFError)

# A package document has some kilobytes; one that unfolds to more is no book of ours.
_LARGEST = 5_000_000


def read_package(path: Path) -> str:
    """The text of an EPUB's package document, with its markup.

    Raises:
        Unavailable: It is no EPUB, or too large.
    """
    try:
        with ZipFile(path) as book:
            package = next((one for one in book.infolist() if one.filename.endswith(".opf")), None)
            if package is None or package.file_size > _LARGEST:
                raise Unavailable(f"{path.name} has no package document that can be read")
            with book.open(package) as file:
                return unescape(file.read(_LARGEST).decode("utf-8", "replace"))
    except _DAMAGED as error:
        raise Unavailable(f"{path.name} is no book that can be read") from error
