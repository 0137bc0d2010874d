"""Labelled lines to the blurbs among them: what a box says to have readers sign up. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.chrome import speaks_of_site
from audiofy.article.labels import Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_QUOTE = frozenset('"“”„«»')
_LONGEST = 30  # words of a blurb
_LETTER = 4  # lines of a box for a newsletter at most, its heading among them
_SHORT, _SHORTEST = 14, 10  # words of a line in it, and of one that reads as a paragraph


def label_blurbs(sheet: Sheet) -> None:
    """Labels what speaks of newsletters and inboxes beside a call, and what stands under a newsletter's heading."""
    for index, label in enumerate(sheet.labels):
        line = sheet.lines[index]
        if label in (Label.PROSE, Label.SENTENCE) and Label.CALL in sheet.labels[max(0, index - 1) : index + 3]:
            if line.words <= _LONGEST and speaks_of_site(line, vocabulary().clues.find(line.key)):
                sheet.mark(index, Label.CALL, "speaks of the site, beside a call")
            elif _is_enclosed(sheet, index):
                sheet.mark(index, Label.CALL, "between a call and a notice")
        elif label is Label.SECTION and "called_for" in vocabulary().clues.find(line.key):
            _label_letter(sheet, index)


def _is_enclosed(sheet: Sheet, index: int) -> bool:
    """Whether a few words stand alone between a call and another call or a notice: what is called for."""
    around = sheet.labels[index - 1 : index + 2] if index else []
    enclosed = len(around) > 2 and around[0] is Label.CALL and around[2] in (Label.CALL, Label.LEGAL)
    return enclosed and sheet.lines[index].words <= _LONGEST and _QUOTE.isdisjoint(sheet.lines[index].text)


def _label_letter(sheet: Sheet, heading: int) -> None:
    """Labels the lines between the heading and the next paragraph or call, where they are few and short."""
    end = heading + 1
    while end < len(sheet.lines) and _is_short(sheet, end):
        end += 1
    closed = end < len(sheet.lines) and (sheet.is_prose(end) or sheet.labels[end] is Label.CALL)
    for index in range(heading + 1, end) if closed and end <= heading + _LETTER else ():
        sheet.mark(index, Label.CALL, "in a box for a newsletter")


def _is_short(sheet: Sheet, index: int) -> bool:
    label, words = sheet.labels[index], sheet.lines[index].words
    return (label in (Label.SHORT, Label.SENTENCE) and words <= _SHORT) or (label is Label.PROSE and words <= _SHORTEST)
