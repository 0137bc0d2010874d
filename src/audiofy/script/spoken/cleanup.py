"""What is printed and is no speech, in every language: footnote marks, addresses, tags, emoji, leftover markup. Pure.

Footnote marks, emoji, bullets and markup are passed over. Of an address the host is said; of a hashtag and a handle the
words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from audiofy.model import primary
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


class _Names(NamedTuple):
    """What the signs of an address are called in a language."""

    dot: str
    at: str
    hashtag: str
    dash: str
    underscore: str
    slash: str


_ENGLISH = _Names("dot", "at", "hashtag", "dash", "underscore", "slash")
_NAMES = {
    "en": _ENGLISH,
    "de": _Names("Punkt", "ät", "Hashtag", "Minus", "Unterstrich", "Schrägstrich"),
    "es": _Names("punto", "arroba", "hashtag", "guion", "guion bajo", "barra"),
    "fr": _Names("point", "arobase", "hashtag", "tiret", "tiret bas", "barre oblique"),
    "pl": _Names("kropka", "małpa", "hasztag", "myślnik", "podkreślnik", "ukośnik"),
    "uk": _Names("крапка", "ет", "хештег", "дефіс", "підкреслення", "скісна риска"),
}
_DOMAINS = (
    "com org net gov edu mil int info biz io ai tv fm me news live online uk de fr es it pl ua eu us ca au nz ie nl "
    "be ch at se no dk fi jp cn in br za ru il co app dev blog"
).split()
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?+\.){1,5}[A-Za-z]{2,12}(?![A-Za-z0-9-])"
_ADDRESS = re.compile(
    rf"(?:(?:https?|ftp)://)?(?:www\.)?(?P<host>{_HOST})(?::\d{{2,5}})?(?P<path>/[^\s<>\"“”’\]]{{0,2000}})?",
    re.IGNORECASE,
)
_OPAQUE = re.compile(r"(?:https?|ftp|file|mailto|tel):/{0,3}[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9._%+&-]{1,64}$")
_DOMAIN = re.compile(_HOST)
_HANDLE = re.compile(r"@(?P<name>[A-Za-z0-9_]{1,40})(?![A-Za-z0-9_@])")
_HASHTAG = re.compile(r"#(?P<name>[^\W\d_](?:\w){0,80})")
_HUMPS = re.compile(r"[A-ZÀ-ÞЀ-Я]{2,}(?![a-zà-ÿа-я])|[A-ZÀ-ÞЀ-Я]?[^\W\d_A-ZÀ-ÞЀ-Я]+|[A-ZÀ-ÞЀ-Я]|\d+")
_TRAILING = ".,;:!?)'"


def _names(scene: Scene) -> _Names:
    return _NAMES.get(primary(scene.language), _ENGLISH)


def _spelt(label: str) -> str:
    """A part of an address: letters of one that can't be a word ("bbc"), else as it is."""
    if label.isascii() and label.isalpha() and 1 < len(label) < 5 and not re.search("[aeiouyAEIOUY]", label):
        return ".".join(label.upper())
    return label


def _host(host: str, names: _Names) -> str:
    parts = [_spelt(part.replace("-", f" {names.dash} ")) for part in host.split(".")]
    return f" {names.dot} ".join(parts)


def address(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "https://www.bbc.com/news": the host is said, the path is not."""
    del end
    found = _ADDRESS.match(scene.text, start)
    if found is not None:
        stop = found.end()
        while scene.text[stop - 1] in _TRAILING:
            stop -= 1
        return Reading(start, stop, _host(found["host"], _names(scene)))
    opaque = _OPAQUE.match(scene.text, start)
    return Reading(start, opaque.end(), "link") if opaque is not None else None


_HOST_BEFORE = re.compile(r"(?<![\w@.-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?\.){1,4}$")


def bare_address(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "example.org/news" and "gov.uk", found at the ending of the host: only with a path behind it."""
    if scene.text[start - 1 : start] != "." or not scene.text.startswith("/", end):
        return None
    before = _HOST_BEFORE.search(scene.before(start, 100))
    if before is None:
        return None
    return address(scene, start - len(before[0]), end)


def at_sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "news@example.org" and "@BBCWorld"."""
    names = _names(scene)
    local = _LOCAL.search(scene.before(start, 64))
    domain = _DOMAIN.match(scene.text, end)
    if local is not None and domain is not None:
        words = _parts(local[0], names)
        return Reading(start - len(local[0]), domain.end(), f"{words} {names.at} {_host(domain[0], names)}")
    handle = _HANDLE.match(scene.text, start)
    if handle is None or scene.text[start - 1 : start].isalnum():
        return None
    return Reading(start, handle.end(), f"{names.at} {_unhumped(handle['name'])}")


def _parts(local: str, names: _Names) -> str:
    signs = {".": names.dot, "-": names.dash, "_": names.underscore, "+": "plus", "%": "percent", "&": "and"}
    said = "".join(f" {signs[character]} " if character in signs else character for character in local)
    return " ".join(_spelt(word) for word in said.split())


def _unhumped(name: str) -> str:
    """The words of "MeToo" and "ClimateStrike2024"."""
    words = _HUMPS.findall(name.replace("_", " "))
    return " ".join(".".join(word.upper()) if _is_spelt(word) else word for word in words)


def _is_spelt(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) == 2 and word.istitle() and word not in _TWO_LETTER_WORDS


_TWO_LETTER_WORDS = frozenset(
    "Me My We Us He It Is In On Of To Do Go So No Up At By Or If As An Am Be Oh Al El La Le".split()
)


def hashtag(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "#MeToo"."""
    del end
    found = _HASHTAG.match(scene.text, start)
    if found is None or scene.text[start - 1 : start].isalnum():
        return None
    name, words = _names(scene).hashtag, _unhumped(found["name"])
    said_before = scene.word_before(start).lower() == name.lower()
    return Reading(start, found.end(), words if said_before else f"{name} {words}")


_NOTE = re.compile(
    r"\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,4}|(?:note|nb|n|fn|ref|a|lower-alpha)\s?\d{1,3}|citation needed|"
    r"clarification needed|better source needed|dead link|failed verification|original research\??|edit|who\?|when\?|"
    r"where\?|which\?|by whom\?|according to whom\?|update|permanent dead link)\]",
    re.IGNORECASE,
)
_LETTER_NOTE = re.compile(r"\[[a-z*†‡]\]")
_LINK_TARGET = re.compile(r"\]\((?:https?://|mailto:|/|#)[^()\s]{0,1000}\)")


def bracket(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "[1]" and "[citation needed]", or "[a]" right behind a word."""
    del end
    found = _NOTE.match(scene.text, start)
    if found is None and start and not scene.text[start - 1].isspace():
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
    """Such as "and/or": said in one breath."""
    if scene.text[start - 1 : start].isalpha() and scene.text[end : end + 1].isalpha():
        return Reading(start, end, " ")
    return None


SIGNS: Mapping[str, tuple[Rule, ...]] = {
    "@": (at_sign,),
    "#": (hashtag,),
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
WORDS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(_DOMAINS, (bare_address,)),
    **dict.fromkeys("http https ftp www file mailto".split(), (address,)),
}
STRANGE: tuple[Rule, ...] = (silent,)
