"""How a language prints and says numbers: its marks, plurals, magnitudes, money and the words between. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.nouns import Money, Noun


def plural(what: Noun, size: Noun) -> str:
    """A unit behind a magnitude, where nothing joins them: "Millionen Euro"."""
    del size
    return what.many


def named(units: str, small: str, name: str) -> str:
    """Units and hundredths, both by their names: "dwa złote trzy grosze"."""
    return f"{units} {small} {name}"


def bare(units: str, small: str, name: str) -> str:
    """Units and hundredths, these without a name: "zwei Euro drei"."""
    del name
    return f"{units} {small}"


def unbent(words: str, gender: str) -> str:
    """Number words of a language that does not bend them."""
    del gender
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """A language's numbers.

    `form` picks the form of a noun for a whole number (0 to 2), `agree` fits number words to a gender. `sizes` are
    magnitudes by their abbreviations, `monies` units by symbol, code or word. `linked` joins a magnitude to its unit
    ("millions d'euros"), `amount` joins units and hundredths. `between` is said for the dash of a range, or empty where
    the two numbers stand side by side; `against` for the colon of a score and `ratio` for that of a scale. `signs` are
    patterns of percent; `per` is said for a slash behind an amount, by what is printed behind it. `part_counts` is true
    where a decimal below two takes the singular. `genitive` bends number words for a gender; `genitive_after` are the
    words that ask for it. `range_from` and `range_to` stand around the numbers of a range that none of `prepositions`
    opens. `dotted` are the magnitudes with a full stop of their own, which a capital may follow. `lasting` are hour,
    minute and second.
    """

    language: str
    point: str
    zero: str
    minus: str
    plus: str
    percent: Noun
    sizes: Mapping[str, Noun]
    monies: Mapping[str, Money]
    units: Mapping[str, Noun]
    per: Mapping[str, str]
    form: Callable[[int], int]
    agree: Callable[[str, str], str]
    between: str = ""
    against: str = ""
    ratio: str = ""
    decimal: str = ","
    group: str = " "
    signs: str = "%"
    linked: Callable[[Noun, Noun], str] = plural
    amount: Callable[[str, str, str], str] = named
    spelled_decimals: bool = False
    part_counts: bool = False
    genitive: Callable[[str, str], str] = unbent
    genitive_after: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    range_from: str = ""
    range_to: str = ""
    dotted: frozenset[str] = frozenset()
    lasting: tuple[Noun, Noun, Noun] | None = None
    date: Callable[[Scene, int, int, int, int], str] = field(default=lambda *_: "")
