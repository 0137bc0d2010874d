"""EPUB books to their chapters, one article each (https://www.w3.org/TR/epub-33/). Pure."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from audiofy.article.dates import normal
from audiofy.article.documents.packages import Package
from audiofy.article.finding import Finding, empty
from audiofy.article.sources.xml import child_text, local, parse_xml
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Article, Role

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEWEST_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A document in the reading order of a book, with what the book says of itself."""

    content: bytes
    book: str
    authors: tuple[str, ...]
    published: str
    language: str


def chapters(content: bytes, name: str) -> tuple[Chapter, ...]:
    """The documents of a book in reading order; covers and contents, which have hardly a word, are left out.

    Raises:
        UnreadableSourceError: It is no EPUB, or damaged.
    """
    from audiofy.article.markup import parse
    from audiofy.article.markup.prepare import text_of

    package = Package(content, name)
    if "META-INF/container.xml" not in package.names:
        raise UnreadableSourceError(f"{name} is no EPUB book.", "Give audiofy an EPUB, or the text itself.")
    container = parse_xml(package.read("META-INF/container.xml"), name)
    root = next((element.get("full-path") or "" for element in container.iter() if local(element) == "rootfile"), "")
    book = parse_xml(package.read(root), name)
    metadata = next((element for element in book if local(element) == "metadata"), book)
    found = []
    for path in _reading_order(book, posixpath.dirname(root)):
        document = package.read(path) if path in package.names else b""
        tree = parse(document.decode("utf-8", "replace")) if document else None
        if tree is not None and len(text_of(tree).split()) >= _FEWEST_WORDS:
            found.append(
                Chapter(
                    content=document,
                    book=child_text(metadata, "title"),
                    authors=tuple(filter(None, (element.text for element in metadata if local(element) == "creator"))),
                    published=normal(child_text(metadata, "date")) if child_text(metadata, "date") else "",
                    language=child_text(metadata, "language"),
                )
            )
    return tuple(found)


def _reading_order(book: _Element, folder: str) -> list[str]:
    paths = {
        element.get("id"): posixpath.normpath(posixpath.join(folder, unquote(element.get("href") or "")))
        for element in book.iter()
        if local(element) == "item"
    }
    spine = [element for element in book.iter() if local(element) == "itemref" and element.get("linear") != "no"]
    # A spine names a document once; one that names it a thousand times is a bomb.
    return list(dict.fromkeys(paths[element.get("idref")] for element in spine if element.get("idref") in paths))


def read_epub(content: bytes, name: str, part: str) -> Finding:
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
    tree = parse(chapter.content.decode("utf-8", "replace"))
    if tree is None:
        return empty(name)
    items = items_of(tree)
    title = next((item.verdict.text for item in items if item.role is Role.HEADING), "")
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
