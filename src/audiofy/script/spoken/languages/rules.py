"""Print of a language to its words by its usage: money, percentages, measures, ranges, dates in figures. Pure.

What a language has besides is in its own module.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import counting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene
    from audiofy.script.spoken.languages.nouns import Money, Noun
    from audiofy.script.spoken.languages.usage import Usage


_DASH = "[-‐‑–—−]"
_GROUPS = {
    ".": r"\d{1,3}(?:[. ]\d{3}(?!\d)){1,4}",
    ",": r"\d{1,3}(?:[, ]\d{3}(?!\d)){1,4}",
    " ": r"\d{1,3}(?: \d{3}(?!\d)){1,4}",
}


class Rules:
    """The rules of a language by its usage, as `digits` and `signs` of its grammar."""

    def __init__(self, usage: Usage) -> None:
        self._usage = usage
        number = rf"(?:{_GROUPS[usage.group]}|\d{{1,12}}+)(?:{re.escape(usage.decimal)}\d{{1,6}}+)?+(?![.,]?\d)"
        sizes = _alternatives(usage.sizes)
        monies = _alternatives(usage.monies)
        size = rf"(?:\s?(?P<size>{sizes})(?:\.|(?![^\W\d_])))?"
        self._money = re.compile(
            rf"(?P<low>{number})(?:\s?{_DASH}\s?(?P<high>{number}))?{size}\s?(?P<unit>{monies})(?![^\W\d_])"
            rf"(?:\s?/\s?(?P<per>{_alternatives(usage.per)})(?![^\W\d_]))?"
        )
        self._before = re.compile(rf"\s?(?P<low>{number})(?:\s?{_DASH}\s?(?P<high>{number}))?{size}")
        self._percent = re.compile(rf"(?P<low>{number})(?:\s?%?\s?{_DASH}\s?(?P<high>{number}))?\s?(?:{usage.signs})")
        self._unit = re.compile(
            rf"(?P<low>{number})(?:\s?{_DASH}\s?(?P<high>{number}))?\s?(?P<size>{_alternatives(usage.units)})"
            r"(?![^\W_]|/[^\W_]|\.[^\W_])"
        )
        self._size = re.compile(
            rf"(?P<low>{number})(?:\s?{_DASH}\s?(?P<high>{number}))?\s?(?P<size>{sizes})(?:\.|(?![^\W\d_]))"
        )
        self._range = re.compile(rf"(?P<low>{number}){_DASH}(?P<high>{number})(?!{_DASH}|[^\W\d_])")
        self._grouped = re.compile(rf"{_GROUPS[usage.group]}(?![.,]?\d)")
        self._scale = re.compile(rf"1:(?P<high>{_GROUPS[usage.group]})(?![.,]?\d)")
        self._minus = re.compile(rf"(?:^|[\s(]){_DASH}$")

    def signs(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules for a sign of money before the number."""
        return {sign: (self.money_before,) for sign in self._usage.monies if len(sign) == 1 and not sign.isalpha()}

    def words(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules for a code of money before the number."""
        return {code.lower(): (self.money_before,) for code in self._usage.monies if code.isalpha() and code.isupper()}

    def say(self, printed: str, gender: str = "m") -> str:
        """A printed number in words that agree with a gender."""
        return counting.say(self._usage, printed, gender)

    def money(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "5,7 Mrd. €" and "4,50 zł"."""
        del end
        found = self._money.match(scene.text, start)
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        per = f" {self._usage.per[found['per']]}" if found["per"] else ""
        said = lead + self._amount(scene, found, self._usage.monies[found["unit"]]) + per
        return Reading(start, found.end(), said + closing(scene, found))

    def money_before(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "€ 50" and "$5 Mio."."""
        unit = self._usage.monies.get(scene.text[start:end])
        found = self._before.match(scene.text, end)
        if unit is None or found is None:
            return None
        return Reading(start, found.end(), self._amount(scene, found, unit) + closing(scene, found, names=True))

    def _amount(self, scene: Scene, found: re.Match[str], money: Money) -> str:
        usage, unit = self._usage, money.unit
        count = counting.Count(usage, scene, found)
        if found["size"]:
            return f"{count.of(usage.sizes[found['size']])} {usage.linked(unit, usage.sizes[found['size']])}"
        whole, mark, places = count.printed.partition(usage.decimal)
        if mark and len(places) == len("00") and money.small is not None:
            bent = count.genitive
            units = counting.say(usage, whole, unit.gender, genitive=bent)
            units = f"{count.lead(unit.gender)}{units} {counting.counted(usage, whole, unit, genitive=bent)}"
            if not int(places):
                return units
            cents = str(int(places))
            small = counting.say(usage, cents, money.small.gender, genitive=bent)
            return usage.amount(units, small, counting.counted(usage, cents, money.small, genitive=bent))
        if not mark and not int(counting.figures(usage, whole)) % 1_000_000 and int(counting.figures(usage, whole)):
            return f"{count.numbers(unit.gender)} {usage.linked(unit, unit)}"
        return count.of(unit)

    def percentage(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "5,7 %" and "5-10 %"."""
        del end
        return self._counted(scene, start, self._percent.match(scene.text, start), self._usage.percent)

    def measure(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "120 km/h", "-3 °C" and "5-10 kg"."""
        del end
        found = self._unit.match(scene.text, start)
        return self._counted(scene, start, found, self._usage.units[found["size"]]) if found else None

    def _counted(self, scene: Scene, start: int, found: re.Match[str] | None, what: Noun) -> Reading | None:
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        said = counting.Count(self._usage, scene, found).of(what)
        return Reading(start, found.end(), lead + said + closing(scene, found))

    def magnitude(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "12 tys." and "5,7 Mrd."."""
        del end
        found = self._size.match(scene.text, start)
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        said = counting.Count(self._usage, scene, found).of(self._usage.sizes[found["size"]])
        names = found["size"] in self._usage.dotted
        return Reading(start, found.end(), lead + said + closing(scene, found, names=names))

    def span(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "10-15"; the numbers stand side by side where the language has no word for the dash."""
        del end
        found = self._range.match(scene.text, start)
        if found is None or found["low"].startswith("0") or _MODEL.search(scene.before(start, 12)):
            return None
        if self._usage.range_from and found["low"].isdecimal() and int(found["low"]) in _YEARS:
            return None
        count = counting.Count(self._usage, scene, found, bare=self._stands_bare(scene, found))
        return Reading(start, found.end(), count.numbers(""))

    def _stands_bare(self, scene: Scene, found: re.Match[str]) -> bool:
        """Whether a pair is a score, or its noun is printed in the form of the nominative: "2-3 dni"."""
        low, high = found["low"], found["high"]
        if not (low.isdecimal() and high.isdecimal()):
            return False
        counted = _COUNTED.match(scene.text, found.end()) is not None
        return int(low) >= int(high) or not counted or self._usage.form(int(high)) == 1

    def score(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "3:1" and "10:9", which can't be a time."""
        del end
        found = _SCORE.match(scene.text, start)
        if found is None:
            return None
        low, high = found["low"] or found["more"], found["high"] or found["less"]
        said = f"{self.say(low, '')} {self._usage.against} {self.say(high, '')}"
        return Reading(start, found.end(), said.replace("  ", " "))

    def lasting(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "2:15:25": hours, minutes and seconds; the word "hours" behind them is said with the first."""
        del end
        found = _LASTING.match(scene.text, start)
        nouns = self._usage.lasting
        if found is None or nouns is None:
            return None
        parts = [(str(int(printed)), what) for printed, what in zip(found.groups(), nouns, strict=True) if int(printed)]
        said = " ".join(
            f"{self.say(count, what.gender)} {counting.counted(self._usage, count, what)}" for count, what in parts
        )
        named = f" {nouns[0].many}"
        over = len(named) if scene.text.startswith(named, found.end()) else 0
        return Reading(start, found.end() + over, said) if parts else None

    def scale(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "1:50 000"."""
        del end
        found = self._scale.match(scene.text, start)
        if found is None:
            return None
        high = counting.say(self._usage, found["high"], "", genitive=True)
        return Reading(start, found.end(), f"{self.say('1', '')} {self._usage.ratio} {high}")

    def grouped(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "1 250 000", for a language whose engine reads the groups one by one."""
        del end
        found = self._grouped.match(scene.text, start)
        if (
            found is None
            or found[0].startswith("0")
            or _DIALLED.search(scene.before(start, 8))
            or _DIALLED_ON.match(scene.text, found.end())
        ):
            return None
        return Reading(start, found.end(), self.say(found[0]))

    def _lead(self, scene: Scene, start: int) -> tuple[str, int]:
        before = scene.before(start, 2)
        if before.endswith(("+", "±")):
            sign = f"{self._usage.plus} " + f"{self._usage.minus} " * before.endswith("±")
            return sign, start - 1
        if self._minus.search(before):
            return f"{self._usage.minus} ", start - 1
        return "", start

    def figures(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "03.05.2024", "03/05/2024" and "2024-05-03": the day first, but for ISO 8601."""
        del end
        found = _DAY_FIRST.match(scene.text, start) or _ISO.match(scene.text, start)
        if found is None:
            return None
        day, month = int(found["day"]), int(found["month"])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        said = self._usage.date(scene, start, day, month, int(found["year"]))
        if not said:
            return None
        # "03.05.2024 r.": the word for the year is said with it.
        word = _YEAR_WORD.match(scene.text, found.end()) if said.endswith(("roku", "року")) else None
        closes = "." if word is not None and scene.ends_sentence(word.end()) else ""
        return Reading(start, word.end() if word else found.end(), said + closes)


def closing(scene: Scene, found: re.Match[str], *, names: bool = False) -> str:
    """A full stop where the one of an abbreviation also ends its sentence.

    With `names` only the end of the text tells: "5 Mio. Menschen" goes on with a capital.
    """
    if not found[0].endswith("."):
        return ""
    return "." if (scene.ends if names else scene.ends_sentence)(found.end()) else ""


_COUNTED = re.compile(r"\s[^\W\d_A-ZА-Я]{3}")
_MODEL = re.compile(r"(?:Boeing|Airbus)\s$")
_YEARS = range(1000, 2100)
# What is no time: one figure behind the colon, or more hours than a day has.
_SCORE = re.compile(
    r"(?:(?P<low>\d{1,2}):(?P<high>\d)|(?P<more>\d{3}|2[5-9]|[3-9]\d):(?P<less>\d{2,3}))(?![\d:]|[.,]\d| \d{3}(?!\d))"
)
_LASTING = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:]|[.,]\d)")
# A telephone has groups of two figures, too.
_DIALLED = re.compile(r"\+\d{0,3}\s?$|\d\s$")
_DIALLED_ON = re.compile(r"\s\d{2}(?!\d)")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>[12]\d{3})(?![\d-]|[.,]\d|[^\W_])"
)
_YEAR_WORD = re.compile(r"\s?[rр]\.")
_ISO = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-]|[^\W_])")


def _alternatives(names: Mapping[str, object]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
