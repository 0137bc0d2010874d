"""Streets, and the saints and doctors printed like them, to English words: "St. Mary's St.", "Elm Dr.". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.titles import BEFORE_NAME, NOT_NAMES
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


_SAINT = re.compile(r"\.?(?:\s|-)(?=[A-ZÀ-Þ])")
_QUARTERS = re.compile(r"\.?\s(?:[NS][EW]|[NSEW])(?![^\W_])")
_STREET_BEFORE = re.compile(r"(?:[A-Z][\w'’-]*|\d(?:st|nd|rd|th))\s$")


def saint_or_street(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "St. Mary's St.": a saint before a capital, a street behind one."""
    printed = scene.text[start:end]
    if not printed[0].isupper():
        return None
    dotted = scene.text.startswith(".", end)
    if printed.isupper():  # a dateline: "ST. LOUIS (AP)"
        city = dotted and re.match(r"\.\s[A-Z]{3}", scene.after(end, 5))
        return Reading(start, end + 1, "Saint") if city else None
    behind = _STREET_BEFORE.search(scene.before(start))
    saint = _SAINT.match(scene.text, end)
    numbered = re.search(r"\b\d{1,5}[A-Za-z]?(?:\s(?:[NSEW]\.?\s)?[A-Z0-9][\w.'’-]*){1,3}\s$", scene.before(start))
    street = re.search(r"\d(?:st|nd|rd|th)\s$", scene.before(start)) or _QUARTERS.match(scene.text, end)
    if saint is not None and not street and not (numbered and dotted) and not (behind and not dotted):
        if behind and dotted and scene.word_after(end + 1).lower() in NOT_NAMES:
            return Reading(start, end + 1, "Street.")
        return Reading(start, end + dotted, "Saint")
    if behind is None:
        return None
    closes = dotted and scene.ends_sentence(end + 1) and not _QUARTERS.match(scene.text, end)
    return Reading(start, end + dotted, f"Street{'.' * closes}")


def doctor_or_drive(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Dr. Smith" is a doctor, "Elm Dr." is a drive."""
    printed = scene.text[start:end]
    if not printed[0].isupper() or printed.isupper():
        return None
    found = BEFORE_NAME.match(scene.text, end)
    behind = _STREET_BEFORE.search(scene.before(start))
    if found is not None and not (behind and found["next"].lower() in NOT_NAMES):
        return Reading(start, end + len(found["dot"]), "Doctor")
    if behind is None:
        return None
    dotted = scene.text.startswith(".", end)
    keep = "." if dotted and scene.ends_sentence(end + 1) else ""
    return Reading(start, end + dotted, f"Drive{keep}")


_PLURALS = {"sts": "Streets", "aves": "Avenues"}
_NUMBERED = re.compile(r"(?:\d(?:st|nd|rd|th)|[A-Z][a-z]+)\s$")


def streets(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "5th and 6th Sts."."""
    printed = scene.text[start:end]
    if not (printed.istitle() and scene.text.startswith(".", end) and _NUMBERED.search(scene.before(start))):
        return None
    closes = scene.ends_sentence(end + 1)
    return Reading(start, end + 1, _PLURALS[printed.lower()] + "." * closes)


WORDS: Mapping[str, tuple[Rule, ...]] = {
    "st": (saint_or_street,),
    "dr": (doctor_or_drive,),
    "sts": (streets,),
    "aves": (streets,),
}
