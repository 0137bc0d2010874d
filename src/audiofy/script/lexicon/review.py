"""Lexicon files to what is wrong with them, and articles to the names that no lexicon has. Pure.

What `audiofy lexicon check` and `audiofy lexicon suggest` print.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.errors import LexiconError
from audiofy.script.lexicon import Kind
from audiofy.script.lexicon.files import read_lexicon
from audiofy.script.spoken.grammar import Scene
from audiofy.script.spoken.names import Matcher, matcher
from audiofy.script.spoken.print import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from audiofy.script.lexicon import Entry, Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong with an entry or a file: where ("names.tsv:12"), in which way, and the term.

    `fault` is "bad", "duplicate", "no alias" or "unused"; `message` says it in a sentence.
    """

    where: str
    fault: str
    term: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A name in articles that no lexicon has, and how often it is printed."""

    term: str
    count: int


def check(
    paths: Sequence[Path], texts: Iterable[str] = (), language: str = "", *, engines: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Finds what is wrong with lexicon files.

    Bad entries, entries for an engine that is none of `engines`, entries for the same term that say different things,
    phonemes without an alias for engines that take none, and, where `texts` are given, entries that none of them has a
    use for.
    """
    findings: list[Finding] = []
    entries: list[Entry] = []
    for path in paths:
        wrong: list[LexiconError] = []
        try:
            entries += read_lexicon(path, wrong).entries
        except LexiconError as error:
            wrong.append(error)
        findings += [_bad(path, error) for error in wrong]
    findings += _for_nobody(entries, frozenset(engines))
    findings += _duplicates(entries)
    findings += _without_alias(entries)
    printed = list(texts)
    if printed:
        findings += _unused(entries, printed, language)
    return tuple(findings)


def _bad(path: Path, error: LexiconError) -> Finding:
    """The finding of an error, whose message begins with the line if there is one ("names.tsv:12: ...")."""
    found = re.match(rf"{re.escape(str(path))}:\d+(?=:? )", error.message)
    where = found[0] if found else str(path)
    message = f"{error.message.removeprefix(where).lstrip(': ')} {error.remedy}"
    return Finding(where=where, fault="bad", term="", message=message)


def _for_nobody(entries: Iterable[Entry], engines: frozenset[str]) -> list[Finding]:
    """Entries for an engine that there is not."""
    found = []
    for entry in entries:
        if engines and entry.engine and entry.engine not in engines:
            message = f"there is no engine {entry.engine!r}. Take one of {', '.join(sorted(engines))}."
            found.append(Finding(where=entry.source, fault="bad", term=entry.term, message=message))
    return found


def _key(entry: Entry) -> tuple[str, str, str, bool]:
    return (entry.term if entry.exact else entry.term.lower(), entry.language.lower(), entry.engine, entry.exact)


def _is_phonemes(entry: Entry) -> bool:
    return entry.kind in {Kind.IPA, Kind.ESPEAK}


def _duplicates(entries: Iterable[Entry]) -> list[Finding]:
    """Later entries that never count: another one for the same term is of the same sort, and earlier."""
    first: dict[tuple[object, ...], Entry] = {}
    found = []
    for entry in entries:
        sort = entry.kind if _is_phonemes(entry) else "spelling"
        earlier = first.setdefault((*_key(entry), sort), entry)
        if earlier is not entry:
            message = f"{entry.term} is said at {earlier.source} already; this entry never counts."
            found.append(Finding(where=entry.source, fault="duplicate", term=entry.term, message=message))
    return found


def _without_alias(entries: Sequence[Entry]) -> list[Finding]:
    spelled = {_key(entry) for entry in entries if not _is_phonemes(entry)}
    found = []
    for entry in entries:
        if _is_phonemes(entry) and _key(entry) not in spelled:
            message = f"{entry.term} has phonemes only; an engine that takes none says it as it is printed."
            found.append(Finding(where=entry.source, fault="no alias", term=entry.term, message=message))
    return found


def _unused(entries: Sequence[Entry], texts: Sequence[str], language: str) -> list[Finding]:
    plains = [plain(text).text for text in texts]
    found = []
    for entry in entries:
        pattern = re.compile(rf"(?<!\w){re.escape(entry.term)}", 0 if entry.exact else re.IGNORECASE)
        spoken = not language or entry.speaks(language)
        if not spoken or not any(pattern.search(text) for text in plains):
            message = f"{entry.term} is in none of the articles."
            found.append(Finding(where=entry.source, fault="unused", term=entry.term, message=message))
    return found


_NAME = re.compile(
    r"(?:[A-ZÀ-ÞŁŚŻŠŽČĆĐІЇЄҐА-Я][\w’'-]*)(?:\s(?:(?:de|da|di|del|van|von|der|bin|al|el|la|le)\s)?[A-ZÀ-ÞŁŚŻŠŽČĆĐІЇЄҐА-Я][\w’'-]*){0,3}"
)
_OPENING = re.compile(r"(?:^|[.!?:…]\s+|[.!?]?[\"“„«‘(\[]\s*|\n\s*|[•*-]\s+)$")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[^\W\d_A-ZÀ-Þ][\w’'-]*")


def suggest(
    texts: Iterable[str], lexicon: Lexicon, language: str = "en-US", engine: str = ""
) -> tuple[Suggestion, ...]:
    """The names in `texts` that `lexicon` has no entry for, the most frequent first, then by the alphabet.

    A name is a capital inside a sentence; a capital that opens one counts if the word stands inside another sentence
    with its capital too, and never in small letters.
    """
    known = matcher(lexicon, language, engine, "espeak" if engine == "espeak" else "")
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        printed = plain(text).text
        small.update(word[0].lower() for word in _SMALL_WORD.finditer(printed))
        _collect(Scene(printed, language), known, inside, opening)
    for name, count in opening.items():
        if name in inside:
            inside[name] += count
        elif " " in name and name.partition(" ")[0].lower() not in small:
            inside[name] = count
    names = {name: count for name, count in inside.items() if name.lower() not in small}
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Suggestion(term=name, count=count) for name, count in ordered)


def _collect(scene: Scene, known: Matcher, inside: Counter[str], opening: Counter[str]) -> None:
    at = 0
    while (found := _NAME.search(scene.text, at)) is not None:
        at = found.end()
        name = re.sub(r"['’]s?$|['’-]+$", "", found[0])
        if name.lower() in _NO_NAMES or len(name) == 1 or _is_known(scene, known, found.start(), name):
            continue
        opens = _OPENING.search(scene.before(found.start())) is not None
        first, _, rest = name.partition(" ")
        if opens and rest and first.lower() in _NOT_FIRST:
            name, opens = rest, False  # "The Foo" and "Then Ann Lee" begin a sentence
        (opening if opens else inside)[name] += 1


def _is_known(scene: Scene, known: Matcher, start: int, name: str) -> bool:
    """Whether a term of the lexicon stands anywhere in the name."""
    for word in re.finditer(r"[^\W\d_]+", name):
        if word[0].lower() in known.heads and known.read(scene, start + word.start()) is not None:
            return True
    return False


# Capitals inside an English sentence that name nobody; other languages have fewer.
_NO_NAMES = frozenset(
    "i i'm i’m i've i’ve i'll i’ll i'd i’d mr mrs ms dr a an the monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december".split()
)


_NOT_FIRST = frozenset(
    "a after all also although an and as at before both but by for from here his how if in it its last later many most "
    "mr mrs ms my no on once one our she since so some still that the their then there these they this those though to "
    "today under we what when where while who why with yet you your he her".split()
)


def as_tsv(suggestions: Iterable[Suggestion], language: str, said: Callable[[str], str] = lambda _term: "") -> str:
    """Suggestions as a lexicon to be edited: each term as its own alias.

    A remark before it has its count and, where `said` tells, how the engine says it now.
    """
    lines = ["term\tkind\tvalue\tlanguage"]
    for suggestion in suggestions:
        remark = f"# {suggestion.count} {said(suggestion.term)}".rstrip()
        lines += [remark, f"{suggestion.term}\talias\t{suggestion.term}\t{language}"]
    return "\n".join(lines) + "\n"
