"""Times of day and durations to English words: "10:00", "6.30am", "9am-5pm", "1430 GMT", "2:03:45". Pure.

Zones are said letter by letter, in the dotted form ("G.M.T") that no engine takes for a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.english.wording import DASH, is_british
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Rule, Scene

_ZONES = (
    "GMT UTC BST EST EDT CST CDT MST MDT PST PDT AKST AKDT HST CEST CET EEST EET MSK IST PKT JST KST HKT SGT AEST AEDT "
    "ACST ACDT AWST NZST NZDT SAST EAT WAT CAT ET PT CT MT"
)
_ZONE = re.compile(
    rf"\s?(?P<open>\()?(?:(?P<base>GMT|UTC)\b(?P<offset>\s?[+−–-]\s?\d{{1,2}}(?::[0-5]\d)?(?![\d.]))?|(?P<zone>{'|'.join(_ZONES.split())}|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet)\b|(?P<dotted>[a-zA-Z]\.[mdsMDS]\.[tT]\b\.?))(?(open)\))"
)
_HALF = r"(?:\s?(?P<{}>[ap](?:\.\s?m\b\.?|m\b\.?)|[AP](?:\.\s?M\b\.?|M\b\.?)))"
_CLOCK = r"(?P<{}>[01]?\d|2[0-4])(?:[:.](?P<{}>[0-5]\d))?"
_WITH_HALF = re.compile(
    _CLOCK.format("hour", "minute") + _HALF.format("half") + rf"(?:\s?{DASH}\s?(?P<until>noon|midnight)\b)?"
)
_SPAN = re.compile(
    rf"{_CLOCK.format('hour', 'minute')}{_HALF.format('half')}?+(?:\s?{DASH}\s?|\s(?P<joint>to|and|until|till)\s)"
    rf"{_CLOCK.format('hour2', 'minute2')}{_HALF.format('half2')}"
)
_HOUR = r"(?P<{}>[01]?\d|2[0-4]):(?P<{}>[0-5]\d)"
_COLON = re.compile(rf"{_HOUR.format('hour', 'minute')}(?![\d:]|[.,]\d|[^\W\d_])")
_COLON_SPAN = re.compile(
    rf"{_HOUR.format('hour', 'minute')}\s?{DASH}\s?{_HOUR.format('hour2', 'minute2')}(?![\d:]|[.,]\d|[^\W\d_])"
)
_LONG = re.compile(r"(?P<h>\d{1,3}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?P<part>\.\d{1,3})?(?![\d:]|[^\W_])")
_RACE = re.compile(r"(?P<m>\d{1,2}):(?P<s>[0-5]\d)(?P<part>\.\d{1,3})(?![\d:]|[^\W_])")
_MILITARY = re.compile(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<hours>h\b|\s?hrs?\b|\s?hours\b)?(?![^\W_])")
_POINT = re.compile(r"(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![\d%]|[.,:]\d|[^\W_])")
_HOUR_H = re.compile(r"(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)?\b")
_LOCAL = re.compile(r"\s(?:local\stime|hours|\w+\stime)\b")
_TIMETABLE = re.compile(r"\b(?:[Tt]he|[Aa]t|[Ff]rom|[Uu]ntil|[Bb]y|[Aa]round|[Aa]bout|[Bb]efore|[Aa]fter)\s$")
_SERVICE = re.compile(
    r"\s(?:(?:at|to|from)\s[A-Z]|(?:train|service|kick-?off|start|race|on\s(?:the|[A-Z][a-z]+day)|"
    r"in\sthe\s(?:morning|afternoon|evening)|this|that|today|tonight|yesterday|tomorrow|sharp)\b)"
)
_OFFSET = re.compile(r"\s?(?P<sign>[+−–-])\s?(?P<hours>\d{1,2})(?::(?P<minutes>[0-5]\d))?")
_RATIO_CUE = re.compile(
    r"\b(?:odds|ratio|psalms?|genesis|exodus|matthew|mark|luke|john|acts|romans|corinthians|isaiah|proverbs|verses?|"
    r"chapter|surah?|quran)(?:\s(?:of|at|were|was|is))?\s$",
    re.IGNORECASE,
)
# What stands behind "am" where it is the verb: "I, who was 5, am told".
_VERB = re.compile(r"\s(?:not|a|an|the|so|very|told|also|still|now|\w+ing)(?![^\W_])")
_GO_ON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december eastern central pacific mountain local mon tue tues wed thu thur thurs fri sat sun jan "
    "feb mar apr jun jul aug sep sept oct nov dec".split()
)


def _minutes(printed: str) -> str:
    minutes = int(printed)
    return ("oh " if minutes < 10 else "") + numbers.cardinal(minutes)


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    """Such as "nine oh five", "ten o'clock", "ten PM"."""
    words = numbers.cardinal(int(hour))
    if minute and int(minute):
        words += f" {_minutes(minute)}"
    elif not half:
        if not int(hour) % 24:
            return "midnight"
        return f"{words} o'clock"
    return f"{words} {half[0].upper()}M" if half else words


def with_half(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "8 p.m.", "6.30am", "9am-5pm", "3-5 p.m."."""
    del end
    span = _SPAN.match(scene.text, start)
    if span is not None and (span["half"] or span["joint"] != "and"):
        first = _clock(span["hour"], span["minute"], span["half"]).removesuffix(" o'clock")
        said = f"{first} {span['joint'] or 'to'} {_clock(span['hour2'], span['minute2'], span['half2'])}"
        return _placed(scene, start, span.end(), said)
    found = _WITH_HALF.match(scene.text, start)
    if found is None or (found["half"] == "am" and _VERB.match(scene.text, found.end("half"))):
        return None
    said = _clock(found["hour"], found["minute"], found["half"])
    return _placed(scene, start, found.end(), said + (f" to {found['until']}" if found["until"] else ""))


def from_noon(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the "-2pm" of "noon-2pm"."""
    if re.search(rf"\b(?:noon|midnight){DASH}$", scene.before(start), re.IGNORECASE) is None:
        return None
    until = with_half(scene, start, end)
    return Reading(start - 1, until.end, f" to {until.said}") if until is not None else None


def _placed(scene: Scene, start: int, end: int, said: str) -> Reading:
    """The reading of a time with the zone behind it, and the full stop that "p.m." shares with its sentence."""
    zone = _ZONE.match(scene.text, end)
    if zone is not None:
        letters = (zone["base"] or zone["zone"] or zone["dotted"].replace(".", "")).upper()
        # Next to other capitals espeak-ng takes "AM" for the verb; alone it knows the letters.
        said = f"{said.replace('AM', 'A.M')}{',' if zone['open'] else ''} {'.'.join(letters)}"
        end = zone.end()
        offset = _OFFSET.match(zone["offset"] or "")
        if offset is not None:
            said += f" {'plus' if offset['sign'] == '+' else 'minus'} {numbers.cardinal(int(offset['hours']))}"
            said += f" {numbers.cardinal(int(offset['minutes']))}" if offset["minutes"] else ""
    if scene.text[end - 1] == "." and scene.ends_sentence(end) and not _goes_on(scene, end):
        said += "."
    return Reading(start, end, said)


def _goes_on(scene: Scene, end: int) -> bool:
    """Whether the capital behind "p.m." belongs to the time: a day, a month, "Kyiv time"."""
    words = scene.after(end).replace(",", " ").replace(".", " ").lower().split()[:3]
    return bool(words) and (words[0] in _GO_ON or words[0][0].isdecimal() or "time" in words)


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "10:00", "14:30 GMT", "09:05", "1430 GMT", "21.45 BST", "10:00-11:30"."""
    del end
    span = _COLON_SPAN.match(scene.text, start)
    if span is not None:
        first = _clock(span["hour"], span["minute"], None).removesuffix(" o'clock")
        return _placed(scene, start, span.end(), f"{first} to {_clock(span['hour2'], span['minute2'], None)}")
    found = _COLON.match(scene.text, start)
    if found is not None and not _RATIO_CUE.search(scene.before(start)):
        said = _clock(found["hour"], found["minute"], None)
        if scene.word_after(found.end()) in {"noon", "midnight"}:
            said = said.removesuffix(" o'clock")
        zoned = _ZONE.match(scene.text, found.end()) is not None or _LOCAL.match(scene.text, found.end()) is not None
        if zoned and len(found["hour"]) == 2:
            said = said.removesuffix(" o'clock") + (" hundred" if said.endswith("clock") else "")
        return _placed(scene, start, found.end(), said)
    return _unmarked(scene, start)


_AT = re.compile(r"\b(?:at|by|until|from|before|after)\s$", re.IGNORECASE)


def _unmarked(scene: Scene, start: int) -> Reading | None:
    """Times without a colon, which a zone or "hours" shows behind them, or a zero: "at 0915"."""
    found = _MILITARY.match(scene.text, start)
    led = found is not None and found[0].startswith("0") and _AT.search(scene.before(start, 8))
    if found is not None and (led or found["hours"] or _ZONE.match(scene.text, found.end())):
        hour = f"{'oh ' if found['hour'] < '10' else ''}{numbers.cardinal(int(found['hour']))}"
        said = f"{hour} {_minutes(found['minute']) if int(found['minute']) else 'hundred'}"
        return _placed(scene, start, found.end(), said + " hours" * bool(found["hours"]))
    point = _POINT.match(scene.text, start)
    if point is not None and (_ZONE.match(scene.text, point.end()) or _is_timetable(scene, point)):
        return _placed(scene, start, point.end(), _clock(point["hour"], point["minute"], None))
    french = _HOUR_H.match(scene.text, start)
    if french is not None and french["minute"]:
        return Reading(start, french.end(), _clock(french["hour"], french["minute"], None))
    return None


def _is_timetable(scene: Scene, point: re.Match[str]) -> bool:
    """Whether it is a time with the British full stop: "the 2.30 at Ascot", "at 7.15 on Friday"."""
    if not is_british(scene.language) or _TIMETABLE.search(scene.before(point.start())) is None:
        return False
    return _SERVICE.match(scene.text, point.end()) is not None


_RUN = re.compile(
    r"\s(?:half[ -])?(?:marathon|run|race|ride|film|finish|time|performance|flight|session|clocking)(?![^\W_])"
)


def duration(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "2:03:45" is two hours, three minutes and so on; "3:43.13" is a runner's three minutes."""
    del end
    found = _LONG.match(scene.text, start)
    if found is not None:
        parts = [_of(found["h"], "hour"), _of(found["m"], "minute")]
        parts += [_seconds(found)] if int(found["s"]) or found["part"] else []
        said = " and ".join(filter(None, (" ".join(filter(None, parts[:2])), *parts[2:])))
        if _RUN.match(scene.text, found.end()):
            # Before what it measures it has no plural: "a two hour fifteen minute marathon".
            said = " ".join(part.removesuffix("s") for part in parts if part)
        return _placed(scene, start, found.end(), said or "zero")
    race = _RACE.match(scene.text, start)
    if race is None:
        return None
    return Reading(start, race.end(), f"{_of(race['m'], 'minute')} {_seconds(race)}".strip())


def _of(printed: str, unit: str) -> str:
    count = int(printed)
    return f"{numbers.cardinal(count)} {unit}{'s' * (count != 1)}" if count else ""


def _seconds(found: re.Match[str]) -> str:
    printed = found["s"].lstrip("0") or "0"
    if found["part"]:
        return f"{numbers.number(printed + found['part'])} seconds"
    return _of(printed, "second")


DIGITS: tuple[Rule, ...] = (with_half, duration, clock)
GLUED: tuple[Rule, ...] = (from_noon,)
