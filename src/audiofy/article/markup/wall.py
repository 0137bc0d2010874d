"""A page's tree to what keeps its article from being read: a paywall, or a wall against robots. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.lines import clean, key_of
from audiofy.article.paywall import TEASER_WORDS, breaks_off
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from audiofy.article.labels import Sheet
    from audiofy.article.markup.metadata import Metadata

_LITTLE = 400
_SHORT = 40


def find_wall(tree: HtmlElement, metadata: Metadata) -> Callable[[Sheet, tuple[int, ...]], str]:
    """Looks at a page before it is changed; gives what tells, from the body found later, why that is only a teaser."""
    calls, robots, words = _phrases(tree)

    def judge(sheet: Sheet, kept: tuple[int, ...]) -> str:
        found = sum(sheet.lines[index].words for index in kept)
        if robots and found < _SHORT * 3 and words < _LITTLE:
            return f"the site asks visitors to show that they are no robots (“{robots}”)"
        if found > TEASER_WORDS:
            return ""
        if not metadata.free and (calls or breaks_off(sheet, kept)):
            return f"the page says that it is not free, and shows {found} words of it"
        if calls and breaks_off(sheet, kept):
            return f"it breaks off after {found} words, and the page says “{calls}”"
        return ""

    return judge


def _phrases(tree: HtmlElement) -> tuple[str, str, int]:
    """The first call to pay, the first demand of a robot wall, and how many words the page has."""
    calls = robots = ""
    words = 0
    known = vocabulary().clues
    for element in tree.iter():
        if element.tag in ("script", "style", "noscript", "template") or not isinstance(element.tag, str):
            continue
        for text in (element.text, *(child.tail for child in element)):
            if not text or text.isspace():
                continue
            count = len(text.split())
            words += count
            if count <= _SHORT and not (calls and robots):
                found = known.find(key_of(clean(text)))
                calls = calls or found.get("paywall", ("",))[0]
                robots = robots or found.get("walls", ("",))[0]
    return calls, robots, words
