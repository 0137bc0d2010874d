"""Degrees to English words: temperatures and places on the globe, "40°C", "-5 °C", "48°51′N". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.wording import NEGATIVE, NUMBER, TO, is_one, measures_a_thing, say
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene

_DEGREES = re.compile(
    rf"(?P<low>{NUMBER})(?:(?:\s?[°º˚][CFK]?|[CF])?{TO}(?P<minus>[-−])?(?P<high>{NUMBER}))?+"
    r"(?:\s?(?P<sign>[°º˚])\s?|(?=\s?[CF]\b)\s?)(?P<scale>[CFK](?![^\W_]))?(?!\s?\d)"
)
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}
_HEAT_CUE = re.compile(
    r"\b(?:temperatures?|degrees|heat|heatwave|warming|warmer|cooler|cold|hot|hottest|coldest|high|highs|low|lows|thermometer|"
    r"mercury|celsius|reach(?:ed|ing)?|hit|above|below|topp(?:ed|ing)|peak(?:ed)?|exceed(?:ed|ing)?|warm|cool|freez\w+|minus|"
    r"fever|ovens?|gas|cook(?:ed|ing)?|bakes?|baked|preheat(?:ed)?|roast(?:ed)?|climate|summer|winter|record|limit|target|[CF]|\d{1,2}[CF])\b",
    re.IGNORECASE,
)
_COORDINATE = re.compile(
    r"(?P<degrees>\d{1,3}(?:\.\d{1,8})?)\s?[°º˚]\s?(?:(?P<minutes>\d{1,2}(?:\.\d{1,6})?)\s?[′'’]\s?)?"
    r"(?:(?P<seconds>\d{1,2}(?:\.\d{1,4})?)\s?(?:[″\"”]|[′'’]{2})\s?)?(?P<where>[NSEW](?![^\W_])|north|south|east|west)",
)
_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def coordinates(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "48°51′24″N" and "139.69° E"."""
    del end
    found = _COORDINATE.match(scene.text, start)
    if found is None:
        return None
    parts = [
        _many(scene, found[name], name.removesuffix("s")) for name in ("degrees", "minutes", "seconds") if found[name]
    ]
    return Reading(start, found.end(), f"{' '.join(parts)} {_WINDS.get(found['where'], found['where'])}")


def _many(scene: Scene, printed: str, unit: str) -> str:
    trimmed = printed.lstrip("0") or "0"
    if trimmed.startswith("."):
        trimmed = f"0{trimmed}"
    return f"{say(scene, trimmed)} {unit}{'' if is_one(trimmed) else 's'}"


def degrees(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "40°C", "-5 °C", "20-25C", "70°"; a bare "C" or "F" only where the text speaks of heat."""
    del end
    found = _DEGREES.match(scene.text, start)
    if found is None:
        return None
    if not found["sign"]:
        below = NEGATIVE.search(scene.before(start, 2)) is not None
        near = f"{scene.before(start, 80)} {scene.after(found.end(), 40)}"
        if ("." not in found["low"] and len(found["low"]) > 3) or not (below or _HEAT_CUE.search(near)):
            return None
    lead = ""
    if NEGATIVE.search(scene.before(start, 2)):
        start, lead = start - 1, "minus "
    words = lead + say(scene, found["low"])
    if found["high"]:
        words += f" to {'minus ' if found['minus'] else ''}{say(scene, found['high'])}"
    one = (is_one(found["low"]) and not found["high"]) or measures_a_thing(scene, start, found.end())
    scale = f" {_SCALES[found['scale']]}" if found["scale"] else ""
    return Reading(start, found.end(), f"{words} degree{'' if one else 's'}{scale}")


DIGITS: tuple[Rule, ...] = (coordinates, degrees)
