"""Polish print to Polish words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import bending, measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.governed import Governing, governed
from audiofy.script.spoken.languages.nouns import Money, Noun, slavic
from audiofy.script.spoken.languages.polish_hours import HOURS, clock
from audiofy.script.spoken.languages.polish_ordinals import ROMANS, numbered, ordinal
from audiofy.script.spoken.languages.rules import Rules, closing
from audiofy.script.spoken.languages.shortenings import inflected
from audiofy.script.spoken.languages.shortenings.polish import POLISH
from audiofy.script.spoken.languages.usage import Usage

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_MONTHS = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
_THOUSAND = Noun("tysiąc", "tysiące", "tysięcy", "tysiąca")
_MILLION = Noun("milion", "miliony", "milionów", "miliona")
_BILLION = Noun("miliard", "miliardy", "miliardów", "miliarda")
_GROSZ = Noun("grosz", "grosze", "groszy", "grosza")
_ZLOTY = Money(Noun("złoty", "złote", "złotych", "złotego"), _GROSZ)
_CENT = Noun("cent", "centy", "centów", "centa")
_EURO = Money(Noun("euro", "euro", "euro", "euro", "n"), _CENT)
_DOLLAR = Money(Noun("dolar", "dolary", "dolarów", "dolara"), _CENT)


def _agree(words: str, gender: str) -> str:
    if gender == "f" and words.endswith("dwa"):
        return words.removesuffix("a") + "ie"
    if words == "jeden":
        return {"f": "jedna", "n": "jedno"}.get(gender, words)
    return words


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    return f"{ordinal(day, 'genitive')} {_MONTHS[month - 1]} {ordinal(year, 'genitive')} roku"


USAGE = Usage(
    language="pl",
    point="przecinek",
    zero="zero",
    minus="minus",
    plus="plus",
    signs=r"%|proc(?:\.|ent)",
    percent=Noun("procent", "procent", "procent", "procent"),
    sizes={
        "tys": _THOUSAND,
        "mln": _MILLION,
        "mld": _BILLION,
        "bln": Noun("bilion", "biliony", "bilionów", "biliona"),
    },
    monies={
        "zł": _ZLOTY,
        "PLN": _ZLOTY,
        "€": _EURO,
        "EUR": _EURO,
        "euro": _EURO,
        "$": _DOLLAR,
        "dol.": _DOLLAR,
        "gr": Money(_GROSZ),
        "USD": Money(
            Noun("dolar amerykański", "dolary amerykańskie", "dolarów amerykańskich", "dolara amerykańskiego")
        ),
        "£": Money(Noun("funt", "funty", "funtów", "funta"), Noun("pens", "pensy", "pensów", "pensa")),
        "CHF": Money(Noun("frank", "franki", "franków", "franka")),
    },
    form=lambda count: 0 if count == 1 else slavic(count),
    agree=_agree,
    ratio="do",
    genitive=bending.polish,
    genitive_after=frozenset(
        "do od około ok ok. powyżej poniżej blisko bez dla spośród wśród oprócz koło wobec niespełna zamiast".split()
    ),
    prepositions=frozenset(
        "o na po w we za z ze od do przez przy około ok ok. ponad prawie co mniej więcej niż".split()
    ),
    range_from="od",
    range_to="do",
    units=measures.POLISH,
    per={"h": "za godzinę", "kg": "za kilogram", "l": "za litr", "t": "za tonę", "os.": "za osobę"},
    dotted=frozenset("tys".split()),
    lasting=(
        Noun("godzina", "godziny", "godzin", "godziny", "f"),
        Noun("minuta", "minuty", "minut", "minuty", "f"),
        Noun("sekunda", "sekundy", "sekund", "sekundy", "f"),
    ),
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:r\.|roku?\b))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s(?P<word>r\.|roku|rok)(?![^\W_])")
_DAYS = re.compile(
    rf"(?P<first>[12]?\d|3[01])(?:\s?[-–]\s?|\s(?P<joint>do|i|lub)\s)(?=(?:[12]?\d|3[01])\s(?:{'|'.join(_MONTHS)})(?![^\W_]))"
)
_DECADE = re.compile(r"(?P<count>[1-9]0)\.(?=(?P<age>\s(?:XI?X|XVIII)\sw)|[\s,;)]|$)")
_DECADE_BEFORE = re.compile(r"\b(lata|lat|latach) [1-9]0\. (?:i|oraz|lub) $", re.IGNORECASE)
_AGE = re.compile(r"(?P<count>[1-9]\d?) l\.(?=[,;)]|\s[a-ząćęłńóśźż])")
_AGES = Noun("rok", "lata", "lat", "roku")
_YEARS_BEFORE = {"lata": "plural", "lat": "plural genitive", "latach": "plural genitive"}


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 maja 2024 r."."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {ordinal(int(found['year']), 'genitive')}" if found["year"] else ""
    word = " roku" if found["word"] else ""
    said = f"{ordinal(int(found['day']), 'genitive')} {found['month']}{year}{word}"
    return Reading(start, found.end(), said + closing(scene, found))


def days(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "5-8 marca" and "od 5 do 8 marca"."""
    del end
    found = _DAYS.match(scene.text, start)
    if found is None:
        return None
    lead = "" if found["joint"] or scene.word_before(start).lower() == "od" else "od "
    last = day(scene, found.end(), found.end())
    if last is None:
        return None
    first = ordinal(int(found["first"]), "genitive")
    return Reading(start, last.end, f"{lead}{first} {found['joint'] or 'do'} {last.said}")


def decade(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "lata 90." and "w latach 60."."""
    del end
    found = _DECADE.match(scene.text, start)
    also = _DECADE_BEFORE.search(scene.before(start, 20))
    case = _YEARS_BEFORE.get(also[1].lower() if also else scene.word_before(start).lower())
    if found is None or case is None:
        return None
    closes = not found["age"] and scene.ends_sentence(found.end())
    return Reading(start, found.end(), ordinal(int(found["count"]), case) + "." * closes)


def age(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Anna, 51 l., uczy"."""
    del end
    found = _AGE.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), f"{_RULES.say(found['count'])} {_AGES[USAGE.form(int(found['count']))]}")


def year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "w 2024 r.", "od 1989 roku" and "2024 rok"."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return None
    count = int(found["year"])
    if found["word"] == "rok":
        return Reading(start, found.end(), f"{numerals.ordinal(count, 'pl')} rok")
    case = "locative" if scene.word_before(start).lower() in {"w", "po", "o"} else "genitive"
    return Reading(start, found.end(), f"{ordinal(count, case)} roku" + closing(scene, found))


# The abbreviations whose case the word before tells, with the nominative and the case for that.
_PLACES = frozenset("przy na z ze od do w we koło obok za po".split())
_LAWS = frozenset("według wg z podstawie mocy do od treści ramach art. ust. wobec".split())


_CAPITAL = r"(?=\s[A-ZĄĆĘŁŃÓŚŹŻ])"
_IN = frozenset({"w", "we", "o"})
_INFLECTED = {
    "art": inflected(r"art\.(?<=godnie z art\.)(?=\s?\d)", "artykułem", {})
    + inflected(r"[Aa]rt\.(?=\s?\d)", "artykuł", {_LAWS: "artykułu", _IN: "artykule"}),
    "ust": inflected(r"ust\.(?=\s?\d)", "ustęp", {_LAWS: "ustępu", _IN: "ustępie"}),
    "ul": inflected(rf"[Uu]l\.{_CAPITAL}", "ulica", {_PLACES: "ulicy"}),
    "al": inflected(rf"[Aa]l\.{_CAPITAL}", "aleja", {_PLACES: "alei"}),
    "pl": inflected(rf"[Pp]l\.{_CAPITAL}", "plac", {_PLACES: "placu"}),
    "os": inflected(rf"[Oo]s\.{_CAPITAL}", "osiedle", {_PLACES: "osiedlu"}),
    "woj": inflected(r"woj\.(?=\s)", "województwo", {_IN: "województwie", _PLACES: "województwa"}),
}
_COUNTED_WOMEN = (
    "osob|kobiet|godzin|minut|sekund|bramk|dziewczyn|dziewczynk|córk|ofiar|ton|stron|parti|spółk|firm|szkoł|ustaw|"
    "gmin|rund|drużyn|jednostk|próbk|raki?et|bomb|karetk|dob|kart|kolejk|wygran|porażk|aut|złotówk|łodzi|sztuk|"
    "umow|uchwał|ulic|dzielnic|tur|książk|płyt|par|grup|rodzin|medali?sk"
)
_GOVERNING = Governing(
    usage=USAGE,
    at=frozenset("po w we o przy na".split()),
    until="do",
    out_of=frozenset({"z", "ze"}),
    singular=frozenset({"godziny", "minuty", "sekundy", "strony", "roku"}),
    locative="ach",
    apart=frozenset(
        "oraz lub ale czy przed albo roku rok rano wieczorem i a w we na za po od do z o r codziennie".split()
    )
    | frozenset(_MONTHS),
    feminine=rf"(?:{_COUNTED_WOMEN})(?:a|y|i|ie|ę)",
    object_of=("ę", "jedna", "jedną"),
    personal="mężczyzn|posłów|senatorów|żołnierzy|policjantów|strażaków|pracowników|uczniów|studentów|zawodników|piłkarzy|"
    "mieszkańców|kandydatów|radnych|rannych|zabitych|lekarzy|nauczycieli|turystów|kierowców|wyborców|pasażerów|członków|"
    "ekspertów|migrantów|uchodźców|zakładników|ministrów|sędziów|ludzi|chłopców|synów|więźniów|cywilów|funkcjonariuszy|"
    "górników|rolników|pacjentów|widzów|kibiców|obywateli|napastników|podejrzanych|zatrzymanych|poszkodowanych",
)
_FRACTION, _FRACTION_SIGNS = Fractions(
    USAGE,
    r"\s(?!oraz|lub|ale|czy|albo)[a-ząćęłńóśźż]{3}",
    {
        2: Noun("druga", "drugie", "drugich", "drugiej", "f"),
        3: Noun("trzecia", "trzecie", "trzecich", "trzeciej", "f"),
        4: Noun("czwarta", "czwarte", "czwartych", "czwartej", "f"),
        5: Noun("piąta", "piąte", "piątych", "piątej", "f"),
        6: Noun("szósta", "szóste", "szóstych", "szóstej", "f"),
        7: Noun("siódma", "siódme", "siódmych", "siódmej", "f"),
        8: Noun("ósma", "ósme", "ósmych", "ósmej", "f"),
        9: Noun("dziewiąta", "dziewiąte", "dziewiątych", "dziewiątej", "f"),
        10: Noun("dziesiąta", "dziesiąte", "dziesiątych", "dziesiątej", "f"),
    },
    half=("pół", "pół"),
    and_half=(" i pół", " i pół"),
    one_and_half=("półtora", "półtorej"),
    feminine=r".*[yi]",
).rules()
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, HOURS, _INFLECTED, POLISH, _RULES.words(), ROMANS),
    signs=merged(_FRACTION_SIGNS, cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        _RULES.lasting,
        _RULES.scale,
        _FRACTION,
        numbered,
        age,
        days,
        day,
        year,
        decade,
        _RULES.money,
        _RULES.percentage,
        _RULES.magnitude,
        clock,
        _RULES.measure,
        _RULES.score,
        governed(_GOVERNING),
        _RULES.span,
    ),
    strange=cleanup.STRANGE,
)
