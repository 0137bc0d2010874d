"""Print of a language to its words by its usage: money, percentages, measures, ranges, dates in figures. Pure.

What a language has besides is in its own module.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import numerals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene
    from audiofy.script.spoken.languages.nouns import Money, Noun
    from audiofy.script.spoken.languages.usage import Usage


_DASH = "[-‐‑–—−]"
_GROUPS = {
    ".": r"\d{1,3}(?:\.\d{3}(?!\d)){1,4}",
    ",": r"\d{1,3}(?:,\d{3}(?!\d)){1,4}",
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
        self._minus = re.compile(rf"(?:^|[\s(]){_DASH}$")

    def digits(self) -> tuple[Rule, ...]:
        """The rules for a number: dates in figures, money, percentages, magnitudes, ranges."""
        return (self.figures, self.money, self.percentage, self.magnitude, self.span)

    def signs(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules for a sign of money before the number."""
        return {sign: (self.money_before,) for sign in self._usage.monies if len(sign) == 1 and not sign.isalpha()}

    def words(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules for a code of money before the number."""
        return {code.lower(): (self.money_before,) for code in self._usage.monies if code.isalpha() and code.isupper()}

    def say(self, printed: str, gender: str = "m") -> str:
        """A printed number in words that agree with a gender."""
        usage = self._usage
        whole, _, places = printed.replace(usage.group, "").partition(usage.decimal)
        words = numerals.cardinal(int(whole), usage.language)
        if not places:
            return usage.agree(words, gender)
        return f"{words} {usage.point} {self._places(places)}"

    def _places(self, places: str) -> str:
        usage = self._usage
        if not usage.spelled_decimals and len(places) < 4:
            zeros = len(places) - len(places.lstrip("0"))
            rest = [numerals.cardinal(int(places), usage.language)] if places.strip("0") else []
            return " ".join([usage.zero] * zeros + rest)
        return " ".join(numerals.cardinal(int(digit), usage.language) for digit in places)

    def counted(self, printed: str, what: Noun) -> str:
        """The form of a noun behind a printed number."""
        usage = self._usage
        whole, mark, _ = printed.replace(usage.group, "").partition(usage.decimal)
        return what.part if mark else what[usage.form(int(whole))]

    def money(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "5,7 Mrd. €" and "4,50 zł"."""
        del end
        found = self._money.match(scene.text, start)
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        per = f" {self._usage.per[found['per']]}" if found["per"] else ""
        return Reading(start, found.end(), lead + self._amount(found, self._usage.monies[found["unit"]]) + per)

    def money_before(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "€ 50" and "$5 Mio."."""
        unit = self._usage.monies.get(scene.text[start:end])
        found = self._before.match(scene.text, end)
        if unit is None or found is None:
            return None
        return Reading(start, found.end(), self._amount(found, unit))

    def _amount(self, found: re.Match[str], money: Money) -> str:
        usage, printed = self._usage, found["high"] or found["low"]
        low = (
            f"{self.say(found['low'], money.unit.gender)} {usage.between} ".replace("  ", " ") if found["high"] else ""
        )
        if found["size"]:
            size = usage.sizes[found["size"]]
            return f"{low}{self.say(printed, size.gender)} {self.counted(printed, size)} {usage.linked(money.unit)}"
        whole, mark, places = printed.partition(usage.decimal)
        if mark and len(places) == 2 and money.small is not None:
            units = f"{self.say(whole, money.unit.gender)} {self.counted(whole, money.unit)}"
            if not int(places):
                return low + units
            small = self.say(str(int(places)), money.small.gender)
            return low + usage.amount(units, small, self.counted(str(int(places)), money.small))
        return f"{low}{self.say(printed, money.unit.gender)} {self.counted(printed, money.unit)}"

    def percentage(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "5,7 %" and "5-10 %"."""
        del end
        found = self._percent.match(scene.text, start)
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        closes = found[0].endswith(".") and scene.ends_sentence(found.end())
        said = self._numbers(found, self._usage.percent)
        return Reading(start, found.end(), lead + said + "." * closes)

    def measure(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "120 km/h", "-3 °C" and "5-10 kg"."""
        del end
        found = self._unit.match(scene.text, start)
        if found is None:
            return None
        lead, start = self._lead(scene, start)
        return Reading(start, found.end(), lead + self._numbers(found, self._usage.units[found["size"]]))

    def magnitude(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "12 tys." and "5,7 Mrd."."""
        del end
        found = self._size.match(scene.text, start)
        if found is None:
            return None
        closes = found[0].endswith(".") and scene.ends(found.end())
        said = self._numbers(found, self._usage.sizes[found["size"]])
        return Reading(start, found.end(), said + "." * closes)

    def _numbers(self, found: re.Match[str], what: Noun) -> str:
        printed = found["high"] or found["low"]
        low = f"{self.say(found['low'], what.gender)} {self._usage.between} " if found["high"] else ""
        return f"{low}{self.say(printed, what.gender)} {self.counted(printed, what)}".replace("  ", " ")

    def span(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "10-15"; the numbers stand side by side where the language has no word for the dash."""
        del end
        found = self._range.match(scene.text, start)
        if found is None or found["low"].startswith("0"):
            return None
        low, high = self.say(found["low"], ""), self.say(found["high"], "")
        return Reading(start, found.end(), f"{low} {self._usage.between} {high}".replace("  ", " "))

    def score(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "3:1" and "10:9", which can't be a time."""
        del end
        found = _SCORE.match(scene.text, start)
        if found is None:
            return None
        said = f"{self.say(found['low'], '')} {self._usage.against} {self.say(found['high'], '')}"
        return Reading(start, found.end(), said.replace("  ", " "))

    def grouped(self, scene: Scene, start: int, end: int) -> Reading | None:
        """Such as "1 250 000", for a language whose engine reads the groups one by one."""
        del end
        found = self._grouped.match(scene.text, start)
        if found is None or _DIALLED.search(scene.before(start, 8)) or _DIALLED_ON.match(scene.text, found.end()):
            return None
        return Reading(start, found.end(), self.say(found[0]))

    def _lead(self, scene: Scene, start: int) -> tuple[str, int]:
        if self._minus.search(scene.before(start, 2)):
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
        return Reading(start, found.end(), said) if said else None


_SCORE = re.compile(r"(?P<low>\d{1,2}):(?P<high>\d)(?![\d:]|[.,]\d)")
# A telephone has groups of two figures, too.
_DIALLED = re.compile(r"\+\d{0,3}\s?$|\d\s$")
_DIALLED_ON = re.compile(r"\s\d{2}(?!\d)")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>[12]\d{3})(?![\d-]|[.,]\d|[^\W_])"
)
_ISO = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-]|[^\W_])")


def _alternatives(names: Mapping[str, object]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
