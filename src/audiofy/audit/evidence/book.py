"""A talking book (EPUB) to what it says and what is heard in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception, and "error" says nothing

from audiofy.audit.evidence.transcripts import Said, parsed, passages, text_of_html
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

# What zipfile raises of damaged files: RuntimeError of encrypted ones, NotImplementedError of unknown compression.
_DAMAGED = (BadZipFile, ZlibError, LZMAError, OSError, NotImplementedError, RuntimeError, ValueError, EOFError)

# Package document and chapters have some kilobytes, a day's audio 1 GB; what unfolds to more is no book of ours.
_LARGEST, _LARGEST_BOOK = 5_000_000, 2_000_000_000
_PIECE = 1 << 20

# EPUB 3.3, 9.2.2: a text and its stretch of sound; audiofy writes the clock values in seconds.
_PAIR = re.compile(
    r'<text\s+src="([^"]{1,500})"\s*/>\s*<audio\b[^>]{0,500}\bclipBegin="(\d{1,7}(?:\.\d{1,6})?)s"\s+clipEnd="(\d{1,7}(?:\.\d{1,6})?)s"'
)

# Dublin Core, as EPUB 3.3, 5.5.3 has it in the package document.
_NAME = {name: re.compile(rf"<dc:{name}\b[^>]{{0,200}}>(.{{0,2000}}?)</dc:{name}>") for name in ("title", "creator")}

# A chapter's text; what audiofy says of the book itself is small print.
_CHAPTER = "//section//text()[not(ancestor::small)]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """`package` is the package document with its markup, `text` that of all chapters, `audio` the MP3s' SHA-256.

    `overlays` are what is highlighted when: the words that a media overlay ties to a stretch of sound. `passages` are
    the pieces of text of the chapters, without the small print, `names` the titles and creators of its metadata.
    """

    package: str
    text: str
    audio: tuple[str, ...]
    overlays: tuple[Said, ...] = ()
    passages: tuple[str, ...] = ()
    names: dict[str, list[str]] = field(default_factory=dict)


def read_book(path: Path) -> Book:
    """What an EPUB holds; every byte of it is read, so that its checksums are checked.

    Raises:
        Unavailable: It is no EPUB, damaged anywhere, or too large.
    """
    package, texts, audio, pairs = "", [], [], []
    pieces: list[str] = []
    words: dict[str, str] = {}
    try:
        with ZipFile(path) as book:
            if sum(member.file_size for member in book.infolist()) > _LARGEST_BOOK:
                raise ValueError(f"{path.name} is too large")
            for member in book.infolist():
                if member.filename.endswith(".opf"):
                    package = unescape(_text(book, member))
                elif member.filename.endswith((".xhtml", ".html")):
                    content = _text(book, member)
                    texts.append(text_of_html(content.encode()))
                    pieces += passages(content.encode(), _CHAPTER)
                    words |= _named(PurePosixPath(member.filename).name, content)
                elif member.filename.endswith(".smil") and member.file_size <= _LARGEST:
                    pairs += _PAIR.findall(_text(book, member))
                else:
                    digest = _digest(book, member)
                    audio += [digest] * member.filename.endswith(".mp3")
    except _DAMAGED as error:
        raise Unavailable(f"{path.name} is no book that can be read") from error
    if not package:
        raise Unavailable(f"{path.name} has no package document")
    overlays = tuple(
        Said(start=float(start), end=float(end), text=words[place]) for place, start, end in pairs if place in words
    )
    text = "\n".join(texts)
    names = {name: _NAME[name].findall(package) for name in _NAME}
    return Book(package=package, text=text, audio=tuple(audio), overlays=overlays, passages=tuple(pieces), names=names)


def _named(name: str, content: str) -> dict[str, str]:
    """The text of each element with an id, by the address that an overlay has for it."""
    elements = parsed(content.encode()).xpath("//*[@id]")
    return {f"{name}#{element.get('id')}": str(element.text_content()) for element in elements}


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
