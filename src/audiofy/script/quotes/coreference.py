"""A mention to the person it stands for: pronouns and titles, resolved over the article. Pure.

A pronoun stands for whoever the sentences before it are about. Everybody named there whom it could stand for gets a
weight, more as the subject of a sentence than in any other place, half as much for each sentence further back; the
heaviest is taken (after Lappin and Leass, "An algorithm for pronominal anaphora resolution", 1994, without its parser).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

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
from audiofy.script.quotes.people import Person
from audiofy.script.quotes.tokens import BREAK, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import Name, People
    from audiofy.script.quotes.subjects import Phrase, Subjects
    from audiofy.script.quotes.tokens import Tokens

_BACK = 8  # sentences that a pronoun may reach back over
_DECAY = 0.55  # of a weight, for each sentence further back
_SUBJECT = 4.0
_PRONOUN = 3.0
_NEAR = 0.5  # pronouns are followed this far back
_OTHER = 2.0
_BEHIND_PREPOSITION = 1.0
_OWNER = 1.2
_UNKNOWN_GENDER = 0.7
_NOT_KNOWN_HUMAN = 0.4
_AGAIN = 0.25  # of the weight, for each further time that somebody is named


class Coreference:
    """Tells who a mention is."""

    def __init__(self, tokens: Tokens, people: People, subjects: Subjects, grammar: Grammar) -> None:
        self.tokens = tokens
        self.flags = tokens.flags
        self.people = people
        self.subjects = subjects
        self.grammar = grammar
        self.firsts = [name.first for name in people.names]
        self.edges = tokens.edges
        self.resolved: dict[int, Person | None] = {}
        self.topics: dict[int, tuple[Phrase, ...]] = {}
        self.strangers: dict[str, Person] = {}

    def person(self, phrase: Phrase) -> Person | None:
        """Who the phrase names; None where the article does not tell."""
        if phrase.kind == "name":
            name = self.people.name_at(phrase.first)
            return name.person if name else None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase.first)
        return self._titled(phrase)

    def _pronoun(self, token: int) -> Person | None:
        if token not in self.resolved:
            self.resolved[token] = None  # a pronoun that leads back to itself stands for nobody
            gender = self.grammar.genders.get(self.tokens.words[token].lower(), "")
            self.resolved[token] = self._antecedent(token, gender) if gender else None
        return self.resolved[token]

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
        best = max(weights, key=lambda key: weights[key])
        person = candidates[best]
        rest = [weight for key, weight in weights.items() if key != best]
        if not person.gender and (not rest or weights[best] > 2 * max(rest)):
            person.gender, person.evidence = gender, self.tokens.words[token]
        return person

    def _candidates(self, token: int, gender: str) -> Iterator[tuple[Person, float]]:
        """Whom the pronoun could stand for, once for each time they are named, with a weight."""
        edges = self.edges
        place = bisect_left(edges, token)
        decay = 1.0
        end = token
        for back in range(place, max(-1, place - _BACK), -1):
            start = edges[back - 1] + 1 if back else 0
            if start >= end:
                continue
            about = self._about(back, start, end, whole=end != token)
            for phrase in about:
                person = self._stand_in(phrase, token, gender)
                if person is not None:
                    yield person, _SUBJECT * decay
            if decay > _NEAR:
                for person in self._same_pronouns(start, end, gender):
                    yield person, _PRONOUN * decay
            for name in self.people.names[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]:
                weight = self._weight(name, gender, about)
                if weight:
                    yield name.person, weight * decay
            if not (about and self._refers_back(about[0])):
                decay *= _DECAY
            end = start

    def _about(self, back: int, start: int, end: int, *, whole: bool) -> tuple[Phrase, ...]:
        """Whom a sentence is about: its subject, and who is said to say it."""
        if back in self.topics and whole:
            return self.topics[back]
        subjects = self.subjects
        speakers = (
            subjects.of_verb(at) or subjects.starting(at + 1)
            for at in range(end - 1, start, -1)
            if self.flags[at] & SPEECH and subjects.is_verb(at, SPEECH)
        )
        speaker = next(speakers, None)
        found = tuple(
            phrase for phrase in (subjects.of_sentence(start, end), speaker) if phrase and start <= phrase.first < end
        )
        if whole:
            self.topics[back] = found
        return found

    def _refers_back(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody known under another description: "the incumbent"."""
        head = self.flags[phrase.last]
        return phrase.kind == "nominal" and bool(self.flags[phrase.first] & ARTICLE and head & ROLE)

    def _same_pronouns(self, start: int, end: int, gender: str) -> Iterator[Person]:
        for at in range(start, end):
            if self.flags[at] & SUBJECT:
                person = self._same(at, gender)
                if person is not None:
                    yield person

    def _stand_in(self, phrase: Phrase, token: int, gender: str) -> Person | None:
        """Somebody without a name whom a sentence is about: "my father", "a spokeswoman"."""
        if phrase.kind != "nominal" or phrase.last >= token:
            return None
        words, flags = self.tokens.words, self.flags
        head = next((at for at in range(phrase.last, phrase.first - 1, -1) if flags[at] & ROLE), None)
        if head is None or flags[head] & BODY:
            return None
        stated = self.grammar.genders.get(words[head].lower(), "")
        if stated != gender or not flags[phrase.first] & (ARTICLE | POSSESSIVE | DETERMINER):
            return None
        return self._titled(phrase) or self.unnamed(phrase)

    def unnamed(self, phrase: Phrase) -> Person:
        """The person that a phrase without a name stands for: the same for the same words."""
        parts = tuple(self.tokens.words[phrase.first : phrase.last + 1])
        key = " ".join(parts).lower()
        if key not in self.strangers:
            gender = next((self.grammar.genders[part.lower()] for part in parts[1:] if part.lower() in self.grammar.genders), "")
            evidence = next((part for part in parts[1:] if part.lower() in self.grammar.genders), "")
            self.strangers[key] = Person(parts, gender=gender, evidence=evidence, human=True)
        return self.strangers[key]

    def _same(self, token: int, gender: str) -> Person | None:
        if self.grammar.genders.get(self.tokens.words[token].lower(), "") != gender:
            return None
        return self._pronoun(token)

    def _weight(self, name: Name, gender: str, about: tuple[Phrase, ...]) -> float:
        person = name.person
        if person.body or person.gender not in {"", gender}:
            return 0.0
        flags = self.flags
        before = flags[name.first - 1] if name.first else BREAK
        topic = any(phrase.kind == "name" and phrase.first <= name.first <= phrase.last for phrase in about)
        speaks = len(about) > 1 and about[1].kind == "name" and about[1].first <= name.first <= about[1].last
        if not (topic or person.human or len(person.parts) > 1):
            return 0.0
        if topic and not flags[name.last] & OWNER:
            weight = _SUBJECT
        elif flags[name.last] & OWNER:
            weight = _OWNER
        elif before & (PREPOSITION | ARTICLE):
            weight = _BEHIND_PREPOSITION
        else:
            weight = _OTHER
        if not person.gender:
            weight *= _UNKNOWN_GENDER
        if not person.human and not speaks:
            weight *= _NOT_KNOWN_HUMAN
        return weight

    def _titled(self, phrase: Phrase) -> Person | None:
        """Who a title or role stands for: the last person of that title, for "the president"."""
        words, flags = self.tokens.words, self.flags
        if not flags[phrase.first] & ARTICLE or phrase.last - phrase.first > 2:  # noqa: PLR2004 - "the former mayor"
            return None
        wanted = words[phrase.last].lower()
        if not flags[phrase.last] & (TITLE | ROLE):
            return None
        before = bisect_right(self.firsts, phrase.first)
        for name in reversed(self.people.names[:before]):
            if name.titled and self.grammar.titles.get(name.titled.lower(), name.titled.lower()) == wanted:
                return name.person
        return None
