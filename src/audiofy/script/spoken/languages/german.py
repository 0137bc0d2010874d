"""German print to German words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import before_noun, behind_name
from audiofy.script.spoken.languages.rules import Rules, closing
from audiofy.script.spoken.languages.shortenings.german import GERMAN
from audiofy.script.spoken.languages.usage import Usage, bare

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_OTHER_MONTHS = {"Jänner": "Jänner", "Jan": "Januar", "Feb": "Februar", "Aug": "August", "Sept": "September"}
_OTHER_MONTHS |= {"Okt": "Oktober", "Nov": "November", "Dez": "Dezember"}
_MONTH_NAMES = {**{month: month for month in _MONTHS}, **_OTHER_MONTHS}
_WEAK = frozenset("am vom v. zum beim im dem den des ab bis seit zur einem einen ihrem seinem jedem diesem".split())
_POSSESSIVE = re.compile(r"(?:ihr|sein|mein|dein|unser|eur|kein|jed|dies|jen|ein|welch)e[nmsr]")
# "in der fünften Minute" and "die Gewinnerin der dritten Runde", but "der dritte Platz".
_DATIVE = re.compile(
    r"(?:\b(?i:in|aus|von|zu|bei|mit|nach|seit|vor|an|auf|hinter|neben|über|unter|während|wegen|trotz)|"
    r"(?<![.!?:]\s)(?<!^)\b[A-ZÄÖÜ][a-zäöüß]+)\s{1,2}der\s{1,2}$"
)
_WEEKDAY = re.compile(r"\b[Aa]m (?:[A-Z][a-z]{2,6}tag|Mittwoch|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.),? $")
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
    if (
        before in _WEAK
        or _WEEKDAY.search(scene.before(start))
        or _POSSESSIVE.fullmatch(before)
        or (before == "der" and _DATIVE.search(scene.before(start)))
    ):
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
    plus="plus",
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
        "ct": Money(noun("Cent", "Cent")),
        "Cent": Money(noun("Cent", "Cent")),
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
    ratio="zu",
    units=measures.GERMAN,
    per={
        "h": "pro Stunde",
        "kWh": "pro Kilowattstunde",
        "Monat": "pro Monat",
        "Tag": "pro Tag",
        "kg": "pro Kilogramm",
        "l": "pro Liter",
        "t": "pro Tonne",
        "Jahr": "pro Jahr",
    },
    spelled_decimals=True,
    dotted=frozenset("Tsd Mio Mill Mrd Bio".split()),
    lasting=(noun("Stunde", "Stunden", "f"), noun("Minute", "Minuten", "f"), noun("Sekunde", "Sekunden", "f")),
    date=_date,
)
_RULES = Rules(USAGE)
_NAMES = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_SHORT = "Jan|Feb|Aug|Sept|Okt|Nov|Dez"
_DAY = re.compile(
    rf"(?P<first>[12]?\d|3[01])\.(?:\s?[-–]\s?|(?P<slash>/)|\s(?P<joint>bis|und|oder)\s(?:zum\s)?)(?=(?:[12]?\d|3[01])\.\s?(?:{_NAMES})\b)|"
    rf"(?P<day>[12]?\d|3[01])\.\s?(?P<month>(?:{_SHORT})\.|(?:{_NAMES})\b)(?:\s(?P<year>[12]\d{{3}})(?!\d))?"
)
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?P<clock>\s?Uhr\b)?(?![\d:]|[.,]\d)")
_UNTIL = re.compile(r"\s?[-–]\s?(?=\d)")
_DAY_MONTH = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.(?![\d-]|\s?Uhr)")
_COMPOUND = re.compile(r"(?P<count>\d{1,3}(?:,\d)?)-(?P<size>Mio|Mrd)\.(?=-)")
_ORDINAL = re.compile(r"(?P<count>\d{1,3})\.\s(?=(?:[a-zäöü]+\s){0,1}[A-ZÄÖÜ])")
_CENTURY = re.compile(
    r"(?P<count>\d{1,2})\.\s(?=Jahrhundert|Jahrestag|Geburtstag|Lebensjahr|Stock|Platz|Runde|Minute|Liga|Bundesliga|Weltkrieg|Etappe|Klasse|Halbzeit|Auflage|Spieltag)"
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
    hour = _agree(numerals.cardinal(int(found["hour"]), "de"), "m")
    return f"{hour} Uhr" + (f" {numerals.cardinal(int(found['minute']), 'de')}" if int(found["minute"]) else "")


def compound(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the first half of "12-Mio.-Euro-Projekt"."""
    del end
    found = _COMPOUND.match(scene.text, start)
    if found is None:
        return None
    size = "Millionen" if found["size"] == "Mio" else "Milliarden"
    return Reading(start, found.end(), f"{_RULES.say(found['count'])}-{size}")


_FEMININE_NOUNS = ("Runde", "Minute", "Liga", "Bundesliga", "Etappe", "Klasse", "Halbzeit", "Auflage")


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
    if said.endswith("er") and scene.text.startswith(_FEMININE_NOUNS, found.end()):
        said = said.removesuffix("r")
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
    if name.lower() in _ARTICLES | _WEAK or (name.endswith("s") and name.removesuffix("s") in _KINGS):
        return ""
    return f"{'die' if name in _QUEENS else 'der'} {numerals.ordinal(count, 'de').capitalize()}"


def _of_king(name: str, count: int) -> str:
    """The genitive: "der Sohn Karls V."."""
    if not name.endswith("s") or name.removesuffix("s") not in _KINGS:
        return ""
    return f"des {numerals.ordinal(count, 'de').capitalize()}n"


def _weighed(scene: Scene, start: int, count: int, what: str) -> str:
    return f"{ordinal(scene, start, count).capitalize()} {what}" if what != "Quartal" else _quarter(scene, start, count)


def _quarter(scene: Scene, start: int, count: int) -> str:
    said = ordinal(scene, start, count)
    return f"{said.removesuffix('r') + 's' if said.endswith('er') else said} Quartal"


_KINGS = frozenset(
    "Karl Heinrich Friedrich Ludwig Wilhelm Otto Konrad Leopold Georg Eduard Paul Peter Alexander".split()
)
_SECTIONS = re.compile(r"§\s?(?=\d)")


def sections(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the first of "§§ 3 und 4"."""
    found = _SECTIONS.match(scene.text, end)
    return Reading(start, found.end(), "Paragrafen ") if found is not None else None


_FRACTION, _FRACTION_SIGNS = Fractions(
    USAGE,
    r"-[A-ZÄÖÜ]|\s(?:de[rs]|aller|ihrer|seiner|unserer|dieser|von|[A-ZÄÖÜ][a-zäöüß]{2})",
    {2: noun("Halbes", "Halbe"), 3: noun("Drittel", "Drittel"), 4: noun("Viertel", "Viertel")}
    | {5: noun("Fünftel", "Fünftel"), 6: noun("Sechstel", "Sechstel"), 7: noun("Siebtel", "Siebtel")}
    | {8: noun("Achtel", "Achtel"), 9: noun("Neuntel", "Neuntel"), 10: noun("Zehntel", "Zehntel")},
    half=("ein halber", "eine halbe"),
    and_half=("einhalb", "einhalb"),
    one_and_half=("eineinhalb", "eineinhalb"),
    feminine=r".*(?:e|ung|heit|keit|ion)",
).rules()


GRAMMAR = Grammar(
    words=merged(
        cleanup.WORDS,
        GERMAN,
        _RULES.words(),
        before_noun("Weltkriegs?|Quartal|Weltkrieges", _weighed, stop=r"\."),
        behind_name(_of_king, dotted=True),
        behind_name(_reign, dotted=True),
    ),
    signs=merged({"§": (sections,)}, _FRACTION_SIGNS, cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        _RULES.lasting,
        day,
        day_and_month,
        _RULES.scale,
        _FRACTION,
        compound,
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
