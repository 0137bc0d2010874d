"""Book: the talking book is whole, and holds the words and the sound of its episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault, Unavailable
from audiofy.audit.words import excerpt, heard, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held

book = Family("book")
_PUBLISH = "Publish again with audiofy publish."


@book.check("book-readable", why="Reading systems refuse a damaged book.", remedy=_PUBLISH)
def book_readable(held: Held) -> Iterator[Fault]:
    """The talking book, if there is one, can be read to its last byte."""
    path = held.folder / f"{held.folder.name}.epub"
    if path.is_file():
        try:
            _ = held.book
        except Unavailable as error:
            yield Fault(str(error), path.name)


@book.check("book-disclosure", why="A book is passed on without its page.", remedy=_PUBLISH)
def book_disclosure(held: Held) -> Iterator[Fault]:
    """The talking book says it where accessibility tools look (schema:accessibilitySummary)."""
    if squeezed(held.episode.disclosure.sentence) not in squeezed(held.book.package):
        yield Fault("its metadata doesn't have the disclosure", f"{held.folder.name}.epub")


@book.check("book-complete", why="Who reads along in the book gets less than who listens.", remedy=_PUBLISH)
def book_complete(held: Held) -> Iterator[Fault]:
    """Each spoken line is in the book."""
    text = squeezed(held.book.text)
    for line in held.episode.lines:
        if heard(line.text) and squeezed(line.text) not in text:
            yield Fault(f"the line {excerpt(line.text)} is missing", f"{held.folder.name}.epub")


@book.check("book-audio", why="Sound and highlighted words would drift apart.", remedy=_PUBLISH)
def book_audio(held: Held) -> Iterator[Fault]:
    """The sound in the book is the episode's recording, byte by byte."""
    if held.book.audio and held.episode.recording.sha256 not in held.book.audio:
        yield Fault("the recording in it is another one", f"{held.folder.name}.epub")
