"""What is printed and is no speech, in every language: footnote marks, emoji, bullets, leftover markup. Pure.

Such marks are passed over. With it go the addresses, which every language has too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from audiofy.model import primary
from audiofy.script.spoken import addresses
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


_NOTE = re.compile(
    r"\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,4}|(?:note|nb|n|fn|ref|a|lower-alpha)\s?\d{1,3}|citation needed|"
    r"clarification needed|better source needed|dead link|failed verification|original research\??|edit|who\?|when\?|"
    r"where\?|which\?|by whom\?|according to whom\?|update|permanent dead link)\]",
    re.IGNORECASE,
)
_LETTER_NOTE = re.compile(r"\[[a-z*†‡]\]")
_LINK_TARGET = re.compile(r"\]\((?:https?://|mailto:|/|#)[^()\s]{0,1000}\)")


_MENDED = re.compile(r"\[(?P<inside>[^\W\d_]{1,12})\](?P<rest>[^\W\d_]{1,30})?(?![^\W_])")
_WORD_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{1,30}$")
# Endings that are put into a quotation; one letter of another sort behind a word is a footnote.
_ENDINGS = frozenset("sdnermty")


def _mended(scene: Scene, start: int) -> Reading | None:
    """A word of a quotation with letters put in: "[T]he plan give[s] us hope"."""
    found = _MENDED.match(scene.text, start)
    if found is None:
        return None
    before = _WORD_BEFORE.search(scene.before(start, 31))
    inside = found["inside"]
    if not found["rest"] and not (before and (len(inside) > 1 or inside in _ENDINGS) and inside != "sic"):
        return None
    lead = before[0] if before else ""
    return Reading(start - len(lead), found.end(), f"{lead}{inside}{found['rest'] or ''}")


def bracket(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "[1]" and "[citation needed]", or "[a]" right behind a word; not "[T]he" and "give[s]"."""
    del end
    found = _NOTE.match(scene.text, start)
    if found is None:
        mended = _mended(scene, start)
        if mended is not None:
            return mended
        if start and not scene.text[start - 1].isspace():
            found = _LETTER_NOTE.match(scene.text, start)
    return Reading(start, found.end(), "") if found is not None else None


def link_target(scene: Scene, start: int, end: int) -> Reading | None:
    """The address in Markdown's "[text](address)"."""
    del end
    found = _LINK_TARGET.match(scene.text, start)
    return Reading(start, found.end(), "") if found is not None else None


_ELEMENTS = (
    "a abbr address article aside audio b bdi big blockquote body br button caption center cite code col dd del "
    "details div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img "
    "input ins kbd label li link main mark meta nav object ol option p param pre q s samp script section select small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title "
    "tr tt u ul var video wbr"
).split()
_MARKUP = re.compile(rf"</?(?:{'|'.join(_ELEMENTS)})(?:\s[^<>]{{0,300}})?/?>|<!--[^<>]{{0,300}}-->", re.IGNORECASE)


def markup(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "<br>" and "</em>"."""
    del end
    found = _MARKUP.match(scene.text, start)
    return Reading(start, found.end(), "") if found is not None else None


def title_bracket(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as the two of "<The Palace>", which hold a title."""
    before, after = scene.text[max(0, start - 1) : start], scene.text[end : end + 1]
    opens = scene.text[start] == "<" and after.isalpha() and not before.isalnum()
    closes = scene.text[start] == ">" and before.isalpha() and not after.isalnum()
    return Reading(start, end, "") if opens or closes else None


_ENTITY = re.compile(
    r"&(?P<name>amp|quot|apos|nbsp|lt|gt|ndash|mdash|hellip|[lr][sd]quo|#\d{2,6}|#x[\da-f]{2,6});", re.IGNORECASE
)
_ENTITIES = {"amp": "&", "quot": '"', "apos": "'", "lt": "<", "gt": ">", "ndash": "–", "mdash": "–", "hellip": "…"}


def entity(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "&nbsp;" and "&#8217;" that a page left over."""
    del end
    found = _ENTITY.match(scene.text, start)
    return Reading(start, found.end(), _ENTITIES.get(found["name"].lower(), " ")) if found is not None else None


_SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]{1,3}(?:[,⁻][¹²³⁰⁴-⁹]{1,3})?(?![^\W_])")


def superscript_note(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "in May.¹": a raised number behind a sentence's end."""
    del end
    found = _SUPERSCRIPT.match(scene.text, start)
    if found is None or scene.text[start - 1 : start] not in set('.,;:!?”"’)'):
        return None
    return Reading(start, found.end(), "")


_KNOWN_SIGNS = frozenset("°№℃℉")
_SILENT_KINDS = frozenset({"So", "Sk", "Co", "Cn", "Cs", "Cf"})


def silent(scene: Scene, start: int, end: int) -> Reading | None:
    """Emoji, dingbats and what has no letter: passed over, but for the signs that engines know."""
    if scene.text[start] in _KNOWN_SIGNS:
        return None
    if unicodedata.category(scene.text[start]) in _SILENT_KINDS:
        return Reading(start, end, "")
    return None


def passed_over(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "*", "•", "†", "™"."""
    del scene
    return Reading(start, end, "")


_GRADE = re.compile(r"(?<![^\W_*])A$")
_STARRED = re.compile(r"(?P<plural>s?)(?![^\W_]|\*)")


def asterisk(scene: Scene, start: int, end: int) -> Reading | None:
    """Passed over, but for the mark of a British school: "an A* in maths"."""
    grade = _GRADE.search(scene.before(start, 2)) and primary(scene.language) == "en"
    found = _STARRED.match(scene.text, end)
    if not grade or found is None:
        return Reading(start, end, "")
    return Reading(start, found.end(), f" star{found['plural']}")


def pause(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "|" between headlines."""
    between = scene.text[start - 1 : start] == " "
    return Reading(start - between, end, ",")


def slash(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "and/or", said in one breath, and "Ann Lee / Reuters" with a pause."""
    before, after = scene.text[max(0, start - 1) : start], scene.text[end : end + 1]
    if before == after == " ":
        return Reading(start - 1, end, ",")
    words = before.isalnum() and after.isalnum() and not (before.isdecimal() and after.isdecimal())
    return Reading(start, end, " ") if words else None


SIGNS: Mapping[str, tuple[Rule, ...]] = {
    **addresses.SIGNS,
    "[": (bracket,),
    "]": (link_target,),
    "<": (markup, title_bracket),
    ">": (title_bracket,),
    "&": (entity,),
    "|": (pause,),
    "/": (slash,),
    **dict.fromkeys("¹²³⁰⁴⁵⁶⁷⁸⁹", (superscript_note,)),
    "*": (asterisk,),
    **dict.fromkeys("•·‣▪▫●○◦†‡™®©^_\\¶¦♦※⁂", (passed_over,)),
}
WORDS: Mapping[str, tuple[Rule, ...]] = addresses.WORDS
STRANGE: tuple[Rule, ...] = (silent,)
