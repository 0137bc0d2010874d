"""A language tag to its grammar. Pure.

Each language has its own tables and nothing else: a rule of one never sees the text of another.
"""

from __future__ import annotations

from audiofy.model import primary
from audiofy.script.spoken import cleanup
from audiofy.script.spoken.english import GRAMMAR as ENGLISH
from audiofy.script.spoken.grammar import Grammar
from audiofy.script.spoken.languages.french import GRAMMAR as FRENCH
from audiofy.script.spoken.languages.german import GRAMMAR as GERMAN
from audiofy.script.spoken.languages.polish import GRAMMAR as POLISH
from audiofy.script.spoken.languages.spanish import AMERICAN, EUROPEAN
from audiofy.script.spoken.languages.ukrainian import GRAMMAR as UKRAINIAN

_NONE = Grammar(words=cleanup.WORDS, signs=cleanup.SIGNS, strange=cleanup.STRANGE)
_GRAMMARS = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": EUROPEAN,
    "fr": FRENCH,
    "pl": POLISH,
    "uk": UKRAINIAN,
}
# Where Spanish has a decimal point: https://www.rae.es/dpd/números allows both, and these countries print the point.
_POINT = frozenset("DO GT HN MX NI PA PR SV US".split())


def grammar_of(language: str) -> Grammar:
    """The grammar of a BCP 47 tag; one without rules for a language that audiofy has none for."""
    name = primary(language)
    if name == "es" and language.partition("-")[2].upper() in _POINT:
        return AMERICAN
    return _GRAMMARS.get(name, _NONE)
