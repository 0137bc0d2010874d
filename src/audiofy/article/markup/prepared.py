"""What was learnt of a page from its markup, and the text in an element of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiofy.article.lines import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.article.finding import Item
    from audiofy.article.labels import Label

# Elements that stand on lines of their own; in a paragraph they end it.
BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "table", "img", "figure", "video", "iframe", "section", "blockquote", "h2", "h3")
)


@dataclass(slots=True)
class Prepared:
    """What was learnt of a page while its tree was made ready.

    `marked` gives label and reason of lines by their keys, where markup tells what they are; `items` are parts that
    were taken out of the tree.
    """

    marked: dict[str, tuple[Label, str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)


def text_of(element: HtmlElement) -> str:
    """The text in an element, in one line."""
    return " ".join(clean(str(element.text_content())).split())
