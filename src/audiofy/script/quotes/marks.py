"""Text to the stretches that stand in quotation marks, whatever the house style. Pure.

Which marks an article uses is decided over all of it: whether single marks are its quotations or stand inside double
ones, whether “ opens or closes, which way guillemets point. A single mark's role then follows from its neighbours and
from what is open. Only outermost stretches are given, each within one paragraph.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LINE_BREAKS = "\n\r\u2028\u2029"

_MARK = re.compile(r"[\n\r\u2028\u2029]+|'{2,}|``|[“”„‟«»\"＂「」『』]|(?<!\w)['‘’‚‛`](?=\S)|(?<=\S)['’‘](?!\w)|[‹›]")
_SIDED = {"«": "O", "»": "C", "「": "O", "『": "O", "」": "C", "』": "C"}
_SINGLES = frozenset("'‘’‚‛`‹›")
_OPENING_EDGE = frozenset("([{<—–-/…*'‘’‚“„«\"¿¡")
_CLOSING_EDGE = frozenset(".,;:!?)]}…—–")
_DECADE = re.compile(r"\d\ds?\b")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d|½)?$")
_ELIDED = re.compile(r"[^\W\d_]+")
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


class _Mark(NamedTuple):
    start: int
    end: int
    role: str  # "O" opens, "C" closes, "?" either
    glyph: str


class _Habits(NamedTuple):
    """How an article sets its marks: „so“ or “so”, »so« or «so»."""

    low_marks: bool
    pointing_in: bool


class _Paragraph(NamedTuple):
    start: int
    end: int
    doubles: list[_Mark]
    singles: list[_Mark]


def find_marks(text: str, elisions: frozenset[str] = frozenset()) -> list[Span]:
    """The outermost stretches in quotation marks, in order, disjoint, none over a line break.

    `elisions` are the words that an apostrophe begins in the text's language ("em", "cause").
    """
    paragraphs = _paragraphs(text, elisions)
    single_house = _single_house(text, paragraphs)
    found: list[Span] = []
    carry = _Carry()
    for paragraph in paragraphs:
        if single_house:
            spans = _pair_singles(text, paragraph.singles, paragraph.end, carry=True)
            spans += [span for span in _pair_doubles(text, paragraph, None) if not _inside(span, spans)]
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


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _paragraphs(text: str, elisions: frozenset[str]) -> list[_Paragraph]:
    """The paragraphs that hold marks, and those between them that might carry on a quotation."""
    habits = _Habits("„" in text, _pointing_in(text))
    found: list[_Paragraph] = []
    start = 0
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    for match in _MARK.finditer(text):
        glyph = match.group()
        at, end = match.span()
        if glyph[0] in LINE_BREAKS:
            if at > start:
                found.append(_Paragraph(start, at, doubles, singles))
            start, doubles, singles = end, [], []
        elif glyph in _SINGLES:
            mark = _single(text, at, end, elisions)
            if mark is not None:
                singles.append(mark)
        elif not (glyph == '"' and _FEET.search(text, max(start, at - 8), at)):
            doubles.append(_Mark(at, end, _role(text, at, end, habits), glyph))
    if start < len(text):
        found.append(_Paragraph(start, len(text), doubles, singles))
    return found


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


def _single(text: str, at: int, end: int, elisions: frozenset[str]) -> _Mark | None:
    glyph = text[at]
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else "\n"
    if glyph in "‹›":
        return _Mark(at, end, "O" if glyph == "‹" else "C", glyph)
    opens = (before.isspace() or before in _OPENING_EDGE) and not after.isspace() and after not in ".,;:!?)]}"
    if opens:
        word = _ELIDED.match(text, end)
        if _DECADE.match(text, end) or (word and word.group().lower() in elisions and glyph != "‘"):
            return None
        return _Mark(at, end, "O", glyph)
    closes = not before.isspace() and not after.isalnum()
    return _Mark(at, end, "C", glyph) if closes and glyph not in "‚‛`" else None


def _single_house(text: str, paragraphs: list[_Paragraph]) -> bool:
    """Whether the article quotes in single marks: more of its speech begins in them than in double ones."""
    single = double = 0
    for paragraph in paragraphs:
        if not paragraph.singles:
            double += sum(mark.role == "O" for mark in paragraph.doubles)
            continue
        spans = [span for span in _pair_singles(text, paragraph.singles, paragraph.end, carry=False) if span.closed]
        pairs = _pair_doubles(text, paragraph, None)
        single += sum(not _inside(span, pairs) or _holds(span, pairs) for span in spans)
        double += sum(not any(_holds(span, [pair]) for span in spans) for pair in pairs)
    return single > double


def _holds(span: Span, others: list[Span]) -> bool:
    return any(span.start <= other.start and other.end <= span.end for other in others)


def _pair_singles(text: str, marks: list[_Mark], end: int, *, carry: bool) -> list[Span]:
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


def _loose_singles(text: str, paragraph: _Paragraph, spans: list[Span]) -> list[Span]:
    """Pairs of single marks outside double ones, as in headlines; a pair around a double mark is an apostrophe's."""
    loose: list[_Mark] = []
    place = 0
    for mark in paragraph.singles:
        while place < len(spans) and spans[place].end <= mark.start:
            place += 1
        if place == len(spans) or mark.start < spans[place].start:
            loose.append(mark)
    pairs = _pair_singles(text, loose, paragraph.end, carry=False)
    return [pair for pair in pairs if not _inside(pair, spans)]


def _closing(text: str, marks: list[_Mark], index: int) -> int | None:
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


def _pair_doubles(text: str, paragraph: _Paragraph, carry: _Carry | None) -> list[Span]:
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


def _match(text: str, marks: list[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark], _Mark | None]:
    """Outermost pairs, closing marks that nothing opened, and the mark that runs to the end of the paragraph."""
    stack: list[_Mark] = []
    pairs: list[tuple[_Mark, _Mark]] = []
    strays: list[_Mark] = []
    for mark in marks:
        opens = mark.role == "O" or (mark.role == "?" and not stack)
        if opens:
            if stack and stack[-1].end == mark.start:
                stack[-1] = _Mark(stack[-1].start, mark.end, "O", mark.glyph)
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
