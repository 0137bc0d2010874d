"""Addresses, handles and hashtags to the words in them, in every language. Pure.

Of an address the host is said; of a hashtag and a handle the words.
"""

from __future__ import annotations

import re
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
_LONE_DOT = re.compile(r"(?:^|[\s(])\.$")
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
    dotted = _LONE_DOT.search(scene.before(start, 2)) is not None  # ".@NASA" is printed for all to see
    return Reading(start - dotted, handle.end(), f"{names.at} {_unhumped(handle['name'])}")


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


SIGNS: Mapping[str, tuple[Rule, ...]] = {"@": (at_sign,), "#": (hashtag,)}
WORDS: Mapping[str, tuple[Rule, ...]] = {
    **dict.fromkeys(_DOMAINS, (bare_address,)),
    **dict.fromkeys("http https ftp www file mailto".split(), (address,)),
}
