"""Labelled lines to the stretch that is the article: the run of lines with the highest sum of weights. Pure.

The idea of maximum subsequence segmentation (Pasternack and Roth, "Extracting Article Text from the Web with Maximum
Subsequence Segmentation", WWW 2009), with weights set by hand: a paragraph weighs its words, what stands between
articles weighs against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.labels import Label

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_WEIGHTS = {
    Label.SECTION: -22,
    Label.COMMENTS: -22,
    Label.CALL: -9,
    Label.LEGAL: -12,
    Label.SOCIAL: -6,
    Label.ADDRESS: -5,
    Label.TIME: -40,
    Label.COUNTER: -4,
    Label.COMMENT: -45,
    Label.NAVIGATION: -14,
    Label.TEASER: -4,
    Label.FEED: -45,
    Label.CUT: -20,
    Label.CREDIT: -3,
    Label.BIO: -10,
    Label.BYLINE: -12,
    Label.DATE: -12,
    Label.CAPTION: -3,
    Label.DISCLOSURE: -3,
    Label.CORRECTION: 4,
}
_MOST = 60
_BARRIER = -150
_COMMENTS_BARRIER = -250


def find_region(sheet: Sheet) -> tuple[int, int]:
    """First and last index + 1 of the article's lines; (0, 0) where nothing weighs more than nothing."""
    weights = [_weight(sheet, index) for index in range(len(sheet.lines))]
    _barriers(sheet, weights)
    best, start, stop = 0.0, 0, 0
    run, begin = 0.0, 0
    for index, weight in enumerate(weights):
        if run <= 0:
            run, begin = 0.0, index
        run += weight
        if run > best:
            best, start, stop = run, begin, index + 1
    return _widen(sheet, start, stop) if best > 0 else (0, 0)


def _weight(sheet: Sheet, index: int) -> float:
    label, line = sheet.labels[index], sheet.lines[index]
    if label is Label.PROSE:
        weight = float(min(line.words, _MOST))
        if line.repeats > 1:
            return weight * 0.3
        near = any(
            sheet.is_prose(other) for other in (index - 3, index - 2, index - 1, index + 1, index + 2, index + 3)
        )
        return weight if near else weight * 0.45
    if label in _WEIGHTS:
        return _WEIGHTS[label]
    beside = sheet.is_prose(index - 1) + sheet.is_prose(index + 1)
    if label is Label.LIST_ITEM:
        return min(line.words, 12) * 0.5 if line.words > 2 else -2
    if label is Label.SENTENCE:
        return (2.0, 4.0, 6.0)[beside] if beside or _close(sheet, index) else -4.0
    if beside == 2:
        return -1
    return -3 if beside or _close(sheet, index) else -9


def _close(sheet: Sheet, index: int) -> bool:
    """Whether a paragraph stands two lines above and one two lines below."""
    return any(sheet.is_prose(index - step) for step in (1, 2)) and any(sheet.is_prose(index + step) for step in (1, 2))


def _barriers(sheet: Sheet, weights: list[float]) -> None:
    """Makes a second byline, and a comments label after three paragraphs, weigh against going on."""
    paragraphs = 0
    for index, label in enumerate(sheet.labels):
        if label is Label.PROSE:
            paragraphs += 1
        elif label is Label.COMMENTS and paragraphs > 2 and not _goes_on(sheet, index):
            weights[index] = _COMMENTS_BARRIER
        elif label is Label.BYLINE and paragraphs > 1 and not sheet.is_prose(index - 1):
            weights[index] = _BARRIER


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Whether paragraphs stand tight around a line: a button in the midst of the article."""
    return any(sheet.is_prose(index - step) for step in (1, 2)) and all(sheet.is_prose(index + step) for step in (1, 2))


def _widen(sheet: Sheet, start: int, stop: int) -> tuple[int, int]:
    """Up to the first paragraph behind a byline or date; down over a call or caption to one more paragraph."""
    for index in range(start - 1, max(-1, start - 8), -1):
        label = sheet.labels[index]
        if label in (Label.BYLINE, Label.DATE, Label.SECTION, Label.FEED, Label.TIME, Label.COMMENT):
            break
        if label in (Label.PROSE, Label.SENTENCE) and sheet.lines[index].repeats == 1 and _headed(sheet, index):
            start = index
    for index in range(stop, min(len(sheet.lines), stop + 3)):
        if sheet.labels[index] is Label.SENTENCE and index == stop:
            stop = index + 1
        elif sheet.labels[index] not in (Label.CALL, Label.CAPTION, Label.SOCIAL):
            break
    return start, stop


def _headed(sheet: Sheet, index: int) -> bool:
    """Whether a byline or a date stands close above."""
    for above in range(index - 1, max(-1, index - 6), -1):
        if sheet.labels[above] in (Label.BYLINE, Label.DATE):
            return True
        if sheet.is_prose(above):
            return False
    return False
