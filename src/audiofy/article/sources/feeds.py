"""Feeds to entries: RSS 0.9 to 2.0, RDF, Atom (RFC 4287) and JSON Feed (https://jsonfeed.org/version/1.1). Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING, Any

from audiofy.article.dates import normal
from audiofy.article.sources.links import linked
from audiofy.article.sources.xml import child_text, is_of_media, local, opening, parse_xml, root_name
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_FULL_WORDS = 80
_ROOTS = frozenset(("rss", "feed", "rdf"))
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


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
    if opening(content).startswith("{"):
        return b"jsonfeed.org/version" in content
    return root_name(content) in _ROOTS


def read_feed(content: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a feed, in its order; those that can't be named, by nothing of their own, are left out.

    Args:
        content: The feed.
        name: Where it came from, which its links may be relative to.

    Raises:
        UnreadableSourceError: It is neither XML nor JSON.
    """
    found = _json_entries(content, name) if opening(content).startswith("{") else _xml_entries(content, name)
    entries: dict[str, Entry] = {}
    for entry in found:
        # Some feeds give all their entries one and the same identifier.
        other = entries.get(entry.key)
        key = entry.url if other and other.url != entry.url else entry.key
        if key:
            entries.setdefault(key, replace(entry, key=key))
    return tuple(entries.values())


def _xml_entries(content: bytes, name: str) -> tuple[Entry, ...]:
    root = parse_xml(content, name)
    if local(root) not in _ROOTS:
        return ()
    channel = next((child for child in root if local(child) == "channel"), root)
    base = root.get(_BASE) or ""
    whole = Entry(
        key="",
        url=_link(channel, name, base) or linked(base, name),
        title="",
        authors=_authors(channel) if local(root) == "feed" else (),
        published="",
        content="",
        publisher=_plain(child_text(channel, "title")),
        language=child_text(channel, "language") or root.get(_LANGUAGE) or "",
    )
    found = [element for element in root.iter() if local(element) in ("item", "entry")]
    return tuple(_entry(element, whole, name) for element in found)


def _entry(element: _Element, feed: Entry, name: str) -> Entry:
    url = _link(element, name, feed.url, element.get(_BASE) or "")
    # "encoded" is content:encoded; Atom's <content> may hold escaped HTML or XHTML elements.
    content = child_text(element, "encoded") or _atom_content(element) or child_text(element, "description")
    return Entry(
        key=child_text(element, "guid", "id") or url or child_text(element, "title"),
        url=url,
        title=_plain(child_text(element, "title")),
        authors=_authors(element) or feed.authors,
        published=read_date(child_text(element, "pubdate", "published", "date", "updated", "issued")),
        content=_whole(content, url),
        publisher=feed.publisher,
        language=element.get(_LANGUAGE) or feed.language,
    )


def _whole(content: str, url: str) -> str:
    """`content` where it is the article and no summary, or where there is nothing else to read."""
    return content if not url or len(_plain(content).split()) >= _FULL_WORDS else ""


def _authors(element: _Element) -> tuple[str, ...]:
    found = (_author(child) for child in element if local(child) in ("creator", "author") and not is_of_media(child))
    return tuple(filter(None, found))


def _link(element: _Element, *bases: str) -> str:
    """Where an entry's page is: its link, or an identifier that says that it is one."""
    links = [child for child in element if local(child) == "link"]
    found = [link.get("href") or "" for link in links if link.get("rel", "alternate") == "alternate"]
    found += [link.text or "" for link in links]
    found += [
        child.text or "" for child in element if local(child) == "guid" and child.get("isPermaLink", "true") == "true"
    ]
    return next((url for link in found if (url := linked(link, *bases))), "")


def _atom_content(element: _Element) -> str:
    """The HTML in an entry's own `content`, which media have too."""
    from lxml import etree

    for child in element:
        if local(child) == "content" and not is_of_media(child):
            inner = "".join(etree.tostring(part, encoding="unicode") for part in child)
            if inner:
                return inner
            text = child.text or ""
            return _paragraphs(text) if child.get("type") in ("text", "text/plain") else text
    return ""


def _paragraphs(text: str) -> str:
    """Plain text as HTML."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())


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
    from audiofy.article.markup.prepared import text_of

    if "<" not in html and "&" not in html:
        return html
    tree = parse(html) if html.strip() else None
    return text_of(tree) if tree is not None else ""


def _json_entries(content: bytes, name: str) -> tuple[Entry, ...]:
    try:
        feed = json.loads(content.lstrip(b"\xef\xbb\xbf \t\r\n"))
    except (ValueError, RecursionError) as error:
        raise UnreadableSourceError(f"{name} is not valid JSON.", "Check the address or the file.") from error
    items = feed.get("items", []) if isinstance(feed, dict) else []
    entries = (item for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
    return tuple(_json_entry(item, feed, name) for item in entries)


def _json_entry(item: dict[str, Any], feed: dict[str, Any], name: str) -> Entry:
    url = next((url for key in ("url", "external_url") if (url := linked(_string(item, key), name))), "")
    content = _string(item, "content_html") or _paragraphs(_string(item, "content_text"))
    return Entry(
        key=str(item.get("id") or url),
        url=url,
        title=_string(item, "title"),
        authors=_people(item) or _people(feed),
        published=normal(_string(item, "date_published")),
        content=_whole(content, url),
        publisher=_string(feed, "title"),
        language=_string(item, "language") or _string(feed, "language"),
    )


def _people(source: dict[str, Any]) -> tuple[str, ...]:
    """The names of `authors`, or of the `author` that version 1 of the format had."""
    authors = source.get("authors")
    people = authors if isinstance(authors, list) and authors else [source.get("author")]
    return tuple(filter(None, (_string(person, "name") for person in people if isinstance(person, dict))))


def _string(source: dict[str, Any], key: str) -> str:
    value = source.get(key)
    return value if isinstance(value, str) else ""
