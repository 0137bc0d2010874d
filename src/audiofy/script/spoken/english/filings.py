"""Numbers of laws and tax forms to English words: "501(c)(3)", "a 1099", "529 plans". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene

_PARAGRAPH = re.compile(
    r"(?P<section>[1-9]\d{2})\((?P<letter>[a-z])\)(?:\((?P<number>\d{1,2})\))?(?P<plural>s)?(?![^\W_])"
)


def paragraph(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "a 401(k)", "501(c)(3) groups" and "Section 230(c)(1)"."""
    del end
    found = _PARAGRAPH.match(scene.text, start)
    if found is None:
        return None
    said = f"{numbers.pairs(int(found['section']))} {found['letter'].upper()}" + "'s" * bool(found["plural"])
    return Reading(start, found.end(), f"{said} {numbers.cardinal(int(found['number']))}" if found["number"] else said)


_FORM = re.compile(r"10(?:40|95|98|99)(?:-[A-Z]{1,4})?(?![^\W_]|[.,]\d)")
_FORM_BEFORE = re.compile(r"\b(?:[Ff]orms?|an?|[Yy]our|IRS)\s$")
_COUNTS = re.compile(r"\s(?!(?:and|or|in|for|from|to|with|when|if|is|was|that|forms?|tax)\b)[a-z]")  # "a 1095 ton ship"
_SAVINGS = re.compile(r"529(?=\s(?:plans?|accounts?|savings)\b)")


def form(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "a 1099", "Form 1040" and "529 plans": what Americans file their taxes with, and save tax with."""
    del end
    found = _SAVINGS.match(scene.text, start)
    if found is None and _FORM_BEFORE.search(scene.before(start, 8)):
        found = _FORM.match(scene.text, start)
        if found is not None and "orm" not in scene.before(start, 6) and _COUNTS.match(scene.text, found.end()):
            return None
    if found is None:
        return None
    number, _, letters = found[0].partition("-")
    return Reading(start, found.end(), f"{numbers.pairs(int(number))} {letters}".rstrip())


DIGITS: tuple[Rule, ...] = (paragraph, form)
