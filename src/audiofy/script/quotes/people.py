"""Names to the people, organisations and places of an article. Pure.

Names are gathered into people by their last word; the fullest form is what a person is called. Two people of one
surname stay two as long as given names, titles or gender tell them apart; a surname alone is the one named most.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    AMBIGUOUS,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    ENTERPRISE,
    LINKING,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    ROLE,
    SPEECH,
    TITLE,
)
from audiofy.script.quotes.names import name_runs
from audiofy.script.quotes.tokens import BREAK, COMMA, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.tokens import Tokens

_CLOSES = STOP | BREAK | COMMA | PREPOSITION | AUXILIARY | CONJUNCTION | SPEECH
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NAMESAKES = 12  # people of one surname that a name is compared with
_ENDING = 3  # letters at a name's end that cases change, where they do
_STEM = 4  # letters that stay


@dataclass(slots=True)
class Person:
    """Somebody or something that an article names; `parts` are the words of the fullest form.

    `human` tells that something shows it is a person, `body` that it is an organisation or a place.
    """

    parts: tuple[str, ...]
    gender: str = ""
    evidence: str = ""
    human: bool = False
    body: bool = False
    mentions: int = 0

    @property
    def name(self) -> str:
        """The fullest form that the article gives."""
        return " ".join(self.parts)


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens `first` to `last` with its titles, of which `titled` is the last."""

    first: int
    last: int
    person: Person
    titled: str = ""


class People:
    """The names of an article: `names` in order, and `at` the place in it for each token that is part of one."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.at: dict[int, int] = {}
        self.surnames: dict[str, list[Person]] = {}
        self.given: dict[str, Person] = {}

    def name_at(self, token: int) -> Name | None:
        """The name that the token is part of."""
        place = self.at.get(token)
        return None if place is None else self.names[place]

    def add(self, name: Name) -> None:
        """Takes in the next name of the article."""
        place = len(self.names)
        self.names.append(name)
        name.person.mentions += 1
        for index in range(name.first, name.last + 1):
            self.at[index] = place

    def person(self, parts: tuple[str, ...], gender: str, grammar: Grammar) -> Person:
        """Who is called so, as far as the article has gone; `gender` is what a title or given name states."""
        surname = parts[-1].lower()
        if grammar.inflected:
            surname = surname[: max(_STEM, len(surname) - _ENDING)]
        known = self.surnames.setdefault(surname, [])
        for person in known[-_NAMESAKES:][::-1]:
            if gender and person.gender and person.gender != gender:
                continue
            if len(parts) == 1 or len(person.parts) == 1 or _agree(person.parts, parts, inflected=grammar.inflected):
                if len(parts) > len(person.parts):
                    person.parts = parts
                    _look(person, grammar)
                    self._learn(person)
                self._most_last(known, person)
                return person
        if len(parts) == 1 and surname in self.given:
            return self.given[surname]
        person = Person(parts)
        _look(person, grammar)
        self._learn(person)
        known.append(person)
        return person

    def _learn(self, person: Person) -> None:
        if len(person.parts) > 1 and not person.body:
            self.given[person.parts[0].lower()] = person

    def _most_last(self, known: list[Person], person: Person) -> None:
        """Keeps whoever of a surname is named most at the end, where a surname alone finds them."""
        if known[-1] is not person and person.mentions >= known[-1].mentions:
            known.remove(person) if len(known) <= _NAMESAKES else None
            known.append(person)


def read_people(tokens: Tokens, grammar: Grammar) -> People:
    """The names in `tokens` and who they are."""
    people = People()
    for first, last in name_runs(tokens, grammar):
        _enter(people, tokens, grammar, first, last)
    return people


def gender_of(word: str, grammar: Grammar) -> str:
    """The gender that a title, role or kinship word states, also as the end of a compound."""
    for start in range(len(word) if grammar.endings else 1):
        gender = grammar.genders.get(word[start:])
        if gender:
            return gender
    return ""


def _enter(people: People, tokens: Tokens, grammar: Grammar, first: int, last: int) -> None:
    flags, words = tokens.flags, tokens.words
    titles = TITLE | ROLE | BODY if grammar.nouns_capitalised else TITLE | ROLE
    core, gender, titled, evidence = first, "", "", ""
    for index in range(first, last + 1):
        if flags[index] & titles and not (index == last and index > core):
            core = index + 1
            titled = words[index]
            evidence = _written(tokens, index)
            gender = gender_of(titled.lower(), grammar) or gender
        elif grammar.nouns_capitalised and index > core and words[index].lower() in grammar.given:
            # "Bäckerin Anna Rau": what stands before a given name is what somebody is.
            core, titled = index, words[index - 1]
        elif index == core and (flags[index] & ADJECTIVE or (titled and flags[index] & (LINKING | BODY))):
            core = index + 1
    if core > last:
        return
    written = [_written(tokens, index) for index in range(core, last + 1)]
    parts = tuple(word for word in written if word.lower().rstrip(".") not in _SUFFIXES) or (words[core],)
    given = grammar.given.get(parts[0].lower(), "") if len(parts) > 1 else ""
    person = people.person(parts, gender or given, grammar)
    people.add(Name(first, last, person, titled))
    person.human = person.human or bool(titled)
    if gender and person.gender != gender:
        person.gender, person.evidence = gender, f"{evidence} {parts[-1]}"
    _look_around(person, flags, first, last, bare=core == first)


def _written(tokens: Tokens, index: int) -> str:
    """A word as it is printed: an initial or a title with its full stop."""
    word = tokens.words[index]
    return word + "." if tokens.ends[index] - tokens.starts[index] == len(word) + 1 else word


def _look_around(person: Person, flags: list[int], first: int, last: int, *, bare: bool) -> None:
    """What the words beside a name tell of whom it names: "the Rhine", "the mayor Ann Lee", "Lee denied"."""
    size = len(flags)
    before = flags[first - 1] if first else 0
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


def _agree(one: tuple[str, ...], other: tuple[str, ...], *, inflected: bool) -> bool:
    first, second = one[0].lower().rstrip("."), other[0].lower().rstrip(".")
    if inflected:
        first, second = first[:_ENDING], second[:_ENDING]
    return first.startswith(second) or second.startswith(first)


def _look(person: Person, grammar: Grammar) -> None:
    """What the words of a name tell of whom it names."""
    if _is_body(person.parts, grammar):
        person.body = True
        return
    given = grammar.given.get(person.parts[0].lower(), "") if len(person.parts) > 1 else ""
    if given:
        person.human = True
        if not person.gender:
            person.gender, person.evidence = given, person.parts[0]


def _is_body(parts: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether a name is an organisation's or a place's, by its words or by its capitals ("NATO")."""
    kinds = [grammar.words.get(part.lower(), 0) for part in parts]
    if any(kind & (BODY | ENTERPRISE) for kind in kinds) or all(kind & PLACE for kind in kinds):
        return True
    shouted = [part.isupper() and len(part) > 1 and "." not in part for part in parts]
    return any(shouted) and (len(parts) == 1 or not all(shouted))
