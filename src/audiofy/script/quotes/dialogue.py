"""Text to speech that stands in no quotation marks: transcripts, lines after a dash, block quotations. Pure.

A label before a colon makes a transcript only where the article has several such paragraphs and labels come back; a
dash before a paragraph makes speech only where one of them has a verb of saying behind a second dash or a comma. So a
list with dashes and a paragraph "CORRECTION: …" stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import SAYING, SPEECH
from audiofy.script.quotes.marks import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.person import Person

_LABEL = re.compile(
    r"^[ \t]*(?:([QA])[.:]|([^\W\d_][\w.'’-]*(?:[ ,]+[^\W\d_][\w.'’-]*){0,4}):)[ \t]+(?=\S)", re.MULTILINE
)
_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_FEWEST = 3  # labelled paragraphs that a transcript has at least
_DASH_LINE = re.compile(r"^[ \t]*([—–―-])[ \t\u00a0]*(?=[^\s\d—–―-])", re.MULTILINE)
_INNER_DASH = re.compile(r"[ ,.!?…]*[ \u00a0]*[—–―][ \u00a0]*")
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+(?:['’-][^\W\d_]+)*)\W*([^\W\d_]*)")
_SPEAKING_ENDS = frozenset(".!?…,;:")
_INSERTED = re.compile(r",[ \u00a0]+([^\W\d_]+(?:['’-][^\W\d_]+)*)([^,.;:!?«»“”\"]{0,60})[,.]")


def transcript(text: str) -> list[Span]:
    """The speech of a transcript: what stands behind the label of each paragraph."""
    found = [(match.span(match.lastindex or 0), match.end()) for match in _LABEL.finditer(text)]
    labelled = [(label, start) for label, start in found if _is_label(text[slice(*label)])]
    # By the last word, for "ANN LEE:" is "LEE:" the next time.
    called = [text[slice(*label)].rsplit(maxsplit=1)[-1] for label, _ in labelled]
    counts = Counter(called)
    kept = [entry for entry, name in zip(labelled, called, strict=True) if counts[name] > 1]
    # Somebody asks and somebody answers: fewer labels, or one alone, are headings.
    if len(kept) < _FEWEST or len({text[slice(*label)] for label, _ in kept}) < 2:  # noqa: PLR2004 - see above
        return []
    return [_spoken(text, start, label) for label, start in kept]


def _is_label(label: str) -> bool:
    return all(word[0].isupper() for word in label.replace(",", " ").split())


def _spoken(text: str, start: int, label: tuple[int, int] | None = None) -> Span:
    return Span(start, start + len(text[start : _line_end(text, start)].rstrip()), spoken=True, label=label)


def label_speaker(label: str, person: Person | None) -> str:
    """What a speaker is called whom a label names: as the article calls that `person`, else as the label does."""
    return " ".join(_cased(word) for word in (person.parts if person else label.split()))


def _cased(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 1 and "." not in word else word


def dashed(text: str, grammar: Grammar) -> list[Span]:
    """The speech of paragraphs that begin with a dash, without the tags between or behind its parts."""
    if not grammar.dashes:
        return []
    lines = [(match.end(), _line_end(text, match.end())) for match in _DASH_LINE.finditer(text)]
    parts = [list(_parts(text, start, end, grammar)) for start, end in lines]
    if not any(len(line) > 1 or (line and line[0].end < end) for line, (_, end) in zip(parts, lines, strict=True)):
        return []
    return [span for line in parts for span in line]


def _line_end(text: str, start: int) -> int:
    found = _LINE_BREAK.search(text, start)
    return found.start() if found else len(text)


def _parts(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Span]:
    """The spoken parts of a line: it begins spoken, and each part whose first words are a tag is not."""
    pieces = _split(text, start, end, grammar)
    spoken_until = start
    for first, last, follows in pieces:
        if _is_tag(text[first:last], grammar):
            if text[spoken_until:follows].strip():
                yield Span(spoken_until, follows, spoken=True, turn=spoken_until == start)
            spoken_until = last
    rest = text[spoken_until:end].rstrip()
    opening = re.match(r"[\s.,;—–―-]*", rest)
    skipped = opening.end() if opening and spoken_until > start else 0
    if rest[skipped:]:
        yield Span(spoken_until + skipped, spoken_until + len(rest), spoken=True, turn=spoken_until == start)


def _split(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int, int]]:
    """Pieces behind inner dashes: where each begins and ends, and where the speech before it ends."""
    cuts = list(_INNER_DASH.finditer(text, start, end))
    pieces = []
    for place, cut in enumerate(cuts):
        last = cuts[place + 1].start() if place + 1 < len(cuts) else end
        pieces.append((cut.end(), last, cut.start() + _stops(cut.group())))
    if not cuts and grammar.inserted:
        match = next(
            (found for found in _INSERTED.finditer(text, start, end) if _is_tag(found.group(1), grammar)), None
        )
        if match is not None:
            pieces.append((match.start(1), match.end(), match.start() + 1))
    return pieces


def _stops(gap: str) -> int:
    """How many characters of a gap are the punctuation of the speech before it."""
    return len(gap) - len(gap.lstrip(",.!?…"))


def _is_tag(piece: str, grammar: Grammar) -> bool:
    """Whether a piece begins with a verb of saying, or a subject and one."""
    match = _FIRST_WORD.match(piece)
    if match is None or not piece.lstrip()[:1].islower():
        return False
    words = [match.group(1).lower(), match.group(2).lower()]
    bare = re.split(r"['’-]", words[0])[0]
    return any(grammar.words.get(word, 0) & (SPEECH | SAYING) for word in (*words, bare) if word)


def without_inserted(text: str, spans: Sequence[Span], grammar: Grammar) -> list[Span]:
    """The spans, those with a tag inside their marks cut in two around it: «…, dit-elle. …»."""
    if not grammar.inserted:
        return list(spans)
    return [part for span in spans for part in _around_inserted(text, span, grammar)]


def _around_inserted(text: str, span: Span, grammar: Grammar) -> list[Span]:
    for match in _INSERTED.finditer(text, span.start, span.end):
        if not _is_tag(match.group(1) + match.group(2), grammar) or match.end() >= span.end - 1:
            continue
        return [
            Span(span.start, match.start() + 1, span.opened, closed=False),
            Span(
                match.end() + (text[match.end()] in " \u00a0"), span.end, opened=False, closed=span.closed, spoken=True
            ),
        ]
    return [span]


def with_given(spans: Sequence[Span], given: Sequence[Span]) -> list[Span]:
    """The spans in marks and those `given`, in order; of two that overlap the given one stays."""
    if not given:
        return list(spans)
    joined: list[Span] = []
    place = 0
    for span in sorted(given):
        while place < len(spans) and spans[place].end <= span.start:
            joined.append(spans[place])
            place += 1
        while place < len(spans) and spans[place].start < span.end:
            place += 1
        if not joined or joined[-1].end <= span.start:
            joined.append(span)
    return joined + list(spans[place:])


def blocks(text: str, stretches: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[Span]:
    """A span for each line of the block quotations in `stretches` whose words are not in marks already."""
    found = []
    ends = [span.end for span in spans]
    for start, end in stretches:
        for match in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
            first, last = start + match.start(), start + match.end()
            inside = spans[bisect_right(ends, first) : bisect_right(ends, last) + 1]
            marked = sum(max(0, min(span.end, last) - max(span.start, first)) for span in inside)
            if match.group().strip() and marked * 2 < last - first:
                found.append(Span(first, last, spoken=True))
    return found
