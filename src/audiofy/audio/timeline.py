"""Lines and clip lengths to cues, counted in frames. Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from audiofy.model import Chapter, Cue, Kind, Line, Mark, WordCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.settings import Pauses

_AFTER = {Kind.DISCLOSURE: "disclosure", Kind.TITLE: "title", Kind.BYLINE: "byline", Kind.HEADING: "heading"}


def seconds(frame: int, frame_rate: int) -> float:
    """When a frame is heard, to the microsecond: exact to the frame, and rounding keeps the order of times."""
    return round(frame / frame_rate, 6)


def pause_after(line: Line, following: Line | None, pauses: Pauses) -> float:
    """The silence in seconds between two lines: by what ends and what begins. None after the last."""
    if following is None:
        return 0.0
    if line.kind in _AFTER:
        return float(getattr(pauses, _AFTER[line.kind]))
    if following.kind is Kind.HEADING:
        return pauses.before_heading
    if following.block != line.block:
        return pauses.paragraph
    return pauses.quotation if Kind.QUOTE in {line.kind, following.kind} else pauses.sentence


def is_between_paragraphs(line: Line, following: Line) -> bool:
    """Whether one paragraph ends and another begins; a heading belongs to the paragraph after it."""
    return line.block != following.block and min(line.block, following.block) >= 0 and line.kind is not Kind.HEADING


def word_cues(line: Line, marks: Sequence[Mark], place: int, frame_rate: int) -> tuple[WordCue, ...]:
    """When each printed word of a line is heard, in the order of both print and time.

    Args:
        line: Its words say which characters of the spoken text stand for which print.
        marks: At which frame of the clip the engine began which character of the spoken text.
        place: The frame that the clip begins at.
        frame_rate: Frames a second.
    """
    starts = [word.at for word in line.words]
    cues: list[WordCue] = []
    last = -1
    for mark in marks:
        index = bisect_right(starts, mark.at) - 1
        # Several spoken words may stand for one in print, which is heard from the first of them on.
        if index > last and mark.at < starts[index] + len(line.words[index].text):
            word = line.words[index]
            cues.append(WordCue(time=seconds(place + mark.frame, frame_rate), start=word.start, end=word.end))
            last = index
    return tuple(cues)


def chapters(title: str, lines: Sequence[Line], cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """A chapter a heading, what is heard before the first one under the title; none for fewer than two headings."""
    heads = [cue for cue in cues if cue.line >= 0 and lines[cue.line].kind is Kind.HEADING]
    if len(heads) < 2:  # noqa: PLR2004 - one heading divides nothing
        return ()
    starts = [0.0, *(cue.start for cue in heads)]
    names = [title, *(lines[cue.line].text.strip() for cue in heads)]
    ends = [*starts[1:], cues[-1].end]
    return tuple(
        Chapter(title=name, start=start, end=end)
        for name, start, end in zip(names, starts, ends, strict=True)
        if end > start
    )
