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
from audiofy.article.markup.body import Element, find_body
from audiofy.article.markup.metadata import Metadata, read_metadata
from audiofy.model import Article, Block, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement


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
    elements = find_body(tree)
    sheet = _label(elements, title)
    kept = _trim(sheet, elements)
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


def _label(elements: tuple[Element, ...], title: str) -> Sheet:
    lines = tuple(line_of(element.text) for element in elements)
    title_key = line_of(title).key if title else ""
    sheet = Sheet(lines, [], [])
    for line, element in zip(lines, elements, strict=True):
        found, reason = chrome.judge(line)
        if line.key == title_key:
            found, reason = Label.TITLE, "the title again"
        elif element.role is Role.TABLE_ROW:
            found, reason = Label.PROSE, "a row of a table"
        elif element.role is Role.LIST_ITEM and found in TEXT:
            found, reason = Label.LIST_ITEM, "an item of a list"
        elif element.role is Role.HEADING and found in TEXT:
            found, reason = Label.HEADING, "a heading"
        sheet.labels.append(found)
        sheet.reasons.append(reason)
    return sheet


def _trim(sheet: Sheet, elements: tuple[Element, ...]) -> tuple[int, ...]:
    kept = [index for index in range(len(elements)) if sheet.labels[index] in TEXT]
    while kept and sheet.labels[kept[-1]] is Label.HEADING:
        kept.pop()
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
        blocks=tuple(Block(role=elements[index].role, text=elements[index].text) for index in kept),
    )
    return Finding(article=article, verdicts=verdicts)
