"""Sitemaps to addresses with dates (https://www.sitemaps.org, and Google's news extension). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from audiofy.article.dates import normal
from audiofy.article.sources.links import linked
from audiofy.article.sources.xml import child_text, local, parse_xml, root_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address in a sitemap, its date (empty if none is given), and whether it is another sitemap."""

    url: str
    date: str
    sitemap: bool


def is_sitemap(content: bytes) -> bool:
    """Whether bytes look like a sitemap or an index of sitemaps."""
    return root_name(content) in ("urlset", "sitemapindex")


def read_sitemap(content: bytes, name: str) -> tuple[Place, ...]:
    """The addresses in a sitemap, in its order.

    Raises:
        UnreadableSourceError: It is not XML.
    """
    found = []
    for element in parse_xml(content, name).iter():
        kind = local(element)
        url = linked(child_text(element, "loc"), name) if kind in ("url", "sitemap") else ""
        if url:
            dates = [child_text(child, "publication_date") for child in element if local(child) == "news"]
            date = next(filter(None, dates), "") or child_text(element, "lastmod")
            found.append(Place(url=url, date=normal(date) if date else "", sitemap=kind == "sitemap"))
    return tuple(found)
