"""Measures to English words: "120 km/h", "155mm shells", "5-10 km", "10²". Pure.

Units are plural but for exactly one, and before what they measure: "a one hundred fifty five millimeter shell".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.unit_names import THINGS, UNITS, Unit
from audiofy.script.spoken.english.wording import (
    NEGATIVE,
    NUMBER,
    NUMBERED,
    TO,
    has_determiner,
    has_thing,
    is_one,
    magnitude,
    measures_a_thing,
    say,
)
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
# What else is measured by, behind a slash.
_OVERS = {"h": "hour", "hr": "hour", "hour": "hour", "day": "day", "d": "day", "week": "week", "month": "month"}
_OVERS |= {"yr": "year", "year": "year", "person": "person", "capita": "capita", "head": "head"}
_OVER = "|".join(sorted(_OVERS, key=len, reverse=True))
_VULGAR = "½⅓⅔¼¾⅛⅜⅝⅞"
_QUANTITY = rf"(?:(?P<low>{NUMBER}|\.\d{{1,4}}(?!\d))(?P<part>[{_VULGAR}])?)"
_MEASURE = re.compile(
    rf"{_QUANTITY}(?P<size>\s(?:million|billion|trillion|thousand)|[mb]n|[MBk](?=\s))?"
    rf"(?:(?:(?P<first>\s?(?:{_UNIT}))?(?P<to>{TO})|(?P<by>\s?[x×]\s?))(?P<high>{NUMBER}))?+"
    rf"(?P<gap>[\s-]?)(?P<unit>{_UNIT})(?:/(?P<over>{_UNIT}|{_OVER})(?![^\W_/]))?(?![^\W_]|/[^\W_])(?P<dot>\.)?"
)


def measure(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "120 km/h", "5-10 km", "30 m²", "2.5 million bpd", "4½ ft", "3 x 4 m"."""
    del end
    pointed = _POINT.search(scene.before(start, 3)) is not None
    found = _MEASURE.match(scene.text, start - pointed)
    if found is None or (pointed and found["unit"] == "cal") or not _is_unit(scene, found):
        return None
    start = found.start()
    unit = UNITS[found["unit"]]
    if found["over"]:
        return _over(scene, start, found)
    stop = found.end("unit")
    closed = bool(found["dot"])
    if NEGATIVE.search(scene.before(start, 2)) and "-" not in found[0]:
        start -= 1
    lead = "minus " if start < found.start() else ""
    words = lead + _quantity(scene, found)
    said = f"{words} {_form(scene, found, unit, stop + closed)}"
    if closed:
        said += "." * (scene.ends_sentence(stop + 1) and found["gap"] != "-")
        stop += 1
    return Reading(start, stop, said)


def _over(scene: Scene, start: int, found: re.Match[str]) -> Reading:
    """Such as "400 kb/s" and "30 lbs/day"."""
    unit, over = UNITS[found["unit"]], found["over"]
    per = _OVERS[over] if over in _OVERS else UNITS[over].one
    one = is_one(found["low"]) and not (found["high"] or found["size"] or found["part"])
    return Reading(start, found.end("over"), f"{_quantity(scene, found)} {unit.one if one else unit.many} per {per}")


_PER = re.compile(r"\b(?:per|[Aa]n?|each|every)\s$")


def per_unit(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the unit of "20 cents per kWh" and "£3 a kg"."""
    if _PER.search(scene.before(start, 8)) is None or scene.text[end : end + 1] in {"-", "/", "²", "³"}:
        return None
    return Reading(start, end, UNITS[scene.text[start:end]].one) if scene.text[start:end] in _PRICED else None


_PRICED = frozenset("lb kg km oz kWh MWh bbl gal ml mg sqm sqft".split())


def _quantity(scene: Scene, found: re.Match[str]) -> str:
    words = say(scene, found["low"]) + (f" and {_PARTS[found['part']]}" if found["part"] else "")
    if found["size"]:
        words += f" {magnitude(found['size'])}"
    if found["high"]:
        words += f" {'by' if found['by'] else 'to'} {say(scene, found['high'])}"
    return words


def _form(scene: Scene, found: re.Match[str], unit: Unit, stop: int) -> str:
    if found["gap"] == "-":
        return unit.one  # "a 30-yr loan"
    before_thing = found["unit"] in _SIZES and not (
        _STUFF.match(scene.text, stop) and not has_determiner(scene, found.start())
    )
    if measures_a_thing(scene, found.start(), stop, THINGS) or (before_thing and has_thing(scene, stop)):
        return unit.one
    one = is_one(found["low"]) and not (found["high"] or found["size"] or found["part"])
    return unit.one if one else unit.many


_PARTS = {
    "½": "a half",
    "⅓": "a third",
    "⅔": "two thirds",
    "¼": "a quarter",
    "¾": "three quarters",
    "⅛": "an eighth",
    "⅜": "three eighths",
    "⅝": "five eighths",
    "⅞": "seven eighths",
}
_POINT = re.compile(r"(?:^|[\s(~])[-–−]?\.$")  # ".5 km"
SIZES = re.compile(
    r"\s(?:of|tall|long|wide|deep|thick|high|across|in\sdiameter|or|by|x|below|above|taller|longer)\b|[,);]|\s?$"
)
_NOT_METRES = re.compile(r"\s(?:people|men|women|followers|users|euros?|dollars?|pounds?|years?)\b")


def _is_unit(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the letters behind a number are a unit: "2in" but not "2 in", "5 m" but not "5 t" or "1990s"."""
    unit, gap = found["unit"], found["gap"]
    if (found["first"] and found["first"].strip() != unit) or _is_label(scene, found):
        return False
    if UNITS[unit].glued and gap and not (found["dot"] and SIZES.match(scene.text, found.end())):
        return False
    if unit in {"s", "au"}:
        return "." in found["low"]  # "1990s" and "3 au" are neither
    if unit == "t" and gap == " ":
        return not scene.text.startswith(("'", "’"), found.end())
    return not (unit == "m" and _NOT_METRES.match(scene.text, found.end()))


def _is_label(scene: Scene, found: re.Match[str]) -> bool:
    """Whether number and letters name something: "802.11ac", "Runway 27L"."""
    unit, gap = found["unit"], found["gap"]
    if UNITS[unit].spaced:
        return bool(gap != " ")
    if gap == "-":
        return unit in {"g", "t", "l", "L", "s", "min"}
    return len(unit) == 1 and not gap and NUMBERED.search(scene.before(found.start())) is not None


# Nobody speaks of millimetres or watts without the thing that has them.
_SIZES = frozenset("mm nm W kW MW GW V kV hp bhp cc Hz kHz MHz GHz GB TB MB MP mAh".split())
_STUFF = re.compile(r"\s(?:RAM|memory|storage)\b")  # "with twelve gigabytes RAM", but "a 12GB RAM phone"
_RAISED = {"²": "squared", "³": "cubed"}
_POWER = re.compile(r"(?P<base>\d{1,3})(?P<power>[⁻]?[⁰¹²³⁴-⁹]{1,2})(?![^\W_])")


def powers(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "10²" and "10⁻³"."""
    del end
    found = _POWER.match(scene.text, start)
    if found is None:
        return None
    if found["power"] in _RAISED:
        return Reading(start, found.end(), f"{say(scene, found['base'])} {_RAISED[found['power']]}")
    digits = "".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(character)) for character in found["power"].lstrip("⁻"))
    minus = "minus " if found["power"].startswith("⁻") else ""
    return Reading(start, found.end(), f"{say(scene, found['base'])} to the {minus}{numbers.ordinal(int(digits))}")


WORDS: Mapping[str, tuple[Rule, ...]] = {unit.lower(): (per_unit,) for unit in _PRICED}
DIGITS: tuple[Rule, ...] = (measure, powers)
