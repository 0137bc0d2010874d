"""The names of a page's elements (classes, ids, roles) to what these are: kickers, notes, leads, reactions."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from audiofy.article.finding import Item
from audiofy.article.labels import Label
from audiofy.article.lines import key_of
from audiofy.article.markup.prepared import BLOCKS, text_of
from audiofy.model import Verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.article.markup.prepared import Prepared

_NOTES = re.compile(r"\b(?:footnotes?|endnotes?|fn-?list|reference-?list)\b", re.IGNORECASE)
# What stylesheets call the word or two above a headline or a first paragraph, in the languages of their houses.
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|over-title|topline|roofline|dachzeile|spitzmarke|surtitre|antetitulo"
    r"|ante-titulo|cintillo|nadtytul|sobretitulo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KICKER_WORDS = 8
# What they call a first paragraph that stands in a box of its own, and rows of faces that count what readers felt.
_LEAD = re.compile(r"(?:^|[\s_-])(?:lead|lede|perex|zajawka|vorspann)(?:$|[\s_-]|text)", re.IGNORECASE)
_LEAD_WORDS = 12
_REACTIONS = re.compile(r"(?:^|[\s_-])(?:reactions?|emojis?)(?:$|[\s_-])", re.IGNORECASE)
_REACTION_WORDS = 30
_PULLED = re.compile(r"(?:^|[\s_-])pull-?quote", re.IGNORECASE)
_MOST_QUOTES = 20
# The marks themselves (`noteref` in EPUB and ARIA), and the arrows that lead back from a note.
_NOTE_MARKS = re.compile(
    r"\b(?:noteref|footnote-(?:ref|anchor|back(?:ref|link)?)|doc-backlink|backlink|reversefootnote)\b", re.IGNORECASE
)
# What an element's name may tell, and of which elements.
_KINDS = {
    "notes": (_NOTES, frozenset(("ol", "ul", "section", "div", "aside"))),
    "kicker": (_KICKER, frozenset(("p", "div", "span"))),
    "pulled": (_PULLED, frozenset(("blockquote", "aside", "figure", "div", "p"))),
    "lead": (_LEAD, frozenset(("div", "section"))),
    "reactions": (_REACTIONS, frozenset(("div", "section"))),
}
_NAMED = tuple({tag for _, tags in _KINDS.values() for tag in tags})
_TELLING = ("note", "Note", "list", "lead", "lede", "react", "emoji")  # in all that is looked for in an id or a role


def sort_out(tree: HtmlElement) -> dict[str, list[HtmlElement]]:
    """The elements of a tree that have telling names, in one pass over it."""
    found: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for element in tree.iter(*_NAMED):
        called = element.get("class")
        kinds = _kinds_of(called) if called else ()
        if element.get("id") or element.get("role") or element.get("epub:type"):
            named = " ".join(element.get(name) or "" for name in ("id", "role", "epub:type"))
            if any(word in named for word in _TELLING):
                kinds = tuple({*kinds, *_kinds_of(named)})
        for kind in kinds:
            if element.tag in _KINDS[kind][1]:
                found[kind].append(element)
    return found


@lru_cache(maxsize=8192)  # a site has the same few hundred classes on each of its pages
def _kinds_of(called: str) -> tuple[str, ...]:
    return tuple(kind for kind, (pattern, _) in _KINDS.items() if pattern.search(called))


def drop_note_marks(tree: HtmlElement) -> None:
    """Takes out the marks that lead to footnotes, and the arrows that lead back."""
    for mark in list(tree.iter("sup")):
        if any("#" in (link.get("href") or "") for link in (*mark.iter("a"), *mark.iterancestors("a"))):
            mark.drop_tree()
    for link in [link for link in tree.iter("a") if "#" in (link.get("href") or "")]:
        named = " ".join(link.get(name) or "" for name in ("class", "id", "role", "epub:type"))
        if _NOTE_MARKS.search(named) and link.getparent() is not None:
            link.drop_tree()


def tell_kickers(elements: list[HtmlElement], found: Prepared) -> None:
    """Tells the word or two above a headline or a first paragraph, where a class names them."""
    for element in elements:
        text = text_of(element)
        if 0 < len(text.split()) <= _KICKER_WORDS:
            found.marked[key_of(text)] = (Label.SECTION, "stands above the headline or the text")


def tell_leads(elements: list[HtmlElement]) -> None:
    """Makes a paragraph of a first one that has no element of its own."""
    for element in elements:
        if len(text_of(element).split()) >= _LEAD_WORDS and not any(child.tag in BLOCKS for child in element):
            element.tag = "p"


def drop_reactions(elements: list[HtmlElement]) -> None:
    """Takes out rows of faces that count what readers felt."""
    for element in elements:
        if len(text_of(element).split()) <= _REACTION_WORDS and element.getparent() is not None:
            element.drop_tree()


def drop_pull_quotes(tree: HtmlElement, quotes: list[HtmlElement], found: Prepared) -> None:
    """Takes out sentences that are printed a second time, large, where a class names them and the text has them too."""
    whole = key_of(text_of(tree)) if quotes else ""
    for quote in quotes[:_MOST_QUOTES]:
        text = text_of(quote)
        if text and whole.count(key_of(text)) > 1 and quote.getparent() is not None:
            verdict = Verdict(text=text, label=Label.REPEATED.value, reason="a pull quote", kept=False)
            found.items.append(Item(verdict=verdict, role=None, near=True))
            quote.drop_tree()
