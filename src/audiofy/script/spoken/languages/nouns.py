"""What is counted, in the forms that numbers ask for: "1 złoty, 2 złote, 5 złotych". Pure."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """What is counted: one, two to four, five and more, and with a decimal ("1 złoty, 2 złote, 5 złotych")."""

    one: str
    few: str
    many: str
    part: str
    gender: str = "m"


def noun(one: str, many: str, gender: str = "m") -> Noun:
    """A noun of a language that has one plural."""
    return Noun(one, many, many, many, gender)


class Money(NamedTuple):
    """A unit of money and its hundredth."""

    unit: Noun
    small: Noun | None = None


def slavic(count: int) -> int:
    """Which form of a noun a Slavic language has behind a number: two to four, and five and more."""
    if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14}:
        return 1
    return 2
