"""German days, years and times of day to words in their cases: "am 3. Mai 2024", "1968/69", "8.05 Uhr". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.rules import closing

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_OTHER_MONTHS = {"Jänner": "Jänner", "Jan": "Januar", "Feb": "Februar", "Aug": "August", "Sept": "September"}
_OTHER_MONTHS |= {"Okt": "Oktober", "Nov": "November", "Dez": "Dezember"}
_MONTH_NAMES = {**{month: month for month in _MONTHS}, **_OTHER_MONTHS}
WEAK = frozenset("am vom v. zum beim im dem den des ab bis seit zur einem einen ihrem seinem jedem diesem".split())
_POSSESSIVE = re.compile(r"(?:ihr|sein|mein|dein|unser|eur|kein|jed|dies|jen|ein|welch)e[nmsr]")
# "in der fünften Minute" and "die Gewinnerin der dritten Runde", but "der dritte Platz".
_DATIVE = re.compile(
    r"(?:\b(?i:in|aus|von|zu|bei|mit|nach|seit|vor|an|auf|hinter|neben|über|unter|während|wegen|trotz)|"
    r"(?<![.!?:]\s)(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+)\s{1,2}der\s{1,2}$"
)
_WEEKDAY = re.compile(r"\b[Aa]m (?:[A-Z][a-z]{2,6}tag|Mittwoch|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.),? $")
ARTICLES = frozenset("der die das jede jeder jedes dieser diese dieses".split())


def agree(words: str, gender: str) -> str:
    """Such as "ein Euro", "eine Million", "hunderteine": the "eins" at the end of a number before what it counts."""
    if not gender:
        return words
    return words.removesuffix("s") + ("e" if gender == "f" else "") if words.endswith("eins") else words


def ordinal(scene: Scene, start: int, count: int) -> str:
    """An ordinal in the case that the word before asks for: "am dritten", "der dritte", "dritter"."""
    stem = numerals.ordinal(count, "de").removesuffix("e")
    before = scene.word_before(start).lower()
    if (
        before in WEAK
        or _WEEKDAY.search(scene.before(start))
        or _POSSESSIVE.fullmatch(before)
        or (before == "der" and _DATIVE.search(scene.before(start)))
    ):
        return f"{stem}en"
    return f"{stem}e" if before in ARTICLES else f"{stem}er"


def date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    """A date that is all figures: "am dritten Mai zweitausendvierundzwanzig"."""
    return f"{ordinal(scene, start, day)} {_MONTHS[month - 1]} {numerals.year(year, 'de')}"


_NAMES = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_SHORT = "Jan|Feb|Aug|Sept|Okt|Nov|Dez"
_DAY = re.compile(
    rf"(?P<first>[12]?\d|3[01])\.(?:\s?[-–]\s?|(?P<slash>/)|\s(?P<joint>bis|und|oder)\s(?:zum\s)?)(?=(?:[12]?\d|3[01])\.\s?(?:{_NAMES})\b)|"
    rf"(?P<day>[12]?\d|3[01])\.\s?(?P<month>(?:{_SHORT})\.|(?:{_NAMES})\b)(?:\s(?P<year>[12]\d{{3}})(?!\d))?"
)
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?P<clock>\s?Uhr\b)?(?![\d:]|[.,]\d)")
_UNTIL = re.compile(r"\s?[-–]\s?(?=\d)")
_DAY_MONTH = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.(?![\d-]|\s?Uhr)")
_YEAR = re.compile(r"(?P<year>1[1-9]\d{2}|20\d{2})(?P<decade>er)?(?![^\W_]|[.,:]\d|\s?(?:€|%|Euro|km|Meter|kg))")


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "am 3. Mai 2024" and "5. bis 8. März"."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    if found["first"]:
        first, last = ordinal(scene, start, int(found["first"])), day(scene, found.end(), found.end())
        joint = " " if found["slash"] else f" {found['joint'] or 'bis'} "
        if last is None:
            return None
        said = last.said.replace("er ", "en ", 1) if first.endswith("en") else last.said
        return Reading(start, last.end, first + joint + said)
    year = f" {numerals.year(int(found['year']), 'de')}" if found["year"] else ""
    said = f"{ordinal(scene, start, int(found['day']))} {_MONTH_NAMES[found['month'].removesuffix('.')]}{year}"
    weekday = _WEEKDAY.search(scene.before(start))
    lead = "dem " if weekday and weekday[0].endswith(", ") else ""
    return Reading(start, found.end(), lead + said + closing(scene, found))


def day_and_month(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "am 3.5." and "bis zum 31.12.", behind a word that asks for a day."""
    del end
    found = _DAY_MONTH.match(scene.text, start)
    if found is None or scene.word_before(start).lower() not in {"am", "vom", "zum", "bis", "dem", "seit", "ab"}:
        return None
    said = f"{ordinal(scene, start, int(found['day']))} {_MONTHS[int(found['month']) - 1]}"
    return Reading(start, found.end(), said + closing(scene, found))


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30 Uhr" and "8.05 Uhr"; a dot needs the "Uhr"."""
    del end
    found = _TIME.match(scene.text, start)
    if found is None or (not found["clock"] and scene.text[start + len(found["hour"])] == "."):
        return None
    until = _UNTIL.match(scene.text, found.end())
    last = _TIME.match(scene.text, until.end()) if until else None
    if last is None:
        return Reading(start, found.end(), _oclock(found))
    return Reading(start, last.end(), f"{_oclock(found)} bis {_oclock(last)}")


def _oclock(found: re.Match[str]) -> str:
    hour = agree(numerals.cardinal(int(found["hour"]), "de"), "m")
    return f"{hour} Uhr" + (f" {numerals.cardinal(int(found['minute']), 'de')}" if int(found["minute"]) else "")


_YEARS = re.compile(
    r"(?P<first>1[1-9]\d{2}|20\d{2})\s?(?P<joint>[-–/])\s?(?P<last>[12]\d{3}|\d{2})(?![^\W_]|[.,:]\d|[-–/])"
)


def years(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1914–1918" and "1968/69"."""
    del end
    found = _YEARS.match(scene.text, start)
    if found is None or (found["joint"] == "/" and len(found["last"]) != len("69")):
        return None
    last = int(found["last"])
    said = numerals.year(last, "de") if len(found["last"]) > len("69") else numerals.cardinal(last, "de")
    joint = " " if found["joint"] == "/" else " bis "
    return Reading(start, found.end(), numerals.year(int(found["first"]), "de") + joint + said)


def year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1914" and "die 1990er"."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return None
    said = numerals.year(int(found["year"]), "de")
    return Reading(start, found.end(), f"{said}er" if found["decade"] else said)
