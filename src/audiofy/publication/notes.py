"""An episode to what a podcast client shows of it: notes, and the whole article, in plain HTML. Pure."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from audiofy.corrections import corrected
from audiofy.disclosure import quotation_note
from audiofy.model import Role
from audiofy.publication.characters import fit, one_line, shortened
from audiofy.publication.labels import labels

if TYPE_CHECKING:
    from audiofy.model import Article, Episode

# Bytes that Apple takes: https://podcasters.apple.com/support/823-podcast-requirements
LONGEST_DESCRIPTION = 4000
_LONGEST_SUMMARY = 2000


def description(episode: Episode) -> str:
    """The notes of an episode, in the few HTML elements that podcast clients show, at most 4000 bytes.

    Summary, disclosure, date of a correction, chapters and the link to the article.
    """
    article, words = episode.article, labels(episode.language)
    made = (
        f"<strong>{escape(one_line(episode.disclosure.sentence))}</strong> {escape(quotation_note(episode.language))}"
    )
    parts = [f"<p>{made}</p>"]
    changed = corrected(episode)
    if changed:
        parts.append(f"<p>{escape(words['corrected'])} {changed[:10]}</p>")
    if article.url.lower().startswith(("http://", "https://")):
        parts.append(f'<p><a href="{escape(fit(article.url))}">{escape(words["read"])}</a></p>')
    summary = shortened(one_line(article.summary), _LONGEST_SUMMARY)
    opening = f"<p>{escape(summary)}</p>" if summary else ""
    listed = "".join(f"<li>{_clock(one.start)} {escape(one_line(one.title))}</li>" for one in episode.chapters)
    contents = f"<ul>{listed}</ul>" if listed else ""
    whole = "".join([opening, *parts, contents])
    return whole if len(whole.encode()) <= LONGEST_DESCRIPTION else "".join([opening, *parts])


def body(article: Article, episode: Episode) -> str:
    """The article in HTML, for readers; the disclosure before it."""
    kinds = {Role.HEADING: "h2", Role.BLOCKQUOTE: "blockquote", Role.LIST_ITEM: "li"}
    rows = [f"<p><strong>{escape(one_line(episode.disclosure.sentence))}</strong></p>"]
    for listed, group in groupby(article.blocks, key=lambda block: block.role is Role.LIST_ITEM):
        marked = ((kinds.get(block.role, "p"), escape(one_line(block.text))) for block in group)
        text = "".join(f"<{kind}>{words}</{kind}>" for kind, words in marked)
        rows.append(f"<ul>{text}</ul>" if listed else text)
    return "".join(rows)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
