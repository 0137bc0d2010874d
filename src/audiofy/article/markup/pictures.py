"""A page's captions and images to what is told of them, or read, as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.finding import Item
from audiofy.article.labels import Label
from audiofy.article.lines import clean, key_of
from audiofy.article.markup.prepared import text_of
from audiofy.model import Role, Verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from audiofy.article.markup.prepared import Prepared
    from audiofy.settings import Reading


_MOST_CAPTIONS = 50
_MOST_IMAGES = 500


def take_captions(tree: HtmlElement, found: Prepared, reading: Reading) -> None:
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
