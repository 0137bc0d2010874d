"""The body that was found against the page's own record of it (JSON-LD `articleBody`): which is believed. Pure.

Editors' systems write `articleBody` from the article itself. Where it covers the body that was found, a paragraph that
it does not have is not the article's; where it is only an extract, it says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.labels import Label
from audiofy.article.lines import clean

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_COVERS = 0.8
_FEWEST_WORDS = 60
_HARDLY = 0.25
_SAMPLE = 40


def speak(record: str, found: int) -> tuple[str, ...]:
    """The paragraphs of the record, where it is whole and the page shows next to nothing (`found` words) of it."""
    text = re.sub(r"</?(?:p|br|div)\b[^<>]{0,200}>", "\n", record)
    paragraphs = tuple(
        filter(None, (" ".join(clean(re.sub(r"<[^<>]{0,500}>", " ", line)).split()) for line in text.split("\n")))
    )
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return paragraphs if words >= _FEWEST_WORDS and found < _HARDLY * words else ()


def hear(sheet: Sheet, kept: tuple[int, ...], record: str) -> tuple[int, ...]:
    """The `kept` indices without the paragraphs that the record of the whole article does not have."""
    if len(record.split()) < _FEWEST_WORDS:
        return kept
    text = _letters(re.sub(r"<[^<>]{0,500}>", " ", record))
    prose = [index for index in kept if sheet.is_prose(index)]
    known = [index for index in prose if _has(text, sheet.lines[index].text)]
    if sum(sheet.lines[index].words for index in known) < _COVERS * sum(sheet.lines[index].words for index in prose):
        return kept
    strange = set(prose) - set(known)
    for index in strange:
        sheet.mark(index, Label.OUTSIDE, "not in the page's own record of the article (JSON-LD)")
    return tuple(index for index in kept if index not in strange)


def _has(text: str, paragraph: str) -> bool:
    letters = _letters(paragraph)
    middle = len(letters) // 2
    parts = (letters[:_SAMPLE], letters[middle : middle + _SAMPLE], letters[-_SAMPLE:])
    return any(part in text for part in parts)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, clean(text).casefold()))
