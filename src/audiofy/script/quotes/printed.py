"""The tokens of a name to the name without its titles, and what those state. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import ADJECTIVE, BODY, EPITHET, LINKING, PLACE, ROLE, TITLE
from audiofy.script.quotes.tokens import QUOTE

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.tokens import Tokens

_SHORTEST = 4  # letters of a role at a compound's end: "-frau", but not "er" in "der"
_SUFFIXES = frozenset("jr sr ii iii iv qc kc mp mbe obe cbe phd md esq".split())


class Printed(NamedTuple):
    """A name in tokens `first` to `last`: its words without titles, and the last title in lower case ("" without).

    `stated` is the gender that a title states, by the words of `evidence`; `gender` is that or its given name's.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    titled: str
    stated: str
    evidence: str
    gender: str


def printed(tokens: Tokens, grammar: Grammar, first: int, last: int) -> Printed | None:
    """The name that a run of capitalised words is; None for a title alone."""
    flags, words = tokens.flags, tokens.words
    titles = TITLE | ROLE | BODY if grammar.nouns_capitalised else TITLE | ROLE
    if first == last and not flags[first] & (titles | ADJECTIVE):  # most names are one plain word
        return Printed(first, last, (_written(tokens, first),), "", "", "", "")
    core, gender, titled, evidence = first, "", "", ""
    for index in range(first, last + 1):
        if flags[index] & titles and not (index == last and index > core):
            core = index + 1
            word = words[index].lower()
            titled = grammar.titles.get(word, word)
            evidence = _written(tokens, index)
            gender = gender_of(word, grammar) or gender
        elif (
            grammar.nouns_capitalised
            and index > core
            and words[index].lower() in grammar.given
            and words[core].lower() not in grammar.given  # "Anna Maria Rau" has two
        ):
            # "Bäckerin Anna Rau": what stands before a given name is what somebody is.
            core, titled = index, words[index - 1].lower()
        elif (
            index == core
            and words[index].lower() not in grammar.given  # "Councilman Bill Grey" speaks for no bill
            and not (flags[index] & (EPITHET | PLACE) and index + 1 == last)  # "Northern Water" is no Mr. Water
            and not (flags[index] & ADJECTIVE and index + 1 == last and flags[last] & BODY)  # "White House" is one
            and (flags[index] & ADJECTIVE or (titled and flags[index] & (LINKING | BODY)))
        ):
            core = index + 1
    if core > last:
        return None
    written = [_written(tokens, index) for index in range(core, last + 1) if not flags[index] & QUOTE]
    parts = tuple(word for word in written if word.lower().rstrip(".") not in _SUFFIXES) or (words[core],)
    given = grammar.given.get(parts[0].lower(), "") if len(parts) > 1 else ""
    return Printed(first, last, parts, titled, gender, f"{evidence} {parts[-1]}", gender or given)


def gender_of(word: str, grammar: Grammar) -> str:
    """The gender that a title, role or kinship word states, also as the end of a compound."""
    gender = grammar.genders.get(word, "")
    if gender or not grammar.nouns_capitalised:
        return gender
    ends = (grammar.genders.get(word[start:]) for start in range(1, len(word) - _SHORTEST + 1))
    return next((found for found in ends if found), "")


def _written(tokens: Tokens, index: int) -> str:
    """A word as it is printed: an initial or a title with its full stop."""
    word = tokens.words[index]
    return word + "." if tokens.ends[index] - tokens.starts[index] == len(word) + 1 else word
