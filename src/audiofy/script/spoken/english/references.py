"""Abbreviations to English words, that what stands around them shows: "pp. 12-15", "Roe v. Wade", "c. 1850". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading, merged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

# abbreviation: what stands behind, what stands before, what is said. Empty before is always so.
_CONTEXT = {
    "v": (re.compile(r"\.?(?=\s(?:[A-Z]|the\s))"), re.compile(r"[A-Z][\w’'.-]*\s$"), "versus"),
    "al": (re.compile(r"\."), re.compile(r"\bet\s$"), "al"),
    "rt": (re.compile(r"\.?\sHon\b\.?"), re.compile(""), "Right Honourable"),
    "est": (
        re.compile(r"\.?(?=\s(?!1[5-9]\d\d\b|20\d\d\b)[\d$£€])"),
        re.compile(r"(?:[(,;]|\b(?:of|an|some))\s?$|^$"),
        "estimated",
    ),
    "ca": (re.compile(r"\.(?=\s\d)"), re.compile(""), "circa"),
    "c": (re.compile(r"\.?(?=\s?\d{3,4}\b)"), re.compile(r"[(,;\s]$"), "circa"),
    "fig": (re.compile(r"\.(?=\s\d)"), re.compile(""), "figure"),
    "figs": (re.compile(r"\.(?=\s\d)"), re.compile(""), "figures"),
    "vol": (re.compile(r"\.(?=\s[\dIVX])"), re.compile(""), "volume"),
    "ch": (re.compile(r"\.(?=\s[\dIVX])"), re.compile(""), "chapter"),
    "art": (re.compile(r"\.(?=\s\d)"), re.compile(""), "article"),
    "sec": (re.compile(r"\.(?=\s\d)"), re.compile(""), "section"),
    "pp": (re.compile(r"\.?(?=\s?\d)"), re.compile(""), "pages"),
    "p": (re.compile(r"\.(?=\s?\d)"), re.compile(""), "page"),
    "pg": (re.compile(r"\.?(?=\s?\d)"), re.compile(""), "page"),
    "ref": (re.compile(r"\.(?=\s\d)"), re.compile(""), "reference"),
    "tel": (re.compile(r"[.:]{0,2}(?=\s[\d(+])"), re.compile(""), "telephone"),
    "ext": (re.compile(r"\.(?=\s\d)"), re.compile(""), "extension"),
    "apt": (re.compile(r"\.(?=\s\d)"), re.compile(""), "apartment"),
    "prop": (re.compile(r"\.(?=\s\d)"), re.compile(""), "proposition"),
    "hwy": (re.compile(r"\.?(?=\s\d)"), re.compile(""), "highway"),
    "orig": (re.compile(r"\.(?=\s[$£€\d])"), re.compile(""), "originally"),
    "pvt": (re.compile(r"\.?(?=\s(?:Ltd|[a-z&]))"), re.compile(""), "Private"),
    "rte": (re.compile(r"\.?(?=\s\d)"), re.compile(""), "route"),
    "ex": (re.compile(r"\.(?=\s\d)"), re.compile(""), "example"),
    "max": (re.compile(r"\.(?=\s[\da-z])"), re.compile(""), "maximum"),
    "min": (re.compile(r"\.(?=\s[\da-z])"), re.compile(r"(?<!\d)\s$|^$"), "minimum"),
    "b": (re.compile(r"\.(?=\s(?:1[6-9]|20)\d\d\b)"), re.compile(r"[(,;]\s?$"), "born"),
    "d": (re.compile(r"\.(?=\s(?:1[6-9]|20)\d\d\b)"), re.compile(r"[(,;]\s?$"), "died"),
    "cat": (re.compile(r"\.(?=\s[1-5]\b)"), re.compile(""), "category"),
    "para": (re.compile(r"\.(?=\s\d)"), re.compile(""), "paragraph"),
    "paras": (re.compile(r"\.(?=\s\d)"), re.compile(""), "paragraphs"),
    "avg": (re.compile(r"\.?(?=\s[\da-z])"), re.compile(""), "average"),
    "ed": (re.compile(r"\.(?=\))"), re.compile(r"\d(?:st|nd|rd|th)\s$"), "edition"),
    "eds": (re.compile(r"\.(?=\))"), re.compile(""), "editors"),
    "mk": (re.compile(r"\.?(?=\s?(?:\d|[IVX]))"), re.compile(""), "mark"),
    "bn": (re.compile(r"\.?(?=\s[A-Za-z])"), re.compile(r"\d(?:st|nd|rd|th)\s$"), "Battalion"),
    "ret": (re.compile(r"\.(?=\))"), re.compile(r"\($"), "retired"),
    "reg": (re.compile(r"\.(?=\s\d)"), re.compile(""), "regulation"),
    "regs": (re.compile(r"\.?(?=\s\d)"), re.compile(""), "regulations"),
}
# Given names as they are shortened, before the rest of the name.
_GIVEN = {
    "wm": "William",
    "geo": "George",
    "chas": "Charles",
    "thos": "Thomas",
    "jas": "James",
    "robt": "Robert",
    "edw": "Edward",
    "benj": "Benjamin",
}
# Books of the Bible as newspapers shorten them, before chapter and verse.
_BOOKS = {
    "gen": "Genesis",
    "exod": "Exodus",
    "lev": "Leviticus",
    "num": "Numbers",
    "deut": "Deuteronomy",
    "josh": "Joshua",
    "judg": "Judges",
    "neh": "Nehemiah",
    "ps": "Psalm",
    "pss": "Psalms",
    "prov": "Proverbs",
    "eccl": "Ecclesiastes",
    "isa": "Isaiah",
    "jer": "Jeremiah",
    "ezek": "Ezekiel",
    "dan": "Daniel",
    "hos": "Hosea",
    "mic": "Micah",
    "zech": "Zechariah",
    "mal": "Malachi",
    "matt": "Matthew",
    "mt": "Matthew",
    "mk": "Mark",
    "lk": "Luke",
    "jn": "John",
    "rom": "Romans",
    "cor": "Corinthians",
    "gal": "Galatians",
    "eph": "Ephesians",
    "phil": "Philippians",
    "col": "Colossians",
    "thess": "Thessalonians",
    "tim": "Timothy",
    "heb": "Hebrews",
    "jas": "James",
    "pet": "Peter",
    "rev": "Revelation",
}
_VERSE = re.compile(r"\.?(?=\s\d{1,3}:\d)")
_PSALM = re.compile(r"\.(?=\s\d{1,3}\b)")
_NAME_BEHIND = re.compile(r"\.(?=\s[A-Z])")


def book(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Rom. 8:28" and "Ps. 23"."""
    printed = scene.text[start:end]
    found = (_PSALM if printed in {"Ps", "Pss"} else _VERSE).match(scene.text, end)
    return Reading(start, found.end(), _BOOKS[printed.lower()]) if found and printed.istitle() else None


def given(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Wm. Penn" and "Chas. Addams"."""
    found = _NAME_BEHIND.match(scene.text, end)
    printed = scene.text[start:end]
    return Reading(start, found.end(), _GIVEN[printed.lower()]) if found and printed.istitle() else None


def in_context(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "Roe v. Wade", "et al.", "c. 1850", "Vol. 2": what stands around them shows what they are."""
    printed = scene.text[start:end]
    if printed == "V":
        return None  # an initial
    after, before, said = _CONTEXT[printed.lower()]
    found = after.match(scene.text, end)
    if found is None or not before.search(scene.before(start)):
        return None
    closes = said == "al" and scene.ends_sentence(found.end())
    return Reading(start, found.end(), said + "." * closes)


WORDS: Mapping[str, tuple[Rule, ...]] = merged(
    dict.fromkeys(_BOOKS, (book,)), dict.fromkeys(_GIVEN, (given,)), dict.fromkeys(_CONTEXT, (in_context,))
)
