"""What people see on stderr: messages and remedies."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.errors import AudiofyError

# Controls but for line breaks and tabs, and what turns the direction of writing.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# A last column that is narrower can't be read; a terminal as narrow as that breaks the lines itself.
_NARROWEST = 16


def tell(message: str) -> None:
    """One line for people."""
    sys.stderr.write(f"{plain(message)}\n")
    sys.stderr.flush()


def plain(text: str) -> str:
    """`text` without what would steer the terminal: hosts, pages and file names of others get into messages."""
    return _STEERING.sub("�", text)


def complain(error: AudiofyError) -> None:
    """An error with its remedy."""
    tell(complaint(error.message, error.remedy))


def complaint(message: str, remedy: str = "") -> str:
    """An error on a line, and its remedy on a second."""
    return f"audiofy: {message}" + (f"\n  {remedy}" if remedy else "")


def many(number: int, one: str, more: str = "") -> str:
    """A number of things in words: "1 article", "2 articles"; `more` where the plural has no plain s."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def listed(names: Sequence[str], word: str = "and") -> str:
    """Names in words: "a", "a or b", "a, b or c"."""
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last


def width() -> int:
    """The width of the terminal; none at all where what is printed goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows under the first as their heads; the last column is broken so that the terminal is wide enough."""
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    room = max(width() - sum(wide) - 2 * len(wide), _NARROWEST)
    lines = []
    for row in rows:
        first, *more = textwrap.wrap(row[-1], room) or [""]
        lines.append("  ".join([*(cell.ljust(size) for cell, size in zip(row, wide, strict=False)), first]).rstrip())
        lines += [" " * (sum(wide) + 2 * len(wide)) + line for line in more]
    return plain("\n".join(lines))
