"""Spanish print to Spanish words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure.

European Spanish has a decimal comma, Mexican and Central American Spanish a decimal point.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals, shortenings
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import before_noun, behind_name
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.usage import Usage

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.nouns import Noun

_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


def _agree(words: str, gender: str) -> str:
    """Such as "un euro", "una libra", "veintiún euros": the "uno" at the end of a number before what it counts."""
    if not gender:
        return words
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + ("una" if gender == "f" else "ún")
    if words == "uno" or words.endswith(" uno"):
        return words.removesuffix("o") + ("a" if gender == "f" else "")
    return words.replace("cientos", "cientas") if gender == "f" else words


def _linked(unit: Noun) -> str:
    return f"de {unit.many}"


def _amount(units: str, small: str, name: str) -> str:
    return f"{units} con {small} {name}"


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    said = numerals.cardinal(day, "es")
    return f"{said} de {_MONTHS[month - 1]} de {numerals.cardinal(year, 'es')}"


_CENT = noun("céntimo", "céntimos")
_CENTAVO = noun("centavo", "centavos")
_EURO = Money(noun("euro", "euros"), _CENT)
_DOLLAR = Money(noun("dólar", "dólares"), _CENTAVO)
_MILLION = noun("millón", "millones")
USAGE = Usage(
    language="es",
    group=".",
    point="coma",
    zero="cero",
    minus="menos",
    between="a",
    percent=noun("por ciento", "por ciento"),
    sizes={
        "M": _MILLION,
        "mill": _MILLION,
        "millón": _MILLION,
        "millones": _MILLION,
        "mil millones": noun("mil millones", "mil millones"),
    },
    monies={
        "€": _EURO,
        "EUR": _EURO,
        "$": _DOLLAR,
        "US$": Money(noun("dólar estadounidense", "dólares estadounidenses"), _CENTAVO),
        "USD": Money(noun("dólar estadounidense", "dólares estadounidenses"), _CENTAVO),
        "£": Money(noun("libra", "libras", "f"), noun("penique", "peniques")),
        "¥": Money(noun("yen", "yenes")),
        "MXN": Money(noun("peso mexicano", "pesos mexicanos"), _CENTAVO),
    },
    form=lambda count: 0 if count == 1 else 2,
    agree=_agree,
    linked=_linked,
    amount=_amount,
    units=measures.SPANISH,
    per={"h": "por hora", "kg": "el kilo", "l": "el litro", "t": "la tonelada", "mes": "al mes", "año": "al año"},
    date=_date,
)
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d)(?:\s?(?:h|hs|horas)\b)?(?![\d:]|,\d)|\.(?P<minutes>[0-5]\d)\s?(?:h|horas)\b|"
    r"\s?h(?![^\W_]))"
)
_ORDINAL = re.compile(r"(?P<count>\d{1,3})(?:\.?(?P<mark>[ºª])|\.?(?P<short>er|ro|do|ra|da|to|ta|vo|va))(?![^\W_])")


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30", "14.30 horas" and "20 h"."""
    del end
    found = _TIME.match(scene.text, start)
    if found is None:
        return None
    minute = found["minute"] or found["minutes"]
    said = _agree(numerals.cardinal(int(found["hour"]), "es"), "f")
    if minute and int(minute):
        said += f" {numerals.cardinal(int(minute), 'es')}"
    hours = "h" in found[0] or not (minute and int(minute))
    return Reading(start, found.end(), f"{said} hora{'s' * (int(found['hour']) != 1)}" if hours else said)


def ordinal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1º", "2.ª" and "3er"."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    said = numerals.ordinal(int(found["count"]), "es")
    if found["mark"] == "ª" or (found["short"] or "").endswith("a"):
        said = " ".join(word.removesuffix("o") + "a" if word.endswith("o") else word for word in said.split())
    elif found["short"] == "er" and said.endswith(("primero", "tercero")):
        said = said.removesuffix("o")
    return Reading(start, found.end(), said)


_ORDINALS = 10  # up to which a reign is an ordinal: "Felipe sexto", "Alfonso trece"
_QUEENS = frozenset({"Isabel", "Margarita", "Cristina", "Catalina", "María"})


def _reign(name: str, count: int) -> str:
    if count > _ORDINALS or name in {"Siglo", "Capítulo", "Tomo"}:
        return numerals.cardinal(count, "es")
    said = numerals.ordinal(count, "es")
    return said.removesuffix("o") + "a" if name in _QUEENS else said


def _war(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    return f"{numerals.ordinal(count, 'es').removesuffix('o')}a {what}" if count <= _ORDINALS else ""


ROMANS = merged(before_noun(r"Guerra|República|Cumbre|Conferencia|Asamblea", _war), behind_name(_reign))


def _grammar(usage: Usage) -> Grammar:
    rules = Rules(usage)
    return Grammar(
        words=merged(cleanup.WORDS, shortenings.SPANISH, rules.words(), ROMANS),
        signs=merged(cleanup.SIGNS, rules.signs()),
        digits=(
            rules.figures,
            clock,
            ordinal,
            rules.money,
            rules.percentage,
            rules.magnitude,
            rules.measure,
            rules.score,
            rules.span,
        ),
        strange=cleanup.STRANGE,
    )


_PESO = Money(noun("peso", "pesos"), _CENTAVO)
EUROPEAN = _grammar(USAGE)
AMERICAN = _grammar(replace(USAGE, decimal=".", group=",", point="punto", monies={**USAGE.monies, "$": _PESO}))
