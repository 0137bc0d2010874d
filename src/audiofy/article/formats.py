"""A Page to what was found in it: by its media type, or by how it begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.article.decoding import decode
from audiofy.article.finding import Finding, empty
from audiofy.article.sources import unpacked
from audiofy.article.sources.feeds import is_feed, read_feed
from audiofy.article.sources.lists import is_opml
from audiofy.article.sources.sitemaps import is_sitemap
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Article

if TYPE_CHECKING:
    from audiofy.model import Page
    from audiofy.settings import Reading

_HTML = ("text/html", "application/xhtml+xml")
_HTML_OPENINGS = ("<!doctype html", "<html")
_FRONT_MATTER = ("---", "+++", "\ufeff---", "\ufeff+++")
_ZIP = b"PK\x03\x04"
_BEFORE_MARKUP = b"\xef\xbb\xbf \t\r\n"
_MAIL_HEADERS = (b"Return-Path:", b"Received:", b"MIME-Version:", b"Delivered-To:")


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
    name = "Standard input" if page.url == "-" else page.url
    if not page.content.strip():
        raise UnreadableSourceError(f"{name} is empty.", "Check what you copied or saved.")
    document = _read_document(page, name, reading, part)
    if document is not None:
        return document
    text = decode(page.content, name=name, charset=page.charset)
    if page.media_type in _HTML or text.lstrip()[:15].lower().startswith(_HTML_OPENINGS):
        from audiofy.article.markup import read_html

        return read_html(text, page.url, reading)
    if page.media_type == "text/markdown" or text.startswith(_FRONT_MATTER):
        from audiofy.article.markup.markdown import read_markdown, split_front_matter

        if page.media_type == "text/markdown" or split_front_matter(text)[0]:
            return read_markdown(text, page.url)
    from audiofy.article import plaintext

    return plaintext.read_everything(text, page.url) if raw else plaintext.read_plaintext(text, page.url)


def _read_document(page: Page, name: str, reading: Reading, part: str) -> Finding | None:
    """What was found in a document that is no text by itself, or holds many articles; None if it is neither."""
    content = page.content
    if content.startswith(b"%PDF-"):
        from audiofy.article.documents.pdf import read_pdf

        return read_pdf(content, name)
    if content.startswith(_ZIP):
        if b"application/epub+zip" in content[:200] or page.media_type == "application/epub+zip":
            from audiofy.article.documents.epub import read_epub

            return read_epub(content, name, part)
        from audiofy.article.documents.docx import read_docx

        return read_docx(content, name)
    if page.media_type == "message/rfc822" or content.startswith(_MAIL_HEADERS):
        from audiofy.article.documents.mail import read_mail

        return read_mail(content, name, reading)
    if content.startswith(b"\x1f\x8b"):
        return read_page(replace(page, content=unpacked(content, 50_000_000), media_type=""), reading, part=part)
    return _read_many(content, name, part)


def _read_many(content: bytes, name: str, part: str) -> Finding | None:
    if not content.lstrip(_BEFORE_MARKUP).startswith((b"<", b"{")):
        return None  # an MP3 holds XML too, in its tags
    if part and is_feed(content):
        return _read_entry(content, name, part)
    for kind, looks in (("feed", is_feed), ("sitemap", is_sitemap), ("list of feeds", is_opml)):
        if looks(content):
            raise UnreadableSourceError(
                f"{name} is a {kind} with many articles.", "Convert it to read them all, or name one of them."
            )
    return None


def _read_entry(content: bytes, name: str, part: str) -> Finding:
    """The entry of a feed whose key is `part`. Its URL is the article's own, so that it is one with the page's."""
    from audiofy.article.markup import parse
    from audiofy.article.markup.clean import items_of

    entry = next((entry for entry in read_feed(content, name) if entry.key == part), None)
    if entry is None:
        raise SourceNotFoundError(f"{name} has no entry {part} any more.", "Read the feed again.")
    tree = parse(entry.content) if entry.content.strip() else None
    items = items_of(tree) if tree is not None else empty(name).items
    article = Article(
        url=entry.url or f"{name}#entry={part}",
        title=entry.title,
        blocks=(),
        authors=entry.authors,
        published=entry.published,
        publisher=entry.publisher,
        language=entry.language,
    )
    return Finding(article=article, items=items)
