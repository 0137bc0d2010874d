"""Feeds to entries: RSS 0.9 to 2.0, RDF, Atom (RFC 4287) and JSON Feed (https://jsonfeed.org/version/1.1). Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from audiofy.article.dates import normal
from audiofy.article.sources.xml import child_text, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_FULL_WORDS = 80
_ROOTS = frozenset(("rss", "feed", "rdf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: `key` tells it from the others; `content` is HTML, empty where there is only a summary."""

    key: str
    url: str
    title: str
    authors: tuple[str, ...]
    published: str
    content: str
    publisher: str = ""
    language: str = ""


def is_feed(content: bytes) -> bool:
    """Whether bytes look like a feed."""
    start = content[:2000].lstrip()
    if start.startswith(b"{"):
        return b"jsonfeed.org/version" in start
    return any(mark in start.lower() for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(content: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a feed, in its order.

    Raises:
        UnreadableSourceError: It is neither XML nor JSON.
    """
    if content.lstrip().startswith(b"{"):
        return _json_entries(content)
    root = parse_xml(content, name)
    if local(root) not in _ROOTS:
        return ()
    channel = next((child for child in root if local(child) == "channel"), root)
    publisher, language = child_text(channel, "title"), child_text(channel, "language")
    language = language or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    found = [element for element in root.iter() if local(element) in ("item", "entry")]
    return tuple(_entry(element, publisher, language) for element in found)


def _entry(element: _Element, publisher: str, language: str) -> Entry:
    url = _link(element)
    # "encoded" is content:encoded; Atom's <content> may hold escaped HTML or XHTML elements.
    content = child_text(element, "encoded") or _atom_content(element) or child_text(element, "description")
    return Entry(
        key=child_text(element, "guid", "id") or url or child_text(element, "title"),
        url=url,
        title=_plain(child_text(element, "title")),
        authors=tuple(filter(None, (_author(child) for child in element if local(child) in ("creator", "author")))),
        published=read_date(child_text(element, "pubdate", "published", "date", "updated", "issued")),
        content=content if len(_plain(content).split()) >= _FULL_WORDS else "",
        publisher=publisher,
        language=language,
    )


def _link(element: _Element) -> str:
    links = [child for child in element if local(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
    return next((text for link in links if (text := (link.text or "").strip())), "")


def _atom_content(element: _Element) -> str:
    from lxml import etree

    for child in element:
        if local(child) == "content":
            inner = "".join(etree.tostring(part, encoding="unicode") for part in child)
            return inner or child.text or ""
    return ""


def _author(element: _Element) -> str:
    from audiofy.article.names import is_name, names

    text = child_text(element, "name") or (element.text or "")
    if "(" in text and "@" in text:
        text = text.partition("(")[2].rstrip(") ")
    found = names(text)
    return found[0] if found and is_name(found[0]) else ""


def read_date(text: str) -> str:
    """An ISO 8601 date from RFC 822 (RSS) or RFC 3339 (Atom)."""
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # of a year that no clock has
        return normal(text) if text else ""
    return normal((then if then.tzinfo else then.replace(tzinfo=UTC)).isoformat())


def _plain(html: str) -> str:
    from audiofy.article.markup import parse
    from audiofy.article.markup.prepare import text_of

    if "<" not in html and "&" not in html:
        return html
    tree = parse(html) if html.strip() else None
    return text_of(tree) if tree is not None else ""


def _json_entries(content: bytes) -> tuple[Entry, ...]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return ()
    items = feed.get("items", []) if isinstance(feed, dict) else []
    return tuple(_json_entry(item, feed) for item in items if isinstance(item, dict)) if isinstance(items, list) else ()


def _json_entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    def text(key: str, source: dict[str, Any] = item) -> str:
        value = source.get(key)
        return value if isinstance(value, str) else ""

    content = text("content_html") or "".join(
        f"<p>{line}</p>" for line in text("content_text").split("\n") if line.strip()
    )
    authors = item.get("authors")
    people = authors if isinstance(authors, list) and authors else [item.get("author")]
    return Entry(
        key=str(item.get("id") or text("url")),
        url=text("url") or text("external_url"),
        title=text("title"),
        authors=tuple(
            person["name"] for person in people if isinstance(person, dict) and isinstance(person.get("name"), str)
        ),
        published=normal(text("date_published")) if text("date_published") else "",
        content=content if len(_plain(content).split()) >= _FULL_WORDS else "",
        publisher=text("title", feed),
        language=text("language") or text("language", feed),
    )
