"""Labelled lines to better labels, by what stands around each: feeds, comment threads, captions, lists. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.blurbs import label_blurbs
from audiofy.article.captions import is_bare_credit
from audiofy.article.labels import Label
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.article.labels import Sheet
    from audiofy.article.lines import Line

_BULLET = re.compile(r"(?:[•·▪◦‣■●►*]\s?|[–—-]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)(?=\S)")
_COMMENTER = re.compile(r"[^\W_].{1,90}\s(?P<verb>\w+)\s?:$")
_NUMBERS = re.compile(r"(?<![\w.])[\d.,:%+-]*\d[\d.,:%+-]*(?!\w)")
_SMALL = r"[^\W\d_A-ZÀ-Þ]"
_GLUED = re.compile(rf"[A-ZÀ-Þ](?:(?<={_SMALL}{{3}}[A-ZÀ-Þ])|(?<={_SMALL}{{3}}[?!.][A-ZÀ-Þ])){_SMALL}+ ")
_GLUE = 4  # characters before it
# How American agencies date their captions: "Tuesday, Nov. 19, 2019".
_DATED = re.compile(r"day, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? (?:19|20)\d\d")
_MEASURED = re.compile(r"[\d½¼¾⅓⅔⅛](?:[\d/.,–-]|\s\d/\d)*[^\W\d_]{0,3}\s[^\W\d_]")
_FEED_GAP = 5
_ALIKE = 4
_FEW_ALIKE = 3
_FEW_ITEMS = 2
_CAPTION_WORDS = 70
_LEAD = 15  # words of a first paragraph at least
# Sentences and words that the summary of another article has at most: where only their number tells, and under a label.
_ALONE, _LABELLED = (1, 35), (2, 60)
_REPORTER = 3  # lines of a post's head at most: a name, a role, a place
_BUTTON_WORDS = 4
_LABELLED_LINES = 4  # of two headlines with summaries


def judge_by_neighbours(sheet: Sheet, *, feeds: bool = True) -> None:
    """Puts better labels on lines of `sheet` where their neighbours tell more than they do.

    Without `feeds`, what looks like a feed of other news is text: a live blog looks like one.
    """
    _comment_threads(sheet)
    _sharing(sheet)
    _posts(sheet)
    _players(sheet)
    (_feeds if feeds else _live_posts)(sheet)
    _glued_teasers(sheet)
    _parted(sheet)
    _pairs(sheet)
    _captions(sheet)
    label_blurbs(sheet)
    _tables(sheet)
    _lists(sheet)


def _comment_threads(sheet: Sheet) -> None:
    verbs = vocabulary().comment_verbs
    heads = []
    for index, line in enumerate(sheet.lines):
        if line.words <= 16 and line.text.endswith(":"):  # "NAME on DATE at TIME said:"
            match = _COMMENTER.match(line.text)
            if match and match["verb"].casefold() in verbs and any(character.isdigit() for character in line.text):
                heads.append(index)
    if len(heads) < 2:  # one such line may be the article's
        return
    for index in range(heads[0], len(sheet.lines)):
        if sheet.is_text(index) or index in heads:
            sheet.mark(index, Label.COMMENT, "in a thread of comments")


def _sharing(sheet: Sheet) -> None:
    """What heads a row of sharing services is one of its buttons, and no end of an article."""
    for index, label in enumerate(sheet.labels[:-1]):
        if label is Label.SECTION and sheet.labels[index + 1] is Label.SOCIAL:
            sheet.mark(index, Label.SOCIAL, "heads names of sharing services")


def _posts(sheet: Sheet) -> None:
    """The line above one that signs a post is the post."""
    for index, label in enumerate(sheet.labels):
        if label is Label.POST and index and sheet.labels[index - 1] in (Label.PROSE, Label.SENTENCE, Label.SHORT):
            sheet.mark(index - 1, Label.POST, "above the line that signs a post")


def _players(sheet: Sheet) -> None:
    """The title of a film and the two sentences about it, under the label of a player."""
    for index in range(1, len(sheet.lines) - 1):
        line, below = sheet.lines[index], sheet.lines[index + 1]
        if sheet.lines[index - 1].key not in vocabulary().players or not sheet.is_prose(index + 1):
            continue
        if sheet.labels[index] is Label.SHORT and line.words > 3 and below.sentences <= 2:  # no subhead
            sheet.mark(index, Label.CAPTION, "under the label of a player")
            sheet.mark(index + 1, Label.CAPTION, "about a film, under its title")


def _feeds(sheet: Sheet) -> None:
    """A news feed: at least two lines that are only a time, each with a headline and a paragraph, close together."""
    times = [index for index, label in enumerate(sheet.labels) if label is Label.TIME]
    run: list[int] = []
    for index in [*times, len(sheet.lines) + 2 * _FEED_GAP]:
        if run and index - run[-1] > _FEED_GAP:
            _mark_feed(sheet, run)
            run = []
        run.append(index)


def _live_posts(sheet: Sheet) -> None:
    """The posts of a live blog: under each time a heading, who reports, and what happened; at the end, buttons."""
    begin = -1
    for index, label in enumerate(sheet.labels[:-2]):
        if label is not Label.TIME or not sheet.is_text(index + 1):
            continue
        below = next((at for at in range(index + 2, index + 2 + _REPORTER) if sheet.is_prose(at)), -1)
        if below < 0:
            continue
        for place in range(index - 1, begin, -1) if begin > 0 else ():
            if sheet.labels[place] is not Label.SHORT or sheet.lines[place].words > _BUTTON_WORDS:
                break
            sheet.mark(place, Label.SOCIAL, "at the end of a post in a live blog")
        sheet.mark(index, Label.COUNTER, "the time of a post in a live blog")
        sheet.mark(index + 1, Label.HEADING, "the heading of a post in a live blog")
        for place in range(index + 2, below):
            sheet.mark(place, Label.COUNTER, "who reports, in a post of a live blog")
        begin = below


def _mark_feed(sheet: Sheet, run: list[int]) -> None:
    if len(run) < 2 or not any(sheet.is_text(at + 1) for at in run):  # see above
        return
    closing = _heads_an_article(sheet, run[-1])
    run = run[:-1] if closing else run
    if len(run) < 2:  # see above
        return
    end = run[-1] + 1
    while not closing and end < len(sheet.lines) and end <= run[-1] + 2 and sheet.is_text(end):
        end += 1
    for index in range(run[0], end):
        if sheet.labels[index] is not Label.TIME:
            sheet.mark(index, Label.FEED, "between the times of a news feed")


def _heads_an_article(sheet: Sheet, index: int) -> bool:
    """Whether a time closes the head of an article: not a headline but paragraphs follow."""
    below = [at for at in range(index + 1, min(index + 3 * _FEED_GAP, len(sheet.lines))) if sheet.is_text(at)]
    headline = bool(below) and below[0] == index + 1 and not sheet.is_prose(below[0])
    return not headline and sum(map(sheet.is_prose, below)) > 2  # an article


def _glued_teasers(sheet: Sheet) -> None:
    """Headlines with their summaries glued to them ("Bridge closedThe council"), three or more paragraphs in a row.

    Names are written like that too ("YouTube"), but one and the same name again and again.
    """
    run: list[int] = []
    glue: set[str] = set()
    for index in [*(index for index in range(len(sheet.lines)) if sheet.is_prose(index)), -1]:
        found = _GLUED.search(sheet.lines[index].text) if index >= 0 else None
        if found:
            run.append(index)
            glue.add(found.string[max(0, found.start() - _GLUE) : found.end()])
            continue
        if len(run) >= 3 and len(glue) == len(run):  # a list
            for place in run:
                sheet.mark(place, Label.TEASER, "one of several headlines with summaries glued to them")
        run, glue = [], set()


def _parted(sheet: Sheet) -> None:
    """Single paragraphs with the same short line between them, four times or more, are posts of a list."""
    gaps = [
        index
        for index in range(1, len(sheet.lines) - 1)
        if sheet.is_prose(index)
        and sheet.lines[index - 1].text == sheet.lines[index + 1].text
        and sheet.lines[index - 1].words <= 8  # a row of buttons
        and sheet.labels[index - 1] not in (Label.AD, Label.PROSE)
    ]
    if len(gaps) >= _ALIKE:
        for index in gaps:
            sheet.mark(index, Label.FEED, "one of several paragraphs between the same buttons")


def _pairs(sheet: Sheet) -> None:
    """Headline and summary in turn: a list of other articles, where there are four, or two under a section's label."""
    index = 0
    while index < len(sheet.lines):
        labelled = index > 0 and sheet.labels[index - 1] is Label.SECTION
        sentences, words = _LABELLED if labelled else _ALONE
        end = index
        while _is_pair(sheet, end, sentences, words):
            end += 2
        closed = labelled and end - index >= _LABELLED_LINES and not sheet.is_text(end)
        if closed or end - index >= 2 * _ALIKE:
            for place in range(index, end):
                sheet.mark(place, Label.TEASER, "in a list of headlines with summaries")
        index = max(end, index + 1)


def _is_pair(sheet: Sheet, index: int, sentences: int, words: int) -> bool:
    if index + 1 >= len(sheet.lines) or not sheet.is_prose(index + 1):
        return False
    headline = (
        sheet.labels[index] in (Label.SHORT, Label.NAVIGATION) and sheet.lines[index].words >= 5
    )  # subheads are shorter
    return headline and sheet.lines[index + 1].sentences <= sentences and sheet.lines[index + 1].words <= words


def _captions(sheet: Sheet) -> None:
    """A text under a gallery counter, and one over a line that is only a credit, is a picture's."""
    for index, label in enumerate(sheet.labels):
        line = sheet.lines[index]
        if label is Label.COUNTER and _is_text_with_figures(line.key) and sheet.is_text(index + 1):
            if sheet.lines[index + 1].sentences <= 2:  # a caption
                sheet.mark(index + 1, Label.CAPTION, "under a gallery counter")
        elif label is Label.CAPTION and line.text[-1] in ",:" and line.key in vocabulary().caption_labels:
            if sheet.is_text(index + 1) and sheet.lines[index + 1].sentences <= 2:  # a caption
                sheet.mark(index + 1, Label.CAPTION, "under the word that says so")
        elif label is Label.CAPTION and index and is_bare_credit(line) and sheet.is_text(index - 1):
            above = sheet.lines[index - 1]
            opens = not (_headed(sheet, index - 1) or _is_lead(above, line.key)) and not any(
                sheet.is_prose(index - step) for step in (2, 3, 4)
            )
            if above.words <= _CAPTION_WORDS and (
                not above.ends or above.repeats > 1 or opens or _DATED.search(above.text)
            ):
                sheet.mark(index - 1, Label.CAPTION, "over a credit")


def _is_lead(line: Line, credit: str) -> bool:
    """Whether what stands over a credit, above all paragraphs, is the first of them, by its length.

    "Photo by NAME" is more often all that stands under a picture than "NAME, AGENCY" is.
    """
    whole = vocabulary().caption_starts.start(credit).endswith(vocabulary().credit_words)
    return line.ends and line.words >= (_LEAD if whole else _CAPTION_WORDS - _LEAD)


def _is_text_with_figures(key: str) -> bool:
    return any(character.isdigit() for character in key) and any(character.isalpha() for character in key)


def _headed(sheet: Sheet, index: int) -> bool:
    """Whether a byline or date stands directly above: then a paragraph begins the article."""
    return index > 0 and sheet.labels[index - 1] in (Label.BYLINE, Label.DATE, Label.TIME)


def _tables(sheet: Sheet) -> None:
    """Four or more lines in a row with two figures each and no end of a sentence are rows of a table."""
    for run in _runs(sheet, _is_row):
        for index in range(*run):
            sheet.mark(index, Label.TABLE, "a row of a table")
        if (
            run[0] and sheet.labels[run[0] - 1] is Label.SHORT and sheet.lines[run[0] - 1].words > 2
        ):  # "Pos. Driver Points"
            sheet.mark(run[0] - 1, Label.TABLE, "the head of a table")


def _is_row(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    return (
        not line.ends
        and line.words > 2
        and len(line.text) <= 300
        and len(_NUMBERS.findall(line.text)) >= max(2, line.words // 3)
    )  # a column of figures takes two


def _lists(sheet: Sheet) -> None:
    """Bulleted and numbered lines, three or more near each other, and four or more lines that begin with a date."""
    marked = [
        index
        for index, line in enumerate(sheet.lines)
        if sheet.labels[index] in (Label.SHORT, Label.SENTENCE, Label.NAVIGATION) and _BULLET.match(line.text)
    ]
    for place, index in enumerate(marked):
        near = [
            other for other in marked[max(0, place - 2) : place + 3] if abs(other - index) <= 6
        ]  # items of one list
        if len(near) >= 3:  # three make a list
            sheet.mark(index, Label.LIST_ITEM, "an item of a marked list")
    for run in _runs(sheet, _is_small_lettered, least=_FEW_ITEMS):
        above = sheet.lines[run[0] - 1] if run[0] else None
        for index in range(*run) if above and above.text.endswith(":") and above.words > _FEW_ITEMS else ():
            sheet.mark(index, Label.LIST_ITEM, "one of several lines in small letters under a colon")
    for run in _runs(sheet, _is_measured, least=_FEW_ALIKE):
        counts = all(sheet.lines[index].words == 2 for index in range(*run))  # "2 comments, 5 likes"
        for index in () if counts else range(*run):
            sheet.mark(index, Label.LIST_ITEM, "one of several lines that begin with a number")
    for run in _runs(sheet, _is_dated):
        for index in range(*run):
            sheet.mark(index, Label.LIST_ITEM, "one of several lines that begin with a date")


def _is_small_lettered(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    return sheet.labels[index] in (Label.SHORT, Label.SENTENCE) and line.words > 1 and line.text[0].islower()


def _is_measured(sheet: Sheet, index: int) -> bool:
    """Whether a line begins with a number or a fraction and goes on in words: an ingredient, a rank, a round."""
    line = sheet.lines[index]
    return sheet.labels[index] in (Label.SHORT, Label.SENTENCE) and line.words > 1 and bool(_MEASURED.match(line.text))


def _is_dated(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    if (
        sheet.labels[index] not in (Label.SHORT, Label.SENTENCE, Label.DATE) or line.words < 5
    ):  # a day and something on it
        return False
    first, second, *_ = (*line.key.split(maxsplit=2), "", "")
    months = vocabulary().months
    return (first.strip(".") in months and second[:1].isdigit()) or (
        first[:1].isdigit() and second.strip(".,") in months
    )


def _runs(sheet: Sheet, belongs: Callable[[Sheet, int], bool], *, least: int = _ALIKE) -> Iterator[tuple[int, int]]:
    begin = 0
    for index in range(len(sheet.lines) + 1):
        if index == len(sheet.lines) or not belongs(sheet, index):
            if index - begin >= least:
                yield begin, index
            begin = index + 1
