"""A page's lines to what keeps its article from being read: a paywall, or a wall against robots. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.paywall import TEASER_WORDS, breaks_off
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet
    from audiofy.article.markup.metadata import Metadata

_LITTLE = 400
_SHORT = 40
_SHORT_TEXT = 240
_APOSTROPHES = {ord("’"): "'"}


def find_wall(lines: tuple[str, ...], metadata: Metadata, sheet: Sheet, kept: tuple[int, ...]) -> str:
    """Why the text in the `kept` lines may be no more than a teaser, from the page's `lines`; empty if it isn't."""
    found = sum(sheet.lines[index].words for index in kept)
    if found > TEASER_WORDS:
        return ""
    calls, robots = _phrases(lines)
    if robots and found < _SHORT * 3 and sum(len(line.split()) for line in lines) < _LITTLE:
        return f"the site asks visitors to show that they are no robots (“{robots}”)"
    if not metadata.free and (calls or breaks_off(sheet, kept)):
        return f"the page says that it is not free, and shows {found} words of it"
    if calls and breaks_off(sheet, kept):
        return f"it breaks off after {found} words, and the page says “{calls}”"
    return ""


def _phrases(lines: tuple[str, ...]) -> tuple[str, str]:
    """The first call to pay and the first demand of a robot wall, in one lookup in all the page's short lines."""
    short = "\n".join(line for line in lines if len(line) <= _SHORT_TEXT)
    found = vocabulary().walls.find(short.translate(_APOSTROPHES).casefold())
    return found.get("paywall", ("",))[0], found.get("walls", ("",))[0]
