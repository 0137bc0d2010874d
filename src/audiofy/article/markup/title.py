"""A page's headings and what its head says to the title that a reader sees. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.article.lines import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.article.markup.metadata import Metadata

_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:]|::|-)\s+|\s*[|｜]\s*")
_WEAK = re.compile(r":\s+|_")
_STEM = 4
_FEWEST = 3
_SHARED = 2


def find_title(tree: HtmlElement, metadata: Metadata, lines: tuple[str, ...]) -> str:
    """The `<h1>` that says about what the head says, since readers see it; else the head's without the site's name.

    `lines` are the page's as they are seen: a part of the head's title that stands alone there is the title.
    """
    headings = list(filter(None, (_text(found) for found in tree.iter("h1"))))
    if not metadata.title:
        return headings[0] if headings else ""
    words = _words(metadata.title)
    for heading in headings:
        if len(words & _words(heading)) * 2 >= len(words):
            return heading
    seen = {_letters(text): text for text in (*map(_text, tree.iter("h2", "h3")), *headings)}
    for short in (*_without_ends(metadata.title), *_without_ends(metadata.title, _WEAK)):
        if _letters(short) in seen and count_words(short) > 1:  # "Results" heads a table too
            return seen[_letters(short)]
    if len(headings) == 1 and (_is_about(headings[0], metadata.title) or _heads_article(tree)):
        return headings[0]
    parts = (*_without_ends(metadata.title), *_without_ends(metadata.title, _WEAK))
    shorter = [short for short in parts if len(short.split()) >= _FEWEST and short in lines]
    return shorter[0] if shorter else _without_site(metadata)


def _heads_article(tree: HtmlElement) -> bool:
    """Whether the only `<h1>` stands in the only `<article>`, and is more than a word or two."""
    heading = next(found for found in tree.iter("h1") if _text(found))
    around = next(heading.iterancestors("article"), None)
    return around is not None and [*tree.iter("article")] == [around] and len(_text(heading).split()) >= _FEWEST


def _without_site(metadata: Metadata) -> str:
    """The head's title without the name of the site behind or before it."""
    host = _letters(urlsplit(metadata.url).hostname or "")
    publisher = _letters(metadata.publisher)
    for short in _without_ends(metadata.title):
        rest = _letters(metadata.title.replace(short, "", 1))
        if rest and (rest == publisher or rest in host) and len(short.split()) > 1:
            return short
    return metadata.title


def _without_ends(title: str, separator: re.Pattern[str] = _SEPARATOR) -> list[str]:
    """What is left of a title without its last part, and without its first."""
    marks = list(separator.finditer(title))
    if not marks:
        return []
    return [title[: marks[-1].start()], title[marks[0].end() :], title[: marks[0].start()]]


def _is_about(heading: str, title: str) -> bool:
    """Whether a heading of a few words shares two of them with the title, whatever their endings."""
    words = {word[:_STEM] for word in re.findall(r"\w{4,}", heading.casefold())}
    others = {word[:_STEM] for word in re.findall(r"\w{4,}", title.casefold())}
    return len(heading.split()) >= _FEWEST and len(words & others) >= _SHARED


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
