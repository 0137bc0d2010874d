"""Printed dates and times to ISO 8601. Pure.

A date whose day and month could be swapped (03/04/2025) is left out: no date rather than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from audiofy.article.vocabulary import vocabulary

_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.h])\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?(?![\d:])",
    re.IGNORECASE,
)
_NEARBY = 30

# Programs write year 1 for no date; it and the last year there is can't be told in another time zone.
_FIRST_YEAR, _LAST_YEAR = 2, 9998
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in text at characters `start` to `end`; `iso` has the time of day where one is printed with it."""

    start: int
    end: int
    iso: str


@cache
def _date_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, vocabulary().months), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?P<y1>{year})-(?P<m1>\d\d)-(?P<d1>\d\d)(?:[T ](?P<t1>\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?"
        rf"|(?<!\w)(?P<n2>{names})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s)\s?(?P<y2>{year})"
        rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?[\s-](?:de |of )?"
        rf"(?P<n3>{names})\.?,?[\s-]?(?:de |del )?\s?(?P<y3>{year})"
        rf"|(?<!\d)(?P<a4>\d{{1,2}})(?P<s4>[./-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>{year})(?!\d)"
        rf"|(?P<y5>{year})\s?[年년/.]\s?(?P<m5>\d{{1,2}})\s?[月월/.]\s?(?P<d5>\d{{1,2}})\s?[日일]?",
        re.IGNORECASE,
    )


def find_date(text: str) -> Stamp | None:
    """The first date in `text` that can be told, with the time of day printed beside it; None if there is none."""
    for match in _date_pattern().finditer(text):
        found = match.groupdict()
        day = _day(found)
        if day is None:
            continue
        if found["t1"]:
            return Stamp(match.start(), match.end(), f"{day.isoformat()}T{found['t1']}")
        return _with_time(text, match.start(), match.end(), day)
    return None


def _day(found: dict[str, str | None]) -> date | None:
    """The day that a match of the pattern names; None where it is none, or day and month could be swapped."""
    months = vocabulary().months
    try:
        for place in "1235":
            if found[f"y{place}"]:
                named = found.get(f"n{place}")
                month = months[named.lower()] if named else int(found[f"m{place}"] or 0)
                return date(int(found[f"y{place}"] or 0), month, int(found[f"d{place}"] or 0))
        first, second, year = int(found["a4"] or 0), int(found["b4"] or 0), int(found["y4"] or 0)
        # Dots mean day first wherever they are used; slashes and dashes tell it only where one number is no month.
        if found["s4"] == "." or first > _MONTHS or first == second:
            return date(year, second, first)
        return date(year, first, second) if second > _MONTHS else None
    except ValueError:
        return None


def _with_time(text: str, start: int, end: int, day: date) -> Stamp:
    for low, high in ((end, min(len(text), end + _NEARBY)), (max(0, start - _NEARBY), start)):
        for match in _TIME.finditer(text, low, high):
            if not match["minute"] and not match["half"]:
                continue
            if match["mark"] == "." and not match["half"] and low != end:
                continue
            hour = int(match["hour"])
            if match["half"]:
                if hour > 12:  # hours of a clock face
                    continue
                hour = hour % 12 + 12 * match["half"].lower().startswith("p")
            minute = int(match["minute"] or 0)
            return Stamp(min(start, match.start()), max(end, match.end()), f"{day.isoformat()}T{hour:02}:{minute:02}")
    return Stamp(start, end, day.isoformat())


def normal(text: str) -> str:
    """A date as metadata gives it, as ISO 8601 (date, or date and time); empty if it is none."""
    text = text.strip()
    try:
        found: date = datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)  # a date alone
    except ValueError:
        stamp = find_date(text)
        return stamp.iso if stamp else ""
    return found.isoformat() if _FIRST_YEAR <= found.year <= _LAST_YEAR else ""
