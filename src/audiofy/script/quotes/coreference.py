"""A mention to the person it stands for: pronouns and titles, resolved over the article. Pure.

A pronoun stands for whoever the sentences before it are about. Everybody named there whom it could stand for gets a
weight, more as the subject of a sentence than in any other place, about half as much for each sentence further back;
the heaviest is taken (after Lappin and Leass, "An algorithm for pronominal anaphora resolution", 1994, without its
parser). The weights were set on development articles.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from audiofy.script.quotes.descriptions import Descriptions
from audiofy.script.quotes.languages.grammar import (
    ARTICLE,
    AUXILIARY,
    BODY,
    DETERMINER,
    EPITHET,
    INDEFINITE,
    PREPOSITION,
    REPORT,
    ROLE,
    SPEECH,
)
from audiofy.script.quotes.printed import gender_of
from audiofy.script.quotes.sentences import Sentence, Sentences
from audiofy.script.quotes.tokens import BREAK, CAPITAL, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.chunks import Phrase
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.person import Name, Person
    from audiofy.script.quotes.subjects import Subjects
    from audiofy.script.quotes.tokens import Tokens

_VERB = SPEECH | REPORT | AUXILIARY
_BACK = 8  # sentences that a pronoun may reach back over
_DEEPEST = 12  # pronouns that stand for pronouns
_DECAY = 0.55  # of a weight, for each sentence further back
_SUBJECT = 4.0
_PRONOUN = 3.0
_NEAR = 0.5  # pronouns are followed while a weight has decayed no further than this
_OTHER = 2.0
_BEHIND_PREPOSITION = 1.0
_OWNER = 1.2
_UNKNOWN_GENDER = 0.7
_UNSTATED = 0.35  # somebody without a name whose gender nothing states: "her boss"
_NOT_KNOWN_HUMAN = 0.4
_AGAIN = 0.25  # of the weight, for each further time that somebody is named
_AHEAD = 5  # sentences that a pronoun before any name may reach ahead over
_GROUP_BACK = 2  # sentences that a pronoun for an organisation or a group may reach back over
_CLEAR = 2.0  # times as heavy as the next: then the pronoun tells the person's gender


class Coreference:
    """Tells who a mention is."""

    def __init__(self, text: str, tokens: Tokens, people: People, subjects: Subjects, grammar: Grammar) -> None:
        self.words = tokens.words
        self.flags = tokens.flags
        self.edges = tokens.edges
        self.people = people
        self.grammar = grammar
        self.firsts = [name.first for name in people.names]
        self.resolved: dict[int, Person | None] = {}
        self.sentences = Sentences(tokens, people, subjects)
        self.weighed: dict[tuple[int, str], tuple[int, list[tuple[Person, float]]]] = {}
        self.learnt = 0
        speaking = (name.first for name in people.names if _may_speak(name.person))
        self.named_from = next(speaking, len(tokens.flags))
        self.descriptions = Descriptions(text, tokens, people, grammar)
        self.depth = 0

    def person(self, phrase: Phrase) -> Person | None:
        """Who the phrase names; None where the article does not tell."""
        if phrase.kind == "name":
            name = self.people.name_at(phrase.first)
            return name.person if name else None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase.first)
        return self.descriptions.named(phrase) or self._just_named(phrase)

    def hear(self, person: Person | None, verb: int) -> None:
        """Takes a person's gender from the form of their verb of saying, where it tells: "сказала"."""
        if person is None or person.gender or person.body or verb < 0:
            return
        gender = self.grammar.verb_genders.get(self.words[verb].lower(), "")
        if gender:
            person.gender, person.evidence = gender, self.words[verb]
            self.learnt += 1

    def _pronoun(self, token: int) -> Person | None:
        if token not in self.resolved:
            gender = self._gender_at(token)
            if not gender:
                return self._group(token)
            if self.depth >= _DEEPEST:
                return None
            self.resolved[token] = None  # a pronoun that leads back to itself stands for nobody
            self.depth += 1
            self.resolved[token] = self._antecedent(token, gender)
            self.depth -= 1
        return self.resolved[token]

    def _gender_at(self, token: int) -> str:
        word = self.words[token].lower()
        plural = self.grammar.plural_verbs.get(word)
        if plural and self._is_of_several(token, plural):
            return ""
        return self.grammar.genders.get(word, "")

    def _is_of_several(self, token: int, plural: tuple[str, ...]) -> bool:
        """Whether the verb beside a pronoun is in the plural: "sagten | sie", "sie | sagten"; not "sie sagen will"."""
        flags, words = self.flags, self.words
        if token and flags[token - 1] & _VERB:
            return words[token - 1].lower().endswith(plural)
        if token + 2 >= len(flags) or not flags[token + 1] & _VERB or flags[token + 2] & AUXILIARY:
            return False
        return words[token + 1].lower().endswith(plural)

    def _antecedent(self, token: int, gender: str) -> Person | None:
        person, clear = self._heaviest(token, gender)
        if person is None:
            return self._named_later(token, gender)
        if not person.gender and clear:
            person.gender, person.evidence = gender, self.words[token]
            self.learnt += 1
        return person

    def _just_named(self, phrase: Phrase) -> Person | None:
        """Whom "the striker" stands for, where there was no striker: somebody just named, if one is far ahead."""
        bits = self.flags[phrase.last]
        word = self.words[phrase.last].lower()
        if not (bits & EPITHET or self._is_epithet(word, bits)) or not self.descriptions.is_new(phrase):
            return None
        person, clear = self._heaviest(phrase.first, gender_of(word.partition("-of-")[0], self.grammar), named=True)
        if person is None or not clear:
            return None
        person.titles.add(word)  # it is theirs from now on
        return person

    def _is_epithet(self, word: str, bits: int) -> bool:
        """Whether a word that no list has says what somebody is: "the mother-of-six", "der Schirmmacher"."""
        if word.endswith(self.grammar.aged or ("\0",)):
            return True
        return not bits & ~CAPITAL and word.endswith(self.grammar.epithets or ("\0",))

    def _heaviest(self, token: int, gender: str, *, named: bool = False) -> tuple[Person | None, bool]:
        """Who is most likely meant at the token, and whether nobody else comes near; any gender fits none.

        With `named` only people with names are weighed.
        """
        weights: dict[int, float] = {}
        candidates: dict[int, Person] = {}
        for person, weight in self._candidates(token, gender):
            if named and not (person.mentions and _may_speak(person)):
                continue
            key = id(person)
            candidates[key] = person
            known = weights.get(key, 0.0)
            weights[key] = max(known, weight) + _AGAIN * min(known, weight)
        if not weights:
            return None, False
        best = max(weights, key=weights.__getitem__)
        rest = max((weight for key, weight in weights.items() if key != best), default=0.0)
        return candidates[best], weights[best] > _CLEAR * rest

    def _named_later(self, token: int, gender: str) -> Person | None:
        """Whom a pronoun stands for that comes before any name: the next that a sentence is about."""
        edge = bisect_left(self.edges, token)
        end = min(edge + _AHEAD, len(self.edges))
        if self.named_from < token or edge == end or self.named_from > self.edges[end - 1]:
            return None
        for ahead in range(edge, end):
            for phrase in self.sentences.at(ahead).about[:1]:
                name = self.people.name_at(phrase.first) if phrase.first > token else None
                if name is not None and _may_speak(name.person) and name.person.gender in {"", gender}:
                    return name.person
        return None

    def _group(self, token: int) -> Person | None:
        """What "it" or "they" stands for: the organisation, document or group that a sentence just before is about."""
        plural = self.grammar.groups.get(self.words[token].lower())
        if plural is None:
            return None
        place = bisect_left(self.edges, token)
        sentences = [self.sentences.up_to(token)]
        sentences += [self.sentences.at(back) for back in range(place - 1, max(-1, place - 1 - _GROUP_BACK), -1)]
        for phrase in (phrase for sentence in sentences for phrase in reversed(sentence.about)):
            name = self.people.name_at(phrase.first) if phrase.kind == "name" else None
            if name is not None and (name.person.body or self._is_firm(name, plural)):
                return name.person
            if phrase.kind == "nominal" and self._is_group(phrase, plural):
                return self._described_as(phrase)
        return None

    def _is_firm(self, name: Name, plural: str) -> bool:
        """Whether a name that nothing shows to be a person's may be an organisation's: "Northern Water said … it"."""
        person = name.person
        if plural or person.gender or person.titles or person.age or person.unsure:
            return False
        return person.parts[0].lower() not in self.grammar.given

    def _is_group(self, phrase: Phrase, plural: str) -> bool:
        """Whether a phrase names an organisation, a document, or, for a plural pronoun, several people."""
        for at in range(phrase.first, phrase.last + 1):
            bits = self.flags[at]
            if bits & ROLE and plural and self.words[at].endswith(plural):
                return True
            if bits & (ROLE | BODY):
                return bool(bits & BODY and not bits & ROLE) or bool(plural and self._is_nobody_named(phrase, at))
        return False

    def _is_nobody_named(self, phrase: Phrase, head: int) -> bool:
        """Whether a phrase is somebody without name or gender, of whom "they" is said: "a neighbour"."""
        word = self.words[head].lower()
        first = self.flags[phrase.first]
        definite = first & ARTICLE and not first & INDEFINITE
        return bool(first & DETERMINER) and not definite and not gender_of(word, self.grammar)

    def _candidates(self, token: int, gender: str) -> Iterator[tuple[Person, float]]:
        """Whom the pronoun could stand for, once for each time they are named, with a weight."""
        place = bisect_left(self.edges, token)
        sentence = self.sentences.up_to(token)
        decay = 1.0
        for back in range(place, max(-1, place - _BACK), -1):
            if back < place:
                sentence = self.sentences.at(back)
            for phrase, head in sentence.described:
                stated = self._gender_at(head)
                if phrase.last < token and gender and stated in {"", gender}:
                    described = self._described_as(phrase)
                    known = stated or (described.mentions and described.gender == gender)
                    yield described, _SUBJECT * decay * (1.0 if known else _UNSTATED)
            for at in sentence.pronouns if gender and decay > _NEAR else ():
                person = self._pronoun(at) if self._gender_at(at) == gender else None
                if person is not None:
                    yield person, _PRONOUN * decay
            if sentence.names:
                weighed = self._weighed(sentence, gender) if back == place else self._kept(back, sentence, gender)
                for person, weight in weighed:
                    yield person, weight * decay
            if not sentence.refers_back:
                decay *= _DECAY

    def _kept(self, back: int, sentence: Sentence, gender: str) -> list[tuple[Person, float]]:
        """Whom a sentence names, weighed once for all pronouns after it, as long as no gender is learnt."""
        known = self.weighed.get((back, gender))
        if known is None or known[0] != self.learnt:
            known = self.weighed[back, gender] = (self.learnt, self._weighed(sentence, gender))
        return known[1]

    def _weighed(self, sentence: Sentence, gender: str) -> list[tuple[Person, float]]:
        weighed = ((name.person, self._weight(name, gender, sentence.about)) for name in sentence.names)
        return [(person, weight) for person, weight in weighed if weight]

    def _described_as(self, phrase: Phrase) -> Person:
        return self.descriptions.named(phrase) or self.descriptions.unnamed(phrase)

    def _weight(self, name: Name, gender: str, about: tuple[Phrase, ...]) -> float:
        person = name.person
        if person.body or (gender and person.gender not in {"", gender}):
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


def _may_speak(person: Person) -> bool:
    return not person.body and (person.human or len(person.parts) > 1)
