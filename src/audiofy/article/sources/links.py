"""A link in a feed, a sitemap or a list of feeds to the address that it leads to. Pure.

Only to the web: what others wrote must not name a file of the reader's.
"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def is_web(address: str) -> bool:
    """Whether `address` is a whole http(s) address."""
    return address[:8].lower().startswith(("http://", "https://"))


def linked(link: str, *bases: str) -> str:
    """The address that `link` leads to; empty where that is none on the web.

    Args:
        link: An address, whole or relative.
        bases: What it may be relative to, from the outside in; what is no address is no base.
    """
    where = ""
    try:
        for base in (*bases, link.strip()):
            where = urljoin(where, base) if where else base if is_web(base) else ""
        urlsplit(where)
    except ValueError:  # "http://[x" is no address
        return ""
    return where if is_web(where) and link.strip() else ""
