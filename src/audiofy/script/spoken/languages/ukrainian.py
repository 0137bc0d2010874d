"""Ukrainian print to Ukrainian words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import bending, measures
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.governed import Governing, governed
from audiofy.script.spoken.languages.nouns import Money, Noun, slavic
from audiofy.script.spoken.languages.rules import Rules, closing
from audiofy.script.spoken.languages.shortenings import inflected
from audiofy.script.spoken.languages.shortenings.ukrainian import UKRAINIAN
from audiofy.script.spoken.languages.ukrainian_hours import clock
from audiofy.script.spoken.languages.ukrainian_ordinals import ROMANS, agree, numbered, ordinal
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


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    return f"{ordinal(day, 'genitive')} {_MONTHS[month - 1]} {ordinal(year, 'genitive')} року"


USAGE = Usage(
    language="uk",
    point="кома",
    zero="нуль",
    minus="мінус",
    plus="плюс",
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
    agree=agree,
    ratio="до",
    genitive=bending.ukrainian,
    genitive_after=frozenset("до від близько бл бл. без для серед біля більше менше після замість крім".split()),
    prepositions=frozenset(
        "о об на у в за з із зі від до через по близько бл понад майже під над це мінус плюс про приблизно".split()
    ),
    range_from="від",
    range_to="до",
    units=measures.UKRAINIAN,
    per={"год": "за годину", "кг": "за кілограм", "л": "за літр", "т": "за тонну", "міс": "на місяць"},
    dotted=frozenset("тис".split()),
    lasting=(
        Noun("година", "години", "годин", "години", "f"),
        Noun("хвилина", "хвилини", "хвилин", "хвилини", "f"),
        Noun("секунда", "секунди", "секунд", "секунди", "f"),
    ),
    date=_date,
)
_RULES = Rules(USAGE)
_DAY = re.compile(
    rf"(?P<day>[12]?\d|3[01])(?:-го)?\s(?P<month>{'|'.join(_MONTHS)})(?![^\W_])(?:\s(?P<year>[12]\d{{3}})(?P<word>\s(?:р\.|року)(?![^\W_]))?)?"
)
_YEAR = re.compile(r"(?P<year>[12]\d{3})\s?(?P<word>року|році|рік|р\.)(?![^\W_])")
_DAYS = re.compile(
    rf"(?P<first>[12]?\d|3[01])(?:-го)?(?:\s?[-–]\s?|\s(?P<joint>до|по|та|і|й)\s)(?=(?:[12]?\d|3[01])\s(?:{'|'.join(_MONTHS)})(?![^\W_]))"
)
_YEARS = re.compile(
    r"(?P<first>1\d{3}|20\d{2})\s?[-–]\s?(?P<last>1\d{3}|20\d{2})(?=\s(?:рок[иів]{1,2}|рр\.))(?P<short>\sрр\.)?"
)


def day(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3 травня 2024 року"."""
    del end
    found = _DAY.match(scene.text, start)
    if found is None:
        return None
    year = f" {ordinal(int(found['year']), 'genitive')} року" if found["year"] else ""
    said = f"{ordinal(int(found['day']), 'genitive')} {found['month']}{year}"
    return Reading(start, found.end(), said + closing(scene, found))


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
    return Reading(start, found.end(), said + " років" * bool(found["short"]) + closing(scene, found))


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
    return Reading(start, found.end(), f"{ordinal(int(found['year']), case)} {word}" + closing(scene, found))


_NUMBER_BEHIND = re.compile(r"(?P<more>№)?\s?(?=\d)")


def number_sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "№ 10"."""
    found = _NUMBER_BEHIND.match(scene.text, end)
    if found is None:
        return None
    return Reading(start, found.end(), "номери " if found["more"] else "номер ")


_LAW = re.compile(r"(?P<what>[Сс]т|[Чч])\.(?=\s?\d)")
_LAW_FORMS = {
    "ст": (
        "стаття",
        {
            "за": "статтею",
            "у": "статті",
            "в": "статті",
            "до": "статті",
            "зі": "статтею",
            "з": "статтею",
            "підставі": "статті",
        },
    ),
    "ч": ("частина", {"за": "частиною", "у": "частині", "в": "частині", "до": "частини", "згідно": "частини"}),
}


_CAPITAL = r"(?=\s[А-ЯЄІЇҐ])"
_AT = frozenset({"у", "в", "на", "по", "при"})
_OF = frozenset({"з", "із", "зі", "від", "до", "біля", "поблизу", "для"})
_INFLECTED = {
    "вул": inflected(r"[Вв]ул\.(?=\s)", "вулиця", {_AT | _OF: "вулиці"}),
    "просп": inflected(r"[Пп]росп\.(?=\s)", "проспект", {_AT: "проспекті", _OF: "проспекту"}),
    "пл": inflected(rf"пл\.{_CAPITAL}", "площа", {_AT | _OF: "площі"}),
    "м": inflected(rf"м\.{_CAPITAL}", "місто", {_AT: "місті", _OF: "міста"}),
    "с": inflected(rf"с\.{_CAPITAL}", "село", {_AT: "селі", _OF: "села"}),
}


def law(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "за ч. 2 ст. 115": the second is a part of the first, so it is in the genitive."""
    del end
    found = _LAW.match(scene.text, start)
    if found is None:
        return None
    what = found["what"].lower()
    plain, bent = _LAW_FORMS[what]
    if what == "ст" and _PART_BEFORE.search(scene.before(start, 12)):
        return Reading(start, found.end(), "статті")
    return Reading(start, found.end(), bent.get(scene.word_before(start).lower(), plain))


_PART_BEFORE = re.compile(r"[Чч]\. ?\d{1,2} $")
_SECTION = re.compile(r"§?\s?(?=\d)")
_PLUS = re.compile(r"(?=\d{1,2}(?!\d))")


def section(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "§ 12", for which the engine says nothing."""
    found = _SECTION.match(scene.text, end)
    return Reading(start, found.end(), "параграф ") if found is not None else None


def plus(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "+5 градусів", which the engine says in English; a telephone has more figures."""
    if _PLUS.match(scene.text, end) is None or scene.text[max(0, start - 1) : start].isalnum():
        return None
    for rule in (_RULES.money, _RULES.percentage, _RULES.magnitude, _RULES.measure):
        reading = rule(scene, end, end)
        if reading is not None:
            return reading
    return Reading(start, end, "плюс ")


_WOMEN = (
    "особ|жінк|годин|хвилин|секунд|доб|тонн|дівчин|дівчинк|доньк|дочк|школ|країн|област|громад|ракет|бомб|атак|парті|"
    "компані|гривн|копійк|сторін|сторінк|книг|книжк|лікарн|квартир|людин|груп|родин|парі|пар|машин|установ|команд|перемог|"
    "поразк|куль|мін|гармат|систем|бригад|будівл|споруд|вулиц|тисяч|стат|ялинк|медал|пожеж|дитин|субмарин"
)
_GOVERNING = Governing(
    usage=USAGE,
    at=frozenset("у в на по о при".split()),
    until="до",
    out_of=frozenset({"з", "зі", "із"}),
    singular=frozenset({"години", "хвилини", "секунди", "сторінки", "року"}),
    locative="[аяі]х",
    apart=frozenset("та і й або чи до від о у в на з за по не року рік році р год годині ранку вечора".split())
    | frozenset(_MONTHS),
    feminine=rf"(?:{_WOMEN})(?:а|я|и|і|ї|у|ю|ь)",
    object_of=("у", "одна", "одну"),
)
_FRACTION, _FRACTION_SIGNS = Fractions(
    USAGE,
    r"\s(?!або|чи|та)[а-яєіїґ'’]{3}",
    {
        2: Noun("друга", "другі", "других", "другої", "f"),
        3: Noun("третя", "третіх", "третіх", "третьої", "f"),
        4: Noun("четверта", "четвертих", "четвертих", "четвертої", "f"),
        5: Noun("п'ята", "п'ятих", "п'ятих", "п'ятої", "f"),
        6: Noun("шоста", "шостих", "шостих", "шостої", "f"),
        7: Noun("сьома", "сьомих", "сьомих", "сьомої", "f"),
        8: Noun("восьма", "восьмих", "восьмих", "восьмої", "f"),
        9: Noun("дев'ята", "дев'ятих", "дев'ятих", "дев'ятої", "f"),
        10: Noun("десята", "десятих", "десятих", "десятої", "f"),
    },
    half=("пів", "пів"),
    and_half=(" з половиною", " з половиною"),
    one_and_half=("півтора", "півтори"),
    feminine=r".*[иі]",
).rules()
GRAMMAR = Grammar(
    words=merged(cleanup.WORDS, _INFLECTED, {"ст": (law,), "ч": (law,)}, UKRAINIAN, _RULES.words(), ROMANS),
    signs=merged({"№": (number_sign,), "§": (section,), "+": (plus,)}, _FRACTION_SIGNS, cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        _RULES.lasting,
        _RULES.scale,
        _FRACTION,
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
        governed(_GOVERNING),
        _RULES.grouped,
        _RULES.span,
    ),
    strange=cleanup.STRANGE,
)
