"""PDF files with a text layer to the article in them. The only pypdf."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from audiofy.article.documents.columns import in_columns
from audiofy.article.documents.headed import headed
from audiofy.article.lines import clean, ends_sentence
from audiofy.errors import MissingDependencyError, UnreadableSourceError
from audiofy.model import Article, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdf import PageObject

    from audiofy.article.finding import Finding

_MOST_PAGES = 500
_RUNNING = 3
_EDGE = 2
_FULL_LINE = 0.8
_HEADING_WORDS = 12
# What programs write for a title: the name of the file they made the PDF of.
_FILE_NAME = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|pages|pptx?|html?)$|^untitled", re.IGNORECASE
)
# What pypdf lets through from damaged files, besides its own errors.
_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OSError,
    EOFError,
    struct.error,
    zlib.error,
)


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
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSourceError(f"{name} is locked with a password.", "Save a copy of it without one.")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableSourceError(
                f"{name} has more than {_MOST_PAGES} pages, which is more than an article.", "Cut it into articles."
            )
        pages = [_page(page) for page in reader.pages]
        about = reader.metadata
        title, author = str((about and about.title) or "").strip(), str((about and about.author) or "").strip()
    except (pypdf.errors.PyPdfError, pypdf.errors.DependencyError, *_FAULTS) as error:
        raise UnreadableSourceError(
            f"{name} is a PDF that can't be read: {str(error).rstrip('.')}.", "Save its text and name that file."
        ) from error
    paragraphs = list(_paragraphs(_without_running_lines(pages)))
    if not paragraphs:
        raise UnreadableSourceError(f"{name} has no text layer.", "It may be a scan; recognise its text first.")
    article = Article(
        url=name,
        title="" if _FILE_NAME.search(title) else " ".join(clean(title).split()),
        blocks=(),
        authors=(author,) if author else (),
    )
    return headed(article, ((_role(text), text) for text in paragraphs), "a PDF file", titled=True)


def _role(text: str) -> Role:
    return Role.PARAGRAPH if ends_sentence(text) or len(text.split()) > _HEADING_WORDS else Role.HEADING


def _page(page: PageObject) -> str:
    """The text of a page; where its lines run across columns, one column after the other."""
    text = page.extract_text()
    with suppress(*_FAULTS):  # without places, there is still the text
        text = in_columns(text, page.extract_text(extraction_mode="layout"))
    return clean(text)


def _without_running_lines(pages: Iterable[str]) -> Iterator[str]:
    """The lines of all pages without page numbers and what stands at the top or the bottom of three, or of both of two.

    A page that ends with a sentence ends with an empty line too.
    """
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    most, depth = (_RUNNING, _EDGE) if len(split) >= _RUNNING else (2, 1)
    edges = Counter(_figureless(line) for lines in split for line in {*lines[:depth], *lines[-depth:]} if line)
    for lines in split:
        last = ""
        for place, line in enumerate(lines):
            edge = place < depth or place >= len(lines) - depth
            if not (edge and line and (edges[_figureless(line)] >= most or not _figureless(line))):
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
