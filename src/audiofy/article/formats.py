"""A Page to what was found in it: by its media type, or by how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.decoding import decode
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from audiofy.article.finding import Finding
    from audiofy.model import Page
    from audiofy.settings import Reading

_HTML = ("text/html", "application/xhtml+xml")
_HTML_OPENINGS = ("<!doctype html", "<html")


def read_page(page: Page, reading: Reading, *, raw: bool) -> Finding:
    """What was found in `page`.

    Raises:
        UnreadableSourceError: It is empty, or not what it says.
    """
    name = "Standard input" if page.url == "-" else page.url
    if not page.content.strip():
        raise UnreadableSourceError(f"{name} is empty.", "Check what you copied or saved.")
    text = decode(page.content, name=name, charset=page.charset)
    if page.media_type in _HTML or text.lstrip()[:15].lower().startswith(_HTML_OPENINGS):
        from audiofy.article.markup import read_html

        return read_html(text, page.url, reading)
    if page.media_type == "text/markdown":
        from audiofy.article.markup.markdown import read_markdown

        return read_markdown(text, page.url)
    from audiofy.article import plaintext

    return plaintext.read_everything(text, page.url) if raw else plaintext.read_plaintext(text, page.url)
