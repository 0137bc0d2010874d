"""Labelled lines to the stretch that is the article: the run of lines with the highest sum of weights. Pure.

The idea of maximum subsequence segmentation (Pasternack and Roth, "Extracting Article Text from the Web with Maximum
Subsequence Segmentation", WWW 2009), with weights set by hand: a paragraph weighs its words, less where it stands
alone, and what stands between articles weighs against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.labels import Label
from audiofy.article.topic import Topic

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_WEIGHTS = {
    Label.SECTION: -26,
    Label.COMMENTS: -26,
    Label.CALL: -10,
    Label.AD: -1,
    Label.LEGAL: -14,
    Label.SOCIAL: -6,
    Label.ADDRESS: -2,
    Label.TIME: -40,
    Label.COUNTER: -4,
    Label.COMMENT: -45,
    Label.NAVIGATION: -12,
    Label.TEASER: -2,
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
# What may stand anywhere between two paragraphs and says nothing about where the article ends.
_SEEN_THROUGH = frozenset(
    (Label.CAPTION, Label.ADDRESS, Label.COUNTER, Label.DISCLOSURE, Label.SOCIAL, Label.AD, Label.TEASER)
)
_MOST = 60
_BARRIER = -150
_DATE_BARRIER = -60
_COMMENTS_BARRIER = -250
_UNDER_BYLINE = 40
_NEAR = 12
_LONG = 10
_ON_TOPIC = 0.4
_ON_TOPIC_WORDS = 7
_HARDLY_LIGHTER = 0.45
_STOPS = frozenset((Label.COMMENTS, Label.COMMENT, Label.FEED, Label.LEGAL))
# By how many of the four nearest lines are paragraphs too.
# By the line, by the word, and by how many words at most.
_ITEMS = {Label.TABLE: (0.0, 0.3, 12), Label.LIST_ITEM: (1.0, 0.6, 20)}
_COMPANY = (0.35, 0.6, 0.85, 1.0, 1.0)


def find_region(sheet: Sheet) -> tuple[int, int]:
    """First and last index + 1 of the article's lines; (0, 0) where nothing weighs more than nothing.

    Weighed twice: the second time a paragraph weighs less that has few words in common with what was found at first.
    """
    weights = _weights(sheet)
    start, stop = _heaviest(weights)
    topic = Topic(sheet, start, stop)
    if topic.tells:
        for index, label in enumerate(sheet.labels):
            if label is Label.PROSE:
                weights[index] *= _closeness(topic.share(index))
        start, stop = _heaviest(weights)
    if start == stop:
        return 0, 0
    return _under_a_byline(sheet, start, stop) or _widen(sheet, start, stop)


def _heaviest(weights: list[float]) -> tuple[int, int]:
    """The run with the highest sum (Kadane's algorithm); (0, 0) where no weight is above nothing."""
    best, start, stop = 0.0, 0, 0
    run, begin = 0.0, 0
    for index, weight in enumerate(weights):
        if run <= 0:
            run, begin = 0.0, index
        run += weight
        if run > best:
            best, start, stop = run, begin, index + 1
    return start, stop


def _closeness(share: float) -> float:
    if share < 0.12:  # one paragraph in twenty of an article has so little in common with the rest
        return 0.3
    return 0.7 if share < 0.22 else 1.0  # one in eight


def _under_a_byline(sheet: Sheet, start: int, stop: int) -> tuple[int, int] | None:
    """A run of paragraphs that stands under title and byline, where the heaviest run does not and is hardly heavier.

    Comments, notices and teasers can be longer together than a short article; none of them has a byline above.
    """
    mass = _mass(sheet, start, stop)
    for index, label in enumerate(sheet.labels):
        if label not in (Label.BYLINE, Label.DATE):
            continue
        if index >= stop or (index < start and _leads_to(sheet, index, start)):
            return None
        end = _run_under(sheet, index)
        paragraphs = sum(sheet.is_prose(place) for place in range(index + 1, end))
        if (
            paragraphs > 2 and _mass(sheet, index + 1, end) >= _HARDLY_LIGHTER * mass and _has_headline(sheet, index)
        ):  # an article
            return index + 1, end
    return None


def _mass(sheet: Sheet, start: int, stop: int) -> int:
    return sum(min(sheet.lines[index].words, _MOST) for index in range(start, stop) if sheet.is_prose(index))


def _leads_to(sheet: Sheet, index: int, start: int) -> bool:
    """Whether nothing that could be an article stands between a byline at `index` and `start`."""
    return start - index <= _NEAR and sum(sheet.is_prose(place) for place in range(index + 1, start)) <= 1


def _run_under(sheet: Sheet, index: int) -> int:
    """How far the text under a byline goes: to the next one, to comments, a feed, a notice, or a long gap."""
    end, away, prose = index + 1, 0, False
    for place in range(index + 1, len(sheet.lines)):
        label = sheet.labels[place]
        away = 0 if label in (Label.PROSE, Label.SENTENCE) else away + 1
        if label in _STOPS or away > _NEAR or (prose and label in (Label.BYLINE, Label.DATE)):
            break
        if label in (Label.PROSE, Label.SENTENCE, Label.LIST_ITEM):
            prose = prose or label is Label.PROSE
            end = place + 1
    return end


def _has_headline(sheet: Sheet, index: int) -> bool:
    above = range(max(0, index - 4), index)
    return any(
        sheet.labels[place] in (Label.SHORT, Label.NAVIGATION, Label.SENTENCE, Label.PROSE)
        and sheet.lines[place].words > 3
        for place in above
    )  # headlines


def _weights(sheet: Sheet) -> list[float]:
    weights = [float(_WEIGHTS.get(label, 0)) for label in sheet.labels]
    order = [index for index, label in enumerate(sheet.labels) if label not in _SEEN_THROUGH]
    prose = [False, False, *(sheet.labels[index] is Label.PROSE for index in order), False, False]
    for place, index in enumerate(order, 2):
        weights[index] = _weight(sheet, index, prose[place - 2 : place + 3])
    _gaps(sheet, weights)
    _barriers(sheet, weights)
    return weights


def _gaps(sheet: Sheet, weights: list[float]) -> None:
    """Makes each further line without text weigh more: the longer a stretch of them, the less goes on behind it."""
    away = 0
    for index, label in enumerate(sheet.labels):
        if label in (Label.PROSE, Label.SENTENCE, Label.LIST_ITEM, Label.TABLE):
            away = 0
        elif label not in _SEEN_THROUGH:
            away += 1
            weights[index] -= 4.0 * max(0, away - 3)


def _weight(sheet: Sheet, index: int, company: list[bool]) -> float:
    """The weight of a line; `company` says which of the two lines before it, itself, and the two after are prose."""
    label, line = sheet.labels[index], sheet.lines[index]
    before, after = company[1], company[3]
    if label is Label.PROSE:
        weight = min(line.words, _MOST) * _COMPANY[sum(company) - 1]
        if line.repeats > 1:
            weight *= 0.3
        return weight * 0.3 if chrome.is_weak_call(line) else weight
    if label in _ITEMS:
        base, word, most = _ITEMS[label]
        return base + min(line.words, most) * word
    if label in _WEIGHTS:
        return _WEIGHTS[label] * (0.5 if before and after else 1.0)
    beside = before + after
    around = (company[0] or before) and (after or company[4])
    if label is Label.SENTENCE:
        return 3.0 * (1 + beside) if beside or around else -4.0
    return -1.0 if beside > 1 else -3.0 if beside or around else -9.0


def _barriers(sheet: Sheet, weights: list[float]) -> None:
    """Makes a second byline, and a comments label after three paragraphs, weigh against going on."""
    paragraphs = 0
    headed = False
    for index, label in enumerate(sheet.labels):
        if label is Label.PROSE:
            if headed:
                weights[index] += _UNDER_BYLINE
                headed = False
            paragraphs += 1
        elif label is Label.COMMENTS and paragraphs > 2 and not _goes_on(sheet, index):  # an article above
            weights[index] = _COMMENTS_BARRIER
        elif label is Label.BYLINE:
            headed = True
            if paragraphs > 1 and not _goes_on(sheet, index):
                weights[index] = _BARRIER
        elif label is Label.DATE:
            headed = True
            if paragraphs > 1 and not _goes_on(sheet, index):
                weights[index] = _DATE_BARRIER


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Whether paragraphs stand tight around a line: something in the midst of the article."""
    return any(sheet.is_prose(index - step) for step in (1, 2)) and all(sheet.is_prose(index + step) for step in (1, 2))


def _widen(sheet: Sheet, start: int, stop: int) -> tuple[int, int]:
    """Up to the first paragraph behind a byline or date; down to a short sentence that follows at once."""
    topic, boxed = Topic(sheet, start, stop), False
    for index in range(start - 1, max(-1, start - 8), -1):
        label = sheet.labels[index]
        if label in (Label.BYLINE, Label.DATE, Label.FEED, Label.TIME, Label.COMMENT):
            break
        boxed = boxed or label is Label.SECTION  # the first paragraph may stand above a box
        if boxed and not (label is Label.PROSE and topic.tells and topic.share(index) >= _ON_TOPIC):
            continue
        reads = label in (Label.PROSE, Label.SENTENCE) or (label is Label.SHORT and sheet.lines[index].words >= _LONG)
        if reads and sheet.lines[index].repeats == 1 and _headed(sheet, index):
            start = index
    return start, _down(sheet, stop, topic)


def _down(sheet: Sheet, stop: int, topic: Topic) -> int:
    """Down over sentences, items and lines on the topic that follow, one other short line between at most."""
    end = stop
    for index in range(stop, len(sheet.lines)):
        label, line = sheet.labels[index], sheet.lines[index]
        reads = label in (Label.SENTENCE, Label.LIST_ITEM, Label.PROSE, Label.POST) and line.repeats == 1
        close = label is Label.SHORT and line.words >= _ON_TOPIC_WORDS and topic.tells
        if reads or (close and topic.share(index) >= _ON_TOPIC):
            end = index + 1
        elif label is Label.SECTION and _is_insert(sheet, index, topic):
            continue
        elif label not in (Label.SHORT, Label.AD) or index > end + 1:
            break
    return end


def _is_insert(sheet: Sheet, index: int, topic: Topic) -> bool:
    """Whether a section label has a link or two under it and then the article goes on."""
    for below in range(index + 1, min(index + 4, len(sheet.lines))):
        if sheet.is_prose(below):
            return topic.tells and topic.share(below) >= _ON_TOPIC
        if sheet.labels[below] is not Label.SHORT:
            break
    return False


def _headed(sheet: Sheet, index: int) -> bool:
    """Whether a byline or a date stands close above."""
    for above in range(index - 1, max(-1, index - 6), -1):
        if sheet.labels[above] in (Label.BYLINE, Label.DATE):
            return True
        if sheet.is_prose(above):
            return False
    return False
