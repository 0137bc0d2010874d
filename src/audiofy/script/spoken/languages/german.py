"""German print to German words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals, shortenings
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import behind_name
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.usage import Usage, bare

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_OTHER_MONTHS = {"Jänner": "Jänner", "Jan": "Januar", "Feb": "Februar", "Aug": "August", "Sept": "September"}
_OTHER_MONTHS |= {"Okt": "Oktober", "Nov": "November", "Dez": "Dezember"}
_MONTH_NAMES = {**{month: month for month in _MONTHS}, **_OTHER_MONTHS}
_WEAK = frozenset("am vom zum beim im dem den des ab bis seit zur einem einen ihrem seinem jedem diesem".split())
_POSSESSIVE = re.compile(r"(?:ihr|sein|mein|dein|unser|eur|kein|jed|dies|jen|ein|welch)e[nmsr]")
# "in der fünften Minute" and "die Gewinnerin der dritten Runde", but "der dritte Platz".
_DATIVE = re.compile(
    r"(?:\b(?:in|aus|von|zu|bei|mit|nach|seit|vor|an|auf|hinter|neben|über|unter|während|wegen|trotz)|"
    r"(?<![.!?:]\s)(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+)\s{1,2}der\s{1,2}$"
)
_ARTICLES = frozenset("der die das jede jeder jedes dieser diese dieses".split())


def _agree(words: str, gender: str) -> str:
    """Such as "ein Euro", "eine Million", "hunderteine": the "eins" at the end of a number before what it counts."""
    if not gender:
        return words
    return words.removesuffix("s") + ("e" if gender == "f" else "") if words.endswith("eins") else words


def ordinal(scene: Scene, start: int, count: int) -> str:
    """An ordinal in the case that the word before asks for: "am dritten", "der dritte", "dritter"."""
    stem = numerals.ordinal(count, "de").removesuffix("e")
    before = scene.word_before(start).lower()
    if before in _WEAK or _POSSESSIVE.fullmatch(before) or (before == "der" and _DATIVE.search(scene.before(start))):
        return f"{stem}en"
    return f"{stem}e" if before in _ARTICLES else f"{stem}er"


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    return f"{ordinal(scene, start, day)} {_MONTHS[month - 1]} {numerals.year(year, 'de')}"


_EURO = Money(noun("Euro", "Euro"), noun("Cent", "Cent"))
_DOLLAR = Money(noun("Dollar", "Dollar"), noun("Cent", "Cent"))
USAGE = Usage(
    language="de",
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
    amount=bare,
    against="zu",
    units=measures.GERMAN,
    per={"h": "pro Stunde", "kg": "pro Kilogramm", "l": "pro Liter", "t": "pro Tonne", "Jahr": "pro Jahr"},
    spelled_decimals=True,
    date=_date,
)
_RULES = Rules(USAGE)
_NAMES = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_DAY = re.compile(
    rf"(?P<first>[12]?\d|3[01])\.(?:\s?[-–]\s?|\s(?P<joint>bis|und)\s(?:zum\s)?)(?=(?:[12]?\d|3[01])\.\s?(?:{_NAMES})\b)|"
    rf"(?P<day>[12]?\d|3[01])\.\s?(?P<month>{_NAMES})\b\.?(?:\s(?P<year>[12]\d{{3}})(?!\d))?"
)
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?P<clock>\s?Uhr\b)?(?![\d.:]|,\d)")
_ORDINAL = re.compile(r"(?P<count>\d{1,3})\.\s(?=(?:[a-zäöü]+\s){0,1}[A-ZÄÖÜ])")
_CENTURY = re.compile(
    r"(?P<count>\d{1,2})\.\s(?=Jahrhundert|Jahrestag|Geburtstag|Lebensjahr|Stock|Platz|Runde|Minute|Liga)"
)
_YEAR = re.compile(r"(?P<year>1[1-9]\d{2}|20\d{2})(?P<decade>er)?(?![^\W_]|[.,:]\d|\s?(?:€|%|Euro|km|Meter|kg))")


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "am 3. Mai 2024" and "5. bis 8. März"."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    if found["first"]:
        first, last = ordinal(scene, start, int(found["first"])), day(scene, found.end(), found.end())
        return Reading(start, last.end, f"{first} {found['joint'] or 'bis'} {last.said}") if last else None
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


def flat(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "100,- €"."""
    del end
    found = _FLAT.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), f"{_agree(_RULES.say(found['count']), 'm')} Euro")


_FLAT = re.compile(r"(?P<count>\d{1,3}(?:\.\d{3}){0,2}|\d{1,6}),[-–—]{1,2}\s?(?:€|Euro)(?![^\W_])")


def year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1914" and "die 1990er"."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return None
    said = numerals.year(int(found["year"]), "de")
    return Reading(start, found.end(), f"{said}er" if found["decade"] else said)


_QUEENS = frozenset({"Elisabeth", "Elizabeth", "Katharina", "Margrethe", "Maria", "Beatrix", "Christina"})


def _reign(name: str, count: int) -> str:
    return f"{'die' if name in _QUEENS else 'der'} {numerals.ordinal(count, 'de').capitalize()}"


GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, shortenings.GERMAN, _RULES.words(), behind_name(_reign, dotted=True)),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        day,
        clock,
        flat,
        _RULES.money,
        _RULES.percentage,
        _RULES.magnitude,
        _RULES.measure,
        numbered,
        years,
        year,
        _RULES.score,
        _RULES.span,
    ),
    strange=cleanup.STRANGE,
)
