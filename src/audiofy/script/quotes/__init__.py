"""Text to quotations and who said them. Pure.

The marks of a whole article decide what stands in quotation marks (`marks`), the words around them who said it
(`attribution`), and the names of the article who that is (`people`, `coreference`).
"""

from __future__ import annotations

from audiofy.model import Quotation
from audiofy.script.quotes.attribution import Attribution, Found
from audiofy.script.quotes.coreference import Coreference
from audiofy.script.quotes.languages import grammar_of
from audiofy.script.quotes.marks import Span, find_marks
from audiofy.script.quotes.people import read_people
from audiofy.script.quotes.tokens import Tokens, tokenise

__all__ = ["find_quotes"]

_SPOKEN_WORDS = 4  # in a language whose words are not known, fewer words in marks are taken for a title or a term


def find_quotes(text: str, language: str = "en") -> tuple[Quotation, ...]:
    """The speech in `text`, a whole article with its paragraphs divided by line breaks.

    Titles, terms and words held at arm's length are left out. A quotation of several paragraphs is one in each. In a
    language without a grammar marks are read, and nobody is named.
    """
    known = grammar_of(language)
    if known is None:
        spans = [span for span in find_marks(text) if len(text[span.start : span.end].split()) >= _SPOKEN_WORDS]
        return tuple(Quotation(start=start, end=end, rule="marks", confidence=0.5) for start, end, *_ in spans)
    spans = find_marks(text, known.elisions)
    if not spans:
        return ()
    tokens = tokenise(text, spans, known)
    people = read_people(tokens, known)
    attribution = Attribution(text, tokens, spans, people, known)
    coreference = Coreference(tokens, people, attribution.subjects, known)
    return tuple(
        _quotation(text, span, speech, tokens, coreference)
        for span, speech in zip(spans, attribution.read(), strict=True)
        if speech is not None
    )


def _quotation(text: str, span: Span, found: Found, tokens: Tokens, coreference: Coreference) -> Quotation:
    phrase = found.phrase
    if phrase is None:
        return Quotation(start=span.start, end=span.end, kind=found.kind, rule=found.rule, confidence=found.confidence)
    mention = (tokens.starts[phrase.first], tokens.ends[phrase.last])
    person = coreference.person(phrase)
    speaker = person.name if person else None
    if phrase.kind == "nominal":
        speaker = text[slice(*mention)]
    return Quotation(
        start=span.start,
        end=span.end,
        kind=found.kind,
        mention=mention,
        speaker=speaker,
        gender=person.gender if person else "",
        evidence=person.evidence if person else "",
        rule=found.rule,
        confidence=found.confidence,
    )
