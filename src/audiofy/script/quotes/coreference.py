"""A mention to the person it stands for. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People, Person
    from audiofy.script.quotes.subjects import Phrase
    from audiofy.script.quotes.tokens import Tokens

_BACK = 40  # names that a pronoun may reach back over


class Coreference:
    """Tells who a mention is."""

    def __init__(self, tokens: Tokens, people: People, grammar: Grammar) -> None:
        self.tokens = tokens
        self.people = people
        self.grammar = grammar
        self.firsts = [name.first for name in people.names]

    def person(self, phrase: Phrase) -> Person | None:
        """Who the phrase names; None where the article does not tell."""
        if phrase.kind == "name":
            name = self.people.name_at(phrase.first)
            return name.person if name else None
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        return None

    def _pronoun(self, phrase: Phrase) -> Person | None:
        gender = self.grammar.genders.get(self.tokens.words[phrase.first].lower(), "")
        if not gender:
            return None
        at = bisect_left(self.firsts, phrase.first)
        for name in reversed(self.people.names[max(0, at - _BACK) : at]):
            person = name.person
            if not person.body and person.gender in {"", gender} and (person.human or len(person.parts) > 1):
                return person
        return None
