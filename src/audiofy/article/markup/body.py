"""A page's tree to the elements of its article's body. The only trafilatura.

trafilatura finds the body; its tree is walked for structure, since its plain text has none. Links and formatting stay
out of it: with them it glues words at the borders of tags.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from audiofy.article.lines import clean, line_of
from audiofy.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_LAYOUT_WORDS = 120
_LITTLE = 100
_ROLES = {"head": Role.HEADING, "item": Role.LIST_ITEM, "quote": Role.BLOCKQUOTE, "code": Role.CODE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One paragraph, heading, item, quotation or table row of a body, with its text in one line."""

    role: Role
    text: str


def find_body(tree: HtmlElement) -> tuple[Element, ...]:
    """The elements of the article in a page, in order; empty where trafilatura finds none. Leaves `tree` as it is.

    trafilatura's own rules go first, which take half the time; its fallbacks only where they find little.
    """
    found = _extract(tree, fast=True)
    if sum(len(element.text.split()) for element in found) < _LITTLE:
        return max(found, _extract(tree, fast=False), key=lambda elements: sum(len(each.text) for each in elements))
    return found


def _extract(tree: HtmlElement, *, fast: bool) -> tuple[Element, ...]:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, options=_options(fast))
    return tuple(_elements(found.body)) if found is not None and found.body is not None else ()


@cache
def _options(fast: bool) -> Extractor:  # noqa: FBT001 - keyword arguments make a cache slower
    """What trafilatura is asked for. As "txt" it writes no text of its own, of which nothing would be used."""
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(precision=True, comments=False, fast=fast, output_format="txt")


def _elements(parent: _Element) -> Iterator[Element]:
    yield from _element(Role.PARAGRAPH, parent.text or "")
    for child in parent:
        name = child.tag
        if name == "table":
            yield from _rows(child)
        elif name == "list" or (name == "quote" and len(child)):
            yield from _nested(child, _ROLES["item"] if name == "list" else Role.BLOCKQUOTE)
        elif isinstance(name, str) and name != "graphic":
            yield from _lines(_ROLES.get(name, Role.PARAGRAPH), child)
        yield from _element(Role.PARAGRAPH, child.tail or "")


def _nested(parent: _Element, role: Role) -> Iterator[Element]:
    yield from _element(role, parent.text or "")
    for child in parent:
        if child.tag == "list":
            yield from _nested(child, Role.LIST_ITEM)
        elif child.tag in ("p", "item", "head", "quote", "div"):
            yield from _lines(role, child)
        else:
            yield from _element(role, _inline(child))
        yield from _element(role, child.tail or "")


def _rows(table: _Element) -> Iterator[Element]:
    heads: list[str] = []
    for row in table.iter("row"):
        if len(_inline(row).split()) > _LAYOUT_WORDS:
            # Tables that lay out a page hold whole articles in their cells.
            for cell in row.iter("cell"):
                yield from _elements(cell)
            continue
        cells = [" ".join(clean(_inline(cell)).split()) for cell in row.iter("cell")]
        if len(cells) == 1 and line_of(cells[0]).prose:  # a box around a text
            yield from _lines(Role.PARAGRAPH, next(row.iter("cell")))
        elif not heads and len(row) and all(cell.get("role") == "head" for cell in row.iter("cell")):
            heads = cells
        elif len(heads) == len(cells):
            # A row is heard without the table around it: each figure is named.
            yield from _element(
                Role.TABLE_ROW,
                ", ".join(f"{head} {cell}".strip() for head, cell in zip(heads, cells, strict=True) if cell),
            )
        else:
            yield from _element(Role.TABLE_ROW, " ".join(cell for cell in cells if cell))


def _lines(role: Role, element: _Element) -> Iterator[Element]:
    """One element; two line breaks in a paragraph make two of it, one is a blank."""
    for part in _inline(element).split("\n\n"):
        yield from _element(role, part)


def _inline(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _element(role: Role, text: str) -> Iterator[Element]:
    text = " ".join(clean(text).split())
    if text:
        yield Element(role=role, text=text)
