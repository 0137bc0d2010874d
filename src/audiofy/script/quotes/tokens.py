"""Text around quotations to words and their classes. Pure.

A quotation is one token, whatever stands in it: what somebody says tells nothing about who says it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import SUBJECT

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
_TOKEN = re.compile(r"\x01+|\x02+|[\n\r\u2028\u2029]+|[^\W_](?:\w|['’&.-](?=\w))*|[^\w\s]")
_PUNCTUATION = dict.fromkeys(".?!…", STOP) | dict.fromkeys(",;()[]–—―-", COMMA) | {":": COLON}


_ENDING = 5  # letters of an ending that names a role within a longer word


class Tokens:
    """The words of a text as parallel lists: `words`, `starts`, `ends` and `flags`.

    Lists and not objects: a long article has thousands, and most are looked at once. `quotes` are the places of the
    quotations, in the order of the spans, `capitals` those of words with a capital, `edges` those of sentence ends.
    """

    __slots__ = ("capitals", "edges", "ends", "flags", "quotes", "starts", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        self.quotes: list[int] = []
        self.capitals: list[int] = []
        self.edges: list[int] = []

    def append(self, word: str, start: int, bits: int) -> None:
        """Takes in the next word, of the classes `bits`."""
        if word[0].isupper():
            bits |= CAPITAL
            self.capitals.append(len(self.words))
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.flags.append(bits)


def tokenise(text: str, spans: Sequence[Span], grammar: Grammar) -> Tokens:
    """The tokens of `text`, each of `spans` as one."""
    tokens = Tokens()
    masked = _masked(text, spans)
    joined = bool(grammar.enclitics or grammar.proclitics)
    seen: dict[str, tuple[str, int]] = {}
    words, starts, ends, flags = tokens.words, tokens.starts, tokens.ends, tokens.flags
    for match in _TOKEN.finditer(masked):
        word = match.group()
        start, end = match.span()
        first = word[0]
        if first.isalpha():
            if joined and not word.isalpha():
                for part, place in _apart(word, grammar):
                    tokens.append(part, start + place, grammar.words.get(part.lower(), 0))
                continue
            classed = seen.get(word)
            if classed is None:
                classed = seen[word] = _classed(word, grammar)
            word, bits = classed
            if bits & CAPITAL:
                tokens.capitals.append(len(words))
        elif first == "." and _abbreviates(tokens, start, grammar):
            ends[-1] = end
            continue
        else:
            bits = _other(first, masked, end)
            if bits & QUOTE:
                tokens.quotes.append(len(words))
            elif bits & (STOP | BREAK):
                tokens.edges.append(len(words))
        words.append(word)
        starts.append(start)
        ends.append(end)
        flags.append(bits)
    return tokens


def _classed(word: str, grammar: Grammar) -> tuple[str, int]:
    """A word without its 's, and its classes."""
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
        if known is None and grammar.endings:
            bits |= _compound(lower, grammar.endings)
    return word, bits


def _abbreviates(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether the full stop there belongs to the word before it, an initial or a title, and ends no sentence."""
    if not tokens.flags or tokens.ends[-1] != at or not tokens.flags[-1] & CAPITAL:
        return False
    word = tokens.words[-1]
    return (len(word) == 1 and not tokens.flags[-1] & SUBJECT) or word.lower() in grammar.abbreviations


def _other(first: str, masked: str, end: int) -> int:
    """The classes of a token that is no word."""
    if first in _MASKS:
        return QUOTE
    if first.isdigit():
        return NUMBER
    if first in "\n\r\u2028\u2029":
        return BREAK
    bits = _PUNCTUATION.get(first, 0)
    return 0 if bits & STOP and _goes_on(masked, end) else bits


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
            return [(plain[: len(head)], 0), (plain[len(head) :], len(head))]
    if plain.lower() in grammar.words:
        return [(plain, 0)]
    for tail in grammar.enclitics:
        if plain.endswith(tail) and len(word) > len(tail):
            cut = len(word) - len(tail)
            pronoun = tail.rpartition("-")[2]
            return [(plain[:cut], 0), (pronoun, len(word) - len(pronoun))]
    return [(plain, 0)]
