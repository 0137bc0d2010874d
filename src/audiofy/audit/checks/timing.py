"""Timing: what is heard when, in the cues, the words, the chapters and the transcripts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audiofy import corrections
from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, squeezed
from audiofy.disclosure import quotation_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held

timing = Family("timing")
_AGAIN = "Convert the article again with --force."
_PUBLISH = "Publish again with audiofy publish."

# Rounding of times in files to milliseconds, and a little.
CLOSE = 0.01

# espeak-ng's fastest useful rate, 450 words a minute, is about 45 characters a second.
_FASTEST = 50
_SHORTEST = 12  # characters; the pace of less says nothing


@timing.check("cues-in-order", why="Players would highlight the wrong sentence.", remedy=_AGAIN)
def cues_in_order(held: Held) -> Iterator[Fault]:
    """No cue begins before the one in front of it ends."""
    for before, after in pairwise(held.episode.cues):
        if after.start < before.end - CLOSE:
            yield Fault(f"the cue at {after.start:.2f} s begins before the one before it ends, at {before.end:.2f} s")


@timing.check("cue-has-length", why="What lasts no time isn't heard.", remedy=_AGAIN)
def cue_has_length(held: Held) -> Iterator[Fault]:
    """Each cue ends after it begins, and begins in the recording."""
    for cue in held.episode.cues:
        if cue.end <= cue.start or cue.start < 0:
            yield Fault(f"the cue from {cue.start:.2f} s to {cue.end:.2f} s has no length")


@timing.check(
    "last-cue-ends", why="Something after the last line, or the last line itself, is not accounted for.", remedy=_AGAIN
)
def last_cue_ends(held: Held) -> Iterator[Fault]:
    """The last cue ends with the recording."""
    cues, duration = held.episode.cues, held.episode.recording.duration
    if cues and abs(cues[-1].end - duration) > CLOSE:
        yield Fault(f"the last cue ends at {cues[-1].end:.2f} s, the recording at {duration:.2f} s")


@timing.check("line-has-time", why="A line that is over too soon was cut short.", remedy=_AGAIN)
def line_has_time(held: Held) -> Iterator[Fault]:
    """No line is spoken faster than anybody can."""
    for cue in held.episode.cues:
        if 0 <= cue.line < len(held.episode.lines):
            spoken = held.episode.lines[cue.line].spoken
            if len(spoken) > max(_SHORTEST, _FASTEST * (cue.end - cue.start)) and cue.end > cue.start:
                yield Fault(f"{excerpt(spoken)} is said in {cue.end - cue.start:.2f} s")


@timing.check("words-in-cue", why="The highlighted word would not be the one that is heard.", remedy=_AGAIN)
def words_in_cue(held: Held) -> Iterator[Fault]:
    """The words of a cue are in order of time and print, and inside the cue and the line."""
    lines = held.episode.lines
    for cue in held.episode.cues:
        length = len(lines[cue.line].text) if 0 <= cue.line < len(lines) else 0
        times = [cue.start - CLOSE, *(word.time for word in cue.words), cue.end + CLOSE]
        marks = [0, *(mark for word in cue.words for mark in (word.start, word.end)), length]
        if cue.words and (times != sorted(times) or marks != sorted(marks)):
            yield Fault(f"the words of the cue at {cue.start:.2f} s are out of order, or outside it")


@timing.check("chapters-in-order", why="A player would jump to the wrong place.", remedy=_AGAIN)
def chapters_in_order(held: Held) -> Iterator[Fault]:
    """Chapters follow each other inside the recording."""
    times = [time for chapter in held.episode.chapters for time in (chapter.start, chapter.end)]
    inside = [-CLOSE, *times, held.episode.recording.duration + CLOSE]
    if any(after < before - CLOSE for before, after in pairwise(inside)):
        yield Fault("the chapters overlap, or are outside the recording")


@timing.check(
    "transcript-in-time", why="Captions that are off are worse than none for who depends on them.", remedy=_PUBLISH
)
def transcript_in_time(held: Held) -> Iterator[Fault]:
    """Each cue of a transcript is in the time of the line that it is part of."""
    episode = held.episode
    texts = [squeezed(line.text) for line in episode.lines]
    # The disclosure and its notes are shown at the start wherever they are spoken, and however they are divided.
    shown = squeezed(
        " ".join((episode.disclosure.sentence, quotation_note(episode.language), corrections.note(episode.language)))
    )
    known = [cue for cue in episode.cues if 0 <= cue.line < len(texts)]
    for name, found in held.readable.items():
        for said in found.cues:
            heard = squeezed("".join(episode.lines[cue.line].text for cue in known if _overlap(cue, said)))
            text = squeezed(said.text)
            # A cue may hold the end of one line and the beginning of the next; one that says nothing of what is
            # heard meanwhile, and stands somewhere else in the script, is at the wrong time.
            fits = text in heard or (heard and heard in text)
            if text and not fits and text not in shown and any(text in texts[cue.line] for cue in known):
                yield Fault(f"{excerpt(said.text)} is shown at {said.start:.2f} s, when something else is heard", name)
                break


def _overlap(cue: object, said: object) -> bool:
    start, end = max(cue.start, said.start), min(cue.end, said.end)  # type: ignore[attr-defined]
    return bool(end - start > CLOSE)
