"""German print to German words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.german_calendar import (
    ARTICLES,
    WEAK,
    agree,
    clock,
    date,
    day,
    day_and_month,
    ordinal,
    year,
    years,
)
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import before_noun, behind_name
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.shortenings.german import GERMAN
from audiofy.script.spoken.languages.usage import Usage, bare

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

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
    agree=agree,
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
    date=date,
)
_RULES = Rules(USAGE)
_COMPOUND = re.compile(r"(?P<count>\d{1,3}(?:,\d)?)-(?P<size>Mio|Mrd)\.(?=-)")
_ORDINAL = re.compile(r"(?P<count>\d{1,3})\.\s(?=(?:[a-zäöü]+\s){0,1}[A-ZÄÖÜ])")
_CENTURY = re.compile(
    r"(?P<count>\d{1,2})\.\s(?=Jahrhundert|Jahrestag|Geburtstag|Lebensjahr|Stock|Platz|Runde|Minute|Liga|Bundesliga|Weltkrieg|Etappe|Klasse|Halbzeit|Auflage|Spieltag)"
)


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
    if found is None and before in WEAK | ARTICLES:
        found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    said = ordinal(scene, start, int(found["count"]))
    if said.endswith("er") and scene.text.startswith(_FEMININE_NOUNS, found.end()):
        said = said.removesuffix("r")
    if said.endswith("er") and scene.text.startswith(("Jahrhundert", "Lebensjahr"), found.end()):
        said = said.removesuffix("r") + "s"
    return Reading(start, found.end(), f"{said} ")


def flat(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "100,- €"."""
    del end
    found = _FLAT.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), f"{agree(_RULES.say(found['count']), 'm')} Euro")


_FLAT = re.compile(r"(?P<count>\d{1,3}(?:\.\d{3}){0,2}|\d{1,6}),[-–—]{1,2}\s?(?:€|Euro)(?![^\W_])")


_QUEENS = frozenset({"Elisabeth", "Elizabeth", "Katharina", "Margrethe", "Maria", "Beatrix", "Christina"})


def _reign(name: str, count: int) -> str:
    if name.lower() in ARTICLES | WEAK or (name.endswith("s") and name.removesuffix("s") in _KINGS):
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
