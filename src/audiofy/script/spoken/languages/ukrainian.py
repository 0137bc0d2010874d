"""Ukrainian print to Ukrainian words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.usage import Money, Noun, Rules, Usage, abbreviations, slavic

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()
_THOUSAND = Noun("тисяча", "тисячі", "тисяч", "тисячі", "f")
_MILLION = Noun("мільйон", "мільйони", "мільйонів", "мільйона")
_BILLION = Noun("мільярд", "мільярди", "мільярдів", "мільярда")
_HRYVNIA = Money(
    Noun("гривня", "гривні", "гривень", "гривні", "f"), Noun("копійка", "копійки", "копійок", "копійки", "f")
)
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


def _amount(units: str, small: str, name: str) -> str:
    return f"{units} {small} {name}"


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
    decimal=",",
    group=" ",
    point="кома",
    zero="нуль",
    minus="мінус",
    between="",
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
        "дол": _DOLLAR,
        "доларів": _DOLLAR,
        "€": _EURO,
        "EUR": _EURO,
        "євро": _EURO,
        "£": Money(Noun("фунт", "фунти", "фунтів", "фунта"), Noun("пенс", "пенси", "пенсів", "пенса")),
    },
    form=lambda count: 0 if count % 10 == 1 and count % 100 != 11 else slavic(count),
    agree=_agree,
    linked=lambda unit: unit.many,
    amount=_amount,
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])(?:-го)?\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:р\.|року)(?![^\W_]))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s?(?P<word>року|році|рік|р\.)(?![^\W_])")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]|,\d)")
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
    if found is None:
        return None
    before = scene.word_before(start).lower()
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


WORDS = abbreviations(
    {
        "ім": (r"ім\.(?=\s)", "імені"),
        "вул": (r"вул\.(?=\s)", "вулиця"),
        "м": (r"м\.(?=\s[А-ЯЄІЇҐ])", "місто"),
        "т": (r"т\.\s?зв\.", "так званий"),
        "проф": (r"проф\.", "професор"),
        "грн": (r"грн\.", "гривень"),
        "див": (r"див\.", "дивись"),
    }
)
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, WORDS, _RULES.words()),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        day,
        year,
        clock,
        numbered,
        _RULES.money,
        _RULES.percentage,
        _RULES.magnitude,
        _RULES.grouped,
    ),
    strange=cleanup.STRANGE,
)
