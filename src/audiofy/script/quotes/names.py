"""Tokens to the runs of capitalised words that are names. Pure.

Where only names have capitals, a run is a name unless the capital is the sentence's. Where nouns have them too, a run
is a name if it has two words, or if no article stands before its one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    LINKING,
    NEGATION,
    OBJECT,
    OPINION,
    PARTICLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    ROLE,
    SAYING,
    SPEECH,
    SUBJECT,
    TIME,
    TITLE,
)
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.tokens import Tokens

# Words that are never a name, wherever they stand.
_NEVER = SUBJECT | OBJECT | POSSESSIVE | RELATIVE | DETERMINER | CONJUNCTION | AUXILIARY | NEGATION | TIME
# Words that are no name where a capital is the sentence's.
_COMMON = _NEVER | PREPOSITION | FUNCTION | ADVERB | SPEECH | REPORT | SAYING
_STARTERS = STOP | BREAK | QUOTE | COLON
_THING = ROLE | BODY
_NICKNAME = 20  # characters, with their marks


def name_runs(tokens: Tokens, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """The first and last token of each name, in order."""
    return _among_nouns(tokens, grammar) if grammar.nouns_capitalised else _capitalised(tokens, grammar)


def _capitalised(tokens: Tokens, grammar: Grammar) -> Iterator[tuple[int, int]]:
    flags, words = tokens.flags, tokens.words
    small = {word for word, bits in zip(words, flags, strict=True) if not bits & CAPITAL}
    end = -1
    for index in tokens.capitals:
        bits = flags[index]
        given = bits & TIME and _is_given(tokens, grammar, index)
        if index <= end or (bits & _NEVER and not (bits & TITLE or given)):
            continue
        starts = index == 0 or flags[index - 1] & _STARTERS
        if starts and not (bits & (TITLE | ADJECTIVE) or given):
            if bits & (_COMMON | _THING) and len(words[index]) > 1:
                continue
            following = flags[index + 1] if index + 1 < len(flags) else 0
            if words[index].lower() in small and not following & CAPITAL:
                continue
        end = _run_end(tokens, index)
        yield index, end


def _is_given(tokens: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a month is somebody's name: "June Lee", but not "in June Lee" or "June 3"."""
    flags = tokens.flags
    if tokens.words[index].lower() not in grammar.given or index + 1 == len(flags):
        return False
    named = flags[index + 1] & CAPITAL and not flags[index + 1] & _NEVER
    return bool(named and not (index and flags[index - 1] & (PREPOSITION | TIME)))


def _run_end(tokens: Tokens, index: int) -> int:
    flags = tokens.flags
    size = len(flags)
    last = index
    while not flags[last] & OWNER and last + 1 < size:
        following = flags[last + 1]
        if following & CAPITAL:
            if following & _NEVER and not following & TITLE:
                break
            last += 1
        elif following & PARTICLE and last + 2 < size and flags[last + 2] & CAPITAL and not flags[last + 2] & _NEVER:
            # "Department of Justice", "Maria de la Cruz": but "Smith of Ohio" is Smith.
            if following & LINKING and not flags[last] & (BODY | TITLE):
                break
            last += 2
        elif following & QUOTE and _is_nickname(tokens, last + 1):
            last += 2
        else:
            break
    return last


def _is_nickname(tokens: Tokens, index: int) -> bool:
    """Whether words in marks stand within a name: "Ann “Sparky” Lee"."""
    short = tokens.ends[index] - tokens.starts[index] <= _NICKNAME
    following = tokens.flags[index + 1] if short and index + 1 < len(tokens.flags) else 0
    return bool(following & CAPITAL and not following & _NEVER)


def _among_nouns(tokens: Tokens, grammar: Grammar) -> Iterator[tuple[int, int]]:
    flags, words = tokens.flags, tokens.words
    end = -1
    for index in tokens.capitals:
        bits = flags[index]
        if index <= end or bits & (_NEVER | OPINION):
            continue
        before = flags[index - 1] if index else STOP
        if before & _STARTERS and bits & _COMMON and not bits & _THING:
            continue
        end = _noun_run_end(tokens, index)
        lone = bits & (_THING | TITLE) or before & (DETERMINER | POSSESSIVE | NUMBER)
        if end > index or not (lone or words[index].endswith(grammar.abstract)):
            yield index, end


def _noun_run_end(tokens: Tokens, index: int) -> int:
    flags = tokens.flags
    size = len(flags)
    last = index
    while last + 1 < size and not flags[last + 1] & (_NEVER & ~DETERMINER):
        if flags[last + 1] & CAPITAL:
            last += 1
            continue
        # "Ursula von der Leyen", "Minister Karl von Rohr"; but "Sprecherin Anna Rau von der Partei" is Anna Rau.
        given = last == index + bool(flags[index] & (ROLE | TITLE)) and not flags[index] & BODY
        if not (flags[last + 1] & PARTICLE and given) or flags[last + 1] & ARTICLE:
            break
        past = last + 2
        while past < size and flags[past] & PARTICLE and not flags[past] & CAPITAL:
            past += 1
        if past >= size or not flags[past] & CAPITAL or flags[past] & _NEVER:
            break
        last = past
    return last
