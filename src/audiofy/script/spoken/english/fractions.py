"""Fractions and ordinals to English words: "1/3", "2 1/2", "2½", "8/10", "24/7", "1,000th". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.unit_names import UNITS
from audiofy.script.spoken.english.wording import is_british, say
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅑": (1, 9),
    "⅒": (1, 10),
}
_MIXED = re.compile(rf"(?P<whole>\d{{1,6}})\s?(?P<part>[{''.join(_VULGAR)}])")
_PLAIN = re.compile(
    r"(?:(?P<whole>\d{1,4})[\s-])?(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,4})(?P<ordinal>ths?|rds?|nds?)?(?![\d/]|[.,:]\d|[^\W_])"
)
_RATED = re.compile(
    r"\b(?:rat(?:ed?|ing|es)|scor(?:e|ed|es|ing)|mark(?:s|ed)?|verdict|grade|gave|given|got|gets|review)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"\s?[:–—]|\sfor\b")  # "8/10: A joy."
_SPECIAL = {
    ("24", "7"): "twenty four seven",
    ("50", "50"): "fifty fifty",
    ("20", "20"): "twenty twenty",
    ("60", "40"): "sixty forty",
    ("80", "20"): "eighty twenty",
    ("90", "10"): "ninety ten",
}
_ORDINAL = re.compile(r"(?P<count>\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:th|st|nd|rd)(?![^\W_])")


def _part(top: int, bottom: int, *, article: bool) -> str:
    """Such as "two thirds"; "a half" behind a whole number, "one half" alone."""
    one = "a" if article else "one"
    if bottom == 2:
        return f"{one} half" if top == 1 else f"{numbers.cardinal(top)} halves"
    if bottom == 4:
        return f"{one} quarter" if top == 1 else f"{numbers.cardinal(top)} quarters"
    name = numbers.ordinal(bottom)
    if top == 1:
        return f"{'an' if article and bottom in {8, 11, 18} else one} {name}"
    return f"{numbers.cardinal(top)} {name}s"


def mixed(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "2½ hours"."""
    del end
    found = _MIXED.match(scene.text, start)
    if found is None:
        return None
    return Reading(
        start, found.end(), f"{say(scene, found['whole'])} and {_part(*_VULGAR[found['part']], article=True)}"
    )


def vulgar(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "½ mile" and "⅔ of them"."""
    del end
    top, bottom = _VULGAR[scene.text[start]]
    said = (
        "half"
        if bottom == 2 and scene.word_after(start + 1).lower() in {"a", "an", "the"}
        else _part(top, bottom, article=False)
    )
    if bottom == 2 and scene.word_before(start).lower() in {"a", "another"}:
        said = "half"
    return _measured(scene, Reading(start, start + 1, said), whole=False, one=top == 1)


_PASSED = re.compile(r"\b(?:[Hh]e|who|[A-Z][a-z]+)\s(?:went|shot|was|finished|completed)\s$")


def plain(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1/3 of voters", "2 1/2", "24/7" and "rated it 8/10"."""
    del end
    found = _PLAIN.match(scene.text, start)
    if found is None:
        return None
    top, bottom = found["top"], found["bottom"]
    if not found["whole"] and ((top, bottom) in _SPECIAL or top == bottom):
        said = _SPECIAL.get((top, bottom)) or _even(scene, found, int(top))
        return Reading(start, found.end(), said)
    if int(bottom) == 0 or (len(bottom) > 1 and bottom.startswith("0")) or (len(top) > 1 and top.startswith("0")):
        return None
    if found["whole"]:
        if int(top) == 0 or int(bottom) > 1000:
            return None
        said = f"{say(scene, found['whole'])} and {_part(int(top), int(bottom), article=True)}"
        return _measured(scene, Reading(start, found.end(), said), whole=True, one=False)
    said = _share(scene, found, int(top), int(bottom))
    return _measured(scene, Reading(start, found.end(), said), whole=False, one=top == "1")


def _even(scene: Scene, found: re.Match[str], count: int) -> str:
    """Such as "7/7", a date or a verdict: no part of anything."""
    rated = count in _OUT_OF and _RATED.search(scene.before(found.start())) is not None
    joint = " out of " if rated or count in {10, 100} else " "
    return joint.join([numbers.cardinal(count)] * 2)


_UNIT = re.compile(rf"\s?(?P<unit>{'|'.join(map(re.escape, sorted(UNITS, key=len, reverse=True)))})(?![^\W_]|/\w)\.?")
_NO_UNITS = frozenset("in ins a s t m W V L l mm".split())


def _measured(scene: Scene, fraction: Reading, *, whole: bool, one: bool) -> Reading:
    """The fraction with the unit behind it: "1/2 tsp", "3/4 lb", "2 1/2 ft"."""
    found = _UNIT.match(scene.text, fraction.end)
    if found is None or (found["unit"] in _NO_UNITS and not (found["unit"] == "in" and found[0].endswith("."))):
        return fraction
    unit = UNITS[found["unit"]]
    end = found.end("unit") + (found[0].endswith(".") and not scene.ends_sentence(found.end()))
    if whole:
        return Reading(fraction.start, end, f"{fraction.said} {unit.many}")
    article = "an" if unit.one[0] in "aeiou" or unit.one == "hour" else "a"
    return Reading(fraction.start, end, f"{fraction.said} {'' if one else f'of {article} '}{unit.one}")


_ODDS = re.compile(
    r"\b(?:odds|odds-on|bookmakers?|bookies)\b[^.!?]{0,40}$|\b(?:favou?rite|outsider|winner|shot)\sat\s$", re.IGNORECASE
)
_PRESSURE = 40  # no fraction is printed with more below and still more above: "120/80" is blood pressure
_OUT_OF = frozenset({5, 10, 20, 100})


def _share(scene: Scene, found: re.Match[str], top: int, bottom: int) -> str:
    if bottom < 20 and _ODDS.search(scene.before(found.start())):
        return f"{numbers.cardinal(top)} to {numbers.cardinal(bottom)}"
    opens = scene.opens(found.start()) and _VERDICT.match(scene.text, found.end())
    passed = _PASSED.search(scene.before(found.start())) is not None
    rated = bottom in _OUT_OF and (opens or _RATED.search(scene.before(found.start())))
    if top <= bottom and (passed or rated):
        return f"{numbers.cardinal(top)} {'of' if passed else 'out of'} {numbers.cardinal(bottom)}"
    if top > bottom >= _PRESSURE:
        return f"{numbers.pairs(top)} over {numbers.cardinal(bottom)}"
    if bottom == 1:
        joint = " " if scene.text.startswith(" ARM", found.end()) else " to "
        return joint.join((numbers.cardinal(top), "one"))
    if top == 0 or (bottom > 100 and bottom not in {1000, 10_000}):
        return f"{numbers.cardinal(top)} over {numbers.cardinal(bottom)}"
    said = _part(top, bottom, article=False)
    if top > 1 and re.match(r"-[a-z]", scene.after(found.end(), 2)):
        said = said.removesuffix("s").replace(" ", "-")  # "a three-quarter-ton truck"
    articled = top == 1 and scene.word_before(found.start()).lower() in {"a", "an", "another", "the", "every", "each"}
    return said.removeprefix("one ") if articled else said


def ordinal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "the 100th" and "1,000th", of which engines say the letters; others they read right."""
    del end
    found = _ORDINAL.match(scene.text, start)
    if found is None:
        return None
    count = int(found["count"].replace(",", ""))
    if (count % 100 and count < 1000) or not count:
        return None
    return Reading(start, found.end(), numbers.ordinal(count, with_and=is_british(scene.language)))


_SCORE = re.compile(r"(?P<top>\d{1,2}\.\d)/(?P<bottom>5|10|20|100)(?![\d/]|[.,:]\d|[^\W_])")


def out_of(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "rated 4.5/5"."""
    del end
    found = _SCORE.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), f"{say(scene, found['top'])} out of {say(scene, found['bottom'])}")


SIGNS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(_VULGAR, (vulgar,))
DIGITS: tuple[Rule, ...] = (ordinal, mixed, plain, out_of)
