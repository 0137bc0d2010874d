"""Printed text to speakable text. Pure.

What is printed is not what is said: "$5.7 billion" is "five point seven billion dollars". `speakable` says in words
what speech engines misread and leaves to the engine what it reads right. Every spoken word knows its print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.lexicon import BUILT_IN, Lexicon, matcher
from audiofy.script.spoken.grammar import Scene
from audiofy.script.spoken.languages import grammar_of
from audiofy.script.spoken.print import plain
from audiofy.script.spoken.scan import readings, spoken

if TYPE_CHECKING:
    from audiofy.model import Spoken

__all__ = ["speakable"]


def speakable(text: str, language: str = "en-US", *, lexicon: Lexicon = BUILT_IN, phonemes: str = "") -> Spoken:
    """Says how `text` is spoken.

    Args:
        text: Printed text: a paragraph, a sentence, a headline.
        language: A BCP 47 tag. English is read in full, with British forms for en-GB and its like; German, Ukrainian,
            French, Spanish and Polish have numbers, money, percentages, dates and times; every language has the
            clean-up and the lexicon.
        lexicon: How names are said.
        phonemes: The phonemes that the engine takes: "espeak", "ipa", or "" for none. They stand in `[[ ]]` in the
            spoken text, and come from the lexicon only: text of an article never holds `[[`.

    Returns:
        The text for the engine, and its words in order; their printed spans are disjoint and cover all printed letters
        and digits.
    """
    grammar = grammar_of(language)
    print_ = plain(text, grammar.group)
    names = matcher(lexicon, language, phonemes)
    return spoken(print_, readings(Scene(print_.text, language), grammar, names))
