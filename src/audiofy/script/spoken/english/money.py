"""Amounts of money to English words. Pure.

Symbols and ISO 4217 codes before or behind the number, magnitudes in letters or words, ranges, "a year" and "/wk".
Before a noun the unit stands in the singular: "a five billion dollar plan".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.currencies import BEHIND, CODES, DEALS, LETTERS, PERIODS, PREFIXES, SYMBOLS, Currency
from audiofy.script.spoken.english.wording import (
    DASH,
    MAGNITUDE,
    NUMBER,
    SPAN,
    has_determiner,
    is_one,
    magnitude,
    measures_a_thing,
    say,
)
from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from audiofy.script.spoken.grammar import Scene

_AMOUNT = re.compile(rf"\s?(?P<minus>{DASH})?(?P<low>{NUMBER}|\.\d{{1,4}}(?!\d))(?P<size>{MAGNITUDE})?")
_CONTINENTAL = re.compile(r"\s?(?P<low>\d{1,3}(?:\.\d{3}){0,3},\d{2})(?!\d|,\d)")
_HIGHER = re.compile(
    rf"(?P<joint>{SPAN}|\s(?:to|and|or)\s)(?P<sign>[A-Z]{{0,3}}[{re.escape(''.join(SYMBOLS))}])?\s?"
    rf"(?P<high>{NUMBER})(?P<size>{MAGNITUDE})?"
)
_PREFIX = re.compile(r"(?<![^\W_])[A-Za-z]{1,4}$|(?<![^\W_])U\.S\.$")
_GLUED = frozenset("USD EUR GBP JPY CHF AUD CAD CNY RMB INR NZD HKD SGD UAH PLN SEK NOK DKK ZAR".split())
_NEGATIVE = re.compile(rf"(?:^|[\s(]){DASH}$")
_PER = re.compile(
    rf"(?:\s?/\s?|\sp/)(?P<per>{'|'.join(sorted(PERIODS, key=len, reverse=True))})(?![^\W_])", re.IGNORECASE
)
_MORE = re.compile(r"\+|-plus\b")
_UNIT_TOO = re.compile(r"\s(?P<unit>[^\W\d_]{3,9})(?![^\W_]|-)")  # "$5 million dollars" says it twice
_THING = re.compile(r"\s[^\W\d_]")
_EACH = re.compile(r"-(?P<article>an?|per|each)-(?P<each>[^\W\d_]{2,12})(?![^\W_])")
_BEHIND = re.compile(rf"\s?(?P<code>{'|'.join(map(re.escape, BEHIND))}|[A-Z]{{3}})(?![^\W_])")
_CENTS = re.compile(r"(?P<low>\d{1,2}+(?:\.\d{1,2}+)?+|\d{3}\.\d{1,2}+|\d{3}(?=p))\s?(?P<sign>[¢]|[pc](?![^\W_]))")
_SHARED = 3  # figures that a magnitude behind the next number may be meant for, too
_SCREENS = frozenset({"144", "240", "360", "480", "576", "720"})  # lines of a video, such as 720p


_ROUND = re.compile(
    r"\s?(?P<low>10|100|1,?000|10,?000|100,?000)s(?:\sof\s(?P<size>thousands|millions|billions))?(?![^\W_])"
)
_MANY = {
    "10": "tens",
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
}


def _round(scene: Scene, start: int, end: int, currency: Currency) -> Reading | None:
    """Such as "£1,000s" and "$100s of millions"."""
    found = _ROUND.match(scene.text, end)
    if found is None:
        return None
    size = f" of {found['size']}" if found["size"] else ""
    return Reading(start, found.end(), f"{_MANY[found['low'].replace(',', '')]}{size} of {currency.many}")


def sign(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "$5.7 billion", "US$40m", "-£3"."""
    currency = SYMBOLS[scene.text[start]]
    amount = _AMOUNT.match(scene.text, end)
    many = _round(scene, start, end, currency)
    if amount is None or many is not None:
        return many or _with_comma(scene, start, end, currency)
    prefix = _PREFIX.search(scene.before(start, 5))
    if prefix is not None:
        known = PREFIXES.get(prefix[0].lower() + scene.text[start])
        if known is None:
            return None
        currency, start = known, start - len(prefix[0])
    return _said(scene, start, amount, currency)


def _with_comma(scene: Scene, start: int, end: int, currency: Currency) -> Reading | None:
    """Such as "€5,50" and "€1.234,56", with the comma of the continent."""
    found = _CONTINENTAL.match(scene.text, end)
    if found is None:
        return None
    printed = found["low"].replace(".", "").replace(",", ".")
    return Reading(
        start, found.end(), _units(scene, printed, currency, plain=measures_a_thing(scene, start, found.end()))
    )


def code(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "USD 40 million", "Rs 500 crore", "R300m"."""
    printed = scene.text[start:end]
    if scene.text.startswith(".", end) and f"{printed}." in LETTERS:
        end += 1
    currency = CODES.get(printed) or LETTERS.get(printed)
    amount = _AMOUNT.match(scene.text, end)
    if currency is None or amount is None or scene.shouts(start, end) or scene.text[end : end + 1] in "-–":
        return None  # "SR-520" is a road
    if printed in CODES and printed not in _GLUED and not amount[0].startswith(" "):
        return None  # "COP28" is a conference
    if printed == "SR" and amount[0].startswith(" ") and not (amount["size"] or "," in amount["low"]):
        return None  # "SR 520" is a road too
    if len(printed) == 1 and (amount[0].startswith(" ") or not (amount["size"] or "," in amount["low"])):
        return None  # "R 5" and "N95" are no money; "R300m", "N5 billion" and "P50,000" are
    return _said(scene, start, amount, currency)


def counted(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "40 million USD", "500€", "50p", "30c"."""
    del end
    amount = _AMOUNT.match(scene.text, start)
    if amount is None:
        return None
    behind = _BEHIND.match(scene.text, amount.end())
    if behind is not None:
        currency = BEHIND.get(behind["code"]) or CODES.get(behind["code"])
        if currency is not None:
            said = _worded(scene, amount, currency, plain=False)
            return Reading(start, behind.end(), said)
    return _cents(scene, start)


def _cents(scene: Scene, start: int) -> Reading | None:
    found = _CENTS.match(scene.text, start)
    if found is None or scene.text.startswith(" ", found.end() - 2) or found["low"] in _SCREENS:
        return None
    small = "penny pence".split() if found["sign"] == "p" else "cent cents".split()
    one = is_one(found["low"]) or measures_a_thing(scene, start, found.end())
    word = small[1] if found["sign"] == "p" and found["low"] != "1" else small[not one]
    per = _PER.match(scene.text, found.end())
    each = f" per {PERIODS[per['per'].lower()]}" if per is not None else ""
    end = per.end() if per is not None else found.end()
    return Reading(start, end, f"{say(scene, found['low'])} {word}{each}")


def _said(scene: Scene, start: int, amount: re.Match[str], currency: Currency) -> Reading:
    """The reading of an amount with what belongs to it: a minus, the upper end of a range, "a year"."""
    lead = ""
    if amount["minus"]:
        lead = "minus "
    elif _NEGATIVE.search(scene.before(start, 2)):
        lead, start = "minus ", start - 1
    end, low = amount.end(), ""
    higher = _HIGHER.match(scene.text, end)
    last = amount
    if higher is not None and _is_range(amount, higher):
        low = _low(scene, amount, higher, currency)
        last, end = higher, higher.end()
    per = _PER.match(scene.text, end) or _EACH.match(scene.text, end)
    each = ""
    if per is not None:
        end = per.end()
        named = per.groupdict()
        each = f" per {PERIODS[named['per'].lower()]}" if "per" in named else f" {named['article']} {named['each']}"
    plain = measures_a_thing(scene, start, end, DEALS)
    printed = _UNIT_TOO.match(scene.text, end)
    if printed is not None and printed["unit"].lower() in {currency.one.split()[-1], currency.many.split()[-1]}:
        plain, end = printed["unit"].lower() != currency.many.split()[-1], printed.end()
    more = _MORE.match(scene.text, end)
    if more is not None:
        plain, each, end = has_determiner(scene, start), f"{each} plus", more.end()
    elif per is not None and "each" in per.groupdict():
        plain = _THING.match(scene.text, end) is not None and plain | has_determiner(scene, start)
    return Reading(start, end, f"{lead}{low}{_worded(scene, last, currency, plain=plain)}{each}")


def _is_range(amount: re.Match[str], higher: re.Match[str]) -> bool:
    """Whether the number behind an amount is the upper end of a range, and not another amount or a count."""
    joint = higher["joint"].strip()
    if joint == "to":
        # "from $5 to $10" is two amounts; "$5 to $10 million" and "$5 to 10 million" are a range of millions.
        return not amount["size"] and bool(higher["size"])
    if joint in {"and", "or"}:
        # "between $5 and $6 million" are millions both; "between $500,000 and $1 million" are two amounts.
        return bool(higher["sign"] and higher["size"]) and not amount["size"] and len(amount["low"]) <= _SHARED
    return True


def _low(scene: Scene, amount: re.Match[str], higher: re.Match[str], currency: Currency) -> str:
    printed = amount["low"]
    if "." in printed and not (amount["size"] or higher["size"]) and currency.small:
        return f"{_units(scene, printed, currency, plain=False)} to "
    words = say(scene, printed)
    if amount["size"] and amount["size"].strip() != (higher["size"] or "").strip():
        words += f" {magnitude(amount['size'])}"
    joint = higher["joint"].strip()
    return f"{words} {joint if joint in {'and', 'or'} else 'to'} "


def _worded(scene: Scene, amount: re.Match[str], currency: Currency, *, plain: bool) -> str:
    """Number, magnitude and unit: `plain` before a noun, where the unit has no plural."""
    groups = amount.groupdict()
    printed = groups.get("high") or groups["low"]
    if amount["size"]:
        return f"{say(scene, printed)} {magnitude(amount['size'])} {currency.one if plain else currency.many}"
    return _units(scene, printed, currency, plain=plain)


def _units(scene: Scene, printed: str, currency: Currency, *, plain: bool) -> str:
    """An amount without a magnitude, in units and hundredths of them."""
    whole, point, places = printed.partition(".")
    cents = places[:2].ljust(2, "0")
    if not point or not currency.small or places[2:].strip("0"):
        unit = currency.one if plain or is_one(printed) else currency.many
        return f"{say(scene, printed)} {unit}"
    count = int(cents)
    small = f"{say(scene, str(count))} {currency.small if count == 1 or plain else currency.smalls}"
    if not whole.strip("0,"):
        return small if count else f"zero {currency.many}"
    units = f"{say(scene, whole)} {currency.one if plain or whole == '1' else currency.many}"
    return f"{units} and {small}" if count else units


SIGNS = dict.fromkeys(SYMBOLS, (sign,))
WORDS = {name.rstrip(".").lower(): (code,) for name in (*CODES, *LETTERS)}
DIGITS = (counted,)
