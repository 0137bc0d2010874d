"""Titles before a name to English words: "Gen.", "Lt. Gov.", "Sens.", "St.", "Dr.". Pure.

A title is one only before a capital; the full stop that would make a pause goes. Forms: Associated Press style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.wording import is_british
from audiofy.script.spoken.grammar import Reading, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

# Said whether or not a full stop is printed: "Gen Milley" is British.
_SURE = {
    "adm": "Admiral",
    "brig": "Brigadier",
    "capt": "Captain",
    "cdr": "Commander",
    "cllr": "Councillor",
    "cllrs": "Councillors",
    "cmdr": "Commander",
    "col": "Colonel",
    "cpl": "Corporal",
    "cpt": "Captain",
    "flt": "Flight",
    "gen": "General",
    "gov": "Governor",
    "govs": "Governors",
    "insp": "Inspector",
    "lieut": "Lieutenant",
    "lt": "Lieutenant",
    "ltc": "Lieutenant Colonel",
    "maj": "Major",
    "messrs": "Messers",
    "msgr": "Monsignor",
    "pfc": "Private First Class",
    "ldr": "Leader",
    "prof": "Professor",
    "profs": "Professors",
    "pte": "Private",
    "pvt": "Private",
    "rev": "Reverend",
    "revd": "Reverend",
    "sgt": "Sergeant",
    "sgts": "Sergeants",
    "sqn": "Squadron",
    "supt": "Superintendent",
}
# Words or names themselves, so the full stop is asked for.
_DOTTED = {
    "amb": "Ambassador",
    "asst": "Assistant",
    "atty": "Attorney",
    "br": "Brother",
    "comm": "Commissioner",
    "del": "Delegate",
    "dep": "Deputy",
    "det": "Detective",
    "drs": "Doctors",
    "ald": "Alderman",
    "ens": "Ensign",
    "fr": "Father",
    "ft": "Fort",
    "gens": "Generals",
    "hon": "Honorable",
    "lts": "Lieutenants",
    "mt": "Mount",
    "pres": "President",
    "pt": "Point",
    "rep": "Representative",
    "reps": "Representatives",
    "sec": "Secretary",
    "sen": "Senator",
    "sens": "Senators",
    "spc": "Specialist",
    "sr": "Sister",
    "sra": "Senora",
    "ste": "Sainte",
    "treas": "Treasurer",
    "ven": "Venerable",
}
# Words before another title only: "Det Sgt", "Ch Supt", "Wg Cdr", "Rt Rev".
_LEADING = {"ch": "Chief", "det": "Detective", "rt": "Right", "wg": "Wing"}
_KNOWN = _SURE | _DOTTED
BEFORE_NAME = re.compile(r"(?P<dot>\.?)\s{1,2}(?=[\"“‘'(]?(?P<next>(?:1st\s)?[A-ZÀ-ÞŁŚŻ][\w’'-]*)(?P<stop>\.?))")
_BRITISH_FORMS = {"Honorable": "Honourable"}


def title(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Gen. Milley", "Lt. Gen. Naev", "Sens. Reed and Wicker"."""
    printed = scene.text[start:end]
    key = printed.lower()
    found = BEFORE_NAME.match(scene.text, end)
    if not printed[0].isupper() or found is None:
        return None
    if printed.isupper() and len(printed) > 2 and not found["next"].isupper():
        return None  # "REP. Smith" is no title that anybody prints; "GEN Z" is no general
    if key not in _SURE and not found["dot"]:
        return None
    if _is_other(scene, start, key, found):
        return None
    said = _KNOWN[key]
    if is_british(scene.language):
        said = _BRITISH_FORMS.get(said, said)
    return Reading(start, end + len(found["dot"]), said)


NOT_NAMES = frozenset(
    "the a an it he she they we i this that these those but and or in on at for from with as if when his her their "
    "its our my there here what who how why which after before since while although".split()
)


def _is_other(scene: Scene, start: int, key: str, found: re.Match[str]) -> bool:
    """Whether what looks like a title is another word: "Gen Z", "Sec. 230", "his col. The", "Brig is ours"."""
    follows = found["next"]
    if follows.lower() in NOT_NAMES and found["dot"] and follows != "I":
        return True
    if key == "gen" and len(follows) == 1 and not (found["dot"] or BEFORE_NAME.match(scene.text, found.end())):
        return True
    before = scene.word_before(start)
    if before.lower().rstrip(".") in {"lt", "lieut", "asst", "assistant"}:
        return False
    return key in {"sr", "br", "pt", "col", "fr", "del"} and not found["dot"] and before[:1].isupper()


_TITLE_BEHIND = re.compile(r"\.?\s(?=(?:Sgt|Insp|Supt|Con|Ch|Cdr|Rev|Revd|Hon)\b)")


def leading(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the first word of "Det Sgt" and "Wg Cdr"."""
    printed = scene.text[start:end]
    found = _TITLE_BEHIND.match(scene.text, end)
    if not printed.istitle() or found is None:
        return None
    return Reading(start, found.end() - 1, _LEADING[printed.lower()])


_ELECT = re.compile(r"\.(?=-elects?\b)")


def elected(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Sen.-elect"."""
    found = _ELECT.match(scene.text, end)
    return Reading(start, found.end(), _KNOWN[scene.text[start:end].lower()]) if found else None


_DOUBLE = re.compile(r"(?P<one>Maj|Lt|Brig)-(?P<two>Gen|Col|Cdr)\.?(?=\s[A-ZÀ-Þ])|(?P<lance>L/Cpl)\b")
_FULL = {
    "Maj": "Major",
    "Lt": "Lieutenant",
    "Brig": "Brigadier",
    "Gen": "General",
    "Col": "Colonel",
    "Cdr": "Commander",
}


def double(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Maj-Gen" and "L/Cpl"."""
    del end
    found = _DOUBLE.match(scene.text, start)
    if found is None:
        return None
    said = "Lance Corporal" if found["lance"] else f"{_FULL[found['one']]} {_FULL[found['two']]}"
    return Reading(start, found.end(), said)


_COURTESY = {"ms": "Miz", "mx": "Mix"}


def courtesy(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Ms. Jones", which engines spell; "Mr." and "Mrs." they know."""
    printed = scene.text[start:end]
    found = BEFORE_NAME.match(scene.text, end)
    if not printed.istitle() or found is None:
        return None
    return Reading(start, end + len(found["dot"]), _COURTESY[printed.lower()])


_JUNIOR = {"jr": "Junior", "jnr": "Junior", "sr": "Senior", "snr": "Senior", "esq": "Esquire"}


def junior(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Martin Luther King Jr.", "John Smith, Sr."."""
    printed = scene.text[start:end]
    before = re.search(r"[A-Z][\w’'.-]*,?\s$", scene.before(start))
    if not printed.istitle() or before is None:
        return None
    dotted = scene.text.startswith(".", end)
    if printed == "Sr" and not dotted:
        return None
    keep = "." if dotted and scene.ends_sentence(end + 1) and not _name_goes_on(scene, end + 1) else ""
    return Reading(start, end + dotted, _JUNIOR[printed.lower()] + keep)


def _name_goes_on(scene: Scene, at: int) -> bool:
    """Such as "King Jr. Day": a capital that is no sentence's first word."""
    return scene.word_after(at) in {
        "Day",
        "Boulevard",
        "Blvd",
        "Avenue",
        "Ave",
        "Drive",
        "Way",
        "Parkway",
        "Bridge",
        "Elementary",
        "High",
        "Library",
        "Hospital",
        "Center",
        "Memorial",
    }


WORDS: Mapping[str, tuple[Rule, ...]] = merged(
    dict.fromkeys(("maj", "lt", "brig", "l"), (double,)),
    dict.fromkeys(_LEADING, (leading,)),
    dict.fromkeys(_KNOWN, (elected, title)),
    dict.fromkeys(("sr", "jr", "jnr", "snr", "esq"), (junior,)),
    dict.fromkeys(_COURTESY, (courtesy,)),
)
