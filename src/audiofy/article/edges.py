"""Where the article's stretch of lines really begins and ends. Pure.

The weights find the article roughly; what stands at its edges and weighs like a paragraph (the standfirst, a note on
the author, calls to subscribe, teasers) is cut off here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.bios import is_bio, names_somebody
from audiofy.article.labels import Label
from audiofy.article.lines import key_of
from audiofy.article.names import byline_names
from audiofy.article.topic import Topic

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

# "WASHINGTON (Reuters) -", "KYIV, April 10 —": the place a report is filed from opens its first paragraph.
_PLACE = re.compile(
    r"[^\W\d_a-zà-ÿа-яіїєґ][^\Wa-zà-ÿа-яіїєґ]{2}[^a-zà-ÿа-яіїєґ,()–—]{0,25}"
    r"(?:, [\w .]{2,25}){0,2}(?: \([^()]{2,25}\))?\s?[–—-]{1,2}\s"
)
_TITLED = re.compile(r"(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? ")
_LEAD_LINES = 14
_MOST_ABOVE = 2
_BOX_SHARE = 0.34
_TAIL_SHARE = 0.25
_OFF_TOPIC = 0.15
_NOTE_WORDS = 60  # of a note on an author at most
_ENDS = frozenset(
    (
        Label.SECTION,
        Label.COMMENTS,
        Label.LEGAL,
        Label.CALL,
        Label.BIO,
        Label.NAVIGATION,
        Label.CREDIT,
        Label.SOCIAL,
        Label.TAGS,
        Label.BYLINE,
    )
)


def find_start(sheet: Sheet, start: int, stop: int) -> int:
    """Where the article begins: under its byline or date, or with the paragraph that names a place to report from."""
    paragraphs = [index for index in range(start, min(stop, start + _LEAD_LINES)) if sheet.is_prose(index)]
    total = sum(sheet.is_prose(index) for index in range(start, stop))
    for index in paragraphs:
        if total > 3 and _PLACE.match(sheet.lines[index].text):  # an article
            _pass_over(sheet, start, index, "above the paragraph that the report begins with")
            return index
    above = 0
    for index in range(start, min(stop, start + _LEAD_LINES)):
        if sheet.labels[index] in (Label.BYLINE, Label.DATE) and above < total - above:
            _pass_over(sheet, start, index, "between the title and the byline")
            return find_start(sheet, index + 1, stop)
        above += sheet.is_prose(index)
        if above > _MOST_ABOVE:
            break
    return start


def _pass_over(sheet: Sheet, start: int, stop: int, reason: str) -> None:
    for index in range(start, stop):
        if sheet.is_text(index):
            sheet.mark(index, Label.STANDFIRST, reason)


def find_end(sheet: Sheet, start: int, stop: int) -> int:
    """Where the article ends: before a label, call or notice near the end behind which little reads like it."""
    topic = Topic(sheet, start, stop)
    total = sum(_mass(sheet, index) for index in range(start, stop))
    tail = text = strange = 0.0
    end = stop
    for index in range(stop - 1, start, -1):
        if sheet.labels[index] in _ENDS:
            strange += 1
            if strange > text and (strange > 1 or not text):
                end = index
        elif sheet.is_prose(index):
            calls = chrome.is_weak_call(sheet.lines[index])
            off = calls or (topic.tells and topic.share(index) < _OFF_TOPIC)
            if calls and not text:
                end = index
            strange += off
            text += not off
            tail += 0 if off else _mass(sheet, index)
            if tail > _TAIL_SHARE * total:
                break
        elif sheet.labels[index] in (Label.SENTENCE, Label.LIST_ITEM):
            text += 0.5
    return _before_author(sheet, start, end, total)


def close(sheet: Sheet, start: int, stop: int, where: str = "behind the article's end") -> None:
    """Marks what could be spoken between `start` and `stop`, which are no part of the article, as `where` says."""
    for index in range(start, stop):
        if sheet.is_text(index):
            sheet.mark(index, Label.OUTSIDE, f"{where} ({sheet.reasons[index]})")


def without_signature(sheet: Sheet, kept: tuple[int, ...], authors: tuple[str, ...]) -> tuple[int, ...]:
    """`kept` without first and last lines that are only an author's name, or a note that begins with it."""
    while len(kept) > 1 and _signs(sheet, kept[0], authors):
        kept = kept[1:]
    while kept and (_signs(sheet, kept[-1], authors) or _speaks_of(sheet, kept[-1], authors)):
        kept = kept[:-1]
    return kept


def _signs(sheet: Sheet, index: int, authors: tuple[str, ...]) -> bool:
    """Whether a line is an author's name, with who that is in brackets, or a note on an author; marked so then."""
    line = sheet.lines[index]
    if any(key_of(name) == key_of(line.text.partition(" (")[0]) for name in authors):
        sheet.mark(index, Label.BYLINE, "the author's name above or below the article")
    elif authors and _TITLED.sub("", line.text).startswith(_callings(authors)) and is_bio(sheet, index):
        sheet.mark(index, Label.BIO, "speaks of the author")
    else:
        return False
    return True


def _callings(authors: tuple[str, ...]) -> tuple[str, ...]:
    """What authors are called in notes on them: by all of their name, and by its last."""
    return (*authors, *(f"{name.rpartition(' ')[2]} " for name in authors))


def _speaks_of(sheet: Sheet, index: int, authors: tuple[str, ...]) -> bool:
    """Whether a last line begins with an author's name and says what they are or did; marked so then."""
    line = sheet.lines[index]
    name = next((name for name in authors if line.text.startswith(name)), "")
    rest = line.text[len(name) :].lstrip(", ")
    if not name or line.words > _NOTE_WORDS or not rest[:1].isalpha() or rest[:1].isupper():
        return False
    sheet.mark(index, Label.BIO, "begins with the author's name")
    return True


def _before_author(sheet: Sheet, start: int, stop: int, total: float) -> int:
    """Before a heading in the last third that has the author's name in it: a box about the author."""
    near = range(max(0, start - _LEAD_LINES), start)
    authors = {
        name for index in near if sheet.labels[index] is Label.BYLINE for name in byline_names(sheet.lines[index].text)
    }
    tail = 0.0
    for index in range(stop - 1, start, -1):
        tail += _mass(sheet, index)
        if tail > _BOX_SHARE * total:
            break
        line = sheet.lines[index]
        if (
            line.words <= 8
            and not line.ends
            and (any(name in line.text for name in authors) or names_somebody(line.text))
        ):  # "About NAME, political editor"
            return index
    return stop


def _mass(sheet: Sheet, index: int) -> float:
    return float(min(sheet.lines[index].words, 60)) if sheet.labels[index] is Label.PROSE else 0.0
