"""Quotations to who said them, as far as the words around them tell. Pure.

A quotation with a tag in its sentence belongs to the tag. One without belongs to whom the text before it leads to:
the speaker of the quotation that it continues, or the subject of the sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import BODY, INDEFINITE, REPORT, ROLE, SAYING, SPEECH
from audiofy.script.quotes.looks import Look, look
from audiofy.script.quotes.tags import Tags
from audiofy.script.quotes.tokens import BREAK, COLON, COMMA, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.marks import Span
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.subjects import Phrase
    from audiofy.script.quotes.tokens import Tokens

_EDGE = STOP | BREAK
_SURE = 0.96  # a tag before a quotation that is this sure is not overruled by one behind it
_TITLE_WORDS = 9  # more words with capitals are a headline that is quoted, not a title
_SENTENCE_WORDS = 4
_CLEARLY_A_SENTENCE = 6
_BACK = 80  # tokens that a sentence is followed back


class Found(NamedTuple):
    """Who says a quotation: the phrase that names them, how it was told, and whether it is whole sentences."""

    phrase: Phrase | None
    rule: str
    confidence: float
    kind: str


class Attribution:
    """Says of each quotation of an article who said it."""

    def __init__(self, text: str, tokens: Tokens, spans: Sequence[Span], people: People, grammar: Grammar) -> None:
        self.flags = tokens.flags
        self.quotes = tokens.quotes
        self.people = people
        self.nouns = grammar.nouns_capitalised
        self.looks = [look(text, span) for span in spans]
        self.tags = Tags(tokens, self.looks, people, grammar)
        self.subjects = self.tags.subjects
        self.found: list[Found | None] = []

    def read(self) -> list[Found | None]:
        """Who said each quotation; None for one that is no speech."""
        for place, token in enumerate(self.quotes):
            self.found.append(self._attribute(place, token, self.looks[place]))
        return self.found

    def _attribute(self, place: int, token: int, look: Look) -> Found | None:
        whole = self._stands_alone(token, look)
        kind = "direct" if whole else "mixed"
        if look.titled and look.words < _TITLE_WORDS and self._is_title(token, look):
            return None
        if self.tags.mentioned(token) or self._in_brackets(token, look):
            return None
        lead = self.tags.lead(token)
        if lead is not None and lead.confidence >= _SURE:
            return Found(*lead, kind)
        tag = self.tags.tag(token, look)
        if tag is not None and (lead is None or tag.confidence > lead.confidence):
            return Found(*tag, kind)
        if lead is not None and (lead.phrase is not None or not whole):
            return Found(*lead, kind)
        return self._continued(place, token, look) if whole else None

    def _stands_alone(self, token: int, look: Look) -> bool:
        """Whether a quotation is whole sentences of its own."""
        before = self.flags[token - 1] if token else BREAK
        if not before & (_EDGE | COLON | QUOTE | COMMA):
            return False
        if not (look.first.isupper() or look.first.isdigit() or before & (BREAK | QUOTE)):
            return False
        if look.last in ".,?!…—-–:" or self.tags.after(token) & (BREAK | QUOTE):
            return True
        return look.words > _CLEARLY_A_SENTENCE and bool(before & _EDGE)

    def _in_brackets(self, token: int, look: Look) -> bool:
        """Whether a few words fill a bracket: a translation or an abbreviation."""
        words = self.tags.words
        return look.words < _SENTENCE_WORDS and 0 < token < len(words) - 1 and words[token - 1] == "(" and words[token + 1] == ")"

    def _is_title(self, token: int, look: Look) -> bool:
        """Whether words in capitals are a title: of a programme, a book; not what somebody just said."""
        at = token - 1
        if at < 0 or self.flags[at] & (_EDGE | QUOTE | COLON):
            return look.last not in ",.?!" and not self.tags.after(token) & (_EDGE | QUOTE | COMMA)
        if self.flags[at] & COMMA:
            at -= 1
            return at < 0 or (not self._verb(at) and look.last not in "?!")
        if self.nouns and self.flags[at] & INDEFINITE:
            return False
        return not self._verb(at) or self.tags.addressee(token)

    def _verb(self, at: int) -> bool:
        return self.subjects.is_verb(at, SPEECH | REPORT | SAYING)

    def _continued(self, place: int, token: int, look: Look) -> Found | None:
        """The speaker of a quotation without a tag, from what stands before it."""
        if look.words < _SENTENCE_WORDS and look.last not in ".?!":
            return None
        if look.words <= _CLEARLY_A_SENTENCE and self._is_heading(token, look):
            return None
        end = token
        while end > 0 and self.flags[end - 1] & (BREAK | COLON | STOP):
            end -= 1
        start = self._sentence_start(end - 1)
        last = self._last(place)
        if last is not None and start <= self.quotes[place - 1]:
            return last._replace(rule="continued", confidence=0.85, kind="direct")
        if start >= end:
            return Found(None, "no speaker", 0.3, "direct")
        phrase = self._sentence_speaker(start, end)
        if phrase is not None and (last is None or self._person(phrase)):
            return Found(phrase, "sentence before", 0.6, "direct")
        if last is not None:
            return last._replace(rule="continued", confidence=0.5, kind="direct")
        return Found(phrase, "sentence before" if phrase else "no speaker", 0.4 if phrase else 0.3, "direct")

    def _is_heading(self, token: int, look: Look) -> bool:
        """Whether a few words in marks are a line of their own, as headings between paragraphs are."""
        before = self.flags[token - 1] if token else BREAK
        alone = before & BREAK and self.tags.after(token) & BREAK
        return bool(alone and (look.single or look.last not in ".?!,"))

    def _person(self, phrase: Phrase) -> bool:
        if phrase.kind == "nominal":
            return any(self.flags[at] & (ROLE | BODY) for at in range(phrase.first, phrase.last + 1))
        return True

    def _sentence_start(self, at: int) -> int:
        """Where the sentence begins that the token is part of; a quotation with its tag is one sentence."""
        flags = self.flags
        limit = max(0, at - _BACK)
        while at > limit:
            before = flags[at - 1]
            if before & _EDGE:
                break
            if before & QUOTE and self.tags.look_at(at - 1).last in ".":
                break
            at -= 1
        return at

    def _sentence_speaker(self, start: int, end: int) -> Phrase | None:
        for at in range(end - 1, start, -1):
            if self.flags[at] & SPEECH and self.subjects.is_verb(at, SPEECH):
                phrase = self.subjects.before(at)
                if phrase is not None and phrase.first >= start:
                    return phrase
        return self.subjects.of_sentence(start, end)

    def _last(self, place: int) -> Found | None:
        """The nearest quotation before, of the last few, that somebody says."""
        return next((found for found in reversed(self.found[max(0, place - 3) : place]) if found is not None), None)
