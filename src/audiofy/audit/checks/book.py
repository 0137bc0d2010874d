"""Book: the talking book is whole, and holds the words and the sound of its episode."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from audiofy.audit.checks.timing import CLOSE
from audiofy.audit.finding import Family, Fault, Unavailable
from audiofy.audit.words import excerpt, foreign, heard, squeezed

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


@book.check("book-names", why="Libraries and reading systems file it under another name.", remedy=_PUBLISH)
def book_names(held: Held) -> Iterator[Fault]:
    """The metadata of the book has the headline and each author."""
    article = held.episode.article
    stated = {name: [squeezed(text) for text in texts] for name, texts in held.book.names.items()}
    for name, wanted in (("title", article.title), *(("creator", author) for author in article.authors)):
        if squeezed(wanted) and squeezed(wanted) not in stated.get(name, ()):
            yield Fault(f"its metadata doesn't have the {name} {excerpt(wanted)}", f"{held.folder.name}.epub")


@book.check("book-complete", why="Who reads along in the book gets less than who listens.", remedy=_PUBLISH)
def book_complete(held: Held) -> Iterator[Fault]:
    """Each spoken line is in the book."""
    text = squeezed(held.book.text)
    for line in held.episode.lines:
        if heard(line.text) and squeezed(line.text) not in text:
            yield Fault(f"the line {excerpt(line.text)} is missing", f"{held.folder.name}.epub")


@book.check("book-adds-nothing", why="It puts words in the article that nobody wrote.", remedy=_PUBLISH)
def book_adds_nothing(held: Held) -> Iterator[Fault]:
    """The chapter of the book has the headline and the lines of the script, and nothing else."""
    episode = held.episode
    for passage in foreign(held.book.passages, (episode.article.title, *(line.text for line in episode.lines))):
        yield Fault(f"it says {excerpt(passage)}, which is not in the article", f"{held.folder.name}.epub")


@book.check("book-in-time", why="The highlighted word is not the one that is heard.", remedy=_PUBLISH)
def book_in_time(held: Held) -> Iterator[Fault]:
    """What the book highlights is part of what is heard meanwhile."""
    lines = held.episode.lines
    cues = [cue for cue in held.episode.cues if 0 <= cue.line < len(lines)]
    starts, spoken = [cue.start for cue in cues], [squeezed(lines[cue.line].text) for cue in cues]
    for said in held.book.overlays:
        first = max(0, bisect_right(starts, said.start + CLOSE) - 1)
        last = bisect_left(starts, said.end - CLOSE)
        during = [spoken[at] for at in range(first, last) if cues[at].end > said.start + CLOSE]
        # Where nothing is heard, line-has-cue says so.
        backwards = said.end < said.start
        if backwards or (during and not any(squeezed(said.text) in one for one in during)):
            yield Fault(f"{excerpt(said.text)} is highlighted at {said.start:.2f} s", f"{held.folder.name}.epub")


@book.check("book-audio", why="Sound and highlighted words would drift apart.", remedy=_PUBLISH)
def book_audio(held: Held) -> Iterator[Fault]:
    """The sound in the book is the episode's recording, byte by byte."""
    if held.book.audio and held.episode.recording.sha256 not in held.book.audio:
        yield Fault("the recording in it is another one", f"{held.folder.name}.epub")
