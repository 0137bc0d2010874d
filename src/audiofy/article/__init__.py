"""Room 1: source to article.

`read` gives the article in a path, an address or standard input; `explain` says of every line of it what it was taken
for, and why.
"""

from __future__ import annotations

from dataclasses import replace

from audiofy.article.fetch import STANDARD_INPUT, fetch
from audiofy.article.formats import read_page
from audiofy.article.policy import settle
from audiofy.errors import NoArticleError, PaywallError
from audiofy.model import Article, Role, Verdict
from audiofy.settings import Settings

__all__ = ["explain", "read"]

_DEFAULTS = Settings()
# Headings alone are a menu, not an article.
_TELLING = frozenset(Role) - {Role.HEADING, Role.CAPTION}


def read(source: str, *, settings: Settings = _DEFAULTS, raw: bool = False) -> Article:
    """The article in `source`.

    Args:
        source: A path, an http(s) address, or "-" for standard input.
        settings: What is in force.
        raw: Reads everything as it stands, as `settings.reading.raw` does.

    Raises:
        SourceError: The article can't be had; the message says why.
    """
    article, _, walled = _find(source, settings, raw=raw)
    if walled and not settings.reading.allow_partial:
        raise PaywallError(
            f"Only a part of the article in {_named(source)} can be read: {walled}.",
            "Get access and save the page, or read the part with --allow-partial.",
        )
    if not article.blocks:
        raise NoArticleError(
            f"No article found in {_named(source)}.", "See why with --explain, or read all of it with --raw."
        )
    return article


def explain(source: str, *, settings: Settings = _DEFAULTS, raw: bool = False) -> tuple[Verdict, ...]:
    """Every line or element of `source` in order: whether it is kept, its label, and the reason.

    Raises:
        SourceError: The source can't be read. That it has no article is no error here.
    """
    return _find(source, settings, raw=raw)[1]


def _named(source: str) -> str:
    return "standard input" if source == STANDARD_INPUT else source


def _find(source: str, settings: Settings, *, raw: bool) -> tuple[Article, tuple[Verdict, ...], str]:
    """The article, the verdicts on everything read, and why it may be only a part of the article."""
    page = fetch(source, settings.fetching)
    raw = raw or settings.reading.raw
    found = read_page(page, settings.reading, raw=raw)
    article, verdicts = settle(found, settings.reading)
    if not raw and not any(block.role in _TELLING for block in article.blocks):
        article = replace(article, blocks=())
    return _in_language(article, settings.reading.language), verdicts, found.walled


def _in_language(article: Article, wish: str) -> Article:
    """`article` with the language that is wished for, or that the page gives, or that its text shows."""
    from audiofy.article.language import detect, with_region

    texts = (article.title, *(block.text for block in article.blocks))
    return replace(article, language=wish or with_region(article.language or detect(texts), texts, article.url))
