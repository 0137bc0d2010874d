"""What an article is about, as the words it uses, and how much of a line is about it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_FEWEST = 5
_USUAL = 0.15


def topic_words(key: str) -> set[str]:
    """The words of a line that mean something, cut short: four letters or more, and none of the small words.

    Cut, a word is the same in most of its forms ("island", "islands"; "prom", "promem"), whatever the language.
    """
    return {word[:_STEM] for word in set(_WORD.findall(key)) - vocabulary().small_words}


class Topic:
    """The words of the paragraphs between two lines of a sheet.

    `tells` is false where they are too few to say what is about them, and for languages written without blanks.
    """

    def __init__(self, sheet: Sheet, start: int, stop: int) -> None:
        self._sheet = sheet
        self._inside = range(start, stop)
        paragraphs = [index for index in self._inside if sheet.is_prose(index)]
        self._counts = Counter(chain.from_iterable(map(self._words, paragraphs)))
        shares = sorted(self.share(index) for index in paragraphs)
        self.tells = len(paragraphs) >= _FEWEST and shares[len(shares) // 2] >= _USUAL

    def share(self, index: int) -> float:
        """Which share of a line's words the other paragraphs have too; 1 for a line that has too few to tell."""
        words = self._words(index)
        if len(words) <= 2:  # too few to tell
            return 1.0
        own = index in self._inside and self._sheet.is_prose(index)
        return sum(self._counts[word] > own for word in words) / len(words)

    def _words(self, index: int) -> set[str]:
        """Those of a line, which several topics of a page ask for."""
        words = self._sheet.topics.get(index)
        if words is None:
            words = self._sheet.topics[index] = topic_words(self._sheet.lines[index].key)
        return words
