"""A language tag to its grammar. Pure."""

from __future__ import annotations

from audiofy.model import primary
from audiofy.script.spoken import cleanup
from audiofy.script.spoken.english import GRAMMAR as ENGLISH
from audiofy.script.spoken.grammar import Grammar

_NONE = Grammar(words=cleanup.WORDS, signs=cleanup.SIGNS, strange=cleanup.STRANGE)
_GRAMMARS = {"en": ENGLISH}


def grammar_of(language: str) -> Grammar:
    """The grammar of a BCP 47 tag; one without rules for a language that audiofy has none for."""
    return _GRAMMARS.get(primary(language), _NONE)
