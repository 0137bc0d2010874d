"""A page's tree made ready for trafilatura: what it would lose is kept, and what is plainly no text is taken out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from audiofy.article.finding import Item
from audiofy.article.labels import Label
from audiofy.article.lines import clean, key_of
from audiofy.model import Role, Verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.settings import Reading

_POSTS = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|reddit-embed)"
)
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
_INLINE = ("a", "span", "font")
_BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "table", "img", "figure", "video", "iframe", "section", "blockquote", "h2", "h3")
)
_HOLDERS = frozenset(("div", "td", "article", "section", "main", "body", "center", "font", "blockquote"))
_LINKED = 0.8
_MOST_CAPTIONS = 50
_MOST_IMAGES = 500
# What trafilatura takes out with all that is in it: without it, there is less to copy and to search.
_NO_BODY = (
    "head", "script", "style", "noscript", "template", "link", "meta", "svg", "canvas", "map", "audio", "video",
    "source", "iframe", "object", "embed", "button", "select", "input", "textarea", "dialog", "menu", "nav", "aside",
    "footer",
)  # fmt: skip


@dataclass(slots=True)
class Prepared:
    """What was learnt of a page while its tree was made ready.

    `marked` gives label and reason of lines by their keys, where markup tells what they are; `items` are parts that
    were taken out of the tree.
    """

    marked: dict[str, tuple[Label, str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)


def prepare(tree: HtmlElement, reading: Reading) -> Prepared:
    """Changes `tree`; gives what markup says of its parts."""
    from lxml.etree import strip_elements

    found = Prepared()
    _drop_next_articles(tree)
    called = mark_parts(tree, reading, found)
    _tell_kickers(called["kicker"], found)
    _open_posts(tree)
    _tell_leads(called["lead"])
    _drop_reactions(called["reactions"])
    strip_elements(tree, *_NO_BODY, with_tail=False)
    _drop_pull_quotes(tree, called["pulled"], found)
    _open_inline(tree)
    _drop_link_lists(tree)
    _drop_linked_paragraphs(tree)
    return found


def mark_parts(tree: HtmlElement, reading: Reading, found: Prepared) -> dict[str, list[HtmlElement]]:
    """Tells posts, notes, captions and images in `tree` by their markup, and opens tables that lay it out.

    Returns:
        The elements whose names tell what they are, by a word for it.
    """
    _part_at_breaks(tree)
    _open_layout_tables(tree)
    _keep_posts(tree, found)
    called = _sort_out(tree)
    _drop_note_marks(tree)
    for notes in called["notes"]:
        for note in notes.iter("li", "p"):
            found.marked[key_of(text_of(note))] = (Label.FOOTNOTE, "a footnote")
    _take_captions(tree, found, reading)
    return called


def _sort_out(tree: HtmlElement) -> dict[str, list[HtmlElement]]:
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


def text_of(element: HtmlElement) -> str:
    """The text in an element, in one line."""
    return " ".join(clean(str(element.text_content())).split())


def _drop_next_articles(tree: HtmlElement) -> None:
    """Takes out whole articles under a heading of their own that stand beneath the first: pages that never end."""
    whole = [
        article
        for article in tree.iter("article")
        if next(article.iter("h1"), None) is not None and sum(1 for _ in article.iter("p")) > 2  # an article
    ]
    for article in whole[1:]:
        if whole[0] not in article.iterancestors() and article.getparent() is not None:
            article.drop_tree()


def _part_at_breaks(tree: HtmlElement) -> None:
    """Makes paragraphs of texts that only pairs of line breaks divide; an extractor runs them together."""
    # What stands inside comes first: then its paragraphs are known to the part of the page around it.
    for parent in reversed(list(dict.fromkeys(line.getparent() for line in tree.iter("br")))):
        if parent is not None and parent.tag in _HOLDERS and sum(map(_ends_paragraph, parent)) > 1:
            _part(parent)


def _open_layout_tables(tree: HtmlElement) -> None:
    """Makes plain boxes of tables that lay out a page: those with a cell of three paragraphs or more."""
    for cell in list(tree.iter("td")):
        table = next(cell.iterancestors("table"), None)
        if table is None or sum(1 for _ in cell.iter("p")) <= 2:  # a cell with a remark
            continue
        parts = list(table.iter("tbody", "thead", "tr", "td", "th"))
        for part in [part for part in parts if next(part.iterancestors("table"), None) is table]:
            part.tag = "div"
        table.tag = "div"


def _open_posts(tree: HtmlElement) -> None:
    """Makes plain boxes of list items with a heading and paragraphs, as in live blogs; an extractor glues these."""
    for heading in tree.iter("h2", "h3", "h4"):
        item = heading.getparent()
        if item is not None and item.tag == "li" and next(item.iterchildren("p"), None) is not None:
            item.tag = "div"
            around = item.getparent()
            if around is not None and around.tag in ("ol", "ul"):
                around.tag = "div"


def _ends_paragraph(line: HtmlElement) -> bool:
    following = line.getnext()
    return line.tag == "br" and following is not None and following.tag == "br" and not (line.tail or "").strip()


def _part(parent: HtmlElement) -> None:
    paragraph = parent.makeelement("p")
    paragraph.text, parent.text = parent.text, None
    parts = [paragraph]
    for child in list(parent):
        parent.remove(child)  # with its tail
        if child.tag in _BLOCKS or next(child.iter("p"), None) is not None:
            tail, child.tail = child.tail, None
            parts += [child, parent.makeelement("p")]
            parts[-1].text = tail
        elif (
            child.tag == "br"
            and parts[-1].tag == "p"
            and len(parts[-1])
            and parts[-1][-1].tag == "br"
            and not (parts[-1][-1].tail or "").strip()
        ):
            parts[-1].remove(parts[-1][-1])
            parts.append(parent.makeelement("p"))
            parts[-1].text = child.tail
        else:
            if parts[-1].tag != "p":
                parts.append(parent.makeelement("p"))
            parts[-1].append(child)
    parent.extend(part for part in parts if part.tag != "p" or len(part) or (part.text or "").strip())
    if parent.tag == "font":  # no paragraph may hold others
        parent.tag = "div"


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


def _drop_note_marks(tree: HtmlElement) -> None:
    """Takes out the marks that lead to footnotes, and the arrows that lead back."""
    for mark in list(tree.iter("sup")):
        if any("#" in (link.get("href") or "") for link in (*mark.iter("a"), *mark.iterancestors("a"))):
            mark.drop_tree()
    for link in [link for link in tree.iter("a") if "#" in (link.get("href") or "")]:
        named = " ".join(link.get(name) or "" for name in ("class", "id", "role", "epub:type"))
        if _NOTE_MARKS.search(named) and link.getparent() is not None:
            link.drop_tree()


def _tell_kickers(elements: list[HtmlElement], found: Prepared) -> None:
    """Tells the word or two above a headline or a first paragraph, where a class names them."""
    for element in elements:
        text = text_of(element)
        if 0 < len(text.split()) <= _KICKER_WORDS:
            found.marked[key_of(text)] = (Label.SECTION, "stands above the headline or the text")


def _tell_leads(elements: list[HtmlElement]) -> None:
    """Makes a paragraph of a first one that has no element of its own."""
    for element in elements:
        if len(text_of(element).split()) >= _LEAD_WORDS and not any(child.tag in _BLOCKS for child in element):
            element.tag = "p"


def _drop_reactions(elements: list[HtmlElement]) -> None:
    """Takes out rows of faces that count what readers felt."""
    for element in elements:
        if len(text_of(element).split()) <= _REACTION_WORDS and element.getparent() is not None:
            element.drop_tree()


def _drop_pull_quotes(tree: HtmlElement, quotes: list[HtmlElement], found: Prepared) -> None:
    """Takes out sentences that are printed a second time, large, where a class names them and the text has them too."""
    whole = key_of(text_of(tree)) if quotes else ""
    for quote in quotes[:_MOST_QUOTES]:
        text = text_of(quote)
        if text and whole.count(key_of(text)) > 1 and quote.getparent() is not None:
            verdict = Verdict(text=text, label=Label.REPEATED.value, reason="a pull quote", kept=False)
            found.items.append(Item(verdict=verdict, role=None, near=True))
            quote.drop_tree()


def _take_captions(tree: HtmlElement, found: Prepared, reading: Reading) -> None:
    """Tells captions and, where they are to be read, makes paragraphs of them and of image descriptions."""
    captions = [caption for caption in tree.iter("figcaption") if _is_in_article(caption)][:_MOST_CAPTIONS]
    for caption in captions:
        text = text_of(caption)
        if not text:
            continue
        found.marked[key_of(text)] = (Label.CAPTION, "a figure's caption")
        if reading.captions == "read":
            figure = caption.getparent()
            if figure is not None:
                figure.tag = "div"
            caption.tag = "p"
        else:
            verdict = Verdict(text=text, label=Label.CAPTION.value, reason="a figure's caption", kept=False)
            found.items.append(Item(verdict=verdict, role=Role.CAPTION, near=True))
            caption.drop_tree()
    _take_images(tree, found, reading)


def _take_images(tree: HtmlElement, found: Prepared, reading: Reading) -> None:
    """Tells the descriptions of images and, where they are to be read, makes paragraphs of them."""
    for image in list(tree.iter("img"))[:_MOST_IMAGES]:
        text = " ".join(clean(image.get("alt") or "").split())
        if not text or not _is_in_article(image):
            continue
        if reading.image_descriptions == "skip":
            verdict = Verdict(text=text, label=Label.IMAGE.value, reason="an image's description", kept=False)
            found.items.append(Item(verdict=verdict, role=Role.PARAGRAPH, near=True))
        else:
            found.marked[key_of(text)] = (Label.IMAGE, "an image's description")
            parent = image.getparent()
            if parent is not None and parent.tag == "figure":
                parent.tag = "div"
            image.tag = "p"
            image.text = text


def _is_in_article(element: HtmlElement) -> bool:
    return any(ancestor.tag in ("article", "main") for ancestor in element.iterancestors())


def _open_inline(tree: HtmlElement) -> None:
    """Takes links and spans out of paragraphs of text, leaving their words: trafilatura drops some with the words."""
    for paragraph in tree.iter("p"):
        if not len(paragraph):
            continue
        inner = [child for child in paragraph.iterdescendants() if isinstance(child.tag, str)]
        if any(child.tag in _BLOCKS for child in inner):
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
