"""Ukrainian print to Ukrainian words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

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

_MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()
_THOUSAND = Noun("тисяча", "тисячі", "тисяч", "тисячі", "f")
_MILLION = Noun("мільйон", "мільйони", "мільйонів", "мільйона")
_BILLION = Noun("мільярд", "мільярди", "мільярдів", "мільярда")
_KOPIYKA = Noun("копійка", "копійки", "копійок", "копійки", "f")
_HRYVNIA = Money(Noun("гривня", "гривні", "гривень", "гривні", "f"), _KOPIYKA)
_CENT = Noun("цент", "центи", "центів", "цента")
_DOLLAR = Money(Noun("долар", "долари", "доларів", "долара"), _CENT)
_EURO = Money(Noun("євро", "євро", "євро", "євро"), _CENT)
# What an ordinal ends with, hard and soft ("третій"), by the case that is printed behind the figures or asked for.
_CASES = {
    "nominative": ("ий", "ій"),
    "genitive": ("ого", "ього"),
    "dative": ("ому", "ьому"),
    "feminine": ("а", "я"),
    "feminine genitive": ("ої", "ьої"),
    "feminine locative": ("ій", "ій"),
    "feminine accusative": ("у", "ю"),
    "neuter": ("е", "є"),
    "plural": ("і", "і"),
    "plural genitive": ("их", "іх"),
}
_ENDINGS = {
    "й": "nominative",
    "ий": "nominative",
    "го": "genitive",
    "ого": "genitive",
    "му": "dative",
    "ому": "dative",
    "а": "feminine",
    "ша": "feminine",
    "га": "feminine",
    "тя": "feminine",
    "та": "feminine",
    "ї": "feminine genitive",
    "ої": "feminine genitive",
    "ій": "feminine locative",
    "у": "feminine accusative",
    "ту": "feminine accusative",
    "е": "neuter",
    "ше": "neuter",
    "ге": "neuter",
    "тє": "neuter",
    "те": "neuter",
    "і": "plural",
    "ті": "plural",
    "х": "plural genitive",
    "их": "plural genitive",
}


def _agree(words: str, gender: str) -> str:
    head, _, last = words.rpartition(" ")
    forms = {"один": {"f": "одна", "n": "одне"}, "два": {"f": "дві"}}
    return f"{head} {forms.get(last, {}).get(gender, last)}".strip()


def ordinal(count: int, case: str) -> str:
    """An ordinal in a case: "третього", "дві тисячі двадцять четвертому"."""
    words = numerals.ordinal(count, "uk").removeprefix("одна ")
    hard, soft = _CASES[case]
    if words.endswith("ій"):
        return words.removesuffix("ій") + soft
    return words.removesuffix("ий") + hard


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    return f"{ordinal(day, 'genitive')} {_MONTHS[month - 1]} {ordinal(year, 'genitive')} року"


USAGE = Usage(
    language="uk",
    point="кома",
    zero="нуль",
    minus="мінус",
    percent=Noun("відсоток", "відсотки", "відсотків", "відсотка"),
    sizes={
        "тис": _THOUSAND,
        "млн": _MILLION,
        "млрд": _BILLION,
        "трлн": Noun("трильйон", "трильйони", "трильйонів", "трильйона"),
    },
    monies={
        "грн": _HRYVNIA,
        "₴": _HRYVNIA,
        "UAH": _HRYVNIA,
        "$": _DOLLAR,
        "USD": _DOLLAR,
        "дол.": _DOLLAR,
        "дол": _DOLLAR,
        "коп.": Money(_KOPIYKA),
        "коп": Money(_KOPIYKA),
        "доларів": _DOLLAR,
        "€": _EURO,
        "EUR": _EURO,
        "євро": _EURO,
        "£": Money(Noun("фунт", "фунти", "фунтів", "фунта"), Noun("пенс", "пенси", "пенсів", "пенса")),
    },
    form=lambda count: 0 if count % 10 == 1 and count % 100 != 11 else slavic(count),
    agree=_agree,
    units=measures.UKRAINIAN,
    per={"год": "за годину", "кг": "за кілограм", "л": "за літр", "т": "за тонну", "міс": "на місяць"},
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])(?:-го)?\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:р\.|року)(?![^\W_]))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s?(?P<word>року|році|рік|р\.)(?![^\W_])")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d:]|[.,]\d|\s?%)")
_DAYS = re.compile(
    rf"(?P<first>[12]?\d|3[01])(?:-го)?(?:\s?[-–]\s?|\s(?P<joint>до|по|та|і|й)\s)(?=(?:[12]?\d|3[01])\s(?:{'|'.join(_MONTHS)})(?![^\W_]))"
)
_YEARS = re.compile(
    r"(?P<first>1\d{3}|20\d{2})\s?[-–]\s?(?P<last>1\d{3}|20\d{2})(?=\s(?:рок[иів]{1,2}|рр\.))(?P<short>\sрр\.)?"
)
_ORDINAL = re.compile(
    rf"(?P<count>\d{{1,4}})-(?P<ending>{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})(?![^\W_])"
)


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 травня 2024 року"."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {ordinal(int(found['year']), 'genitive')} року" if found["year"] else ""
    return Reading(start, found.end(), f"{ordinal(int(found['day']), 'genitive')} {found['month']}{year}")


def days(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "5-8 березня" and "з 5 до 8 березня"."""
    del end
    found = _DAYS.match(scene.text, start)
    if found is None:
        return None
    lead = "" if found["joint"] or scene.word_before(start).lower() in {"з", "із", "від"} else "з "
    last = day(scene, found.end(), found.end())
    if last is None:
        return None
    first = ordinal(int(found["first"]), "genitive")
    return Reading(start, last.end, f"{lead}{first} {found['joint'] or 'до'} {last.said}")


def years(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1968-1970 роки"."""
    del end
    found = _YEARS.match(scene.text, start)
    if found is None:
        return None
    case = "nominative" if scene.text.startswith(" роки", found.end("last")) else "genitive"
    said = f"{ordinal(int(found['first']), case)} {ordinal(int(found['last']), case)}"
    return Reading(start, found.end(), said + " років" * bool(found["short"]))


def year(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "у 2024 році", "з 1991 року" and "2024 рік"."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return None
    word = found["word"]
    if word == "р.":
        word = "році" if scene.word_before(start).lower() in {"у", "в"} else "року"
    case = {"року": "genitive", "році": "dative", "рік": "nominative"}[word]
    return Reading(start, found.end(), f"{ordinal(int(found['year']), case)} {word}")


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30" and "о 14:30"."""
    del end
    found = _TIME.match(scene.text, start)
    before = scene.word_before(start).lower()
    if found is None or (found["mark"] == "." and before not in {"о", "об"}):
        return None
    case = "feminine"
    if before in {"о", "об"}:
        case = "feminine locative"
    elif before in {"з", "із", "до", "від", "після", "близько"}:
        case = "feminine genitive"
    hour = int(found["hour"])
    said = ordinal(hour, case) if hour else "нуль"
    minute = f" {_agree(numerals.cardinal(int(found['minute']), 'uk'), 'f')}" if int(found["minute"]) else ""
    return Reading(start, found.end(), said + minute)


def numbered(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3-й", "21-ше" and "90-х"."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    return Reading(start, found.end(), ordinal(int(found["count"]), _ENDINGS[found["ending"]]))


_NUMBER_BEHIND = re.compile(r"\s?(?=\d)")


def number_sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "№ 10"."""
    found = _NUMBER_BEHIND.match(scene.text, end)
    return Reading(start, found.end(), "номер ") if found is not None else None


def _reign(name: str, count: int) -> str:
    case = "genitive" if name.endswith(("а", "я")) else "nominative"
    return ordinal(count, case)


def _century(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    locative = what == "столітті"
    return f"{ordinal(count, 'dative' if locative else 'genitive')} {'столітті' if locative else 'століття'}"


ROMANS = merged(before_noun(r"столітті|століття|ст\.", _century), behind_name(_reign))
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, shortenings.UKRAINIAN, _RULES.words(), ROMANS),
    signs=merged({"№": (number_sign,)}, cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        days,
        day,
        year,
        clock,
        numbered,
        _RULES.money,
        _RULES.percentage,
        _RULES.magnitude,
        _RULES.measure,
        _RULES.score,
        years,
        _RULES.grouped,
        _RULES.span,
    ),
    strange=cleanup.STRANGE,
)
