"""Lines and clip lengths to cues, counted in frames. Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from audiofy.model import Chapter, Cue, Kind, Line, Mark, WordCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.settings import Pauses

_AFTER = {Kind.DISCLOSURE: "disclosure", Kind.TITLE: "title", Kind.BYLINE: "byline", Kind.HEADING: "heading"}


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


def word_cues(line: Line, marks: Sequence[Mark], start: float, scale: float) -> tuple[WordCue, ...]:
    """When each printed word of a line is heard.

    Args:
        line: Its words say which characters of the spoken text stand for which print.
        marks: Where the engine began which character of the spoken text, in frames of its own.
        start: When the line begins, in seconds.
        scale: Seconds a frame of the engine's.
    """
    if not line.words:
        return ()
    places = [word.at for word in line.words]
    cues: list[WordCue] = []
    last = -1
    for mark in marks:
        index = bisect_right(places, mark.at) - 1
        if index > last and mark.at < places[index] + len(line.words[index].text):
            word = line.words[index]
            cues.append(WordCue(time=round(start + mark.frame * scale, 4), start=word.start, end=word.end))
            last = index
    return tuple(cues)


def chapters(title: str, lines: Sequence[Line], cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """A chapter a heading, with the opening before the first one; none for fewer than two headings."""
    heads = [cue for cue in cues if cue.line >= 0 and lines[cue.line].kind is Kind.HEADING]
    if len(heads) < 2:  # noqa: PLR2004 - one heading divides nothing
        return ()
    starts = [0.0, *(cue.start for cue in heads)]
    names = [title, *(lines[cue.line].text.strip() for cue in heads)]
    ends = [*starts[1:], cues[-1].end]
    return tuple(
        Chapter(title=name, start=start, end=end) for name, start, end in zip(names, starts, ends, strict=True)
    )
