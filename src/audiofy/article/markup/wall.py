"""A page's lines to what keeps the rest of its article from being read. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.markup.visible import place_of
from audiofy.article.paywall import find_wall

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet
    from audiofy.article.markup.metadata import Metadata


def find_page_wall(lines: tuple[str, ...], metadata: Metadata, sheet: Sheet, kept: tuple[int, ...]) -> str:
    """Why the text in the `kept` lines may be no more than a teaser, from the page's `lines`; empty if it isn't."""
    if not kept:
        return ""
    end = place_of(lines, sheet.lines[kept[-1]].text)
    return find_wall(sheet, kept, lines[end + 1 :] if end >= 0 else (), free=metadata.free)
