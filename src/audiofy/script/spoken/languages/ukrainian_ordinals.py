"""Ukrainian ordinals in their cases, and print of them to words: "XXI століття", "3-й", "90-х". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading, merged
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.reigns import before_noun, behind_name

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

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
_ORDINAL = re.compile(
    rf"(?P<count>\d{{1,4}})-(?P<ending>{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})(?![^\W_])"
)


def agree(words: str, gender: str) -> str:
    """The "один" or "два" at the end of a number in a gender."""
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
