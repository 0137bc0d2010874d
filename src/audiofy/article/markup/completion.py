"""A body that was found and the page's paragraphs to the whole body. Pure.

Pages divide an article into several containers, and an extractor may take the first for all of it. Paragraphs that
stand in the same kind of place as those that were found, and behind the first of them, belong to the article too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiofy.article import chrome
from audiofy.article.labels import Label
from audiofy.article.lines import key_of, line_of
from audiofy.article.markup.body import Element
from audiofy.article.markup.prepared import text_of
from audiofy.model import Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST = 3
_ANCESTORS = 3
_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page: its text, its key, and the kind of place it stands in (tags and classes around it)."""

    text: str
    key: str
    place: tuple[str, ...]


def paragraphs_of(tree: HtmlElement) -> tuple[Paragraph, ...]:
    """Every `<p>` of a page that has text, in order."""
    found = []
    for element in tree.iter("p"):
        text = text_of(element)
        if text:
            found.append(Paragraph(text, key_of(text), _place(element)))
    return tuple(found)


def _place(element: HtmlElement) -> tuple[str, ...]:
    place = [element.get("class") or ""]
    for ancestor in element.iterancestors():
        if len(place) > _ANCESTORS:
            break
        place.append(f"{ancestor.tag}.{ancestor.get('class') or ''}")
    return tuple(place)


def complete(elements: tuple[Element, ...], paragraphs: tuple[Paragraph, ...]) -> tuple[Element, ...]:
    """`elements` with the paragraphs that were overlooked, each behind the one it follows on the page."""
    found = _Whereabouts(elements)
    known = [found.of(paragraph.key) for paragraph in paragraphs]
    places = Counter(paragraph.place for paragraph, at in zip(paragraphs, known, strict=True) if at >= 0)
    usual = {place for place, count in places.items() if count >= _FEWEST and 2 * count >= sum(places.values())}
    missing: dict[int, list[Element]] = {}
    after = -1
    for paragraph, at in zip(paragraphs, known, strict=True):
        if at >= 0:
            after = at
        elif after >= 0 and paragraph.place in usual and _reads(paragraph.text):
            missing.setdefault(after, []).append(Element(role=Role.PARAGRAPH, text=paragraph.text))
    if not missing:
        return elements
    whole = []
    for index, element in enumerate(elements):
        whole += [element, *missing.get(index, ())]
    return tuple(whole)


class _Whereabouts:
    """Which element of a body a paragraph of the page went into, however it was cut or joined on the way."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self._ends: list[int] = []
        parts = []
        length = 0
        for element in elements:
            parts.append(_letters(element.text.casefold()))
            length += len(parts[-1])
            self._ends.append(length)
        self._text = "".join(parts)

    def of(self, key: str) -> int:
        """The index of the element that has the beginning, or else the end, of `key`; -1 if none has."""
        letters = _letters(key)
        for part in (letters[:_SAMPLE], letters[-_SAMPLE:]):
            at = self._text.find(part) if part else -1
            if at >= 0:
                return bisect_right(self._ends, at)
        return -1


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _reads(text: str) -> bool:
    line = line_of(text)
    return chrome.judge(line)[0] is Label.PROSE and not chrome.is_weak_call(line)
