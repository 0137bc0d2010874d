"""A page's tree made ready for trafilatura: what it would lose is kept, and what is plainly no text is taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.labels import Label
from audiofy.article.lines import key_of
from audiofy.article.markup.layout import drop_next_articles, open_layout_tables, open_posts, part_at_breaks
from audiofy.article.markup.named import (
    drop_note_marks,
    drop_pull_quotes,
    drop_reactions,
    sort_out,
    tell_kickers,
    tell_leads,
)
from audiofy.article.markup.pictures import take_captions
from audiofy.article.markup.prepared import BLOCKS, Prepared, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.settings import Reading


_POSTS = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-embed)"
)
_INLINE = ("a", "span", "font")
_LINKED = 0.8
# What trafilatura takes out with all that is in it: without it, there is less to copy and to search.
_NO_BODY = (
    "head", "script", "style", "noscript", "template", "link", "meta", "svg", "canvas", "map", "audio", "video",
    "source", "iframe", "object", "embed", "button", "select", "input", "textarea", "dialog", "menu", "nav", "aside",
    "footer",
)  # fmt: skip


def prepare(tree: HtmlElement, reading: Reading) -> Prepared:
    """Changes `tree`; gives what markup says of its parts."""
    from lxml.etree import strip_elements

    found = Prepared()
    drop_next_articles(tree)
    called = mark_parts(tree, reading, found)
    tell_kickers(called["kicker"], found)
    open_posts(tree)
    tell_leads(called["lead"])
    drop_reactions(called["reactions"])
    strip_elements(tree, *_NO_BODY, with_tail=False)
    drop_pull_quotes(tree, called["pulled"], found)
    _open_inline(tree)
    _drop_link_lists(tree)
    _drop_linked_paragraphs(tree)
    return found


def mark_parts(tree: HtmlElement, reading: Reading, found: Prepared) -> dict[str, list[HtmlElement]]:
    """Tells posts, notes, captions and images in `tree` by their markup, and opens tables that lay it out.

    Returns:
        The elements whose names tell what they are, by a word for it.
    """
    part_at_breaks(tree)
    open_layout_tables(tree)
    _keep_posts(tree, found)
    called = sort_out(tree)
    drop_note_marks(tree)
    for notes in called["notes"]:
        for note in notes.iter("li", "p"):
            found.marked[key_of(text_of(note))] = (Label.FOOTNOTE, "a footnote")
    take_captions(tree, found, reading)
    return called


def _keep_posts(tree: HtmlElement, found: Prepared) -> None:
    """Makes paragraphs of embedded posts, which trafilatura takes for decoration."""
    for quote in list(tree.iter("blockquote")):
        if not _POSTS.search(quote.get("class") or ""):
            continue
        for line in quote.iter("br"):
            line.tail = " " + (line.tail or "")
        texts = [text_of(child) for child in quote if isinstance(child.tag, str) and child.tag == "p"]
        rest = text_of(quote)
        for text in texts:
            rest = rest.replace(text, "", 1)
        texts.append(" ".join(rest.split()))
        for child in list(quote):
            quote.remove(child)
        quote.text, quote.tag = None, "div"
        quote.attrib.clear()
        for text in filter(None, texts):
            _append(quote, text)
            found.marked[key_of(text)] = (Label.POST, "an embedded post")


def _append(parent: HtmlElement, text: str) -> None:
    paragraph = parent.makeelement("p")
    paragraph.text = text
    parent.append(paragraph)


def _open_inline(tree: HtmlElement) -> None:
    """Takes links and spans out of paragraphs of text, leaving their words: trafilatura drops some with the words."""
    for paragraph in tree.iter("p"):
        if not len(paragraph):
            continue
        inner = [child for child in paragraph.iterdescendants() if isinstance(child.tag, str)]
        if any(child.tag in BLOCKS for child in inner):
            continue
        linked = sum(len(str(child.text_content())) for child in inner if child.tag == "a")
        if linked and linked * 2 > len(str(paragraph.text_content())):
            continue
        for child in inner:
            if child.tag in _INLINE:
                child.drop_tag()


def _drop_link_lists(tree: HtmlElement) -> None:
    """Takes out lists of two items or more that are nothing but links: other articles."""
    for listing in [*tree.iter("ul"), *tree.iter("ol")]:
        items = [item for item in listing if isinstance(item.tag, str) and item.tag == "li"]
        if len(items) > 1 and all(_is_link(item) for item in items) and listing.getparent() is not None:
            listing.drop_tree()


def _drop_linked_paragraphs(tree: HtmlElement) -> None:
    """Takes out paragraphs that are nothing but two links or more, with marks between them."""
    for paragraph in list(tree.iter("p")):
        if sum(1 for _ in paragraph.iter("a")) > 1 and _is_link(paragraph) and paragraph.getparent() is not None:
            paragraph.drop_tree()


def _is_link(item: HtmlElement) -> bool:
    words = len(str(item.text_content()).strip())
    linked = sum(len(str(link.text_content()).strip()) for link in item.iter("a"))
    return linked >= _LINKED * words
