"""Numbers with a dash, a colon or an "x" between them, to English words: scores, votes, ranges, ratios. Pure.

"won 3-1" is a score and said "three one"; "10-15 people" is a range and "voted 51-49" a vote, both said with "to".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import DASH, NUMBER, WHOLE, is_british, say
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_PAIR = re.compile(
    rf"(?P<low>{NUMBER})(?P<joint>\s?{DASH}\s?)(?P<high>{NUMBER})(?!{DASH}\d|[/:]\d|[^\W\d_])(?P<plus>\+)?"
)
_CHAIN = re.compile(rf"\d{{1,2}}(?:{DASH}\d{{1,2}}){{2,5}}(?![^\W_]|{DASH}\d|[.,:/]\d)")
_RATIO = re.compile(r"(?P<low>\d{1,4}(?:\.\d+)?):(?P<high>\d{1,4}(?:\.\d+)?)(?P<third>:\d{1,3})?(?![\d:]|[^\W_])")
_TIMES = re.compile(rf"(?P<low>{NUMBER})\s?[x×]\s?(?P<high>{NUMBER})(?![^\W\d_])")

_WON = re.compile(
    r"\b(?:won|wins?|winning|winners?|beat|beats|beating|beaten|lost|los(?:e|es|ing)|lead|leads|leading|led|drew|draws?|drawn|"
    r"tied|ties|defeat(?:ed|s|ing)?|victor(?:y|ies)|loss|losses|thrash(?:ed|ing)?|hammer(?:ed|ing)|score[ds]?|scoreline|"
    r"scoring|goals?|goalless|match(?:es)?|game|games|set|sets|half-time|halftime|full-time|aggregate|final|semi-?finals?|quarter-?finals?|"
    r"penalt(?:y|ies)|shootout|shoot-out|equali[sz]er?[ds]?|trail(?:ed|ing)?|down|up|ahead|behind|champions?|cup|league|series|"
    r"comeback|came back|edged|routed|swept|record|season|tie-?break(?:er)?|innings|quarter|period|overtime|stoppage|"
    r"tennis|football|soccer|rugby|hockey|baseball|basketball)\b",
    re.IGNORECASE,
)
# "Luke 2:11" is chapter and verse.
_CHAPTER = re.compile(r"(?<![^\W_])(?!Odds|Ratio|The|At|Of|Is)[A-Z][a-z]+\s$")
_SENTENCES = re.compile(r"[.;!?](?:\s|$)")
_FORMATION = re.compile(r"\s(?:formation|system|shape|defen[cs]e|set-up|setup)\b")
_EVEN = {("50", "50"), ("60", "40"), ("70", "30"), ("80", "20"), ("90", "10"), ("40", "60"), ("30", "70"), ("55", "45")}
_MEASURED = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|percent|per\scent|degrees|miles|kilomet|met(?:er|re)s?|"
    r"feet|inch|tons?|tonnes|times|points?|dollars|pounds|euros|million|billion|troops|workers|or\b|and\b)|-(?:year|month|week|day|hour|minute|mile)"
)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|majority|ruling|ruled|decision|senate|house|court|passed|panel|committee|split)\b",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    r"\b(?:ages?|aged|pages?|verses?|chapters?|lines?|articles?|sections?|weeks?|days?|between|from|about|around|"
    r"some|roughly|estimated|nearly|expect|group|steps?|rooms?|seats?|numbers?|nos?\.?|levels?|grades?|years?)\s$",
    re.IGNORECASE,
)


def pair(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3-1", "10-15", "51-49", "1,000-1,500", "50-50"."""
    del end
    found = _PAIR.match(scene.text, start)
    if found is None:
        return None
    low, high = found["low"], found["high"]
    if (low.startswith("0") and len(low) > 1 and "." not in low) or (
        high.startswith("0") and len(high) > 1 and "." not in high
    ):
        return None
    if (low, high) in _EVEN and not _MEASURED.match(scene.text, found.end()):
        joint = " "
    else:
        joint = " " if _is_score(scene, found) else " to "
    nil = "nil" if joint == " " and is_british(scene.language) else "zero"
    said = joint.join(nil if printed == "0" else say(scene, printed) for printed in (low, high))
    return Reading(start, found.end(), said + " plus" * bool(found["plus"]))


def _is_score(scene: Scene, found: re.Match[str]) -> bool:
    """Two small numbers near a word of sport, that measure nothing: "won 3-1 at home"."""
    low, high = found["low"], found["high"]
    if not (low.isdecimal() and high.isdecimal() and int(low) <= 30 and int(high) <= 30):
        return False
    if _MEASURED.match(scene.text, found.end()) or _COUNT_BEFORE.search(scene.before(found.start())):
        return False
    if " " in found["joint"]:
        return False
    around = (
        _SENTENCES.split(scene.before(found.start(), 70))[-1] + " " + _SENTENCES.split(scene.after(found.end(), 50))[0]
    )
    return bool(_WON.search(around)) and not _VOTED.search(around)


def chain(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "a 4-3-3 formation" and "a 10-2-1 record": small numbers in a row."""
    del end
    found = _CHAIN.match(scene.text, start)
    if found is None:
        return None
    parts = re.findall(r"\d+", found[0])
    if (len(parts) > 3 and max(map(int, parts)) > 9) or not (
        _FORMATION.match(scene.text, found.end()) or max(map(int, parts)) < 32
    ):
        return None
    return Reading(start, found.end(), " ".join(numbers.cardinal(int(part)) for part in parts))


def ratio(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3:1", "16:9" and "Luke 2:11"."""
    del end
    found = _RATIO.match(scene.text, start)
    if found is None:
        return None
    parts = [found["low"], found["high"]] + ([found["third"][1:]] if found["third"] else [])
    joint = " " if _CHAPTER.search(scene.before(start)) else " to "
    return Reading(start, found.end(), joint.join(say(scene, part) for part in parts))


def times(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "4x4" and "4 x 100"."""
    del end
    found = _TIMES.match(scene.text, start)
    if found is None:
        return None
    return Reading(start, found.end(), f"{say(scene, found['low'])} by {say(scene, found['high'])}")


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


def comparison(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "~50", "<5", "≥ 18"."""
    sign = scene.text[start]
    before = scene.text[start - 1 : start]
    if sign in "<>" and re.search(r"\d\s$", scene.before(start)) and _BEFORE_NUMBER.match(scene.text, end):
        return Reading(start, end, "is less than" if sign == "<" else "is greater than")
    if sign in _WORDS_BEFORE and not before.isalnum() and _BEFORE_NUMBER.match(scene.text, end):
        blank = " " if not scene.text.startswith(" ", end) else ""
        return Reading(start, end, _WORDS_BEFORE[sign] + blank)
    if sign in _WORDS_ALONE:
        lead = " " if before.strip() else ""
        tail = "" if scene.text.startswith(" ", end) else " "
        return Reading(start, end, f"{lead}{_WORDS_ALONE[sign]}{tail}")
    return None


_AFTER_SIGN = re.compile(rf"\s?(?={WHOLE})")


def number_mark(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "#1", "№ 5" and "§ 230"."""
    found = _AFTER_SIGN.match(scene.text, end)
    if found is None:
        return None
    word = "section" if scene.text[start] == "§" else "number"
    if scene.text.startswith("§", start - 1) and start:
        return Reading(start, end, "")
    return Reading(start, found.end(), f"{word} ")


def multiplied(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "x" of "30cm x 20cm"."""
    sized = re.search(r"\d(?:\s?[a-z]{1,2}|\s[a-z]{4,11})?\s$", scene.before(start)) is not None
    return Reading(start, end, "by") if sized and re.match(r"\s\d", scene.after(end, 2)) else None


def power(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "10^6"; alone the sign is passed over."""
    between = scene.text[start - 1 : start].isdecimal() and scene.text[end : end + 1].isdecimal()
    return Reading(start, end, " to the power of ") if between else None


def raised(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "x²" and "per km²", behind a letter."""
    if not scene.text[start - 1 : start].isalpha():
        return None
    return Reading(start, end, " squared" if scene.text[start] == "²" else " cubed")


_CALIBRE = re.compile(r"[\s-](?:cal\b|calib(?:er|re)|rifles?|handguns?|pistols?|revolvers?|magnum|bullets?|rounds?)")
_POINT = re.compile(r"(?:^|[\s($+])(?P<minus>[-−–])?\.$")


def leading_point(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as ".5", "-.5" and "a .300 hitter"."""
    found = _POINT.search(scene.before(start, 3))
    if found is None or end - start > 6 or scene.text[end : end + 1].isalpha():
        return None
    if _CALIBRE.match(scene.text, end):
        return Reading(start - 1, end, numbers.cardinal(int(scene.text[start:end])))
    lead = "minus " if found["minus"] else ""
    return Reading(start - 1 - bool(lead), end, f"{lead}point {numbers.digits(scene.text[start:end])}")


SIGNS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys({*_WORDS_BEFORE, *_WORDS_ALONE}, (comparison,)),
    **dict.fromkeys("#№§", (number_mark,)),
    **dict.fromkeys("²³", (raised,)),
    "^": (power,),
}
WORDS: Mapping[str, tuple[Rule, ...]] = {"x": (multiplied,)}
DIGITS: tuple[Rule, ...] = (leading_point, chain, pair, ratio, times)
