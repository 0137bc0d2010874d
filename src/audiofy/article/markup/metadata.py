"""The head of a page to what it says of its article: JSON-LD, OpenGraph and other meta elements, language. Pure.

schema.org/NewsArticle in JSON-LD goes first, since editors' systems write it from the article's own record; then
OpenGraph (https://ogp.me), then other meta elements.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audiofy.article.dates import normal
from audiofy.article.language import language_tag
from audiofy.article.lines import clean
from audiofy.article.names import is_name, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "BlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "TechArticle",
    "ReviewNewsArticle",
    "BackgroundNewsArticle",
    "Review",
    "ScholarlyArticle",
    "SocialMediaPosting",
)
_DEPTH = 12
_MARKS = re.compile(r"\s[|–—·-]\s")
_MOST_NODES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article in its head; empty where it doesn't. `body` is JSON-LD's `articleBody`."""

    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    section: str = ""
    language: str = ""
    image: str = ""
    summary: str = ""
    body: str = ""
    free: bool = True
    kind: str = ""


@dataclass(slots=True)
class _Meta:
    """The meta elements of a page by name, first one first."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *names_: str) -> str:
        return next((self.values[name][0] for name in names_ if self.values.get(name)), "")

    def every(self, name: str) -> list[str]:
        return self.values.get(name, [])


def read_metadata(tree: HtmlElement) -> Metadata:
    """What the page `tree` says of its article."""
    meta = _meta(tree)
    node = _article_node(tree)
    publisher = meta.first("og:site_name") or _named(node.get("publisher")) or meta.first("application-name")
    return Metadata(
        url=_first_text(tree, "//link[@rel='canonical']/@href") or meta.first("og:url") or _string(node.get("url")),
        title=_string(node.get("headline"))
        or meta.first("og:title", "twitter:title")
        or _first_text(tree, "//title/text()"),
        authors=_authors(node, meta, (publisher, _site(tree))),
        published=normal(_string(node.get("datePublished"))) or _date(meta, _PUBLISHED),
        modified=normal(_string(node.get("dateModified"))) or _date(meta, _MODIFIED),
        publisher=publisher,
        section=_section(node.get("articleSection")) or meta.first("article:section"),
        language=_language(tree, meta, node),
        image=_image(node.get("image")) or meta.first("og:image", "twitter:image"),
        summary=meta.first("og:description", "description") or _string(node.get("description")),
        body=_lines(node.get("articleBody")),
        free=str(node.get("isAccessibleForFree", True)).strip().lower() != "false",
        kind=_kind(node),
    )


_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "article.published",
    "dcterms.created",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")


def _meta(tree: HtmlElement) -> _Meta:
    found = _Meta()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = _tidy(element.get("content") or "")
        if name and content:
            found.values.setdefault(name.strip().lower(), []).append(content)
    return found


def _date(meta: _Meta, names_: tuple[str, ...]) -> str:
    return next((found for name in names_ for value in meta.every(name) if (found := normal(value))), "")


def marked_date(tree: HtmlElement) -> str:
    """The date in the first `<time>` of a page's article, which may print "3 hours ago"; empty if there is none."""
    for element in tree.iter("time"):
        around = {ancestor.tag for ancestor in element.iterancestors()}
        if around & {"article", "main", "header"} and not around & {"aside", "nav", "footer"}:
            return normal(element.get("datetime") or "")
    return ""


def _article_node(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD node that describes an article, the fullest if there are several; empty if there is none."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().partition(";")[0] != "application/ld+json" or not script.text:
            continue
        for node in _nodes(script.text):
            if _kind(node) and len(node) > len(best):
                best = node
    return best


def _kind(node: dict[str, Any]) -> str:
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and kind.rsplit("/", 1)[-1] in _ARTICLE_TYPES:
            return kind.rsplit("/", 1)[-1]
    return ""


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    """Every object in a JSON-LD text, outermost first; none if it is not JSON. Tolerates raw line breaks in strings."""
    try:
        root = json.loads(
            re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text).strip().rstrip(";"), strict=False
        )
    except (ValueError, RecursionError):
        return
    queue = [(root, 0)]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        node, depth = queue.pop(0)
        if isinstance(node, dict):
            yield node
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if depth < _DEPTH:
            queue.extend((child, depth + 1) for child in inner if isinstance(child, (dict, list)))


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url") or ""
    return _tidy(value) if isinstance(value, str) else ""


def _tidy(text: str) -> str:
    """`text` in one line, with entities that were escaped twice resolved and tags taken out."""
    if "&" in text:
        import html

        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"<(?:/?[a-zA-Z][^<>]{0,300}|!--)>", " ", text)
    return " ".join(clean(text).split())


def _lines(value: Any) -> str:
    """A text with its line breaks, each line as `_tidy` makes it."""
    return "\n".join(map(_tidy, value.splitlines())) if isinstance(value, str) else _string(value)


def _named(value: Any) -> str:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _section(value: Any) -> str:
    return _string(value)


def _image(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return (
        _string(value.get("url") or value.get("@id") or value.get("contentUrl"))
        if isinstance(value, dict)
        else _string(value)
    )


def _site(tree: HtmlElement) -> str:
    """What a page's title names behind its last mark: "HEADLINE | THE PAPER"; empty if there is no mark."""
    parts = _MARKS.split(_first_text(tree, "//title/text()"))
    return parts[-1] if len(parts) > 1 else ""


def _authors(node: dict[str, Any], meta: _Meta, outlets: tuple[str, ...]) -> tuple[str, ...]:
    given = node.get("author")
    listed = [_named(entry) for entry in (given if isinstance(given, list) else [given]) if not _is_organisation(entry)]
    found = [name for text in listed if text for name in person_names(text)]
    if not found:
        texts = [
            text
            for key in (
                "author",
                "article:author",
                "og:article:author",
                "byl",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
            )
            for text in meta.every(key)
        ]
        found = [name for text in texts for name in person_names(text)]
    # Some list the outlet behind the author; a page of one person may bear that person's name.
    others = [name for name in found if not any(outlet.casefold().startswith(name.casefold()) for outlet in outlets)]
    return tuple(dict.fromkeys(others or found))


def _is_organisation(entry: Any) -> bool:
    return isinstance(entry, dict) and "Organization" in str(entry.get("@type"))


def person_names(text: str) -> tuple[str, ...]:
    """The persons in an author field; none where it holds an address, an outlet or an account."""
    from audiofy.article.names import byline_names

    if "://" in text or "@" in text:
        return ()
    found = byline_names(text) or names(text)
    if not found and text.isupper() and len(text) > 5:  # two short names
        found = names(text.title())
    return tuple(name for name in found if is_name(name))


def _language(tree: HtmlElement, meta: _Meta, node: dict[str, Any]) -> str:
    given = [
        _string(node.get("inLanguage")),
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        meta.first("og:locale"),
        meta.first("content-language", "language", "dc.language"),
    ]
    tags = [tag for text in given if (tag := language_tag(text))]
    if not tags:
        return ""
    return next((tag for tag in tags if "-" in tag and tag.split("-")[0] == tags[0].split("-")[0]), tags[0])


def _first_text(tree: HtmlElement, path: str) -> str:
    found = tree.xpath(path)
    return _tidy(str(found[0])) if found else ""
