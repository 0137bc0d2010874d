"""French print to French words: numbers, ordinals, money, percent, dates, times, abbreviations. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.grammar import Grammar, Reading, merged
from audiofy.script.spoken.languages import measures, numerals
from audiofy.script.spoken.languages.fractions import Fractions
from audiofy.script.spoken.languages.nouns import Money, noun
from audiofy.script.spoken.languages.reigns import behind_name, behind_noun
from audiofy.script.spoken.languages.rules import Rules
from audiofy.script.spoken.languages.shortenings.french import FRENCH
from audiofy.script.spoken.languages.usage import Usage, bare
from audiofy.script.spoken.romans import roman, value

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene
    from audiofy.script.spoken.languages.nouns import Noun

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def _agree(words: str, gender: str) -> str:
    return f"{words}e" if gender == "f" and (words == "un" or words.endswith((" un", "-un"))) else words


def _linked(unit: Noun, size: Noun) -> str:
    if size.many == "mille":
        return unit.many
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
    plus="plus",
    between="à",
    percent=noun("pour cent", "pour cent"),
    sizes={
        "k": noun("mille", "mille"),
        "K": noun("mille", "mille"),
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
        "euros": _EURO,
        "euro": _EURO,
        "FCFA": Money(noun("franc CFA", "francs CFA")),
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
    part_counts=True,
    ratio="pour",
    units=measures.FRENCH,
    per={"h": "de l'heure", "kg": "le kilo", "l": "le litre", "t": "la tonne", "mois": "par mois", "an": "par an"},
    lasting=(noun("heure", "heures", "f"), noun("minute", "minutes", "f"), noun("seconde", "secondes", "f")),
    date=_date,
)
_RULES = Rules(USAGE)
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?h\s?(?P<minute>[0-5]\d)?(?:\s?(?P<mins>mi?n))?(?![^\W_])|"
    r":(?P<minutes>[0-5]\d)(?![\d:]|,\d| \d{3}(?!\d)))"
)
_ORDINAL = re.compile(
    r"(?P<count>\d{1,4})(?:(?P<first>ers?|res?|ères?)|(?P<second>nde?s?|de?(?=\s))|(?P<more>es?|èmes?|emes?))(?![^\W_])"
)
_CENTURY = re.compile(
    r"(?P<roman>[IVX]{1,5})(?P<mark>er|e|ème)"
    r"(?=(?:,?\s(?:et|ou|au)?\s?(?:aux?\s)?[IVX]{1,5}(?:er|e|ème))?"
    r"\s(?:siècles?|République|arrondissements?|Reich|dynastie|congrès))"
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
        said += f" {numerals.cardinal(int(minute), 'fr')}" + " minutes" * bool(found["mins"])
    return Reading(start, found.end(), said)


def ordinal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1er", "2e" and "3ème"."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    if found["second"]:
        said = "seconde" if "e" in found["second"] else "second"
    elif found["first"]:
        if int(found["count"]) != 1:
            return None
        said = "première" if found["first"].startswith(("r", "è")) else "premier"
    else:
        said = numerals.ordinal(int(found["count"]), "fr")
    plural = "s" if found[0].endswith("s") else ""
    return Reading(start, found.end(), said + plural)


_FRACTION, _FRACTION_SIGNS = Fractions(
    USAGE,
    r"\s(?:de|des|du)(?![^\W_])|\s[dl]['’]|\s(?:litre|heure|tasse)",
    {2: noun("demi", "demis"), 3: noun("tiers", "tiers"), 4: noun("quart", "quarts")}
    | {
        count: noun(f"{name}ième", f"{name}ièmes")
        for count, name in enumerate("cinqu six sept huit neuv dix".split(), 5)
    },
    half=("un demi", "une demi"),
    and_half=(" et demi", " et demie"),
    one_and_half=("un et demi", "une et demie"),
    feminine="heures?|tasses?|années?|journées?|cuillères?|livres?",
).rules()
_WOMEN = re.compile(
    r"(?P<count>(?:\d{1,3} )?\d{0,2}(?:(?<!\d)|[2-68]|[02-9]0)1)\s"
    r"(?=(?:personne|femme|victime|minute|seconde|heure|année|place|fille|ville|école|maison|voiture|équipe|entreprise|"
    r"semaine|commune|étape|famille|œuvre|\w{2,20}(?:tion|sion|ette|elle))s?(?![^\W_])|voix(?![^\W_]))"
)
_TALL = re.compile(r"(?P<metres>\d)\s?m\s?(?P<rest>\d{2})(?![^\W_])")
_FINALS = re.compile(r"1/(?P<part>2|4|8|16|32)e?s?(?=\s(?:de\s)?finales?(?![^\W_]))")
_FINAL_NAMES = {"2": "demi", "4": "quart", "8": "huitième", "16": "seizième", "32": "trente-deuxième"}
_ARTICLE = re.compile(r"(?P<first>\d{1,4})-(?P<last>\d{1,3})(?![\d-]|[^\W_])")
_OF_CODE = re.compile(r"(?:\b[LRDA]\.\s?|\barticle\s|\bart\.\s)$", re.IGNORECASE)
_SECTION = re.compile(r"§?\s?(?=\d)")


def finals(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1/8 de finale"."""
    del end
    found = _FINALS.match(scene.text, start)
    return Reading(start, found.end(), _FINAL_NAMES[found["part"]]) if found is not None else None


def women(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "21 personnes": the "un" of the engine is feminine here."""
    del end
    found = _WOMEN.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end("count"), _RULES.say(found["count"], "f"))


def tall(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1m75"."""
    del end
    found = _TALL.match(scene.text, start)
    if found is None:
        return None
    metres, rest = (numerals.cardinal(int(found[part]), "fr") for part in ("metres", "rest"))
    return Reading(start, found.end(), f"{metres} mètre{'s' * (metres != 'un')} {rest}")


def article(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "L. 121-3", an article of a law, and "49-3"."""
    del end
    found = _ARTICLE.match(scene.text, start)
    if found is None or not (found[0] == "49-3" or _OF_CODE.search(scene.before(start))):
        return None
    joint = " " if found[0] == "49-3" else " tiret "
    first, last = (numerals.cardinal(int(found[part]), "fr") for part in ("first", "last"))
    return Reading(start, found.end(), first + joint + last)


def section(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "§ 12", for which the engine says nothing."""
    found = _SECTION.match(scene.text, end)
    return Reading(start, found.end(), "paragraphe ") if found is not None else None


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
        FRENCH,
        _RULES.words(),
        {printed + mark: (century,) for printed in _ROMANS for mark in ("e", "er", "ème")},
        behind_noun(r"tome|chap\.|chapitre|acte|titre|livre|annexe", lambda count: numerals.cardinal(count, "fr")),
        behind_name(
            lambda _, count: numerals.cardinal(count, "fr"), rulers="Charles Philippe Henri Louis Pie Léon Georges"
        ),
    ),
    signs=merged({"§": (section,)}, _FRACTION_SIGNS, cleanup.SIGNS, _RULES.signs()),
    digits=(
        _RULES.figures,
        _RULES.lasting,
        _RULES.scale,
        finals,
        _FRACTION,
        article,
        tall,
        women,
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
