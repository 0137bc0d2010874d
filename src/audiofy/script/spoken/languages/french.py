"""French print to French words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals, shortenings
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import behind_name
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.usage import Usage, bare
from audiofy.script.spoken.romans import roman, value

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.nouns import Noun

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def _agree(words: str, gender: str) -> str:
    return f"{words}e" if gender == "f" and (words == "un" or words.endswith(" un")) else words


def _linked(unit: Noun) -> str:
    return f"d'{unit.many}" if unit.many[0] in "aeiouyéh" else f"de {unit.many}"


def _date(scene: Scene, start: int, day: int, month: int, year: int) -> str:
    del scene, start
    said = "premier" if day == 1 else numerals.cardinal(day, "fr")
    return f"{said} {_MONTHS[month - 1]} {numerals.cardinal(year, 'fr')}"


_EURO = Money(noun("euro", "euros"), noun("centime", "centimes"))
_MILLION, _BILLION = noun("million", "millions"), noun("milliard", "milliards")
USAGE = Usage(
    language="fr",
    point="virgule",
    zero="zéro",
    minus="moins",
    between="à",
    percent=noun("pour cent", "pour cent"),
    sizes={
        "M": _MILLION,
        "Mds": _BILLION,
        "Md": _BILLION,
        "Mrd": _BILLION,
        "million": _MILLION,
        "millions": _MILLION,
        "milliard": _BILLION,
        "milliards": _BILLION,
    },
    monies={
        "€": _EURO,
        "EUR": _EURO,
        "$": Money(noun("dollar", "dollars"), noun("cent", "cents")),
        "USD": Money(noun("dollar américain", "dollars américains")),
        "£": Money(noun("livre sterling", "livres sterling", "f"), noun("penny", "pence")),
        "CHF": Money(noun("franc suisse", "francs suisses"), noun("centime", "centimes")),
        "¥": Money(noun("yen", "yens")),
    },
    form=lambda count: 0 if count < 2 else 2,
    agree=_agree,
    linked=_linked,
    amount=bare,
    units=measures.FRENCH,
    per={"h": "de l'heure", "kg": "le kilo", "l": "le litre", "t": "la tonne", "mois": "par mois", "an": "par an"},
    date=_date,
)
_RULES = Rules(USAGE)
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?h\s?(?P<minute>[0-5]\d)?(?![^\W_])|:(?P<minutes>[0-5]\d)(?![\d:]|,\d))"
)
_ORDINAL = re.compile(r"(?P<count>\d{1,4})(?:(?P<first>ers?|res?|ères?)|(?P<more>es?|èmes?|emes?|nde?s?))(?![^\W_])")
_CENTURY = re.compile(
    r"(?P<roman>[IVX]{1,5})(?P<mark>er|e|ème)(?=\s(?:siècle|République|arrondissement|Reich|dynastie|congrès))"
)


_ROUND = re.compile(r"24\s?h(?:eures)?\s?/\s?24|7\s?j(?:ours)?\s?/\s?7")


def round_the_clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "24h/24" and "7j/7"."""
    del end
    found = _ROUND.match(scene.text, start)
    if found is None:
        return None
    said = "sept jours sur sept" if "j" in found[0] else "vingt-quatre heures sur vingt-quatre"
    return Reading(start, found.end(), said)


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14h30", "8 h" and "20:15"."""
    del end
    found = _TIME.match(scene.text, start)
    if found is None:
        return None
    hour, minute = int(found["hour"]), found["minute"] or found["minutes"]
    said = f"{_agree(numerals.cardinal(hour, 'fr'), 'f')} heure{'s' * (hour > 1)}"
    if minute and int(minute):
        said += f" {numerals.cardinal(int(minute), 'fr')}"
    return Reading(start, found.end(), said)


def ordinal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1er", "2e" and "3ème"."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    if found["first"]:
        if int(found["count"]) != 1:
            return None
        said = "première" if found["first"].startswith(("r", "è")) else "premier"
    else:
        said = numerals.ordinal(int(found["count"]), "fr")
    plural = "s" if found[0].endswith("s") else ""
    return Reading(start, found.end(), said + plural)


_ROMANS = tuple(roman(count).lower() for count in range(1, 22))


def century(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "XXe siècle"."""
    del end
    found = _CENTURY.match(scene.text, start)
    count = value(found["roman"]) if found is not None else 0
    if found is None or not count:
        return None
    return Reading(start, found.end(), "premier" if count == 1 else numerals.ordinal(count, "fr"))


GRAMMAR = Grammar(
    words=merged(
        cleanup.WORDS,
        shortenings.FRENCH,
        _RULES.words(),
        {printed + mark: (century,) for printed in _ROMANS for mark in ("e", "er", "ème")},
        behind_name(lambda _, count: numerals.cardinal(count, "fr")),
    ),
    signs=merged(cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        round_the_clock,
        clock,
        ordinal,
        _RULES.money,
        _RULES.percentage,
        _RULES.magnitude,
        _RULES.measure,
        _RULES.score,
        _RULES.span,
    ),
    strange=cleanup.STRANGE,
)
