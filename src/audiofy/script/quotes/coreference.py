"""A mention to the person it stands for: pronouns and titles, resolved over the article. Pure.

A pronoun stands for whoever the sentences before it are about. Everybody named there whom it could stand for gets a
weight, more as the subject of a sentence than in any other place, about half as much for each sentence further back;
the heaviest is taken (after Lappin and Leass, "An algorithm for pronominal anaphora resolution", 1994, without its
parser). The weights were set on development articles.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    ARTICLE,
    BODY,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SPEECH,
    SUBJECT,
    TITLE,
)
from audiofy.script.quotes.person import Person
from audiofy.script.quotes.printed import gender_of
from audiofy.script.quotes.tokens import BREAK, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.person import Name
    from audiofy.script.quotes.phrases import Phrase
    from audiofy.script.quotes.subjects import Subjects
    from audiofy.script.quotes.tokens import Tokens

_BACK = 8  # sentences that a pronoun may reach back over
_LONGEST = 120  # tokens of a sentence that are looked at
_DEEPEST = 12  # pronouns that stand for pronouns
_NAMED_BACK = 200  # names that a title may reach back over
_DECAY = 0.55  # of a weight, for each sentence further back
_SUBJECT = 4.0
_PRONOUN = 3.0
_NEAR = 0.5  # pronouns are followed while a weight has decayed no further than this
_OTHER = 2.0
_BEHIND_PREPOSITION = 1.0
_OWNER = 1.2
_UNKNOWN_GENDER = 0.7
_NOT_KNOWN_HUMAN = 0.4
_AGAIN = 0.25  # of the weight, for each further time that somebody is named
_CLEAR = 2.0  # times as heavy as the next: then the pronoun tells the person's gender


class _Sentence(NamedTuple):
    """Whom the words of a sentence name, what they are `about`, and the `pronouns` that may be a speaker.

    `described` are people without a name whom it is about, each with the word that says what they are.
    """

    pronouns: list[int]
    about: tuple[Phrase, ...]
    described: list[tuple[Phrase, int]]
    names: list[Name]
    refers_back: bool


class Coreference:
    """Tells who a mention is."""

    def __init__(self, text: str, tokens: Tokens, people: People, subjects: Subjects, grammar: Grammar) -> None:
        self.text = text
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.words = tokens.words
        self.flags = tokens.flags
        self.edges = tokens.edges
        self.people = people
        self.subjects = subjects
        self.grammar = grammar
        self.firsts = [name.first for name in people.names]
        self.resolved: dict[int, Person | None] = {}
        self.sentences: dict[int, _Sentence] = {}
        self.strangers: dict[str, Person] = {}
        self.depth = 0

    def person(self, phrase: Phrase) -> Person | None:
        """Who the phrase names; None where the article does not tell."""
        if phrase.kind == "name":
            name = self.people.name_at(phrase.first)
            return name.person if name else None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase.first)
        return self._titled(phrase)

    def unnamed(self, phrase: Phrase) -> Person:
        """The person that a phrase without a name stands for: the same for the same words."""
        parts = tuple(self.text[self.starts[phrase.first] : self.ends[phrase.last]].split())
        key = " ".join(parts).lower()
        if key not in self.strangers:
            stated = next((part for part in parts[1:] if gender_of(part.lower(), self.grammar)), "")
            gender = gender_of(stated.lower(), self.grammar) if stated else ""
            self.strangers[key] = Person(parts, gender=gender, evidence=stated, human=True)
        return self.strangers[key]

    def hear(self, person: Person | None, verb: int) -> None:
        """Takes a person's gender from the form of their verb of saying, where it tells: "сказала"."""
        if person is None or person.gender or person.body or verb < 0:
            return
        gender = self.grammar.verb_genders.get(self.words[verb].lower(), "")
        if gender:
            person.gender, person.evidence = gender, self.words[verb]

    def _pronoun(self, token: int) -> Person | None:
        if token not in self.resolved:
            gender = self._gender_at(token)
            if not gender or self.depth >= _DEEPEST:
                return None
            self.resolved[token] = None  # a pronoun that leads back to itself stands for nobody
            self.depth += 1
            self.resolved[token] = self._antecedent(token, gender)
            self.depth -= 1
        return self.resolved[token]

    def _gender_at(self, token: int) -> str:
        return self.grammar.genders.get(self.words[token].lower(), "")

    def _antecedent(self, token: int, gender: str) -> Person | None:
        weights: dict[int, float] = {}
        candidates: dict[int, Person] = {}
        for person, weight in self._candidates(token, gender):
            key = id(person)
            candidates[key] = person
            known = weights.get(key, 0.0)
            weights[key] = max(known, weight) + _AGAIN * min(known, weight)
        if not weights:
            return None
        best = max(weights, key=weights.__getitem__)
        person = candidates[best]
        rest = max((weight for key, weight in weights.items() if key != best), default=0.0)
        if not person.gender and weights[best] > _CLEAR * rest:
            person.gender, person.evidence = gender, self.words[token]
        return person

    def _candidates(self, token: int, gender: str) -> Iterator[tuple[Person, float]]:
        """Whom the pronoun could stand for, once for each time they are named, with a weight."""
        place = bisect_left(self.edges, token)
        begin = self.edges[place - 1] + 1 if place else 0
        sentence = self._read(max(begin, token - _LONGEST), token)
        decay = 1.0
        for back in range(place, max(-1, place - _BACK), -1):
            if back < place:
                sentence = self.sentences.get(back) or self._sentence(back)
            for phrase, head in sentence.described:
                if phrase.last < token and self._gender_at(head) == gender:
                    yield self._titled(phrase) or self.unnamed(phrase), _SUBJECT * decay
            for at in sentence.pronouns if decay > _NEAR else ():
                person = self._pronoun(at) if self._gender_at(at) == gender else None
                if person is not None:
                    yield person, _PRONOUN * decay
            for name in sentence.names:
                weight = self._weight(name, gender, sentence.about)
                if weight:
                    yield name.person, weight * decay
            if not sentence.refers_back:
                decay *= _DECAY

    def _sentence(self, back: int) -> _Sentence:
        """The sentence that ends at an edge of the article, kept for the next pronoun."""
        end = self.edges[back] + 1
        begin = self.edges[back - 1] + 1 if back else 0
        self.sentences[back] = self._read(max(begin, end - _LONGEST), end)
        return self.sentences[back]

    def _read(self, start: int, end: int) -> _Sentence:
        """The sentence of tokens `start` to `end` (not included): its subject, who says it, whom it names."""
        flags = self.flags[start:end]
        held = reduce(or_, flags, 0)
        pronouns = [at for at, bits in enumerate(flags, start) if bits & SUBJECT] if held & SUBJECT else []
        names = self.people.names[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]
        if not (names or held & ROLE):  # what it is about is nobody whom a pronoun could stand for
            return _Sentence(pronouns, (), [], [], refers_back=False)
        about = self._about(start, end)
        described = list(self._described(about)) if held & ROLE else []
        return _Sentence(pronouns, about, described, names, bool(about) and self._refers_back(about[0]))

    def _about(self, start: int, end: int) -> tuple[Phrase, ...]:
        """The subject of the sentence, and who says something in it."""
        subjects = self.subjects
        speaker = None
        for at in range(end - 1, start, -1):
            if self.flags[at] & SPEECH and subjects.is_verb(at, SPEECH):
                speaker = subjects.of_verb(at) or subjects.behind(at)
                break
        subject = subjects.of_sentence(start, end) if start < end else None
        return tuple(phrase for phrase in (subject, speaker) if phrase and start <= phrase.first < end)

    def _refers_back(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody known under another description: "the incumbent"."""
        return phrase.kind == "nominal" and bool(self.flags[phrase.first] & ARTICLE and self.flags[phrase.last] & ROLE)

    def _described(self, about: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, int]]:
        """People without a name whom a sentence is about, and what they are: "my father", "a spokeswoman"."""
        for phrase in about:
            if phrase.kind != "nominal" or not self.flags[phrase.first] & (ARTICLE | POSSESSIVE | DETERMINER):
                continue
            places = range(phrase.last, phrase.first - 1, -1)
            head = next((at for at in places if self.flags[at] & ROLE), None)
            if head is not None and not self.flags[head] & BODY:
                yield phrase, head

    def _weight(self, name: Name, gender: str, about: tuple[Phrase, ...]) -> float:
        person = name.person
        if person.body or person.gender not in {"", gender}:
            return 0.0
        named = [phrase.kind == "name" and phrase.first <= name.first <= phrase.last for phrase in about]
        topic = any(named)
        if not (topic or person.human or len(person.parts) > 1):
            return 0.0
        weight = self._weight_of_place(name, topic=topic)
        if not person.gender:
            weight *= _UNKNOWN_GENDER
        if not person.human and named[1:] != [True]:
            weight *= _NOT_KNOWN_HUMAN
        return weight

    def _weight_of_place(self, name: Name, *, topic: bool) -> float:
        if self.flags[name.last] & OWNER:
            return _OWNER
        if topic:
            return _SUBJECT
        before = self.flags[name.first - 1] if name.first else BREAK
        return _BEHIND_PREPOSITION if before & (PREPOSITION | ARTICLE) else _OTHER

    def _titled(self, phrase: Phrase) -> Person | None:
        """Who a title stands for: the last person of that title, for "the president"."""
        short = phrase.last - phrase.first <= 2  # noqa: PLR2004 - "the former president"; longer ones describe others
        if not short or not self.flags[phrase.first] & ARTICLE or not self.flags[phrase.last] & (TITLE | ROLE):
            return None
        wanted = self.words[phrase.last].lower()
        before = bisect_right(self.firsts, phrase.first)
        for name in reversed(self.people.names[max(0, before - _NAMED_BACK) : before]):
            title = name.titled.lower()
            if title and self.grammar.titles.get(title, title) == wanted:
                return name.person
        return None
