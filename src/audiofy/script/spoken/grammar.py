"""What a language says about print: the types that the families of rules share. Pure.

A rule looks at one token of the text and answers how the print around it is said, or None to leave it to the next rule
and in the end to the engine. Whatever a rule has read is settled: the scan goes on behind it, so no later rule can read
it again. Rules look at the print itself, never at what another rule made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Reading(NamedTuple):
    """Printed characters `start` to `end` are said as `said`; an empty `said` leaves them out."""

    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The text that is read, after clean-up, and the language tag it is read in ("en-GB")."""

    text: str
    language: str

    def before(self, at: int, size: int = 48) -> str:
        """What is printed before `at`, `size` characters of it at most: a rule may look back this far, no further."""
        return self.text[max(0, at - size) : at]

    def after(self, at: int, size: int = 48) -> str:
        """What is printed from `at` on, `size` characters of it at most."""
        return self.text[at : at + size]

    def word_before(self, at: int) -> str:
        """The word that ends at `at` or one blank or opening mark before it; empty where there is none."""
        found = _LAST_WORD.search(self.before(at))
        return found[1] if found else ""

    def word_after(self, at: int) -> str:
        """The word that begins at `at` or one blank or hyphen after it; empty where there is none."""
        found = _NEXT_WORD.match(self.text, at)
        return found[1] if found else ""

    def shouts(self, start: int, end: int) -> bool:
        """Whether all around a word is in capitals too, as in a headline: capitals tell nothing then."""
        around = self.before(start, 30) + self.after(end, 30)
        return _SMALL.search(around) is None and sum(map(str.isupper, around)) > _HEADLINE

    def opens(self, at: int) -> bool:
        """Whether nothing is printed before `at`, but for a few blanks."""
        return at <= _INDENT and not self.text[:at].strip()

    def ends(self, at: int) -> bool:
        """Whether nothing is printed from `at` on."""
        return _REST.match(self.text, at) is not None

    def is_whole(self, start: int, end: int) -> bool:
        """Whether nothing but `start` to `end` is printed."""
        return self.opens(start) and self.ends(end)

    def ends_sentence(self, at: int) -> bool:
        """Whether a full stop printed before `at` closes a sentence: the text ends, or a new sentence opens."""
        return bool(_NEW_SENTENCE.match(self.text, at))


_SMALL = re.compile(r"[a-zà-ÿа-яєіїґß]")
_HEADLINE = 3
_INDENT = 16
_LAST_WORD = re.compile(r"([^\W\d_](?:[^\W_]|['’.-])*)[\s(“\"‘'\[]{0,2}$")
_NEXT_WORD = re.compile(r"[\s-]?([^\W\d_](?:[^\W_]|['’]){0,40})")
_REST = re.compile(r"\s*+$")
_NEW_SENTENCE = re.compile(r"[\"”’')\]]{0,3}(?:\s*+$|\s++[\"“‘'\[]{0,2}[A-ZÀ-ÞЀ-Я])")

Rule = Callable[[Scene, int, int], Reading | None]
"""A rule: the scene and the token's first and last character (exclusive), to how it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of a language, by the token that makes them run; the first rule that answers wins.

    `words` are keyed by the lower-case word, `signs` by the character, `digits` run where a number begins and `glued`
    where digits follow a letter or a letter and a hyphen; `capitals` run where a word has two capitals and none of
    `words` answers, `strange` for the signs that `signs` doesn't have. `group` joins digits across a no-break blank.
    """

    words: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    signs: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    digits: tuple[Rule, ...] = ()
    glued: tuple[Rule, ...] = ()
    capitals: tuple[Rule, ...] = ()
    strange: tuple[Rule, ...] = ()
    group: str = ""


def merged(*tables: Mapping[str, tuple[Rule, ...]]) -> dict[str, tuple[Rule, ...]]:
    """Tables of rules as one: for a key that several have, the rules of the earlier table come first."""
    together: dict[str, tuple[Rule, ...]] = {}
    for table in tables:
        for key, rules in table.items():
            together[key] = together.get(key, ()) + rules
    return together
