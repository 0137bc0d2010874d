"""Numbers with a dash, a colon or an "x" between them, to English words: scores, votes, ranges, ratios. Pure.

"won 3-1" is a score and said "three one"; "10-15 people" is a range and "voted 51-49" a vote, both said with "to".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import DASH, NUMBER, SPAN, is_british, say
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_PAIR = re.compile(rf"(?P<low>{NUMBER})(?P<joint>{SPAN})(?P<high>{NUMBER})(?!{DASH}\d|[/:]\d|[^\W\d_])(?P<plus>\+)?")
_CHAIN = re.compile(rf"\d{{1,2}}(?:{DASH}\d{{1,2}}){{2,5}}(?![^\W_]|{DASH}\d|[.,:/]\d)")
_VERSES = re.compile(rf"(?P<chapter>\d{{1,3}}):(?P<from>\d{{1,3}})\s?{DASH}\s?(?P<to>\d{{1,3}})(?![\d:]|[^\W_])")
_RATIO = re.compile(
    r"(?P<low>\d{1,4}(?:\.\d+)?):(?P<high>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d+)?)(?P<third>:\d{1,3})?(?![\d:]|,\d|[^\W_])"
)
_TIMES = re.compile(rf"(?P<low>{NUMBER})(?:[x×]|\s[x×]\s)(?P<high>{NUMBER})(?P<plural>s)?(?![^\W\d_])")
_PIXELS = re.compile(r"[1-9]\d{3}")
_FOLD = re.compile(
    rf"(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?[x×](?=\s(?:as|more|higher|faster|larger|bigger|greater|better|longer|"
    r"cheaper|stronger|slower|lower|smaller|likelier|the|its|their|his|her|what|that|last|over|annual|earnings|a\s(?:day|week|month|year)|revenue|sales|ebitda)\b|/(?:wk|week|day|mo|month|yr|year)\b)"
)

_FOLD_ALONE = re.compile(
    rf"(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?x(?![^\W_]|-|\s(?:zoom|lens|optical|digital|magnification|scope|engineer)|\s?\d)"
)
_PERIODS = {"wk": "week", "week": "week", "day": "day", "mo": "month", "month": "month", "yr": "year", "year": "year"}
_PER = re.compile(r"/(?P<per>wk|week|day|month|mo|year|yr)\b")
_WON = re.compile(
    r"\b(?:won|wins?|winning|winners?|beat|beats|beating|beaten|lost|los(?:e|es|ing)|lead|leads|leading|led|drew|draws?|drawn|"
    r"tied|ties|defeat(?:ed|s|ing)?|victor(?:y|ies)|loss|losses|thrash(?:ed|ing)?|hammer(?:ed|ing)|score[ds]?|scoreline|"
    r"scoring|goals?|goalless|agg|match(?:es)?|game|games|set|sets|half-time|halftime|full-time|aggregate|final|semi-?finals?|quarter-?finals?|"
    r"penalt(?:y|ies)|shootout|shoot-out|equali[sz]er?[ds]?|trail(?:ed|ing)?|down|up|ahead|behind|champions?|cup|league|series|"
    r"comeback|came back|edged|routed|swept|record|season|tie-?break(?:er)?|innings|quarter|period|overtime|stoppage|"
    r"tennis|football|soccer|rugby|hockey|baseball|basketball|playoffs?|standings|quarterback|[AN]FC|NFL|NBA|MLB|NHL)\b",
    re.IGNORECASE,
)
# "Luke 2:11" is chapter and verse.
_CHAPTER = re.compile(r"(?<![^\W_])(?!Odds|Ratio|The|At|Of|Is)[A-Z][a-z]+\s$")
# "in 38:12" is minutes and seconds.
_CLOCKED = re.compile(r"\b(?:in|time of|timed at|clocked|mark of|best of|record of)\s(?:a\s|just\s|only\s)?$")
_SENTENCES = re.compile(r"[.;!?](?:\s|$)")
_FORMATION = re.compile(r"\s(?:formation|system|shape|defen[cs]e|set-up|setup)\b")
_LINE = re.compile(
    r"\b(?:finished with|averag(?:ed|ing)|line of|record (?:is|was|of|to|stands at))\s(?:a\s)?$"
)  # points, rebounds, assists
_EVEN = {("50", "50"), ("60", "40"), ("70", "30"), ("80", "20"), ("90", "10"), ("40", "60"), ("30", "70"), ("55", "45")}
_TEAM_BEFORE = re.compile(r"[A-Z][a-z]+\s$")
_RECORD_BEFORE = re.compile(
    r"(?<![^\W_])(?!Groups?\b|Age[sd]?\b|Grades?\b|Years?\b|Weeks?\b)[A-Z][a-z]+\s\((?:\d{1,3}-\d{1,3},\s)?$"
)  # "the Bears (7-4)"
# "The Bears are 7-4 this year."
_STANDING = re.compile(r"[A-Z][a-z]+s\s(?:are|were|went|started|improved to|fell to|dropped to)\s(?:now\s)?$")
_CLOSED = re.compile(r"[.,;]|\s(?:in|on|at|this|since|against|when|and|but|after|with|overall|over|under)\b|$")
_TEAM_BEHIND = re.compile(r"\s[A-Z][a-z]+")
_POINTS, _GAMES_A_YEAR = 30, 162  # up to which a score is said without "to"; of a baseball season
_GAMES = 7  # of a set in tennis
_SET_BEFORE = re.compile(rf"(?<!\d)[0-7]{DASH}[0-7](?:\s\(\d{{1,2}}{DASH}\d{{1,2}}\))?,?\s$")
_SET_BEHIND = re.compile(rf"(?:\s\(\d{{1,2}}{DASH}\d{{1,2}}\))?,?\s[0-7]{DASH}[0-7](?!\d|{DASH})")
# Runs and wickets: "120-3" is a hundred and twenty for three.
_CRICKET = re.compile(
    r"\b(?:stumps|wickets?|wkts|not out|declared|dec|bowled|overs|ODI|T20|all out|lunch|tea|innings|Tests?|seamer|"
    r"spinner|Ashes)\b"
)
_WICKETS, _RUNS = 10, 40
_BATTED = re.compile(r"\b(?:reached|slumped to|collapsed to|closed on|closed at|steered \w+ to|reduced to|were)\s$")
_EVEN_RATIOS = (["50", "50"],)
# The shapes of pictures: "a 16:9 screen" is sixteen by nine.
_SHAPES = (["16", "9"], ["21", "9"], ["4", "3"], ["16", "10"], ["32", "9"], ["9", "16"])
_PICTURE = re.compile(
    r"\b(?:aspect|screens?|monitors?|displays?|formats?|TVs?|television|widescreen|videos?|panels?|footage|"
    r"cinema|film|pictures?)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|percent|per\scent|degrees|miles|kilomet|met(?:er|re)s?|"
    r"feet|inch|tons?|tonnes|times|points?|dollars|pounds|euros|million|billion|troops|workers|(?:or|and)\s\d)|-(?:year|month|week|day|hour|minute|mile)",
    re.IGNORECASE,
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
    if _is_cricket(scene, found):
        joint = " for "
    nil = "nil" if joint == " " and is_british(scene.language) else "zero"
    said = joint.join(nil if printed == "0" else say(scene, printed) for printed in (low, high))
    return Reading(start, found.end(), said + " plus" * bool(found["plus"]))


def _is_cricket(scene: Scene, found: re.Match[str]) -> bool:
    """Whether it is runs for wickets, or a bowler's wickets for runs."""
    low, high = found["low"], found["high"]
    if not (low.isdecimal() and high.isdecimal() and min(int(low), int(high)) <= _WICKETS < max(int(low), int(high))):
        return False
    if int(high) < _WICKETS and int(low) >= _RUNS and _BATTED.search(scene.before(found.start())):
        return True
    return _CRICKET.search(f"{scene.before(found.start(), 70)} {scene.after(found.end(), 50)}") is not None


def _is_score(scene: Scene, found: re.Match[str]) -> bool:
    """Two small numbers near a word of sport, that measure nothing: "won 3-1 at home"."""
    low, high = found["low"], found["high"]
    if not (low.isdecimal() and high.isdecimal() and int(low) <= _GAMES_A_YEAR and int(high) <= _GAMES_A_YEAR):
        return False
    if max(int(low), int(high)) > _POINTS and not _RECORD_BEFORE.search(scene.before(found.start())):
        return False
    if _MEASURED.match(scene.text, found.end()) or _COUNT_BEFORE.search(scene.before(found.start())):
        return False
    if " " in found["joint"]:
        return False
    around = (
        _SENTENCES.split(scene.before(found.start(), 70))[-1] + " " + _SENTENCES.split(scene.after(found.end(), 50))[0]
    )
    sport = high == "0" or _is_between(scene, found) or _WON.search(around) is not None
    return sport and not _VOTED.search(around)


def _is_between(scene: Scene, found: re.Match[str]) -> bool:
    """Whether it stands between two names, or in a row of sets: "England 1-0 Wales", "6-4 6-3"."""
    before, after = scene.before(found.start()), scene.after(found.end())
    low, high = int(found["low"]), int(found["high"])
    if (low >= high or not low) and _TEAM_BEFORE.search(before) and _TEAM_BEHIND.match(after):
        return True
    if _STANDING.search(before) and _CLOSED.match(after):
        return True
    if _RECORD_BEFORE.search(before) and after[:1] in {")", ","}:
        return True
    return max(low, high) <= _GAMES and bool(_SET_BEFORE.search(before) or _SET_BEHIND.match(after))


def chain(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "a 4-3-3 formation" and "a 10-2-1 record": small numbers in a row."""
    del end
    found = _CHAIN.match(scene.text, start)
    if found is None:
        return None
    parts = re.findall(r"\d+", found[0])
    largest = max(map(int, parts))
    shaped = _FORMATION.match(scene.text, found.end()) or _LINE.search(scene.before(start))
    if (len(parts) > 3 and largest > 9) or not (shaped or largest < 32):
        return None
    return Reading(start, found.end(), " ".join(numbers.cardinal(int(part)) for part in parts))


def ratio(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "3:1", "16:9" and "Luke 2:11"."""
    del end
    named = _CHAPTER.search(scene.before(start)) is not None
    verses = _VERSES.match(scene.text, start) if named else None
    if verses is not None:
        chapter, first, last = (say(scene, verses[name]) for name in ("chapter", "from", "to"))
        return Reading(start, verses.end(), f"{chapter}, {first} to {last}")
    found = _RATIO.match(scene.text, start)
    if found is None:
        return None
    parts = [found["low"], found["high"]] + ([found["third"][1:]] if found["third"] else [])
    if len(parts) == 2 and _CLOCKED.search(scene.before(start)) and re.fullmatch(r"[0-5]\d", parts[1]):
        seconds = f"oh {numbers.cardinal(int(parts[1]))}" if parts[1][0] == "0" else say(scene, parts[1])
        return Reading(start, found.end(), f"{say(scene, parts[0])} {seconds if parts[1] != '00' else 'flat'}")
    joint = " " if named or parts in _EVEN_RATIOS else " to "
    if parts in _SHAPES and _PICTURE.search(f"{scene.before(start, 40)} {scene.after(found.end(), 40)}"):
        joint = " by "
    return Reading(start, found.end(), joint.join(say(scene, part) for part in parts))


def times(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "4x4", "4 x 100", "1920x1080", "2x4s" and "3x as many"."""
    del end
    found = _TIMES.match(scene.text, start)
    if found is None:
        fold = _FOLD.match(scene.text, start)
        if fold is None and scene.word_before(start) not in {"from", "to"}:
            fold = _FOLD_ALONE.match(scene.text, start)
        if fold is None:
            return None
        upper = f" to {say(scene, fold['high'])}" if fold["high"] else ""
        per = _PER.match(scene.text, fold.end())
        often = f" per {_PERIODS[per['per']]}" if per else ""
        return Reading(start, per.end() if per else fold.end(), f"{say(scene, fold['low'])}{upper} times{often}")
    pixels = _PIXELS.fullmatch(found["low"]) is not None
    low, high = (
        numbers.pairs(int(part)) if pixels and part.isdecimal() else say(scene, part)
        for part in found.group("low", "high")
    )
    said = f"{low} by {high}"
    return Reading(start, found.end(), numbers.plural_of(said) if found["plural"] else said)


def multiplied(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "x" of "30cm x 20cm"."""
    sized = re.search(r"\d(?:\s?[a-z]{1,2}|\s[a-z]{4,11})?\s$", scene.before(start)) is not None
    return Reading(start, end, "by") if sized and re.match(r"\s\d", scene.after(end, 2)) else None


WORDS: Mapping[str, tuple[Rule, ...]] = {"x": (multiplied,)}
DIGITS: tuple[Rule, ...] = (chain, pair, ratio, times)
