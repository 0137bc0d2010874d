"""The article's stretch of lines to one that goes on behind the boxes that stand in the article's midst. Pure.

A box for a newsletter, a list of other stories or a row of buttons weighs as much as what closes an article. What tells
them apart is what follows: paragraphs about the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.bios import is_bio, names_somebody
from audiofy.article.labels import Label
from audiofy.article.names import byline_names
from audiofy.article.topic import Topic
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

# Share of a paragraph's words that the article has too: seven of its own paragraphs in eight have as much.
_SAME_ALONE, _SAME = 0.36, 0.3
# Of what follows an article's first paragraphs, half has as much in common with them; of others, one in a hundred.
_SAME_FEW = 0.2
_STRANGE = 0.14  # with less, what follows is not looked at
_STRANGE_SAID = 0.05  # the same where somebody is quoted
_FEWEST = 15  # words of a paragraph that can tell
# Three words or more in marks of quotation.
_SAID = re.compile(r"[\"“”„«»‘](?:[^\W_][^\s\"“”„«»]*\s+){2,60}[^\s\"“”„«»]+\s?[\"“”«»’]|«\s[^»]{12,}\s»|「[^」]{6,}」")
_REPORT = 2  # sentences of one that somebody's words stand in
_RUNNING = (Label.PROSE, Label.SENTENCE, Label.AD)  # what a run of paragraphs goes on over
_HEADING = 8  # words
_BOX = 9  # lines that a box has at most
_SMALL_BOX = 6
# Below a small box two paragraphs on end are the article's, unless they share next to nothing with much of it.
_SAME_BELOW_BOX = 0.05
_POINTERS = (Label.CALL, Label.TEASER, Label.AD)
_BOXES = frozenset((Label.SECTION, Label.CALL, Label.TEASER, Label.AD, Label.SOCIAL))
# What only other articles have, and what stands behind one's end.
_OTHERS = frozenset((Label.BYLINE, Label.DATE, Label.TIME, Label.FEED, Label.COMMENT, Label.COMMENTS, Label.BIO))


def find_resumption(sheet: Sheet, start: int, stop: int) -> int:
    """Where an article ends that was found to end at `stop`: behind the last paragraph about the same below a box."""
    if stop > start and is_bio(sheet, stop - 1):
        return stop
    topic = Topic(sheet, start, stop)
    alone, together = (_SAME_ALONE, _SAME) if topic.tells else (_SAME_FEW, _SAME_FEW)
    authors = _author_words(sheet, start)
    questions = sum(_asks(sheet, index) for index in range(start, stop - 1))
    end = index = stop
    while index < len(sheet.lines):
        label, line = sheet.labels[index], sheet.lines[index]
        button = label is Label.COMMENTS and index == end  # "Leave a comment"
        if (label in _OTHERS and not button) or index - end >= _BOX or _is_about(sheet, index, authors):
            break
        index += 1
        if questions > 1 and _asks(sheet, index - 1):
            index += 1
            end = index
            continue
        if label is Label.PROSE and line.words >= _FEWEST:
            first, index = index - 1, _run_from(sheet, index, authors)
            run = [at for at in range(end, index) if sheet.is_prose(at) and sheet.lines[at].words >= _FEWEST]
            share = _share(sheet, topic, run)
            small = _is_below_small_box(sheet, range(end, first), run)
            said = _reports(sheet, run)
            if share < (_STRANGE_SAID if said else _STRANGE) and not small:
                break
            least = together if len(run) > 1 else alone
            if said or share >= (_SAME_BELOW_BOX if small and topic.tells else 0.0 if small else least):
                end = index
    return end


def _asks(sheet: Sheet, index: int) -> bool:
    """Whether a line is a question on its own with a paragraph for an answer: a part of an interview, or of advice."""
    asked = sheet.labels[index] in (Label.SENTENCE, Label.SHORT) and sheet.lines[index].text.endswith("?")
    return asked and sheet.lines[index].repeats == 1 and sheet.is_prose(index + 1)


def _reports(sheet: Sheet, run: list[int]) -> bool:
    """Whether some paragraphs report, and what somebody said with it: notices, teasers and notes on authors don't.

    One alone has two sentences at least, or three where nobody is quoted: what stands under a headline has fewer.
    """
    said = any(_SAID.search(sheet.lines[index].text) for index in run)
    if len(run) > 1:
        return said
    return sum(sheet.lines[index].sentences for index in run) >= (_REPORT if said else _REPORT + 1)


def _run_from(sheet: Sheet, index: int, authors: set[str]) -> int:
    """Where a run of paragraphs that goes on at `index` ends; a subhead may stand between two of them."""
    while index < len(sheet.lines) and not _is_about(sheet, index, authors):
        if sheet.labels[index] not in _RUNNING and not _is_subhead(sheet, index):
            break
        index += 1
    return index


def _is_subhead(sheet: Sheet, index: int) -> bool:
    """Whether a short line stands between two paragraphs; one of a single sentence below it is a teaser's."""
    below = index + 1
    return (
        sheet.labels[index] in (Label.SHORT, Label.HEADING)
        and sheet.labels[index - 1] in _RUNNING
        and below < len(sheet.lines)
        and sheet.is_prose(below)
        and sheet.lines[below].sentences > 1
    )


def _is_below_small_box(sheet: Sheet, box: range, run: list[int]) -> bool:
    """Whether two paragraphs or more stand below a few lines, and one of these calls, points elsewhere or advertises.

    What stands right under "Most read" is what it names; "Read more" is a button.
    """
    calls = any(chrome.is_weak_call(sheet.lines[index]) or sheet.lines[index].repeats > 1 for index in run)
    boxed = any(sheet.labels[index] in _BOXES for index in box)
    named = boxed and sheet.labels[box[-1]] is Label.SECTION and sheet.lines[box[-1]].key not in vocabulary().teasers
    enough = len(run) > 1 or (len(box) == 1 and sheet.labels[box[0]] in _POINTERS)
    return enough and len(box) <= _SMALL_BOX and boxed and not calls and not named


def _is_about(sheet: Sheet, index: int, authors: set[str]) -> bool:
    """Whether a line is about the article's author, or heads what is: "About NAME"."""
    line = sheet.lines[index]
    heads = line.words <= _HEADING and not line.ends and names_somebody(line.text)
    return is_bio(sheet, index) or heads or not authors.isdisjoint(line.text.split(maxsplit=2)[:2])


def _share(sheet: Sheet, topic: Topic, run: list[int]) -> float:
    """Which share of the words of some paragraphs the article has too; 0 where one is repeated or a call."""
    lines = [sheet.lines[index] for index in run]
    if any(line.repeats > 1 or chrome.is_weak_call(line) for line in lines):
        return 0.0
    return sum(topic.share(index) * sheet.lines[index].words for index in run) / sum(line.words for line in lines)


def _author_words(sheet: Sheet, start: int) -> set[str]:
    """The words of the names in the bylines above the article."""
    lines = (sheet.lines[index].text for index in range(start) if sheet.labels[index] is Label.BYLINE)
    return {word for line in lines for name in byline_names(line) for word in name.split()}
