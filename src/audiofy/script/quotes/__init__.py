"""Text to quotations and who said them. Pure.

The marks of a whole article decide what stands in quotation marks (`marks`), labels and dashes what is spoken without
them (`dialogue`), the words around who said it (`attribution`), and the names of the article who that is (`people`,
`coreference`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from audiofy.model import Quotation
from audiofy.script.quotes.attribution import Attribution, Found
from audiofy.script.quotes.coreference import Coreference
from audiofy.script.quotes.corrections import Correction, correct, read_corrections
from audiofy.script.quotes.dialogue import blocks as block_spans
from audiofy.script.quotes.dialogue import dashed, label_speaker, transcript, with_given, without_inserted
from audiofy.script.quotes.joint import Joint
from audiofy.script.quotes.languages import grammar_of
from audiofy.script.quotes.marks import Span, find_marks
from audiofy.script.quotes.people import read_people
from audiofy.script.quotes.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.person import Name, Person

__all__ = ["Correction", "correct", "find_quotes", "read_corrections"]

_NAME_WORDS = 3  # that a name in a heading has at most
# Chinese, Japanese and Thai are written without blanks between words, of which most have two letters.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_LETTERS_OF_A_WORD = 2
_SPOKEN_WORDS = 4  # in a language whose words are not known, fewer words in marks are taken for a title or a term


def find_quotes(text: str, language: str = "en", *, blocks: Sequence[tuple[int, int]] = ()) -> tuple[Quotation, ...]:
    """The speech in `text`, a whole article with its paragraphs divided by line breaks.

    Titles, terms and words held at arm's length are left out. A quotation of several paragraphs is one in each. In a
    language without a grammar marks are read, and nobody is named.

    Args:
        text: The article.
        language: Its BCP 47 tag.
        blocks: Characters of block quotations, which are speech without marks.
    """
    known = grammar_of(language)
    marked = find_marks(text, known.elisions if known else frozenset())
    given = transcript(text) + (dashed(text, known) if known else [])
    if known is not None:
        marked = without_inserted(text, marked, known)
    given += block_spans(text, blocks, marked)
    spans = with_given(marked, given)
    if not spans:
        return ()
    if known is None:
        return tuple(_unnamed(text, span) for span in spans if span.spoken or _is_long(text, span))
    tokens = tokenise(text, spans, known)
    people = read_people(tokens, known)
    attribution = Attribution(text, tokens, spans, people, known)
    found = attribution.read()
    coreference = Coreference(text, tokens, people, attribution.subjects, known)
    reader = _Reader(text, tokens, coreference, Joint(tokens, people, known))
    return tuple(
        reader.quotation(span, speech) for span, speech in zip(spans, found, strict=True) if speech is not None
    )


def _is_long(text: str, span: Span) -> bool:
    inner = text[span.start : span.end]
    return len(inner.split()) + len(_UNSPACED.findall(inner)) // _LETTERS_OF_A_WORD >= _SPOKEN_WORDS


def _unnamed(text: str, span: Span) -> Quotation:
    speaker = None if span.label is None else text[slice(*span.label)].title()
    return Quotation(
        start=span.start,
        end=span.end,
        kind="direct" if span.spoken else "",
        mention=span.label,
        speaker=speaker,
        rule="transcript" if span.label else "marks",
        confidence=0.5,
    )


class _Reader:
    """Makes quotations of what was found, in the order of the text: a pronoun may tell the gender of one before it."""

    def __init__(self, text: str, tokens: Tokens, coreference: Coreference, joint: Joint) -> None:
        self.text = text
        self.tokens = tokens
        self.coreference = coreference
        self.joint = joint

    def quotation(self, span: Span, found: Found) -> Quotation:
        """The quotation in `span`, said by whom `found` names."""
        if span.label is not None:
            return self._labelled(span, span.label)
        if found.phrase is None:
            return Quotation(
                start=span.start, end=span.end, kind=found.kind, rule=found.rule, confidence=found.confidence
            )
        phrase = found.phrase
        together = self.joint.names(phrase.first, found.verb) if phrase.kind == "name" else []
        if len(together) > 1:
            return self._joint(span, found, together)
        person = self.coreference.person(phrase)
        if person is None and phrase.kind == "nominal":
            person = self.coreference.descriptions.unnamed(phrase)
        self.coreference.hear(person, found.verb)
        return Quotation(
            start=span.start,
            end=span.end,
            kind=found.kind,
            mention=(self.tokens.starts[phrase.first], self.tokens.ends[phrase.last]),
            speaker=_called(person),
            gender=person.gender if person else "",
            evidence=person.evidence if person else "",
            rule=found.rule,
            confidence=found.confidence,
        )

    def _joint(self, span: Span, found: Found, names: list[Name]) -> Quotation:
        """The quotation of several who speak as one: nobody's voice among them is theirs, so no gender is stated."""
        called = [_called(name.person) or " ".join(name.person.parts) for name in names]
        join = self.tokens.words[names[-1].first - 1]
        return Quotation(
            start=span.start,
            end=span.end,
            kind=found.kind,
            mention=(self.tokens.starts[names[0].first], self.tokens.ends[names[-1].last]),
            speaker=f"{', '.join(called[:-1])} {join} {called[-1]}",
            rule=found.rule,
            confidence=found.confidence,
        )

    def _labelled(self, span: Span, label: tuple[int, int]) -> Quotation:
        name = self.coreference.people.name_at(bisect_left(self.tokens.starts, label[0]))
        person = name.person if name and self.tokens.ends[name.last] <= label[1] else None
        return Quotation(
            start=span.start,
            end=span.end,
            kind="direct",
            mention=label,
            speaker=label_speaker(self.text[slice(*label)], person),
            gender=person.gender if person else "",
            evidence=person.evidence if person else "",
            rule="transcript",
            confidence=0.9,
        )


def _called(person: Person | None) -> str | None:
    if person is None or person.unsure:
        return None
    # In a heading most words have capitals: so many that never come back are no name.
    headline = person.headed and person.mentions == 1 and len(person.parts) > _NAME_WORDS
    return None if headline else person.name
