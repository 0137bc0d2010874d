"""A printed number and what it counts, to words in the case that the word before asks for. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.spoken.languages import numerals

if TYPE_CHECKING:
    import re

    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.nouns import Noun
    from audiofy.script.spoken.languages.usage import Usage

_SPELLED = 4  # so many decimals are said one by one


def figures(usage: Usage, printed: str) -> str:
    """A printed number without the marks and blanks that group it."""
    return printed.replace(usage.group, "").replace(" ", "")


def say(usage: Usage, printed: str, gender: str = "m", *, genitive: bool = False) -> str:
    """A printed number in words that agree with a gender."""
    whole, _, places = figures(usage, printed).partition(usage.decimal)
    words = numerals.cardinal(int(whole), usage.language)
    if genitive:
        words = usage.genitive(words, gender)
    elif not places:
        words = usage.agree(words, gender)
    return f"{words} {usage.point} {_places(usage, places)}" if places else words


def _places(usage: Usage, places: str) -> str:
    if not usage.spelled_decimals and len(places) < _SPELLED:
        zeros = len(places) - len(places.lstrip("0"))
        rest = [numerals.cardinal(int(places), usage.language)] if places.strip("0") else []
        return " ".join([usage.zero] * zeros + rest)
    return " ".join(numerals.cardinal(int(digit), usage.language) for digit in places)


def counted(usage: Usage, printed: str, what: Noun, *, genitive: bool = False) -> str:
    """The form of a noun behind a printed number."""
    whole, mark, _ = figures(usage, printed).partition(usage.decimal)
    form = usage.form(int(whole))
    if mark:
        return what.one if usage.part_counts and form == 0 else what.part
    if genitive:
        return what.part if form == 0 else what.many
    return what[form]


def asks_genitive(usage: Usage, scene: Scene, start: int) -> bool:
    """Whether the word before a number asks for the genitive: Polish "do", Ukrainian "близько"."""
    return bool(usage.genitive_after) and scene.word_before(start).lower() in usage.genitive_after


class Count:
    """One printed number or two with a dash between them, in the case that the print before them asks for.

    `bare` ones keep the case that the noun behind them is printed in: "2-3 dni".
    """

    def __init__(self, usage: Usage, scene: Scene, found: re.Match[str], *, bare: bool = False) -> None:
        self._usage, self._low, self._high = usage, found["low"], found["high"]
        start = found.start("low")
        self.genitive = asks_genitive(usage, scene, start)
        # "from five to ten" needs the genitive and has a preposition of its own, so none may stand before it.
        before = scene.word_before(start).lower()
        self._from = bool(self._high and usage.range_from and not bare and before not in usage.prepositions)
        self.genitive = self.genitive or self._from

    @property
    def printed(self) -> str:
        """The number that what is counted agrees with: the last one."""
        return self._high or self._low

    def lead(self, gender: str) -> str:
        """What is said before the last number: the first one and the word between them."""
        if not self._high:
            return ""
        low = say(self._usage, self._low, gender, genitive=self.genitive)
        if self._from:
            return f"{self._usage.range_from} {low} {self._usage.range_to} "
        return f"{low} {self._usage.between} ".replace("  ", " ")

    def numbers(self, gender: str) -> str:
        """All that is said of the numbers."""
        return self.lead(gender) + say(self._usage, self.printed, gender, genitive=self.genitive)

    def of(self, what: Noun) -> str:
        """The numbers and what they count."""
        return f"{self.numbers(what.gender)} {counted(self._usage, self.printed, what, genitive=self.genitive)}"
