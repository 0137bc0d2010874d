"""A page's tree to one whose paragraphs are elements of their own, whatever its layout is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.markup.prepared import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOLDERS = frozenset(("div", "td", "article", "section", "main", "body", "center", "font", "blockquote"))


def drop_next_articles(tree: HtmlElement) -> None:
    """Takes out whole articles under a heading of their own that stand beneath the first: pages that never end."""
    whole = [
        article
        for article in tree.iter("article")
        if next(article.iter("h1"), None) is not None and sum(1 for _ in article.iter("p")) > 2  # an article
    ]
    for article in whole[1:]:
        if whole[0] not in article.iterancestors() and article.getparent() is not None:
            article.drop_tree()


def part_at_breaks(tree: HtmlElement) -> None:
    """Makes paragraphs of texts that only pairs of line breaks divide; an extractor runs them together."""
    # What stands inside comes first: then its paragraphs are known to the part of the page around it.
    for parent in reversed(list(dict.fromkeys(line.getparent() for line in tree.iter("br")))):
        if parent is not None and parent.tag in _HOLDERS and sum(map(_ends_paragraph, parent)) > 1:
            _part(parent)


def _ends_paragraph(line: HtmlElement) -> bool:
    following = line.getnext()
    return line.tag == "br" and following is not None and following.tag == "br" and not (line.tail or "").strip()


def _part(parent: HtmlElement) -> None:
    paragraph = parent.makeelement("p")
    paragraph.text, parent.text = parent.text, None
    parts = [paragraph]
    for child in list(parent):
        parent.remove(child)  # with its tail
        if child.tag in BLOCKS or next(child.iter("p"), None) is not None:
            tail, child.tail = child.tail, None
            parts += [child, parent.makeelement("p")]
            parts[-1].text = tail
        elif (
            child.tag == "br"
            and parts[-1].tag == "p"
            and len(parts[-1])
            and parts[-1][-1].tag == "br"
            and not (parts[-1][-1].tail or "").strip()
        ):
            parts[-1].remove(parts[-1][-1])
            parts.append(parent.makeelement("p"))
            parts[-1].text = child.tail
        else:
            if parts[-1].tag != "p":
                parts.append(parent.makeelement("p"))
            parts[-1].append(child)
    parent.extend(part for part in parts if part.tag != "p" or len(part) or (part.text or "").strip())
    if parent.tag == "font":  # no paragraph may hold others
        parent.tag = "div"


def open_layout_tables(tree: HtmlElement) -> None:
    """Makes plain boxes of tables that lay out a page: those with a cell of three paragraphs or more."""
    for cell in list(tree.iter("td")):
        table = next(cell.iterancestors("table"), None)
        if table is None or sum(1 for _ in cell.iter("p")) <= 2:  # a cell with a remark
            continue
        parts = list(table.iter("tbody", "thead", "tr", "td", "th"))
        for part in [part for part in parts if next(part.iterancestors("table"), None) is table]:
            part.tag = "div"
        table.tag = "div"


def open_posts(tree: HtmlElement) -> None:
    """Makes plain boxes of list items with a heading and paragraphs, as in live blogs; an extractor glues these."""
    for heading in tree.iter("h2", "h3", "h4"):
        item = heading.getparent()
        if item is not None and item.tag == "li" and next(item.iterchildren("p"), None) is not None:
            item.tag = "div"
            around = item.getparent()
            if around is not None and around.tag in ("ol", "ul"):
                around.tag = "div"
