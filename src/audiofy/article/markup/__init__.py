"""A page's HTML to the article in it.

The body comes from trafilatura, what the page says of itself from its head; the line labels that copied text is judged
with take out what leaks, and the page's own record of the article (JSON-LD) is a second witness.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.blurbs import label_blurbs
from audiofy.article.boxes import find_resumption
from audiofy.article.edges import close, find_end, without_signature
from audiofy.article.finding import Finding, Item, empty
from audiofy.article.labels import TEXT, Label, Sheet
from audiofy.article.lines import line_of
from audiofy.article.markup.body import Element, find_body
from audiofy.article.markup.completion import complete, paragraphs_of
from audiofy.article.markup.metadata import Metadata, marked_date, read_metadata
from audiofy.article.markup.prepare import prepare
from audiofy.article.markup.title import find_title
from audiofy.article.markup.visible import drop_above_byline, fill_in, lines_of, look_above
from audiofy.article.markup.wall import find_page_wall
from audiofy.article.markup.witness import hear, speak
from audiofy.article.paywall import find_robot_wall
from audiofy.model import Article, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.article.markup.prepared import Prepared
    from audiofy.settings import Reading

# What lxml takes from a page and doesn't take back when its text is moved; pages have vertical tabs in their midst.
_CONTROLS = bytes(ord(" ") if byte < ord(" ") and byte not in b"\t\n\r" else byte for byte in range(256))
_NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_WHITE = frozenset(b"\t\n\r")
_REFERENCE = re.compile(rb"&#(?:(\d{1,9})|[xX]([0-9A-Fa-f]{1,8}));?")
_HEADINGS = 2
_STANDFIRST_WORDS = 9
_ROLES = {Label.POST: Role.POST, Label.CORRECTION: Role.CORRECTION, Label.FOOTNOTE: Role.FOOTNOTE}


def parse(text: str) -> HtmlElement | None:
    """The tree of an HTML text; None where it has no elements. No network, no entities beyond HTML's own."""
    from lxml.etree import ElementDefaultClassLookup, HTMLParser, ParserError
    from lxml.html import HtmlElement, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))  # lxml.html asks Python for each
    content = text.encode("utf-8", "replace").translate(_CONTROLS)
    if _NONCHARACTERS[0][:2] in content:
        for character in _NONCHARACTERS:
            content = content.replace(character, b" ")
    try:
        return document_fromstring(_REFERENCE.sub(_without_unfit, content), parser=parser)
    except ParserError:
        return None


def _without_unfit(reference: re.Match[bytes]) -> bytes:
    """The reference to a character, or a blank for one that no tree may hold (XML 1.0, 2.2)."""
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    fit = number in _WHITE or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number <= sys.maxunicode
    return reference[0] if fit else b" "


def read_html(text: str, url: str, reading: Reading) -> Finding:
    """The article in a page; nothing in it has a role where there is none."""
    tree = parse(text)
    if tree is None:
        return empty(url)
    alive = list(tree.iter())  # lxml makes its elements anew for every pass where nobody keeps them
    metadata = read_metadata(tree)
    lines = tuple(lines_of(tree))  # before the tree is changed
    title = find_title(tree, metadata, lines)
    marked = "" if metadata.published else marked_date(tree)
    prepared = prepare(tree, reading)
    elements = complete(find_body(tree), paragraphs_of(tree))
    recorded = speak(metadata.body, sum(len(element.text.split()) for element in elements)) if metadata.free else ()
    if recorded:
        elements = tuple(Element(role=Role.PARAGRAPH, text=text) for text in recorded)
    sheet = _label(elements, title, prepared)
    kept = hear(sheet, _trim(sheet), metadata.body)
    del alive
    seen = look_above(lines, title, sheet, kept)
    metadata = fill_in(metadata, seen, sheet, kept)
    metadata = replace(metadata, published=metadata.published or marked)
    kept = without_signature(sheet, drop_above_byline(seen, sheet, kept), metadata.authors)
    return Finding(
        article=_article(metadata, title, url, sheet),
        items=(*_items(sheet, elements, kept), *prepared.items),
        page=lines,
        walled=find_page_wall(lines, metadata, sheet, kept),
        barred=find_robot_wall(lines, sum(sheet.lines[index].words for index in kept)),
    )


def _label(elements: tuple[Element, ...], title: str, prepared: Prepared) -> Sheet:
    lines = tuple(line_of(element.text) for element in elements)
    title_key = line_of(title).key if title else ""
    sheet = Sheet(lines, [], [])
    seen: set[str] = set()
    for line, element in zip(lines, elements, strict=True):
        found, reason = chrome.judge(line, marked=element.role is not Role.PARAGRAPH)
        if line.key == title_key:
            found, reason = Label.TITLE, "the title again"
        elif line.key in prepared.marked:
            found, reason = prepared.marked[line.key]
        elif found is Label.PROSE and line.key in seen:
            found, reason = Label.REPEATED, "stands above already"
        elif element.role in _BY_MARKUP and (found in TEXT or element.role is Role.TABLE_ROW):
            found, reason = _BY_MARKUP[element.role]
        seen.add(line.key)
        sheet.labels.append(found)
        sheet.reasons.append(reason)
    label_blurbs(sheet)
    return sheet


_BY_MARKUP = {
    Role.TABLE_ROW: (Label.TABLE, "a row of a table"),
    Role.LIST_ITEM: (Label.LIST_ITEM, "an item of a list"),
    Role.HEADING: (Label.HEADING, "a heading"),
    Role.CODE: (Label.CODE, "code"),
}


def _trim(sheet: Sheet) -> tuple[int, ...]:
    """The indices that stay: without a standfirst, what stands behind the end, and headings that head nothing."""
    first = next((index for index in range(len(sheet.lines)) if sheet.is_prose(index)), 0)
    titles = [index for index in range(first) if sheet.labels[index] is Label.TITLE]
    close(sheet, 0, titles[-1] if titles else 0, "above the title")
    headings = [index for index in range(first) if sheet.labels[index] is Label.HEADING]
    for index in headings:
        if len(headings) > _HEADINGS or sheet.lines[index].words >= _STANDFIRST_WORDS:
            sheet.mark(index, Label.STANDFIRST, "a heading above the first paragraph")
    stop = find_resumption(sheet, 0, find_end(sheet, 0, len(sheet.lines)))
    close(sheet, stop, len(sheet.lines))
    kept = [index for index in range(stop) if sheet.labels[index] in TEXT]
    while kept and sheet.labels[kept[-1]] is Label.HEADING:
        sheet.mark(kept.pop(), Label.NAVIGATION, "a heading with nothing under it")
    return tuple(kept)


def _items(sheet: Sheet, elements: tuple[Element, ...], kept: tuple[int, ...]) -> list[Item]:
    inside = set(kept)
    items = []
    for index, label in enumerate(sheet.labels):
        role = _ROLES.get(label, elements[index].role) if index in inside else None
        role = Role.CAPTION if label is Label.CAPTION else role
        items.append(Item(verdict=sheet.verdict(index, kept=role is not None), role=role, near=True))
    return items


def _article(metadata: Metadata, title: str, url: str, sheet: Sheet) -> Article:
    standfirst = next(
        (line.text for line, label in zip(sheet.lines, sheet.labels, strict=True) if label is Label.STANDFIRST), ""
    )
    return Article(
        url=metadata.url or url,
        title=title,
        blocks=(),
        authors=metadata.authors,
        published=metadata.published,
        modified=metadata.modified,
        publisher=metadata.publisher,
        section=metadata.section,
        language=metadata.language,
        image=metadata.image,
        summary=metadata.summary or standfirst,
    )
