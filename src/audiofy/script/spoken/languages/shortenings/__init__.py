"""Abbreviations to words: the rules that a language's table of them makes. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


def abbreviations(table: Mapping[str, Mapping[str, str]]) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for abbreviations: by their first word in small letters, how they are printed (patterns) and said.

    A pattern that begins with a small letter takes a capital there too; one that begins with "[d]" does not, as "D. J."
    is two initials. A full stop behind what is said tells that the sentence may end there, before a capital: "usw.
    Der". It can't behind a title or the name of a number.
    """
    return {key: tuple(_rule(*form) for form in forms.items()) for key, forms in table.items()}


def _rule(printed: str, said: str) -> Rule:
    first = printed[0]
    pattern = re.compile(f"[{first}{first.upper()}]{printed[1:]}" if first.isalpha() and first.islower() else printed)
    closes, said = said.endswith("."), said.removesuffix(".")

    def read(scene: Scene, start: int, end: int) -> Reading | None:
        del end
        found = pattern.match(scene.text, start)
        if found is None or scene.text[max(0, start - 1) : start] in {".", "-"}:
            return None
        ended = scene.ends_sentence(found.end()) if closes else scene.ends(found.end())
        return Reading(start, found.end(), said + "." * (found[0].endswith(".") and ended))

    return read


def inflected(pattern: str, plain: str, bent: Mapping[frozenset[str], str]) -> tuple[Rule, ...]:
    """The rule for an abbreviation whose case the word before tells: `bent` has the form for each group of words."""
    compiled = re.compile(pattern)

    def read(scene: Scene, start: int, end: int) -> Reading | None:
        del end
        found = compiled.match(scene.text, start)
        if found is None:
            return None
        before = scene.word_before(start).lower()
        said = next((form for words, form in bent.items() if before in words), plain)
        return Reading(start, found.end(), said)

    return (read,)
