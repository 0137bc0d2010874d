"""A sentence to whom its words name, and whom it is about. Pure."""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import ARTICLE, BODY, DETERMINER, POSSESSIVE, ROLE, SPEECH, SUBJECT
from audiofy.script.quotes.tokens import COMMA, QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.chunks import Phrase
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.person import Name
    from audiofy.script.quotes.subjects import Subjects
    from audiofy.script.quotes.tokens import Tokens

_LONGEST = 120  # tokens of a sentence that are looked at


class Sentence(NamedTuple):
    """Whom the words of a sentence name, what they are `about`, and the `pronouns` that may be a speaker.

    `described` are people without a name whom it is about, each with the word that says what they are.
    """

    pronouns: list[int]
    about: tuple[Phrase, ...]
    described: list[tuple[Phrase, int]]
    names: list[Name]
    refers_back: bool


class Sentences:
    """The sentences of one article, each read when it is asked for."""

    def __init__(self, tokens: Tokens, people: People, subjects: Subjects) -> None:
        self.flags = tokens.flags
        self.edges = tokens.edges
        self.people = people
        self.subjects = subjects
        self.firsts = [name.first for name in people.names]
        self.kept: dict[int, Sentence] = {}

    def at(self, edge: int) -> Sentence:
        """The sentence that ends at an edge of the article, kept for the next pronoun."""
        known = self.kept.get(edge)
        if known is None:
            end = self.edges[edge] + 1
            begin = self.edges[edge - 1] + 1 if edge else 0
            known = self.kept[edge] = self._read(max(begin, end - _LONGEST), end)
        return known

    def up_to(self, token: int) -> Sentence:
        """What stands of a sentence before the token in it."""
        place = bisect_left(self.edges, token)
        begin = self.edges[place - 1] + 1 if place else 0
        return self._read(max(begin, token - _LONGEST), token)

    def _read(self, start: int, end: int) -> Sentence:
        """The sentence of tokens `start` to `end` (not included): its subject, who says it, whom it names."""
        flags = self.flags[start:end]
        held = reduce(or_, flags, 0)
        pronouns = [at for at, bits in enumerate(flags, start) if bits & SUBJECT] if held & SUBJECT else []
        names = self.people.names[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]
        if not (names or held & (ROLE | BODY)):  # what it is about is nobody whom a pronoun could stand for
            return Sentence(pronouns, (), [], [], refers_back=False)
        about = self._about(start, end)
        described = list(self._described(about)) if held & ROLE else []
        return Sentence(pronouns, about, described, names, bool(about) and self._refers_back(about[0]))

    def _about(self, start: int, end: int) -> tuple[Phrase, ...]:
        """The subject of the sentence, and who says something in it."""
        subjects = self.subjects
        speaker = None
        for at in range(end - 1, start, -1):
            if self.flags[at] & SPEECH and subjects.is_verb(at, SPEECH):
                closed = self.flags[at - 1] & COMMA and self.flags[at - 2] & QUOTE  # "„…“, sagte | die Ministerin"
                speaker = (closed and subjects.behind(at)) or subjects.of_verb(at) or subjects.behind(at)
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
