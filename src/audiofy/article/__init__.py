"""Room 1: source to article.

`read` gives the article in a path, an address or standard input; `explain` says of every line of it what it was taken
for, and why.
"""

from __future__ import annotations

from dataclasses import replace

from audiofy.article.fetch import fetch
from audiofy.article.finding import Finding
from audiofy.errors import NoArticleError
from audiofy.model import Article, Page, Verdict
from audiofy.settings import Settings

__all__ = ["explain", "read"]

_DEFAULTS = Settings()


def read(source: str, *, settings: Settings = _DEFAULTS, raw: bool = False) -> Article:
    """The article in `source`.

    Args:
        source: A path, an http(s) address, or "-" for standard input.
        settings: What is in force.
        raw: Reads everything as it stands, one block a paragraph.

    Raises:
        SourceError: The article can't be had; the message says why.
    """
    found = _find(source, settings, raw=raw)
    if not found.article.blocks:
        raise NoArticleError(
            f"No article found in {_named(source)}.", "See why with --explain, or read all of it with --raw."
        )
    return found.article


def explain(source: str, *, settings: Settings = _DEFAULTS, raw: bool = False) -> tuple[Verdict, ...]:
    """Every line or element of `source` in order: whether it is kept, its label, and the reason.

    Raises:
        SourceError: The source can't be read. That it has no article is no error here.
    """
    return _find(source, settings, raw=raw).verdicts


def _named(source: str) -> str:
    return "standard input" if source == "-" else source


def _find(source: str, settings: Settings, *, raw: bool) -> Finding:
    page = fetch(source, settings.fetching)
    found = _read_page(page, raw=raw)
    return replace(found, article=_in_language(found.article, settings.reading.language))


def _in_language(article: Article, wish: str) -> Article:
    """`article` with the language that is wished for, or that the page gives, or that its text shows."""
    from audiofy.article.language import detect, with_region

    texts = (article.title, *(block.text for block in article.blocks))
    return replace(article, language=wish or with_region(article.language or detect(texts), texts, article.url))


def _read_page(page: Page, *, raw: bool) -> Finding:
    from audiofy.article.decoding import decode

    text = decode(page.content, name=_named(page.url), charset=page.charset)
    if page.media_type == "text/html" or text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        from audiofy.article.markup import read_html

        return read_html(text, page.url)
    if page.media_type == "text/markdown":
        from audiofy.article.markup.markdown import read_markdown

        return read_markdown(text, page.url)
    if raw:
        from audiofy.article.plaintext import read_everything

        return read_everything(text, page.url)
    from audiofy.article.plaintext import read_plaintext

    return read_plaintext(text, page.url)
