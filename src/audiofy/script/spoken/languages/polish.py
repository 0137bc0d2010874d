"""Polish print to Polish words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals, shortenings
from audiofy.script.spoken.languages.nouns import Money, Noun, slavic
from audiofy.script.spoken.languages.reigns import before_noun, behind_name
from audiofy.script.spoken.languages.rules import Rules
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
# The endings of adjectives, which ordinals are, in the cases that dates need.
_CASES = {
    "genitive": "ego",
    "locative": "ym",
    "feminine": "a",
    "feminine locative": "ej",
    "plural": "e",
    "plural genitive": "ych",
}


def _agree(words: str, gender: str) -> str:
    if gender == "f" and words.endswith("dwa"):
        return words.removesuffix("a") + "ie"
    if words == "jeden":
        return {"f": "jedna", "n": "jedno"}.get(gender, words)
    return words


def ordinal(count: int, case: str) -> str:
    """An ordinal in a case: "trzeciego", "dwa tysiące dwudziestym czwartym"."""
    *head, tens, ones = ["", "", *numerals.ordinal(count, "pl").split()]
    said = [
        _bent(word, case) if word.endswith(("y", "i")) and word not in _CARDINALS else word for word in (tens, ones)
    ]
    return " ".join(word for word in (*head, *said) if word)


_CARDINALS = frozenset("trzy cztery tysięcy miliony".split())


def _bent(word: str, case: str) -> str:
    """An adjective in a case: "trzeci" keeps its soft "i"."""
    ending = _CASES[case]
    stem = word[:-1]
    if not word.endswith("i"):
        return stem + ending
    if case == "locative":
        return f"{stem}im"
    return stem + ending if stem.endswith(("g", "k")) and case == "feminine" else f"{stem}i{ending}"


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    return f"{ordinal(day, 'genitive')} {_MONTHS[month - 1]} {ordinal(year, 'genitive')} roku"


USAGE = Usage(
    language="pl",
    point="przecinek",
    zero="zero",
    minus="minus",
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
    units=measures.POLISH,
    per={"h": "za godzinę", "kg": "za kilogram", "l": "za litr", "t": "za tonę", "os.": "za osobę"},
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:r\.|roku?\b))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s(?P<word>r\.|roku|rok)(?![^\W_])")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d:]|[.,]\d|\s?(?:%|zł|mln|mld|tys))")
_OCLOCK = re.compile(r"\b(?:o|po|przed|do|od|około|godz\.|godzinie|godziny)\s$", re.IGNORECASE)
_DAYS = re.compile(
    rf"(?P<first>[12]?\d|3[01])(?:\s?[-–]\s?|\s(?P<joint>do|i|lub)\s)(?=(?:[12]?\d|3[01])\s(?:{'|'.join(_MONTHS)})(?![^\W_]))"
)
_DECADE = re.compile(r"(?P<count>[1-9]0)\.(?=(?P<age>\s(?:XI?X|XVIII)\sw)|[\s,;)]|$)")
_YEARS_BEFORE = {"lata": "plural", "lat": "plural genitive", "latach": "plural genitive"}


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 maja 2024 r."."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {ordinal(int(found['year']), 'genitive')}" if found["year"] else ""
    word = " roku" if found["word"] else ""
    return Reading(start, found.end(), f"{ordinal(int(found['day']), 'genitive')} {found['month']}{year}{word}")


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
    case = _YEARS_BEFORE.get(scene.word_before(start).lower())
    if found is None or case is None:
        return None
    closes = not found["age"] and scene.ends_sentence(found.end())
    return Reading(start, found.end(), ordinal(int(found["count"]), case) + "." * closes)


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
    return Reading(start, found.end(), f"{ordinal(count, case)} roku")


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30" and "o godz. 14.30"; a dot needs a word for the time before it."""
    del end
    found = _TIME.match(scene.text, start)
    asked = _OCLOCK.search(scene.before(start)) is not None
    if found is None or (found["mark"] == "." and not asked):
        return None
    hour = int(found["hour"])
    case = "feminine locative" if asked else "feminine"
    said = ordinal(hour, case) if hour else "zero"
    minute = f" {numerals.cardinal(int(found['minute']), 'pl')}" if int(found["minute"]) else ""
    return Reading(start, found.end(), said + minute)


_QUEENS = frozenset({"Elżbieta", "Katarzyna", "Małgorzata", "Maria", "Krystyna"})


def _reign(name: str, count: int) -> str:
    case = "feminine" if name in _QUEENS else "genitive" if name.endswith("a") else ""
    return ordinal(count, case) if case else numerals.ordinal(count, "pl")


def _century(scene: Scene, start: int, count: int, what: str) -> str:
    if what == "wiek":
        return f"{numerals.ordinal(count, 'pl')} wiek"
    case = "locative" if scene.word_before(start).lower() in {"w", "we", "po", "o"} else "genitive"
    return f"{ordinal(count, case)} wieku"


# The endings of "wojna światowa" and those of the ordinal before it.
_WARS = {"wojna": "feminine", "wojny": "feminine locative", "wojnie": "feminine locative"}


def _war(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    return f"{ordinal(count, _WARS[what])} {what}"


ROMANS = merged(before_noun(r"wieku|wiek|w\.", _century), before_noun(r"wojna|wojny|wojnie", _war), behind_name(_reign))
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, shortenings.POLISH, _RULES.words(), ROMANS),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
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
    ),
    strange=cleanup.STRANGE,
)
