"""Polish ordinals in their cases, and print of them to words: "XXI wieku", "1. miejsce". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading, merged
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.reigns import before_noun, behind_name

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

# The endings of adjectives, which ordinals are, in the cases that dates need.
_CASES = {
    "nominative": "y",
    "genitive": "ego",
    "dative": "emu",
    "locative": "ym",
    "neuter": "e",
    "feminine": "a",
    "feminine accusative": "ą",
    "feminine locative": "ej",
    "plural": "e",
    "plural genitive": "ych",
}


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
    if ending.startswith("y"):
        return f"{stem}i{ending[1:]}"
    return stem + ending if stem.endswith(("g", "k")) and ending in {"a", "ą"} else f"{stem}i{ending}"


_QUEENS = ("Elżbie", "Katarzyn", "Małgorza", "Mari", "Krystyn", "Ann", "Jadwi")
# The endings of a king's name and the case they tell.
_KINGS = {
    "owi": "dative",
    "emu": "dative",
    "ego": "genitive",
    "em": "locative",
    "im": "locative",
    "ym": "locative",
    "a": "genitive",
    "ie": "locative",
}


def _reign(name: str, count: int) -> str:
    if name.startswith(_QUEENS):
        women = {"a": "feminine", "ę": "feminine accusative", "ą": "feminine accusative"}
        return ordinal(count, women.get(name[-1], "feminine locative"))
    case = next((case for ending, case in _KINGS.items() if name.endswith(ending)), "nominative")
    return ordinal(count, case)


def _century(scene: Scene, start: int, count: int, what: str) -> str:
    if what == "wiek":
        return f"{numerals.ordinal(count, 'pl')} wiek"
    case = "locative" if scene.word_before(start).lower() in {"w", "we", "po", "o"} else "genitive"
    return f"{ordinal(count, case)} wieku"


# Nouns that are numbered, in the nominative, genitive, dative or locative, and the other cases of the singular.
_FEMININE = ("feminine", "feminine locative", "feminine locative", "feminine accusative", "feminine accusative")
_MASCULINE = ("nominative", "genitive", "locative", "locative")
_NEUTER = ("neuter", "genitive", "locative", "locative")
_NUMBERED = {
    _FEMININE: (
        "wojna wojny wojnie wojnę wojną|minuta minuty minucie minutę minutą|runda rundy rundzie rundę rundą|"
        "kolejka kolejki kolejce kolejkę kolejką|liga ligi lidze ligę ligą|tura tury turze turę turą|"
        "edycja edycji edycji edycję edycją|rocznica rocznicy rocznicy rocznicę rocznicą|"
        "klasa klasy klasie klasę klasą|brygada brygady brygadzie brygadę brygadą|"
        "kadencja kadencji kadencji kadencję kadencją|połowa połowy połowie połowę połową|"
        "kwarta kwarty kwarcie kwartę kwartą|seria serii serii serię serią|instancja instancji instancji instancję "
        "instancją|godzina godziny godzinie godzinę godziną|sesja sesji sesji sesję sesją"
    ),
    _MASCULINE: (
        "kwartał kwartału kwartale kwartałem|etap etapu etapie etapem|dzień dnia dniu dniem|raz|"
        "tydzień tygodnia tygodniu tygodniem|okręg okręgu okręgu okręgiem|kilometr kilometra kilometrze kilometrem|"
        "zjazd zjazdu zjeździe zjazdem|set seta secie setem|tom tomu tomie tomem|rozbiór rozbioru rozbiorze rozbiorem"
    ),
    _NEUTER: (
        "miejsce miejsca miejscu miejscem|piętro piętra piętrze piętrem|półrocze półrocza półroczu półroczem|"
        "okrążenie okrążenia okrążeniu okrążeniem|stulecie stulecia stuleciu stuleciem"
    ),
}
_NOUN_CASES = {
    form: case
    for cases, nouns in reversed(_NUMBERED.items())
    for noun in nouns.split("|")
    for form, case in reversed(list(zip(noun.split(), cases, strict=False)))
}
_ROMAN_NOUNS = "|".join(sorted(_NOUN_CASES, key=len, reverse=True))
_TIMES = re.compile(r"(?P<count>[1-9]\d{0,2})\.(?!\d)")
_ONCE_MORE = re.compile(r"\b[Pp]o raz $")
_DOTTED = re.compile(rf"(?P<count>\d{{1,3}})\.\s(?P<noun>{_ROMAN_NOUNS})(?![^\W_])")


def _numbered(scene: Scene, start: int, count: int, what: str) -> str:
    del scene, start
    return f"{ordinal(count, _NOUN_CASES[what])} {what}"


def numbered(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1. miejsce", "w 90. minucie" and "po raz 5."."""
    del end
    time = _TIMES.match(scene.text, start)
    if time is not None and _ONCE_MORE.search(scene.before(start, 8)):
        closes = scene.ends_sentence(time.end())
        return Reading(start, time.end(), ordinal(int(time["count"]), "nominative") + "." * closes)
    found = _DOTTED.match(scene.text, start)
    if found is None or not int(found["count"]):
        return None
    return Reading(start, found.end(), f"{ordinal(int(found['count']), _NOUN_CASES[found['noun']])} {found['noun']}")


def _quarter(scene: Scene, start: int, count: int, what: str) -> str:
    del what
    inside = scene.word_before(start).lower() in {"w", "we", "po"}
    return f"{ordinal(count, 'locative')} kwartale" if inside else f"{ordinal(count, 'genitive')} kwartału"


def _republic(scene: Scene, start: int, count: int, what: str) -> str:
    return f"{ordinal(count, 'feminine' if scene.opens(start) else 'feminine locative')} {what}"


ROMANS = merged(
    before_noun(r"wieku|wiek|w\.", _century),
    before_noun(_ROMAN_NOUNS, _numbered),
    before_noun("RP", _republic),
    before_noun(r"kw\.", _quarter),
    behind_name(_reign, rulers="Karol Jan Zygmunt Henryk Fryderyk Mikołaj Piotr Aleksander Mieszko Filip Leon"),
)
