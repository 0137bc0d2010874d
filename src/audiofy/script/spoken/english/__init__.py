"""English print to English words: the families of rules in their order. Pure."""

from __future__ import annotations

from audiofy.script.spoken import cleanup
from audiofy.script.spoken.english import (
    abbreviations,
    acronyms,
    compass,
    dates,
    degrees,
    designations,
    figures,
    firms,
    fractions,
    heteronyms,
    initials,
    lengths,
    marks,
    money,
    percent,
    phones,
    places,
    references,
    roman,
    scores,
    streets,
    times,
    titles,
    units,
    years,
)
from audiofy.script.spoken.grammar import Grammar, merged

GRAMMAR = Grammar(
    words=merged(
        cleanup.WORDS,
        compass.WORDS,
        places.WORDS,
        streets.WORDS,
        titles.WORDS,
        dates.WORDS,
        money.WORDS,
        references.WORDS,
        firms.WORDS,
        abbreviations.WORDS,
        roman.WORDS,
        heteronyms.WORDS,
        acronyms.WORDS,
        initials.WORDS,
        scores.WORDS,
        units.WORDS,
        marks.WORDS,
    ),
    signs=merged(
        marks.SIGNS, abbreviations.SIGNS, cleanup.SIGNS, money.SIGNS, phones.SIGNS, fractions.SIGNS, designations.SIGNS
    ),
    digits=(
        *phones.DIGITS,
        *figures.DIGITS,
        *dates.DIGITS,
        *times.DIGITS,
        *money.DIGITS,
        *percent.DIGITS,
        *degrees.DIGITS,
        *lengths.DIGITS,
        *units.DIGITS,
        *fractions.DIGITS,
        *years.DIGITS,
        *designations.DIGITS,
        *marks.DIGITS,
        *scores.DIGITS,
    ),
    glued=(*figures.GLUED, *times.GLUED, *years.GLUED, *designations.GLUED),
    capitals=acronyms.CAPITALS,
    strange=cleanup.STRANGE,
    group=",",
)
