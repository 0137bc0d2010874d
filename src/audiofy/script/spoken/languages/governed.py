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

    `until` are the prepositions between the two figures of "od 5 do 10 osób"; `locative` the endings of nouns in the
    locative plural behind one of `at`; `apart` words that stand behind a figure and are not what it counts; `feminine`
    and `personal` are patterns of nouns: a "two" before the first is feminine, and the second take the genitive.
    `object_of` are the ending of a feminine object and its "one" as subject and as object.
    """

    usage: Usage
    at: frozenset[str]
    until: str
    locative: str
    apart: frozenset[str]
    feminine: str
    object_of: tuple[str, str, str]
    personal: str = r"(?!)"


_YEARS = range(1800, 2100)


def governed(governing: Governing) -> Rule:
    """The rule for a figure before a noun in small letters."""
    usage = governing.usage
    number = r"\d{1,3}(?: \d{3}(?!\d)){1,3}|\d{1,6}"
    pattern = re.compile(
        rf"(?P<low>{number})(?=\s(?P<until>{governing.until})\s(?:{number})\s(?P<far>%|[^\W\d_]{{1,24}}))|"
        rf"(?P<count>{number})(?=\s(?P<noun>[^\W\d_]{{3,24}})(?![^\W_]))"
    )
    feminine, personal = re.compile(governing.feminine), re.compile(governing.personal)
    locative = re.compile(rf".*(?:{governing.locative})")

    def read(scene: Scene, start: int, end: int) -> Reading | None:
        del end
        found = pattern.match(scene.text, start)
        if found is None:
            return None
        printed, noun = found["low"] or found["count"], found["far"] or found["noun"]
        if noun != noun.lower() or noun in governing.apart or int(printed.replace(" ", "")) in _YEARS:
            return None
        asked = counting.asks_genitive(usage, scene, start)
        asked = asked or (scene.word_before(start).lower() in governing.at and bool(locative.fullmatch(noun)))
        gender = "f" if feminine.fullmatch(noun) else "m"
        if found["low"] and not asked:
            return None
        if asked or (personal.fullmatch(noun) and not printed.endswith("000")):
            return Reading(start, found.end(), counting.say(usage, printed, gender, genitive=True))
        if gender == "f" and " " not in printed:
            ending, subject, object_ = governing.object_of
            said = counting.say(usage, printed, gender)
            if noun.endswith(ending) and said.endswith(subject):
                said = said.removesuffix(subject) + object_
            return Reading(start, found.end(), said) if said != counting.say(usage, printed) else None
        return None

    return read
