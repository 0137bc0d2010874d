"""Sentences to captions: lines of a length that can be read, two at a time, each with its time. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.publication.sentences import Sentence

LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What is shown from `start` to `end` (whole milliseconds): one or two lines. `part` counts within the sentence."""

    sentence: Sentence
    part: int
    lines: tuple[str, ...]
    start: int
    end: int


def captions(
    sentences: tuple[Sentence, ...], width: int, heading: Callable[[Sentence], str] = lambda _sentence: ""
) -> Iterator[Caption]:
    """The sentences in captions of at most two lines of at most `width` characters; a long sentence has several.

    Args:
        sentences: What is said.
        width: Characters a line.
        heading: A line that says who speaks, or nothing; it is shown where it differs from the one before.
    """
    shown = ""
    for sentence in sentences:
        rows = wrapped(sentence.text, width)
        head, before = heading(sentence), shown
        shown = head or shown
        opening = 1 if head and head != before else 0  # the line that the heading takes of the first caption
        cuts = [0, *range(LINES - opening, len(rows), LINES), len(rows)]
        pairs = [rows[first:last] for first, last in pairwise(cuts)]
        places = [pair[0][0] for pair in pairs]
        times = [sentence.start, *(sentence.time_at(place) for place in places[1:]), sentence.end]
        for part, pair in enumerate(pairs):
            start = round(1000 * times[part])
            yield Caption(
                sentence=sentence,
                part=part,
                lines=(*([head] if opening and not part else ()), *(sentence.text[first:last] for first, last in pair)),
                start=start,
                end=max(start + 1, round(1000 * times[part + 1])),
            )


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of `text` begins and ends, about equally long, none longer than `width`.

    Lines break between words; a word longer than a line is cut.
    """
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if any(end - start > width for start, end in words):
        words = [(at, min(at + width, end)) for start, end in words for at in range(start, end, width)]
    fewest = len(_filled(words, width))
    # The narrowest width that takes no more lines gives lines of about the same length.
    for narrower in range(max(1, len(text) // max(1, fewest)), width):
        rows = _filled(words, narrower)
        if len(rows) == fewest and all(end - start <= width for start, end in rows):
            return rows
    return _filled(words, width)


def _filled(words: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for start, end in words:
        # Two pieces of a word that was cut touch; joined on one line they would have to be one piece.
        if rows and end - rows[-1][0] <= width:
            rows[-1] = (rows[-1][0], end)
        else:
            rows.append((start, end))
    return rows
