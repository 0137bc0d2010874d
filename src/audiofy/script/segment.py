"""Blocks to lines, losing no character. Pure.

The lines of a block tile it: their texts joined in order give the block's text back. White space goes to the line
before it, so every line but the first begins with what it says; so does the full stop or comma outside a quotation's
marks, which nobody says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.model import Block, Kind, Quotation, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# A line that an engine is given at once: long enough for its intonation, short enough that memory stays small.
_LONGEST = 900

# Of a quotation within a sentence, to be heard in another voice.
_FEWEST_WORDS = 5

_BEHIND = re.compile(r"[.,;:!?…)\]]*(?:\s+|$)")

_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»'）)\]]*\s+|[。！？]")

# Headings stay with the narrator: a quotation in one is a headline's, not somebody speaking.
_QUOTABLE = frozenset(Role) - {Role.HEADING, Role.CODE, Role.TABLE_ROW}


def quotations(
    blocks: Sequence[Block], find: Callable[[str, Sequence[tuple[int, int]]], Sequence[Quotation]]
) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each block, found over all blocks at once as an article divided by line breaks.

    `find` is given that text and the spans of the block quotations in it.

    Spans count from the start of their block; a quotation over several blocks becomes one in each. A mention in
    another block is left out, since it has no place in this one.
    """
    texts = [block.text if block.role in _QUOTABLE else "" for block in blocks]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    found: list[list[Quotation]] = [[] for _ in blocks]
    quoted = [
        (start, start + len(block.text))
        for start, block in zip(starts, blocks, strict=False)
        if block.role is Role.BLOCKQUOTE
    ]
    index = 0
    for quotation in find("\n".join(texts), quoted):
        while starts[index + 1] <= quotation.start:
            index += 1
        for place in range(index, len(blocks)):
            if starts[place] >= quotation.end:
                break
            part = _within(quotation, starts[place], len(texts[place]))
            if part is not None:
                found[place].append(part)
    return tuple(tuple(group) for group in found)


def _within(quotation: Quotation, offset: int, length: int) -> Quotation | None:
    start, end = max(0, quotation.start - offset), min(length, quotation.end - offset)
    if start >= end:
        return None
    mention = quotation.mention
    if mention is not None:
        inside = offset <= mention[0] and mention[1] <= offset + length
        mention = (mention[0] - offset, mention[1] - offset) if inside else None
    return replace(quotation, start=start, end=end, mention=mention)


def is_voiced(quotation: Quotation, text: str) -> bool:
    """Whether a quotation gets a voice of its own: a few words quoted within a sentence stay with the narrator.

    As newsreaders do it: a change of voice for a word or two cuts the sentence that they belong to.
    """
    return quotation.kind != "mixed" or len(text[quotation.start : quotation.end].split()) >= _FEWEST_WORDS


def stretches(text: str, found: Sequence[Quotation]) -> Iterator[tuple[int, int, Kind, str]]:
    """Where one voice begins and ends in `text`: start, end, kind and speaker of each stretch, tiling it."""
    pieces: list[tuple[int, Kind, str]] = [(0, Kind.NARRATION, "")]
    for quotation in found:
        if not is_voiced(quotation, text):
            continue
        behind = _BEHIND.match(text, quotation.end)
        after = behind.end() if behind else quotation.end
        pieces += [(quotation.start, Kind.QUOTE, quotation.speaker or ""), (after, Kind.NARRATION, "")]
    merged: list[tuple[int, int, Kind, str]] = []
    for place, (start, kind, speaker) in enumerate(pieces):
        end = pieces[place + 1][0] if place + 1 < len(pieces) else len(text)
        silent = not any(character.isalnum() for character in text[start:end])
        if merged and (silent or (merged[-1][2:] == (kind, speaker))):
            merged[-1] = (merged[-1][0], end, *merged[-1][2:])
        elif start < end and len(merged) == 1 and _all_silent(text[: merged[-1][1]]):
            merged[-1] = (merged[-1][0], end, kind, speaker)
        elif start < end:
            merged.append((start, end, kind, speaker))
    for start, end, kind, speaker in merged:
        for first, last in _portions(text, start, end):
            yield first, last, kind, speaker


def _all_silent(text: str) -> bool:
    return not any(character.isalnum() for character in text)


def _portions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in portions of at most `_LONGEST` characters: at a sentence's end, else at a blank, else anywhere."""
    while end - start > _LONGEST:
        limit = start + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
        cut = ends[-1] if ends else text.rfind(" ", start, limit) + 1
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    yield start, end
