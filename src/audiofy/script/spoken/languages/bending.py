"""Polish and Ukrainian number words to the genitive, word by word: tables. Pure.

The genitive of a numeral is also its locative, and for five and more its dative, so one form serves most prepositions
(Nagórko, "Podręczna gramatyka języka polskiego", on numerals; "Український правопис" 2019, §§ 105-107).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_POLISH: Mapping[str, str] = {
    "dwa": "dwóch",
    "dwie": "dwóch",
    "trzy": "trzech",
    "cztery": "czterech",
    "siedem": "siedmiu",
    "osiem": "ośmiu",
    "dwanaście": "dwunastu",
    "dwadzieścia": "dwudziestu",
    "trzydzieści": "trzydziestu",
    "czterdzieści": "czterdziestu",
    "sto": "stu",
    "dwieście": "dwustu",
    "trzysta": "trzystu",
    "czterysta": "czterystu",
    "tysiąc": "tysiąca",
    "tysiące": "tysięcy",
    "milion": "miliona",
    "miliony": "milionów",
    "miliard": "miliarda",
    "miliardy": "miliardów",
    "zero": "zera",
}
_UKRAINIAN: Mapping[str, str] = {
    "один": "одного",
    "два": "двох",
    "дві": "двох",
    "три": "трьох",
    "чотири": "чотирьох",
    "шість": "шести",
    "сім": "семи",
    "вісім": "восьми",
    "сорок": "сорока",
    "дев'яносто": "дев'яноста",
    "сто": "ста",
    "двісті": "двохсот",
    "триста": "трьохсот",
    "чотириста": "чотирьохсот",
    "п'ятсот": "п'ятисот",
    "шістсот": "шестисот",
    "сімсот": "семисот",
    "вісімсот": "восьмисот",
    "дев'ятсот": "дев'ятисот",
    "тисяча": "тисячі",
    "тисячі": "тисяч",
    "мільйон": "мільйона",
    "мільйони": "мільйонів",
    "мільярд": "мільярда",
    "мільярди": "мільярдів",
    "нуль": "нуля",
    "одна": "однієї",
}


def polish(words: str, gender: str) -> str:
    """Polish number words in the genitive: "stu dwudziestu pięciu"; the "jeden" behind another number stays."""
    if words == "jeden":
        return "jednej" if gender == "f" else "jednego"
    return " ".join(map(_polish_word, words.split()))


def _polish_word(word: str) -> str:
    if word in _POLISH:
        return _POLISH[word]
    for ending, bent in (("naście", "nastu"), ("dziesiąt", "dziesięciu"), ("ć", "ciu")):
        if word.endswith(ending):
            return word.removesuffix(ending) + bent
    return f"{_polish_word(word.removesuffix('set'))}set" if word.endswith("set") else word


def ukrainian(words: str, gender: str) -> str:
    """Ukrainian number words in the genitive: "ста двадцяти п'яти", "двадцяти однієї"."""
    bent = [_ukrainian_word(word) for word in words.split()]
    if gender == "f" and bent[-1] == "одного":
        bent[-1] = "однієї"
    return " ".join(bent)


def _ukrainian_word(word: str) -> str:
    if word in _UKRAINIAN:
        return _UKRAINIAN[word]
    if word.endswith("десят"):
        return f"{word}и"
    return word.removesuffix("ь") + "и" if word.endswith("ть") else word
