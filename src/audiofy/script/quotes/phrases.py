"""Tokens to the phrases that may name a speaker: where one begins, ends, and begins a clause. Pure.

There is no parser: a phrase is followed from one end to where the other can be, over articles, adjectives, roles and
"of". What names somebody is a name, a pronoun, or a nominal ("a spokesman for the party").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.chunks import BOUND, EDGE, FINITE, LONGEST, NOUN, REACH, VERB, Chunks, Phrase
from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    ARTICLE,
    AUXILIARY,
    BODY,
    COMPLEMENT,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    IMPERSONAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    TIME,
    TITLE,
)
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COMMA, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.person import Name

_OWNERS = 4  # words that stand between a role and a name at most
_MARKED = DETERMINER | POSSESSIVE | NOUN | NUMBER | CAPITAL | OWNER
_BEFORE_CLAUSE = EDGE | COMMA | QUOTE | CONJUNCTION | COMPLEMENT
_BEFORE_NAME = ROLE | ADJECTIVE | ADVERB | DETERMINER | TITLE


class Phrases(Chunks):
    """Finds the phrases of one article."""

    def starting(self, index: int) -> Phrase | None:
        """The phrase that begins at the token: a name after its title and roles, or the roles themselves."""
        flags = self.flags
        if index >= len(flags) or (flags[index] & AUXILIARY and self.people.name_at(index) is None):
            return None
        if flags[index] & SUBJECT and self.people.name_at(index) is None and not self._owns_noun(index):
            return None if flags[index] & IMPERSONAL and self.grammar.verb_second else Phrase(index, index, "pronoun")
        end, name = self._phrase_end(index)
        while self.grammar.nouns_capitalised and end > index and not flags[end - 1] & (CAPITAL | ROLE):
            end -= 1
        if end == index:
            return None
        if name is not None and self._heads(name, index, end):
            return Phrase(name.first, name.last, "name")
        if end < len(flags) and flags[end] & COMMA:
            inner = self.apposed_name(end + 1, len(flags) - 1) or self._apposed_role(index, end + 1)
            if inner is not None:
                return inner
        return self._apposed_far(index, end) or Phrase(index, end - 1, "nominal")

    def _apposed_role(self, index: int, start: int) -> Phrase | None:
        """The name with its role in commas behind whose somebody is: "his brother, | the painter Ann Lee,"."""
        flags = self.flags
        if not flags[index] & (POSSESSIVE | DETERMINER):
            return None
        at = start
        while at < len(flags) - 1 and self.describes(at):
            at += 1
        inner = self.apposed_name(at, len(flags) - 1) if at > start else None
        return inner if inner and self._closed(inner) and self._is_person(inner) else None

    def describes(self, at: int) -> bool:
        """Whether the token may say what a name behind it is: a role, or a small word that no list has."""
        bits = self.flags[at]
        return bool(bits & (DETERMINER | ADJECTIVE | ROLE | BODY) or not bits) and self.people.name_at(at) is None

    def _owns_noun(self, index: int) -> bool:
        """Whether a pronoun is a possessor before its noun: "sagte | ihr Vorsitzender"."""
        return bool(self.grammar.nouns_capitalised and self.flags[index] & POSSESSIVE and self.following(index) & ROLE)

    def _apposed_far(self, index: int, end: int) -> Phrase | None:
        """The name in commas behind what somebody is the head of: "the leader of the group, Ann Lee,"."""
        flags = self.flags
        size = len(flags)
        if end >= size or not flags[end] & PREPOSITION or not flags[index] & DETERMINER:
            return None
        for at in range(end, min(size - 1, end + LONGEST)):
            if flags[at] & COMMA:
                inner = self.apposed_name(at + 1, size - 1)
                return inner if inner and self._closed(inner) and self._is_person(inner) else None
            if flags[at] & (EDGE | QUOTE | RELATIVE) or (flags[at] & VERB and not flags[at] & (NOUN | PREPOSITION)):
                return None
        return None

    def _closed(self, phrase: Phrase) -> bool:
        return bool(self.following(phrase.last) & COMMA)

    def _is_person(self, phrase: Phrase) -> bool:
        """Whether a name is a person's, and no place's: "the mayor of Wigmouth, Ohio,"."""
        name = self.people.name_at(phrase.first)
        return name is not None and not name.person.body and (name.person.human or len(name.person.parts) > 1)

    def _heads(self, name: Name, index: int, end: int) -> bool:
        """Whether a name is whom a phrase is about, and not a word in it: "the mayor Ann Lee", "the Lee family"."""
        if name.last == end - 1:
            return True
        if self.flags[name.last + 1] & NOUN:
            return False
        roles = name.titled or (name.first > index and self.flags[name.first - 1] & ROLE)
        return bool(roles) or not self.flags[index] & DETERMINER

    def _phrase_end(self, index: int) -> tuple[int, Name | None]:
        """Where the phrase that begins at the token ends, and the last name in it that owns nothing."""
        flags, words = self.flags, self.words
        at, found = index, None
        limit = min(len(flags), index + REACH)
        while at < limit:
            name = self.people.name_at(at)
            if name is not None:
                at = name.last + 1
                found = None if flags[name.last] & OWNER else name
                continue
            bits = flags[at]
            if at > index and (self._is_dative(at) or self._told(at, found)):
                break
            if bits & CONJUNCTION and at > index and found is None and self._joins(at):
                at += 1
                continue
            whose = at == index and bits & POSSESSIVE  # "deren Vorsitzende" begins one, though "deren" also parts them
            if (bits & BOUND and not whose) or not words[at][0].isalnum() or (at > index and self._ends_phrase(bits)):
                break
            if bits & (ADVERB | FUNCTION) and found is not None:
                break
            if self._ends_role(at, index):
                break
            at += 1
        return at, found

    def _is_dative(self, index: int) -> bool:
        """Whether the token begins whom something is said to: "ein Sprecher der Bahn | dem Sender"."""
        grammar = self.grammar
        return grammar.verb_second and self.words[index] in grammar.oblique and self.words[index] not in grammar.owners

    def _told(self, index: int, name: Name | None) -> bool:
        """Whether whom it is said to begins behind a person's full name: "sagte Anna Rau | der Zeitung"."""
        return name is not None and self.grammar.verb_second and bool(self.flags[index] & ARTICLE)

    def _ends_role(self, index: int, start: int) -> bool:
        """Whether a role ends before the token, where what somebody does begins: "my mother | met Tom Grey"."""
        bits, before = self.flags[index], self.flags[index - 1]
        if index == start or bits & ~FUNCTION or not before & NOUN or self._owns(index):
            return False
        if before & CAPITAL and self.flags[start] & DETERMINER and self.following(index) & ROLE:
            return False  # "the Republican | housing spokesman"
        # A body may be the first of two nouns, "the council house": there only what looks like a verb ends it.
        return bool(before & ROLE or bits or self.words[index].endswith(self.grammar.participles or ("\0",)))

    def _owns(self, index: int) -> bool:
        """Whether words that own a role stand before the name: "dyrektorka | szpitala Anna Nowak"."""
        if not self.grammar.inflected:
            return False
        end = min(len(self.flags), index + _OWNERS)
        return any(self.people.name_at(at) for at in range(index + 1, end) if not any(self.flags[index:at]))

    def _ends_phrase(self, bits: int) -> bool:
        return bool(bits & TIME or (bits & VERB and not bits & NOUN))

    def _joins(self, index: int) -> bool:
        """Whether "and" joins two roles of one person: "the actor and | director"."""
        return bool(self.flags[index - 1] & NOUN and self.following(index) & (ROLE | ADJECTIVE))

    def apposed_name(self, first: int, last: int) -> Phrase | None:
        """The name that stands alone from `first` to `last`: "the mayor, Ann Lee,", "one of them, student Ann Lee,"."""
        name = self.people.name_at(first)
        start = first
        while name is None and start < min(last, first + _OWNERS) and self.flags[start] & (ROLE | ADJECTIVE):
            start += 1
            name = self.people.name_at(start)
        if name is None or name.last > last or self.flags[name.last] & OWNER:
            return None
        if name.last == last or self.flags[name.last + 1] & (COMMA | PREPOSITION | EDGE | RELATIVE):
            return Phrase(name.first, name.last, "name")
        return None

    def clause(self, index: int) -> Phrase | None:
        """The subject of the clause that runs on at the token: the last phrase before it that begins a clause."""
        flags = self.flags
        fallback: Phrase | None = None
        at = index
        limit = max(-1, index - REACH)
        while at > limit and not flags[at] & (STOP | BREAK):
            name = self.people.name_at(at)
            if name is not None:
                if not flags[name.last] & OWNER and self.begins_clause(name.first):
                    return self._with_nouns(name)
                at = name.first - 1
                continue
            bits = flags[at]
            if bits & SUBJECT and not bits & IMPERSONAL and self.begins_clause(at):
                return Phrase(at, at, "pronoun")
            if fallback is None and bits & (DETERMINER | POSSESSIVE) and self.begins_clause(at):
                phrase = self.starting(at)
                if phrase is not None and self.has_noun(phrase):
                    fallback = phrase
            at -= 1
        return fallback

    def has_noun(self, phrase: Phrase) -> bool:
        """Whether the phrase holds a word for a person or for something that speaks."""
        return any(bits & NOUN for bits in self.flags[phrase.first : phrase.last + 1])

    def is_marked(self, phrase: Phrase) -> bool:
        """Whether a phrase is shown to be one by more than where it stands: an article, a noun we know, a capital."""
        return any(bits & _MARKED for bits in self.flags[phrase.first : phrase.last + 1])

    def _with_nouns(self, name: Name) -> Phrase:
        """A name, or the phrase that it begins: "Smith supporters"."""
        following = self.following(name.last)
        if following & NOUN and not following & (CAPITAL | FINITE):
            return self.starting(name.first) or Phrase(name.first, name.last, "name")
        return Phrase(name.first, name.last, "name")

    def begins_clause(self, index: int) -> bool:
        """Whether a clause begins at the token: at a sentence's start, a comma, "that", or roles before a name."""
        flags = self.flags
        at = index - 1
        while at >= 0 and flags[at] & _BEFORE_NAME and not flags[at] & CONJUNCTION:
            at -= 1
        if at >= 0 and self.grammar.verb_second and flags[at] & RELATIVE:
            at -= 1  # "Deren Vorsitzender | Karl Rau sagte"
        if at < 0 or flags[at] & _BEFORE_CLAUSE or (flags[at] & TIME and flags[index] & SUBJECT):
            return True
        return self.grammar.inverted and bool(flags[at] & (AUXILIARY | FINITE) or flags[index] & SUBJECT)
