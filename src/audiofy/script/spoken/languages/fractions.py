"""Printed fractions to words: "1/3 der Stimmen", "½ litre", "3/4 głosów", "2½ години". Pure.

A slash between two figures is as often a date, a house number or a season; it is a fraction where the first figure is
the smaller one and a noun or its article follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import counting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene
    from audiofy.script.spoken.languages.nouns import Noun
    from audiofy.script.spoken.languages.usage import Usage

_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
_SLASHED = re.compile(r"(?P<top>\d)/(?P<bottom>\d{1,2})(?![\d/]|[.,]\d)")
_MIXED = re.compile(rf"(?P<whole>\d{{1,3}})\s?(?P<sign>[{''.join(_VULGAR)}])(?!\d)")


class Fractions(NamedTuple):
    """How a language says fractions.

    `follows` is a pattern of what stands behind a fraction with a slash. `parts` are the nouns for the second figure.
    `half` is "½" before a noun. `and_half` is put behind a whole number, before a masculine and a feminine noun, and
    `one_and_half` in place of "1½"; `feminine` is a pattern of feminine nouns.
    """

    usage: Usage
    follows: str
    parts: Mapping[int, Noun]
    half: tuple[str, str]
    and_half: tuple[str, str]
    one_and_half: tuple[str, str]
    feminine: str = r"(?!)"

    def say(self, scene: Scene, start: int, top: int, bottom: int) -> str:
        """The fraction in the case that the word before asks for."""
        bent = counting.asks_genitive(self.usage, scene, start)
        part, count = self.parts[bottom], str(top)
        number = counting.say(self.usage, count, part.gender, genitive=bent)
        return f"{number} {counting.counted(self.usage, count, part, genitive=bent)}"

    def mixed(self, scene: Scene, found: re.Match[str]) -> str:
        """Such as "2½" and "2 ¾"."""
        feminine = re.fullmatch(self.feminine, scene.word_after(found.end())) is not None
        top, bottom = _VULGAR[found["sign"]]
        if (top, bottom) != (1, 2):
            return f"{counting.say(self.usage, found['whole'], '')} {self.say(scene, found.end(), top, bottom)}"
        if found["whole"] == "1":
            return self.one_and_half[feminine]
        return counting.say(self.usage, found["whole"], "f" if feminine else "m") + self.and_half[feminine]

    def rules(self) -> tuple[Rule, Mapping[str, tuple[Rule, ...]]]:
        """The rule for fractions that begin with a figure, and those for the signs."""
        follows, feminine = re.compile(self.follows), re.compile(self.feminine)

        def figures(scene: Scene, start: int, end: int) -> Reading | None:
            del end
            mixed = _MIXED.match(scene.text, start)
            if mixed is not None:
                return Reading(start, mixed.end(), self.mixed(scene, mixed))
            found = _SLASHED.match(scene.text, start)
            if found is None or not follows.match(scene.text, found.end()):
                return None
            top, bottom = int(found["top"]), int(found["bottom"])
            if not 0 < top < bottom or bottom not in self.parts:
                return None
            return Reading(start, found.end(), self.say(scene, start, top, bottom))

        def sign(scene: Scene, start: int, end: int) -> Reading | None:
            top, bottom = _VULGAR[scene.text[start]]
            if (top, bottom) == (1, 2):
                said = self.half[feminine.fullmatch(scene.word_after(end)) is not None]
            else:
                said = self.say(scene, start, top, bottom)
            return Reading(start, end, said)

        return figures, dict.fromkeys(_VULGAR, (sign,))
