"""A lexicon made ready for a language and an engine: finds the longest term that is printed and says it. Pure.

Terms are whole words. A possessive or a plural "s" behind one follows through to what is said; a term in small letters
with a capital is found in a headline of capitals, too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.lexicon import Entry, Kind, Lexicon
from audiofy.script.lexicon.phonemes import to_espeak, with_ending
from audiofy.script.spoken.grammar import Reading
from audiofy.script.spoken.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.script.spoken.grammar import Scene

_ENDING = re.compile(r"(?P<ending>['’]s|['’](?=\s|$)|s['’]?)?(?![^\W_]|['’][^\W\d_])")
_HISSING = ("s", "z", "ʃ", "ʒ")
_VOICELESS = ("p", "t", "k", "f", "θ")
_SHORT = 3  # letters of a term up to which an "s" behind it makes another word


class _Name(NamedTuple):
    """A term ready to be found: as it is printed, in capitals if a headline may print it so, and how it is said.

    `lead` is the number of signs before its first token.
    """

    printed: str
    capitals: str
    exact: bool
    lead: int
    kind: Kind
    value: str


class Matcher:
    """Finds terms of a lexicon in print.

    `heads` has them by their first token in small letters; `unsaid` are the terms whose only entries the engine can't
    take.
    """

    def __init__(self, lexicon: Lexicon, language: str, engine: str, phonemes: str) -> None:
        chosen: dict[tuple[str, bool], Entry] = {}
        refused: set[str] = set()
        for entry in lexicon.entries:
            if not entry.speaks(language) or entry.engine not in {"", engine}:
                continue
            if not takes(entry.kind, phonemes):
                refused.add(entry.term)
                continue
            key = (entry.term if entry.exact else entry.term.lower(), entry.exact)
            if key not in chosen or _outranks(entry, chosen[key]):
                chosen[key] = entry
        self.unsaid = tuple(sorted(refused - {entry.term for entry in chosen.values()}))
        self.heads = _by_head(_name(entry, phonemes) for entry in chosen.values())

    def read(self, scene: Scene, start: int) -> Reading | None:
        """The longest term printed with its first token at `start`."""
        head = TOKEN.match(scene.text, start)
        if head is None:
            return None
        for name in self.heads[head[0].lower()]:
            first = start - name.lead
            end = first + len(name.printed)
            if first < 0 or scene.text[first - 1 : first].isalnum():
                continue
            print_ = scene.text[first:end]
            if not _is_printed(name, print_) and not (print_ == name.capitals and scene.shouts(first, end)):
                continue
            said = _said(name, scene.text, end)
            if said is not None:
                return Reading(first, *said)
        return None

    def unsaid_in(self, text: str) -> tuple[str, ...]:
        """Those of `unsaid` that are printed in `text`."""
        return tuple(term for term in self.unsaid if re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text))


def takes(kind: Kind, phonemes: str) -> bool:
    """Whether an engine that takes `phonemes` ("espeak", "ipa" or "") can say an entry of this kind."""
    match kind:
        case Kind.IPA:
            return phonemes in {"espeak", "ipa"}
        case Kind.ESPEAK:
            return phonemes == "espeak"
        case _:
            return True


def _outranks(entry: Entry, other: Entry) -> bool:
    """Whether an entry counts before an earlier one: of one file phonemes do, and entries for a narrower language."""
    if entry.source.rpartition(":")[0] != other.source.rpartition(":")[0]:
        return False
    exactness = (len(entry.language), entry.kind in {Kind.IPA, Kind.ESPEAK})
    return exactness > (len(other.language), other.kind in {Kind.IPA, Kind.ESPEAK})


def _name(entry: Entry, phonemes: str) -> _Name:
    term, kind, value = entry.term.replace("’", "'"), entry.kind, entry.value
    match entry.kind:
        case Kind.LETTERS:
            value = ".".join(character for character in term.upper() if character.isalnum())
        case Kind.WORD:
            value = " ".join(word.capitalize() for word in term.split())
        case Kind.IPA if phonemes == "espeak":
            kind, value = Kind.ESPEAK, to_espeak(value)
        case Kind.IPA:
            value = value.strip("/[]")
    head = TOKEN.search(term)
    headline = entry.exact and not term.isupper() and len(term) > _SHORT and term.lower() != term
    return _Name(term, term.upper() if headline else "", entry.exact, head.start() if head else 0, kind, value)


def _by_head(names: Iterable[_Name]) -> dict[str, tuple[_Name, ...]]:
    """Names by their first token, the longest first."""
    groups: dict[str, list[_Name]] = {}
    for name in names:
        head = TOKEN.search(name.printed)
        if head is None:
            continue
        groups.setdefault(head[0].lower(), []).append(name)
        if head.end() == len(name.printed):  # the plural of a single word is another token
            groups.setdefault(f"{head[0].lower()}s", []).append(name)
    order = lambda name: (-len(name.printed), not name.exact)  # noqa: E731 - a key of one line
    return {head: tuple(sorted(group, key=order)) for head, group in groups.items()}


def _is_printed(name: _Name, print_: str) -> bool:
    same = print_.replace("’", "'")
    return same == name.printed or (not name.exact and same.lower() == name.printed.lower())


def _said(name: _Name, text: str, end: int) -> tuple[int, str] | None:
    """Where the term ends with the "s" behind it, and how it is said; None if it is part of a longer word."""
    found = _ENDING.match(text, end)
    if found is None:
        return None
    ending = (found["ending"] or "").replace("’", "'")
    if ending.startswith("s") and (len(name.printed) <= _SHORT and not name.printed.isupper()):
        return None
    return found.end(), _with_ending(name, ending)


def _with_ending(name: _Name, ending: str) -> str:
    if name.kind is Kind.LETTERS and ending == "s":
        ending = "'s"
    if name.kind not in {Kind.IPA, Kind.ESPEAK}:
        return name.value + ending
    if not ending.strip("'"):
        return f"[[{name.value}]]"
    if name.kind is Kind.IPA:
        tail = "ɪz" if name.value.endswith(_HISSING) else "s" if name.value.endswith(_VOICELESS) else "z"
        return f"[[{name.value}{tail}]]"
    return f"[[{with_ending(name.value)}]]"


@lru_cache(maxsize=64)
def matcher(lexicon: Lexicon, language: str, engine: str, phonemes: str) -> Matcher:
    """The matcher of a lexicon for a language and an engine, made once."""
    return Matcher(lexicon, language, engine, phonemes)
