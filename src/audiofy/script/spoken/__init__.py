"""Printed text to speakable text. Pure.

What is printed is not what is said: "$5.7 billion" is "five point seven billion dollars". `speakable` says in words
what speech engines misread and leaves to the engine what it reads right. Every spoken word knows its print.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.script.lexicon import built_in
from audiofy.script.spoken.grammar import Scene
from audiofy.script.spoken.languages import grammar_of
from audiofy.script.spoken.names import matcher
from audiofy.script.spoken.print import plain
from audiofy.script.spoken.scan import readings, spoken

if TYPE_CHECKING:
    from audiofy.model import Spoken
    from audiofy.script.lexicon import Lexicon

__all__ = ["speakable"]


def speakable(
    text: str,
    language: str = "en-US",
    *,
    lexicon: Lexicon | None = None,
    engine: str = "",
    phonemes: str = "",
) -> Spoken:
    """Says how `text` is spoken.

    Args:
        text: Printed text: a paragraph, a sentence, a headline.
        language: A BCP 47 tag. English is read in full, with British forms for en-GB and its like; German, Ukrainian,
            French, Spanish and Polish have numbers, money, percentages, dates and times; every language has the
            clean-up and the lexicon.
        lexicon: How names are said; audiofy's own if none is given. `lexicon.combined` puts yours before it.
        engine: The engine the text is for, if there are entries for it alone; "espeak" has audiofy's names.
        phonemes: The phonemes that the engine takes: "espeak", "ipa", or "" for none. They stand in `[[ ]]` in the
            spoken text, and come from the lexicon only: text of an article never holds `[[`.

    Returns:
        The text for the engine, and its words in order; their printed spans are disjoint and cover all printed letters
        and digits. `unsaid` names the printed terms whose entries the engine can't take; they are said as printed.
    """
    grammar = grammar_of(language)
    print_ = plain(text, grammar.group)
    names = matcher(built_in() if lexicon is None else lexicon, language, engine, phonemes)
    said = spoken(print_, readings(Scene(print_.text, language), grammar, names))
    unsaid = names.unsaid_in(print_.text) if names.unsaid else ()
    return replace(said, unsaid=unsaid) if unsaid else said
