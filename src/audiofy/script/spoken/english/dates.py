"""Dates with a month or a weekday to English words: "May 5, 2025", "5-7 January", "Oct. 7", "Mon., Feb. 3". Pure.

The day is an ordinal: "April tenth", "the tenth of April".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import DASH, is_british
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
_SHORT |= {"nov": 11, "dec": 12}
_MONTH_NUMBERS = _SHORT | {name.lower(): index for index, name in enumerate(MONTHS, 1)}
_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "weds": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_MONTH = rf"(?:(?P<month>{_NAMES})\b\.?)"
_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[1-9]\d{3})(?![\d%]|[.,:/]\d|-\d)"
_UNTIL = rf"(?:\s?{DASH}\s?|\s(?P<joint>to|and|or|through)\s)"

# Behind the month: a day, perhaps two of them, perhaps the year. A colon or a unit shows that it is no day.
_AFTER = re.compile(
    rf"\.?\s{{1,2}}(?P<the>the\s)?{_DAY.format('day')}(?![\d%°]|[.:/]\d|,\d{{3}}|[ap]\.?m\b|\s?[ap]\.?m\b)"
    rf"(?:{_UNTIL}{_DAY.format('last')}(?![\d%°]|[.:/]\d|,\d{{3}}|\s?[ap]\.?m\b|[^\W\d_]))?+"
    rf"(?P<tail>(?:,\s?|\s|,?\sof\s){_YEAR})?+(?![^\W_])",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    rf"\.?\s{{1,2}}{_DAY.format('day')}\s?{DASH}\s?{_MONTH}\s{_DAY.format('last')}(?![\d%]|[.:]\d)"
    rf"(?P<tail>(?:,\s?|\s){_YEAR})?+(?![^\W_])",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\.?,?\s{_YEAR}(?![^\W_])")
_SPAN_OF_MONTHS = re.compile(rf"\.?\s?{DASH}\s?{_MONTH}(?P<tail>,?\s{_YEAR})?+(?![^\W_])", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\.?\s?['’](?P<year>\d{2})(?!\d|[^\W_])")
_DAY_FIRST = re.compile(
    rf"{_DAY.format('day')}(?:{_UNTIL}{_DAY.format('last')})?+\s(?:of\s)?{_MONTH}(?![^\W_])"
    rf"(?P<tail>,?\s{_YEAR}(?![^\W_]))?+",
    re.IGNORECASE,
)
_BOTH_DAY_FIRST = re.compile(
    rf"{_DAY.format('day')}\s(?P<first>{_NAMES})\.?\s?{DASH}\s?{_DAY.format('last')}\s{_MONTH}(?![^\W_])"
    rf"(?P<tail>,?\s{_YEAR}(?![^\W_]))?+",
    re.IGNORECASE,
)
_SPAN_OF_DAYS = re.compile(rf"\.?\s?{DASH}\s?(?P<day>{'|'.join(_DAYS)})\b\.?", re.IGNORECASE)
_BEHIND_DAY = re.compile(
    rf"\.,|\.\s(?:&|and|or|to|through)\s(?:{'|'.join(_DAYS)})\b|\.?,?\s(?:the\s)?(?:(?:{_NAMES})\b|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_NAMES})\b)",
    re.IGNORECASE,
)
_SMALL_BEHIND = re.compile(r"\.\s[a-z\d(]")
_BEFORE_DAY = re.compile(r"\b(?:on|last|next|every|since|until|by|this|and|to|or|through)\s$|&\s$", re.IGNORECASE)

# "May 5 people be allowed": a modal verb before a count. "On May 5 people gathered" has a word that asks for a date.
_DATE_CUE = re.compile(
    r"(?:\b(?:on|since|until|till|by|before|after|from|between|of|this|last|next|the|late|early|mid|dated|and|to|through|"
    r"\w{3,6}day)|[,;:(–—-]|\d)\s?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:people|men|women|children|[a-z]{3,}s)\b")


def year_in_words(scene: Scene, printed: str) -> str:
    """A year of two or four figures."""
    count = int(printed)
    if len(printed) == 2:
        count += 2000 if count < 50 else 1900
    return numbers.year(count, with_and=is_british(scene.language))


def _tail(scene: Scene, found: re.Match[str], *, comma: bool) -> str:
    if not found["tail"]:
        return ""
    return f"{',' if comma else ''} {year_in_words(scene, found['year'])}"


def day_in_words(printed: str) -> str:
    """A day of the month as an ordinal."""
    return numbers.ordinal(int(printed))


def month_first(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "May 5, 2025", "Dec 1-3", "Jan. 6", "June 2014", "Jan-Mar 2024"."""
    printed = scene.text[start:end]
    month = _MONTH_NUMBERS[printed.lower()]
    name = MONTHS[month - 1]
    if printed.islower() and printed in {"may", "march", "mar", "dec", "sep", "jan", "sun"}:
        lone = printed in {"may", "march"}
        if lone and not _AFTER.match(scene.text, end):
            return None
    onward = _ONWARD.match(scene.text, end)
    if onward is not None:
        other = MONTHS[_MONTH_NUMBERS[onward["month"].lower()] - 1]
        said = f"{name} {day_in_words(onward['day'])} to {other} {day_in_words(onward['last'])}"
        return Reading(start, onward.end(), said + _tail(scene, onward, comma=True))
    found = _AFTER.match(scene.text, end)
    if found is not None and not _is_count(scene, start, found, name):
        return Reading(start, found.end(), f"{name} {_days(found)}{_tail(scene, found, comma=True)}")
    return _month_alone(scene, start, end, name)


def _is_count(scene: Scene, start: int, found: re.Match[str], name: str) -> bool:
    """Whether the number behind "May" or "March" counts what follows: the month is a verb then."""
    if name not in {"May", "March"} or found["tail"] or found["last"]:
        return False
    return bool(_COUNTED.match(scene.text, found.end())) and not _DATE_CUE.search(scene.before(start))


def _days(found: re.Match[str]) -> str:
    said = ("the " if found.groupdict().get("the") else "") + day_in_words(found["day"])
    if found["last"]:
        said += f" {found['joint'] or 'to'} {day_in_words(found['last'])}"
    return said


def _month_alone(scene: Scene, start: int, end: int, name: str) -> Reading | None:
    span = _SPAN_OF_MONTHS.match(scene.text, end)
    if span is not None and scene.text[start].isupper():
        other = MONTHS[_MONTH_NUMBERS[span["month"].lower()] - 1]
        return Reading(start, span.end(), f"{name} to {other}{_tail(scene, span, comma=False)}")
    found = _MONTH_YEAR.match(scene.text, end)
    if found is not None:
        return Reading(start, found.end(), f"{name} {year_in_words(scene, found['year'])}")
    short = _SHORT_YEAR.match(scene.text, end)
    if short is not None and scene.text[start].isupper():
        return Reading(start, short.end(), f"{name} {year_in_words(scene, short['year'])}")
    return _abbreviated(scene, start, end, name)


def _abbreviated(scene: Scene, start: int, end: int, name: str) -> Reading | None:
    """Such as "in Sept. he left": a capital and a full stop show that it is the month."""
    printed = scene.text[start:end]
    if printed.lower() not in _SHORT or not printed[0].isupper() or not scene.text.startswith(".", end):
        return None
    if scene.ends_sentence(end + 1) and printed in {"Jan", "Mar", "Dec", "Jun"}:
        return None
    keep = "." if scene.ends(end + 1) else ""
    return Reading(start, end + 1, name + keep)


def day_first(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 May 1957", "the 22nd July", "5-7 January 2024", "30 April-2 May"."""
    del end
    both = _BOTH_DAY_FIRST.match(scene.text, start)
    lead = "" if scene.word_before(start).lower() == "the" else "the "
    if both is not None:
        first = MONTHS[_MONTH_NUMBERS[both["first"].lower()] - 1]
        other = MONTHS[_MONTH_NUMBERS[both["month"].lower()] - 1]
        said = f"{lead}{day_in_words(both['day'])} of {first} to the {day_in_words(both['last'])} of {other}"
        return Reading(start, both.end(), said + _tail(scene, both, comma=False))
    found = _DAY_FIRST.match(scene.text, start)
    if found is None or not _is_month(scene, found):
        return None
    month = MONTHS[_MONTH_NUMBERS[found["month"].lower()] - 1]
    end = found.end()
    closes = scene.text[end - 1] == "." and scene.ends(end)
    said = f"{lead}{_days(found)} of {month}{_tail(scene, found, comma=False)}{'.' * closes}"
    return Reading(start, end, said)


def _is_month(scene: Scene, found: re.Match[str]) -> bool:
    """Whether it is a month and no verb: "the 25 may appeal" has none, so small letters need a year or a sure name."""
    printed = found["month"]
    if not printed[0].islower() or found["tail"] or " of " in found[0]:
        return True
    return printed not in {"may", "march", "mar", "dec", "sun"} or scene.ends(found.end())


def weekday(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Mon., Jan. 6", "Sat 3 May", "Mon-Fri"."""
    printed = scene.text[start:end]
    name = _DAYS[printed.lower()]
    if not printed[0].isupper():
        return None
    span = _SPAN_OF_DAYS.match(scene.text, end)
    if span is not None:
        return Reading(start, span.end(), f"{name} to {_DAYS[span['day'].lower()]}")
    dotted = scene.text.startswith(".", end)
    follows = _BEHIND_DAY.match(scene.text, end)
    goes_on = _SMALL_BEHIND.match(scene.text, end) is not None
    if follows is None and not goes_on and not (dotted and _BEFORE_DAY.search(scene.before(start))):
        return None
    return Reading(start, end + dotted, name)


WORDS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(_MONTH_NUMBERS, (month_first,)),
    **dict.fromkeys(_DAYS, (weekday,)),
}


DIGITS: tuple[Rule, ...] = (day_first,)
