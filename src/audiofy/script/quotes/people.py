"""Tokens to the people, organisations and places that an article names. Pure.

A name is a run of capitalised words that are not capitalised for another reason. Names are gathered into people by
their last word; the fullest form is what a person is called. Two people of one surname stay two as long as given
names, titles or gender tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    AMBIGUOUS,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    NEGATION,
    OBJECT,
    PARTICLE,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    ROLE,
    SAYING,
    SPEECH,
    SUBJECT,
    TIME,
    TITLE,
)
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.tokens import Tokens

# Words that are never a name, wherever they stand.
_NEVER = SUBJECT | OBJECT | POSSESSIVE | RELATIVE | DETERMINER | CONJUNCTION | AUXILIARY | NEGATION | TIME
# Words that are no name where a capital is the sentence's: anything else the lexicon knows.
_COMMON = _NEVER | PREPOSITION | FUNCTION | ADVERB | SPEECH | REPORT | SAYING | ROLE | BODY
_STARTERS = STOP | BREAK | QUOTE | COLON
_CLOSES = STOP | BREAK | COMMA | PREPOSITION | AUXILIARY | CONJUNCTION | SPEECH
_NOBLE = frozenset({"von", "van", "de", "zu"})
_NOBLE_ARTICLES = frozenset({"der", "den"})
# Endings of nouns that name nobody, in languages that capitalise nouns.
_ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen", "tät", "ismus", "nis")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ENTERPRISE = frozenset(
    """inc corp co ltd llc plc group times post news journal herald tribune party union university institute
    association press network tv radio magazine foundation bank court department ministry agency office""".split()
)


@dataclass(slots=True)
class Person:
    """Somebody or something that an article names; `parts` are the words of the fullest form."""

    parts: tuple[str, ...]
    gender: str = ""
    evidence: str = ""
    votes: dict[str, int] = field(default_factory=lambda: {"female": 0, "male": 0})
    human: bool = False
    body: bool = False
    mentions: int = 0

    @property
    def name(self) -> str:
        """The fullest form that the article gives."""
        return " ".join(self.parts)


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens `first` to `last` with titles, `core` where the name itself begins."""

    first: int
    last: int
    core: int
    person: Person
    titled: str = ""


class People:
    """The names of an article: `names` in order, and `at` the place in it for each token that is part of one."""

    __slots__ = ("at", "everybody", "names", "surnames")

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.at: dict[int, int] = {}
        self.everybody: list[Person] = []
        self.surnames: dict[str, list[Person]] = {}

    def name_at(self, token: int) -> Name | None:
        """The name that the token is part of."""
        place = self.at.get(token)
        return None if place is None else self.names[place]


def read_people(tokens: Tokens, grammar: Grammar) -> People:
    """The names in `tokens` and who they are."""
    people = People()
    runs = _runs_among_nouns(tokens) if grammar.nouns_capitalised else _runs(tokens)
    for first, last in runs:
        _enter(people, tokens, grammar, first, last)
    return people


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, where capitals are for names."""
    flags, words = tokens.flags, tokens.words
    small = {word for word, bits in zip(words, flags, strict=True) if not bits & CAPITAL}
    end = -1
    for index in tokens.capitals:
        if index <= end:
            continue
        bits = flags[index]
        if bits & _NEVER and not bits & TITLE:
            continue
        starts = index == 0 or flags[index - 1] & _STARTERS
        if starts and not bits & (TITLE | ADJECTIVE):
            if bits & _COMMON and len(words[index]) > 1:
                continue
            following = flags[index + 1] if index + 1 < len(flags) else 0
            if words[index].lower() in small and not following & CAPITAL:
                continue
        end = _run_end(tokens, index)
        yield index, end


def _runs_among_nouns(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, where nouns have capitals too: two in a row, or one that no article stands before."""
    flags, words = tokens.flags, tokens.words
    size = len(flags)
    end = -1
    for index in tokens.capitals:
        if index <= end or flags[index] & _NEVER:
            continue
        starts = index == 0 or flags[index - 1] & _STARTERS
        if starts and flags[index] & (_COMMON & ~(ROLE | BODY)):
            continue
        last = index
        while last + 1 < size and not flags[last + 1] & _NEVER:
            if flags[last + 1] & CAPITAL:
                last += 1
            elif words[last + 1] in _NOBLE and last == index + bool(flags[index] & (ROLE | TITLE)) and not flags[index] & BODY:
                past = last + 2 + (last + 2 < size and words[last + 2] in _NOBLE_ARTICLES)
                if past >= size or not flags[past] & CAPITAL:
                    break
                last = past
            else:
                break
        end = last
        if last > index or _lone_name(words[index], flags[index], flags[index - 1] if index else STOP):
            yield index, last


def _lone_name(word: str, bits: int, before: int) -> bool:
    if bits & (ROLE | BODY | TITLE) or before & (DETERMINER | POSSESSIVE | NUMBER):
        return False
    return not word.endswith(_ABSTRACT)


def _run_end(tokens: Tokens, index: int) -> int:
    flags, words = tokens.flags, tokens.words
    size = len(flags)
    last = index
    while not flags[last] & OWNER and last + 1 < size:
        following = flags[last + 1]
        if following & CAPITAL:
            if following & _NEVER and not following & TITLE:
                break
            last += 1
        elif following & PARTICLE and last + 2 < size and flags[last + 2] & CAPITAL and not flags[last + 2] & _NEVER:
            if words[last + 1] == "of" and not flags[last] & (BODY | TITLE):
                break
            last += 2
        else:
            break
    return last


def _enter(people: People, tokens: Tokens, grammar: Grammar, first: int, last: int) -> None:
    flags, words = tokens.flags, tokens.words
    titles = TITLE | ROLE | BODY if grammar.nouns_capitalised else TITLE
    core, gender, titled = first, "", ""
    for index in range(first, last + 1):
        word = words[index].lower()
        if flags[index] & titles and not (index == last and index > core):
            core = index + 1
            titled = words[index]
            gender = _stated(word, grammar) or gender
        elif (index == core and words[index] in {"of", "State"} and titled) or (
            index == core and flags[index] & ADJECTIVE
        ):
            core = index + 1
    if core > last:
        return
    parts = tuple(word for word in words[core : last + 1] if word.lower() not in _SUFFIXES) or (words[core],)
    person = _person(people, parts, gender, grammar)
    person.mentions += 1
    if titled:
        person.human = True
    if gender and person.gender != gender:
        person.gender, person.evidence = gender, f"{titled} {parts[-1]}"
    _look_around(person, flags, first, last, bare=core == first)
    place = len(people.names)
    people.names.append(Name(first, last, core, person, titled))
    for index in range(first, last + 1):
        people.at[index] = place


def _stated(word: str, grammar: Grammar) -> str:
    """The gender that a title or role states, also as the end of a compound."""
    for start in range(len(word) if grammar.endings else 1):
        gender = grammar.genders.get(word[start:])
        if gender:
            return gender
    return ""


def _look_around(person: Person, flags: list[int], first: int, last: int, *, bare: bool) -> None:
    """What the words beside a name tell of whom it names: "the Rhine", "the mayor Ann Lee", "Lee denied"."""
    before = flags[first - 1] if first else 0
    size = len(flags)
    following = flags[last + 1] if last + 1 < size else 0
    second = flags[last + 2] if last + 2 < size else 0
    if following & ADVERB:
        following = second
    if before & ARTICLE and bare and following & _CLOSES:
        person.body = True
    if flags[last] & OWNER:
        return
    speaks = following & (SPEECH | REPORT) and not following & AMBIGUOUS
    spoken = before & SPEECH and first > 1 and flags[first - 2] & (QUOTE | COMMA)
    apposed = following & COMMA and second & (ARTICLE | POSSESSIVE | RELATIVE) and not before & PREPOSITION
    if speaks or spoken or apposed or (before & ROLE and not before & BODY):
        person.human = True


def _person(people: People, parts: tuple[str, ...], gender: str, grammar: Grammar) -> Person:
    surname = parts[-1].lower()
    known = people.surnames.setdefault(surname, [])
    for person in sorted(known, key=lambda person: -person.mentions) if len(parts) == 1 else reversed(known):
        if gender and person.gender and person.gender != gender:
            continue
        if len(parts) == 1 or len(person.parts) == 1 or _agree(person.parts, parts):
            if len(parts) > len(person.parts):
                person.parts = parts
                _look(person, grammar)
            return person
    if len(parts) == 1:
        for person in reversed(people.everybody):
            if len(person.parts) > 1 and person.parts[0].lower() == surname and not person.body:
                return person
    person = Person(parts)
    _look(person, grammar)
    known.append(person)
    people.everybody.append(person)
    return person


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    first, second = one[0].lower().rstrip("."), other[0].lower().rstrip(".")
    return first == second or first.startswith(second) or second.startswith(first)


def _look(person: Person, grammar: Grammar) -> None:
    """What the words of a name tell of whom it names."""
    parts = person.parts
    if _is_body(parts, grammar):
        person.body = True
        return
    given = grammar.given.get(parts[0].lower(), "") if len(parts) > 1 else ""
    if given:
        person.human = True
        if not person.gender:
            person.gender, person.evidence = given, parts[0]


def _is_body(parts: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether a name is an organisation's or a place's, by its words."""
    small = [part.lower() for part in parts]
    if any(part in _ENTERPRISE or grammar.words.get(part, 0) & BODY for part in small):
        return True
    if all(grammar.words.get(part, 0) & PLACE for part in small):
        return True
    shouted = [part.isupper() and len(part) > 1 and "." not in part for part in parts]
    return any(shouted) and (len(parts) == 1 or not all(shouted))
