"""Roman numerals behind a name to words: "Louis XIV", "Felipe VI", "Ludwig XIV.". Pure.

Only numerals of two letters and more: one letter is an initial as often as a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.romans import roman, value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_LARGEST = 39
_NAME = re.compile(r"(?P<name>[A-ZÀ-ÞŁŚŻА-ЯЄІЇҐ][\w’'-]*[a-zà-ÿа-яєіїґłńśźż])\s$")


def behind_name(say: Callable[[str, int], str], *, dotted: bool = False) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for the numerals from II to XXXIX: `say` gets the name and the count; `dotted` ones have a full stop."""

    def numeral(scene: Scene, start: int, end: int) -> Reading | None:
        printed = scene.text[start:end]
        found = _NAME.search(scene.before(start))
        stop = dotted and scene.text.startswith(".", end)
        if not printed.isupper() or found is None or found["name"] == "War" or scene.text[end : end + 1] == "-":
            return None
        if dotted and not stop:
            return None
        closes = stop and scene.ends(end + 1)
        return Reading(start, end + stop, say(found["name"], value(printed)) + "." * closes)

    return {printed.lower(): (numeral,) for printed in map(roman, range(1, _LARGEST + 1)) if len(printed) > 1}


def before_noun(nouns: str, say: Callable[[Scene, int, int, str], str]) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for a numeral before one of `nouns` (a pattern): "XXI wieku", "II Guerra Mundial".

    `say` gets the scene, where the numeral begins, the count and the noun; it gives both in words, or nothing.
    """
    pattern = re.compile(rf"\s(?P<noun>{nouns})(?![^\W_])")

    def numeral(scene: Scene, start: int, end: int) -> Reading | None:
        printed = scene.text[start:end]
        found = pattern.match(scene.text, end)
        if not printed.isupper() or found is None:
            return None
        said = say(scene, start, value(printed), found["noun"])
        closes = found["noun"].endswith(".") and scene.ends_sentence(found.end())
        return Reading(start, found.end(), said + "." * closes) if said else None

    return {roman(count).lower(): (numeral,) for count in range(1, _LARGEST + 1)}
