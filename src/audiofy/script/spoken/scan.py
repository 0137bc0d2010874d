"""Plain text and a grammar to spoken text whose words know their print. Pure.

One pass, from left to right, each token looked at once. A word costs a look into two tables; a rule runs only where a
word, a number or a sign that it knows is printed. Rules look at a bounded stretch, so the time is linear.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.model import Spoken, Word
from audiofy.script.spoken.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiofy.script.spoken.grammar import Grammar, Reading, Scene
    from audiofy.script.spoken.names import Matcher
    from audiofy.script.spoken.print import Print

_WORD = re.compile(r"\w++(?:['’.,-]\w++)*+")
_CONTINUES = re.compile(r"\d[.,:/-]$|[^\W_]$")
_AFTER_LETTER = re.compile(r"[^\W\d_][-‑]?$")


def readings(scene: Scene, grammar: Grammar, lexicon: Matcher) -> Iterator[Reading]:
    """The readings of a text that is not said as it is printed, in order and disjoint."""
    at = done = 0
    while True:
        for token in TOKEN.finditer(scene.text, at):
            reading = _read(scene, grammar, lexicon, token)
            if reading is not None and reading.start >= done and reading.end > token.start():
                yield reading
                at = done = reading.end
                break
        else:
            return


def _read(scene: Scene, grammar: Grammar, lexicon: Matcher, token: re.Match[str]) -> Reading | None:
    printed, (start, end) = token[0], token.span()
    key = printed.lower()
    if key in lexicon.heads:
        reading = lexicon.read(scene, start)
        if reading is not None:
            return reading
    if printed[0].isdecimal():
        before = scene.before(start, 2)
        if _AFTER_LETTER.search(before):
            rules = grammar.glued
        elif _CONTINUES.search(before):
            return None
        else:
            rules = grammar.digits
    elif printed[0].isalpha():
        rules = grammar.words.get(key, ())
        if printed[:2].isupper() and len(printed) > 1:
            rules += grammar.capitals
    else:
        rules = grammar.signs.get(printed[0], grammar.strange)
    for rule in rules:
        reading = rule(scene, start, end)
        if reading is not None:
            return reading
    return None


def spoken(text: Print, found: Iterable[Reading]) -> Spoken:
    """The spoken text: print with its readings put in, and the words with the print they stand for."""
    draft = _Draft(text)
    for reading in found:
        draft.copy(reading.start)
        draft.say(reading)
    draft.copy(len(text.text))
    return draft.finished()


class _Draft:
    """Spoken text in the making."""

    def __init__(self, text: Print) -> None:
        self._print = text
        self._parts: list[str] = []
        self._words: list[Word] = []
        self._at = 0  # where the spoken text goes on
        self._done = 0  # up to where the print is dealt with
        self._last = ""  # what was said last, one character of it
        self._silent = -1  # where letters begin that nothing was said for, and no word stands before

    def copy(self, until: int) -> None:
        """Says the print up to character `until` as it stands."""
        text, place, start = self._print.text, self._print.place, self._done
        if start >= until:
            return
        self._put(text[start:until])
        shift = self._at - until
        for word in _WORD.finditer(text, start, until):
            first, last = word.span()
            self._add(word[0], first + shift, place(first), place(last))
        self._done = until

    def say(self, reading: Reading) -> None:
        """Says `reading` for its print."""
        start, end, said = reading
        text, first, last = self._print.text, self._print.place(start), self._print.place(end)
        if said:
            self._put(said)
            self._add(said, self._at - len(said), first, last)
        elif any(map(str.isalnum, text[start:end])):
            self._pass_over(first, last)
        blank = not said and self._last in {"", " "} and text[end : end + 1] == " "
        self._done = end + blank

    def _put(self, said: str) -> None:
        """Adds to the text, parted by a blank where two words would run together or two brackets open phonemes."""
        touching = self._last.isalnum() and said[0].isalnum()
        if touching or (self._last == said[0] == "["):
            self._parts.append(" ")
            self._at += 1
        self._parts.append(said)
        self._at += len(said)
        self._last = said[-1]

    def _add(self, said: str, at: int, start: int, end: int) -> None:
        if self._silent >= 0:
            start, self._silent = self._silent, -1
        if self._words and start < self._words[-1].end:
            return  # the second half of one printed sign, such as "ﬁ" cut in two, is shown with the first
        self._words.append(Word(text=said, at=at, start=start, end=end))

    def _pass_over(self, start: int, end: int) -> None:
        """Print that nothing is said for is shown with the word before it, or with the first one."""
        if self._words:
            self._words[-1] = replace(self._words[-1], end=end)
        elif self._silent < 0:
            self._silent = start

    def finished(self) -> Spoken:
        """The whole; print of which nothing is said at all is one word without a sound."""
        if self._silent >= 0:
            end = self._print.place(len(self._print.text))
            self._words.append(Word(text="", at=self._at, start=self._silent, end=end))
        return Spoken(text="".join(self._parts), words=tuple(self._words))
