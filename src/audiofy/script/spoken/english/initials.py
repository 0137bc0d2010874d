"""Initials to letters without a pause behind them: "J.K. Rowling", "the U.S. Senate", "John F. Kennedy". Pure.

Engines take the full stop before a capital for the end of a sentence and pause for half a second. It goes where the
name goes on, and stays where a sentence may begin.
"""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_SEVERAL = re.compile(r"[A-Z]\.(?:\s?[A-Z]\.){1,3}(?=\s(?P<next>[A-ZÀ-ÞŁŚŻ][\w’'-]*))")
_ONE = re.compile(r"[B-HJ-Z]\.(?=\s(?P<next>[A-ZÀ-ÞŁŚŻ][\w’'-]*))")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:]\s)[\"“‘'(]?[A-ZÀ-ÞŁŚŻ][\w’'-]*[a-z]\s$")
# States and cities, behind which a sentence may end; initials of people stand before their names.
_PLACES = frozenset("U.S. U.S.A. U.N. U.K. E.U. U.A.E. D.C. L.A. N.Y. B.C. N.Z. D.R.C. N.Y.C.".split())
_IN_A_PLACE = re.compile(
    r"\b(?:in|from|to|of|across|into|by|for|against|inside|outside|around|throughout|with|leave|left|washington,)\s"
    r"(?:the\s|washington,\s)?$",
    re.IGNORECASE,
)
# What goes on with the name of a state: its institutions and offices.
_INSTITUTIONS = frozenset(
    "agency air ambassador ambassadors army assistant attorney attorneys bank bankruptcy border bureau capitol census "
    "centers central chamber charter chief circuit climate coast code commerce commission commissioner committee "
    "conference congress congressman congresswoman constitution council court customs cyber department deputy district "
    "economy education embassy energy environment environmental federal federation fish food force foreign forces "
    "forest gdp general geological gov government health high homeland house human immigration interior justice labor "
    "marine marines marshal marshals military mission national naval navy olympic open park parliament postal "
    "president presidential prime rep reps representative representatives route secret secretary security sen senate "
    "senator senators sens soccer special state steel supreme surgeon tax times trade transportation treasury under "
    "vice virgin women world".split()
)
# What has a letter for a number: "vitamin D. Researchers say".
_LETTERED = frozenset(
    "appendix category class company exhibit factor gen generation grade group hepatitis level malcolm model "
    "option part phase plan schedule section series team type version vitamin".split()
)
_OPENERS = frozenset(
    "a about according after again all also although amid among an and another any as at back because before both "
    "but by despite during each earlier even every few first for four from further given had has have he her here "
    "his how however i if in indeed instead is it its just last later like many meanwhile more most mr mrs ms "
    "much my nearly neither no none nor not nothing now of officials on once one only or other our over people "
    "perhaps police rather reporters several she since so some soon still such ten that the their then there "
    "these they this those though three through to today two under unlike until was we were what when where "
    "whether which while who why will with without yes yet you your".split()
)


def several(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "J.K. Rowling", "George H.W. Bush" and "the U.S. Senate"."""
    found = _SEVERAL.match(scene.text, start) if scene.text.startswith(".", end) else None
    if found is None or scene.text[start - 1 : start] in {".", "-", "’", "'"}:
        return None
    printed = found[0].replace(" ", "")
    if _may_open(scene, start, found["next"].lower(), place=printed in _PLACES):
        return None
    return Reading(start, found.end(), printed[:-1])


def _may_open(scene: Scene, start: int, follows: str, *, place: bool) -> bool:
    """Whether the capital behind may be the first of a sentence."""
    if follows in _OPENERS:
        return True
    return place and _IN_A_PLACE.search(scene.before(start)) is not None and follows not in _INSTITUTIONS


def one(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "John F. Kennedy"."""
    found = _ONE.match(scene.text, start) if scene.text.startswith(".", end) else None
    if found is None or found["next"].lower() in _OPENERS or not _NAME_BEFORE.search(scene.before(start)):
        return None
    if scene.word_before(start).lower() in _LETTERED:
        return None
    return Reading(start, end + 1, scene.text[start:end])


WORDS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(ascii_lowercase, (several, one))
