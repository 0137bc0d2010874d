"""An episode's sentences to the score that the page's script follows. Pure.

The script finds sentences and words in the text of the page by it; marked up or written out as JSON, they would be more
than the text. It is a row of numbers, each a character, or some where it is large. Positions and lengths are counted as
scripts do, in UTF-16 code units; times in hundredths of a second. For each sentence:

    start       since the start of the sentence before
    speaker     its place in the list of speakers
    gap         characters of the article's text between the sentence before and it
    length      characters; 0 if it is not in the article's text, but in an element of its own, which has its number
    count       of words that are timed
    then for each word, the time since the word before, or since the sentence's start, after
                nothing, if it is the next that looks like a word (see `WORD`)
                a `_SKIP` for each that looks like a word and has no time of its own
                an `_EXACT`, the characters between the word before and it, and its length
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from audiofy.publication.sentences import Heard, Sentence

# Printable ASCII without what JSON or HTML would escape: 88 digits, the last of them marks.
DIGITS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in "\"&'<>\\")
_BASE = len(DIGITS)
# Below it a number is one digit, which most times between words are; the digits from it on begin one of two.
_ONE = 72
_LONG, _EXACT, _SKIP = 85, 86, 87
_LARGEST = _BASE**3 - 1

# What looks like a word: the script has the same expression, and so it names its characters itself.
_EDGE = r"\s\ufeff.,;:!?…\"'“”‘’„‚«»‹›()\[\]{}–—-"
WORD = re.compile(rf"[^{_EDGE}](?:[^\s\ufeff]*[^{_EDGE}])?")


def score(said: Iterable[Sentence], gaps: Mapping[int, int], speakers: list[str]) -> str:
    """The score of `said`.

    Args:
        said: The sentences, in order.
        gaps: The number of each sentence that is in the article's text, and the gap before it.
        speakers: The names of those who speak; a sentence's own is among them.
    """
    pieces, begun = [], 0
    for one in said:
        start = max(begun, round(100 * one.start))
        shown = one.number in gaps
        words = list(_in_order(one.words)) if gaps else []
        pieces += [
            number(start - begun),
            number(speakers.index(one.speaker)),
            number(gaps.get(one.number, 0)),
            number(units(one.text) if shown else 0),
            number(len(words)),
            *_words(one.text, words, start),
        ]
        begun = start
    return "".join(pieces)


def number(value: int) -> str:
    """A number from 0 to 681,471; what is larger is that."""
    value = min(value, _LARGEST)
    high, low = divmod(value, _BASE)
    if value < _ONE:
        return DIGITS[value]
    if _ONE + high < _LONG:
        return DIGITS[_ONE + high] + DIGITS[low]
    higher, high = divmod(high, _BASE)
    return DIGITS[_LONG] + DIGITS[higher] + DIGITS[high] + DIGITS[low]


def _in_order(words: Iterable[Heard]) -> Iterator[Heard]:
    """Words after one another: the script looks on from each."""
    end = 0
    for word in words:
        if end <= word.start < word.end:
            yield word
            end = word.end


def _words(text: str, words: Iterable[Heard], time: int) -> Iterator[str]:
    place = 0
    for word in words:
        yield from _way(text, place, word)
        now = max(time, round(100 * word.time))
        yield number(now - time)
        time, place = now, word.end


def _way(text: str, place: int, word: Heard) -> Iterator[str]:
    """How the script comes from `place` to a word."""
    for skipped, found in enumerate(WORD.finditer(text, place)):
        if found.span() == (word.start, word.end):
            yield DIGITS[_SKIP] * skipped
            return
        if found.start() >= word.start:
            break
    yield DIGITS[_EXACT] + number(units(text[place : word.start])) + number(units(text[word.start : word.end]))


def units(text: str) -> int:
    """How many UTF-16 code units `text` has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
