"""A page's tree made ready for trafilatura: what it would lose is kept, and what is plainly no text is taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.lines import clean, key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_POSTS = re.compile(r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-embed)")
_INLINE = ("a", "span", "font")
_BLOCKS = frozenset(("p", "div", "ul", "ol", "table", "img", "figure", "video", "iframe", "section", "blockquote", "h2", "h3"))
_LINKED = 0.8


def prepare(tree: HtmlElement) -> frozenset[str]:
    """Changes `tree`; gives the keys of the lines that embedded posts have."""
    posts = _keep_posts(tree)
    _open_inline(tree)
    _drop_link_lists(tree)
    _drop_linked_paragraphs(tree)
    return posts


def text_of(element: HtmlElement) -> str:
    """The text in an element, in one line."""
    return " ".join(clean(str(element.text_content())).split())


def _keep_posts(tree: HtmlElement) -> frozenset[str]:
    """Makes paragraphs of embedded posts, which trafilatura takes for decoration."""
    keys = set()
    for quote in list(tree.iter("blockquote")):
        if not _POSTS.search(quote.get("class") or ""):
            continue
        for line in quote.iter("br"):
            line.tail = " " + (line.tail or "")
        texts = [text_of(child) for child in quote if isinstance(child.tag, str) and child.tag == "p"]
        whole = text_of(quote)
        rest = whole
        for text in texts:
            rest = rest.replace(text, "", 1)
        texts.append(" ".join(rest.split()))
        for child in list(quote):
            quote.remove(child)
        quote.text, quote.tag = None, "div"
        quote.attrib.clear()
        for text in filter(None, texts):
            paragraph = quote.makeelement("p")
            paragraph.text = text
            quote.append(paragraph)
            keys.add(key_of(text))
    return frozenset(keys)


def _open_inline(tree: HtmlElement) -> None:
    """Takes links and spans out of paragraphs of text, leaving their words: trafilatura drops some with the words."""
    for paragraph in tree.iter("p"):
        inner = [child for child in paragraph.iterdescendants() if isinstance(child.tag, str)]
        if not inner or any(child.tag in _BLOCKS for child in inner):
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
        if len(items) < 2:  # noqa: PLR2004 - a list
            continue
        if all(_is_link(item) for item in items) and listing.getparent() is not None:
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
