"""Room 1: source to article.

`read` gives the article in a path, an address or standard input; `explain` says of every line of it what it was taken
for, and why; `find` gives the sources of the articles in a feed, a sitemap, a list, a folder or a book.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from os import PathLike, fspath
from typing import TYPE_CHECKING

from audiofy.article.failure import reported_failure
from audiofy.article.fetch import STANDARD_INPUT, fetch
from audiofy.article.formats import read_page
from audiofy.article.policy import settle
from audiofy.article.sources import part_of
from audiofy.errors import NoArticleError, PaywallError
from audiofy.model import Article, Role, Verdict
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.article.finding import Finding

__all__ = ["explain", "find", "read"]

_DEFAULTS = Settings()
_FEWEST_LETTERS = 12  # of a text; a page that says "nothing" has none, and Chinese says much in twenty
# Headings alone are a menu, not an article.
_TELLING = frozenset(Role) - {Role.HEADING, Role.CAPTION}


def read(source: str | PathLike[str], *, settings: Settings = _DEFAULTS, raw: bool = False) -> Article:
    """The article in `source`; of a page behind a paywall the teaser, whose `partial` says why it is no more.

    Args:
        source: A path, an http(s) address, or "-" for standard input.
        settings: What is in force.
        raw: Reads everything as it stands, as `settings.reading.raw` does.

    Raises:
        SourceError: The article can't be had; the message says why.
    """
    source = fspath(source)
    article, _, found = _find(source, settings, raw=raw)
    barred = found.barred
    if barred and not settings.reading.allow_partial:
        raise PaywallError(
            f"{_named(source)} shows no article: {barred}.",
            "Open it in a browser and save the page, or read what is there with --allow-partial.",
        )
    failure = "" if raw or settings.reading.raw else reported_failure(article)
    if failure:
        raise NoArticleError(
            f"{_named(source)} is a server's message (“{failure}”) and no article.", "Check the address, or use --raw."
        )
    if not article.blocks:
        raise NoArticleError(
            f"No article found in {_named(source)}.",
            f"See why with `audiofy read {source} --explain`, or read all of it with --raw.",
        )
    return article


def explain(source: str | PathLike[str], *, settings: Settings = _DEFAULTS, raw: bool = False) -> tuple[Verdict, ...]:
    """Every line or element of `source` in order: whether it is kept, its label, and the reason.

    Of a page in HTML, what stands around the article comes last.

    Raises:
        SourceError: The source can't be read. That it has no article is no error here.
    """
    from audiofy.article.surroundings import surroundings

    article, verdicts, found = _find(fspath(source), settings, raw=raw)
    return (*verdicts, *surroundings(article, verdicts, found.page))


def find(
    source: str | PathLike[str], *, settings: Settings = _DEFAULTS, since: str = "", limit: int = 0
) -> Iterator[str]:
    """The sources of the articles in `source`, one after another, for `read` to take.

    Args:
        source: What `read` takes, or what holds many articles: a feed (RSS, Atom, JSON), a sitemap, an OPML file, a
            list of addresses and paths, a folder, an EPUB book. A source that is one article gives itself.
        settings: What is in force.
        since: An ISO 8601 date; entries that are dated before it are left out.
        limit: How many at most; 0 for all.

    Raises:
        SourceError: `source` can't be read. What fails inside it is given as a source, and fails when it is read.
    """
    from audiofy.article.sources import expand

    yield from islice(expand(fspath(source), settings, since), limit or None)


def _named(source: str) -> str:
    return "standard input" if source == STANDARD_INPUT else source


def _find(source: str, settings: Settings, *, raw: bool) -> tuple[Article, tuple[Verdict, ...], Finding]:
    """The article, the verdicts on everything read, and what was found."""
    whole, _, part = part_of(source)
    page = fetch(whole, settings.fetching)
    raw = raw or settings.reading.raw
    found = read_page(page, settings.reading, part=part, raw=raw)
    texts = (found.article.title, *(item.verdict.text for item in found.items if item.role))
    language = _language(found.article, texts, settings.reading.language)
    article, verdicts = settle(
        replace(found, article=replace(found.article, language=language)), settings.reading, language
    )
    if not raw and not _tells(article):
        article = replace(article, blocks=())
    return replace(article, partial=found.walled), verdicts, found


def _tells(article: Article) -> bool:
    """Whether there is a text: more than headings, and more than a word or two."""
    letters = (character for block in article.blocks for character in block.text if character.isalnum())
    enough = sum(1 for _ in islice(letters, _FEWEST_LETTERS)) == _FEWEST_LETTERS
    return enough and any(block.role in _TELLING for block in article.blocks)


def _language(article: Article, texts: tuple[str, ...], wish: str) -> str:
    """The language that is wished for, or that the page gives, or that its texts show."""
    from audiofy.article.language import detect, language_tag, with_region

    return wish or with_region(language_tag(article.language) or detect(texts), texts, article.url)
