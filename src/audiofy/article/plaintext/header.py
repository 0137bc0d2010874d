"""What stands above the article to its title, authors and date. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.article.dates import find_date
from audiofy.article.labels import Label
from audiofy.article.names import byline_names, is_name, names, names_beside_date
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_REACH = 40
_CLOSE = 12
_BELOW = 3
_NEAR = 4
_STANDFIRST_WORDS = 14
_HEADLINE_WORDS = 5
_HEADLINES = frozenset(
    (
        Label.SHORT,
        Label.SENTENCE,
        Label.PROSE,
        Label.NAVIGATION,
        Label.REPEATED,
        Label.SECTION,
        Label.HEADING,
        Label.STANDFIRST,
        Label.TEASER,
    )
)
_PATH = re.compile(r"\s[>»›/]\s|[>»›]$|^[>»›]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the lines above an article say of it; empty where they don't."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    summary: str = ""


def read_header(sheet: Sheet, kept: tuple[int, ...]) -> Header:
    """The title, authors and date in the lines above the `kept` ones, judged with the words of these.

    A heading that the kept lines begin with may turn out to be the title; its label says so then.
    """
    start = next((index for index in kept if sheet.labels[index] is not Label.HEADING), kept[0])
    body = _words(" ".join(sheet.lines[index].key for index in kept if index >= start))
    title = _title(sheet, start, body)
    floor = max(0, (title if title >= 0 else start - _CLOSE) - _BELOW)
    published = _published(sheet, floor, start) or _published(sheet, kept[-1], min(kept[-1] + _BELOW, len(sheet.lines)))
    authors = _authors(sheet, floor, start) or _bare_names(sheet, title if title >= 0 else floor, start, body)
    summary = ""
    if title >= 0:
        sheet.mark(title, Label.TITLE, "the headline above the text that shares most words with it")
        between = [
            index
            for index in range(title + 1, start)
            if sheet.labels[index] in (Label.STANDFIRST, Label.PROSE, Label.SENTENCE)
        ]
        for index in between:
            sheet.mark(index, Label.STANDFIRST, "between the title and the article")
        summary = sheet.lines[between[0]].text if between else ""
    return Header(
        title=sheet.lines[title].text if title >= 0 else "", authors=authors, published=published, summary=summary
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text) if len(word) > 3}  # words with a meaning


def _title(sheet: Sheet, start: int, body: set[str]) -> int:
    best, chosen = 1.0, -1
    for index in range(max(0, start - _REACH), start):
        line = sheet.lines[index]
        if sheet.labels[index] in _HEADLINES and 2 <= line.words <= 40 and not _PATH.search(line.text):  # headlines
            score = _title_score(sheet, index, start, body)
            if score > best:
                best, chosen = score, index
    return _above_standfirst(sheet, chosen, body)


def _title_score(sheet: Sheet, index: int, start: int, body: set[str]) -> float:
    line, label = sheet.lines[index], sheet.labels[index]
    words = _words(line.key)
    overlap = len(words & body) / len(words) if words else 0.0
    score = 6 * overlap * min(1.0, len(words) / 4) + min(line.words, 12) * 0.25
    score -= 2.5 * (line.text[-1] == ".") + 1.5 * (line.words > 22) + 2.0 * (line.sentences > 2)  # long for a headline
    score += 2.0 * any(each in (Label.BYLINE, Label.DATE) for each in sheet.labels[index + 1 : start][:4])
    score += 1.5 * (line.repeats == 2 and line.words >= _HEADLINE_WORDS)  # a page may give its title twice
    score -= 0.08 * (start - index) + 1.5 * (label in (Label.SECTION, Label.NAVIGATION) and line.repeats > 2)  # menus
    score -= 1.0 * (index > 0 and sheet.labels[index - 1] is Label.SECTION)
    return score


def _above_standfirst(sheet: Sheet, index: int, body: set[str]) -> int:
    """The headline directly above, where the line chosen is longer and reads like a standfirst."""
    if index < 1:
        return index
    line = sheet.lines[index]
    if not (line.text[-1] == "." or line.words >= _STANDFIRST_WORDS):
        return index
    for above in (index - 1, index - 2):
        other = sheet.lines[max(above, 0)]
        words = _words(other.key)
        if (
            above >= 0
            and sheet.labels[above] in (Label.SHORT, Label.SENTENCE, Label.PROSE, Label.NAVIGATION)
            and _HEADLINE_WORDS <= other.words < line.words
            and len(words & body) >= max(1, 0.25 * len(words))
            and not _PATH.search(other.text)
            and other.text[-1] != "."
        ):
            return above
    return index


def _authors(sheet: Sheet, floor: int, start: int) -> tuple[str, ...]:
    for index in range(floor, start):
        if sheet.labels[index] is Label.BYLINE or sheet.labels[index] is Label.DATE:
            found = byline_names(sheet.lines[index].text) or _named_alone(sheet, index)
            if found:
                return found
        elif sheet.lines[index].key in vocabulary().bylines:
            found = _below_byline(sheet, index, start)
            if found:
                return found
    return ()


def _bare_names(sheet: Sheet, title: int, start: int, body: set[str]) -> tuple[str, ...]:
    """Names on a line of their own under the title and near the date, which the article itself does not speak of."""
    for index in range(title + 1, start):
        line = sheet.lines[index]
        if (
            sheet.labels[index] not in (Label.SHORT, Label.NAVIGATION, Label.SENTENCE, Label.BYLINE) or line.words > 9
        ):  # two names
            continue
        dated = any(
            Label.DATE is label for label in sheet.labels[max(title, index - _NEAR) : min(index + _NEAR + 1, start + 1)]
        )
        pictured = Label.CAPTION in sheet.labels[max(0, index - 1) : index + 2]
        found = () if pictured or line.key in vocabulary().calls else names(line.text)
        if (
            dated
            and found
            and _is_all_names(line.text, found)
            and not any(_words(name.casefold()) <= body for name in found)
        ):
            sheet.mark(index, Label.BYLINE, "a name beside the date")
            return found
    return ()


def _named_alone(sheet: Sheet, index: int) -> tuple[str, ...]:
    """The names in a line with a date, or of one that is a name and an account."""
    text = sheet.lines[index].text
    return names_beside_date(text) if sheet.labels[index] is Label.DATE else names(text)


def _below_byline(sheet: Sheet, index: int, start: int) -> tuple[str, ...]:
    """The names on the lines under one that says only "by"."""
    found: list[str] = []
    for below in range(index + 1, min(index + 4, start)):
        here = names(sheet.lines[below].text)
        if not here:
            break
        found += here
    return tuple(dict.fromkeys(found))


def _is_all_names(text: str, found: tuple[str, ...]) -> bool:
    """Whether a line is names and roles and little else: a headline may begin with a name too."""
    rest = text.casefold()
    for name in found:
        rest = rest.replace(name.casefold(), " ")
    for role in vocabulary().roles_by_length:
        rest = rest.replace(role, " ")
    words = re.findall(r"[^\W\d_]+", re.sub(r"@\w+", " ", rest))
    return len(words) <= 2 or is_name(text)  # "and", an outlet


def _published(sheet: Sheet, floor: int, start: int) -> str:
    for index in range(floor, start):
        if sheet.labels[index] in (Label.DATE, Label.BYLINE):
            found = find_date(sheet.lines[index].text)
            if found:
                return found.iso
    return ""
