"""An episode to its sentences, each with its voice and the times of its words. Pure.

A sentence in two voices (words quoted in the middle of it) is one sentence a voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from audiofy.model import Kind
from audiofy.publication.characters import fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Cue, Episode, Line

# The end of a sentence: its mark with closing quotes, then a blank and what can begin another. Chinese and Japanese
# write no blank.
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s+["'“‘„«(\[¿¡]*[^\W_a-zà-öø-ÿа-яёіїєґ])|[。！？]+[」』）]*""")

# Words whose full stop ends no sentence, in lower case without it, and single letters (initials, U.S., p. m.).
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"'‘])(?:\w|(?:\w\.)+\w|mr|mrs|ms|dr|prof|st|jr|sr|gen|col|lt|sgt|capt|cmdr|gov|sen|rep|rev|hon|no"
    r"|vs|etc|inc|ltd|co|corp|jan|feb|aug|sept|oct|nov|dec|nr|bzw|ca|st|str|mme|mlle|sra|dra|ul|им|ул|г|вул|див|тел)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Characters `start` to `end` of a sentence are heard from `time` (seconds) on."""

    time: float
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What one voice says in one go, from `start` to `end` (seconds).

    `number` counts from 1 through the episode. `text` is characters `place` and following of line `line`, which is in
    that block of the article, or in none (-1). `speaker` is who is quoted, or empty. `words` are empty where the engine
    tells no times.
    """

    number: int
    line: int
    place: int
    block: int
    kind: Kind
    speaker: str
    voice: str
    text: str
    start: float
    end: float
    words: tuple[Heard, ...] = ()

    def time_at(self, place: int) -> float:
        """When character `place` of the text is heard: by the words, or by its share of the text between them."""
        marks = [(0, self.start), *((word.start, word.time) for word in self.words), (len(self.text), self.end)]
        for (before, earlier), (after, later) in pairwise(marks):
            if before <= place < after:
                return earlier + (later - earlier) * (place - before) / (after - before)
        return self.end


def sentences(episode: Episode) -> tuple[Sentence, ...]:
    """Every sentence that is heard, in order; sounds are none."""
    return _found(_This(episode))


class _This:
    """An episode as a key: this very one, for to compare two costs more than to divide one anew."""

    __slots__ = ("episode",)

    def __init__(self, episode: Episode) -> None:
        self.episode = episode

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.episode is self.episode

    def __hash__(self) -> int:
        return id(self.episode)


@lru_cache(maxsize=2)  # every form of an episode is made of its sentences, one form after the other
def _found(this: _This) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for cue in this.episode.cues:
        if 0 <= cue.line < len(this.episode.lines):
            found += _sentences_of(cue, this.episode.lines[cue.line], len(found))
    return tuple(found)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `text` begins and ends, without the blanks around it."""
    start = 0
    for end in (*(match.end() for match in _END.finditer(text) if not _abbreviates(text, match)), len(text)):
        stretch = text[start:end]
        if stretch.strip():
            yield start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
        start = end


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    return match[0] == "." and bool(_ABBREVIATED.search(text, max(0, match.start() - 24), match.start()))


def _sentences_of(cue: Cue, line: Line, count: int) -> Iterator[Sentence]:
    text = fit(line.text)
    places = list(spans(text))
    whole = Sentence(
        number=count + 1,
        line=cue.line,
        place=0,
        block=line.block,
        kind=line.kind,
        speaker=line.speaker if line.kind is Kind.QUOTE else "",
        voice=cue.voice,
        text=text,
        start=cue.start,
        end=cue.end,
        words=tuple(Heard(time=word.time, start=word.start, end=word.end) for word in cue.words),
    )
    # A sentence ends where the next begins: the engine tells when words begin, not when they end.
    starts = [cue.start, *(whole.time_at(start) for start, _ in places[1:]), cue.end]
    for number, ((start, end), begun, ended) in enumerate(zip(places, starts, starts[1:], strict=False)):
        yield Sentence(
            number=count + 1 + number,
            line=cue.line,
            place=start,
            block=line.block,
            kind=line.kind,
            speaker=whole.speaker,
            voice=cue.voice,
            text=text[start:end],
            start=begun,
            end=max(begun, ended),
            words=tuple(
                Heard(time=word.time, start=word.start - start, end=min(word.end, end) - start)
                for word in whole.words
                if start <= word.start < end
            ),
        )
