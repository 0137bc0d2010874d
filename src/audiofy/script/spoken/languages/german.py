"""German print to German words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.usage import Money, Rules, Usage, abbreviations, noun

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.usage import Noun

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_OTHER_MONTHS = {"Jänner": "Jänner", "Jan": "Januar", "Feb": "Februar", "Aug": "August", "Sept": "September"}
_OTHER_MONTHS |= {"Okt": "Oktober", "Nov": "November", "Dez": "Dezember"}
_MONTH_NAMES = {**{month: month for month in _MONTHS}, **_OTHER_MONTHS}
_WEAK = frozenset("am vom zum beim im dem den des ab bis seit zur einem einen ihrem seinem jedem diesem".split())
_ARTICLES = frozenset("der die das jede jeder jedes dieser diese dieses".split())


def _agree(words: str, gender: str) -> str:
    """Such as "ein Euro", "eine Million", "hunderteine": the "eins" at the end of a number before what it counts."""
    return words.removesuffix("s") + ("e" if gender == "f" else "") if words.endswith("eins") else words


def _linked(unit: Noun) -> str:
    return unit.many


def _amount(units: str, small: str, name: str) -> str:
    del name
    return f"{units} {small}"


def ordinal(scene: Scene, start: int, count: int) -> str:
    """An ordinal in the case that the word before asks for: "am dritten", "der dritte", "dritter"."""
    stem = numerals.ordinal(count, "de").removesuffix("e")
    before = scene.word_before(start).lower()
    if before in _WEAK:
        return f"{stem}en"
    return f"{stem}e" if before in _ARTICLES else f"{stem}er"


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    return f"{ordinal(scene, start, day)} {_MONTHS[month - 1]} {numerals.year(year, 'de')}"


_EURO = Money(noun("Euro", "Euro"), noun("Cent", "Cent"))
_DOLLAR = Money(noun("Dollar", "Dollar"), noun("Cent", "Cent"))
USAGE = Usage(
    language="de",
    decimal=",",
    group=".",
    point="Komma",
    zero="null",
    minus="minus",
    between="bis",
    percent=noun("Prozent", "Prozent"),
    sizes={
        "Tsd": noun("Tausend", "Tausend"),
        "Mio": noun("Million", "Millionen", "f"),
        "Mill": noun("Million", "Millionen", "f"),
        "Mrd": noun("Milliarde", "Milliarden", "f"),
        "Bio": noun("Billion", "Billionen", "f"),
        "Million": noun("Million", "Millionen", "f"),
        "Millionen": noun("Million", "Millionen", "f"),
        "Milliarde": noun("Milliarde", "Milliarden", "f"),
        "Milliarden": noun("Milliarde", "Milliarden", "f"),
        "Billionen": noun("Billion", "Billionen", "f"),
    },
    monies={
        "€": _EURO,
        "EUR": _EURO,
        "Euro": _EURO,
        "$": _DOLLAR,
        "USD": Money(noun("US-Dollar", "US-Dollar"), noun("Cent", "Cent")),
        "US-Dollar": Money(noun("US-Dollar", "US-Dollar"), noun("Cent", "Cent")),
        "Dollar": _DOLLAR,
        "£": Money(noun("Pfund", "Pfund", "n"), noun("Penny", "Pence")),
        "Pfund": Money(noun("Pfund", "Pfund", "n"), noun("Penny", "Pence")),
        "CHF": Money(noun("Franken", "Franken"), noun("Rappen", "Rappen")),
        "Franken": Money(noun("Franken", "Franken"), noun("Rappen", "Rappen")),
        "¥": Money(noun("Yen", "Yen")),
    },
    form=lambda count: 0 if count == 1 else 2,
    agree=_agree,
    linked=_linked,
    amount=_amount,
    spelled_decimals=True,
    date=_date,
)
_RULES = Rules(USAGE)
_NAMES = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_DAY = re.compile(rf"(?P<day>[12]?\d|3[01])\.\s?(?P<month>{_NAMES})\b\.?(?:\s(?P<year>[12]\d{{3}})(?!\d))?")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?P<clock>\s?Uhr\b)?(?![\d.:]|,\d)")
_ORDINAL = re.compile(r"(?P<count>\d{1,3})\.\s(?=(?:[a-zäöü]+\s){0,1}[A-ZÄÖÜ])")
_CENTURY = re.compile(
    r"(?P<count>\d{1,2})\.\s(?=Jahrhundert|Jahrestag|Geburtstag|Lebensjahr|Stock|Platz|Runde|Minute|Liga)"
)
_YEAR = re.compile(r"(?P<year>1[1-9]\d{2}|20\d{2})(?P<decade>er)?(?![^\W_]|[.,:]\d|\s?(?:€|%|Euro|km|Meter|kg))")


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "am 3. Mai 2024"."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {numerals.year(int(found['year']), 'de')}" if found["year"] else ""
    said = f"{ordinal(scene, start, int(found['day']))} {_MONTH_NAMES[found['month']]}{year}"
    return Reading(start, found.end(), said)


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30 Uhr" and "8.05 Uhr"; a dot needs the "Uhr"."""
    del end
    found = _TIME.match(scene.text, start)
    if found is None or (not found["clock"] and scene.text[start + len(found["hour"])] == "."):
        return None
    hour = _agree(numerals.cardinal(int(found["hour"]), "de"), "m")
    minute = f" {numerals.cardinal(int(found['minute']), 'de')}" if int(found["minute"]) else ""
    return Reading(start, found.end(), f"{hour} Uhr{minute}")


def numbered(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "im 20. Jahrhundert" and "das 3. Kapitel", but not the figure that ends a sentence."""
    del end
    before = scene.word_before(start).lower()
    found = _CENTURY.match(scene.text, start)
    if found is None and before in _WEAK | _ARTICLES:
        found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    said = ordinal(scene, start, int(found["count"]))
    if said.endswith("er") and scene.text.startswith(("Jahrhundert", "Lebensjahr"), found.end()):
        said = said.removesuffix("r") + "s"
    return Reading(start, found.end(), f"{said} ")


def year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1914" and "die 1990er"."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return None
    said = numerals.year(int(found["year"]), "de")
    return Reading(start, found.end(), f"{said}er" if found["decade"] else said)


WORDS = abbreviations(
    {
        "z": (r"z\.\s?B\.", "zum Beispiel"),
        "d": (r"d\.\s?h\.", "das heißt"),
        "u": (r"u\.\s?a\.", "unter anderem"),
        "ca": (r"ca\.", "circa"),
        "nr": (r"Nr\.(?=\s?\d)", "Nummer"),
        "dr": (r"Dr\.(?=\s)", "Doktor"),
        "prof": (r"Prof\.", "Professor"),
        "bzw": (r"bzw\.", "beziehungsweise"),
        "usw": (r"usw\.", "und so weiter"),
        "vgl": (r"vgl\.", "vergleiche"),
        "abs": (r"Abs\.(?=\s?\d)", "Absatz"),
        "st": (r"St\.(?=\s[A-Z])", "Sankt"),
    }
)
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, WORDS, _RULES.words()),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(_RULES.figures, day, clock, _RULES.money, _RULES.percentage, _RULES.magnitude, numbered, year, _RULES.span),
    strange=cleanup.STRANGE,
)
