"""What stands above the article to its title, authors and date. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.article.dates import find_date
from audiofy.article.labels import Label
from audiofy.article.names import byline_names, is_name

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_REACH = 40
_CLOSE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the lines above an article say of it; empty where they don't."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    summary: str = ""


def read_header(sheet: Sheet, start: int, kept: tuple[int, ...]) -> Header:
    """The title, authors and date in the lines above `start`, judged with the words of the `kept` lines."""
    vocabulary_of_body = _words(" ".join(sheet.lines[index].text for index in kept))
    title = _title(sheet, start, vocabulary_of_body)
    floor = title if title >= 0 else max(0, start - _CLOSE)
    authors = _authors(sheet, floor, start, vocabulary_of_body)
    published = _published(sheet, floor, start)
    if title >= 0:
        sheet.mark(title, Label.TITLE, "the headline above the text that shares most words with it")
    return Header(title=sheet.lines[title].text if title >= 0 else "", authors=authors, published=published)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}  # noqa: PLR2004 - words with a meaning


def _title(sheet: Sheet, start: int, body: set[str]) -> int:
    best, chosen = 0.0, -1
    for index in range(max(0, start - _REACH), start):
        line = sheet.lines[index]
        if sheet.labels[index] not in (
            Label.SHORT,
            Label.SENTENCE,
            Label.PROSE,
            Label.NAVIGATION,
            Label.REPEATED,
            Label.SECTION,
        ):
            continue
        if not 2 <= line.words <= 40:  # noqa: PLR2004 - headlines
            continue
        score = _title_score(sheet, index, start, body)
        if score > best:
            best, chosen = score, index
    return chosen


def _title_score(sheet: Sheet, index: int, start: int, body: set[str]) -> float:
    line = sheet.lines[index]
    words = _words(line.text)
    overlap = len(words & body) / len(words) if words else 0.0
    score = 6 * overlap + min(line.words, 12) * 0.25
    score -= 2.5 * (line.ends and line.text[-1] == ".") + 1.5 * (line.words > 22) + 2.0 * (line.sentences > 1)
    following = sheet.labels[index + 1 : start][:4]
    score += 2.0 * any(label in (Label.BYLINE, Label.DATE) for label in following)
    score -= 0.08 * (start - index)
    if sheet.labels[index] in (Label.SECTION, Label.NAVIGATION):
        score -= 1.5
    if index and sheet.labels[index - 1] is Label.SECTION:
        score -= 1.0
    return score


def _authors(sheet: Sheet, floor: int, start: int, body: set[str]) -> tuple[str, ...]:
    for index in range(max(0, floor - 3), start):
        if sheet.labels[index] is Label.BYLINE:
            return byline_names(sheet.lines[index].text)
    for index in range(floor, start):
        near = any(sheet.labels[other] is Label.DATE for other in (index - 1, index + 1) if 0 <= other < start)
        line = sheet.lines[index]
        if sheet.labels[index] is Label.SHORT and near and is_name(line.text) and not _words(line.text) <= body:
            sheet.mark(index, Label.BYLINE, "a name beside the date")
            return (line.text,)
    return ()


def _published(sheet: Sheet, floor: int, start: int) -> str:
    for index in range(max(0, floor - 3), start):
        if sheet.labels[index] in (Label.DATE, Label.BYLINE):
            found = find_date(sheet.lines[index].text)
            if found:
                return found.iso
    return ""
