"""Text to the stretches that stand in quotation marks, whatever the house style. Pure.

Which marks an article uses is decided over all of it: whether single marks are its quotations or stand inside double
ones, whether “ opens or closes, which way guillemets point. A single mark's role then follows from its neighbours and
from what is open. Only outermost stretches are given, each within one paragraph.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from typing import NamedTuple

from audiofy.script.quotes.glyphs import Mark, Paragraph, read_paragraphs

_POINT = frozenset('.,!?…;—–-”"]»')
_WORD = re.compile(r"\w")
_HELD = 6  # paragraphs that an unclosed quotation may run on for before its close comes


class Span(NamedTuple):
    """A stretch in marks: characters `start` to `end`, marks included; `opened` and `closed` tell which marks stand.

    `spoken` tells that it is known for speech by more than its marks, `label` is the span of a label that names its
    speaker, `turn` tells that somebody else than before begins to speak.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    spoken: bool = False
    label: tuple[int, int] | None = None
    turn: bool = False


_NOWHERE = Span(sys.maxsize, sys.maxsize)


def find_marks(text: str, elisions: frozenset[str] = frozenset()) -> list[Span]:
    """The outermost stretches in quotation marks, in order, disjoint, none over a line break.

    `elisions` are the words that an apostrophe begins in the text's language ("em", "cause").
    """
    paragraphs = read_paragraphs(text, elisions)
    single_house = _single_house(text, paragraphs)
    found: list[Span] = []
    carry = _Carry()
    for paragraph in paragraphs:
        if single_house:
            spans = _pair_singles(text, paragraph.singles, paragraph.end, carry=True)
            spans += _apart(_pair_doubles(text, paragraph, None), spans)
            spans.sort()
        else:
            spans = _pair_doubles(text, paragraph, carry)
            if paragraph.singles:
                spans += _loose_singles(text, paragraph, spans)
                spans.sort()
        found += carry.released
        carry.released = []
        found += spans
    return _disjoint(text, found)


def _disjoint(text: str, spans: list[Span]) -> list[Span]:
    spans.sort()
    kept: list[Span] = []
    for span in spans:
        if (not kept or span.start >= kept[-1].end) and _WORD.search(text, span.start, span.end):
            kept.append(span)
    return kept


def _apart(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that none of the others touches; both in order and disjoint."""
    return [span for span, other in zip(spans, _first_past(spans, others), strict=True) if other.start >= span.end]


def _first_past(spans: list[Span], others: list[Span]) -> list[Span]:
    """For each span the first of the others that ends behind its start; one behind all text where there is none."""
    ends = [other.end for other in others]
    others = [*others, _NOWHERE]
    return [others[bisect_right(ends, span.start)] for span in spans]


def _single_house(text: str, paragraphs: list[Paragraph]) -> bool:
    """Whether the article quotes in single marks: more of its speech begins in them than in double ones."""
    single = double = 0
    for paragraph in paragraphs:
        if not paragraph.singles:
            double += sum(mark.role == "O" for mark in paragraph.doubles)
            continue
        spans = [span for span in _pair_singles(text, paragraph.singles, paragraph.end, carry=False) if span.closed]
        pairs = _pair_doubles(text, paragraph, None)
        single += sum(_stands_over(span, pair) for span, pair in zip(spans, _first_past(spans, pairs), strict=True))
        double += sum(not _holds(span, pair) for pair, span in zip(pairs, _first_past(pairs, spans), strict=True))
    return single > double


def _stands_over(span: Span, pair: Span) -> bool:
    """Whether a span is free of the first pair of double marks that it could touch, or around it."""
    return pair.start >= span.end or _holds(span, pair)


def _holds(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _pair_singles(text: str, marks: list[Mark], end: int, *, carry: bool) -> list[Span]:
    """Pairs single marks: an opening one with the first mark after it that is more likely a close than an apostrophe.

    With `carry`, one that is never closed runs to the `end` of its paragraph.
    """
    found: list[Span] = []
    index = 0
    while index < len(marks):
        opening = marks[index]
        index += 1
        if opening.role != "O":
            continue
        close = _closing(text, marks, index)
        if close is not None:
            found.append(Span(opening.start, marks[close].end, opened=True, closed=True))
            index = close + 1
        elif carry and end - opening.start > 1:
            following = next((place for place in range(index, len(marks)) if marks[place].role == "O"), None)
            if following is None:
                found.append(Span(opening.start, end, opened=True, closed=False))
                break
    return found


def _loose_singles(text: str, paragraph: Paragraph, spans: list[Span]) -> list[Span]:
    """Pairs of single marks outside double ones, as in headlines; a pair around a double mark is an apostrophe's."""
    loose: list[Mark] = []
    place = 0
    for mark in paragraph.singles:
        while place < len(spans) and spans[place].end <= mark.start:
            place += 1
        if place == len(spans) or mark.start < spans[place].start:
            loose.append(mark)
    return _apart(_pair_singles(text, loose, paragraph.end, carry=False), spans)


def _closing(text: str, marks: list[Mark], index: int) -> int | None:
    """Where the close of a single mark opened before `index` is: none past the next opening mark."""
    possessor = None
    for place in range(index, len(marks)):
        mark = marks[place]
        if mark.role == "O":
            break
        before = text[mark.start - 1]
        following = text[mark.end : mark.end + 2]
        if before in _POINT or not following.strip() or following[0] in ',.;:)?!]—–\n"”':
            return place
        elided = before == "n" and text[mark.start - 2 : mark.start - 1] == "i"
        if before != "s" and not elided:
            return place
        if possessor is None:
            possessor = place
    return possessor


class _Carry:
    """A quotation that the paragraph before opened and did not close, and the paragraphs that have passed since."""

    def __init__(self) -> None:
        self.open = False
        self.held: list[Span] = []
        self.released: list[Span] = []

    def forget(self) -> None:
        self.open = False
        self.held = []


def _pair_doubles(text: str, paragraph: Paragraph, carry: _Carry | None) -> list[Span]:
    marks = paragraph.doubles
    if not marks:
        if carry is not None and carry.open:
            carry.held.append(Span(paragraph.start, paragraph.end, opened=False, closed=False))
            if len(carry.held) > _HELD:
                carry.forget()
        return []
    pairs, strays, unclosed = _match(text, marks)
    spans = [Span(first.start, last.end, opened=True, closed=True) for first, last in pairs]
    first_stray = strays[0] if strays else None
    if first_stray is not None and not any(mark.start < first_stray.start for mark in marks):
        span = Span(paragraph.start, first_stray.end, opened=False, closed=True)
        if carry is not None and carry.open:
            carry.released = carry.held
            spans.append(span)
        elif text[first_stray.start - 1 : first_stray.start] in {",", "?", "!"}:
            spans.append(span)
    if carry is not None:
        carry.forget()
    if unclosed is not None:
        spans.append(Span(unclosed.start, paragraph.end, opened=True, closed=False))
        if carry is not None:
            carry.open = True
    spans.sort()
    return spans


def _match(text: str, marks: list[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], Mark | None]:
    """Outermost pairs, closing marks that nothing opened, and the mark that runs to the end of the paragraph."""
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    strays: list[Mark] = []
    for mark in marks:
        opens = mark.role == "O" or (mark.role == "?" and not stack)
        if opens:
            if stack and stack[-1].end == mark.start:
                stack[-1] = Mark(stack[-1].start, mark.end, "O", mark.glyph)
            else:
                stack.append(mark)
        elif stack:
            opening = stack.pop()
            while pairs and pairs[-1][0].start > opening.start:
                pairs.pop()
            pairs.append((opening, mark))
        elif pairs and (pairs[-1][1].end == mark.start or text[pairs[-1][1].start - 1].isdigit()):
            pairs[-1] = (pairs[-1][0], mark)
        else:
            strays.append(mark)
    unclosed = stack[-1] if stack and not (pairs and pairs[-1][0].start > stack[-1].start) else None
    return pairs, strays, unclosed
