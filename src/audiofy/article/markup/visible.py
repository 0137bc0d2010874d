"""A page's tree to the lines that are seen above its article, and what they say that its head does not. Pure.

Many pages name their author and date only where readers look for them. The lines are judged as those of copied text
are: what goes for a byline there goes for one here.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.header import read_byline
from audiofy.article.headline import words_of
from audiofy.article.labels import Sheet
from audiofy.article.lines import clean, key_of, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from audiofy.article.markup.metadata import Metadata

_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "cite", "em", "font", "i", "ins", "label", "mark", "q", "s", "small")
) | {"span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "title", "desc", "option", "iframe", "textarea"))
_MOST_TEXTS = 6000
_REACH = 40
_OVER = 6
_SAMPLE = 40
_FEWEST = 20


def fill_in(metadata: Metadata, lines: tuple[str, ...], title: str, sheet: Sheet, kept: tuple[int, ...]) -> Metadata:
    """`metadata` with the authors and dates that it lacks, from the `lines` of the page above its body."""
    start = _start(lines, [sheet.lines[index].text for index in kept[:3]], title)
    if start < 0 or (metadata.authors and metadata.published):
        return metadata
    above = tuple(line_of(clean(text)) for text in lines[max(0, start - _REACH) : start])
    key = key_of(title)
    at = next((index for index in reversed(range(len(above))) if above[index].key == key), -1)
    above = above[max(0, at - _OVER) :]
    judged = [chrome.judge(line) for line in above]
    header = Sheet(above, [label for label, _ in judged], [reason for _, reason in judged])
    body = words_of(" ".join(sheet.lines[index].key for index in kept))
    found = read_byline(header, min(at, _OVER), len(above), body)
    return replace(
        metadata,
        authors=metadata.authors or found.authors,
        published=metadata.published or found.published,
        modified=metadata.modified or found.modified,
    )


def _start(lines: tuple[str, ...], openings: list[str], title: str) -> int:
    """Which line the body begins with; -1 if none of its first paragraphs is seen."""
    for opening in openings:
        place = -1 if title and opening.startswith(title[:_SAMPLE]) else place_of(lines, opening)
        if place >= 0:
            return place
    return -1


def place_of(lines: tuple[str, ...], text: str) -> int:
    """Which of a page's lines begins as `text` does; -1 if none does or `text` is too short to tell."""
    sample = text[:_SAMPLE]
    if len(sample) < _FEWEST:
        return -1
    return next((index for index, line in enumerate(lines) if line.startswith(sample)), -1)


def lines_of(tree: HtmlElement) -> Iterator[str]:
    """The texts of a page as they are seen: one line a block, a line break divides."""
    for line in tree.iter("br"):
        line.tail = line.tail or "\n"  # what follows in an element of its own is another line too
    parts: list[str] = []
    last = None
    for text in islice(tree.xpath("//body//text()"), _MOST_TEXTS):
        parent = text.getparent()
        broken = text.is_tail and parent.tag == "br"
        block = parent.getparent() if text.is_tail else parent
        while block is not None and block.tag in _INLINE:
            block = block.getparent()
        if block is None or block.tag in _UNSEEN:
            continue
        if text.isspace() and block is last:
            parts.append(" ")
            continue
        # A block that ends divides as one that begins does.
        divided = text.is_tail and isinstance(parent.tag, str) and parent.tag not in _INLINE
        if (block is not last or broken or divided) and parts:
            yield from _line(parts)
            parts = []
        parts.append(text)
        last = block
    yield from _line(parts)


def _line(parts: list[str]) -> Iterator[str]:
    text = " ".join("".join(parts).split())
    if text:
        yield text
