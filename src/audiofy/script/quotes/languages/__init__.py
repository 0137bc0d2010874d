"""A language tag to what the rules know of that language. Pure.

To add a language: copy `uk.py`, change the words, and name the file here. Nothing else knows which languages there are.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from audiofy.model import primary

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar

LANGUAGES = frozenset({"de", "en", "es", "fr", "pl", "uk"})


def grammar_of(language: str) -> Grammar | None:
    """The words of `language`, a BCP 47 tag; None where only its quotation marks are known."""
    return _load(primary(language))


@cache
def _load(language: str) -> Grammar | None:
    if language not in LANGUAGES:
        return None
    # Each language in a module of its own, loaded when an article in it comes: a run in one language reads one.
    loaded: Grammar = import_module(f"audiofy.script.quotes.languages.{language}").GRAMMAR
    return loaded
