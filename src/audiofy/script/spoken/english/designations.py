"""Letters with figures to English words: "MH370", "C-130", "A320", "Su-57", "GPT-4o", "CO₂", "Flight 1549". Pure.

What stands glued to letters. The engine reads "F-16", "G7" and "COVID-19" right, so those are left to it; three figures
are said as pilots and soldiers say them ("one thirty") unless they are round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_LETTERS = re.compile(r"(?<![^\W_])(?P<letters>[A-Z]{1,3}|[A-Z][a-z]{1,11})(?P<hyphen>-?)$")
_THREE = re.compile(r"(?P<figures>[1-9]\d{2})(?P<plural>s(?![^\W_]))?(?![\d]|[.,:]\d)")
_FOUR = re.compile(r"[1-9]\d{3}(?![^\W_]|[.,:-]\d)")
_CODE = re.compile(r"(?<![^\W_])[A-Z]{1,3}$")
_PLURAL = re.compile(r"(?P<figures>\d{1,3})s(?![^\W_])")
_YEARS = re.compile(r"(?P<year>1[1-9]\d{2}|20\d{2})(?![^\W_]|[.,]\d)")
_PREFIX = re.compile(
    r"(?<![^\W\d_])(?:pre|post|mid|late|early|since|circa|non|anti|ex|mid-to-late)[-–]$", re.IGNORECASE
)
_ZERO_LED = re.compile(r"(?P<figures>0\d{1,3})(?![\d]|[.,]\d|[^\W\d_])")


def three_figures(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "MH370", "C-130s", "Boeing-737"; "S-300" keeps its hundreds."""
    del end
    found = _THREE.match(scene.text, start)
    before = _LETTERS.search(scene.before(start, 16))
    if found is None or before is None:
        return None
    count = int(found["figures"])
    if count % 100 == 0:
        if not found["plural"]:
            return None
        return Reading(start, found.end(), numbers.plural_of(numbers.cardinal(count)))
    said = numbers.pairs(count)
    return _behind(before, found, numbers.plural_of(said) if found["plural"] else said)


def four_figures(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "AA1420", "B4044" and "the A1079"."""
    del end
    found = _FOUR.match(scene.text, start)
    before = _CODE.search(scene.before(start, 4))
    if found is None or before is None or found[0].endswith("00"):
        return None
    return _behind(before, found, numbers.pairs(int(found[0])))


def _behind(before: re.Match[str], found: re.Match[str], said: str) -> Reading:
    """What is said behind letters; a hyphen keeps a single "A" from being read as the article."""
    return Reading(*found.span(), f"-{said}" if before[0] == "A" else said)


_LINEAGE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}(?![^\W_]|[.,]\d)")
_LINEAGE_BEFORE = re.compile(r"(?<![^\W_])(?P<letters>[A-Z]{1,3})\.$")
_LINEAGES = frozenset("BA BQ XBB JN EG KP".split())  # with a single number too; others are "No.5"


def lineage(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "B.1.1.7" and "BA.2.86", the lineages of a virus."""
    del end
    if not scene.text.startswith(".", start - 1):
        return None
    found = _LINEAGE.match(scene.text, start)
    before = _LINEAGE_BEFORE.search(scene.before(start, 4))
    if found is None or before is None or not ("." in found[0] or before["letters"] in _LINEAGES):
        return None
    said = " point ".join(numbers.cardinal(int(part)) for part in found[0].split("."))
    return Reading(start - len(before[0]), found.end(), f"{'.'.join(before['letters'])} {said}")


def plural(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "F-16s" and "T-72s"."""
    del end
    found = _PLURAL.match(scene.text, start)
    if found is None or _LETTERS.search(scene.before(start, 16)) is None:
        return None
    return Reading(start, found.end(), numbers.plural_of(numbers.cardinal(int(found["figures"]))))


def prefixed_year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "pre-2014" and "mid-1945"; "Expo-2030" and "Tokyo-2020" too."""
    del end
    found = _YEARS.match(scene.text, start)
    if found is None:
        return None
    before = scene.before(start, 24)
    if _PREFIX.search(before) or re.search(r"[a-z]{3}[-–]$", before):
        return Reading(start, found.end(), numbers.year(int(found["year"])))
    return None


def zero_led(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "AN-02" and "BA007": every figure is said."""
    del end
    found = _ZERO_LED.match(scene.text, start)
    if found is None:
        return None
    return Reading(
        start, found.end(), numbers.digits(found["figures"], zero="zero" if found["figures"].startswith("00") else "oh")
    )


_MANY = re.compile(r"(?P<figures>100?0?)s(?=\s(?:of|were|are|have|had|more|died|fled|marched|gathered|attended)\b)")
_ROUND = {"10": "tens", "100": "hundreds", "1000": "thousands"}
_PLURALS = re.compile(r"(?P<figures>\d{1,4})s(?![^\W_])")
_MODEL = re.compile(r"(?P<figures>[1-9]\d{2})(?P<more>-\d{1,3}|\sMAX)?(?P<plural>s)?(?![^\W_]|[.,]\d)")
_MAKER = re.compile(
    r"\b(?:boeing|airbus|peugeot|porsche|ferrari|embraer|fokker|flight|highway|route|interstate|area|room|fiat|carriage|class|unit|cessna|piper|bombardier|gulfstream|learjet|tupolev|antonov|ilyushin|comac)[\s-]$",
    re.IGNORECASE,
)
_TEAM = re.compile(r"(?P<figures>\d{2})(?P<ending>ers?)(?![^\W_])")
# Lines of a picture; and a brand, behind which "5s" is a model and no plural.
_LINES = re.compile(r"(?P<lines>240|360|480|540|576|720|1080|1440|2160)(?P<scan>[pi])(?:\d{2})?(?![^\W_])")
_BRAND = re.compile(r"[a-z][A-Z][\w-]*\s$|[^.!?]\s[A-Z][a-z]+\s$")
_NUMBERED = re.compile(r"(?P<figures>\d{3,4})(?![^\W_]|[.,]\d|-\d)")


def model(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Boeing 737-800", "747s", "Flight 1549" and "1080p"."""
    del end
    found = _MODEL.match(scene.text, start)
    made = _MAKER.search(scene.before(start, 16))
    if found is not None and (
        made or (re.fullmatch("7[0-8]7", found["figures"]) and (found["more"] or found["plural"]))
    ):
        return Reading(start, found.end(), _model(found))
    numbered = _NUMBERED.match(scene.text, start)
    if made is not None and numbered is not None:
        return Reading(
            start,
            numbered.end(),
            numbers.pairs(int(numbered["figures"]))
            if int(numbered["figures"]) % 1000
            else numbers.cardinal(int(numbered["figures"])),
        )
    team = _TEAM.match(scene.text, start)
    if team is not None:
        said = numbers.cardinal(int(team["figures"]))
        return Reading(start, team.end(), said.removesuffix("e") + team["ending"])
    lines = _LINES.match(scene.text, start)
    if lines is not None:
        return Reading(start, lines.end(), f"{numbers.pairs(int(lines['lines']))} {lines['scan'].upper()}")
    several = _MANY.match(scene.text, start) or _PLURALS.match(scene.text, start)
    if several is not None and not (len(several["figures"]) == 1 and _BRAND.search(scene.before(start))):
        figures = several["figures"]
        said = _ROUND[figures] if several.re is _MANY else numbers.plural_of(numbers.cardinal(int(figures)))
        return Reading(start, several.end(), said)
    return None


def _model(found: re.Match[str]) -> str:
    said = numbers.pairs(int(found["figures"]))
    more = found["more"] or ""
    if more.startswith("-"):
        said += f" {numbers.cardinal(int(more[1:]))}"
    elif more:
        said += " Max"
    return numbers.plural_of(said) if found["plural"] else said


_SUBSCRIPTS = re.compile(r"[₀-₉]{1,3}")


def subscript(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "₂" of "CO₂"."""
    del end
    found = _SUBSCRIPTS.match(scene.text, start)
    if found is None:
        return None
    figures = "".join(str(ord(character) - ord("₀")) for character in found[0])
    return Reading(start, found.end(), f" {numbers.cardinal(int(figures))}")


_AGE = re.compile(r"(?P<age>1\d|2[0-3])(?P<plural>s)?(?![^\W_]|[.,]\d)")


def under(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "England U21s": those under an age."""
    del end
    found = _AGE.match(scene.text, start)
    letter = re.search(r"(?<![^\W_])U-?$", scene.before(start, 3))
    if found is None or letter is None:
        return None
    said = numbers.cardinal(int(found["age"]))
    return Reading(start - len(letter[0]), found.end(), f"under {numbers.plural_of(said) if found['plural'] else said}")


GLUED: tuple[Rule, ...] = (under, prefixed_year, zero_led, three_figures, four_figures, plural)
DIGITS: tuple[Rule, ...] = (lineage, model)
SIGNS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys("₀₁₂₃₄₅₆₇₈₉", (subscript,))
