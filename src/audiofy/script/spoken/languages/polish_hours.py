"""Polish times to words in their cases: "o godz. 14.30", "przed 20:00", "w godz. 10-18". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.polish_ordinals import ordinal

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

# The case of the hour and the form of "godzina" that the word before asks for.
_ASKED = {
    "hour": ("feminine", "godzina"),
    "at": ("feminine locative", "godzinie"),
    "from": ("feminine locative", "godziny"),
    "before": ("feminine accusative", "godziną"),
    "towards": ("feminine accusative", "godzinę"),
}
_BEFORE = {
    **dict.fromkeys(("o", "po", "w", "godzinie"), "at"),
    **dict.fromkeys(("do", "od", "około", "ok.", "z", "koło", "godziny"), "from"),
    **dict.fromkeys(("przed", "między", "godziną"), "before"),
    **dict.fromkeys(("na", "za", "godzinę"), "towards"),
}
_HOUR = r"[01]?\d|2[0-4]"
_END = r"(?![\d:]|[.,]\d|\s?(?:%|zł|mln|mld|tys)| \d{3}(?!\d))"
_TIME = re.compile(rf"(?P<hour>{_HOUR})(?P<mark>[:.])(?P<minute>[0-5]\d){_END}")
_PAIRED = re.compile(r"([^\W\d_]{1,9}) \d{1,2}[:.][0-5]\d (?:i|oraz|lub|a|albo) $")
_UNTIL = re.compile(r"\s?[-–]\s?(?=\d)")
_HOURS = re.compile(
    rf"[Gg](?:odz)?(?:\.|in(?:a|ie|y|ą|ę|ach))\s(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?"
    rf"(?:(?P<joint>\s?[-–]\s?|\sdo\s|\sa\s|\si\s)(?P<hour2>{_HOUR})(?:[:.](?P<minute2>[0-5]\d))?)?{_END}"
)


def oclock(hour: str, minute: str | None, asked: str) -> str:
    """A time in the case that is asked for."""
    said = ordinal(int(hour), _ASKED[asked][0]) if int(hour) else "zero"
    return said + (f" {numerals.cardinal(int(minute), 'pl')}" if minute and int(minute) else "")


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30" and "o 14.30"; a dot needs a word for the time before it."""
    del end
    found = _TIME.match(scene.text, start)
    pair = _PAIRED.search(scene.before(start, 24))
    asked = _BEFORE.get((pair[1] if pair else scene.word_before(start)).lower(), "hour")
    if found is None or (found["mark"] == "." and asked == "hour"):
        return None
    until = _UNTIL.match(scene.text, found.end())
    last = _TIME.match(scene.text, until.end()) if until else None
    if last is None:
        return Reading(start, found.end(), oclock(found["hour"], found["minute"], asked))
    lead = "" if scene.word_before(start).lower() == "od" else "od "
    first, second = (oclock(time["hour"], time["minute"], "from") for time in (found, last))
    return Reading(start, last.end(), f"{lead}{first} do {second}")


def hours(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "godz. 8.05", "od godz. 10 do 18" and "godz. 10-18", in the case that the word before asks for."""
    del end
    found = _HOURS.match(scene.text, start)
    if found is None:
        return None
    before = scene.word_before(start).lower()
    asked = _BEFORE.get(before, "hour")
    printed = scene.text[start : found.start("hour")].strip().lower()
    asked = asked if printed in {"godz.", "g."} else _BEFORE.get(printed, asked)
    first = oclock(found["hour"], found["minute"], asked)
    if not found["hour2"]:
        return Reading(start, found.end(), f"{_ASKED[asked][1]} {first}")
    joint = found["joint"].strip()
    if joint in {"a", "i"}:
        last = oclock(found["hour2"], found["minute2"], asked)
        return Reading(start, found.end(), f"{_ASKED[asked][1]} {first} {joint} {last}")
    first, last = oclock(found["hour"], found["minute"], "from"), oclock(found["hour2"], found["minute2"], "from")
    if before == "od":
        return Reading(start, found.end(), f"godziny {first} do {last}")
    return Reading(start, found.end(), f"{'godzinach' if before == 'w' else 'godziny'} od {first} do {last}")


HOURS = dict.fromkeys(("godz", "godzina", "godzinie", "godziny", "godziną", "godzinę", "godzinach", "g"), (hours,))
