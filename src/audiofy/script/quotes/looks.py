"""A quotation's own text to how it looks: a sentence, a title, a word or two. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audiofy.script.quotes.marks import Span

_MARKS = "\"'“”„‟‘’‚«»‹›`＂「」『』 \u00a0\u202f"
_ADDRESS = re.compile(r"[@#]\w+|\S+\.[a-z]{2,4}(?:/\S*)?")  # of a site, or a name in a network
_SMALL = 3  # words of up to this many letters stay in lower case in titles


class Look(NamedTuple):
    """How many words a quotation has, the first letter and the last character inside its marks, whether it
    has the capitals of a title, and whether its marks are single."""

    words: int
    first: str
    last: str
    titled: bool
    single: bool


def look(text: str, span: Span) -> Look:
    """How the quotation in `span` looks."""
    inner = text[span.start : span.end].strip(_MARKS)
    words = inner.split()
    first = next((character for character in inner if character.isalnum()), "")
    long = [word for word in words if len(word) > _SMALL] or words
    titled = _ADDRESS.fullmatch(inner) is not None or bool(words) and all(not word[0].islower() for word in long) and not words[-1][0].islower()
    return Look(len(words), first, inner[-1:], titled, text[span.start] in "'‘’")
