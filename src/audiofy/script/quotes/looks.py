"""A quotation's own text to how it looks: a sentence, a title, a word or two. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audiofy.script.quotes.marks import Span

MARKS = "\"'“”„‟‘’‚«»‹›`＂「」『』 \u00a0\u202f"

_ADDRESS = re.compile(r"[@#]\w+|\S+\.[a-z]{2,8}(?:/\S*)?")  # of a site, or a name in a network
_SMALL = 3  # words of up to this many letters stay in lower case in titles


class Look(NamedTuple):
    """How many words a quotation has, and the first letter and the last character inside its marks.

    `titled` tells whether it has the capitals of a title or is an address, `single` whether its marks are single,
    `spoken` whether it is known for speech by more than its marks, `turn` whether somebody else begins to speak.
    """

    words: int
    first: str
    last: str
    titled: bool
    single: bool
    spoken: bool
    turn: bool


def look(text: str, span: Span) -> Look:
    """How the quotation in `span` looks."""
    inner = text[span.start : span.end].strip(MARKS)
    words = inner.split()
    first = inner[:1]
    if not first.isalnum():
        first = next((character for character in inner if character.isalnum()), "")
    titled = bool(words) and not (words[0][0].islower() or words[-1][0].islower()) and _titled(words)
    titled = titled or (len(words) == 1 and _ADDRESS.fullmatch(inner) is not None)
    return Look(len(words), first, inner[-1:], titled, text[span.start] in "'‘’", span.spoken, span.turn)


def _titled(words: list[str]) -> bool:
    long = [word for word in words if len(word) > _SMALL] or words
    return not any(word[0].islower() for word in long)
