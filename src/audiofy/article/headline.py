"""The lines above an article to the one that is its headline. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.labels import Label
from audiofy.article.lines import is_path
from audiofy.article.names import is_name
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_REACH = 60
_HEADLINE_WORDS = 4
_MENU_WORDS = 6
_ROLE_WORDS = 3
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
        Label.CORRECTION,
    )
)
# What pages put between a headline and its byline.
_FURNITURE = frozenset(
    (
        Label.SOCIAL,
        Label.CALL,
        Label.COMMENTS,
        Label.COUNTER,
        Label.ADDRESS,
        Label.CAPTION,
        Label.AD,
        Label.TIME,
        Label.DISCLOSURE,
    )
)
_RUN = 4
_FIELD = 2
_LEAST = 1.0
_FOREMOST = 8
_ALIKE = 0.7
_DATED = 3
_ABOVE = 2  # lines of a headline's company: a standfirst, a caption
_LONGER = 3  # words that a standfirst has more than its headline, at least
_AROUND = 10
# Buttons in a row, copied without what parts them ("Open in appSign upSign in"), and an address.
_ROW = re.compile(r"(?:[a-zß-öø-ÿ][A-ZÀ-Þ][a-zß-öø-ÿ]{2,}.*){2}|\S@\S")
_DASHES = "—–-"
_CLOSERS = "\"'”’»›)]"


def words_of(text: str) -> set[str]:
    """The words of a key that are long enough to have a meaning."""
    return {word for word in re.findall(r"\w+", text) if len(word) > 3}


def find_headline(sheet: Sheet, start: int, body: set[str]) -> int:
    """The index of the headline of the article that begins at `start` and has the words `body`; -1 if there is none."""
    above = range(max(0, start - _REACH), start)
    candidates = [index for index in above if _may_be(sheet, index)]
    listed = _in_lists(sheet, candidates, above)
    scores = {index: _score(sheet, index, start, body) - listed.get(index, 0.0) for index in candidates}
    for index in sorted(scores, key=lambda index: scores[index])[-_FOREMOST:]:
        scores[index] += _echo(sheet, index, candidates, above)
    best = max(scores, key=lambda index: scores[index], default=-1)
    if best < 0 or scores[best] <= _LEAST:
        return -1
    return _above_standfirst(sheet, best, scores, listed)


def _may_be(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    wordy = 2 <= line.words <= 40 and line.text[0] not in _DASHES  # a dash opens who said it
    role = (
        line.words <= _ROLE_WORDS and line.key.rpartition(" ")[2] in vocabulary().writers
    )  # "Transport correspondent"
    return (
        wordy
        and not line.text[0].islower()  # an item of a list
        and not role
        and not _is_field(line.text)
        and not (line.words <= _MENU_WORDS and _ROW.search(line.text))
        and not _is_post(sheet, index - 1)
        and sheet.labels[index] in _HEADLINES
        and not is_path(line.text)
    )


def _is_field(text: str) -> bool:
    """Whether a line is the name of a field ("From:"), whose value stands below."""
    return text.endswith(":") and len(text.split()) <= _FIELD


def _is_post(sheet: Sheet, index: int) -> bool:
    """Whether a post of a live blog begins there: its time, and its heading."""
    return index >= 0 and sheet.labels[index : index + 2] == [Label.COUNTER, Label.HEADING]


def _score(sheet: Sheet, index: int, start: int, body: set[str]) -> float:
    line, label = sheet.lines[index], sheet.labels[index]
    words = words_of(line.key)
    overlap = len(words & body) / len(words) if words else 0.0
    score = 6 * overlap * min(1.0, len(words) / 4) + min(line.words, 12) * 0.25
    score -= 2.5 * _is_sentence(line.text) + 1.5 * (line.words > 22) + 2.0 * (line.sentences > 2)  # long for a headline
    score += 1.5 * (line.repeats == 2 and line.words > _HEADLINE_WORDS)  # a page may give its title twice
    score -= 1.5 * (label in (Label.SECTION, Label.NAVIGATION) and line.repeats > 2)  # menus
    score += 2.0 * ((index > 0 and is_path(sheet.lines[index - 1].text)) or _is_post(sheet, index + 1))
    dated = index + 1 < start and sheet.labels[index + 1] in (Label.DATE, Label.TIME)
    score -= 2.5 * (dated and is_name(line.text))  # an author's, more likely
    score -= 2.5 * (index > 0 and _is_field(sheet.lines[index - 1].text))  # whom a notice is from
    return score + _anchored(sheet, index, start) - 0.08 * _distance(sheet, index, start)


def _is_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in (".", "。")


def _anchored(sheet: Sheet, index: int, start: int) -> float:
    """What it counts for that a byline or a date stands below, furniture aside: less with each line between."""
    between = 0
    for below in range(index + 1, min(start, index + _AROUND)):
        worth = _worth(sheet, below)
        if worth:
            return max(0.0, worth - between)
        between += sheet.labels[below] not in _FURNITURE and sheet.labels[below] is not Label.SECTION
        if between > 2:  # a standfirst and a kicker
            break
    return 0.0


def _worth(sheet: Sheet, index: int) -> float:
    if sheet.labels[index] is Label.BYLINE:
        return 3.5
    if sheet.labels[index] is Label.DATE:
        return 2.0
    dated = index + 1 < len(sheet.labels) and sheet.labels[index + 1] in (Label.DATE, Label.TIME)
    return 3.0 if dated and is_name(sheet.lines[index].text) else 0.0


def _distance(sheet: Sheet, index: int, start: int) -> int:
    return sum(sheet.labels[below] not in _FURNITURE for below in range(index, start))


def _echo(sheet: Sheet, index: int, candidates: list[int], above: range) -> float:
    """What counts: that a longer line ends with this one (a button: "Share: HEADLINE"), or this with another."""
    key = sheet.lines[index].key
    if len(key.split()) < _HEADLINE_WORDS - 1:
        return 0.0
    longer = any(
        _echoes(sheet.lines[other].key, key) for other in above if other != index and not sheet.is_prose(other)
    )
    shorter = any(
        _echoes(key, sheet.lines[other].key) and sheet.lines[other].words > 2 for other in candidates if other != index
    )  # a headline
    return 2.0 * longer - 4.0 * shorter


def _echoes(longer: str, shorter: str) -> bool:
    return len(longer) > len(shorter) and longer.endswith(shorter)


def _in_lists(sheet: Sheet, candidates: list[int], above: range) -> dict[int, float]:
    """What counts against headlines of other articles: in a run, between dates, under a label that points elsewhere."""
    against: dict[int, float] = {}
    for run in _runs(sheet, above):
        pointed = run[0] > 0 and _points(sheet, run[0] - 1)
        signed = run[-1] + 1 < len(sheet.labels) and sheet.labels[run[-1] + 1] is Label.BYLINE
        if len(run) >= _RUN or pointed:
            for index in run if pointed and not signed else run[:-1]:
                against[index] = 4.0 if pointed else 3.0
    dates = [index for index in above if sheet.labels[index] is Label.DATE]
    for index in candidates:
        near = sum(abs(index - date) <= _AROUND for date in dates)
        if near > _DATED and sheet.lines[index].words >= _HEADLINE_WORDS:
            against[index] = max(against.get(index, 0.0), 6.0)
    return against


def _runs(sheet: Sheet, above: range) -> list[list[int]]:
    """Lines of four words or more that stand together without anything between."""
    runs: list[list[int]] = [[]]
    for index in above:
        line = sheet.lines[index]
        # The lines of a menu stand at the foot of the page again.
        menu = line.repeats > 2 or _is_sentence(line.text) or is_name(line.text)
        if (
            not menu
            and sheet.labels[index] in _HEADLINES - {Label.SECTION, Label.PROSE}
            and (
                line.words >= _HEADLINE_WORDS or (runs[-1] and line.words > 1) or (index and _points(sheet, index - 1))
            )
        ):
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _points(sheet: Sheet, index: int) -> bool:
    """Whether a line points to other articles ("More on", "See also"), not only names a department ("World news")."""
    if sheet.labels[index] not in (Label.SECTION, Label.TEASER):
        return False
    known = vocabulary()
    key = sheet.lines[index].key
    return bool(known.section_starts.start(key)) or (" " in key and key in known.teasers)


def _above_standfirst(sheet: Sheet, index: int, scores: dict[int, float], listed: dict[int, float]) -> int:
    """The headline directly above, where the line chosen reads like a standfirst, or a caption under both."""
    for step in range(_ABOVE):
        above = index - 1
        while above > 0 and sheet.labels[above] is Label.COMMENTS:
            above -= 1
        kicker = step and above in scores and sheet.lines[above].words <= _HEADLINE_WORDS
        if above not in scores or kicker or not _is_headed(sheet, index, above, scores, listed):
            break
        index = above
    return index


def _is_headed(sheet: Sheet, index: int, above: int, scores: dict[int, float], listed: dict[int, float]) -> bool:
    line, other = sheet.lines[index], sheet.lines[above]
    if other.repeats > _RUN or other.words < _HEADLINE_WORDS - 1:  # menus, kickers
        return False
    grows = _HEADLINE_WORDS < other.words <= line.words - _LONGER and above not in listed and _opens(sheet, above)
    if _is_sentence(other.text):
        return grows and _is_sentence(line.text) and scores[above] > 0
    sentence = _is_sentence(line.text) and scores[above] > 0
    long = other.words >= _MENU_WORDS
    twice = long and 1 < other.repeats < _RUN  # in the page's path or its list of what comes next
    own = twice or (above not in listed and (long or sheet.labels[above] is not Label.NAVIGATION))
    alike = own and other.words >= _HEADLINE_WORDS and scores[above] >= _ALIKE * scores[index]
    return sentence or alike or (grows and scores[above] > _LEAST)


def _opens(sheet: Sheet, index: int) -> bool:
    """Whether nothing that could be a headline too stands directly above."""
    if not index:
        return True
    line = sheet.lines[index - 1]
    return sheet.labels[index - 1] not in _HEADLINES or line.words <= _HEADLINE_WORDS or line.repeats > 1
