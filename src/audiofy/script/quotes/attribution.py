"""Quotations to the words that say who said them. Pure.

A tag is a verb of saying and its subject, beside a quotation in its sentence. Where a quotation has none, its speaker
follows from what stands before: the tag of the quotation that it continues, or the subject of the sentence that leads
up to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    CONJUNCTION,
    MENTIONED,
    OBJECT,
    PREPOSITION,
    REPORT,
    SAYING,
    SPEECH,
    TIME,
)
from audiofy.script.quotes.subjects import Phrase, Subjects
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.marks import Span
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

_REACH = 45  # tokens that a tag may be away from its quotation
_EDGE = STOP | BREAK


class Found(NamedTuple):
    """Who says a quotation: the phrase that names them, and how it was told."""

    phrase: Phrase | None
    rule: str
    confidence: float
    kind: str


class Quote(NamedTuple):
    """How a quotation looks: how many words, which characters it begins and ends with inside its marks."""

    words: int
    first: str
    last: str
    titled: bool


def look(text: str, span: Span) -> Quote:
    """How the quotation in `span` looks."""
    inner = text[span.start : span.end].strip("\"'“”„‟‘’‚«»‹›`＂「」『』 \u00a0\u202f")
    words = inner.split()
    first = next((character for character in inner if character.isalnum()), "")
    long = [word for word in words if len(word) > 3]  # noqa: PLR2004 - shorter words stay small in titles
    titled = bool(words) and all(word[0].isupper() or not word[0].isalpha() for word in long or words)
    return Quote(len(words), first, inner[-1:], titled)


class Attribution:
    """Says of each quotation of an article who said it."""

    def __init__(self, text: str, tokens: Tokens, spans: Sequence[Span], people: People, grammar: Grammar) -> None:
        self.tokens = tokens
        self.flags = tokens.flags
        self.words = tokens.words
        self.spans = spans
        self.people = people
        self.grammar = grammar
        self.subjects = Subjects(tokens, people)
        self.looks = [look(text, span) for span in spans]
        self.found: list[Found | None] = []

    def read(self) -> list[Found | None]:
        """Who said each quotation, None for what is no speech."""
        for place in range(len(self.spans)):
            self.found.append(self._attribute(place))
        return self.found

    def _attribute(self, place: int) -> Found | None:
        token = self.tokens.quotes[place]
        quote = self.looks[place]
        whole = self._stands_alone(token, quote)
        kind = "direct" if whole else "mixed"
        lead = self._lead(token)
        if lead is not None and lead.confidence >= 0.9:
            return lead._replace(kind=kind)
        tag = self._tag(token, quote)
        if tag is not None and not (quote.titled and quote.last not in ",.?!" and not lead):
            return tag._replace(kind="direct" if quote.words > 2 else kind)
        if lead is not None:
            return lead._replace(kind=kind)
        if whole:
            return self._continued(place, token, quote)
        return None

    def _stands_alone(self, token: int, quote: Quote) -> bool:
        """Whether a quotation is whole sentences of its own."""
        before = self.flags[token - 1] if token else BREAK
        if not (before & (_EDGE | COLON | QUOTE | COMMA)) or quote.words < 2:  # noqa: PLR2004
            return False
        return (quote.first.isupper() or quote.first.isdigit() or before & (BREAK | QUOTE) != 0) and (
            quote.last in ".,?!…—-–:" or bool(self._after(token) & (BREAK | QUOTE))
        )

    def _after(self, token: int) -> int:
        return self.flags[token + 1] if token + 1 < len(self.flags) else BREAK

    def _lead(self, token: int) -> Found | None:
        """The tag before a quotation, in its sentence."""
        flags, words, subjects = self.flags, self.words, self.subjects
        at = token - 1
        limit = max(-1, token - _REACH)
        while at > limit:
            bits = flags[at]
            if bits & _EDGE:
                break
            if bits & QUOTE and self.looks[self._place(at)].last in ".?!":
                break
            if bits & MENTIONED and token - at <= 2:
                return None
            if (
                bits & (SPEECH | REPORT | SAYING)
                and words[at] != "to"
                and subjects.is_verb(at, SPEECH | REPORT | SAYING)
            ):
                phrase = subjects.before(at)
                if phrase is None and bits & SPEECH:
                    phrase = subjects.starting(at + 1) if at + 1 < token and not flags[at + 1] & OBJECT else None
                if phrase is not None:
                    near = token - at <= 2 or flags[token - 1] & (COMMA | COLON)
                    sure = 0.95 if near and bits & SPEECH else 0.8 if near else 0.7
                    return Found(phrase, "tag before", sure, "")
            elif self._according(at):
                phrase = subjects.starting(at + 2)
                if phrase is not None:
                    return Found(phrase, "according to", 0.9, "")
            at -= 1
        if token and flags[token - 1] & COLON:
            phrase = subjects.clause(token - 2)
            if phrase is not None:
                return Found(phrase, "colon", 0.85, "")
        return None

    def _place(self, token: int) -> int:
        from bisect import bisect_left

        return bisect_left(self.tokens.quotes, token)

    def _according(self, at: int) -> bool:
        words = self.words
        for phrase in self.grammar.according:
            if (
                words[at].lower() == phrase[0]
                and tuple(word.lower() for word in words[at : at + len(phrase)]) == phrase
            ):
                return True
        return False

    def _tag(self, token: int, quote: Quote) -> Found | None:
        """The tag behind a quotation."""
        flags, subjects = self.flags, self.subjects
        size = len(flags)
        at = token + 1
        while at < size and flags[at] & COMMA:
            at += 1
        if at >= size or flags[at] & (_EDGE | COLON):
            return None
        if flags[at] & SPEECH and not flags[at] & CAPITAL:
            phrase = subjects.starting(at + 1)
            if phrase is not None:
                return Found(phrase, "verb, speaker", 0.97, "")
        if self._according(at):
            phrase = subjects.starting(at + 2)
            if phrase is not None:
                return Found(phrase, "according to", 0.9, "")
        if quote.last == "." and not flags[at] & CAPITAL and at == token + 1:
            pass
        for verb in range(at + 1, min(size, at + _REACH)):
            bits = flags[verb]
            if bits & (_EDGE | COLON | QUOTE):
                break
            if bits & SPEECH and subjects.is_verb(verb, SPEECH):
                phrase = subjects.before(verb)
                if phrase is None or phrase.first < at:
                    return None
                if quote.last == "." and not self._ends(verb):
                    return None
                if phrase.first > at and any(flags[place] & (COMMA | CONJUNCTION) for place in range(at, phrase.first)):
                    return None
                return Found(phrase, "speaker, verb", 0.96, "")
        return None

    def _ends(self, verb: int) -> bool:
        bits = self._after(verb)
        return bool(bits & (_EDGE | COMMA | QUOTE | COLON | TIME | PREPOSITION))

    def _continued(self, place: int, token: int, quote: Quote) -> Found | None:
        """The speaker of a quotation without a tag, from what stands before it."""
        flags = self.flags
        before = token - 1
        while before >= 0 and flags[before] & (BREAK | COLON | STOP):
            before -= 1
        if quote.words < 4 and quote.last not in ".?!":
            return None
        last = self._last_speech(place)
        phrase = self.subjects.clause(before) if before >= 0 else None
        if last is not None and last.phrase is not None:
            if phrase is None or phrase.first <= self.tokens.quotes[place - 1] or phrase.first <= last.phrase.last:
                return last._replace(rule="continued", confidence=0.85, kind="direct")
        if phrase is not None:
            return Found(phrase, "sentence before", 0.6, "direct")
        if last is not None:
            return last._replace(rule="continued", confidence=0.5, kind="direct")
        return Found(None, "no speaker", 0.3, "direct")

    def _last_speech(self, place: int) -> Found | None:
        for found in reversed(self.found[max(0, place - 3) : place]):
            if found is not None:
                return found
        return None
