"""Pronunciation entries to what is said for a term. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Reading, Scene


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Entries."""

    entries: tuple[str, ...] = ()


BUILT_IN = Lexicon()


class Matcher:
    """A lexicon made ready for a language and an engine."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.heads: dict[str, str] = {entry: entry for entry in lexicon.entries}

    def read(self, scene: Scene, start: int) -> Reading | None:
        """The longest entry printed at `start`."""
        del scene, start
        return None


@lru_cache(maxsize=64)
def matcher(lexicon: Lexicon, language: str, phonemes: str) -> Matcher:
    """The matcher."""
    del language, phonemes
    return Matcher(lexicon)
