"""How names are said: pronunciation entries, from files or built in. Pure.

An entry says how a term is spoken: another spelling (alias), its letters, as a word, or phonemes in IPA or in the
mnemonics of espeak-ng. A term may have several entries; an engine gets the first that it can take, phonemes before
spellings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Entry", "Kind", "Lexicon", "built_in", "combined"]


class Kind(StrEnum):
    """What the value of an entry is."""

    ALIAS = "alias"
    LETTERS = "letters"
    WORD = "word"
    IPA = "ipa"
    ESPEAK = "espeak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a term is said.

    `value` is the respelling or the phonemes; it is empty for letters and words. `language` is a BCP 47 tag ("en",
    "en-GB") or empty for every language; `exact` asks for capitals as they stand in `term`. `engine` names the one
    engine that the entry is for ("espeak"), and is empty for every engine. `source` tells where the entry was read, as
    "file:line".
    """

    term: str
    kind: Kind
    value: str = ""
    language: str = ""
    exact: bool = True
    engine: str = ""
    source: str = ""

    def speaks(self, language: str) -> bool:
        """Whether the entry is for `language`: its own, or a narrower one."""
        if not self.language:
            return True
        mine, asked = self.language.lower(), language.lower()
        return asked == mine or asked.startswith(f"{mine}-") or (mine == primary(asked))


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Entries in the order of their weight: of two for the same term the earlier one counts."""

    entries: tuple[Entry, ...] = ()


def combined(lexicons: Iterable[Lexicon]) -> Lexicon:
    """Several lexicons as one; the first has the most weight."""
    return Lexicon(tuple(entry for lexicon in lexicons for entry in lexicon.entries))


@cache
def built_in() -> Lexicon:
    """The lexicon that audiofy brings: acronyms that engines guess wrong, and names that espeak-ng misreads.

    The names are for espeak-ng alone: the voices of Windows and macOS know them, and would only lose by a respelling.
    """
    from audiofy.script.lexicon.files import from_tsv

    content = resources.files("audiofy.script.lexicon").joinpath("names.tsv").read_text(encoding="utf-8")
    return from_tsv(content, "names.tsv", trusted=True)
