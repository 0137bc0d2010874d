"""Room 2: article to script, script to cast. Pure, standard library only."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiofy import corrections, disclosure
from audiofy.errors import PaywallError
from audiofy.model import Article, Kind, Line, Person, Quotation, Role, Script, Spoken, Word, primary
from audiofy.script.byline import byline
from audiofy.script.casting import cast
from audiofy.script.pace import seconds
from audiofy.script.quotes import find_quotes
from audiofy.script.segment import quotations, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from audiofy.script.lexicon import Lexicon

__all__ = ["cast", "compose"]

DEFAULT_LANGUAGE = "en-US"

# What is said around a quotation with `--quotes spoken`, where one voice reads everything.
_QUOTE_WORDS = {
    "de": ("Zitat:", "Zitat Ende."),
    "en": ("quote:", "end quote."),
    "es": ("cito:", "fin de la cita."),
    "fr": ("je cite :", "fin de citation."),
    "it": ("cito:", "fine della citazione."),
    "nl": ("citaat:", "einde citaat."),
    "pl": ("cytuję:", "koniec cytatu."),
    "pt": ("cito:", "fim da citação."),
    "sv": ("citat:", "slut citat."),
    "uk": ("цитую:", "кінець цитати."),
}


def compose(  # noqa: PLR0913 - every wish of a producer is a keyword
    article: Article,
    *,
    spoken_disclosure: str = "start",
    sentence: str = "",
    quotation_note: bool = False,
    correction_note: bool = False,
    every: float = 30.0,
    with_byline: bool = True,
    quotes: str = "",
    lexicon: Lexicon | None = None,
    engine: str = "",
    correct: Callable[[tuple[Quotation, ...], str], tuple[Quotation, ...]] = lambda found, _text: found,
    allow_partial: bool = False,
) -> Script:
    """Writes the script of an article: who says what, in which words.

    Args:
        article: What `audiofy.read` gives.
        spoken_disclosure: Where the disclosure is said: "start", "end", "both" or "off".
        sentence: Your own disclosure; empty for audiofy's in the article's language.
        quotation_note: Says with the disclosure that quotations are read by synthetic voices, if there are any.
        correction_note: Says with the disclosure that the article has been changed.
        every: Minutes after which long audio has the disclosure again, and then at the end too; 0 for never.
        with_byline: Whether authors and date are said.
        quotes: "spoken" to have quotations introduced and closed in words.
        lexicon: How names are said; audiofy's own without.
        engine: The engine that will read it, if it is one alone: it may have names and phonemes of its own.
        correct: What an editor makes of the quotations found in the article's text.
        allow_partial: Takes a teaser for the article.

    Raises:
        PaywallError: The article is a teaser.
    """
    if article.partial and not allow_partial:
        raise PaywallError.of_teaser(article.url, article.partial)
    from audiofy.script.spoken import speakable

    language = article.language or DEFAULT_LANGUAGE

    def say(text: str) -> Spoken:
        takes = "espeak" if engine == "espeak" else ""
        return speakable(text, language, lexicon=lexicon, engine=engine, phonemes=takes)

    def find(text: str, blocks: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
        return correct(find_quotes(text, primary(language), blocks=blocks), text)

    found = quotations(article.blocks, find)
    around = _QUOTE_WORDS.get(primary(language), _QUOTE_WORDS["en"]) if quotes == "spoken" else ("", "")
    body = list(_body(article, found, say, around))
    said = _loose(Kind.DISCLOSURE, disclosure.sentence(language, sentence), say)
    notes = []
    if quotation_note and any(line.kind is Kind.QUOTE for line in body):
        notes.append(_loose(Kind.DISCLOSURE, disclosure.quotation_note(language), say))
    if correction_note:
        notes.append(_loose(Kind.DISCLOSURE, corrections.note(language), say))
    head = [said, *notes] if spoken_disclosure in {"start", "both"} else []
    if article.title:
        head.append(_loose(Kind.TITLE, article.title, say))
    credit = byline(article.authors, article.published, language) if with_byline else ""
    if credit:
        head.append(_loose(Kind.BYLINE, credit, say))
    if spoken_disclosure != "off" and every:
        body, is_long = _reminded(body, said, 60 * every)
    else:
        is_long = False
    foot = [said, *notes] if spoken_disclosure in {"end", "both"} else [said] * is_long
    return Script(
        article=article,
        language=language,
        lines=(*head, *body, *foot),
        people=_people(article, found),
        quotations=found,
    )


def _reminded(body: Sequence[Line], reminder: Line, every: float) -> tuple[list[Line], bool]:
    """The body with the reminder between blocks at least every so many seconds, and whether it is that long.

    A block that would go on for longer than that comes after the reminder; one that is itself longer isn't divided.
    """
    lines: list[Line] = []
    heard = 0.0
    for _, group in groupby(body, key=lambda line: line.block):
        block = list(group)
        lasts = sum(seconds(line.spoken) for line in block)
        if heard and heard + lasts > every:
            lines.append(reminder)
            heard = 0.0
        lines += block
        heard += lasts
    return lines, reminder in lines or heard > every


def _loose(kind: Kind, text: str, say: Callable[[str], Spoken]) -> Line:
    """A line of no block."""
    spoken = say(text)
    return Line(kind=kind, block=-1, start=0, end=len(text), text=text, spoken=spoken.text, words=spoken.words)


def _body(
    article: Article, found: Sequence[Sequence[Quotation]], say: Callable[[str], Spoken], around: tuple[str, str]
) -> Iterator[Line]:
    for index, block in enumerate(article.blocks):
        for start, end, kind, speaker in stretches(block.text, found[index]):
            text = block.text[start:end]
            spoken = say(text)
            words, said = spoken.words, spoken.text
            if kind is Kind.QUOTE and any(around):
                said, words = _announced(said, words, around)
            if block.role is Role.HEADING:
                kind = Kind.HEADING  # noqa: PLW2901 - a heading has no other kind
            yield Line(
                kind=kind, block=index, start=start, end=end, text=text, spoken=said, words=words, speaker=speaker
            )


def _announced(said: str, words: tuple[Word, ...], around: tuple[str, str]) -> tuple[str, tuple[Word, ...]]:
    """Spoken text between the words that open and close a quotation; what is printed keeps its spans."""
    opening, closing = around
    shift = len(opening) + 1
    moved = tuple(replace(word, at=word.at + shift) for word in words)
    return f"{opening} {said} {closing}", moved


def _people(article: Article, found: Sequence[Sequence[Quotation]]) -> tuple[Person, ...]:
    """Everybody who is quoted, in order of appearance, with the gender that any of the quotations states."""
    people: dict[str, Person] = {}
    mentions: dict[str, dict[str, None]] = {}
    for block, group in zip(article.blocks, found, strict=True):
        for quotation in group:
            name = quotation.speaker
            if not name:
                continue
            known = people.get(name, Person(name=name))
            if not known.gender and quotation.gender:
                known = replace(known, gender=quotation.gender, evidence=quotation.evidence)
            people[name] = known
            if quotation.mention:
                mentions.setdefault(name, {})[block.text[slice(*quotation.mention)]] = None
    return tuple(replace(person, mentions=tuple(mentions.get(name, ()))) for name, person in people.items())
