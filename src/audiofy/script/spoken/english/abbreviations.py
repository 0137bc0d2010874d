"""Abbreviations to English words: "No. 10", "Inc.", "vs.", "e.g.", "Ave.", "R&D". Pure.

The full stop that would make a pause goes, but stays where it closes the sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.firms import closed
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

# With a full stop always, without one only where it is no word.
_ALWAYS = {
    "approx": "approximately",
    "dept": "department",
    "depts": "departments",
    "etc": "et cetera",
    "excl": "excluding",
    "govt": "government",
    "hrs": "hours",
    "incl": "including",
    "intl": "international",
    "mgmt": "management",
    "mins": "minutes",
    "misc": "miscellaneous",
    "natl": "national",
    "secs": "seconds",
    "viz": "namely",
    "vs": "versus",
    "wkts": "wickets",
    "yrs": "years",
}
# Those that a sentence may end with.
_LAST = frozenset("dept depts etc govt hrs mins secs yrs".split())
_DOT = re.compile(r"\.?(?![^\W_])")
_COUNTED = re.compile(r"\s(?:people|men|women|more|[a-z]{3,}s)\b")


def always(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Spain vs. Italy", "guns, drones, etc."."""
    printed = scene.text[start:end]
    dot = _DOT.match(scene.text, end)
    if dot is None or (printed.isupper() and not scene.shouts(start, end)):
        return None
    said = _ALWAYS[printed.lower()]
    return closed(scene, start, dot.end(), said) if printed.lower() in _LAST else Reading(start, dot.end(), said)


_NUMBER_AFTER = re.compile(r"(?P<dot>\.?)\s?(?=\d)")


def number_sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "No. 10", "Nos. 3 and 4", "No 10"; not "No. I think" and not "No 2 people are alike"."""
    printed = scene.text[start:end]
    found = _NUMBER_AFTER.match(scene.text, end)
    if found is None or printed.isupper() or (not printed[0].isupper() and not found["dot"]):
        return None
    if not found["dot"]:
        if not found[0] or _COUNTED.match(scene.text, _end_of_number(scene, found.end())):
            return None
    elif _opens(scene, start) and _COUNTED.match(scene.text, _end_of_number(scene, found.end())):
        return None
    return Reading(start, found.end(), "numbers " if printed.lower() == "nos" else "number ")


def _end_of_number(scene: Scene, at: int) -> int:
    digits = re.compile(r"[\d,]{1,15}").match(scene.text, at)
    return digits.end() if digits else at


def _opens(scene: Scene, start: int) -> bool:
    """Whether a sentence begins at `start`: "No. 200 people came" answers a question."""
    return scene.opens(start) or scene.before(start, 4).rstrip()[-1:] in set('.!?"“:')


_LATIN = {
    "e.g": "for example",
    "i.e": "that is",
    "a.k.a": "also known as",
    "n.b": "note",
    "p.s": "P S",
    "c.f": "compare",
    "w.r.t": "with respect to",
}
_DOTTED = re.compile(r"(?:e\.\s?g|i\.\s?e|a\.k\.a|n\.b|c\.f|w\.r\.t)\b\.?", re.IGNORECASE)


def latin(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "e.g. Poland", "i.e. France", "a.k.a."."""
    found = _DOTTED.match(scene.text, start) if scene.text.startswith(".", end) else None
    if found is None or scene.text[start - 1 : start] == ".":
        return None
    return Reading(start, found.end(), _LATIN[found[0].lower().replace(" ", "").rstrip(".")])


_DOTLESS = {"eg": "for example", "ie": "that is", "aka": "also known as", "wrt": "with respect to"}


def dotless(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "eg Poland", "aka Banksy", in small letters."""
    printed = scene.text[start:end]
    if not printed.islower() or _DOT.match(scene.text, end) is None:
        return None
    return Reading(start, end, _DOTLESS[printed])


_INITIALS = re.compile(r"&(?=[B-Z](?![^\W_]))")


def ampersand(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "R&D" and "S&P 500"; "A" is left to the engine, which would take it for the article."""
    del end
    before = scene.before(start, 2)
    if _INITIALS.match(scene.text, start) is None or re.search(r"(?<![^\W_])[B-Z]$", before) is None:
        return None
    return Reading(start, start + 1, " and ")


_WITH = re.compile(r"/(?P<out>o(?:ut)?\b)?(?=\s|[a-z]{3})")


def with_slash(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "w/ fries", "w/o sugar"."""
    found = _WITH.match(scene.text, end)
    if found is None or scene.text[start] != "w":
        return None
    return Reading(start, found.end(), "without" if found["out"] else "with")


_ON = {"y": "year on year", "q": "quarter on quarter", "m": "month on month", "w": "week on week"}
_COMPARED = re.compile(r"(?P<one>[yqmw])/(?P=one)(?![^\W_]|/)|(?P<other>[yqmw])-o-(?P=other)(?![^\W_])", re.IGNORECASE)


def compared(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "up 5% y/y"."""
    del end
    found = _COMPARED.match(scene.text, start)
    return Reading(start, found.end(), _ON[found[0][0].lower()]) if found is not None else None


WORDS: dict[str, tuple[Rule, ...]] = {
    "no": (number_sign,),
    "nos": (number_sign,),
    "e": (latin,),
    "i": (latin,),
    "a": (latin,),
    "n": (latin,),
    "w": (with_slash, compared),
    "y": (compared,),
    "q": (compared,),
    "m": (compared,),
}
for _key in _ALWAYS:
    WORDS[_key] = (*WORDS.get(_key, ()), always)
for _key in _DOTLESS:
    WORDS[_key] = (dotless,)
_PER = re.compile(
    r"/(?=(?:day|week|month|year|hour|person|night|game|student|pupil|household|capita|mile|share)\b)|/hr\b"
)


def per(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "seven days/week"."""
    del end
    found = _PER.match(scene.text, start)
    if found is None or re.search(r"\b(?:[a-z]{3,}s|hrs?|people|calls)$", scene.before(start)) is None:
        return None
    return Reading(start, found.end(), " per hour" if found[0] == "/hr" else " per ")


SIGNS: Mapping[str, tuple[Rule, ...]] = {"&": (ampersand,), "/": (per,)}
