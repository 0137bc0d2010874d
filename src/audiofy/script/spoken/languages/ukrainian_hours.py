"""Ukrainian times to words in their cases: "о 14:30", "з 9.30 до 12.00", "10:00–18:00". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.languages import numerals
from audiofy.script.spoken.languages.ukrainian_ordinals import agree, ordinal

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d:]|[.,]\d|\s?%| \d{3}(?!\d))")
_HOUR_CASES = {
    **dict.fromkeys(("о", "об", "по"), "feminine locative"),
    **dict.fromkeys(("з", "із", "до", "від", "після", "близько", "бл."), "feminine genitive"),
    **dict.fromkeys(("на", "за"), "feminine accusative"),
    **dict.fromkeys(("перед", "між"), "feminine instrumental"),
}
_PAIRED = re.compile(r"([^\W\d_]{1,8}) \d{1,2}[:.][0-5]\d (?:і|та|й|або|чи) $")
_UNTIL = re.compile(r"\s?[-–]\s?(?=\d)")
_DOTTED_ON = re.compile(r"\s(?:до|і|та)\s\d{1,2}\.[0-5]\d(?!\d)")
_DOTTED_BEFORE = re.compile(r"(?:з|із|від|між) \d{1,2}\.\d\d (?:до|і|та) $")


def _oclock(found: re.Match[str], case: str) -> str:
    hour = int(found["hour"])
    said = ordinal(hour, case) if hour else "нуль"
    return said + (f" {agree(numerals.cardinal(int(found['minute']), 'uk'), 'f')}" if int(found["minute"]) else "")


def _is_dotted_time(scene: Scene, start: int, end: int, before: str) -> bool:
    """Whether "14.30" is a time: behind "о", or in "з 9.30 до 12.00"."""
    pair = before in {"з", "із", "від", "між"} and _DOTTED_ON.match(scene.text, end)
    return before in {"о", "об"} or bool(pair or _DOTTED_BEFORE.search(scene.before(start, 16)))


def clock(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "14:30", "о 14.30" and "10:00–18:00"."""
    del end
    found = _TIME.match(scene.text, start)
    pair = _PAIRED.search(scene.before(start, 24))
    before = pair[1].lower() if pair else scene.word_before(start).lower()
    if found is None or (found["mark"] == "." and not _is_dotted_time(scene, start, found.end(), before)):
        return None
    until = _UNTIL.match(scene.text, found.end())
    last = _TIME.match(scene.text, until.end()) if until else None
    if last is None:
        return Reading(start, found.end(), _oclock(found, _HOUR_CASES.get(before, "feminine")))
    lead = "" if before in {"з", "із", "від"} else "з "
    said = f"{lead}{_oclock(found, 'feminine genitive')} до {_oclock(last, 'feminine genitive')}"
    return Reading(start, last.end(), said)
