"""A page's tree to the lines that are seen above its article, and what they say that its head does not. Pure.

Many pages name their author and date only where readers look for them. The lines are judged as those of copied text
are: what goes for a byline there goes for one here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.header import read_byline
from audiofy.article.headline import words_of
from audiofy.article.labels import Label, Sheet
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
_OPENINGS = 4
_SAMPLE = 40
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """The lines of a page above its body as `header`, the title's index among them, and where each kept line stands."""

    header: Sheet
    title: int
    places: dict[int, int]


def look_above(lines: tuple[str, ...], title: str, sheet: Sheet, kept: tuple[int, ...]) -> Seen | None:
    """The `lines` of a page down to the second paragraph that was kept, judged; None where they can't be found.

    Down to the second, since a standfirst is often taken for the first, and the byline stands under it.
    """
    places: dict[int, int] = {}
    for index in kept[:_OPENINGS]:
        text = sheet.lines[index].text
        place = -1 if title and text.startswith(title[:_SAMPLE]) else place_of(lines, text)
        if place >= 0 and place >= max(places.values(), default=0):
            places[index] = place
        if len(places) > 1:  # one may be a standfirst
            break
    if not places:
        return None
    start = max(places.values())
    first = max(0, start - _REACH)
    above = tuple(line_of(clean(text)) for text in lines[first:start])
    key = key_of(title)
    at = next((index for index in reversed(range(len(above))) if above[index].key == key), -1)
    cut = max(0, at - _OVER)
    above = above[cut:]
    judged = [chrome.judge(line) for line in above]
    header = Sheet(above, [label for label, _ in judged], [reason for _, reason in judged])
    return Seen(header, at - cut if at >= 0 else -1, {index: place - first - cut for index, place in places.items()})


def fill_in(metadata: Metadata, seen: Seen | None, sheet: Sheet, kept: tuple[int, ...]) -> Metadata:
    """`metadata` with the authors and dates that it lacks, as they are seen above the body."""
    if seen is None or (metadata.authors and metadata.published):
        return metadata
    body = words_of(" ".join(sheet.lines[index].key for index in kept))
    found = read_byline(seen.header, seen.title, len(seen.header.lines), body)
    return replace(
        metadata,
        authors=metadata.authors or found.authors,
        published=metadata.published or found.published,
        modified=metadata.modified or found.modified,
    )


def drop_above_byline(seen: Seen | None, sheet: Sheet, kept: tuple[int, ...]) -> tuple[int, ...]:
    """`kept` without a first paragraph that stands between the title and the byline: a standfirst."""
    if seen is None or seen.title < 0 or len(kept) < _OPENINGS:
        return kept
    for first, place in seen.places.items():
        under = seen.header.labels[max(place, 0) + 1 :]
        if seen.title < place < len(seen.header.labels) and (Label.BYLINE in under or Label.DATE in under):
            for index in kept[: kept.index(first) + 1]:
                sheet.mark(index, Label.STANDFIRST, "between the title and the byline")
            return kept[kept.index(first) + 1 :]
    return kept


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
    for text, block, divided in islice(_texts_of(tree), _MOST_TEXTS):
        if block is last and not divided:
            parts.append(text)
        elif block.tag not in _UNSEEN:
            yield from _line(parts)
            parts, last = [text], block
    yield from _line(parts)


def _texts_of(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement, bool]]:
    """The texts of a page's body, the block that each stands in, and whether a break or a block ends before it."""
    from lxml.etree import iterwalk

    blocks: list[HtmlElement] = []
    for event, element in iterwalk(next(tree.iter("body"), tree), events=("start", "end")):
        tag = element.tag
        if event == "start":
            blocks.append(blocks[-1] if tag in _INLINE else element)
            text = element.text
            if text:
                yield text, blocks[-1], False
        else:
            blocks.pop()
            text = element.tail
            if text and blocks:
                yield text, blocks[-1], tag == "br" or not (tag in _INLINE or text.isspace())


def _line(parts: list[str]) -> Iterator[str]:
    text = " ".join("".join(parts).split())
    if text:
        yield text
