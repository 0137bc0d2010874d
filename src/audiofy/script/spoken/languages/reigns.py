"""Roman numerals behind a name to words: "Louis XIV", "Felipe VI", "Ludwig XIV.". Pure.

One letter is an initial as often as a number: it counts only with a full stop or before a noun.
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
_INITIAL = re.compile(r"X\.|.\.\s[A-ZÄÖÜ]")  # "Anna I. Stein" and "Malcolm X."
_LATIN = str.maketrans("ІХ", "IX")  # the Cyrillic letters that Ukrainian pages print for them
_CYRILLIC = str.maketrans("IX", "ІХ")
_JOINT = r"(?:\s?[-–]\s?|\s(?P<joint>i|і|й|та|a|do|до)\s)(?P<last>[IVXІХ]{1,6})"


def _keys(count: int, *, cyrillic: bool) -> tuple[str, ...]:
    printed = roman(count)
    return (printed.lower(), printed.translate(_CYRILLIC).lower()) if cyrillic else (printed.lower(),)


_NAME = re.compile(r"(?P<name>[A-ZÀ-ÞŁŚŻА-ЯЄІЇҐ][\w’'-]*[a-zà-ÿа-яєіїґłńśźż])\s$")


def behind_name(
    say: Callable[[str, int], str], *, dotted: bool = False, cyrillic: bool = False, rulers: str = ""
) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for the numerals up to XXXIX: `say` gets the name and the count; `dotted` ones have a full stop.

    `rulers` are names that make a single letter a number, which is an initial as often: "Carlos V".
    """
    crowned = tuple(rulers.split())
    least = 1 if dotted or rulers else 2

    def numeral(scene: Scene, start: int, end: int) -> Reading | None:
        printed = scene.text[start:end]
        found = _NAME.search(scene.before(start))
        stop = dotted and scene.text.startswith(".", end)
        if not printed.isupper() or found is None or found["name"] == "War" or scene.text[end : end + 1] == "-":
            return None
        if (
            end - start == 1
            and not dotted
            and (not found["name"].startswith(crowned) or _INITIAL.match(scene.text, start))
        ):
            return None
        if dotted and (not stop or (end - start == 1 and _INITIAL.match(scene.text, start))):
            return None
        closes = stop and scene.ends(end + 1)
        said = say(found["name"], value(printed.translate(_LATIN)))
        return Reading(start, end + stop, said + "." * closes) if said else None

    numbers = [count for count in range(1, _LARGEST + 1) if len(roman(count)) >= least]
    return {key: (numeral,) for count in numbers for key in _keys(count, cyrillic=cyrillic)}


def before_noun(
    nouns: str, say: Callable[[Scene, int, int, str], str], *, stop: str = "", cyrillic: bool = False
) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for a numeral before one of `nouns` (a pattern): "XXI wieku", "II Guerra Mundial".

    `say` gets the scene, where the numeral begins, the count and the noun; it gives both in words, or nothing.
    `stop` is a pattern of what stands behind the numeral. Two numerals may share the noun: "XIX i XX wieku".
    """
    pattern = re.compile(rf"{stop}(?:{_JOINT}{stop})?\s(?P<noun>{nouns})(?![^\W_])")

    def numeral(scene: Scene, start: int, end: int) -> Reading | None:
        printed = scene.text[start:end]
        found = pattern.match(scene.text, end)
        if not printed.isupper() or found is None:
            return None
        said = say(scene, start, value(printed.translate(_LATIN)), found["noun"])
        if said and found["last"]:
            count = value(found["last"].translate(_LATIN))
            last = say(scene, start, count, found["noun"]) if count else ""
            said = " ".join(filter(None, (said.rpartition(" ")[0], found["joint"], last))) if last else ""
        closes = found["noun"].endswith(".") and scene.ends_sentence(found.end())
        return Reading(start, found.end(), said + "." * closes) if said else None

    return {key: (numeral,) for count in range(1, _LARGEST + 1) for key in _keys(count, cyrillic=cyrillic)}


def behind_noun(nouns: str, say: Callable[[int], str]) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for a numeral behind one of `nouns` (a pattern): "siglo I", "chap. IV"."""
    pattern = re.compile(rf"(?<![^\W_])(?:{nouns})\s$", re.IGNORECASE)

    def numeral(scene: Scene, start: int, end: int) -> Reading | None:
        printed = scene.text[start:end]
        if not printed.isupper() or not pattern.search(scene.before(start, 16)):
            return None
        return Reading(start, end, say(value(printed)))

    return {roman(count).lower(): (numeral,) for count in range(1, _LARGEST + 1)}
