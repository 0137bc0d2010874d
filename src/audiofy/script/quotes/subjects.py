"""Tokens to the phrase that names a speaker: the subject before a verb, behind it, or of its clause. Pure.

There is no parser: a phrase is followed from its verb to where it can begin, over the adverbs, appositions and
relative clauses that may stand between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    NEGATION,
    OBJECT,
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
    from audiofy.script.quotes.people import Name, People
    from audiofy.script.quotes.tokens import Tokens

_REACH = 50  # tokens that a subject may be away from its verb
_LONGEST = 9  # tokens of a phrase without a name
_EDGE = STOP | BREAK | COLON
_NOUN = ROLE | BODY
_VERB = SPEECH | REPORT | SAYING | AUXILIARY
_BOUND = _EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE | OBJECT
_SKIPPED = ADVERB | AUXILIARY | NEGATION


class Phrase(NamedTuple):
    """Tokens `first` to `last` that name somebody; `name` when it is a name."""

    first: int
    last: int
    kind: str  # "name", "pronoun" or "nominal"


class Subjects:
    """Finds the subjects of verbs in one article."""

    __slots__ = ("flags", "people", "words")

    def __init__(self, tokens: Tokens, people: People) -> None:
        self.flags = tokens.flags
        self.words = tokens.words
        self.people = people

    def is_verb(self, index: int, wanted: int) -> bool:
        """Whether the token is a verb of the `wanted` classes here, and not a noun of the same form."""
        bits = self.flags[index]
        if not bits & wanted or (bits & CAPITAL and index and not self.flags[index - 1] & (_EDGE | QUOTE)):
            return False
        if not bits & _NOUN or not index:
            return not (index and self.flags[index - 1] & (DETERMINER | POSSESSIVE) and not bits & AUXILIARY)
        return not self.flags[index - 1] & (DETERMINER | POSSESSIVE | OWNER | ADJECTIVE | PREPOSITION | COMMA)

    def before(self, verb: int) -> Phrase | None:
        """The subject of the verb, where it stands before it."""
        flags = self.flags
        index = self._over_adverbs(verb - 1)
        if index < 0 or flags[index] & (_EDGE | QUOTE):
            return None
        bits = flags[index]
        if bits & COMMA:
            return self._over_apposition(index)
        if bits & RELATIVE:
            index -= 1
            if index >= 0 and flags[index] & COMMA:
                index -= 1
            return self.ending(index) if index >= 0 else None
        if bits & CONJUNCTION or (bits & SAYING and self.words[index] == "to"):
            return self.clause(index - 1)
        if not flags[verb] & (SPEECH | REPORT) or self.words[index] == "as":
            return self.clause(index)
        return self.ending(index) or self.clause(index)

    def _over_adverbs(self, index: int) -> int:
        """The last token before adverbs, auxiliaries and dates: "Smith on Monday also | said"."""
        flags = self.flags
        while index >= 0:
            bits = flags[index]
            if bits & (TIME | NUMBER):
                index -= 1
                if index >= 0 and flags[index] & PREPOSITION:
                    index -= 1
            elif bits & _SKIPPED and not bits & (_NOUN | CAPITAL):
                index -= 1
            else:
                break
        return index

    def _over_apposition(self, comma: int) -> Phrase | None:
        """The subject before ", an apposition, " whose second comma is given."""
        flags = self.flags
        at = comma - 1
        limit = max(0, comma - _REACH)
        while at >= limit and not flags[at] & (_EDGE | QUOTE):
            if flags[at] & COMMA:
                phrase = self.ending(at - 1) if at else None
                if phrase is None:
                    return self.clause(at - 1)
                inner = self._apposed_name(at + 1, comma - 1) if phrase.kind == "nominal" else None
                if inner is not None:
                    return inner
                if phrase.kind != "nominal" and not self._in_relative(phrase.first):
                    return phrase
                if phrase.kind == "nominal" and self._begins_clause(phrase.first):
                    return phrase
            at -= 1
        return self.clause(comma - 1)

    def _in_relative(self, index: int) -> bool:
        """Whether a relative clause runs over the token: "who" before it with no comma between."""
        flags = self.flags
        at = index - 1
        while at >= 0 and index - at < _REACH and not flags[at] & (_EDGE | COMMA | QUOTE):
            if flags[at] & RELATIVE:
                return at > 0 and flags[at - 1] & COMMA != 0
            at -= 1
        return False

    def _apposed_name(self, first: int, last: int) -> Phrase | None:
        """The name that stands alone from `first` to `last`: "the mayor, Ann Lee,"."""
        name = self.people.name_at(first)
        if name is None or name.last > last or self.flags[name.last] & OWNER:
            return None
        if name.last == last or self.flags[name.last + 1] & (COMMA | PREPOSITION | _EDGE):
            return Phrase(name.first, name.last, "name")
        return None

    def ending(self, index: int) -> Phrase | None:
        """The phrase that ends at the token, head first: "a spokesman for Smith" and not "Smith"."""
        phrase = self._chunk(index)
        steps = 0
        while phrase is not None and phrase.kind != "pronoun" and steps < 4:  # noqa: PLR2004 - deeper phrases name nobody
            at = phrase.first - 1
            if at < 1 or not self.flags[at] & PREPOSITION or self.words[at] in {"as", "than"}:
                break
            outer = self._chunk(at - 1)
            if outer is None or outer.kind == "pronoun" or self.flags[outer.last] & (TIME | OWNER):
                break
            if outer.kind == "nominal":
                outer = Phrase(outer.first, phrase.last, "nominal")
            phrase = outer
            steps += 1
        return phrase

    def _chunk(self, index: int) -> Phrase | None:
        if index < 0:
            return None
        flags = self.flags
        name = self.people.name_at(index)
        if name is not None:
            return Phrase(name.first, name.last, "name")
        bits = flags[index]
        if bits & SUBJECT:
            return Phrase(index, index, "pronoun")
        if bits & (_BOUND | TIME | NUMBER) or not self.words[index][0].isalpha():
            return None
        if bits & _VERB and not bits & _NOUN:
            return None
        return self._nominal_ending(index)

    def _nominal_ending(self, index: int) -> Phrase | None:
        flags = self.flags
        first = index
        nouns = bool(flags[index] & _NOUN)
        while first > 0 and index - first < _LONGEST:
            if flags[first] & (DETERMINER | POSSESSIVE):
                return Phrase(first, index, "nominal")
            before = flags[first - 1]
            if before & (_BOUND | SUBJECT | TIME) or (before & _VERB and not before & (_NOUN | ADJECTIVE)):
                break
            first -= 1
            nouns = nouns or bool(flags[first] & _NOUN)
        if flags[first] & (DETERMINER | POSSESSIVE | NUMBER | OWNER | ADJECTIVE) or nouns:
            return Phrase(first, index, "nominal")
        return None

    def starting(self, index: int) -> Phrase | None:
        """The phrase that begins at the token: a name after its title and roles, or the roles themselves."""
        flags, words = self.flags, self.words
        size = len(flags)
        if index >= size:
            return None
        if flags[index] & SUBJECT and not self.people.name_at(index):
            return Phrase(index, index, "pronoun")
        at = index
        last_name: Name | None = None
        while at < size and at - index < _REACH:
            name = self.people.name_at(at)
            if name is not None:
                at = name.last + 1
                last_name = None if flags[name.last] & OWNER else name
                continue
            bits = flags[at]
            if bits & _BOUND or not (words[at][0].isalnum()):
                break
            if bits & _VERB and not bits & _NOUN and at > index:
                break
            if bits & ADVERB and last_name is not None:
                break
            if bits & TIME and at > index:
                break
            at += 1
        if at == index:
            return None
        if last_name is not None and last_name.last == at - 1:
            return Phrase(last_name.first, last_name.last, "name")
        if last_name is not None and not flags[last_name.last + 1] & _NOUN and not flags[index] & DETERMINER:
            return Phrase(last_name.first, last_name.last, "name")
        if at < size and flags[at] & COMMA:
            inner = self._apposed_name(at + 1, size - 1)
            if inner is not None:
                return inner
        return Phrase(index, at - 1, "nominal")

    def clause(self, index: int) -> Phrase | None:
        """The subject of the clause that runs on at the token: the last phrase before it that begins a clause."""
        flags = self.flags
        fallback: Phrase | None = None
        at = index
        limit = max(-1, index - _REACH)
        while at > limit and not flags[at] & (STOP | BREAK):
            name = self.people.name_at(at)
            if name is not None:
                if not flags[name.last] & OWNER and self._begins_clause(name.first):
                    return Phrase(name.first, name.last, "name")
                at = name.first - 1
                continue
            if flags[at] & SUBJECT and self.words[at].lower() != "it" and self._begins_clause(at):
                return Phrase(at, at, "pronoun")
            if fallback is None and flags[at] & (DETERMINER | POSSESSIVE) and self._begins_clause(at):
                phrase = self.starting(at)
                if phrase is not None and any(flags[place] & _NOUN for place in range(at, phrase.last + 1)):
                    fallback = phrase
            at -= 1
        return fallback

    def _begins_clause(self, index: int) -> bool:
        """Whether a clause begins at the token: at a sentence's start, a comma, a conjunction, or roles before a name."""
        flags = self.flags
        at = index - 1
        while at >= 0 and flags[at] & (ROLE | ADJECTIVE | ADVERB | DETERMINER | TITLE) and not flags[at] & CONJUNCTION:
            at -= 1
        return at < 0 or bool(flags[at] & (_EDGE | COMMA | QUOTE | CONJUNCTION)) or self.words[at] in {"that", "then"}
