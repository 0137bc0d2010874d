"""A page's lines to what keeps its article from being read: a paywall, or a wall against robots. Pure.

A call to subscribe alone proves nothing: most pages have one, beneath the whole article. What is refused is a short
text that breaks off above such a call, or ends directly above one that says that there is more to read.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audiofy.article.labels import TEXT, Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.article.labels import Sheet

TEASER_WORDS = 220
_NEAR = 8
_OFFERS = 3
_FAR = 60
_CALL_WORDS = 40
_WALL_WORDS = 120
_CUT_WORDS = 8
_DOTS = ("...", "…")
_NO_PROSE = frozenset((Label.LIST_ITEM, Label.TABLE, Label.HEADING, Label.POST, Label.CODE))
_APOSTROPHES = {ord("’"): "'"}


def find_wall(sheet: Sheet, kept: tuple[int, ...], behind: Sequence[str] = (), *, free: bool = True) -> str:
    """Why the text in the `kept` lines may be no more than a teaser; empty where nothing says so.

    `behind` are the page's lines below the article, those of the sheet where it is empty; `free` is whether the page
    says of itself that it can be read without paying.
    """
    words = sum(sheet.lines[index].words for index in kept)
    if not kept or words > TEASER_WORDS:
        return ""
    last = sheet.lines[kept[-1]]
    behind = behind or [line.text for line in sheet.lines[kept[-1] + 1 : kept[-1] + 1 + _FAR]]
    cut = breaks_off(sheet, kept)
    # What a wall offers may read like a paragraph, and is kept then: the wall stands above it.
    inside = [sheet.lines[index].text for index in range(kept[-_OFFERS:][0] + 1, kept[-1]) if index not in kept]
    more = first_call([*inside, *_closing(last.text), *behind[:_NEAR]], "paywall")
    call = more or first_call(behind, "paywall") or first_call(behind[:_NEAR] if free else behind, "subscribers")
    if more or (cut and call):
        return f"it {'breaks off' if cut else 'ends'} after {words} words above a call to subscribe (“{call}”)"
    if cut and not free and last.text.endswith(_DOTS):
        return f"the page says that it is not free, and shows {words} words of it"
    return ""


def find_robot_wall(lines: Sequence[str], words: int) -> str:
    """The demand in a page's `lines` to show that one is no robot, where they say little else; `words` were kept."""
    if words >= _WALL_WORDS or sum(len(line.split()) for line in lines) >= 4 * _WALL_WORDS:  # a page has more
        return ""
    robots = first_call(lines, "walls")
    return f"the site asks visitors to show that they are no robots (“{robots}”)" if robots else ""


def breaks_off(sheet: Sheet, kept: tuple[int, ...]) -> bool:
    """Whether a text ends in dots, or in the middle of a sentence."""
    last = sheet.lines[kept[-1]]
    if last.text.endswith(_DOTS):
        return True
    return not last.ends and last.words >= _CUT_WORDS and sheet.labels[kept[-1]] in TEXT - _NO_PROSE


def first_call(lines: Sequence[str], name: str) -> str:
    """The first phrase of the list `name` in `lines`, a phrase over two lines too; calls are short."""
    short = [line for line in lines if len(line.split()) <= _CALL_WORDS]
    for text in (*short, *(f"{one} {other}" for one, other in pairwise(short))):
        found = vocabulary().walls.find(text.translate(_APOSTROPHES).casefold()).get(name)
        if found:
            return found[0]
    return ""


def _closing(text: str) -> tuple[str, ...]:
    """The last paragraph, where it is short enough to be a call that was taken for one."""
    return (text,) if len(text.split()) <= _CALL_WORDS // 2 else ()
