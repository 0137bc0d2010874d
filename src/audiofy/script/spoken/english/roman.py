"""Roman numerals to English words: "World War II", "Charles III", "Leo XIV", "Chapter IV", "XIX century". Pure.

Behind a name of one who reigns, or a first and a last name, they are ordinals ("the third"); behind what is numbered,
cardinals. Alone, and "I", "V" and "X" behind anything else, they are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import initials, numbers
from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.romans import roman, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

_LARGEST = 89

_NUMBERED = frozenset(
    "war wars bowl chapter act part parts volume vol book article articles title type phase phases stage class "
    "schedule section level tier group grade category division annex appendix mark mk episode season series scene "
    "page table figure wrestlemania ufc olympiad apollo artemis gemini saturn ariane vega soyuz explorer voyager "
    "mariner pioneer block basel minsk oslo geneva rome start salt vatican corps tomb option plan model generation "
    "game games edition cycle round trial trials area region zone unit camp fantasy rocky rambo scream saw jaws alien "
    "terminator diablo warcraft starcraft civilization quake doom halo league pentium windows patriot superbowl euro "
    "schengen stalag dreadnought typhoon challenger merkava leopard abrams bayraktar magnum".split()
)
# Those that need no capital: "chapter IV", "type II".
_NUMBERED_PLAINLY = frozenset(
    "act article appendix chapter class division episode grade group level part phase schedule section season stage "
    "tier title type volume".split()
)
_CALLED_X = frozenset(
    "area article brand generation model plan project type zone".split()
)  # "Generation X" is no tenth
_REIGN = frozenset(
    "charles elizabeth louis henry george edward james william mary richard philip felipe frederick friedrich "
    "nicholas alexander catherine peter ivan pius paul benedict leo francis gregory clement innocent urban boniface "
    "sixtus julius napoleon wilhelm rama mohammed muhammad abdullah hussein hassan ramses ramesses thutmose amenhotep "
    "seti ptolemy cleopatra darius cyrus xerxes artaxerxes philippe harald haakon olav albert baudouin leopold carlos "
    "alfonso ferdinand isabella margrethe christian christina gustaf gustav adolf karl carl oscar rainier juan joseph "
    "josef franz ludwig otto rudolf sigismund maximilian victor vittorio emanuele umberto selim suleiman murad mehmed "
    "bayezid abdulhamid menelik selassie tewodros letsie mswati moshoeshoe jigme norodom constantine kirill alexy "
    "tawadros shenouda theodore tikhon abbas tutu xavier robert malcolm kenneth david stephen casimir boleslaw john "
    "alexandrine beatrix wilhelmina willem pedro manuel afonso sancho nebuchadnezzar ashurbanipal antiochus seleucus "
    "mithridates theodosius justinian michael basil edmund edgar aethelred harthacnut canute cnut tupou tāufaʻāhau "
    "qaboos faisal ghazi fuad farouk idris zog simeon boris ferdinand lothair jean henri guillaume celestine honorius "
    "adrian hadrian eugene callixtus sylvester anastasius bartholomew ignatius gregorios maria".split()
)
_TITLED = re.compile(
    r"\b(?:kings?|queens?|popes?|emperors?|empress|tsars?|czars?|kaiser|princes?|princess|sultans?|patriarchs?|saint|st\.?|pharaohs?|"
    r"sheikh|shah|duke|duchess|earl|baron|lord|lady|count|archduke|emir|caliph|ayatollah|chief|mr\.?|sen\.?|rep\.?|gov\.?|dr\.?|"
    r"judge|justice|professor|president|senator|congressman|rev\.?)\s(?:[^\W\d_][\w’'.-]*\s){1,3}$",
    re.IGNORECASE,
)
# Letters before they are numbers.
_LETTERS = frozenset("CDLM")
# What shows that "I" is somebody speaking.
_SPEAKER = re.compile(r"['’](?:m|d|ll|ve)\b|\s(?:am|have|think|know|want|don['’]t)\b")
_VERB = re.compile(
    r"\s(?:was|had|thought|will|would|can|could|knew|saw|met|said|love|like|feel|do|did|never|also|just|went)\b"
)
_NAMES = re.compile(r"(?:^|[\s(“\"‘'])(?P<words>(?:[A-ZÀ-Þ][\w’'.-]*\s){1,4})$")
_BEHIND = re.compile(
    r"\s(?:century|centuries|dynasty|olympi|winter\sgames|summer\sgames|congress|party\scongress|legion|army|corps)",
    re.IGNORECASE,
)


def numeral(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "World War II", "Charles III" and "XIX century"."""
    printed = scene.text[start:end]
    if not printed.isupper() or scene.text[start - 1 : start] not in {" ", ""} or scene.text.startswith("-", end):
        return None
    count = value(printed)
    before = scene.word_before(start).lower()
    if printed != "I" and before not in _NUMBERED and _BEHIND.match(scene.text, end):
        the = "" if before in {"the", "a", "an", "late", "early", "mid"} else "the "
        return Reading(start, end, the + numbers.ordinal(count))
    if printed in _LETTERS or initials.one(scene, start, end):
        return None
    if len(printed) > 1 and set(printed) <= set("IVX") and scene.is_whole(start, end + scene.text.startswith(".", end)):
        return Reading(start, end, numbers.cardinal(count))
    names = _NAMES.search(scene.before(start))
    if names is None:
        plain = before in _NUMBERED_PLAINLY and printed != "I"
        return Reading(start, end, numbers.cardinal(count)) if plain else None
    said = _behind_names(scene, start, end, names["words"].split())
    return Reading(start, end, said) if said else None


def _behind_names(scene: Scene, start: int, end: int, names: list[str]) -> str:
    """What a numeral behind capitalised words is, in words; empty if it is none."""
    printed, last = scene.text[start:end], names[-1].rstrip(".")
    count, lone = value(printed), len(printed) == 1
    if last.lower() in _NUMBERED and not (printed == "X" and last.lower() in _CALLED_X):
        speaks = printed == "I" and _SPEAKER.match(scene.text, end)
        return "" if speaks else numbers.cardinal(count)
    if last.lower() in _REIGN:
        return "" if lone and not _rules(scene, start, end) else f"the {numbers.ordinal(count)}"
    if lone or not set(printed) <= set("IVX") or (len(names) == 1 and names[-1].endswith(".")):
        return ""
    if len(last) > 1 and last.isupper():
        return "" if scene.shouts(start, end) else numbers.cardinal(count)
    if len(names) > 1 or _TITLED.search(scene.before(start)):
        return f"the {numbers.ordinal(count)}"
    return numbers.cardinal(count)


def _rules(scene: Scene, start: int, end: int) -> bool:
    """Whether one letter behind "Elizabeth" is a number: a title stands before it, or no verb of a speaker behind."""
    printed = scene.text[start:end]
    if printed == "X" and scene.word_before(start).lower() in {"malcolm", "xavier"}:
        return False
    if printed in {"V", "X"} or _TITLED.search(scene.before(start)):
        return True
    return not (_SPEAKER.match(scene.text, end) or _VERB.match(scene.text, end))


WORDS: Mapping[str, tuple[Rule, ...]] = {roman(count).lower(): (numeral,) for count in range(1, _LARGEST + 1)}
