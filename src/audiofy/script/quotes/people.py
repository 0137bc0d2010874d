"""Names to the people, organisations and places of an article. Pure.

Names are gathered into people by their last word; the fullest form is what a person is called. Two people of one
surname stay two as long as given names, titles or gender tell them apart; see `namesakes` for a surname alone.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from audiofy.script.quotes.beside import learn_beside, stands_for_a_thing
from audiofy.script.quotes.names import name_runs
from audiofy.script.quotes.namesakes import told_apart
from audiofy.script.quotes.person import ENDING, Name, Person, Place, agree, look
from audiofy.script.quotes.printed import printed
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, NUMBER, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.printed import Printed
    from audiofy.script.quotes.tokens import Tokens

_SENTENCE_END = STOP | QUOTE | COLON
_LONGEST_HEADING = 30  # tokens
_SMALL = 3  # words of up to this many letters stay in lower case in headings
_NAMESAKES = 12  # people of one surname that a name is compared with
_STEM = 4  # letters that stay


class People:
    """The names of an article: `names` in order, and `at` the place in it for each token that is part of one."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.at: dict[int, int] = {}
        self.surnames: dict[str, list[Person]] = {}
        self.given: dict[str, list[Person]] = {}
        self.unsure: dict[tuple[str, str], Person] = {}

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

    def person(self, name: Printed, place: Place, grammar: Grammar) -> Person:
        """Who is called so there, as far as the article has gone."""
        parts = name.parts
        surname = parts[-1].lower()
        if grammar.inflected:
            surname = surname[: max(_STEM, len(surname) - ENDING)]
        known = self.surnames.setdefault(surname, [])
        if len(known) == 1 == len(parts) and not known[0].headed and name.gender in {"", known[0].gender}:
            return _met(known[0], name, place)  # as most names are
        alike = known if len(known) <= _NAMESAKES else known[:1] + known[1 - _NAMESAKES :]
        fitting = [person for person in alike if not (name.gender and person.gender not in {"", name.gender})]
        person = self._known(fitting, name, place, grammar)
        if person is None and len(parts) == 1 and surname in self.given:
            return self._one_of(self.given[surname], name, place)
        if person is None:
            person = Person(parts, headed=place.heading)
            known.append(person)
            self._learn(person, grammar)
        elif person.headed and place.paragraph > person.place.paragraph:
            person.parts, person.headed, person.body = parts, place.heading, False
            self._learn(person, grammar)
        elif len(parts) > len(person.parts) and not person.unsure:
            person.parts = parts
            self._learn(person, grammar)
        return _met(person, name, place)

    def _known(self, fitting: Sequence[Person], name: Printed, place: Place, grammar: Grammar) -> Person | None:
        """Which of those of the surname it is; somebody of whom nothing more is known where that can't be told."""
        parts = name.parts
        if len(parts) > 1:
            inflected = grammar.inflected
            agreeing = [one for one in fitting if len(one.parts) == 1 or agree(one.parts, parts, inflected=inflected)]
            headed = [one for one in fitting if one.headed and one.place.paragraph < place.paragraph]
            return max(agreeing or headed, key=_mentions, default=None)
        people = [person for person in fitting if not person.body]
        if len(people) < 2:  # noqa: PLR2004 - one cannot be mistaken
            return max(people or fitting, key=_lately, default=None)
        return self._one_of(people, name, place)

    def _one_of(self, people: Sequence[Person], name: Printed, place: Place) -> Person:
        """Which of the people a name of one word stands for; somebody unsure where that can't be told."""
        if len(people) == 1:
            return people[0]
        key = (name.parts[0].lower(), name.gender)
        unsure = self.unsure.setdefault(key, Person(name.parts, human=True, unsure=True))
        return told_apart(people[-_NAMESAKES:], name.titled, place) or unsure

    def _learn(self, person: Person, grammar: Grammar) -> None:
        look(person, grammar)
        if len(person.parts) > 1 and not (person.body or person.headed):
            called = self.given.setdefault(person.parts[0].lower(), [])
            if person not in called[-_NAMESAKES:]:
                called.append(person)


def _met(person: Person, name: Printed, place: Place) -> Person:
    """`person`, of whom it is known now where and as what they were named last."""
    person.place = place
    if name.titled:
        person.titles.add(name.titled)
    return person


def _mentions(person: Person) -> int:
    return person.mentions


def _lately(person: Person) -> int:
    return person.place.sentence


def read_people(tokens: Tokens, grammar: Grammar) -> People:
    """The names in `tokens` and who they are."""
    people = People()
    place = Place(-1, -1, heading=False)
    places = _Places(tokens)
    for first, last in name_runs(tokens, grammar):
        name = printed(tokens, grammar, first, last)
        if name is not None:
            place = places.at(first, place)
            _enter(people, tokens, grammar, name, place)
    return people


class _Places:
    """Tells where names stand, asked for one after the other."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.breaks = [index for index in tokens.edges if tokens.flags[index] & BREAK]
        self.until = -1

    def at(self, token: int, last: Place) -> Place:
        """Where the token stands, which comes after that of the `last` place."""
        if token < self.until:
            return last
        sentence = bisect_left(self.tokens.edges, token)
        size = len(self.tokens.flags)
        self.until = self.tokens.edges[sentence] if sentence < len(self.tokens.edges) else size
        paragraph = bisect_left(self.breaks, token)
        if paragraph == last.paragraph:
            return last._replace(sentence=sentence)
        start = self.breaks[paragraph - 1] + 1 if paragraph else 0
        end = self.breaks[paragraph] if paragraph < len(self.breaks) else size
        return Place(paragraph, sentence, _is_heading(self.tokens, start, end))


def _is_heading(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a paragraph is a heading: it ends as no sentence does, or its words have capitals."""
    if not tokens.flags[end - 1] & _SENTENCE_END:
        return True
    if end - start > _LONGEST_HEADING:
        return False
    words = [index for index in range(start, end) if len(tokens.words[index]) > _SMALL]
    return all(tokens.flags[index] & (CAPITAL | QUOTE | NUMBER) for index in words) and len(words) > _SMALL


def _enter(people: People, tokens: Tokens, grammar: Grammar, name: Printed, place: Place) -> None:
    person = people.person(name, place, grammar)
    people.add(Name(name.first, name.last, person, name.titled))
    person.human = person.human or bool(name.titled)
    if name.stated and person.gender != name.stated:
        person.gender, person.evidence = name.stated, name.evidence
    if not name.titled and stands_for_a_thing(tokens, name.first, name.last):
        person.body = True
    learn_beside(person, tokens, grammar, name.first, name.last)
