"""Text copied from a web page to the article in it. Pure.

Lines are judged alone, then by their neighbours; the article is the stretch of lines with the highest sum of weights;
what does not belong between its paragraphs is taken out; title, author and date are looked for above it.
"""

from __future__ import annotations

from audiofy.article import chrome
from audiofy.article.boxes import find_resumption
from audiofy.article.edges import close, find_end, find_start, without_signature
from audiofy.article.finding import Finding, Item
from audiofy.article.header import Header, read_header
from audiofy.article.labels import TEXT, Label, Sheet
from audiofy.article.lines import split
from audiofy.article.paywall import find_robot_wall, find_wall
from audiofy.article.plaintext.neighbours import judge_by_neighbours
from audiofy.article.plaintext.region import find_region
from audiofy.article.plaintext.trim import trim
from audiofy.model import Article, Role, Verdict

_CLOSING = frozenset((Label.COMMENTS, Label.COMMENT, Label.LEGAL, Label.FEED, Label.BYLINE))
_SENTENCES = 5  # short ones that make a text
_ROLES = {
    Label.POST: Role.POST,
    Label.TABLE: Role.TABLE_ROW,
    Label.HEADING: Role.HEADING,
    Label.LIST_ITEM: Role.LIST_ITEM,
    Label.CORRECTION: Role.CORRECTION,
    Label.FOOTNOTE: Role.FOOTNOTE,
}


def read_plaintext(text: str, url: str) -> Finding:
    """The article in copied `text`; nothing in it has a role where there is none."""
    sheet = label(text)
    start, stop = find_region(sheet)
    if Label.FEED in sheet.labels and (start == stop or _is_amid_feeds(sheet, start, stop)):  # a live blog
        sheet = label(text, feeds=False)
        start, stop = find_region(sheet)
        start -= start > 0 and sheet.labels[start - 1] is Label.HEADING  # of the first post
    if start == stop and _read_sentences(sheet):
        start, stop = find_region(sheet)
    start = find_start(sheet, start, stop)
    end = find_resumption(sheet, start, find_end(sheet, start, stop))
    close(sheet, end, stop)
    kept = trim(sheet, start, end)
    header = read_header(sheet, kept) if kept else Header()
    kept = without_signature(sheet, kept, header.authors)
    return _finding(sheet, tuple(index for index in kept if sheet.labels[index] is not Label.TITLE), header, url)


def _is_amid_feeds(sheet: Sheet, start: int, stop: int) -> bool:
    """Whether what was found is a post among others: lines of a feed stand both above and below, and are more."""
    above, below = (
        sum(sheet.labels[index] is Label.FEED for index in part)
        for part in (range(start), range(stop, len(sheet.labels)))
    )
    return above > 1 and below > 1 and above + below > stop - start


def _read_sentences(sheet: Sheet) -> bool:
    """Makes paragraphs of short sentences in a row: where nothing longer stands, they are a dialogue, or a tale."""
    found = False
    begin = 0
    for index in range(len(sheet.lines) + 1):
        if index < len(sheet.lines) and sheet.labels[index] is Label.SENTENCE:
            continue
        for place in range(begin, index) if index - begin >= _SENTENCES else ():
            sheet.mark(place, Label.PROSE, "one of several short sentences in a row")
            found = True
        begin = index + 1
    return found


def read_everything(text: str, url: str) -> Finding:
    """Copied `text` as it stands, every line a block: for what is no article, or where the labels are wrong."""
    return Finding(
        article=Article(url=url, title="", blocks=()),
        items=tuple(
            Item(
                verdict=Verdict(text=line.text, label="raw", reason="asked for as it stands", kept=True),
                role=Role.PARAGRAPH,
            )
            for line in split(text)
        ),
    )


def label(text: str, *, feeds: bool = True) -> Sheet:
    """The lines of `text`, each labelled alone and then by its neighbours; `feeds` tells whether it may hold a feed."""
    lines = split(text)
    # Menus repeat their lines, and equal lines have equal labels.
    judged = {text: chrome.judge(line) for text, line in {line.text: line for line in lines}.items()}
    sheet = Sheet(lines, [judged[line.text][0] for line in lines], [judged[line.text][1] for line in lines])
    judge_by_neighbours(sheet, feeds=feeds)
    return sheet


def _last_doubtful(sheet: Sheet, bottom: int) -> int:
    """The last paragraph below the article, above comments and notices: it may be the article's, and is reported."""
    last = bottom
    for index in range(bottom + 1, len(sheet.lines)):
        if sheet.labels[index] in _CLOSING:
            break
        if sheet.is_prose(index):
            last = index
    return last


def _finding(sheet: Sheet, kept: tuple[int, ...], header: Header, url: str) -> Finding:
    inside = set(kept)
    top = next((index for index, found in enumerate(sheet.labels) if found is Label.TITLE), kept[0] if kept else 0)
    bottom = kept[-1] if kept else -1
    last = _last_doubtful(sheet, bottom)
    items = []
    for index, found in enumerate(sheet.labels):
        amid = top <= index <= bottom + 1
        near = amid or (bottom < index <= last and sheet.is_prose(index))
        if index not in inside and found in TEXT and not amid:
            sheet.mark(index, Label.OUTSIDE, f"outside the article ({sheet.reasons[index]})")
        role = _ROLES.get(found, Role.PARAGRAPH) if index in inside else None
        if found is Label.CAPTION and amid:
            role = Role.CAPTION
        items.append(Item(verdict=sheet.verdict(index, kept=role is not None), role=role, near=near))
    return Finding(
        article=Article(
            url=url,
            title=header.title,
            authors=header.authors,
            published=header.published,
            modified=header.modified,
            summary=header.summary,
            blocks=(),
        ),
        items=tuple(items),
        walled=find_wall(sheet, kept),
        barred=find_robot_wall([line.text for line in sheet.lines], sum(sheet.lines[index].words for index in kept)),
    )
