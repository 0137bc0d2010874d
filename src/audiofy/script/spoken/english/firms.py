"""What a name ends with to English words: "Apple Inc.", "Ford Motor Co.", "Fifth Ave.", "Co. Down". Pure.

The full stop that would make a pause goes, but stays where it closes the sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


# Behind a name; firms as the AP stylebook shortens them.
_BEHIND_NAMES = {
    "assn": "Association",
    "ave": "Avenue",
    "blvd": "Boulevard",
    "bros": "Brothers",
    "co": "Company",
    "corp": "Corporation",
    "cos": "Companies",
    "cres": "Crescent",
    "ct": "Court",
    "dept": "Department",
    "dist": "District",
    "div": "Division",
    "expwy": "Expressway",
    "expy": "Expressway",
    "hwy": "Highway",
    "inc": "Incorporated",
    "ln": "Lane",
    "ltd": "Limited",
    "mfg": "Manufacturing",
    "org": "Organization",
    "pkwy": "Parkway",
    "pl": "Place",
    "rd": "Road",
    "sq": "Square",
    "tpke": "Turnpike",
    "univ": "University",
}
# No words of their own, so said in full even where no full stop is printed.
_PLAIN_TOO = frozenset("ave blvd bros corp expwy expy hwy inc ltd pkwy rd tpke".split())
_NAME_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w’'&.-]*|\d(?:st|nd|rd|th)|&),?\s$")
_QUARTER = re.compile(r"\s[NS]?[EWNS](?![^\W_]|\.)")  # "Pennsylvania Ave. NW"


def closed(scene: Scene, start: int, end: int, said: str) -> Reading:
    """`said` for the print up to `end`; the full stop there stays where it closes the sentence."""
    closes = scene.text[end - 1] == "." and scene.ends_sentence(end) and not _QUARTER.match(scene.text, end)
    return Reading(start, end, said + "." * closes)


def behind_name(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Apple Inc.", "Ford Motor Co.", "Fifth Ave."; "Co. Down" is a county."""
    printed = scene.text[start:end]
    key = printed.lower()
    dotted = scene.text.startswith(".", end)
    if not printed[0].isupper() or printed.isupper():
        return None
    if key == "co" and dotted and re.match(r"\.\s[A-Z]", scene.text[end : end + 3]) and _is_county(scene, start, end):
        return Reading(start, end + 1, "County")
    if not _NAME_BEFORE.search(scene.before(start)) or not (dotted or key in _PLAIN_TOO):
        return None
    return _firm(scene, start, end + dotted, _BEHIND_NAMES[key])


_IRISH = frozenset(
    "Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare Kilkenny "
    "Laois Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo Tipperary Tyrone "
    "Waterford Westmeath Wexford Wicklow".split()
)


def _is_county(scene: Scene, start: int, end: int) -> bool:
    del start
    return scene.word_after(end + 1) in _IRISH


def _firm(scene: Scene, start: int, end: int, said: str) -> Reading:
    """A firm's dot before a capital closes a sentence, unless the name goes on: "Acme Co. Ltd."."""
    follows = scene.word_after(end)
    if follows.lower() in _BEHIND_NAMES or follows in {"President", "Chief", "Chairman", "CEO", "Vice"}:
        return Reading(start, end, said)
    return closed(scene, start, end, said)


WORDS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(_BEHIND_NAMES, (behind_name,))
