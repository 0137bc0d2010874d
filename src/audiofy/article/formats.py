"""A Page to what was found in it: by its media type, or by how it begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.article.decoding import decode
from audiofy.article.fetch import is_address
from audiofy.article.fetch.files import media_type_of
from audiofy.article.finding import Finding
from audiofy.article.sources import unpacked
from audiofy.article.sources.feeds import is_feed, read_feed
from audiofy.article.sources.lists import is_opml, read_opml
from audiofy.article.sources.sitemaps import is_sitemap, read_sitemap
from audiofy.article.sources.xml import opening, root_name
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Article

if TYPE_CHECKING:
    from audiofy.model import Page
    from audiofy.settings import Reading

_HTML = ("text/html", "application/xhtml+xml")
# What an HTML document begins with, or a piece of one.
_HTML_ROOTS = frozenset("html head body article main section div p h1 h2".split())
_FRONT_MATTER = ("---", "+++", "\ufeff---", "\ufeff+++")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_PACKED = b"\x1f\x8b"
_MOST_UNPACKED = 50_000_000
# Readers of PDF allow so much before the mark that it begins with (PDF Reference 1.7, appendix H).
_PDF_WITHIN = 1024
_MAIL_WITHIN = 200
_MAIL_HEADERS = (b"Return-Path:", b"Received:", b"MIME-Version:", b"Delivered-To:", b"From: <Saved by ")
_BEGINNING = 65536
_STANDARD_INPUT = "Standard input"


def read_page(page: Page, reading: Reading, *, part: str = "", raw: bool = False) -> Finding:
    """What was found in `page`.

    Args:
        page: A source as it was fetched.
        reading: What counts as the article.
        part: Which entry of a feed or chapter of a book is meant.
        raw: Reads text as it stands.

    Raises:
        SourceError: It is empty, or not what it says, or holds many articles and `part` names none.
        MissingDependencyError: The library for its format is not installed.
    """
    name = _STANDARD_INPUT if page.url == "-" else page.url
    if not page.content.strip():
        raise UnreadableSourceError(f"{name} is empty.", "Check what you copied or saved.")
    document = _read_document(page, name, reading, part=part, raw=raw)
    if document is not None:
        return document
    text = decode(page.content, name=name, charset=page.charset)
    if page.media_type in _HTML or _is_html(text):
        from audiofy.article.markup import read_html

        return read_html(text, page.url, reading)
    if page.media_type == "text/markdown" or text.startswith(_FRONT_MATTER):
        from audiofy.article.markup.front_matter import split_front_matter
        from audiofy.article.markup.markdown import read_markdown

        if page.media_type == "text/markdown" or split_front_matter(text)[0]:
            return read_markdown(text, page.url, reading)
    from audiofy.article import plaintext

    return plaintext.read_everything(text, page.url) if raw else plaintext.read_plaintext(text, page.url)


def _is_html(text: str) -> bool:
    return text.lstrip()[:1] == "<" and root_name(text[:_BEGINNING].encode("utf-8", "replace")) in _HTML_ROOTS


def _read_document(page: Page, name: str, reading: Reading, *, part: str, raw: bool) -> Finding | None:
    """What was found in a document that is no text by itself, or holds many articles; None if it is neither."""
    content = page.content
    if b"%PDF-" in content[:_PDF_WITHIN] and not content.lstrip().startswith(b"<"):
        from audiofy.article.documents.pdf import read_pdf

        return read_pdf(content, name)
    if content.startswith(_ZIP):
        return _read_package(content, name, reading, part)
    if content.startswith(_RTF):
        raise UnreadableSourceError(f"{name} is an RTF file.", "Save it as DOCX or as text.")
    if content.startswith(_OLD_OFFICE):
        raise UnreadableSourceError(
            f"{name} is an old Word file, or one with a password.", "Save it as DOCX without a password, or as text."
        )
    if page.media_type == "message/rfc822" or content[:_MAIL_WITHIN].lstrip().startswith(_MAIL_HEADERS):
        from audiofy.article.documents.mail import read_mail

        return read_mail(content, name, reading)
    if content.startswith(_PACKED):
        return _read_packed(page, reading, part=part, raw=raw)
    if page.media_type == "application/json" and not raw and not is_feed(content):
        raise UnreadableSourceError(f"{name} is JSON, and no feed.", "Give audiofy a JSON feed, or the text itself.")
    return _read_many(content, name, reading, part)


def _read_package(content: bytes, name: str, reading: Reading, part: str) -> Finding:
    from audiofy.article.documents.docx import is_docx, read_docx
    from audiofy.article.documents.epub import is_book, read_epub

    if is_book(content, name):
        return read_epub(content, name, part, reading)
    if is_docx(content, name):
        return read_docx(content, name)
    raise UnreadableSourceError(
        f"{name} is a package of files, and neither EPUB nor DOCX.",
        "Unpack it and name what is in it, or save as DOCX.",
    )


def _read_packed(page: Page, reading: Reading, *, part: str, raw: bool) -> Finding:
    """What is in a gzip file; what is packed twice is nobody's article, and may be packed without end."""
    content = unpacked(page.content, _MOST_UNPACKED)
    if content.startswith(_PACKED):
        raise UnreadableSourceError(f"{page.url} is packed twice.", "Unpack it and name what is in it.")
    media_type = media_type_of(page.url.removesuffix(".gz"))
    return read_page(replace(page, content=content, media_type=media_type), reading, part=part, raw=raw)


def _read_many(content: bytes, name: str, reading: Reading, part: str) -> Finding | None:
    if not opening(content).startswith(("<", "{")):
        return None  # an MP3 holds XML too, in its tags
    if part and is_feed(content):
        return _read_entry(content, name, reading, part)
    for kind, looks, reads in (
        ("feed", is_feed, read_feed),
        ("sitemap", is_sitemap, read_sitemap),
        ("list of feeds", is_opml, read_opml),
    ):
        if looks(content):
            reads(content, name)  # says so where it is broken
            raise UnreadableSourceError(
                f"{name} is a {kind} with many articles.",
                f"Convert {_whole(name)} to read them all, or name one of them.",
            )
    return None


def _whole(name: str) -> str:
    """How to name to `audiofy convert` what holds many articles."""
    if is_address(name):
        return f"feed:{name}"
    return "a file with it" if name == _STANDARD_INPUT else "it"


def _read_entry(content: bytes, name: str, reading: Reading, part: str) -> Finding:
    """The entry of a feed whose key is `part`. Its URL is the article's own, so that it is one with the page's."""
    from audiofy.article.markup import parse
    from audiofy.article.markup.clean import drop_backlink, items_of

    entry = next((entry for entry in read_feed(content, name) if entry.key == part), None)
    if entry is None:
        raise SourceNotFoundError(f"{name} has no entry {part} any more.", "Read the feed again.")
    tree = parse(entry.content) if entry.content.strip() else None
    if tree is not None:
        drop_backlink(tree, entry.url)
    article = Article(
        url=entry.url or f"{name}#entry={part}",
        title=entry.title,
        blocks=(),
        authors=entry.authors,
        published=entry.published,
        publisher=entry.publisher,
        language=entry.language,
    )
    return Finding(article=article, items=items_of(tree, reading) if tree is not None else ())
