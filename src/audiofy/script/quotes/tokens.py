"""Text around quotations to words and their classes. Pure.

A quotation is one token, whatever stands in it: what somebody says tells nothing about who says it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import EPITHET, ROLE, SUBJECT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.marks import Span

# What a token is, beside the classes of its word (which take the bits below).
QUOTE = 1 << 24
BREAK = 1 << 25
CAPITAL = 1 << 26
OWNER = 1 << 27  # ends in 's
STOP = 1 << 28  # . ? ! and the like
COMMA = 1 << 29  # , ; ( ) – —
COLON = 1 << 30
NUMBER = 1 << 31

_MASKS = ("\x01", "\x02")
_TOKEN = re.compile(r"([^\s_](?:(?<=\w)\w*+(?:['’&.-]\w++)*+|(?<=\x01)\x01*|(?<=\x02)\x02*|)|[\n\r\u2028\u2029]+)")
_PUNCTUATION = dict.fromkeys(".?!…", STOP) | dict.fromkeys(",;()[]–—―-", COMMA) | {":": COLON}


_LISTED = CAPITAL | QUOTE | STOP | BREAK
_SETTLED = OWNER | STOP
_PLACE = 3  # letters of a place in a dateline at least
_DATELINE = 14  # tokens that a dateline has at most
_MOST_KEPT = 50_000  # words
_LONGEST_KEPT = 40  # letters of them
_ENDING = 5  # letters of an ending that names a role within a longer word


class Tokens:
    """The words of a text as parallel lists: `words`, `starts`, `ends` and `flags`.

    Lists and not objects: a long article has thousands, and most are looked at once. `quotes` are the places of the
    quotations, in the order of the spans, `capitals` those of words with a capital, `edges` those of sentence ends.
    """

    __slots__ = ("capitals", "edges", "ends", "flags", "quotes", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends
        self.flags: list[int] = []
        self.quotes: list[int] = []
        self.capitals: list[int] = []
        self.edges: list[int] = []


def tokenise(text: str, spans: Sequence[Span], grammar: Grammar) -> Tokens:
    """The tokens of `text`, each of `spans` as one.

    Words and gaps come of one split, their places of adding up lengths, their classes of a table: no step for each
    token but where its neighbours matter. It is most of the time that an article takes.
    """
    masked = _masked(text, spans)
    parts = _TOKEN.split(masked)
    places = list(accumulate(map(len, parts)))
    tokens = Tokens(parts[1::2], places[:-1:2], places[1::2])
    if grammar.enclitics or grammar.proclitics:
        _divide(tokens, grammar)
    tokens.flags = list(map(_classes_in(grammar).__getitem__, tokens.words))
    _settle(tokens, masked, grammar)
    _end_datelines(tokens)
    flags = tokens.flags
    for index in [index for index, bits in enumerate(flags) if bits & _LISTED]:
        if flags[index] & CAPITAL:
            tokens.capitals.append(index)
        elif flags[index] & QUOTE:
            tokens.quotes.append(index)
        else:
            tokens.edges.append(index)
    return tokens


def _divide(tokens: Tokens, grammar: Grammar) -> None:
    """Takes apart the words that are written in one, where there are any."""
    whole = {word for word in set(tokens.words) if word[0].isalpha() and not word.isalpha()}
    apart = {word: parts for word in whole if (parts := _apart(word, grammar)) != [(word, 0)]}
    if not apart:
        return
    rows = zip(tokens.words, tokens.starts, tokens.ends, strict=True)
    divided = [
        (part, start + place, start + place + len(part) if word in apart else end)
        for word, start, end in rows
        for part, place in apart.get(word, ((word, 0),))
    ]
    tokens.words, tokens.starts, tokens.ends = map(list, zip(*divided, strict=True))


def _settle(tokens: Tokens, masked: str, grammar: Grammar) -> None:
    """Takes 's off its words, and full stops that end no sentence into the words before them."""
    words, starts, ends, flags = tokens.words, tokens.starts, tokens.ends, tokens.flags
    dropped: list[int] = []
    for index in [index for index, bits in enumerate(flags) if bits & _SETTLED]:
        if flags[index] & OWNER:
            words[index] = words[index][:-2]
        elif index and words[index] == "." and _abbreviates(tokens, index, grammar):
            ends[index - 1] = ends[index]
            dropped.append(index)
        elif _goes_on(masked, ends[index]):
            flags[index] = 0
    if dropped:
        kept = bytearray(b"\1") * len(words)
        for index in dropped:
            kept[index] = 0
        tokens.words, tokens.starts = list(compress(words, kept)), list(compress(starts, kept))
        tokens.ends, tokens.flags = list(compress(ends, kept)), list(compress(flags, kept))


def _end_datelines(tokens: Tokens) -> None:
    """Makes the dash behind a place in capitals the end of a sentence: "NAIROBI, Kenya (AP) — Smith said"."""
    words, flags = tokens.words, tokens.flags
    starts = [0, *(index + 1 for index, bits in enumerate(flags) if bits & BREAK)]
    for start in starts:
        if start >= len(words) or not words[start].isupper() or len(words[start]) < _PLACE:
            continue
        for index in range(start + 1, min(start + _DATELINE, len(words))):
            if words[index] in "—–-":
                if index + 1 < len(words) and flags[index + 1] & (CAPITAL | QUOTE):
                    flags[index] = STOP
                break
            if not flags[index] & (CAPITAL | COMMA | NUMBER | STOP):
                break


class _Classes(dict[str, int]):
    """The classes of the words of a language that articles had so far; emptied when they are too many to keep."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self.grammar = grammar

    def __missing__(self, word: str) -> int:
        bits = _classed(word, self.grammar)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = bits
        return bits


@cache
def _classes_in(grammar: Grammar) -> _Classes:
    return _Classes(grammar)


def _classed(word: str, grammar: Grammar) -> int:
    """The classes of a token."""
    if word.isalpha() and word.islower():
        return grammar.words.get(word, 0)
    if not word[0].isalpha():
        return ROLE | EPITHET if word[0].isdigit() and word.lower().endswith(grammar.aged) else _other(word[0])
    bits = 0
    if word[-1] == "s" and word[-2:-1] in {"'", "’"} and grammar.genitive:
        bits = OWNER
        word = word[:-2]
    lower = word.lower()
    known = grammar.words.get(lower)
    if known is not None:
        bits |= known
    if lower[0] != word[0]:
        bits |= CAPITAL
        if known is None and grammar.endings and (grammar.nouns_capitalised or "-" in lower):
            bits |= _compound(lower, grammar.endings)
    return bits


def _other(first: str) -> int:
    """The classes of a token that is no word and begins so."""
    if first in _MASKS:
        return QUOTE
    if first.isdigit():
        return NUMBER
    if first in "\n\r\u2028\u2029":
        return BREAK
    return _PUNCTUATION.get(first, 0)


def _abbreviates(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether the full stop there belongs to the word before it, an initial or a title, and ends no sentence."""
    before = tokens.flags[index - 1]
    if tokens.ends[index - 1] != tokens.starts[index] or not before & CAPITAL:
        return False
    word = tokens.words[index - 1]
    return (len(word) == 1 and not before & SUBJECT) or word.lower() in grammar.abbreviations


def _goes_on(text: str, at: int) -> bool:
    """Whether a sentence goes on behind a full stop that ends at the place: ", " or a small letter follows."""
    following = text[at : at + 2]
    return following[:1] == "," or (following[:1] == " " and following[1:].islower())


def _masked(text: str, spans: Sequence[Span]) -> str:
    """The text with each quotation blotted out; neighbours in different ink, so that they stay two."""
    for mask in _MASKS:
        text = text.replace(mask, " ")
    parts: list[str] = []
    at = 0
    for place, span in enumerate(spans):
        parts += (text[at : span.start], _MASKS[place % 2] * (span.end - span.start))
        at = span.end
    parts.append(text[at:])
    return "".join(parts)


def _compound(word: str, endings: Mapping[str, int]) -> int:
    """The classes of a compound by its longest known ending; a short ending counts only behind a hyphen."""
    for start in range(len(word)):
        bits = endings.get(word[start:])
        if bits is not None and (not start or word[start - 1] == "-" or len(word) - start >= _ENDING):
            return bits
    return 0


def _apart(word: str, grammar: Grammar) -> list[tuple[str, int]]:
    """The words that are written in one, and where each begins: "d’", "après"; "dit", "elle"."""
    plain = word.replace("’", "'")
    for head in grammar.proclitics:
        if plain.lower().startswith(head) and len(word) > len(head):
            rest = _apart(plain[len(head) :], grammar)  # "s'exclame-t-il"
            return [(plain[: len(head)], 0), *((part, at + len(head)) for part, at in rest)]
    if plain.lower() in grammar.words:
        return [(plain, 0)]
    for tail in grammar.enclitics:
        if plain.endswith(tail) and len(word) > len(tail):
            cut = len(word) - len(tail)
            pronoun = tail.rpartition("-")[2]
            return [(plain[:cut], 0), (pronoun, len(word) - len(pronoun))]
    return [(plain, 0)]
