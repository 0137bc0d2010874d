"""Text to its quotation marks, paragraph by paragraph, and what each may do: open, close, or either. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_BREAKS = "\n\r\u2028\u2029"
_GLYPHS = "“”„‟«»\"＂「」『』‹›'‘’‚‛`"
# One class comes first, by which the search passes over all other characters at once; what was found says what follows.
# Five and more with nothing between are an ornament, or a mishap, and quote nothing.
_MARK = re.compile(
    rf"[\n\r\u2028\u2029{_GLYPHS}](?:(?<=[\n\r\u2028\u2029])[\n\r\u2028\u2029]*"
    rf"|(?<=[{_GLYPHS}])[{_GLYPHS}]{{4,}}"
    r"|(?<=')'+|(?<=`)`|(?<=\")\"\"+|(?<=[“”„‟«»\"＂「」『』‹›])"
    r"|(?<=['‘’‚‛`])(?:(?<!\w['‘’‚‛`])(?=\S)|(?<=\S['’‘])(?!\w)))"
)
_MOST = 5
# Values set in marks, one after the other, as in a table or a program that somebody pasted, are no speech.
_MANY = 100  # marks of such a line at least
_CLOSE = 6  # characters that such a line has for each mark at most
_SIDED = {"«": "O", "»": "C", "「": "O", "『": "O", "」": "C", "』": "C"}
_SINGLES = frozenset("'‘’‚‛`‹›")
_OPENING_EDGE = frozenset("([{<—–-/…*'‘’‚“„«\"¿¡")
_CLOSING_EDGE = frozenset(".,;:!?)]}…—–")
_DECADE = re.compile(r"\d\ds?\b")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d|½)?$")
_INCHES = frozenset("0123456789½")
_ELIDED = re.compile(r"[^\W\d_]+")


class Mark(NamedTuple):
    """A mark: characters `start` to `end`, what it may do, and how it is printed."""

    start: int
    end: int
    role: str  # "O" opens, "C" closes, "?" either
    glyph: str


class _Habits(NamedTuple):
    """How an article sets its marks: „so“ or “so”, »so« or «so»."""

    low_marks: bool
    pointing_in: bool


class Paragraph(NamedTuple):
    """Characters `start` to `end` of a line, and its marks, double and single."""

    start: int
    end: int
    doubles: list[Mark]
    singles: list[Mark]


def read_paragraphs(text: str, elisions: frozenset[str]) -> list[Paragraph]:
    """The paragraphs that hold marks, and those between them that might carry on a quotation."""
    text = _without_values(text)
    habits = _Habits("„" in text, _pointing_in(text))
    found: list[Paragraph] = []
    start = 0
    doubles: list[Mark] = []
    singles: list[Mark] = []
    for match in _MARK.finditer(text):
        glyph = match[0]
        at = match.start()
        end = at + len(glyph)
        if glyph[0] in _LINE_BREAKS:
            if at > start:
                found.append(Paragraph(start, at, doubles, singles))
            start, doubles, singles = end, [], []
        elif len(glyph) >= _MOST:
            continue
        elif glyph in _SINGLES:
            mark = _single(text, at, end, elisions)
            if mark is not None:
                singles.append(mark)
        elif not (glyph == '"' and at and text[at - 1] in _INCHES and _FEET.search(text, max(start, at - 8), at)):
            doubles.append(Mark(at, end, _role(text, at, end, habits), glyph))
    if start < len(text):
        found.append(Paragraph(start, len(text), doubles, singles))
    return found


def _without_values(text: str) -> str:
    """The text with blanks for lines that hold values and no prose: hundreds of marks with hardly a word between."""
    if sum(map(text.count, _GLYPHS)) < _MANY:
        return text
    return "".join(" " * len(line) if _holds_values(line) else line for line in re.split("([\n\r\u2028\u2029]+)", text))


def _holds_values(line: str) -> bool:
    marks = sum(map(line.count, _GLYPHS)) if len(line) >= _MANY else 0
    return marks >= _MANY and len(line) <= _CLOSE * marks


def _pointing_in(text: str) -> bool:
    """Whether guillemets point »inwards«, as in German and Danish: told by the first that has a word on one side."""
    first = re.search(r"(?:^|[\s(])([«»])\w|\w[.,!?]?([«»])(?:[\s.,)]|$)", text) if "»" in text else None
    if first is None:
        return False
    return first.group(1) == "»" or first.group(2) == "«"


def _role(text: str, at: int, end: int, habits: _Habits) -> str:
    """Whether the mark opens, closes, or may do either, by its glyph and what stands beside it."""
    glyph = text[at:end]
    if glyph in _SIDED:
        return _SIDED[glyph] if not (habits.pointing_in and glyph in "«»") else "OC"[glyph == "«"]
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    left = before.isspace() or before in _OPENING_EDGE
    right = not after.isspace() and after not in _CLOSING_EDGE
    if glyph in "„‟" or glyph == "``" or (glyph == "“" and not habits.low_marks):
        return "O" if left or right else "C"
    if glyph in "“”":
        return "O" if left and right and (before.isspace() or not at) else "C"
    if left:
        return "O" if right else "?"
    return "?" if right else "C"


def _single(text: str, at: int, end: int, elisions: frozenset[str]) -> Mark | None:
    glyph = text[at]
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    if glyph in "‹›":
        return Mark(at, end, "O" if glyph == "‹" else "C", glyph)
    opens = (before.isspace() or before in _OPENING_EDGE) and not after.isspace() and after not in ".,;:!?)]}"
    if opens:
        word = _ELIDED.match(text, end)
        if _DECADE.match(text, end) or (word and word.group().lower() in elisions and glyph != "‘"):
            return None
        return Mark(at, end, "O", glyph)
    closes = not before.isspace() and not after.isalnum()
    return Mark(at, end, "C", glyph) if closes and glyph not in "‚‛`" else None
