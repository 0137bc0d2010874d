"""A page's lines to what keeps its article from being read: a paywall, or a wall against robots. Pure.

A call to subscribe alone proves nothing: most pages have one, beneath the whole article. What is refused is a short
text that breaks off, or ends directly above such a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.labels import Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

TEASER_WORDS = 220
_NEAR = 4
_WALL_WORDS = 120
_BREAKS_OFF = ("...", "…")


def find_wall(sheet: Sheet, kept: tuple[int, ...]) -> str:
    """Why the text in the `kept` lines may be no more than a teaser; empty where nothing says so."""
    words = sum(sheet.lines[index].words for index in kept)
    robots = _phrase(sheet, range(len(sheet.lines)), "walls") if words < _WALL_WORDS else ""
    if robots and sum(line.words for line in sheet.lines) < 4 * _WALL_WORDS:
        return f"the site asks visitors to show that they are no robots (“{robots}”)"
    if not kept or words > TEASER_WORDS:
        return ""
    behind = range(max(0, kept[-1] - 1), min(len(sheet.lines), kept[-1] + 1 + _NEAR))
    call = _phrase(sheet, behind, "paywall")
    if call:
        return f"it ends after {words} words above a call to subscribe (“{call}”)"
    return ""


def breaks_off(sheet: Sheet, kept: tuple[int, ...]) -> bool:
    """Whether a short text ends in the middle of a sentence."""
    if not kept:
        return True
    last = sheet.lines[kept[-1]]
    words = sum(sheet.lines[index].words for index in kept)
    return words <= TEASER_WORDS and (last.text.endswith(_BREAKS_OFF) or not last.ends)


def _phrase(sheet: Sheet, places: range, name: str) -> str:
    for index in places:
        line = sheet.lines[index]
        if line.words > 40 or sheet.labels[index] is Label.NAVIGATION:  # calls are short
            continue
        found = vocabulary().walls.find(line.key).get(name)
        if found:
            return found[0]
    return ""
