"""The parts of a document to the article in them: its headline and byline are fields, everything else is read. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.article.finding import Finding, Item
from audiofy.article.lines import ends_sentence
from audiofy.article.names import byline_names
from audiofy.model import Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Article

_HEADLINE_WORDS = 24
_BYLINE_LETTERS = 120


def headed(article: Article, parts: Iterable[tuple[Role, str]], reason: str, *, titled: bool = False) -> Finding:
    """The article with the title and the authors that its first parts give.

    Args:
        article: What the document's properties say.
        parts: Roles and texts in order.
        reason: Where the parts come from.
        titled: The title in the properties is believed; without, a headline on the page counts for more.
    """
    rest = [(role, text) for role, text in parts if text]
    if titled and article.title:
        rest = [(role, text) for role, text in rest if text != article.title]
    elif rest and (rest[0][0] is Role.HEADING or _is_headline(rest, article.title)):
        article = replace(article, title=rest.pop(0)[1])
    if rest and len(rest[0][1]) < _BYLINE_LETTERS and (named := byline_names(rest[0][1])):
        article = replace(article, authors=named)
        rest.pop(0)
    items = (
        Item(verdict=Verdict(text=text, label=role.value, reason=reason, kept=True), role=role, near=True)
        for role, text in rest
    )
    return Finding(article=article, items=tuple(items))


def _is_headline(parts: list[tuple[Role, str]], title: str) -> bool:
    """Whether a document begins with a paragraph that is its title, by its properties or by how it reads."""
    role, text = parts[0]
    if role is not Role.PARAGRAPH or len(parts) == 1:
        return False
    return text == title or (not title and len(text.split()) <= _HEADLINE_WORDS and not ends_sentence(text))
