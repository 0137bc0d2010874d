"""States, parties and addresses to English words: "Calif.", "Austin, TX", "R-Texas", "D.C.". Pure.

State names as the AP stylebook shortens them (before 2014, and still in lists and party labels) and the postal codes of
the USPS. A postal code only counts behind a comma and a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers
from audiofy.script.spoken.grammar import Reading, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_AP = {
    "ala": "Alabama",
    "ariz": "Arizona",
    "ark": "Arkansas",
    "calif": "California",
    "colo": "Colorado",
    "conn": "Connecticut",
    "del": "Delaware",
    "fla": "Florida",
    "ga": "Georgia",
    "ill": "Illinois",
    "ind": "Indiana",
    "kan": "Kansas",
    "ky": "Kentucky",
    "la": "Louisiana",
    "mass": "Massachusetts",
    "md": "Maryland",
    "mich": "Michigan",
    "minn": "Minnesota",
    "miss": "Mississippi",
    "mo": "Missouri",
    "mont": "Montana",
    "neb": "Nebraska",
    "nev": "Nevada",
    "okla": "Oklahoma",
    "ont": "Ontario",
    "ore": "Oregon",
    "pa": "Pennsylvania",
    "que": "Quebec",
    "sask": "Saskatchewan",
    "tenn": "Tennessee",
    "tex": "Texas",
    "va": "Virginia",
    "vt": "Vermont",
    "wash": "Washington",
    "wis": "Wisconsin",
    "wyo": "Wyoming",
}
# Not words of their own, so sure even without a place before them.
_SURE = frozenset("ariz calif colo conn fla mich minn okla tenn wis wyo sask".split())
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "DC": "D.C", "WY": "Wyoming", "ON": "Ontario", "QC": "Quebec",
}  # fmt: skip
_DOTTED = {
    "N.H": "New Hampshire",
    "N.J": "New Jersey",
    "N.M": "New Mexico",
    "N.Y": "New York",
    "N.C": "North Carolina",
    "N.D": "North Dakota",
    "R.I": "Rhode Island",
    "S.C": "South Carolina",
    "S.D": "South Dakota",
    "W.Va": "West Virginia",
}
# Words in capitals, too: "RIGHT, OK, SO" and "PARIS, IN MAY". Small letters behind them make them words; "OK" is one.
_WORDS_TOO = frozenset({"OR", "IN", "ME", "HI", "ID", "ON", "MA", "CO", "LA", "OH", "PA"})
_PLACE_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'.-]*,\s$")
_PARTY_BEFORE = re.compile(r"(?<![^\W_])[RDI]-$")
_DOTTED_FORM = re.compile(r"(?:N\.\s?[HJMYCD]|R\.\s?I|S\.\s?[CD]|W\.\s?Va)\.")
_ZIP = re.compile(r"\s\d{5}(?:-\d{4})?(?![\d-]|,\d|[^\W_])")
_SMALL_BEHIND = re.compile(r"\s[a-z]")
_LISTED_BEFORE = re.compile(
    r"\($|\b(?:in|across|near|outside|around|throughout)\s$|[A-Z][a-z]{0,4}\.,?\s(?:and\s|or\s|&\s)?$"
)
_LISTED_BEHIND = re.compile(r"[),;:]|\s(?:and|or|&)\s|\s[a-z]")
_WHOLE = re.compile(r"(?![^\W_]|[.-][^\W_])")


def state(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Boston, Mass." and "(R-Ariz.)"."""
    printed = scene.text[start:end]
    key = printed.lower()
    if not printed.istitle() or not scene.text.startswith(".", end):
        return None
    before = scene.before(start)
    alone = _LISTED_BEFORE.search(before) and _LISTED_BEHIND.match(scene.text, end + 1)
    if not (_PLACE_BEFORE.search(before) or _PARTY_BEFORE.search(before) or key in _SURE or alone):
        return None
    if _ZIP.match(scene.text, end + 1):
        return _with_zip(scene, start, end + 1, _AP[key])
    return _closed(scene, start, end + 1, _AP[key])


def _closed(scene: Scene, start: int, end: int, said: str) -> Reading:
    """A state's full stop closes the sentence before a capital only behind a place: "N.C. State" is a name."""
    placed = _PLACE_BEFORE.search(scene.before(start)) is not None or scene.ends(end)
    closes = placed and scene.ends_sentence(end) and scene.text[end : end + 1] != ")"
    return Reading(start, end, said + "." * closes)


def postal(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Austin, TX" and "D-NY"."""
    printed = scene.text[start:end]
    before = scene.before(start)
    if not printed.isupper() or not (_PLACE_BEFORE.search(before) or _PARTY_BEFORE.search(before)):
        return None
    if not _WHOLE.match(scene.text, end):
        return None
    if not _PARTY_BEFORE.search(before):
        capitals = scene.shouts(start, end) or before.rstrip(", ")[-2:].isupper()
        if (printed == "OK" or (capitals and printed in _WORDS_TOO)) and not _ZIP.match(scene.text, end):
            return None
        if printed in _WORDS_TOO and _SMALL_BEHIND.match(scene.text, end):
            return None
    return _with_zip(scene, start, end, _POSTAL[printed])


def _with_zip(scene: Scene, start: int, end: int, said: str) -> Reading:
    """The state with the post code behind it, figure by figure: "CA 90210"."""
    code = _ZIP.match(scene.text, end)
    if code is None:
        return Reading(start, end, said)
    figures = ", ".join(numbers.digits(part) for part in code[0].split("-"))
    return Reading(start, code.end(), f"{said} {figures}")


def dotted(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Buffalo, N.Y." and "R-S.C."."""
    del end
    found = _DOTTED_FORM.match(scene.text, start)
    if found is None or scene.text[start - 1 : start] == ".":
        return None
    before = scene.before(start)
    alone = _LISTED_BEFORE.search(before) and _LISTED_BEHIND.match(scene.text, found.end())
    if found[0].startswith("S.") and not (_PLACE_BEFORE.search(before) or _PARTY_BEFORE.search(before) or alone):
        return None
    if re.match(r"[^\W_]", scene.after(found.end(), 1)):
        return None
    if _ZIP.match(scene.text, found.end()):
        return _with_zip(scene, start, found.end(), _DOTTED[found[0].replace(" ", "").rstrip(".")])
    return _closed(scene, start, found.end(), _DOTTED[found[0].replace(" ", "").rstrip(".")])


WORDS: Mapping[str, tuple[Rule, ...]] = merged(
    dict.fromkeys(_AP, (state,)),
    dict.fromkeys(map(str.lower, _POSTAL), (postal,)),
    dict.fromkeys("nrsw", (dotted,)),
)
