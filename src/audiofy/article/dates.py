"""Printed dates and times to ISO 8601. Pure.

A date whose day and month could be swapped (03/04/2025) is left out: no date rather than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.h])\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?(?![\d:])",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d\d")
_NEARBY = 30
# Programs write years 1 and 1970 for no date, and no page on the web is from before; the last year that there is
# can't be told in another time zone.
_FIRST_YEAR, _LAST_YEAR = "1971", "9998"
_MONTHS = 12
_CENTURY = 2000
# What stands between two dates, or a date and what belongs to another: no time is looked for behind it.
_BORDER = re.compile(r"[|;•]")


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
        rf"|(?P<y5>{year})\s?[年년/.]\s?(?P<m5>\d{{1,2}})\s?[月월/.]\s?(?P<d5>\d{{1,2}})\s?[日일]?"
        r"|(?<![\d./])(?P<a6>\d{1,2})/(?P<b6>\d{1,2})/(?P<y6>\d\d)(?![\d/])"
        r"|(?<![\d.])(?P<d7>\d\d)\.(?P<m7>\d\d)\.(?P<y7>\d\d)(?![\d.])",
        re.IGNORECASE,
    )


def find_date(text: str) -> Stamp | None:
    """The first date in `text` that can be told, with the time of day printed beside it; None if there is none."""
    return next(iter(find_dates(text)), None)


def find_dates(text: str) -> tuple[Stamp, ...]:
    """The dates in `text` that can be told, each with the time of day printed beside it."""
    return _find_dates(text) if _FIGURES.search(text) else ()


@lru_cache(maxsize=256)  # several rules look for a date in the same line
def _find_dates(text: str) -> tuple[Stamp, ...]:
    return tuple(_stamps(text))


def _stamps(text: str) -> Iterator[Stamp]:
    for match in _date_pattern().finditer(text):
        found = match.groupdict()
        day = _day(found)
        if day is None:
            continue
        if found["t1"]:
            yield Stamp(match.start(), match.end(), f"{day.isoformat()}T{found['t1']}")
        else:
            yield _with_time(text, match.start(), match.end(), day)


def is_update(text: str, stamp: Stamp) -> bool:
    """Whether the words before a date in `text` say that it is the date of a change, not of publication."""
    before = _BORDER.split(text[: stamp.start])[-1].casefold()
    return any(word in before for word in vocabulary().updated)


def _day(found: dict[str, str | None]) -> date | None:
    """The day that a match of the pattern names; None where it is none, or day and month could be swapped."""
    months = vocabulary().months
    try:
        for place in "1235":
            if found[f"y{place}"]:
                named = found.get(f"n{place}")
                month = months[named.lower()] if named else int(found[f"m{place}"] or 0)
                return date(int(found[f"y{place}"] or 0), month, int(found[f"d{place}"] or 0))
        if found["y7"]:
            return date(_CENTURY + int(found["y7"]), int(found["m7"] or 0), int(found["d7"] or 0))
        if found["y6"]:  # with the year in two digits, only a day in the middle tells the order
            middle = int(found["b6"] or 0)
            return date(_CENTURY + int(found["y6"]), int(found["a6"] or 0), middle) if middle > _MONTHS else None
        first, second, year = int(found["a4"] or 0), int(found["b4"] or 0), int(found["y4"] or 0)
        # Dots mean day first wherever they are used; slashes and dashes tell it only where one number is no month.
        if found["s4"] == "." or first > _MONTHS or first == second:
            return date(year, second, first)
        return date(year, first, second) if second > _MONTHS else None
    except ValueError:
        return None


def _with_time(text: str, start: int, end: int, day: date) -> Stamp:
    """The date with the time of day that stands nearest to it on either side."""
    before, after = (
        _BORDER.split(text[max(0, start - _NEARBY) : start])[-1],
        _BORDER.split(text[end : end + _NEARBY])[0],
    )
    found = []
    for part, offset in ((after, end), (before, start - len(before))):
        for match in _TIME.finditer(part):
            gap = match.start() if offset == end else len(part) - match.end()
            if clock := _clock(match, dotted=offset == end):
                found.append((gap, offset + match.start(), offset + match.end(), clock))
    if not found:
        return Stamp(start, end, day.isoformat())
    _, low, high, clock = min(found)
    return Stamp(min(start, low), max(end, high), f"{day.isoformat()}T{clock}")


def _clock(match: re.Match[str], *, dotted: bool) -> str:
    """The time of day as HH:MM; empty for what is no time (a lone number, hours past twelve with am or pm)."""
    if not match["minute"] and not match["half"]:
        return ""
    if match["mark"] == "." and not match["half"] and not dotted:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        if hour > 12:  # hours of a clock face
            return ""
        hour = hour % 12 + 12 * match["half"].lower().startswith("p")
    return f"{hour:02}:{int(match['minute'] or 0):02}"


def normal(text: str) -> str:
    """A date as metadata gives it, as ISO 8601 (date, or date and time); empty if it is none.

    Years that no page on the web is from are what systems write that have no date (0001, 1970).
    """
    text = text.strip()
    try:
        found = datetime.fromisoformat(text).isoformat() if len(text) > 10 else date.fromisoformat(text).isoformat()
    except ValueError:
        stamp = find_date(text)
        found = stamp.iso if stamp else ""
    return found if _FIRST_YEAR <= found[:4] <= _LAST_YEAR else ""
