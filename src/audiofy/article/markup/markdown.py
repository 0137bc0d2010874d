"""Markdown to the article in it: nothing is chrome there, so every block is kept. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.finding import Finding, Item
from audiofy.article.labels import Label
from audiofy.article.lines import clean
from audiofy.article.markup.front_matter import day, several, split_front_matter, word
from audiofy.article.names import byline_names
from audiofy.article.tables import with_heads
from audiofy.model import Article, Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from audiofy.settings import Reading

_OPENERS = {"heading_open": Role.HEADING, "blockquote_open": Role.BLOCKQUOTE, "list_item_open": Role.LIST_ITEM}
_CLOSERS = {"heading_close", "blockquote_close", "list_item_close"}
_BYLINE_LETTERS = 120
_FENCE = re.compile(r" {0,3}(```|~~~)")
# What writes of Hugo and Jekyll leave to their programs: {{< figure … >}}, {{% note %}}, {% include … %}.
_SHORTCODE = re.compile(r"\{\{[<%].{0,500}?[>%]\}\}|\{%.{0,500}?%\}")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,60}\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")
_TASK = re.compile(r"\[[ xX]\] ")
_IS_NOTE = "\ue000"  # a character for private use stands where a footnote begins


def read_markdown(text: str, url: str, reading: Reading) -> Finding:
    """The article in a Markdown text, with what its front matter (YAML or TOML) says of it."""
    matter, text = split_front_matter(text)
    items = list(_items(text, reading))
    title = word(matter, "title")
    first = _text_of(items)
    if items and items[0].role is Role.HEADING and (not title or first.casefold() == title.casefold()):
        title = title or first
        items.pop(0)
    authors = several(matter, "authors", "author", "by")
    byline = _byline(items, authors)
    if byline:
        authors = authors or byline_names(byline)
        verdict = Verdict(text=byline, label=Label.BYLINE.value, reason="a byline", kept=False)
        items[0] = Item(verdict=verdict, near=True)
    article = Article(
        url=word(matter, "url", "canonical", "canonical_url", "link") or url,
        title=title,
        authors=authors,
        published=day(matter, "date", "published", "datePublished"),
        modified=day(matter, "modified", "updated", "lastmod"),
        language=word(matter, "language", "lang", "locale").replace("_", "-"),
        publisher=word(matter, "publisher", "site", "site_name"),
        section=word(matter, "section", "category"),
        image=word(matter, "cover", "image", "cover_image"),
        summary=word(matter, "summary", "description", "excerpt"),
        blocks=(),
    )
    return Finding(article=article, items=tuple(items))


def _text_of(items: list[Item]) -> str:
    """The text of the first item; empty where there is none."""
    return items[0].verdict.text if items else ""


def _byline(items: list[Item], authors: tuple[str, ...]) -> str:
    """The first paragraph where it is a byline, of the `authors` if any are known; empty where it is text."""
    text = _text_of(items)
    if not items or items[0].role is not Role.PARAGRAPH or len(text) >= _BYLINE_LETTERS:
        return ""
    named = {name.casefold() for name in byline_names(text)}
    known = {author.casefold() for author in authors}
    return text if named and (not known or not named.isdisjoint(known)) else ""


def _items(text: str, reading: Reading) -> Iterator[Item]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
    roles: list[Role] = []
    rows: list[tuple[list[str], bool]] = []
    for token in parser.parse("\n".join(_prepared(text))):
        if token.type in _OPENERS:
            roles.append(_OPENERS[token.type])
        elif token.type in _CLOSERS:
            roles.pop()
        elif token.type in ("fence", "code_block"):
            yield from _item(Role.CODE, token.content)
        elif token.type == "html_block":
            yield from _html_items(token.content, reading)
        elif token.type == "table_close":
            for row in with_heads((tuple(cells), heads) for cells, heads in rows):
                yield from _item(Role.TABLE_ROW, row)
            rows.clear()
        elif _is_of_table(token, rows):
            continue
        elif token.type == "inline":
            yield from _inline(token, roles[-1] if roles else Role.PARAGRAPH)


def _is_of_table(token: Token, rows: list[tuple[list[str], bool]]) -> bool:
    """Whether a token is part of a table, whose rows it is then written to."""
    if token.type == "tr_open":
        rows.append(([], False))
    elif token.type in ("th_open", "td_open"):
        rows[-1] = (rows[-1][0], token.type == "th_open")
    elif token.type == "inline" and rows:
        rows[-1][0].append(" ".join(_text(token).split()))
    else:
        return False
    return True


def _prepared(text: str) -> Iterator[str]:
    """The lines of a text with its footnotes as paragraphs of their own, and without what is for programs."""
    fenced = noted = False
    last = ""
    for line in text.split("\n"):
        fenced ^= bool(_FENCE.match(line))
        note = None if fenced else _NOTE.match(line)
        if fenced:
            last = line
        elif note:
            yield ""
            last, noted = _IS_NOTE + line[note.end() :], True
        elif noted and line.startswith(("    ", "\t")):
            last = line.strip() if last else _IS_NOTE + line.strip()
        else:
            noted = noted and not (line.strip() and not last)
            last = _SHORTCODE.sub("", line).rstrip() if "{" in line else line
        yield last


def _inline(token: Token, role: Role) -> Iterator[Item]:
    text = _text(token).strip()
    if text.startswith(_IS_NOTE):
        role = Role.FOOTNOTE
    text = _NOTE_MARK.sub("", text.replace(_IS_NOTE, ""))
    yield from _item(role, _TASK.sub("", text, count=1) if role is Role.LIST_ITEM and _TASK.match(text) else text)
    for child in token.children or ():
        if child.type == "image":
            yield from _item(Role.PARAGRAPH, child.content, Label.IMAGE.value)


def _text(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content.lower().startswith("<br"):
            parts.append(" ")
    return "".join(parts)


def _html_items(content: str, reading: Reading) -> Iterator[Item]:
    """What is read of HTML between the paragraphs."""
    from audiofy.article.markup import parse
    from audiofy.article.markup.clean import items_of

    tree = parse(content)
    if tree is not None:
        yield from items_of(tree, reading)


def _item(role: Role, text: str, label: str = "") -> Iterator[Item]:
    text = " ".join(clean(text).split())
    if text:
        verdict = Verdict(text=text, label=label or role.value, reason="Markdown", kept=True)
        yield Item(verdict=verdict, role=role, near=True)
