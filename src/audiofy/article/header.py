"""What stands above the article to its title, authors and date. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.article.dates import find_dates, is_update
from audiofy.article.headline import find_headline, words_of
from audiofy.article.labels import Label
from audiofy.article.names import is_name, named_in, names, without_brackets
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_CLOSE = 12
_BELOW = 3
_ROLES = 2
_NAME_WORDS = 9
_ANCHORS = (Label.DATE, Label.TIME)
# What stands between a name and a date below it: "@name", "·", "Follow"; above it, only accounts.
_BUTTONS = (Label.ADDRESS, Label.COUNTER, Label.SOCIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the lines above an article say of it; empty where they don't."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    summary: str = ""


def read_header(sheet: Sheet, kept: tuple[int, ...]) -> Header:
    """The title, authors and dates in the lines above the `kept` ones, judged with the words of these.

    A heading that the kept lines begin with may turn out to be the title; its label says so then.
    """
    start = next((index for index in kept if sheet.labels[index] is not Label.HEADING), kept[0])
    body = words_of(" ".join(sheet.lines[index].key for index in kept if index >= start))
    title = find_headline(sheet, start, body)
    published, modified = _dates(sheet, title, start, kept[-1])
    authors = _authors(sheet, title, start) or _bare_names(sheet, title, start, body)
    summary = ""
    if title >= 0:
        sheet.mark(title, Label.TITLE, "the headline above the text that shares most words with it")
        summary = _standfirst(sheet, title, start)
    return Header(
        title=sheet.lines[title].text if title >= 0 else "",
        authors=authors,
        published=published,
        modified=modified,
        summary=summary,
    )


def read_byline(sheet: Sheet, title: int, start: int, body: set[str]) -> Header:
    """Only authors and dates, from the line `title` (-1: none) to `start`, where a body of the words `body` begins."""
    published, modified = _dates(sheet, title, start, start)
    authors = _authors(sheet, title, start) or _bare_names(sheet, title, start, body)
    return Header(authors=authors, published=published, modified=modified)


def _standfirst(sheet: Sheet, title: int, start: int) -> str:
    """The text between title and article, marked as such; repetitions of the title there are no text either."""
    key = sheet.lines[title].key
    between = []
    for index in range(title + 1, start):
        if sheet.lines[index].key.endswith(key) and len(key.split()) > _ROLES:
            sheet.mark(index, Label.TITLE, "the title again")
        elif sheet.labels[index] in (Label.STANDFIRST, Label.PROSE, Label.SENTENCE):
            sheet.mark(index, Label.STANDFIRST, "between the title and the article")
            between.append(index)
    return sheet.lines[between[0]].text if between else ""


def _floor(sheet: Sheet, title: int, start: int) -> int:
    """Where what belongs to the article begins: a little above its title, the first one where it stands twice."""
    if title < 0:
        return max(0, start - _CLOSE)
    key = sheet.lines[title].key
    first = next((index for index in range(max(0, title - 3 * _CLOSE), title) if sheet.lines[index].key == key), title)
    return max(0, first - _BELOW)


def _authors(sheet: Sheet, title: int, start: int) -> tuple[str, ...]:
    """The names in the byline that stands nearest under the title, else in one directly above it."""
    floor = _floor(sheet, title, start)
    order = [*range(max(title, floor), start), *range(floor, max(title, floor))]
    for index in order:
        if sheet.labels[index] is Label.BYLINE or sheet.labels[index] is Label.DATE:
            found = named_in(sheet.lines[index].text)
            if found:
                return found
        elif sheet.lines[index].key in vocabulary().bylines:
            found = _below_byline(sheet, index, start)
            if found:
                return found
    return ()


def _bare_names(sheet: Sheet, title: int, start: int, body: set[str]) -> tuple[str, ...]:
    """Names on a line of their own beside the date, which the article itself does not speak of.

    Only roles and accounts may stand between: names farther off are those of photographers and of people in pictures.
    """
    low = max(title + 1, start - _CLOSE) if title < 0 else title + 1
    for index in range(low, start):
        line = sheet.lines[index]
        if sheet.labels[index] not in (Label.SHORT, Label.NAVIGATION, Label.SENTENCE, Label.BYLINE, Label.CAPTION):
            continue
        if line.words > _NAME_WORDS or any(map(str.isdigit, line.text)) or line.key in vocabulary().calls:
            continue
        if line.text.upper() == line.text.lower() and (line.words > _BELOW or "," in line.text):
            continue  # without capitals many a line of a few words looks like a name
        plain = without_brackets(line.text)  # "NAME (editor of the science desk)"
        given, dated = names(plain), _is_dated_next(sheet, index)
        alone = dated and len(given) == 1
        found = tuple(name for name in given if alone or not _is_spoken_of(sheet, start, name, body))
        # "NAME, AGENCY" is a photographer's credit too, but not directly above a date.
        credit = sheet.labels[index] is Label.CAPTION and not dated
        beside = found and not credit and _is_beside_date(sheet, index, title, start)
        if beside and _is_all_names(plain, given):
            sheet.mark(index, Label.BYLINE, "a name beside the date")
            return found
    return ()


def _is_spoken_of(sheet: Sheet, start: int, name: str, body: set[str]) -> bool:
    words = words_of(name.casefold())
    if words:
        return words <= body
    return any(name.casefold() in line.key for line in sheet.lines[start:])  # "Ann Lee": words too short for a body


def _is_dated_next(sheet: Sheet, index: int) -> bool:
    return index + 1 < len(sheet.labels) and sheet.labels[index + 1] in _ANCHORS


def _is_beside_date(sheet: Sheet, index: int, title: int, start: int) -> bool:
    """Whether a date stands above or below, with nothing between but roles, accounts, the name again, and the title."""
    for step, buttons in ((1, _BUTTONS), (-1, _BUTTONS[:1])):
        at = index + step
        for _ in range(_BELOW + 1):
            if not 0 <= at < len(sheet.labels) or at > start:
                break
            if sheet.labels[at] in _ANCHORS:
                return True
            line = sheet.lines[at]
            same = line.key == sheet.lines[index].key or at == title
            # A name right under the headline may have its paper between it and the date.
            same = same or (index == title + 1 and at == index + 1 and 1 < line.words <= _BELOW + 1 and not line.ends)
            words = set(line.key.split())
            role = line.words <= _NAME_WORDS and bool(words & vocabulary().writers)
            if not (same or role or words <= vocabulary().date_words or sheet.labels[at] in buttons):
                break
            at += step
    return False


def _below_byline(sheet: Sheet, index: int, start: int) -> tuple[str, ...]:
    """The names on the lines under one that says only "by"."""
    found: list[str] = []
    for below in range(index + 1, min(index + 4, start)):
        if found and sheet.lines[below].key.endswith(vocabulary().roles_by_length):
            break  # "Local Democracy Reporter"
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
    known = vocabulary()
    words = re.findall(r"[^\W\d_]+", re.sub(r"@\w+", " ", rest))
    strange = [word for word in words if word not in known.outlets and word not in known.conjunctions]
    return len(strange) <= 2 or is_name(text)  # an outlet


def _dates(sheet: Sheet, title: int, start: int, last: int) -> tuple[str, str]:
    """When the article was published, and changed: from under the title, above it, or below the article.

    A page that prints only when it changed an article gives that for its date.
    """
    floor = _floor(sheet, title, start)
    published = modified = ""
    order = [*range(max(title, floor), start), *range(max(title, floor) - 1, floor - 1, -1)]
    for index in [*order, *range(last, min(last + _BELOW, len(sheet.lines)))]:
        if sheet.labels[index] not in (Label.DATE, Label.BYLINE):
            continue
        text = sheet.lines[index].text
        for stamp in find_dates(text):
            if is_update(text, stamp):
                modified = modified or stamp.iso
            else:
                published = published or stamp.iso
        if published and index < start:
            break
    return published or modified, modified
