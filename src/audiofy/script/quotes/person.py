"""Somebody whom an article names, where, and what the words of the name tell. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import BODY, ENTERPRISE, PLACE

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar

_OPENING = 2  # words of a name that may be a given name
ENDING = 3  # letters at a name's end that cases change, where they do


class Place(NamedTuple):
    """Where a name stands: the numbers of its paragraph and sentence, and whether the paragraph is but a heading."""

    paragraph: int
    sentence: int
    heading: bool


@dataclass(slots=True, eq=False)
class Person:
    """Somebody or something that an article names; `parts` are the words of the fullest form.

    `human` tells that something shows it is a person, `body` that it is an organisation or a place, `unsure` that it is
    one of several of a surname, and nothing tells which, `headed` that it is named in a heading only, where other words
    have capitals too. `titles` are what they are called, without capitals, `age` is in digits, `place` is where they
    were named last.
    """

    parts: tuple[str, ...]
    gender: str = ""
    evidence: str = ""
    human: bool = False
    body: bool = False
    unsure: bool = False
    headed: bool = False
    mentions: int = 0
    place: Place = field(default_factory=lambda: Place(-1, -1, heading=False))
    titles: set[str] = field(default_factory=set)
    age: str = ""

    @property
    def name(self) -> str:
        """The fullest form that the article gives."""
        return " ".join(self.parts)


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens `first` to `last` with its titles, of which `titled` is the last."""

    first: int
    last: int
    person: Person
    titled: str = ""


def agree(one: tuple[str, ...], other: tuple[str, ...], *, inflected: bool) -> bool:
    """Whether two full names of one surname may be the same person's: by the given name, or its initial."""
    first, second = one[0].lower().rstrip("."), other[0].lower().rstrip(".")
    if inflected:
        first, second = first[:ENDING], second[:ENDING]
    return first.startswith(second) or second.startswith(first)


def look(person: Person, grammar: Grammar) -> None:
    """What the words of a name tell of whom it names."""
    if _is_body(person.parts, grammar):
        person.body = True
        return
    # "Goalie Ryan Doyle": a role that no list has, or a first name, may stand before a given name that one has.
    for part in person.parts[: len(person.parts) - 1][:_OPENING]:
        given = grammar.given.get(part.lower())
        if given is not None:
            person.human = True
            if given and not person.gender:
                person.gender, person.evidence = given, part
            break


def _is_body(parts: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether a name is an organisation's or a place's, by its words or by its capitals ("NATO")."""
    given = len(parts) > 1 and parts[0].lower() in grammar.given
    kinds = [grammar.words.get(part.lower(), 0) for part in parts[given:]]  # Bill Lee is no bill
    if any(kind & (BODY | ENTERPRISE) for kind in kinds) or all(kind & PLACE for kind in kinds):
        return True
    shouted = [part.isupper() and len(part) > 1 and "." not in part for part in parts]
    return any(shouted) and (len(parts) == 1 or not all(shouted))
