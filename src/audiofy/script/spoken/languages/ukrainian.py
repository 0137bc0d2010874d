"""Ukrainian print to Ukrainian words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import bending, measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.governed import Governing, governed
from audiofy.script.spoken.languages.nouns import Money, Noun, slavic
from audiofy.script.spoken.languages.reigns import before_noun, behind_name
from audiofy.script.spoken.languages.rules import Rules, closing
from audiofy.script.spoken.languages.shortenings import inflected
from audiofy.script.spoken.languages.shortenings.ukrainian import UKRAINIAN
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
    "feminine instrumental": ("ою", "ьою"),
    "instrumental": ("им", "ім"),
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
    agree=_agree,
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
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d:]|[.,]\d|\s?%| \d{3}(?!\d))")
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


_HOUR_CASES = {
    **dict.fromkeys(("о", "об", "по"), "feminine locative"),
    **dict.fromkeys(("з", "із", "до", "від", "після", "близько", "бл."), "feminine genitive"),
    **dict.fromkeys(("на", "за"), "feminine accusative"),
    **dict.fromkeys(("перед", "між"), "feminine instrumental"),
}
_PAIRED = re.compile(r"([^\W\d_]{1,8}) \d{1,2}[:.][0-5]\d (?:і|та|й|або|чи) $")
_UNTIL = re.compile(r"\s?[-–]\s?(?=\d)")
_DOTTED_ON = re.compile(r"\s(?:до|і|та)\s\d{1,2}\.[0-5]\d(?!\d)")
_DOTTED_BEFORE = re.compile(r"(?:з|із|від|між) \d{1,2}\.\d\d (?:до|і|та) $")


def _oclock(found: re.Match[str], case: str) -> str:
    hour = int(found["hour"])
    said = ordinal(hour, case) if hour else "нуль"
    return said + (f" {_agree(numerals.cardinal(int(found['minute']), 'uk'), 'f')}" if int(found["minute"]) else "")


def _is_dotted_time(scene: Scene, start: int, end: int, before: str) -> bool:
    """Whether "14.30" is a time: behind "о", or in "з 9.30 до 12.00"."""
    pair = before in {"з", "із", "від", "між"} and _DOTTED_ON.match(scene.text, end)
    return before in {"о", "об"} or bool(pair or _DOTTED_BEFORE.search(scene.before(start, 16)))


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30", "о 14.30" and "10:00–18:00"."""
    del end
    found = _TIME.match(scene.text, start)
    pair = _PAIRED.search(scene.before(start, 24))
    before = pair[1].lower() if pair else scene.word_before(start).lower()
    if found is None or (found["mark"] == "." and not _is_dotted_time(scene, start, found.end(), before)):
        return None
    until = _UNTIL.match(scene.text, found.end())
    last = _TIME.match(scene.text, until.end()) if until else None
    if last is None:
        return Reading(start, found.end(), _oclock(found, _HOUR_CASES.get(before, "feminine")))
    lead = "" if before in {"з", "із", "від"} else "з "
    said = f"{lead}{_oclock(found, 'feminine genitive')} до {_oclock(last, 'feminine genitive')}"
    return Reading(start, last.end(), said)


_PLACE_BEFORE = frozenset("на у в по при о об".split())
_LOCATIVE_NOUN = re.compile(r".*[ії]|.*ій")


def numbered(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3-й", "21-ше" and "90-х"."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    case, before = _ENDINGS[found["ending"]], scene.word_before(start).lower()
    after = scene.word_after(found.end())
    # "-й" is "п'ятий" and "п'ятій": the preposition and the noun's ending tell.
    if found["ending"] == "й" and (
        (before in _PLACE_BEFORE and _LOCATIVE_NOUN.fullmatch(after)) or before in {"о", "об"}
    ):
        case = "feminine locative"
    end, said = found.end(), ""
    if case == "plural genitive" and (years := _DECADE_YEARS.match(scene.text, end)):
        said = " роках" if before in {"у", "в", "на", "по"} else " років"
        end = years.end()
        said += "." * scene.ends_sentence(end)
    return Reading(start, end, ordinal(int(found["count"]), case) + said)


_DECADE_YEARS = re.compile(r" рр?\.")


_NUMBER_BEHIND = re.compile(r"(?P<more>№)?\s?(?=\d)")


def number_sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "№ 10"."""
    found = _NUMBER_BEHIND.match(scene.text, end)
    if found is None:
        return None
    return Reading(start, found.end(), "номери " if found["more"] else "номер ")


_QUEENS = ("Єлизавет", "Катерин", "Марі", "Маргрет", "Анн", "Беатрис", "Христин")
_KINGS_IN_A = frozenset({"Микола", "Сава", "Ілля"})
# The endings of a name and the case they tell.
_QUEEN_CASES = {
    "а": "feminine",
    "я": "feminine",
    "и": "feminine genitive",
    "ї": "feminine genitive",
    "і": "feminine locative",
    "у": "feminine accusative",
    "ю": "feminine accusative",
    "ою": "feminine instrumental",
    "єю": "feminine instrumental",
}
_KING_CASES = {
    **dict.fromkeys(("ові", "еві", "єві", "у", "ю"), "dative"),
    **dict.fromkeys(("ом", "ем", "єм"), "instrumental"),
    **dict.fromkeys(("а", "я", "и"), "genitive"),
}


def _reign(name: str, count: int) -> str:
    cases = _QUEEN_CASES if name.startswith(_QUEENS) else _KING_CASES
    endings = sorted(cases, key=len, reverse=True)
    case = next((cases[ending] for ending in endings if name.endswith(ending)), "nominative")
    return ordinal(count, "nominative" if name in _KINGS_IN_A else case)


_IN = frozenset({"у", "в", "на", "по"})


def _century(scene: Scene, start: int, count: int, what: str) -> str:
    locative = what == "столітті" or (what == "ст." and scene.word_before(start).lower() in _IN)
    return f"{ordinal(count, 'dative' if locative else 'genitive')} {'столітті' if locative else 'століття'}"


_NUMBERED = {
    "квартал": "nominative",
    "кварталу": "genitive",
    "кварталі": "dative",
    "тур": "nominative",
    "туру": "genitive",
    "турі": "dative",
    "етап": "nominative",
    "етапу": "genitive",
    "етапі": "dative",
    "світова": "feminine",
    "світової": "feminine genitive",
    "світову": "feminine accusative",
    "світовій": "feminine locative",
    "тайм": "nominative",
    "тайму": "genitive",
    "таймі": "dative",
    "ліга": "feminine",
    "ліги": "feminine genitive",
    "лігу": "feminine accusative",
    "лізі": "feminine locative",
    "група": "feminine",
    "групи": "feminine genitive",
    "групу": "feminine accusative",
    "ступеня": "genitive",
    "скликання": "genitive",
    "рівня": "genitive",
}


def _counted(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    return f"{ordinal(count, _NUMBERED[what])} {what}"


ROMANS = merged(
    before_noun(r"столітті|століття|ст\.", _century, cyrillic=True),
    before_noun("|".join(sorted(_NUMBERED, key=len, reverse=True)), _counted, cyrillic=True),
    behind_name(_reign, cyrillic=True, rulers="Петро Карл Микола Олександр Павло Генріх Філіп Лев Фрідріх"),
)
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
