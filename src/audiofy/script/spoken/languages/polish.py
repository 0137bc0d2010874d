"""Polish print to Polish words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.usage import Money, Noun, Rules, Usage, abbreviations, slavic

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
_CASES = {"genitive": "ego", "locative": "ym", "feminine": "a", "feminine locative": "ej"}


def _agree(words: str, gender: str) -> str:
    if gender == "f" and words.endswith("dwa"):
        return words.removesuffix("a") + "ie"
    if words == "jeden":
        return {"f": "jedna", "n": "jedno"}.get(gender, words)
    return words


def _amount(units: str, small: str, name: str) -> str:
    return f"{units} {small} {name}"


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
    decimal=",",
    group=" ",
    point="przecinek",
    zero="zero",
    minus="minus",
    between="",
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
        "USD": Money(
            Noun("dolar amerykański", "dolary amerykańskie", "dolarów amerykańskich", "dolara amerykańskiego")
        ),
        "£": Money(Noun("funt", "funty", "funtów", "funta"), Noun("pens", "pensy", "pensów", "pensa")),
        "CHF": Money(Noun("frank", "franki", "franków", "franka")),
    },
    form=lambda count: 0 if count == 1 else slavic(count),
    agree=_agree,
    linked=lambda unit: unit.many,
    amount=_amount,
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:r\.|roku?\b))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s(?P<word>r\.|roku|rok)(?![^\W_])")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d.:]|,\d|\s?(?:%|zł|mln|mld|tys))")
_OCLOCK = re.compile(r"\b(?:o|po|przed|do|od|około|godz\.|godzinie|godziny)\s$", re.IGNORECASE)
_PROC = re.compile(r"(?P<number>\d{1,3}(?:,\d{1,3})?)\sproc\.?")


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 maja 2024 r."."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {ordinal(int(found['year']), 'genitive')}" if found["year"] else ""
    word = " roku" if found["word"] else ""
    return Reading(start, found.end(), f"{ordinal(int(found['day']), 'genitive')} {found['month']}{year}{word}")


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


def per_cent(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "5,7 proc."."""
    del end
    found = _PROC.match(scene.text, start)
    if found is None:
        return None
    closes = found[0].endswith(".") and scene.ends_sentence(found.end())
    return Reading(start, found.end(), f"{_RULES.say(found['number'])} procent{'.' * closes}")


WORDS = abbreviations(
    {
        "np": (r"np\.", "na przykład"),
        "m": (r"m\.\s?in\.", "między innymi"),
        "itd": (r"itd\.", "i tak dalej"),
        "itp": (r"itp\.", "i tym podobne"),
        "tzw": (r"tzw\.", "tak zwany"),
        "tzn": (r"tzn\.", "to znaczy"),
        "ok": (r"ok\.(?=\s\d)", "około"),
        "godz": (r"godz\.", "godzinie"),
        "prof": (r"prof\.", "profesor"),
        "dr": (r"dr(?=\s[A-ZŁŚŻ])", "doktor"),
        "ul": (r"ul\.(?=\s[A-ZŁŚŻ])", "ulica"),
        "nr": (r"nr(?=\s\d)", "numer"),
        "gen": (r"gen\.(?=\s[A-ZŁŚŻ])", "generał"),
    }
)
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, WORDS, _RULES.words()),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(_RULES.figures, day, year, _RULES.money, _RULES.percentage, per_cent, _RULES.magnitude, clock),
    strange=cleanup.STRANGE,
)
