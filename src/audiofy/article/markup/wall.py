"""A page's tree to what keeps its article from being read: a paywall, or a wall against robots. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.paywall import TEASER_WORDS, breaks_off
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from audiofy.article.labels import Sheet
    from audiofy.article.markup.metadata import Metadata

_LITTLE = 400
_SHORT = 40
_SHORT_TEXT = 240
_TEXTS = "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]"
_APOSTROPHES = {ord("’"): "'"}


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
    """The first call to pay, the first demand of a robot wall, and how many words the page has.

    One lookup in all the page's short texts at once: a line break between them keeps phrases from running across.
    """
    texts = [text for text in tree.xpath(_TEXTS) if not text.isspace()]
    short = "\n".join(text for text in texts if len(text) <= _SHORT_TEXT)
    found = vocabulary().walls.find(short.translate(_APOSTROPHES).casefold())
    return found.get("paywall", ("",))[0], found.get("walls", ("",))[0], sum(len(text.split()) for text in texts)
