"""Dates in figures to English words: "2025-04-10", "10/04/2025", "4.10.2025", "9/11", "on 2/22". Pure.

Month first where the language is American English and day first elsewhere; an order that can't be is turned round; ISO
8601 is year first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.dates import MONTHS, day_in_words, year_in_words
from audiofy.script.spoken.english.wording import is_british
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene


_ISO = re.compile(
    r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?+(?![\d-]|[^\W_])"
)
_FIGURES = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>[12]\d{3}|\d{2})(?![\d/-]|[.,:]\d|[^\W_])"
)
_NAMED = re.compile(r"(?P<one>9|26)/(?P<two>11)(?![\d/]|[.,]\d)|(?P<seven>7)/(?P<july>7)(?![\d/]|[.,]\d)")
_ATTACKED = {"9/11": "nine eleven", "26/11": "twenty six eleven", "7/7": "seven seven"}
_ATTACKS = re.compile(r"\s(?:attack|bomb|terror|inquest|inquiry|victim|survivor|anniversary|memorial)")
_IN_FIGURES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\d/%]|[.,:]\d|[^\W_])")
_CUE = re.compile(
    r"\b(?:on|since|dated|until|till|by|before|after|from|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?)\s$",
    re.IGNORECASE,
)
_FILLED = re.compile(r"\s(?:of|in|the|a|an|people|majority|mile|inch|cup)\b")


def figures(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "2025-04-10", "10/04/2025", "4.10.2025", "9/11", "on 2/22"."""
    del end
    iso = _ISO.match(scene.text, start)
    if iso is not None:
        said = _whole(scene, iso, int(iso["day"]), int(iso["month"]))
        return _stamped(iso, said) if said is not None else None
    found = _FIGURES.match(scene.text, start)
    if found is not None:
        return _whole(scene, found, *_ordered(scene, int(found["one"]), int(found["two"]), found["mark"]))
    return _day_and_month(scene, start) if _NAMED.match(scene.text, start) is None else None


def _stamped(iso: re.Match[str], date: Reading) -> Reading:
    """The date with the time of "2031-06-09T14:30:00Z", to the minute."""
    if not iso["hour"]:
        return date
    minute = int(iso["minute"])
    said = f"{'oh ' if minute < 10 else ''}{numbers.cardinal(minute)}" if minute else "hundred"
    return Reading(date.start, date.end, f"{date.said}, {numbers.cardinal(int(iso['hour']))} {said}")


def _ordered(scene: Scene, one: int, two: int, mark: str) -> tuple[int, int]:
    """Day and month of two figures in the order of the language; dots are written day first everywhere."""
    day_leads = is_british(scene.language) or mark == "."  # of "11.18.19" only one order can be
    day, month = (one, two) if day_leads else (two, one)
    return (month, day) if month > 12 >= day else (day, month)


def _whole(scene: Scene, found: re.Match[str], day: int, month: int) -> Reading | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if len(found["year"]) == 2 and found["mark"] != "/" and not _is_full(found):
        return None  # "10-12-5" and "1.2.25" may be anything
    return Reading(*found.span(), f"{_dated(scene, day, month)} {year_in_words(scene, found['year'])}")


def _is_full(found: re.Match[str]) -> bool:
    """Whether it is printed like "11.18.19", with two figures each."""
    return found["mark"] == "." and len(found[0]) == len("11.18.19")


def _dated(scene: Scene, day: int, month: int) -> str:
    name = MONTHS[month - 1]
    return (
        f"the {day_in_words(str(day))} of {name}" if is_british(scene.language) else f"{name} {day_in_words(str(day))}"
    )


def _day_and_month(scene: Scene, start: int) -> Reading | None:
    """Such as "on 2/22": a day and a month only where a word asks for a date and no share of something follows."""
    found = _IN_FIGURES.match(scene.text, start)
    if found is None or not _CUE.search(scene.before(start)) or _FILLED.match(scene.text, found.end()):
        return None
    day, month = _ordered(scene, int(found["one"]), int(found["two"]), "/")
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Reading(start, found.end(), _dated(scene, day, month))


def named(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "9/11" and "post-9/11"."""
    del end
    found = _NAMED.match(scene.text, start)
    if found is None or not (found["one"] or _ATTACKS.match(scene.text, found.end())):
        return None
    return Reading(start, found.end(), _ATTACKED[found[0]])


DIGITS: tuple[Rule, ...] = (figures, named)
GLUED: tuple[Rule, ...] = (named,)
