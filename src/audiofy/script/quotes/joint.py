"""The phrase that names a speaker to everybody who speaks with them: "said Ann Lee and Tom Grey". Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import PREPOSITION, RELATIVE, TIME
from audiofy.script.quotes.tokens import BREAK, COLON, COMMA, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.person import Name
    from audiofy.script.quotes.tokens import Tokens

_EDGE = STOP | BREAK | QUOTE | COLON
_BEFORE = _EDGE | COMMA
_BEHIND = _EDGE | COMMA | PREPOSITION | RELATIVE | TIME
_MOST = 4  # who speak as one


class Joint:
    """Finds the names that stand with a speaker's before or behind one verb, with "and" before the last of them."""

    def __init__(self, tokens: Tokens, people: People, grammar: Grammar) -> None:
        self.words = tokens.words
        self.flags = tokens.flags
        self.people = people
        self.joins = grammar.joins

    def names(self, token: int, verb: int) -> list[Name]:
        """Those who speak together, in their order, where `token` is part of one name and `verb` is theirs.

        One name alone where nobody stands beside it, or where the words around do not show that all of them speak.
        """
        name = self.people.name_at(token)
        if name is None or verb < 0 or not self.joins:
            return []
        return self._before(name) if verb > name.last else self._behind(name)

    def _before(self, name: Name) -> list[Name]:
        """Those who stand before their verb with `name`, the last of them: "Ann Lee and Tom Grey | said"."""
        found = [name]
        while len(found) < _MOST and self._parts(found[0].first - 1, last=len(found) == 1):
            before = self.people.name_at(found[0].first - 2)
            if before is None or before.last != found[0].first - 2:
                break
            found.insert(0, before)
        edge = found[0].first - 1
        return found if edge < 0 or self.flags[edge] & _BEFORE else [name]

    def _behind(self, name: Name) -> list[Name]:
        """Those who stand behind their verb with `name`, the first of them: "said | Ann Lee and Tom Grey"."""
        found = [name]
        joined = False
        while len(found) < _MOST and not joined:
            at = found[-1].last + 1
            joined = self._parts(at, last=True)
            after = self.people.name_at(at + 1) if joined or self._parts(at, last=False) else None
            if after is None or after.first != at + 1:
                break
            found.append(after)
        edge = found[-1].last + 1
        closed = edge >= len(self.flags) or bool(self.flags[edge] & _BEHIND)
        return found if joined and closed else [name]

    def _parts(self, at: int, *, last: bool) -> bool:
        """Whether what stands there parts names of a list: "and" before the last, commas before the others."""
        if not 0 <= at < len(self.words):
            return False
        return self.words[at].lower() in self.joins if last else self.words[at] == ","
