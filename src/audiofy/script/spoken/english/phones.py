"""Telephone numbers and other digits that are said one by one, to English words. Pure.

"(555) 123-4567", "+44 20 7946 0018", "1-800-555-0199", "call 911". Groups are parted by a pause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_AMERICAN = re.compile(
    r"(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.\s])\d{3}[-.]\d{4}(?:-\d{1,4})?(?![\d]|[-.,]\d|[^\W_])|1-(?:800|888|877|866|855|844|833|900)(?:-[A-Z0-9]{1,7}){1,4}(?![^\W_])|1\s(?:800|888|877|866|855|844|833)\s\d{3}\s\d{4}(?![^\W_])"
)
_LOCAL = re.compile(r"\d{3}-\d{4}(?![\d-]|[^\W_])")
_BRITISH = re.compile(
    r"0\d{2,4}\s\d{3,4}\s?\d{3,4}(?![\d]|[^\W_])|0\d{4}\s\d{5,6}(?![^\W_])|0[378]\d{2}\s\d{2,3}\s?\d{2,4}(?![^\W_])"
)
_INTERNATIONAL = re.compile(
    r"\+(?P<country>\d{1,3})[\s.-]?(?:\(0?\d{1,4}\)[\s.-]?)?\d{1,5}(?:[\s.-]\d{2,6}){1,4}(?![^\W_])|\+\d{9,14}(?![^\W_])"
)
_SECURITY = re.compile(r"\d{3}-\d{2}-\d{4}(?![\d-]|[^\W_])")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|[^\W_])")
_SHORT = re.compile(r"(?P<digits>911|999|112|988|111|101|211|311|411)(?![^\W_]|[.,:/-]\d|,\d)")
_DIAL = re.compile(
    r"\b(?:call|calls|called|calling|dial|dialed|dialled|dialing|dialling|ring|rang|phone|phoned|text|texting|contact)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s(?:call|calls|caller|callers|dispatcher|dispatchers|operator|operators|system|recording|emergency)\b"
)
# "The helpline is 116 123", "call Samaritans on 116 123", "text HOME to 741741".
_HELPLINE = re.compile(r"\d{3}\s\d{2,4}(?:\s\d{2,4})?(?![^\W_]|[.,-]\d|\s\d)")
_LINE = re.compile(
    r"\b(?:helpline|hotline|call|phone|dial|ring|tel)\b[^.;!?\d]{0,36}?\s(?:on|at|is)\s$|\b(?:call|phone|dial|ring)\s$",
    re.IGNORECASE,
)
_SHORT_CODE = re.compile(r"\d{5,6}(?![^\W_]|[.,-]\d)")
_TEXTED = re.compile(r"\b[Tt]ext(?:ing|ed|s)?\s[^.;!?]{1,24}\sto\s$")
_CALLED = re.compile(
    r"\b(?:call|tel|telephone|phone|text|dial|ring|fax|helpline|hotline|number|at|on)[:.]?\s(?:is\s|us\son\s|the\s)?$",
    re.IGNORECASE,
)


def _groups(printed: str) -> str:
    said = []
    for group in re.findall(r"\d+|[A-Z]+", printed):
        if group == "800":
            said.append("eight hundred")
        else:
            said.append(numbers.digits(group) if group.isdecimal() else group)
    return ", ".join(said)


def telephone(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "555-123-4567", "020 7946 0018" and "111-22-3333"."""
    del end
    before = scene.before(start, 1)
    if before == "(":
        whole = _AMERICAN.match(scene.text, start - 1)
        if whole is not None:
            return Reading(start - 1, whole.end(), _groups(whole[0]))
    if before == "+":
        abroad = _INTERNATIONAL.match(scene.text, start - 1)
        return Reading(start - 1, abroad.end(), f"plus {_groups(abroad[0])}") if abroad is not None else None
    found = (
        _AMERICAN.match(scene.text, start) or _SECURITY.match(scene.text, start) or _BRITISH.match(scene.text, start)
    )
    if found is None and _CALLED.search(scene.before(start)):
        found = _LOCAL.match(scene.text, start)
    if found is None:
        found = _by_its_cue(scene, start)
    if found is not None:
        return Reading(start, found.end(), _groups(found[0]))
    return _internet(scene, start)


def _by_its_cue(scene: Scene, start: int) -> re.Match[str] | None:
    """A short number, which only the words before it show to be one."""
    for shape, cue in ((_HELPLINE, _LINE), (_SHORT_CODE, _TEXTED)):
        found = shape.match(scene.text, start)  # the cheaper half first: most numbers are neither
        if found is not None and cue.search(scene.before(start)):
            return found
    return None


def _internet(scene: Scene, start: int) -> Reading | None:
    """Such as "192.168.0.1"."""
    found = _ADDRESS.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), " dot ".join(numbers.digits(part) for part in found[0].split(".")))


def emergency(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "called 911" and "a 999 call"."""
    del end
    found = _SHORT.match(scene.text, start)
    if found is not None and (_DIAL.search(scene.before(start)) or _BEHIND.match(scene.text, found.end())):
        return Reading(start, found.end(), numbers.digits(found["digits"]))
    return None


_PLUS = re.compile(r"\+(?=\d)")


def plus(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "+44 20 7946 0018", where the sign comes first."""
    if _PLUS.match(scene.text, start) is None:
        return None
    return telephone(scene, start + 1, end)


DIGITS: tuple[Rule, ...] = (telephone, emergency)
SIGNS: Mapping[str, tuple[Rule, ...]] = {"+": (plus,)}
