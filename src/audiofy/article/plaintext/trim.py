"""The article's stretch of lines to its paragraphs: what stands between and behind them is taken out. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from audiofy.article.bios import is_bio
from audiofy.article.labels import TEXT, Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

_HEADLINE_WORDS = 6
_SUBHEAD_RUN = 2
_FEW = 6
_BOX_WORDS = 45  # of a line in a box for a newsletter at most
_CALL_WORDS = 5


def _restore(sheet: Sheet, start: int, stop: int) -> None:
    """A short line that is repeated only inside the article is the article's: the heads of a recipe or an interview."""
    counts = Counter(sheet.lines[index].text for index in range(start, stop))
    for index in range(start, stop):
        line = sheet.lines[index]
        if (
            sheet.labels[index] is Label.NAVIGATION and counts[line.text] == line.repeats > 2
        ):  # twice may be a pull quote
            sheet.mark(index, Label.SENTENCE if line.ends else Label.SHORT, "repeated, but only inside the article")


def trim(sheet: Sheet, start: int, stop: int) -> tuple[int, ...]:
    """The indices of the lines between `start` and `stop` that are the article's paragraphs, headings and items."""
    _restore(sheet, start, stop)
    _under_labels(sheet, start, stop)
    _around_calls(sheet, start, stop)
    _repeats(sheet, start, stop)
    _teasers(sheet, start, stop)
    _short_runs(sheet, start, stop)
    kept = [index for index in range(start, stop) if sheet.labels[index] in TEXT]
    return tuple(_ending(sheet, kept))


def _under_labels(sheet: Sheet, start: int, stop: int) -> None:
    """The short lines under a section label are the list it names."""
    index = start
    while index < stop:
        points = sheet.labels[index] is Label.CALL and sheet.lines[index].key in vocabulary().teasers
        if points or sheet.labels[index] is Label.SECTION:
            below = index + 1
            while below < stop and (
                sheet.labels[below] in (Label.SHORT, Label.NAVIGATION, Label.COUNTER)
                or _is_cut(sheet, below)
                or _is_asking_headline(sheet, below)
            ):
                sheet.mark(below, Label.TEASER, "in a list under a section label")
                below += 1
            index = below
        else:
            index += 1


def _around_calls(sheet: Sheet, start: int, stop: int) -> None:
    """What stands alone between two calls belongs to their box, and what heads a call of some words is its title."""
    for index in range(max(start, 1), stop - 1):
        label, line = sheet.labels[index], sheet.lines[index]
        below = sheet.labels[index + 1]
        if not sheet.is_text(index) or line.words > _BOX_WORDS:
            continue
        if sheet.labels[index - 1] is Label.CALL and below in (Label.CALL, Label.LEGAL) and not line.ends:
            sheet.mark(index, Label.CALL, "between two calls")
        elif (
            label is Label.SHORT
            and line.words <= _CALL_WORDS
            and below is Label.CALL
            and sheet.lines[index + 1].words >= _CALL_WORDS
        ):
            sheet.mark(index, Label.CALL, "heads a call")


def _is_asking_headline(sheet: Sheet, index: int) -> bool:
    """Whether a question has no paragraph for an answer under it."""
    asked = sheet.labels[index] is Label.SENTENCE and sheet.lines[index].text.endswith(("?", "؟", "？"))
    return asked and not sheet.is_prose(index + 1)


def _is_cut(sheet: Sheet, index: int) -> bool:
    return sheet.lines[index].text.endswith(("...", "…")) and sheet.lines[index].sentences == 1


def _repeats(sheet: Sheet, start: int, stop: int) -> None:
    seen: set[str] = set()
    for index in range(start, stop):
        line = sheet.lines[index]
        if (
            not sheet.is_text(index) or line.words <= 3 or line.repeats > 2
        ):  # "Yes." may be said twice, and "Serves four." often
            continue
        if line.key in seen and not line.text.endswith("?"):
            sheet.mark(index, Label.REPEATED, "stands above already")
        seen.add(line.key)


def _teasers(sheet: Sheet, start: int, stop: int) -> None:
    """A headline and one sentence, tight together where paragraphs are set apart by blank lines: another article."""
    lines = sheet.lines
    apart = sum(lines[index].blank for index in range(start, stop) if sheet.is_prose(index))
    paragraphs = sum(sheet.is_prose(index) for index in range(start, stop))
    if apart < 0.7 * paragraphs:
        return
    for index in range(start, stop - 1):
        tight = not lines[index + 1].blank and lines[index].blank and sheet.is_text(index + 1)
        headline = sheet.labels[index] is Label.SHORT and lines[index].words >= _HEADLINE_WORDS
        alone = index + 2 >= len(lines) or lines[index + 2].blank
        if tight and headline and alone and lines[index + 1].sentences == 1 and not lines[index].text.endswith(":"):
            sheet.mark(index, Label.TEASER, "a headline with one sentence tight under it")
            sheet.mark(index + 1, Label.TEASER, "the sentence under a headline")


def _short_runs(sheet: Sheet, start: int, stop: int) -> None:
    """One or two short lines between paragraphs are subheads; more of them, or at the edge, are the page's."""
    index = start
    while index < stop:
        end = index
        while end < stop and sheet.labels[end] is Label.SHORT:
            end += 1
        if end > index:
            _short_run(sheet, index, end)
        index = max(end, index + 1)


def _short_run(sheet: Sheet, begin: int, end: int) -> None:
    head = begin - 1
    listed = begin > 0 and sheet.lines[head].text.endswith(":") and sheet.is_text(head)
    asked = begin > 0 and sheet.labels[head] is Label.SENTENCE and sheet.lines[head].text.endswith("?")
    listed = listed or (asked and end - begin > 1 and sheet.is_text(end))  # "What goes in?" and what does
    calls = end < len(sheet.labels) and sheet.labels[end] is Label.CALL
    for index in range(begin, end):
        if calls and index == end - 1:
            sheet.mark(index, Label.NAVIGATION, "heads a call")
        elif listed:
            sheet.mark(index, Label.LIST_ITEM, "a short line after a colon")
        elif end - begin > _SUBHEAD_RUN and not sheet.lines[index].text.endswith(":"):
            sheet.mark(index, Label.NAVIGATION, "in a run of short lines")
        else:
            sheet.mark(index, Label.HEADING, "a short line between paragraphs")
        listed = listed or (sheet.lines[index].text.endswith(":") and sheet.lines[index].words > 2)  # "Tags:"


def _ending(sheet: Sheet, kept: list[int]) -> list[int]:
    """Without headings that head nothing, notes on the author, and a teaser at the end."""
    while kept:
        last = kept[-1]
        line = sheet.lines[last]
        if sheet.labels[last] is Label.HEADING:
            sheet.mark(last, Label.NAVIGATION, "a heading with nothing under it")
        elif len(kept) > 2 and is_bio(sheet, last):
            sheet.mark(last, Label.BIO, "speaks of the author")
        elif len(kept) > 2 and _is_closing_teaser(sheet, kept):
            sheet.mark(last, Label.TEASER, "the sentence under a headline, at the end")
            sheet.mark(kept[-2], Label.TEASER, "a headline with one sentence, at the end")
            kept.pop()
        else:
            break
        kept.pop()
        del line
    return kept


def _is_closing_teaser(sheet: Sheet, kept: list[int]) -> bool:
    head, last = kept[-2], kept[-1]
    return (
        sheet.labels[head] is Label.HEADING
        and len(kept) > _FEW
        and sheet.lines[head].text[-1] not in ",;"
        and last == head + 1
        and sheet.lines[head].words >= _HEADLINE_WORDS
        and sheet.lines[last].sentences == 1
        and not any(sheet.labels[index] is Label.HEADING for index in kept[:-2])
    )
