"""Text to its language, by script and by the small words that every sentence has. Pure."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

# Scripts that belong to one language, or to one that is by far the most frequent in print.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\ud7ff]")  # every script of these
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06af\u06cc]")
_SAMPLE = 6000
_SHARE = 0.06
_KANA_SHARE = 0.05
_COUNTRIES = {
    "uk": "GB",
    "au": "AU",
    "ie": "IE",
    "nz": "NZ",
    "za": "ZA",
    "in": "IN",
    "ca": "CA",
    "us": "US",
    "de": "DE",
    "at": "AT",
    "ch": "CH",
    "fr": "FR",
    "be": "BE",
    "es": "ES",
    "mx": "MX",
    "ar": "AR",
    "pl": "PL",
    "ua": "UA",
}
_REGIONS = {
    "en": ("GB", "AU", "IE", "NZ", "ZA", "IN", "CA", "US"),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH", "CA"),
    "es": ("ES", "MX", "AR"),
    "pl": ("PL",),
    "uk": ("UA",),
}
# How dates, titles and times are set: "Mr Lee, 14 March, £2, GMT", or "Mr. Lee, March 14, 9 p.m.". A date with its year
# is often a template's, not the writer's.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December".split("|")
_MONTH = "|".join(_MONTHS)
_INITIALS = "".join(sorted({name[0] for name in _MONTHS}))
_AFTER_INITIAL = "|".join(f"(?<={name[0]}){name[1:]}" for name in _MONTHS)
# What any of these begins with comes first, so that the search passes over all other characters at once.
_BRITISH = re.compile(
    rf"[£\dGBMD](?:(?<=£)\d|(?<=\bG)MT\b|(?<=\bB)ST\b|(?<=\b\d)\d? (?:{_MONTH})\b"
    r"|(?:(?<=\bM)(?:rs?|s)|(?<=\bD)r) [A-Z])"
)
_AMERICAN = re.compile(
    rf"[{_INITIALS}.](?:(?<=\b[ap]\.)m\.|(?:(?<=\b(?:Mr|Ms|Dr)\.)|(?<=\bMrs\.)) [A-Z]"
    rf"|(?<=\b[{_INITIALS}])(?:{_AFTER_INITIAL}) \d{{1,2}}\b(?!,? \d))"
)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:$|[-_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(texts: Iterable[str]) -> str:
    """The primary subtag of the language of `texts`; empty where they say too little."""
    sample = " ".join(texts)[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return ""
    for tag, script in _SCRIPTS if _BEYOND_LATIN.search(sample) else ():
        share = len(script.findall(sample)) / letters
        if share > (_KANA_SHARE if tag == "ja" else 0.4):
            return "fa" if tag == "ar" and len(_PERSIAN.findall(sample)) > 0.02 * letters else tag
    counts = Counter(word.casefold() for word in _WORD.findall(sample))
    total = counts.total()
    scores = {
        tag: sum(counts[word] for word in counts.keys() & small) / total
        for tag, small in _small_words().items()
        if total
    }
    best = max(scores, key=lambda tag: scores[tag], default="")
    return best if best and scores[best] >= _SHARE else ""


def language_tag(text: str) -> str:
    """A BCP 47 tag from how pages write it ("en_GB", "EN-us"); empty if it is none."""
    match = _LANGUAGE.match(text.strip())
    if not match:
        return ""
    parts = [match[1].lower(), (match[2] or "").title(), (match[3] or "").upper()]
    return "-".join(part for part in parts if part)


def _small_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(table["function_words"].split()) for tag, table in vocabulary().languages.items()}


def with_region(tag: str, texts: Iterable[str], url: str) -> str:
    """`tag` with a region where the address or the spelling tells one: "en" of a .co.uk page is "en-GB"."""
    if not tag or "-" in tag:
        return tag
    host = (urlsplit(url).hostname or "") if "://" in url else ""
    country = _COUNTRIES.get(host.rpartition(".")[2], "")
    if country in _REGIONS.get(tag, ()):
        return f"{tag}-{country}"
    return f"{tag}{_spelling(texts)}" if tag == "en" else tag


def _spelling(texts: Iterable[str]) -> str:
    british, american = _spellings()
    text = " ".join(texts)
    words = _WORD.findall(text.casefold())
    ours = sum(map(british.__contains__, words)) + len(_BRITISH.findall(text))
    theirs = sum(map(american.__contains__, words)) + len(_AMERICAN.findall(text))
    if ours > theirs:
        return "-GB"
    return "-US" if theirs > ours else ""


@cache
def _spellings() -> tuple[frozenset[str], frozenset[str]]:
    table = vocabulary().languages["en"]
    return frozenset(table["british"].split()), frozenset(table["american"].split())
