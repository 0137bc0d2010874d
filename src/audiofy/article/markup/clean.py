"""HTML that is an article and nothing else to its items: chapters of books and full contents of feeds. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.finding import Item
from audiofy.article.labels import TEXT
from audiofy.article.lines import line_of
from audiofy.article.markup.prepare import text_of
from audiofy.model import Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ROLES = {
    "p": Role.PARAGRAPH,
    "li": Role.LIST_ITEM,
    "blockquote": Role.BLOCKQUOTE,
    "pre": Role.CODE,
    "tr": Role.TABLE_ROW,
    "figcaption": Role.CAPTION,
    "dt": Role.PARAGRAPH,
    "dd": Role.PARAGRAPH,
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
}
_SKIPPED = frozenset(("script", "style", "nav", "noscript", "template", "head", "svg", "math", "form", "button"))
_DEPTH = 200


def items_of(tree: HtmlElement) -> tuple[Item, ...]:
    """The items in a tree, in order; lines that are plainly a page's (calls, notices) have no role."""
    return tuple(_item(role, text) for role, text in _texts(tree, Role.PARAGRAPH, 0) if text)


def _item(role: Role, text: str) -> Item:
    found, reason = chrome.judge(line_of(text), marked=True)
    kept = found in TEXT or role in (Role.HEADING, Role.CODE, Role.TABLE_ROW)
    label = role.value if kept else found.value
    return Item(
        verdict=Verdict(text=text, label=label, reason=reason, kept=kept), role=role if kept else None, near=True
    )


def _texts(element: HtmlElement, role: Role, depth: int) -> Iterator[tuple[Role, str]]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or depth > _DEPTH:
        return
    here = _ROLES.get(element.tag, role)
    if here is Role.PARAGRAPH and role is not Role.PARAGRAPH:
        here = role
    inner = [child for child in element if isinstance(child.tag, str)]
    if element.tag == "tr":
        yield here, ", ".join(filter(None, map(text_of, inner)))
    elif any(_is_block(child) for child in inner):
        yield here, " ".join((element.text or "").split())
        for child in inner:
            if _is_block(child):
                yield from _texts(child, here, depth + 1)
            else:
                yield here, text_of(child)
            yield here, " ".join((child.tail or "").split())
    else:
        yield here, text_of(element)


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
    return element.tag in blocks or any(isinstance(child.tag, str) and _is_block(child) for child in element)
