"""A talking book (EPUB) to what it says and what is heard in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception, and "error" says nothing

from audiofy.audit.evidence.transcripts import text_of_html
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

# What zipfile raises of damaged files: RuntimeError of encrypted ones, NotImplementedError of unknown compression.
_DAMAGED = (BadZipFile, ZlibError, LZMAError, OSError, NotImplementedError, RuntimeError, ValueError, EOFError)

# Package document and chapters have some kilobytes, a day's audio 1 GB; what unfolds to more is no book of ours.
_LARGEST, _LARGEST_BOOK = 5_000_000, 2_000_000_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """`package` is the package document with its markup, `text` that of all chapters, `audio` the MP3s' SHA-256."""

    package: str
    text: str
    audio: tuple[str, ...]


def read_book(path: Path) -> Book:
    """What an EPUB holds; every byte of it is read, so that its checksums are checked.

    Raises:
        Unavailable: It is no EPUB, damaged anywhere, or too large.
    """
    package, texts, audio = "", [], []
    try:
        with ZipFile(path) as book:
            if sum(member.file_size for member in book.infolist()) > _LARGEST_BOOK:
                raise ValueError(f"{path.name} is too large")
            for member in book.infolist():
                if member.filename.endswith(".opf"):
                    package = unescape(_text(book, member))
                elif member.filename.endswith((".xhtml", ".html")):
                    texts.append(text_of_html(_text(book, member).encode()))
                else:
                    digest = _digest(book, member)
                    audio += [digest] * member.filename.endswith(".mp3")
    except _DAMAGED as error:
        raise Unavailable(f"{path.name} is no book that can be read") from error
    if not package:
        raise Unavailable(f"{path.name} has no package document")
    return Book(package=package, text="\n".join(texts), audio=tuple(audio))


def _text(book: ZipFile, member: ZipInfo) -> str:
    if member.file_size > _LARGEST:
        raise ValueError(f"{member.filename} is too large")
    with book.open(member) as file:
        return file.read(_LARGEST).decode("utf-8", "replace")


def _digest(book: ZipFile, member: ZipInfo) -> str:
    digest = sha256()
    with book.open(member) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
