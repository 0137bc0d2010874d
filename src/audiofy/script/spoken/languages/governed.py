"""Polish and Ukrainian figures before a noun to words that agree: "do 20 osób", "w 5 miastach", "2 osoby". Pure.

The engines say every figure in the nominative of the masculine. The word before, or the ending of the noun, tells
better in the cases below; everywhere else the print is left to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import counting

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene
    from audiofy.script.spoken.languages.usage import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """What tells the case and gender of a figure.

    `until` are the prepositions between the two figures of "od 5 do 10 osób", and `out_of` those before the first one
    that ask for the genitive only there: "z 5 do 3 proc."; `singular` are nouns behind an ordinal: "do 9 godziny";
    `locative` the endings of nouns in the locative plural behind one of `at`; `apart` words that stand behind a figure
    and are not what it counts; `feminine` and `personal` are patterns of nouns: a "two" before the first is feminine,
    and the second take the genitive. `object_of` are the ending of a feminine object and its "one" as subject and as
    object.
    """

    usage: Usage
    at: frozenset[str]
    until: str
    out_of: frozenset[str]
    singular: frozenset[str]
    locative: str
    apart: frozenset[str]
    feminine: str
    object_of: tuple[str, str, str]
    personal: str = r"(?!)"


# "z 5 osobami": the numeral has an ending of its own here.
_INSTRUMENTAL = ("ami", "ями")
_YEARS = range(1800, 2100)


def governed(governing: Governing) -> Rule:
    """The rule for a figure before a noun in small letters."""
    return _Figures(governing).read


class _Figures:
    """The rule of a language, with its patterns."""

    def __init__(self, governing: Governing) -> None:
        number = r"\d{1,3}(?: \d{3}(?!\d)){1,3}|\d{1,6}"
        self._governing, self._usage = governing, governing.usage
        self._pattern = re.compile(
            rf"(?P<low>{number})(?=\s(?P<until>{governing.until})\s(?:{number})\s?(?P<far>%|[^\W\d_]{{1,24}}))|"
            rf"(?P<count>{number})(?=\s(?P<noun>[^\W\d_]{{3,24}})(?![^\W_]))"
        )
        self._feminine, self._personal = re.compile(governing.feminine), re.compile(governing.personal)
        self._locative = re.compile(rf".*(?:{governing.locative})")

    def read(self, scene: Scene, start: int, end: int) -> Reading | None:
        """How the figure is said, where its neighbours tell."""
        del end
        found = self._pattern.match(scene.text, start)
        if found is None:
            return None
        printed, noun = found["low"] or found["count"], found["far"] or found["noun"]
        if noun != noun.lower() or noun in self._governing.apart or int(printed.replace(" ", "")) in _YEARS:
            return None
        if noun.endswith(_INSTRUMENTAL) and not found["low"]:
            return None
        gender = "f" if self._feminine.fullmatch(noun) else "m"
        if self._is_asked(scene, start, noun, first=bool(found["low"])):
            said = counting.say(self._usage, printed, gender, genitive=True)
        else:
            said = "" if found["low"] else self._nominative(printed, noun, gender)
        return Reading(start, found.end(), said) if said else None

    def _is_asked(self, scene: Scene, start: int, noun: str, *, first: bool) -> bool:
        before = scene.word_before(start).lower()
        if noun in self._governing.singular:
            return False
        if counting.asks_genitive(self._usage, scene, start) or (first and before in self._governing.out_of):
            return True
        return before in self._governing.at and self._locative.fullmatch(noun) is not None

    def _nominative(self, printed: str, noun: str, gender: str) -> str:
        """A figure that nothing governs, where the engine would say it wrong; the genitive stands for persons."""
        if self._personal.fullmatch(noun) and not printed.endswith("000"):
            return counting.say(self._usage, printed, gender, genitive=True)
        said = counting.say(self._usage, printed, gender)
        if gender == "m" or " " in printed or said == counting.say(self._usage, printed):
            return ""
        ending, subject, object_ = self._governing.object_of
        is_object = noun.endswith(ending) and said.endswith(subject)
        return said.removesuffix(subject) + object_ if is_object else said
