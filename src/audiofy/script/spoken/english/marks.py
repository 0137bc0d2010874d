"""Signs beside numbers to English words: "~50", "<5", "±3", "#1", "§ 230", "10^6", ".5". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import NUMBER, WHOLE
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_BEFORE_NUMBER = re.compile(rf"\s?(?={NUMBER}|[$£€¥₹]\s?\d)")
_WORDS_BEFORE = {
    "~": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
    "≥": "at least",
    "≤": "at most",
    "±": "plus or minus",
}
_WORDS_ALONE = {
    "→": "to",
    "⇒": "to",
    "≈": "about",
    "±": "plus or minus",
    "×": "times",
    "÷": "divided by",
    "≠": "is not",
}


_RELATIONS = {"<": "is less than", ">": "is greater than", "=": "equals"}
_VARIABLE = re.compile(r"(?<![^\W_])[a-zN]\s?$")  # "p<0.05", "n = 40"
_AFTER_VARIABLE = re.compile(r"\s?\.?\d")


def comparison(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "~50", "<5", "≥ 18"."""
    sign = scene.text[start]
    before = scene.text[start - 1 : start]
    if sign in "<>" and re.search(r"\d\s$", scene.before(start)) and _BEFORE_NUMBER.match(scene.text, end):
        return Reading(start, end, "is less than" if sign == "<" else "is greater than")
    if sign in "<>=" and _VARIABLE.search(scene.before(start, 4)) and _AFTER_VARIABLE.match(scene.text, end):
        return Reading(start, end, f" {_RELATIONS[sign]} " if before != " " else _RELATIONS[sign])
    if sign in _WORDS_BEFORE and not before.isalnum() and _BEFORE_NUMBER.match(scene.text, end):
        blank = " " if not scene.text.startswith(" ", end) else ""
        return Reading(start, end, _WORDS_BEFORE[sign] + blank)
    if sign == "~" and not scene.text[end : end + 1].isalnum():
        return Reading(start, end, "")
    if sign in _WORDS_ALONE:
        lead = " " if before.strip() else ""
        tail = "" if scene.text.startswith(" ", end) else " "
        return Reading(start, end, f"{lead}{_WORDS_ALONE[sign]}{tail}")
    return None


_PLUS_MINUS = re.compile(r"\+\s?/\s?[-–−]\s?(?=[\d.$£€])")


def plus_minus(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "+/-3 points"."""
    del end
    found = _PLUS_MINUS.match(scene.text, start)
    return Reading(start, found.end(), "plus or minus ") if found is not None else None


def ticker(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "=" of "EUR=", which belongs to the code of a price."""
    code = scene.text[start - 1 : start].isupper() and not scene.text[end : end + 1].isalnum()
    return Reading(start, end, "") if code else None


_AFTER_SIGN = re.compile(rf"\s?(?={WHOLE})")


def number_mark(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "#1", "№ 5" and "§ 230"."""
    found = _AFTER_SIGN.match(scene.text, end)
    if found is None:
        return None
    word = "section" if scene.text[start] == "§" else "number"
    if start and scene.text[start - 1] == "§":
        return Reading(start - 1, found.end(), "sections ")
    return Reading(start, found.end(), f"{word} ")


def power(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "10^6"; alone the sign is passed over."""
    between = scene.text[start - 1 : start].isdecimal() and scene.text[end : end + 1].isdecimal()
    return Reading(start, end, " to the power of ") if between else None


def raised(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "x²" and "per km²", behind a letter."""
    if not scene.text[start - 1 : start].isalpha():
        return None
    return Reading(start, end, " squared" if scene.text[start] == "²" else " cubed")


_AVERAGE = 3  # figures of an average of hits in baseball
_BATTING = re.compile(
    r"\b(?:hit|hits|hitter|hitting|batt(?:ed|er|ing)|slugg(?:ed|er|ing)|on-base|OBP|OPS|win(?:ning)? percentage)\b"
)
_CALIBRE = re.compile(r"[\s-](?:cal\b|calib(?:er|re)|rifles?|handguns?|pistols?|revolvers?|magnum|bullets?|rounds?)")
_POINT = re.compile(r"(?:^|[\s($+])(?P<minus>[-−–])?\.$")


def leading_point(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as ".5", "-.5" and "a .300 hitter"."""
    found = _POINT.search(scene.before(start, 3))
    if found is None or end - start > 6 or scene.text[end : end + 1].isalpha():
        return None
    if _CALIBRE.match(scene.text, end):
        return Reading(start - 1, end, numbers.cardinal(int(scene.text[start:end])))
    if end - start == _AVERAGE and _BATTING.search(scene.before(start - 1) + scene.after(end, 20)):
        return Reading(start - 1, end, numbers.pairs(int(scene.text[start:end])))
    lead = "minus " if found["minus"] else ""
    return Reading(start - 1 - bool(lead), end, f"{lead}point {numbers.digits(scene.text[start:end])}")


_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,30}\($")


def bracketed_plural(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "the suspect(s)"."""
    before = _WORD.search(scene.before(start, 32))
    if before is None or not scene.text.startswith(")", end):
        return None
    return Reading(start - len(before[0]), end + 1, before[0][:-1] + scene.text[start:end])


WORDS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(("s", "es"), (bracketed_plural,))
SIGNS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys({*_WORDS_BEFORE, *_WORDS_ALONE}, (comparison,)),
    **dict.fromkeys("#№§", (number_mark,)),
    **dict.fromkeys("²³", (raised,)),
    "^": (power,),
    "+": (plus_minus,),
    "=": (comparison, ticker),
}
DIGITS: tuple[Rule, ...] = (leading_point,)
