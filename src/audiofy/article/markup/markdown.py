"""Markdown to the article in it: nothing is chrome there, so every block is kept. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from audiofy.article.dates import normal
from audiofy.article.finding import Finding, Item
from audiofy.article.labels import Label
from audiofy.article.lines import clean
from audiofy.article.names import byline_names
from audiofy.model import Article, Block, Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<text>.{0,65536}?)\n(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL)
_BYLINE = 120  # characters that one has at most
_OPENERS = {"heading_open": Role.HEADING, "blockquote_open": Role.BLOCKQUOTE, "list_item_open": Role.LIST_ITEM}
_CLOSERS = {"heading_close", "blockquote_close", "list_item_close"}


def read_markdown(text: str, url: str) -> Finding:
    """The article in a Markdown text, with what its front matter (YAML or TOML) says of it."""
    matter, text = split_front_matter(text)
    blocks = list(_blocks(text))
    title = _word(matter, "title")
    if blocks and blocks[0].role is Role.HEADING and (not title or blocks[0].text.casefold() == title.casefold()):
        title = title or blocks[0].text
        blocks.pop(0)
    authors = _several(matter, "authors", "author", "by")
    byline = _byline(blocks, authors)
    if byline:
        authors = authors or byline_names(byline.text)
        blocks.pop(0)
    article = Article(
        url=_word(matter, "url", "canonical", "canonical_url", "link") or url,
        title=title,
        authors=authors,
        published=_day(matter, "date", "published", "datePublished"),
        modified=_day(matter, "modified", "updated", "lastmod"),
        language=_word(matter, "language", "lang", "locale").replace("_", "-"),
        publisher=_word(matter, "publisher", "site", "site_name"),
        section=_word(matter, "section", "category"),
        image=_word(matter, "cover", "image", "cover_image"),
        summary=_word(matter, "summary", "description", "excerpt"),
        blocks=(),
    )
    items = [_item(block.text, block.role.value, "Markdown", block.role) for block in blocks]
    if byline:
        items.insert(0, _item(byline.text, Label.BYLINE.value, "a byline"))
    return Finding(article=article, items=tuple(items))


def _item(text: str, label: str, reason: str, role: Role | None = None) -> Item:
    return Item(verdict=Verdict(text=text, label=label, reason=reason, kept=role is not None), role=role, near=True)


def _byline(blocks: list[Block], authors: tuple[str, ...]) -> Block | None:
    """The first block where it is a byline, of the `authors` if any are known; None where it is a paragraph."""
    if not blocks or blocks[0].role is not Role.PARAGRAPH or len(blocks[0].text) >= _BYLINE:
        return None
    named = {name.casefold() for name in byline_names(blocks[0].text)}
    known = {author.casefold() for author in authors}
    return blocks[0] if named and (not known or not named.isdisjoint(known)) else None


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """What stands between two lines of `---` (YAML) or `+++` (TOML) at the top, and the text below it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    matter = _toml(found["text"]) if found["mark"] == "+++" else _yaml(found["text"])
    return (matter, text[found.end() :]) if matter is not None else ({}, text)


def _toml(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _yaml(text: str) -> dict[str, Any] | None:
    """YAML without aliases, which can be made to grow without end."""
    import yaml

    try:
        if any(isinstance(token, (yaml.AliasToken, yaml.AnchorToken)) for token in yaml.scan(text)):
            return None
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _word(matter: dict[str, Any], *keys: str) -> str:
    for key in keys:
        value = matter.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("image")
        if isinstance(value, (str, int, float)) and str(value).strip():
            return " ".join(clean(str(value)).split())
    return ""


def _several(matter: dict[str, Any], *keys: str) -> tuple[str, ...]:
    for key in keys:
        value = matter.get(key)
        entries = value if isinstance(value, list) else [value]
        found = [name for entry in entries if (name := _word({"it": entry}, "it"))]
        if found:
            return tuple(found)
    return ()


def _day(matter: dict[str, Any], *keys: str) -> str:
    for key in keys:
        value = matter.get(key)
        if isinstance(value, (datetime, date)):
            return value.isoformat()
        if isinstance(value, str) and (found := normal(value)):
            return found
    return ""


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    roles: list[Role] = []
    for token in MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table").parse(text):
        if token.type in _OPENERS:
            roles.append(_OPENERS[token.type])
        elif token.type in _CLOSERS:
            roles.pop()
        elif token.type in ("fence", "code_block"):
            yield from _block(Role.CODE, token.content)
        elif token.type == "tr_open":
            roles.append(Role.TABLE_ROW)
            cells: list[str] = []
        elif token.type == "tr_close":
            roles.pop()
            yield from _block(Role.TABLE_ROW, ", ".join(cell for cell in cells if cell))
        elif token.type == "inline" and roles and roles[-1] is Role.TABLE_ROW:
            cells.append(_text(token))
        elif token.type == "inline":
            yield from _block(roles[-1] if roles else Role.PARAGRAPH, _text(token))


def _text(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _block(role: Role, text: str) -> Iterator[Block]:
    text = " ".join(clean(text).split())
    if text:
        yield Block(role=role, text=text)
