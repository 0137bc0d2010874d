"""A phrase without a name to the person it describes: "the mayor", "the 42-year-old", "a spokesman". Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import ARTICLE, BODY, INDEFINITE, ROLE
from audiofy.script.quotes.person import Person
from audiofy.script.quotes.printed import gender_of

if TYPE_CHECKING:
    from audiofy.script.quotes.chunks import Phrase
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

_NAMED_BACK = 200  # names that a description may reach back over
_COMPOUNDED = 6  # letters of a role that longer ones end in: "Arbeitsministerin" is a "Ministerin"
_SHORT = 3  # tokens: "the former president"; longer phrases describe somebody else


class Descriptions:
    """Tells whom the descriptions of one article stand for."""

    def __init__(self, text: str, tokens: Tokens, people: People, grammar: Grammar) -> None:
        self.text = text
        self.tokens = tokens
        self.people = people
        self.grammar = grammar
        self.firsts = [name.first for name in people.names]
        self.strangers: dict[str, Person] = {}
        self.first_said: dict[str, int] = {}

    def named(self, phrase: Phrase) -> Person | None:
        """Who of those named before has the title or the age: the last of them."""
        if not self._is_short(phrase) or self.tokens.flags[phrase.first] & INDEFINITE:
            return None
        word = self.tokens.words[phrase.last].lower()
        title = self.grammar.titles.get(word, word)
        age = word.partition("-")[0] if word[0].isdigit() else ""
        ending = title if self.grammar.nouns_capitalised and len(title) >= _COMPOUNDED else ""
        before = bisect_right(self.firsts, phrase.first)
        for name in reversed(self.people.names[max(0, before - _NAMED_BACK) : before]):
            if title in name.person.titles or (age and name.person.age == age):
                return name.person
            if ending and any(known.endswith(ending) for known in name.person.titles):
                return name.person
        return None

    def is_new(self, phrase: Phrase) -> bool:
        """Whether a short description is definite, though nobody was described so before."""
        if not self._is_short(phrase) or self.tokens.flags[phrase.first] & INDEFINITE:
            return False
        if not self.first_said:
            for place, word in enumerate(self.tokens.words):
                self.first_said.setdefault(word.lower(), place)
        return self.first_said[self.tokens.words[phrase.last].lower()] == phrase.last

    def unnamed(self, phrase: Phrase) -> Person:
        """Who is never named: the same for the same words, or for "the spokesman" after "a spokesman"."""
        parts = tuple(self.text[self.tokens.starts[phrase.first] : self.tokens.ends[phrase.last]].split())
        key = " ".join(parts).lower()
        known = self.strangers.get(key)
        head = self._head(phrase)
        if known is None and head and self._is_short(phrase):
            known = self.strangers.get(head)
        if known is None:
            stated = next((part for part in parts[1:] if gender_of(part.lower(), self.grammar)), "")
            gender = gender_of(stated.lower(), self.grammar) if stated else ""
            known = Person(parts, gender=gender, evidence=stated, human=True)
        self.strangers[key] = known
        if head:
            self.strangers[head] = known
        return known

    def _is_short(self, phrase: Phrase) -> bool:
        return phrase.last - phrase.first < _SHORT and bool(self.tokens.flags[phrase.first] & ARTICLE)

    def _head(self, phrase: Phrase) -> str:
        """What the phrase says that somebody is, as a key of its own: the first role in it."""
        flags = self.tokens.flags
        heads = (at for at in range(phrase.first, phrase.last + 1) if flags[at] & ROLE and not flags[at] & BODY)
        head = next(heads, None)
        return "" if head is None else "the … " + self.tokens.words[head].lower()
