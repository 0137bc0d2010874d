"""Text to lines with what can be counted on each of them. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from audiofy.article.vocabulary import vocabulary

# Blanks of every width become one blank; joiners, marks of direction and soft hyphens are not heard.
_BLANKS = re.compile(r"[\t\v\f\x1c-\x1f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_ODD = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]|  "
)
_BREAKS = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_CLOSERS = "\"'”’»›)]}*_"
_TERMINAL = ".!?…。！？؟।۔"
_SENTENCE_END = re.compile(r"[.!?…؟।۔][\"'”’»)\]]*\s+(?=[\"'“‘«„(¿¡\[]*[^\W_a-zß-öø-ÿа-яёіїєґ])|[。！？](?!$)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZА-ЯІЇЄҐ]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|i\.e|e\.g|etc|bzw|ca|Nr|Str|str|ul|ім|вул|грн|млн|млрд|Sra?|Dra|Mme|Mlle|M))$"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_FIRST_EMOJI = "\u2190"
_EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff\s]+$")
_LEADING = re.compile(r"^[\W_]+")
_APOSTROPHES = "’‘ʼ`´"
_PATH = re.compile(r"\s[>»›]\s|[>»›]$|^[>»›]|\s/\s.*\s/\s")
_QUOTED = re.compile(r"[«‹]")
_PROSE_WORDS = 10
_LONG_WORDS = 30
# A long line that ends no sentence is one only if it has its small words; menus and lists of tags have next to none.
# Of a thousand such lines looked at, running text had a fifth to a half of them and menus hardly ever an eighth.
_SMALL_SHARE = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page that is not blank.

    `key` is the text as phrases are looked up: lower case, straight apostrophes, without marks around it. `words`
    counts two characters of Chinese, Japanese or Thai as one. `prose` says that it reads as running text, `blank` that
    a blank line stands above, `repeats` how often exactly this line is on the page.
    """

    text: str
    key: str
    words: int
    sentences: int
    ends: bool
    blank: bool
    prose: bool
    repeats: int = 1


# How German and Austrian papers sign below the last sentence: "(sh)", "(dpa/mk)".
_SIGNATURE = re.compile(r"(?<=[.!?“”»\"]) \([^\W\d_A-ZÀ-Þ]{2,4}(?:/[^\W\d_A-ZÀ-Þ]{2,4}){0,2}\)$")


def clean(text: str) -> str:
    """`text` composed (NFC), with plain line breaks and blanks, and without characters that are not seen."""
    if text.isascii() and text.isprintable():
        return text  # as most lines of many pages are
    text = unicodedata.normalize("NFC", text)
    if not _ODD.search(text):
        return text
    text = _BREAKS.sub("\n", text)
    return _BLANKS.sub(" ", _UNSEEN.sub("", text))


def key_of(text: str) -> str:
    """`text` as phrases are looked up: lower case, straight apostrophes, without marks at its ends."""
    if text.isascii():
        key = text.lower().replace("`", "'")
    else:
        for mark in _APOSTROPHES:  # much faster than a table
            text = text.replace(mark, "'")
        key = text.casefold()
    if not key[:1].isalnum():
        key = _LEADING.sub("", key)
    end = len(key)
    while end and not (key[end - 1].isalnum() or key[end - 1] in "_%)"):
        end -= 1
    return key[:end]


def count_words(text: str) -> int:
    """How many words there are; two characters of a script without blanks count as one."""
    if text.isascii():
        return len(text.split())
    packed = len(_CJK.findall(text))
    return len(_CJK.sub(" ", text).split()) + (packed + 1) // 2 if packed else len(text.split())


def ends_sentence(text: str) -> bool:
    """Whether the last mark, closing quotes and brackets aside, ends a sentence."""
    if text.endswith(")"):
        text = _SIGNATURE.sub("", text)
    text = text.rstrip(_CLOSERS + " ")
    if text and text[-1] > _FIRST_EMOJI:
        text = _EMOJI.sub("", text).rstrip(_CLOSERS + " ")
    return text[-1:] in _TERMINAL and bool(text)


def is_path(text: str) -> bool:
    """Whether text is a way through a site ("Home > News > Harbour")."""
    return bool(_PATH.search(text)) and not _QUOTED.search(text)


def count_sentences(text: str) -> int:
    """How many sentences there are, one at least; a period after a known abbreviation ends none."""
    found = 1
    for match in _SENTENCE_END.finditer(text):
        found += not (
            text[match.start()] == "." and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start())
        )
    return found


def split(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank."""
    rows: list[tuple[str, bool]] = []
    blank = False
    for raw in clean(text).split("\n"):
        stripped = raw.strip()
        if stripped:
            rows.append((stripped, blank))
        blank = not stripped
    counts = Counter(row for row, _ in rows)
    return tuple(line_of(row, blank=above, repeats=counts[row]) for row, above in rows)


def line_of(text: str, *, blank: bool = False, repeats: int = 1) -> Line:
    """A line from text that `clean` has been through."""
    key, words, ends = key_of(text), count_words(text), ends_sentence(text)
    sentences = count_sentences(text) if words > 1 else 1
    prose = (
        (ends and words >= _PROSE_WORDS) or (sentences > 1 and words >= _PROSE_WORDS - 2) or words >= _LONG_WORDS
    ) and (ends or _has_small_words(key))
    return Line(
        text=text, key=key, words=words, sentences=sentences, ends=ends, blank=blank, prose=prose, repeats=repeats
    )


def _has_small_words(key: str) -> bool:
    """Whether there are as many articles and prepositions as sentences have; true of scripts without blanks."""
    words = key.split()
    if _CJK.search(key):
        return True
    small = vocabulary().small_words
    return sum(word in small for word in words) >= _SMALL_SHARE * len(words)
