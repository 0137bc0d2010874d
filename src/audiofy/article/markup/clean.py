"""HTML that is an article and nothing else to its items: chapters of books and full contents of feeds. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.finding import Item
from audiofy.article.labels import TEXT, Label
from audiofy.article.lines import line_of
from audiofy.article.markup.prepare import mark_parts
from audiofy.article.markup.prepared import Prepared, text_of
from audiofy.article.tables import with_heads
from audiofy.model import Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from audiofy.settings import Reading

_ROLES = {
    "p": Role.PARAGRAPH,
    "li": Role.LIST_ITEM,
    "blockquote": Role.BLOCKQUOTE,
    "pre": Role.CODE,
    "figcaption": Role.CAPTION,
    "dt": Role.PARAGRAPH,
    "dd": Role.PARAGRAPH,
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
}
_SKIPPED = frozenset(("script", "style", "nav", "noscript", "template", "head", "svg", "math", "form", "button"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_MARKED = {
    Label.POST: Role.POST,
    Label.FOOTNOTE: Role.FOOTNOTE,
    Label.CAPTION: Role.CAPTION,
    Label.IMAGE: Role.PARAGRAPH,
}
_DEPTH = 200
_BACKLINK_WORDS = 40


def items_of(tree: HtmlElement, reading: Reading) -> tuple[Item, ...]:
    """The items in a tree, in order; lines that are plainly a page's (calls, notices) have no role. Changes `tree`."""
    strip(tree)
    for body in tree.iter("body"):
        body.tag = "article"
    marks = Prepared()
    mark_parts(tree, reading, marks)
    found = tuple(_item(role, text, marks) for role, text in _texts(tree, Role.PARAGRAPH, 0) if text)
    return (*found, *marks.items)


def strip(tree: HtmlElement) -> None:
    """Takes out of a tree what nobody reads in it: scripts, styles, navigation, what is hidden."""
    from lxml.etree import strip_elements

    strip_elements(tree, *_SKIPPED, with_tail=False)
    for element in [*tree.iterfind(".//*[@hidden]"), *tree.iterfind(".//*[@style]")]:
        if element.getparent() is not None and (
            element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        ):
            element.drop_tree()


def drop_backlink(tree: HtmlElement, url: str) -> None:
    """Takes out the last paragraph where it only says where the text appeared first, with a link to `url`."""
    last = next((part for part in reversed(list(tree.iter("p", "div"))) if text_of(part)), None)
    if last is None or last.getparent() is None or not url or len(text_of(last).split()) > _BACKLINK_WORDS:
        return
    if any(
        (link.get("href") or "").partition("?")[0].rstrip("/") == url.partition("?")[0].rstrip("/")
        for link in last.iter("a")
    ):
        last.drop_tree()


def _item(role: Role, text: str, marks: Prepared) -> Item:
    line = line_of(text)
    marked = marks.marked.get(line.key)
    if marked and marked[0] in _MARKED:
        verdict = Verdict(text=text, label=marked[0].value, reason=marked[1], kept=True)
        return Item(verdict=verdict, role=_MARKED[marked[0]], near=True)
    found, reason = chrome.judge(line, marked=True)
    kept = found in TEXT or role in (Role.HEADING, Role.CODE, Role.TABLE_ROW)
    if found is Label.CORRECTION:
        role = Role.CORRECTION
    label = role.value if kept else found.value
    return Item(
        verdict=Verdict(text=text, label=label, reason=reason, kept=kept), role=role if kept else None, near=True
    )


def _texts(element: HtmlElement, role: Role, depth: int) -> Iterator[tuple[Role, str]]:
    if depth > _DEPTH:
        return
    here = _ROLES.get(element.tag, role)
    if here is Role.PARAGRAPH and role is not Role.PARAGRAPH:
        here = role
    if element.tag == "table":
        yield from ((Role.TABLE_ROW, row) for row in with_heads(_cells(row) for row in element.iter("tr")))
    elif any(_is_block(child) for child in element):
        yield here, " ".join((element.text or "").split())
        for child in element:
            if _is_block(child):
                yield from _texts(child, here, depth + 1)
            else:
                yield here, text_of(child)
            yield here, " ".join((child.tail or "").split())
    else:
        yield here, text_of(element)


def _cells(row: HtmlElement) -> tuple[tuple[str, ...], bool]:
    """The texts in a row, and whether they are heads."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return tuple(map(text_of, cells)), all(cell.tag == "th" for cell in cells)


def _is_block(element: HtmlElement) -> bool:
    blocks = (
        *_ROLES,
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "dl",
        "table",
        "tbody",
        "thead",
        "figure",
        "body",
        "header",
        "footer",
        "aside",
    )
    return element.tag in blocks or any(map(_is_block, element))
