"""PDF files with a text layer to the article in them. The only pypdf."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from audiofy.article.finding import Finding, Item
from audiofy.article.lines import clean, ends_sentence
from audiofy.errors import MissingDependencyError, UnreadableSourceError
from audiofy.model import Article, Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_PAGES = 500
_RUNNING = 3
_FULL_LINE = 0.8
_HEADING_WORDS = 12


def read_pdf(content: bytes, name: str) -> Finding:
    """The text of a PDF in paragraphs; lines that run along its pages and page numbers are left out.

    Raises:
        MissingDependencyError: pypdf is not installed.
        UnreadableSourceError: It is damaged, locked, or has no text layer.
    """
    try:
        import pypdf
    except ImportError as error:
        raise MissingDependencyError("Reading PDF files needs pypdf.", "Run: pip install 'audiofy[pdf]'.") from error
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        pages = [clean(page.extract_text()) for _, page in zip(range(_MOST_PAGES), reader.pages, strict=False)]
        about = reader.metadata
        title, author = str((about and about.title) or "").strip(), str((about and about.author) or "").strip()
    except (
        pypdf.errors.PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise UnreadableSourceError(
            f"{name} is a PDF that can't be read: {error}.", "Save its text and name that file."
        ) from error
    paragraphs = list(_paragraphs(_without_running_lines(pages)))
    if not paragraphs:
        raise UnreadableSourceError(f"{name} has no text layer.", "It may be a scan; recognise its text first.")
    if not title and len(paragraphs[0].split()) <= 2 * _HEADING_WORDS and not ends_sentence(paragraphs[0]):
        title = paragraphs.pop(0)
    items = (
        Item(verdict=Verdict(text=text, label=role.value, reason="a PDF file", kept=True), role=role, near=True)
        for text in paragraphs
        if text != title
        for role in (Role.PARAGRAPH if ends_sentence(text) or len(text.split()) > _HEADING_WORDS else Role.HEADING,)
    )
    return Finding(
        article=Article(url=name, title=title, blocks=(), authors=(author,) if author else ()), items=tuple(items)
    )


def _without_running_lines(pages: Iterable[str]) -> Iterator[str]:
    """The lines of all pages without those that stand at the top or the bottom of three or more, and page numbers.

    A page that ends with a sentence ends with an empty line too.
    """
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    edges = Counter(_figureless(line) for lines in split for line in {*lines[:2], *lines[-2:]} if line)
    for lines in split:
        last = ""
        for place, line in enumerate(lines):
            edge = place < _RUNNING - 1 or place >= len(lines) - _RUNNING + 1
            if not (edge and line and (edges[_figureless(line)] >= _RUNNING or not _figureless(line))):
                last = line or last
                yield line
        if ends_sentence(last):
            yield ""


def _figureless(line: str) -> str:
    return re.sub(r"[\W\d]+", " ", line).strip()


def _paragraphs(lines: Iterator[str]) -> Iterator[str]:
    """Lines joined where they were broken: a line that is full, or ends in no sentence, goes on in the next."""
    rows = list(lines)
    usual = sorted(len(row) for row in rows if row)
    full = _FULL_LINE * usual[int(len(usual) * 0.8)] if usual else 0
    text = ""
    for row in rows:
        if row:
            text = text[:-1] + row if text.endswith("-") and row[0].islower() else f"{text} {row}".strip()
        if text and (not row or (len(row) < full and (ends_sentence(row) or len(text) < full))):
            yield text
            text = ""
    if text:
        yield text
