"""Spoken text to about how long it takes to say. Pure."""

from __future__ import annotations

from unicodedata import east_asian_width

# Characters a second, as espeak-ng reads news at 165 to 175 words a minute in ten languages: Latin script from 11.7
# (Swedish) to 15.2 (French), Cyrillic 8.4. Rather too slow: what is counted on it comes early then, and not late.
_LATIN = 12.5
_OTHER = 9.0

# A character of Chinese or Japanese is a syllable or two.
_SYLLABLES = 3.5

# "1801" is as long as "eighteen oh one".
_DIGITS = 3.0

# The silence between two sentences or paragraphs.
_PAUSE = 0.4

_LAST_OF_LATIN = "\u024f"


def seconds(spoken: str) -> float:
    """About how long a line takes, the pause after it included."""
    return _PAUSE + sum(map(_seconds, spoken))


def _seconds(char: str) -> float:
    if char.isdigit():
        return 1 / _DIGITS
    if not char.isalpha():
        return 0
    if east_asian_width(char) == "W":
        return 1 / _SYLLABLES
    return 1 / (_LATIN if char <= _LAST_OF_LATIN else _OTHER)
