"""The lines of a page that no verdict speaks of to verdicts of their own: menus, boxes, feet of pages. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.labels import TEXT, Label
from audiofy.article.lines import clean, key_of, line_of
from audiofy.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Article


def surroundings(article: Article, verdicts: tuple[Verdict, ...], page: tuple[str, ...]) -> Iterator[Verdict]:
    """A verdict on each line of `page` that is in none of the `verdicts`, once."""
    told = "".join(_letters(verdict.text) for verdict in verdicts)
    seen: set[str] = set()
    for text in page:
        letters = _letters(text)
        if not letters or letters in told or letters in seen:
            continue
        seen.add(letters)
        line = line_of(clean(text))
        if line.key == key_of(article.title):
            label, reason = Label.TITLE, "the headline"
        else:
            label, reason = chrome.judge(line)
        if label in TEXT:
            label, reason = Label.OUTSIDE, f"on the page, and not in its article ({reason})"
        yield Verdict(text=line.text, label=label.value, reason=reason, kept=False)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
