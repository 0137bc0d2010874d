"""EPUB books to their chapters, one article each (https://www.w3.org/TR/epub-33/). Pure."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from audiofy.article.dates import normal
from audiofy.article.decoding import decode
from audiofy.article.documents.packages import Package
from audiofy.article.finding import Finding, empty
from audiofy.article.sources.xml import child_text, local, parse_xml
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Article, Role

if TYPE_CHECKING:
    from lxml.etree import _Element

    from audiofy.settings import Reading

_FEWEST_WORDS = 30
_LINKED = 0.7
_OPENING_ITEMS = 3
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)/>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A document in the reading order of a book, with what the book says of itself."""

    content: str
    book: str
    authors: tuple[str, ...]
    published: str
    language: str


def is_book(content: bytes, name: str) -> bool:
    """Whether a zip package is an EPUB, whatever it is called.

    Raises:
        UnreadableSourceError: It is damaged.
    """
    return _CONTAINER in Package(content, name).names


def chapters(content: bytes, name: str) -> tuple[Chapter, ...]:
    """The documents of a book in reading order; covers and contents, which have hardly a word, are left out.

    Raises:
        UnreadableSourceError: It is no EPUB, damaged, locked, or has no text.
    """
    package = Package(content, name)
    if _CONTAINER not in package.names:
        raise UnreadableSourceError(f"{name} is no EPUB book.", "Give audiofy an EPUB, or the text itself.")
    container = parse_xml(package.read(_CONTAINER), name)
    root = next((element.get("full-path") or "" for element in container.iter() if local(element) == "rootfile"), "")
    book = parse_xml(package.read(root), name)
    metadata = next((element for element in book if local(element) == "metadata"), book)
    locked = _locked(package, name)
    found = []
    for path in _reading_order(book, posixpath.dirname(root)):
        if path in locked:
            raise UnreadableSourceError(f"{name} is locked by its seller (DRM).", "Give audiofy a copy without a lock.")
        document = _markup(package.read(path), name) if path in package.names else ""
        if _words(document) >= _FEWEST_WORDS:
            found.append(
                Chapter(
                    content=document,
                    book=child_text(metadata, "title"),
                    authors=tuple(filter(None, (element.text for element in metadata if local(element) == "creator"))),
                    published=normal(child_text(metadata, "date")),
                    language=child_text(metadata, "language"),
                )
            )
    if not found:
        raise UnreadableSourceError(f"{name} has no chapter with text.", "It may be a book of pictures.")
    return tuple(found)


def _locked(package: Package, name: str) -> frozenset[str]:
    """The members that are encrypted (https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml)."""
    if _ENCRYPTION not in package.names:
        return frozenset()
    listed = parse_xml(package.read(_ENCRYPTION), name)
    return frozenset(
        unquote(element.get("URI") or "") for element in listed.iter() if local(element) == "cipherreference"
    )


def _markup(document: bytes, name: str) -> str:
    """A document as HTML: there, an element that is closed where it begins stays open to the end of the page."""
    return _CLOSED.sub(r"<\1\2></\1>", decode(document, name=name)) if document.strip() else ""


def _words(document: str) -> int:
    """How many words of a document are its own, and no links to others: contents have none."""
    from audiofy.article.markup import parse
    from audiofy.article.markup.clean import strip
    from audiofy.article.markup.prepared import text_of

    tree = parse(document) if document else None
    if tree is None:
        return 0
    strip(tree)
    words = len(text_of(tree).split())
    linked = sum(len(text_of(link).split()) for link in tree.iter("a") if link.get("href"))
    return 0 if linked > _LINKED * words else words


def _reading_order(book: _Element, folder: str) -> list[str]:
    paths = {
        element.get("id"): posixpath.normpath(posixpath.join(folder, unquote(element.get("href") or "")))
        for element in book.iter()
        if local(element) == "item"
    }
    spine = [element for element in book.iter() if local(element) == "itemref" and element.get("linear") != "no"]
    # A spine names a document once; one that names it a thousand times is a bomb.
    return list(dict.fromkeys(paths[element.get("idref")] for element in spine if element.get("idref") in paths))


def read_epub(content: bytes, name: str, part: str, reading: Reading) -> Finding:
    """Chapter number `part` of a book, or its only one.

    Raises:
        SourceNotFoundError: There is no such chapter.
        UnreadableSourceError: It is no EPUB, or has several chapters and `part` names none.
    """
    from audiofy.article.markup import parse
    from audiofy.article.markup.clean import items_of

    found = chapters(content, name)
    if not part and len(found) > 1:
        raise UnreadableSourceError(
            f"{name} has {len(found)} chapters.", f"Name one, as {name}#chapter=1, or convert the book."
        )
    number = int(part) if part.isdecimal() else 1
    if not 1 <= number <= len(found):
        raise SourceNotFoundError(f"{name} has no chapter {part or 1}.", f"It has {len(found)}.")
    chapter = found[number - 1]
    tree = parse(chapter.content)
    if tree is None:
        return empty(name)
    items = items_of(tree, reading)
    # A heading further down is that of a section.
    opening = (item for item in items[:_OPENING_ITEMS] if item.role is Role.HEADING)
    title = next((item.verdict.text for item in opening), "")
    items = tuple(item for item in items if not (item.role is Role.HEADING and item.verdict.text == title))
    article = Article(
        url=f"{name}#chapter={number}",
        title=title or f"{chapter.book}, {number}".strip(", "),
        blocks=(),
        publisher=chapter.book,
        authors=chapter.authors,
        published=chapter.published,
        language=chapter.language,
    )
    return Finding(article=article, items=items)
