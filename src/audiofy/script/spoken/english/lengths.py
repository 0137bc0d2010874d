"""Heights and inches to English words: "6ft 2in", "12st 4lb", "a 40-inch TV" with the mark of inches. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.units import SIZES
from audiofy.script.spoken.english.wording import NUMBER, has_thing, is_one, measures_a_thing, say
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene


_FEET = re.compile(
    r"(?P<feet>\d{1,3})(?:\s?(?:ft|feet|foot)(?![^\W\d_])\.?|[’'′])[\s-]?(?P<inches>\d{1,2}(?:\.\d)?)(?P<half>½)?(?:\s?(?:in|ins|inches|inch)\b\.?|[”\"″]|(?=[\s,.;)]))"
)
_STONE = re.compile(r"(?P<stone>\d{1,2})\s?st\s(?P<pounds>\d{1,2})\s?lbs?\b")


def heights(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "6ft 2in", "5'11" with marks, and "12st 4lb"."""
    del end
    found = _FEET.match(scene.text, start)
    if found is not None and int(float(found["inches"])) < 12:
        marked = scene.text[found.end("feet")] in "’'′"
        if marked and found[0][-1] not in '”"″' and not found[0].endswith(("in", "ins", "inches", ".")):
            return None
        inches = say(scene, found["inches"]) + (" and a half" if found["half"] else "")
        single = scene.text.startswith(("-", " "), found.end()) and measures_a_thing(scene, start, found.end())
        feet = "foot" if found["feet"] == "1" or single else "feet"
        inch = "inch" if is_one(found["inches"]) or single else "inches"
        stop = "." * (found[0].endswith(".") and scene.ends_sentence(found.end()))
        return Reading(start, found.end(), f"{say(scene, found['feet'])} {feet} {inches} {inch}{stop}")
    stone = _STONE.match(scene.text, start)
    if stone is None:
        return None
    pounds = f"{say(scene, stone['pounds'])} pound{'' if stone['pounds'] == '1' else 's'}"
    return Reading(start, stone.end(), f"{say(scene, stone['stone'])} stone {pounds}")


_INCH_MARK = re.compile(rf"(?P<low>{NUMBER})(?P<mark>[”\"″])(?![^\W_])")
_QUOTE_LENGTH = 300  # characters between two marks of a quotation, at most


def inch_mark(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as '6" of snow' and 'a 65" screen', where the mark closes no quotation."""
    del end
    found = _INCH_MARK.match(scene.text, start)
    if found is None or (found["mark"] != "″" and _is_quoted(scene, start)):
        return None
    thing = has_thing(scene, found.end()) and not SIZES.match(scene.text, found.end())
    one = is_one(found["low"]) or thing or measures_a_thing(scene, start, found.end())
    return Reading(start, found.end(), f"{say(scene, found['low'])} inch{'' if one else 'es'}")


def _is_quoted(scene: Scene, at: int) -> bool:
    """Whether the last mark of quotation before `at` opens one."""
    before = scene.before(at, _QUOTE_LENGTH)
    last = max(map(before.rfind, '“”"„'))
    if last < 0 or before[last] in "“„":
        return last >= 0
    return (
        before[last] == '"' and (last == 0 or before[last - 1] in " (—–-[") and not before[last + 1 :].startswith(" ")
    )


_UNIT_BEFORE = re.compile(r"\d\s(?P<unit>day|week|month|year|hour|minute|inche?|foot|feet|mile)s?[-–]$")
_UNIT_BEHIND = re.compile(
    r"(?P<high>\d{1,3}(?:\.\d)?)(?=\s(?:days?|weeks?|months?|years?|hours?|inch(?:es)?|feet|foot|miles?)\b)"
)


def from_unit(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the second half of "6 months-4 years": from one measure to another."""
    del end
    found = _UNIT_BEHIND.match(scene.text, start)
    if found is None or _UNIT_BEFORE.search(scene.before(start, 16)) is None:
        return None
    return Reading(start - 1, found.end(), f" to {say(scene, found['high'])}")


GLUED: tuple[Rule, ...] = (from_unit,)
DIGITS: tuple[Rule, ...] = (heights, inch_mark)
