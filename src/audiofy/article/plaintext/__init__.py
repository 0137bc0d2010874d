"""Text copied from a web page to the article in it. Pure.

Lines are judged alone, then by their neighbours; the article is the stretch of lines with the highest sum of weights;
what does not belong between its paragraphs is taken out; title, author and date are looked for above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.finding import Finding
from audiofy.article.labels import FIELDS, Label, Sheet
from audiofy.article.lines import split
from audiofy.article.edges import find_end, find_start
from audiofy.article.plaintext.header import read_header
from audiofy.article.plaintext.neighbours import judge_by_neighbours
from audiofy.article.plaintext.region import find_region
from audiofy.article.plaintext.trim import trim
from audiofy.model import Article, Block, Role, Verdict

if TYPE_CHECKING:
    from audiofy.article.plaintext.header import Header

_ROLES = {Label.POST: Role.POST, Label.TABLE: Role.TABLE_ROW, Label.HEADING: Role.HEADING, Label.LIST_ITEM: Role.LIST_ITEM, Label.CORRECTION: Role.CORRECTION}


def read_plaintext(text: str, url: str) -> Finding:
    """The article in copied `text`; its blocks are empty where there is none."""
    sheet = label(text)
    start, stop = find_region(sheet)
    start = find_start(sheet, start, stop)
    stop = find_end(sheet, start, stop)
    kept = trim(sheet, start, stop)
    header = read_header(sheet, kept[0], kept) if kept else None
    return _finding(sheet, kept, header, url)


def read_everything(text: str, url: str) -> Finding:
    """Copied `text` as it stands, every line a block: for what is no article, or where the labels are wrong."""
    lines = split(text)
    verdicts = tuple(Verdict(text=line.text, label="raw", reason="asked for as it stands", kept=True) for line in lines)
    blocks = tuple(Block(role=Role.PARAGRAPH, text=line.text) for line in lines)
    return Finding(article=Article(url=url, title="", blocks=blocks), verdicts=verdicts)


def label(text: str) -> Sheet:
    """The lines of `text`, each labelled alone and then by its neighbours."""
    lines = split(text)
    judged = [chrome.judge(line) for line in lines]
    sheet = Sheet(lines, [found for found, _ in judged], [reason for _, reason in judged])
    judge_by_neighbours(sheet)
    return sheet


def _finding(sheet: Sheet, kept: tuple[int, ...], header: Header | None, url: str) -> Finding:
    inside = set(kept)
    top = next((index for index, found in enumerate(sheet.labels) if found is Label.TITLE), kept[0] if kept else 0)
    bottom = kept[-1] + 1 if kept else 0
    for index, found in enumerate(sheet.labels):
        if (
            index not in inside
            and not top <= index <= bottom + 1
            and found in _ROLES | {Label.PROSE: 0, Label.SHORT: 0, Label.SENTENCE: 0}
        ):
            sheet.mark(index, Label.OUTSIDE, f"outside the article ({sheet.reasons[index]})")
    verdicts = tuple(sheet.verdict(index, kept=index in inside) for index in range(len(sheet.lines)))
    near = verdicts[top : bottom + 1]
    article = Article(
        url=url,
        title=header.title if header else "",
        authors=header.authors if header else (),
        published=header.published if header else "",
        captions=_texts(near, Label.CAPTION),
        disclosures=_texts(near, Label.DISCLOSURE),
        omitted=tuple(verdict for verdict in near if not verdict.kept and verdict.label not in FIELDS),
        blocks=tuple(
            Block(role=_ROLES.get(sheet.labels[index], Role.PARAGRAPH), text=sheet.lines[index].text) for index in kept
        ),
    )
    return Finding(article=article, verdicts=verdicts)


def _texts(verdicts: tuple[Verdict, ...], found: Label) -> tuple[str, ...]:
    return tuple(dict.fromkeys(verdict.text for verdict in verdicts if verdict.label == found))
