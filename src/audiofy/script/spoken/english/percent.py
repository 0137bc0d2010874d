"""Percentages and magnitudes to English words: "5-10%", "3.2pc", "25bp", "1.3M", "400k", "40bn". Pure.

"8.5%" is left to the engine, which reads it right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.wording import (
    MAGNITUDE,
    NUMBER,
    NUMBERED,
    SPAN,
    TO,
    is_one,
    magnitude,
    measures_a_thing,
    say,
)
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene

_SIGN = r"(?:\s?%|\s?pct?\b|\s?per\scent\b|\spercent\b)"
# "5% to 10%" says both; only the dash joins them to one.
_PERCENT = re.compile(rf"(?P<low>{NUMBER})(?:{_SIGN}?{SPAN}|\sto\s)(?P<high>{NUMBER}){_SIGN}")
_SHORT = re.compile(rf"(?P<number>{NUMBER})(?:(?P<percent>\s?pct?)|(?P<points>\s?(?:pp|ppts?|ppt)))(?![^\W_])")
_BASIS = re.compile(rf"(?P<number>{NUMBER})(?P<to>{TO}(?P<high>{NUMBER}))?\s?(?:bps|bp)(?![^\W_])")
_MILLE = re.compile(rf"(?P<number>{NUMBER})\s?‰")
_SIZED = re.compile(rf"(?P<number>{NUMBER}|\.\d{{1,4}})(?P<size>{MAGNITUDE})")
_SIZED_SPAN = re.compile(rf"(?P<low>{NUMBER})(?P<small>{MAGNITUDE})?{TO}(?P<number>{NUMBER})(?P<size>{MAGNITUDE})")

# "m" is millions of what is counted, metres of what is measured.
_COUNTED = re.compile(
    r"\s(?:(?:more|extra|new|other|british|american|active|monthly|daily|registered|poor|hungry|displaced|young|older|working|"
    r"disabled|uk|us|social|private|low-income|square|metric|paying|hectares?)\s)?"
    r"(?:people|men|women|children|users|viewers|customers|households|homes|jobs|copies|tickets|barrels|tonnes|tons|voters|"
    r"votes|visitors|views|followers|subscribers|workers|passengers|patients|pupils|students|families|refugees|doses|cases|"
    r"deaths|euros?|pounds?|dollars?|yuan|yen|roubles|rubles|rupees|hryvnias?|shares|vehicles|cars|units|accounts|"
    r"residents|residents|adults|pensioners|hectares|acres|animals|birds|records|documents|downloads|streams|listeners|"
    r"readers|members|employees|citizens|inhabitants|migrants|immigrants|tourists|civilians|soldiers|troops|players|"
    r"fans|litres|liters|gallons|shoppers|drivers|flights|trips|bottles|packages|parcels|trees|chickens|pigs|bpd|b/d|"
    r"years|in\s(?:fines|funding|debt|cash|profit|revenue|sales|aid|damages|losses|compensation|bonuses|investment|taxes|costs)|"
    r"of\s(?:them|whom|those)|a\s(?:year|month|week|day)|from\s(?:the\s)?(?:sale|deal|fund|budget|government|investors))\b"
)
# "Deaths topped 1m", but no flood or wave did.
_COUNTED_BEFORE = re.compile(
    r"(?<![^\W_])(?!waters|waves|floods|levels|drifts|depths|heights|winds|tides|seas|times)[a-z]{3,}s\s"
    r"(?:(?:have|had|has)\s)?(?:topp|exceed|surpass|total|totall|number)(?:ed|s|ing)?\s(?:about\s|some\s|nearly\s)?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s[a-z]{3,}s(?![^\W_])")
_UNIT_BEHIND = re.compile(r"\s(?:km|kg|sq|ha|mi|ft|lbs?|kWh|MWh|GWh|cu|bpd)(?![^\W_])")
_MOST = 3  # figures of a whole number that is printed before a magnitude
_NAMED_BEFORE = re.compile(r"[^\s.!?\"”]\s[A-Z][a-z]{2,}\s$")
_NAMED_BEHIND = re.compile(r"\s[A-Z][a-z]*[a-rt-z](?![^\W_])")
_KEPT_K = re.compile(
    r"\s(?:run|race|runs|races|walk|resolution|tv|televisions?|display|video|screens?|plan|fun|ultra)\b", re.IGNORECASE
)


def percent(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "5-10%", "5 to 10%", "3.2pc", "2pp", "25bp", "3‰"."""
    del end
    found = _PERCENT.match(scene.text, start)
    if found is not None:
        return Reading(start, found.end(), f"{say(scene, found['low'])} to {say(scene, found['high'])} percent")
    short = _SHORT.match(scene.text, start)
    if short is not None:
        return _short(scene, short)
    basis = _BASIS.match(scene.text, start)
    if basis is not None:
        many = (
            f"{say(scene, basis['number'])} to {say(scene, basis['high'])}"
            if basis["to"]
            else say(scene, basis["number"])
        )
        one = is_one(basis["number"]) or measures_a_thing(scene, start, basis.end(), frozenset({"cut", "hike", "rise"}))
        return Reading(start, basis.end(), f"{many} basis point{'' if one else 's'}")
    mille = _MILLE.match(scene.text, start)
    return Reading(start, mille.end(), f"{say(scene, mille['number'])} per thousand") if mille is not None else None


def _short(scene: Scene, found: re.Match[str]) -> Reading | None:
    words = say(scene, found["number"])
    if found["percent"]:
        return Reading(*found.span(), f"{words} percent")
    if found["points"] == " pp" and scene.text.startswith(".", found.end()):
        return None
    return Reading(*found.span(), f"{words} percentage point{'' if is_one(found['number']) else 's'}")


def magnitudes(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1.3M", "400k", "40bn", "5-6 million", "1-2bn". "1.3 million" is left to the engine."""
    del end
    span = _SIZED_SPAN.match(scene.text, start)
    if span is not None and _means(scene, span):
        low = say(scene, span["low"])
        if span["small"] and span["small"].strip() != span["size"].strip():
            low += f" {magnitude(span['small'])}"
        return Reading(start, span.end(), f"{low} to {say(scene, span['number'])} {magnitude(span['size'])}")
    found = _SIZED.match(scene.text, start)
    if found is None or len(found["size"].strip(" -")) > 3 or not _means(scene, found):
        return None
    if _UNIT_BEHIND.match(scene.text, found.end()):
        return None  # "1.5M km" is a measure
    plus = scene.text.startswith("+", found.end())
    said = f"{say(scene, found['number'])} {magnitude(found['size'])}{' plus' * plus}"
    return Reading(start, found.end() + plus, said)


def _means(scene: Scene, found: re.Match[str]) -> bool:
    """Whether the letters behind a number are a magnitude: not metres, tonnes, bytes or a race."""
    size, end = found["size"], found.end()
    letters = size.strip(" -")
    if len(letters) > 1:
        return letters != "mil" and not (letters == "cr" and not size.startswith(" "))
    if size[0] == " " and letters != "m":
        return False
    if letters in "mb":
        return bool(_COUNTED.match(scene.text, end) or _COUNTED_BEFORE.search(scene.before(found.start())))
    if letters in "kK":
        distance = found["number"] in ({"2", "4", "5", "8", "10"} if letters == "K" else {"4", "8"})
        counted = not distance or _PLURAL.match(scene.text, end)
        return bool(counted) and not _KEPT_K.match(scene.text, end)
    if (found["number"], letters) == ("3", "M"):  # the company's name, but for "3M users"
        return bool(_COUNTED.match(scene.text, end) or _PLURAL.match(scene.text, end))
    return letters in "BM" and not _is_label(scene, found)


def _is_label(scene: Scene, found: re.Match[str]) -> bool:
    """Whether "14B" and "5500M" name something, and count nothing."""
    start, end, number = found.start(), found.end(), found["number"]
    before = scene.before(start)
    if NUMBERED.search(before) or scene.text.startswith("/", end) or (number.isdecimal() and len(number) > _MOST):
        return True
    if not number.isdecimal() or _COUNTED.match(scene.text, end) or _PLURAL.match(scene.text, end):
        return False
    return bool(_NAMED_BEFORE.search(before) or _NAMED_BEHIND.match(scene.text, end))


DIGITS: tuple[Rule, ...] = (percent, magnitudes)
