"""Spanish print to Spanish words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure.

European Spanish has a decimal comma, Mexican and Central American Spanish a decimal point.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import before_noun, behind_name, behind_noun
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.shortenings.spanish import SPANISH
from audiofy.script.spoken.languages.usage import Usage

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene
    from audiofy.script.spoken.languages.nouns import Noun

_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


_HUNDREDS = re.compile(r"([cn])ientos")


def _agree(words: str, gender: str) -> str:
    """Such as "un euro", "una libra", "veintiún euros": the "uno" at the end of a number before what it counts."""
    if not gender:
        return words
    words = _HUNDREDS.sub(r"\1ientas", words) if gender == "f" else words
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + ("una" if gender == "f" else "ún")
    if words == "uno" or words.endswith(" uno"):
        return words.removesuffix("o") + ("a" if gender == "f" else "")
    return words


def _linked(unit: Noun, size: Noun) -> str:
    del size
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
    plus="más",
    between="a",
    percent=noun("por ciento", "por ciento", ""),
    ratio="a",
    sizes={
        "M": _MILLION,
        "MM": _MILLION,
        "mill": _MILLION,
        "millón": _MILLION,
        "millones": _MILLION,
        "mil millones": noun("mil millones", "mil millones"),
    },
    monies={
        "€": _EURO,
        "EUR": _EURO,
        "euros": _EURO,
        "euro": _EURO,
        "dólares": _DOLLAR,
        "pesos": Money(noun("peso", "pesos"), _CENTAVO),
        "libras": Money(noun("libra", "libras", "f"), noun("penique", "peniques")),
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
    lasting=(noun("hora", "horas", "f"), noun("minuto", "minutos"), noun("segundo", "segundos")),
    date=_date,
)
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])(?:"
    r":(?P<minute>[0-5]\d)(?:\s?(?:h|hs|horas)\b)?(?![\d:]|[.,]\d| \d{3}(?!\d))|"
    r"\.(?P<minutes>[0-5]\d)(?:\s?(?:h|horas)\b|(?:(?<=las .\...)|(?<=las ..\...))(?![\d%]|,\d))|"
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


_DEGREES = re.compile(
    r"(?P<count>\d{1,2})º(?=\s(?:a la sombra|bajo cero|de (?:máxima|mínima|temperatura)|centígrados|Celsius))"
)
_COUNTED = re.compile(r"(?P<count>\d{1,3}(?:[., ]\d{3}(?!\d)){1,2}|\d{1,6})\s(?P<noun>[a-zà-ÿ]{3,24})(?![^\W_])")
_IN_NUMBER = re.compile(r"[\d+] $")
_PARTS = re.compile(r"(?P<top>\d)/(?P<bottom>[3-9]|10)\spartes?(?![^\W_])")
_HOUR_BEFORE = re.compile(r"(?P<hour>\d{1,2})(?::\d\d)?\s?$")
_FEMININE = re.compile(r".*(?:as|ciones|siones|dades|tudes|mujeres|voces|veces)")
_NOT_FEMININE = re.compile(
    r".*(?:istas|días|mapas|problemas|sistemas|programas|temas|idiomas|climas|planetas|atletas|policías|guardias|más|"
    r"kilogramas|poetas|colegas|pilotas|papas)"
)
_MASCULINE = re.compile(
    r".*(?:os|ores|hombres|meses|países|goles|trenes|aviones|camiones|días|problemas|sistemas|programas)"
)
_NOT_MASCULINE = frozenset("manos fotos motos radios nos los".split())
_ONE_FEMININE = re.compile(
    r"(?!(?:día|mapa|problema|sistema|programa|tema|idioma|clima|planeta)$).*[^d]a|.*(?:ción|sión|dad|tud|mujer|vez)|.*(?:[^í]d|vid|rond|tiend|jornad|entrad|llamad)a"
)
_NO_NOUN = frozenset("por para con que sin una desde hasta entre sobre contra mil".split())


def degrees(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "35º a la sombra", where the sign is no ordinal."""
    del end
    found = _DEGREES.match(scene.text, start)
    if found is None:
        return None
    count = int(found["count"])
    return Reading(start, found.end(), f"{_agree(numerals.cardinal(count, 'es'), 'm')} grado{'s' * (count != 1)}")


def parts(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3/4 partes": "tres cuartas partes"."""
    del end
    found = _PARTS.match(scene.text, start)
    if found is None:
        return None
    top, bottom = int(found["top"]), int(found["bottom"])
    part = "tercer" if bottom == len("ter") else numerals.ordinal(bottom, "es").removesuffix("o")
    many = "s" * (top != 1)
    return Reading(start, found.end(), f"{_agree(numerals.cardinal(top, 'es'), 'f')} {part}a{many} parte{many}")


def afternoon(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the end of "10:30 p. m."."""
    found, hour = _AFTERNOON.match(scene.text, end), _HOUR_BEFORE.search(scene.before(start, 6))
    if found is None or hour is None:
        return None
    said = "de la noche" if int(hour["hour"]) in _EVENING else "de la tarde"
    return Reading(start, found.end(), said + "." * scene.ends_sentence(found.end()))


_AFTERNOON = re.compile(r"\.\s?m\.")
_EVENING = range(8, 12)


def _gender(printed: str, what: str) -> str:
    """The gender of a noun by its ending; empty where that doesn't tell."""
    if what in _NO_NOUN:
        return ""
    if printed == "1":
        return "f" if _ONE_FEMININE.fullmatch(what) else "m"
    if _FEMININE.fullmatch(what) and not _NOT_FEMININE.fullmatch(what):
        return "f"
    return "m" if _MASCULINE.fullmatch(what) and what not in _NOT_MASCULINE else ""


def counted(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "21 personas" and "500 mujeres": the engine says every figure in the masculine, and "uno" for "un"."""
    del end
    found = _COUNTED.match(scene.text, start)
    if found is None or _IN_NUMBER.search(scene.before(start, 2)):
        return None
    words = numerals.cardinal(int(re.sub(r"\D", "", found["count"])), "es")
    gender = _gender(found["count"], found["noun"])
    said = _agree(words, gender) if gender else words
    return Reading(start, found.end("count"), said) if said != words else None


_ORDINALS = 10  # up to which a reign is an ordinal: "Felipe sexto", "Alfonso trece"
_QUEENS = frozenset({"Isabel", "Margarita", "Cristina", "Catalina", "María"})


def _reign(name: str, count: int) -> str:
    if count > _ORDINALS or name in {"Siglo", "Capítulo", "Tomo"}:
        return numerals.cardinal(count, "es")
    said = numerals.ordinal(count, "es")
    return said.removesuffix("o") + "a" if name in _QUEENS else said


def _war(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    if count > _ORDINALS:
        return ""
    said = numerals.ordinal(count, "es")
    if what in _MASCULINE_EVENTS:
        return f"{said.removesuffix('o') if said in {'primero', 'tercero'} else said} {what}"
    return f"{said.removesuffix('o')}a {what}"


_MASCULINE_EVENTS = ("Reich", "Congreso", "Plan", "Foro", "Encuentro", "Premio", "Festival")
_FEMININE_EVENTS = ("Guerra", "República", "Cumbre", "Conferencia", "Asamblea", "Edición")
ROMANS = merged(
    before_noun("|".join(_MASCULINE_EVENTS + _FEMININE_EVENTS), _war),
    behind_noun(r"siglos?|ss?\.|capítulo|cap\.|tomo|acto|título|fase", lambda count: numerals.cardinal(count, "es")),
    behind_name(_reign, rulers="Carlos Felipe Fernando Jaime Pedro Enrique Luis Jorge Juan Alfonso Pío León"),
)


def _dollars(rules: Rules) -> Rule:
    """The rule for "US$ 5"."""

    def read(scene: Scene, start: int, end: int) -> Reading | None:
        return rules.money_before(scene, start, end + 1) if scene.text.startswith("$", end) else None

    return read


def _grammar(usage: Usage) -> Grammar:
    rules = Rules(usage)
    fraction, fraction_signs = Fractions(
        usage,
        r"\s(?:del?|litros?|kilos?|tazas?|horas?)(?![^\W_])",
        {2: noun("medio", "medios"), 3: noun("tercio", "tercios"), 4: noun("cuarto", "cuartos")}
        | {5: noun("quinto", "quintos"), 6: noun("sexto", "sextos"), 7: noun("séptimo", "séptimos")}
        | {8: noun("octavo", "octavos"), 9: noun("noveno", "novenos"), 10: noun("décimo", "décimos")},
        half=("medio", "media"),
        and_half=(" y medio", " y media"),
        one_and_half=("uno y medio", "una y media"),
        feminine=".*as?",
    ).rules()
    return Grammar(
        words=merged(cleanup.WORDS, {"p": (afternoon,), "us": (_dollars(rules),)}, SPANISH, rules.words(), ROMANS),
        signs=merged(fraction_signs, cleanup.SIGNS, rules.signs()),
        digits=(
            rules.figures,
            rules.lasting,
            rules.scale,
            parts,
            fraction,
            degrees,
            clock,
            ordinal,
            rules.money,
            rules.percentage,
            rules.magnitude,
            rules.measure,
            rules.score,
            counted,
            rules.span,
        ),
        strange=cleanup.STRANGE,
    )


_PESO = Money(noun("peso", "pesos"), _CENTAVO)
EUROPEAN = _grammar(USAGE)
AMERICAN = _grammar(replace(USAGE, decimal=".", group=",", point="punto", monies={**USAGE.monies, "$": _PESO}))
