"""Roman numerals to numbers and back. Pure."""

from __future__ import annotations

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def value(printed: str) -> int:
    """What a Roman numeral in capitals is worth; 0 if it is none."""
    if not _WELL_FORMED.fullmatch(printed):
        return 0
    worth = [_VALUES[letter] for letter in printed]
    return sum(-one if one < following else one for one, following in zip(worth, [*worth[1:], 0], strict=True))


def roman(count: int) -> str:
    """A count up to 3999 as a Roman numeral."""
    said = ""
    for worth, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True
    ):
        said += letters * (count // worth)
        count %= worth
    return said
