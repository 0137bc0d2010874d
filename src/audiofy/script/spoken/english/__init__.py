"""English print to English words: the families of rules in their order. Pure."""

from __future__ import annotations

from audiofy.script.spoken.english import abbreviations, dates, money, percent, times, titles, years
from audiofy.script.spoken.grammar import Grammar, merged

GRAMMAR = Grammar(
    words=merged(titles.WORDS, dates.WORDS, money.WORDS, abbreviations.WORDS),
    signs=merged(money.SIGNS),
    digits=(*dates.DIGITS, *times.DIGITS, *money.DIGITS, *percent.DIGITS, *years.DIGITS),
    glued=(*years.GLUED,),
    group=",",
)
