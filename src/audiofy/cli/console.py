"""What people see on stderr: messages and remedies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.errors import AudiofyError


def tell(message: str) -> None:
    """One line for people."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


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
