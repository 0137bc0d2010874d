"""The words beside a name to what they tell of whom it names: that it speaks, what it is, its age and gender. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.languages.grammar import (
    ADVERB,
    AMBIGUOUS,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORT,
    ROLE,
    SPEECH,
)
from audiofy.script.quotes.printed import gender_of
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COMMA, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.person import Person
    from audiofy.script.quotes.tokens import Tokens

_CLOSES = STOP | BREAK | COMMA | PREPOSITION | AUXILIARY | CONJUNCTION | SPEECH
_APPOSED = ARTICLE | POSSESSIVE
_BOUND = STOP | BREAK | QUOTE | COMMA | PREPOSITION | RELATIVE | CONJUNCTION | OWNER
_LONGEST = 7  # tokens of an apposition that are looked at
_OLDEST = 3  # digits of an age


def learn_beside(person: Person, tokens: Tokens, grammar: Grammar, first: int, last: int) -> None:
    """Takes in what stands beside a name of the person: "the Rhine", "the mayor Ann Lee", "Lee, 34, denied"."""
    flags = tokens.flags
    size = len(flags)
    before = flags[first - 1] if first else 0
    following = flags[last + 1] if last + 1 < size else 0
    second = flags[last + 2] if last + 2 < size else 0
    if flags[last] & OWNER:
        return
    if before & ROLE and not before & BODY:
        _is_called(person, tokens, grammar, first - 1)
        person.human = True
    if following & COMMA:
        if before & COMMA and first > 1 and not flags[first - 2] & CAPITAL:
            _learn_before(person, tokens, grammar, first - 2)
        if not before & (PREPOSITION | OWNER):
            _learn_behind(person, tokens, grammar, last + 2)
    if following & ADVERB:
        following = second
    speaks = following & SPEECH and not following & AMBIGUOUS
    if speaks or (before & SPEECH and first > 1 and flags[first - 2] & (QUOTE | COMMA)):
        person.human = True


def stands_for_a_thing(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a name without titles has an article and ends its phrase: "the Rhine"."""
    following = tokens.flags[last + 1] if last + 1 < len(tokens.flags) else 0
    return bool(first and tokens.flags[first - 1] & ARTICLE and following & _CLOSES)


def _learn_behind(person: Person, tokens: Tokens, grammar: Grammar, start: int) -> None:
    """What stands behind a name and a comma: "Lee, 34, …", "Lee, a baker from Ohio, …", "Lee, who …"."""
    flags = tokens.flags
    bits = flags[start] if start < len(flags) else 0
    if bits & RELATIVE:
        person.human = True
    elif bits & NUMBER and len(tokens.words[start]) < _OLDEST and start + 1 < len(flags):
        if flags[start + 1] & (COMMA | STOP):
            person.age = tokens.words[start]
            person.human = True
    elif bits & _APPOSED:
        person.human = True
        end = min(start + _LONGEST, len(flags))
        at = next((index for index in range(start + 1, end) if flags[index] & _BOUND), start)
        if at - 1 > start and not flags[at - 1] & (SPEECH | REPORT | AUXILIARY):
            _is_called(person, tokens, grammar, at - 1)


def _learn_before(person: Person, tokens: Tokens, grammar: Grammar, end: int) -> None:
    """What stands before a comma and a name between commas: "the mayor, Lee, …", "his daughter, Karen, …"."""
    flags = tokens.flags
    role = -1
    for index in range(end, max(-1, end - _LONGEST), -1):
        if flags[index] & ROLE and not flags[index] & BODY:
            role = index
        if flags[index] & (_APPOSED | DETERMINER | OWNER):
            if role >= 0:
                _is_called(person, tokens, grammar, role)
                person.human = person.human or bool(gender_of(tokens.words[role].lower(), grammar))
            return
        if flags[index] & (STOP | BREAK | QUOTE | COMMA):
            return


def _is_called(person: Person, tokens: Tokens, grammar: Grammar, index: int) -> None:
    word = tokens.words[index].lower()
    if word[0].isdigit():
        person.age = word.partition("-")[0]
        return
    person.titles.add(grammar.titles.get(word, word))
    gender = gender_of(word, grammar) if tokens.flags[index] & ROLE else ""
    if gender and not person.gender:
        person.gender, person.evidence = gender, tokens.words[index]
