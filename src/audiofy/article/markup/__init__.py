"""A page's HTML to the article in it.

The body comes from trafilatura, what the page says of itself from its head; the line labels that copied text is judged
with take out what leaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.finding import Finding
from audiofy.article.labels import TEXT, Label, Sheet
from audiofy.article.lines import line_of
from audiofy.article.edges import find_end
from audiofy.article.markup.body import Element, find_body
from audiofy.article.markup.completion import complete, paragraphs_of
from audiofy.article.markup.metadata import Metadata, read_metadata
from audiofy.article.markup.prepare import prepare
from audiofy.model import Article, Block, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = 2
_STANDFIRST_WORDS = 9
_ROLES = {Label.POST: Role.POST, Label.CORRECTION: Role.CORRECTION}


def parse(text: str) -> HtmlElement | None:
    """The tree of an HTML text; None where it has no elements. No network, no entities beyond HTML's own."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None


def read_html(text: str, url: str) -> Finding:
    """The article in a page; its blocks are empty where there is none."""
    tree = parse(text)
    if tree is None:
        return Finding(article=Article(url=url, title="", blocks=()), verdicts=())
    metadata = read_metadata(tree)
    title = _title(tree, metadata)
    posts = prepare(tree)
    elements = complete(find_body(tree), paragraphs_of(tree))
    sheet = _label(elements, title, posts)
    kept = _trim(sheet)
    return _finding(sheet, elements, kept, metadata, title, url)


def _title(tree: HtmlElement, metadata: Metadata) -> str:
    """The page's one `<h1>`, which is what a reader sees; what the head says where there is none or several."""
    headings = [" ".join(str(found.text_content()).split()) for found in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    if metadata.title:
        words = set(metadata.title.casefold().split())
        close = [heading for heading in headings if len(words & set(heading.casefold().split())) * 2 >= len(words)]
        return close[0] if close else metadata.title
    return headings[0] if headings else ""


def _label(elements: tuple[Element, ...], title: str, posts: frozenset[str]) -> Sheet:
    lines = tuple(line_of(element.text) for element in elements)
    title_key = line_of(title).key if title else ""
    sheet = Sheet(lines, [], [])
    for line, element in zip(lines, elements, strict=True):
        found, reason = chrome.judge(line, marked=element.role is not Role.PARAGRAPH)
        if line.key == title_key:
            found, reason = Label.TITLE, "the title again"
        elif line.key in posts:
            found, reason = Label.POST, "an embedded post"
        elif element.role is Role.TABLE_ROW:
            found, reason = Label.TABLE, "a row of a table"
        elif element.role is Role.LIST_ITEM and found in TEXT:
            found, reason = Label.LIST_ITEM, "an item of a list"
        elif element.role is Role.HEADING and found in TEXT:
            found, reason = Label.HEADING, "a heading"
        sheet.labels.append(found)
        sheet.reasons.append(reason)
    return sheet


def _trim(sheet: Sheet) -> tuple[int, ...]:
    """The indices that stay: without a standfirst, what stands behind the end, and headings that head nothing."""
    first = next((index for index in range(len(sheet.lines)) if sheet.is_prose(index)), 0)
    headings = [index for index in range(first) if sheet.labels[index] is Label.HEADING]
    for index in headings:
        if len(headings) > _HEADINGS or sheet.lines[index].words >= _STANDFIRST_WORDS:
            sheet.mark(index, Label.STANDFIRST, "a heading above the first paragraph")
    stop = find_end(sheet, 0, len(sheet.lines))
    kept = [index for index in range(stop) if sheet.labels[index] in TEXT]
    while kept and sheet.labels[kept[-1]] is Label.HEADING:
        sheet.mark(kept.pop(), Label.NAVIGATION, "a heading with nothing under it")
    return tuple(kept)


def _finding(
    sheet: Sheet, elements: tuple[Element, ...], kept: tuple[int, ...], metadata: Metadata, title: str, url: str
) -> Finding:
    inside = set(kept)
    verdicts = tuple(sheet.verdict(index, kept=index in inside) for index in range(len(elements)))
    article = Article(
        url=metadata.url or url,
        title=title,
        authors=metadata.authors,
        published=metadata.published,
        modified=metadata.modified,
        publisher=metadata.publisher,
        section=metadata.section,
        language=metadata.language,
        image=metadata.image,
        summary=metadata.summary,
        captions=tuple(verdict.text for verdict in verdicts if verdict.label == Label.CAPTION),
        disclosures=tuple(verdict.text for verdict in verdicts if verdict.label == Label.DISCLOSURE),
        omitted=tuple(verdict for verdict in verdicts if not verdict.kept),
        blocks=tuple(Block(role=_role(sheet, elements, index), text=elements[index].text) for index in kept),
    )
    return Finding(article=article, verdicts=verdicts)


def _role(sheet: Sheet, elements: tuple[Element, ...], index: int) -> Role:
    return _ROLES.get(sheet.labels[index], elements[index].role)
