"""What will be said, by whom. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audiofy.model.article import Article


class Kind(StrEnum):
    """What a line of the script is."""

    DISCLOSURE = "disclosure"
    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    NARRATION = "narration"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation in a text: characters `start` to `end`, marks included.

    `mention` is the span that names the speaker in the text, or None; `speaker` is who that is, resolved over the
    article, or None where it cannot be told. `gender` ("female", "male" or "") is what the text states of the speaker,
    and `evidence` the words that state it. `rule` names the rule that decided and `confidence` (0 to 1) how far it can
    be trusted. `kind` is "direct" for whole sentences that somebody says, "mixed" for quoted words within a sentence of
    the writer's ("said the plan was “a disaster”"), or empty where it was not told.
    """

    start: int
    end: int
    kind: str = ""
    mention: tuple[int, int] | None = None
    speaker: str | None = None
    gender: str = ""
    evidence: str = ""
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Words that are spoken for a stretch of print.

    `text` stands at character `at` of the spoken text, for the printed characters `start` to `end`. One Word may be
    several words said for one printed form ("five point seven billion dollars" for "$5.7 billion").
    """

    text: str
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Printed text as it is spoken: `text` is what the engine is given; the spans of `words` are in order, disjoint.

    `unsaid` names the printed terms of a lexicon whose phonemes the engine can't take.
    """

    text: str
    words: tuple[Word, ...]
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One stretch of the script in one voice.

    Characters `start` to `end` of the block with that index, or of no block (-1: title, byline, disclosure). Lines
    tile each block: their texts joined in order give it back. `speaker` is empty for the narrator, and for a quotation
    whose speaker is not known.
    """

    kind: Kind
    block: int
    start: int
    end: int
    text: str
    spoken: str
    words: tuple[Word, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is quoted: `gender` as the article states it ("female", "male" or ""), and the words that do.

    `mentions` are the words that name them beside their quotations, once each, in the order of the article.
    """

    name: str
    gender: str = ""
    evidence: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """An article as it will be read: who says what, in which words. `language` is the tag the lines are spoken in."""

    article: Article
    language: str
    lines: tuple[Line, ...]
    people: tuple[Person, ...] = ()
    quotations: tuple[tuple[Quotation, ...], ...] = ()
