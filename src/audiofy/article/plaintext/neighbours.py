"""Labelled lines to better labels, by what stands around each: feeds, comment threads, galleries, lists. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.labels import Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_BULLET = re.compile(r"(?:[•·▪◦‣*–—-]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
_COMMENTER = re.compile(r"(?P<name>[^\W_][^:]{1,40}?)\s(?P<verb>\w+)\s?:?$")
_FEED_GAP = 5


def judge_by_neighbours(sheet: Sheet) -> None:
    """Puts better labels on lines of `sheet` where their neighbours tell more than they do."""
    _comment_threads(sheet)
    _feeds(sheet)
    _counted_captions(sheet)
    _lists(sheet)


def _comment_threads(sheet: Sheet) -> None:
    verbs = vocabulary().comment_verbs
    heads = []
    for index, line in enumerate(sheet.lines):
        if line.words <= 14 and line.text.endswith(":"):
            match = _COMMENTER.match(line.text)
            if match and match["verb"].casefold() in verbs and any(character.isdigit() for character in line.text):
                heads.append(index)
    if len(heads) < 2:  # noqa: PLR2004 - one such line may be the article's
        return
    for index in range(heads[0], len(sheet.lines)):
        if sheet.is_text(index) or index in heads:
            sheet.mark(index, Label.COMMENT, "in a thread of comments")


def _feeds(sheet: Sheet) -> None:
    """A news feed: at least two lines that are only a time, each with a headline and a paragraph, close together."""
    times = [index for index, label in enumerate(sheet.labels) if label is Label.TIME]
    run: list[int] = []
    for index in [*times, len(sheet.lines) + 2 * _FEED_GAP]:
        if run and index - run[-1] > _FEED_GAP:
            _mark_feed(sheet, run)
            run = []
        run.append(index)


def _mark_feed(sheet: Sheet, run: list[int]) -> None:
    if len(run) < 2 or not any(sheet.is_text(at + 1) for at in run):  # noqa: PLR2004 - see above
        return
    end = run[-1] + 1
    while end < len(sheet.lines) and end <= run[-1] + 2 and sheet.is_text(end):
        end += 1
    for index in range(run[0], end):
        if sheet.labels[index] is not Label.TIME:
            sheet.mark(index, Label.FEED, "between the times of a news feed")


def _counted_captions(sheet: Sheet) -> None:
    for index, label in enumerate(sheet.labels[:-1]):
        counted = (
            label is Label.COUNTER
            and re.search(r"\d", sheet.lines[index].key)
            and re.search(r"[^\W\d]", sheet.lines[index].key)
        )
        if counted and sheet.is_text(index + 1) and sheet.lines[index + 1].sentences <= 2:  # noqa: PLR2004 - a caption
            sheet.mark(index + 1, Label.CAPTION, "under a gallery counter")


def _lists(sheet: Sheet) -> None:
    """Lines that begin with bullets or numbers, three or more alike, and short lines after a colon."""
    marked = [index for index, line in enumerate(sheet.lines) if _BULLET.match(line.text) and sheet.is_text(index)]
    for index in marked:
        near = [other for other in marked if abs(other - index) <= 6]  # noqa: PLR2004 - items of one list
        if len(near) >= 3:  # noqa: PLR2004 - three make a list
            sheet.mark(index, Label.LIST_ITEM, "an item of a marked list")
