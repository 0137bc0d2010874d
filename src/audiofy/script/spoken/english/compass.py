"""Points of the compass to English words: "Ave. NW", "W. 42nd St.", "30 km SE of Kyiv". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_POINTS = {
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "northeast",
    "nw": "northwest",
    "se": "southeast",
    "sw": "southwest",
    "nne": "north northeast",
    "nnw": "north northwest",
    "ene": "east northeast",
    "ese": "east southeast",
    "sse": "south southeast",
    "ssw": "south southwest",
    "wnw": "west northwest",
    "wsw": "west southwest",
}
_STREETS = r"(?:St|Ave|Rd|Blvd|Dr|Ln|Pl|Ct|Hwy|Street|Avenue|Road|Boulevard|Drive|Lane|Place|Court|Highway)"
_BEHIND_STREET = re.compile(
    rf"(?<![^\W_])(?!(?:On|In|At|The|From|To|Near|Of)\b)(?:[A-Z][\w'’]*|\d(?:st|nd|rd|th))\s{_STREETS}\.?,?\s$"
)
_BEFORE_STREET = re.compile(rf"\.\s(?=\d{{1,3}}(?:st|nd|rd|th)\s{_STREETS}\b|[A-Z][a-z]+\s{_STREETS}\b)")
_BEFORE_LAND = re.compile(
    r"\.?(?:\s|(?<=\.))(?=(?:Korean?s?|Ireland|Irish|Africans?|Africa|Carolina|Dakota|Sudan|Virginia|Bengal|Jerusalem|Yorkshire|"
    r"Wales|Timor|Asia|America)(?![^\W_]))"
)
_AWAY = re.compile(r"(?:\d|(?<![^\W\d_])(?:km|mi|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|yards))\)?\s$")
_WINDS = re.compile(r"\b(?:[Ww]inds?|[Gg]usts?|[Bb]reeze)(?:\s(?:from|to)(?:\sthe)?)?:?\s$")
_WINDS_BEHIND = re.compile(r"\s(?:winds?|gusts?|breeze)\b")
_OF = re.compile(r"\sof\s(?:the\s)?[A-Z]")


def point(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "NW" of an avenue, of a wind and of "5 km NW of Lyon", and the "W." of "W. 42nd St."."""
    printed = scene.text[start:end]
    if not printed.isupper() or scene.text[start - 1 : start] in {".", "-"} or scene.text[end : end + 1].isalnum():
        return None
    said, before = _POINTS[printed.lower()], scene.before(start)
    land = _BEFORE_LAND.match(scene.text, end)
    if land is not None and len(printed) == 1:
        northern = printed == "N" and scene.text.startswith(("Ire", "Iri"), land.end())
        return Reading(start, land.end(), f"{'Northern' if northern else said.title()} ")
    street = _BEFORE_STREET.match(scene.text, end)
    if street is not None and len(printed) == 1:
        return Reading(start, end + 1, said.title())
    if _BEHIND_STREET.search(before) and len(printed) <= len("NW"):
        return Reading(start, end, said.title())
    away = _AWAY.search(before) and _OF.match(scene.text, end)
    winds = (_WINDS.search(before) or _WINDS_BEHIND.match(scene.text, end)) and not scene.text.startswith(".", end)
    return Reading(start, end, said) if away or winds else None


WORDS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(_POINTS, (point,))
