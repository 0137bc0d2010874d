"""Numbers to English words. Pure.

Where usage differs the news agencies' way is taken: "twenty twenty five", "nineteen oh five", "two thousand eight".
British English says "and" after hundreds.
"""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def british(language: str) -> bool:
    """Whether a tag of English follows British use: every one but that of the United States and its neighbours."""
    return language.partition("-")[2].upper() not in {"", "US", "CA", "PH", "PR"}


def cardinal(number: int, *, with_and: bool = False) -> str:
    """A whole number of at most 15 digits in words: "one hundred (and) five"."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_SMALL[ones]}" if ones else "")
    size, name = next(scale for scale in _SCALES if number >= scale[0])
    many, rest = divmod(number, size)
    words = f"{cardinal(many, with_and=with_and)} {name}"
    if not rest:
        return words
    joint = " and " if with_and and rest < 100 else " "
    return words + joint + cardinal(rest, with_and=with_and)


def digits(printed: str, zero: str = "zero") -> str:
    """Digits one by one; other characters are passed over."""
    return " ".join(_SMALL[int(digit)] if int(digit) else zero for digit in printed if digit.isdecimal())


def number(printed: str, *, with_and: bool = False) -> str:
    """A number as it is printed, with commas and a decimal point ("1,250.5"), in words."""
    whole, point, places = printed.replace(",", "").partition(".")
    words = ""
    if whole:
        words = digits(whole) if len(whole) > 15 else cardinal(int(whole), with_and=with_and)
    if point and places:
        words += f" point {digits(places)}"
    return words.strip()


def ordinal_of(words: str) -> str:
    """The ordinal of a number in words: "twenty first" of "twenty one"."""
    head, _, last = words.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("y"):
        last = f"{last[:-1]}ieth"
    else:
        last += "th"
    return f"{head} {last}".strip()


def ordinal(count: int, *, with_and: bool = False) -> str:
    """Such as "forty second" of 42."""
    return ordinal_of(cardinal(count, with_and=with_and))


def plural_of(words: str) -> str:
    """The plural of a number in words: "nineteen nineties", "twenty sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return words + ("es" if words.endswith("x") else "s")


def pairs(count: int) -> str:
    """Three or four digits in pairs, as years, flights and house numbers are said: "seventeen oh one", "four fifty"."""
    high, low = divmod(count, 100)
    if not high:
        return cardinal(low)
    if not low:
        return f"{cardinal(high)} hundred"
    return f"{cardinal(high)} {'oh ' if low < 10 else ''}{cardinal(low)}"


def year(count: int, *, with_and: bool = False) -> str:
    """A year: "nineteen oh five", "two thousand (and) eight", "twenty twenty five", "ten sixty six"."""
    if 2000 <= count < 2010 or not 100 <= count < 10000 or count % 1000 == 0:
        return cardinal(count, with_and=with_and)
    return pairs(count)


def decade(count: int) -> str:
    """Such as "nineteen nineties" of 1990, "two thousands" of 2000, "nineteen hundreds" of 1900, "eighties" of 80."""
    return plural_of(year(count))
