"""Tokens to the phrases that end at one and may name a speaker. Pure.

There is no parser: a phrase is followed from its end back over articles, adjectives, roles and "of".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ARTICLE,
    AUXILIARY,
    BODY,
    COMPLEMENT,
    CONJUNCTION,
    DETERMINER,
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
)
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

REACH = 50  # tokens that a subject may be away from its verb
EDGE = STOP | BREAK | COLON
NOUN = ROLE | BODY
FINITE = SPEECH | REPORT
LONGEST = 14  # tokens of a phrase without a name
_DEEPEST = 4  # "of" within "of": deeper phrases name nobody
VERB = SPEECH | REPORT | SAYING | AUXILIARY
BOUND = EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE | OBJECT
_NO_CHUNK = BOUND | TIME | NUMBER


class Phrase(NamedTuple):
    """Tokens `first` to `last` that name somebody: a "name", a "pronoun" or a "nominal"."""

    first: int
    last: int
    kind: str


class Chunks:
    """Finds the phrases that end at a token."""

    def __init__(self, tokens: Tokens, people: People, grammar: Grammar) -> None:
        self.flags = tokens.flags
        self.words = tokens.words
        self.people = people
        self.grammar = grammar

    def following(self, index: int) -> int:
        """The classes of what follows the token; a line break at the end of the text."""
        return self.flags[index + 1] if index + 1 < len(self.flags) else BREAK

    def ending(self, index: int) -> Phrase | None:
        """The phrase that ends at the token, head first: "a spokesman for Smith" and not "Smith"."""
        flags = self.flags
        phrase = self.chunk(index)
        if phrase is None or flags[phrase.last] & OWNER:
            return None
        phrase = self.owned(phrase)
        for _ in range(_DEEPEST):
            at = phrase.first - 1
            at -= at > 1 and bool(flags[at] & ARTICLE and flags[at - 1] & PREPOSITION)
            if phrase.kind == "pronoun" or at < 1 or not flags[at] & PREPOSITION or flags[at] & COMPLEMENT:
                break
            outer = self.chunk(at - 1)
            if outer is None and flags[at - 1] & (COMMA | CONJUNCTION | EDGE):
                return None
            if outer is None or outer.kind == "pronoun" or flags[outer.last] & (TIME | OWNER):
                break
            phrase = Phrase(outer.first, phrase.last, "nominal") if outer.kind == "nominal" else outer
        return phrase

    def owned(self, phrase: Phrase) -> Phrase:
        """What the phrase is the possessor of, where articles tell: "der Sprecher | der Partei"."""
        owners = self.grammar.owners
        for _ in range(_DEEPEST if owners else 0):
            at = phrase.first if self.words[phrase.first] in owners else phrase.first - 1
            if at < 1 or self.words[at] not in owners or not self.flags[at - 1] & CAPITAL:
                break
            thing = self.chunk(at - 1)
            if thing is None:
                break
            phrase = thing if thing.kind == "name" else Phrase(thing.first, phrase.last, "nominal")
        return phrase

    def chunk(self, index: int) -> Phrase | None:
        """The phrase that ends at the token, without what stands before a preposition in it."""
        if index < 0:
            return None
        name = self.people.name_at(index)
        if name is not None:
            return Phrase(name.first, name.last, "name")
        bits = self.flags[index]
        if bits & SUBJECT:
            return Phrase(index, index, "pronoun")
        if bits & _NO_CHUNK or not self.words[index][0].isalpha() or (bits & VERB and not bits & NOUN):
            return None
        return self._nominal_ending(index)

    def _nominal_ending(self, index: int) -> Phrase | None:
        flags = self.flags
        first = index
        nouns = flags[index] & NOUN
        while first > 0 and index - first < LONGEST:
            if flags[first] & (DETERMINER | POSSESSIVE):
                return Phrase(first, index, "nominal")
            name = self.people.name_at(first - 1)
            if name is not None and name.last < first and not flags[name.last] & OWNER:
                first = name.first  # "a Department of Health | spokesman"
                nouns |= flags[first] & NOUN
                continue
            before = flags[first - 1]
            if before & (BOUND | SUBJECT | TIME) or (before & VERB and not before & (NOUN | ADJECTIVE)):
                break
            first -= 1
            nouns |= flags[first] & NOUN
        if nouns or flags[first] & (DETERMINER | POSSESSIVE | NUMBER | OWNER | ADJECTIVE):
            return Phrase(first, index, "nominal")
        return None
