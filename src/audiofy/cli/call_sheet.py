"""A script and its cast to a call sheet: who speaks, how the text names them, how much, in which voice, why. Pure."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Cast, Line, Script

UNKNOWN = "(not known)"

_HEAD = ("PERSON", "LINES", "TIME", "VOICE", "WHY", "NAMED")
_WIDEST = 40  # characters of a column; a longer cell is cut, and whole on a narrow terminal
_GAP = "  "
_NARROWEST = 16  # characters of the last column, which is wrapped
_SURE = 0.6  # a quotation's confidence below which its speaker is shown to be a guess
_NARRATOR = "NARRATOR"


def call_sheet(written: Script, parts: Cast, width: int) -> list[str]:
    """The call sheet: a table, or where `width` characters are too few for one, a few lines for each."""
    rows = list(_rows(written, parts))
    widths = [min(_WIDEST, max(len(row[place]) for row in (_HEAD, *rows))) for place in range(len(_HEAD) - 1)]
    left = width - sum(size + len(_GAP) for size in widths)
    if left < _NARROWEST:
        return [line for row in rows for line in _card(row, width)]
    return [line for row in (_HEAD, *rows) for line in _table_row(row, widths, left)]


def is_guess(written: Script, line: Line) -> bool:
    """Whether the speaker of a quoted line is only likely."""
    if line.kind != "quote" or line.block >= len(written.quotations):
        return False
    inside = (found for found in written.quotations[line.block] if line.start <= found.start < line.end)
    return any(found.speaker and found.confidence < _SURE for found in inside)


def _rows(written: Script, parts: Cast) -> Iterator[tuple[str, ...]]:
    counts = Counter(line.speaker for line in written.lines if line.kind == "quote")
    guesses = Counter(line.speaker for line in written.lines if is_guess(written, line))
    seconds: dict[str | None, float] = defaultdict(float)
    for line in written.lines:
        seconds[line.speaker if line.kind == "quote" else None] += _seconds(line, parts)
    mentions = {person.name: person.mentions for person in written.people}
    lines = sum(line.kind != "quote" for line in written.lines)
    yield _NARRATOR, str(lines), _time(seconds[None]), parts.narrator.name, "", ""
    for part in parts.roles:
        name = part.speaker
        named = ", ".join(mentions.get(name, ()))
        why = part.reason + (f"; {guesses[name]} of the lines a guess" if guesses[name] else "")
        yield name, str(counts[name]), _time(seconds[name]), part.voice.name, why, named
    if counts[""]:
        why = "the text does not tell who"
        yield UNKNOWN, str(counts[""]), _time(seconds[""]), parts.quotation.name, why, ""


def _table_row(row: tuple[str, ...], widths: list[int], left: int) -> Iterator[str]:
    """A row of the table; its last cell goes on below itself."""
    cells = _GAP.join(_cut(cell, size).ljust(size) for cell, size in zip(row, widths, strict=False))
    last = textwrap.wrap(row[-1], left) or [""]
    yield (cells + _GAP + last[0]).rstrip()
    for text in last[1:]:
        yield " " * len(cells + _GAP) + text


def _card(row: tuple[str, ...], width: int) -> Iterator[str]:
    """What a row says, in as many lines as it needs."""
    name, lines, time, voice, why, named = row
    yield from textwrap.wrap(name, max(width, 1)) or [name]
    count = f"{lines} line{'s' if lines != '1' else ''}"
    for text in (f"{voice}, {count}, {time}", why, f"named {named}" if named else ""):
        yield from textwrap.wrap(text, max(width, 10), initial_indent="  ", subsequent_indent="    ")


def _cut(cell: str, size: int) -> str:
    return cell if len(cell) <= size else cell[: size - 1] + "…"


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s"


def _seconds(line: Line, parts: Cast) -> float:
    """How long a line takes at the voice's rate, in words a minute."""
    return 60 * len(line.spoken.split()) / parts.voice_for(line).rate
