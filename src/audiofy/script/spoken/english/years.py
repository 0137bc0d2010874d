"""Years, decades and their ranges to English words: "2025", "1990s", "'80s", "2014-2022", "FY2024", "Q1". Pure.

A number from 1100 to 2099 without a comma is a year, unless what follows is counted or measured by it: "1914" and
"1500 people".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import DASH, is_british
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene

_YEAR = re.compile(r"(?P<year>1[1-9]\d{2}|20\d{2})(?P<tail>s|['’]s)?(?![^\W_]|[.,:/]\d|%)")
_RANGE = re.compile(
    rf"(?P<first>1[0-9]\d{{2}}|20\d{{2}})(?P<joint>\s?{DASH}\s?|/)(?P<last>[12]\d{{3}}|\d{{2}})(?![^\W_]|[.,:/]\d|{DASH}\d|%)"
)
_DECADES = re.compile(
    rf"(?P<first>1[1-9]\d0|20\d0|[2-9]0)['’]?s(?:\s?(?P<joint>{DASH}|to|and|or)\s?['’]?(?P<last>1[1-9]\d0|20\d0|[1-9]0)['’]?s)?+(?![^\W_])"
)
_SPACED = re.compile(r"(?P<first>1[89]\d0)\ss(?![^\W_])")
_ERA = re.compile(r"(?P<year>\d{1,4})(?=\s?(?:AD|BC|BCE|CE|B\.C\.|A\.D\.|C\.E\.)(?![^\W_]))")
_EARLY = re.compile(r"(?P<year>10\d{2}|[3-9]\d{2})(?![^\W_]|[.,:/%]\d|%|[-–]\d)")
_EARLY_CUE = re.compile(r"\b(?:AD|A\.D\.|anno|in the year|(?:battle|year|council|treaty|conquest) of)\s$")
_SHORT_YEAR = re.compile(r"(?P<year>\d{2})(?![^\W_]|[.,:]\d)")

# What only counts and measures stand before; and a plural noun, before which round numbers count.
_STRONG = re.compile(
    r"\s(?:more|other|additional|people|men|women|children|sheep|fish|staff|police|km|kg|mph|square|cubic|or\smore|troops|soldiers|"
    r"workers|jobs|homes|houses|million|billion|percent|per\scent|words|students|votes|civilians|prisoners|calories|steps|seats|"
    r"passengers|refugees|migrants|animals|trees|times|days|hours|minutes|seconds|years|weeks|months)\b|"
    r"[\s-](?:(?:square|cubic|nautical|metric)\s)?(?:metre|meter|mile|kilomet|foot\b|feet\b|tons?\b|tonne|pounds?\b|dollar|"
    r"euro|acre|hectare|litre|liter|calorie|people|strong|odd|year-old)"
)
_PLURAL = re.compile(r"\s[^\W\d_]*[^\W\dsu_A-Z]s(?![^\W_])")
_NOT_PLURAL = re.compile(
    r"\s(?:was|is|has|does|as|us|its|his|this|thus|plus|versus|series|class|loss|across|unless|always|perhaps|sees|saw|says|"
    r"has|lets|makes|gives|shows|brings|remains|marks|comes|begins|starts|ends|becomes|goes|needs|seems|looks|feels|means|"
    r"gets|takes|puts|sets|wants|hits|runs|yes|news|sports|games|elections|olympics|world|headlines|apos|s)\b",
    re.IGNORECASE,
)
_SURE_CUE = re.compile(
    r"\b(?:in|since|until|till|during|circa|throughout|year|spring|summer|autumn|winter)[\s-]$", re.IGNORECASE
)


def _said(scene: Scene, count: int) -> str:
    return numbers.year(count, with_and=is_british(scene.language))


def span(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "2014-2022", "1960-80", "2024/25"."""
    del end
    found = _RANGE.match(scene.text, start)
    if found is None:
        return None
    first, last = int(found["first"]), found["last"]
    whole = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if not first < whole <= first + (899 if len(last) == 4 else 99) or first < 1100:
        return None
    if len(last) == 2 and _STRONG.match(scene.text, found.end()):
        return None
    slash = found["joint"] == "/"
    joint = " " if slash else " to "
    return Reading(start, found.end(), f"{_said(scene, first)}{joint}{_last(scene, last)}")


def _last(scene: Scene, last: str) -> str:
    if len(last) == 4:
        return _said(scene, int(last))
    words = numbers.cardinal(int(last))
    return f"oh {words}" if int(last) < 10 else words


def decades(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "1990s", "the '80s", "1960s-80s", "mid-1980s"."""
    del end
    found = _DECADES.match(scene.text, start) or _SPACED.match(scene.text, start)
    if found is None:
        return None
    if scene.text[start - 1 : start] in {"'", "’", "‘"} and scene.before(start, 2)[:-1] in {"", " ", "(", "-"}:
        start -= 1
    said = numbers.decade(int(found["first"]))
    if found.groupdict().get("last"):
        joint = found["joint"] if found["joint"].isalpha() else "to"
        said += f" {joint} {numbers.decade(int(found['last']))}"
    return Reading(start, found.end(), said)


def single(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "in 2025", "1914", "1066" after a word that asks for a year."""
    del end
    found = _YEAR.match(scene.text, start)
    if found is None:
        return _early(scene, start)
    stop = found.end("year")
    if _is_count(scene, start, found):
        return None
    if scene.text[start - 1 : start] in {"-", "–"} and scene.text[start - 2 : start - 1].isspace():
        return None
    return Reading(start, stop, _said(scene, int(found["year"])))


def _is_count(scene: Scene, start: int, found: re.Match[str]) -> bool:
    """Whether the number counts what follows: "1500 people", "2000 homes", but "the 2024 elections"."""
    end = found.end()
    if _SURE_CUE.search(scene.before(start)):
        return False
    if _STRONG.match(scene.text, end):
        return True
    recent = 1900 < int(found["year"]) < 2060 and int(found["year"]) % 100
    return not recent and bool(_PLURAL.match(scene.text, end)) and not _NOT_PLURAL.match(scene.text, end)


def _early(scene: Scene, start: int) -> Reading | None:
    era = _ERA.match(scene.text, start)
    if era is not None:
        return Reading(start, era.end(), _said(scene, int(era["year"])))
    found = _EARLY.match(scene.text, start)
    if found is None:
        return None
    sure = _SURE_CUE if found["year"].startswith("10") and len(found["year"]) == 4 else _EARLY_CUE
    if not sure.search(scene.before(start)) or _STRONG.match(scene.text, found.end()):
        return None
    return Reading(start, found.end(), _said(scene, int(found["year"])))


def apostrophe(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "the class of '98": the apostrophe stands for the century."""
    del end
    found = _SHORT_YEAR.match(scene.text, start)
    if found is None or _APOSTROPHE.search(scene.before(start, 4)) is None:
        return None
    if scene.text.startswith(("'", "’"), found.end()):
        return None  # '12' is quoted
    return Reading(
        start - 1,
        found.end(),
        numbers.pairs(int(found["year"])) if int(found["year"]) > 9 else f"oh {numbers.cardinal(int(found['year']))}",
    )


_APOSTROPHE = re.compile(r"(?:^|[\s(]|(?<![^\W_])(?:Q[1-4]|H[12]|FY))['’]$")
_FISCAL = re.compile(
    rf"(?P<year>20\d{{2}}|\d{{2}})(?:(?P<joint>/|{DASH})(?P<last>20\d{{2}}|\d{{2}}))?+(?![^\W_]|[.,]\d)"
)


def fiscal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "FY2024", "FY24/25", "CY2025", "Q3 2024" leaves Q3 to the engine."""
    del end
    if not re.search(r"(?<![^\W_])(?:FY|CY|HY|GW|Q[1-4]|H[12])$", scene.before(start, 3).lstrip()):
        return None
    found = _FISCAL.match(scene.text, start)
    if found is None:
        return None
    joint = " to " if found["joint"] and found["joint"] != "/" else " "
    parts = [year for year in found.group("year", "last") if year]
    said = joint.join(_said(scene, int(year)) if len(year) == 4 else numbers.cardinal(int(year)) for year in parts)
    return Reading(start, found.end(), said)


_RESULTS = re.compile(
    r"\s(?:net|adjusted|operating|core|pretax|earnings|results?|profits?|revenues?|sales|income|loss|eps|ebitda|growth|gdp|"
    r"guidance|report|figures|numbers|deliveries|margins?)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?P<quarter>[1-4])(?P<part>Q|H(?=\d))(?:\s?['’]?(?P<year>20\d{2}|\d{2}))?+(?![^\W_])")


def quarter(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "2Q22" is the second quarter of twenty two."""
    del end
    found = _QUARTER.match(scene.text, start)
    if found is None:
        return None
    said = f"{numbers.ordinal(int(found['quarter']))} {'quarter' if found['part'] == 'Q' else 'half'}"
    attributive = not found["year"] and _RESULTS.match(scene.text, found.end())
    if not attributive and scene.word_before(start).lower() not in {"the", "its", "their", "our", "a"}:
        said = f"the {said}"
    if found["year"]:
        year = found["year"]
        said += f" of {numbers.cardinal(int(year)) if len(year) == 2 else _said(scene, int(year))}"
    return Reading(start, found.end(), said)


DIGITS: tuple[Rule, ...] = (quarter, decades, span, single, apostrophe)
GLUED: tuple[Rule, ...] = (decades, fiscal)
