"""Numbers to words of German, Ukrainian, French, Spanish and Polish. Pure. The only num2words.

num2words was taken because it has ordinals in all five languages and German years; unicode-rbnf, the other library
that was compared, has no Ukrainian ordinals and reads Polish decimals wrong. It is imported late: English needs none.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def cardinal(count: int, language: str) -> str:
    """A whole number in words."""
    return _words(count, language, "cardinal")


@lru_cache(maxsize=1024)
def ordinal(count: int, language: str) -> str:
    """An ordinal in words: masculine, nominative."""
    return _words(count, language, "ordinal")


@lru_cache(maxsize=1024)
def year(count: int, language: str) -> str:
    """A year in words, as a cardinal."""
    return _words(count, language, "year")


def _words(count: int, language: str, to: str) -> str:
    from num2words import num2words

    return " ".join(str(num2words(count, lang=language, to=to)).split())
