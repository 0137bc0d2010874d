"""A site's robots.txt to what may be fetched there (RFC 9309). The only protego."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.article.fetch.exchange import UnreachableError, ask
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from protego import Protego

    from audiofy.settings import Fetching

_MOST = 512_000


def allowed(url: str, agent: str, limits: Fetching) -> bool:
    """Whether the site's robots.txt lets `agent` fetch `url`."""
    rules = _rules(_origin(url), agent, limits)
    return bool(rules.can_fetch(url, agent))


def delay(url: str, agent: str, limits: Fetching) -> float:
    """How many seconds the site asks to leave between two requests."""
    return float(_rules(_origin(url), agent, limits).crawl_delay(agent) or 0)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


@lru_cache(maxsize=256)
def _rules(origin: str, agent: str, limits: Fetching) -> Protego:
    """The rules of an origin, asked for once a process.

    RFC 9309, section 2.3.1: no file (4xx) means no rules, a failing server (5xx) means keep away. A redirect of
    robots.txt itself is followed nowhere and counts as no file. An origin that can't be reached has no rules: the page
    itself can't be reached then either, and its error says so better.
    """
    from protego import Protego

    try:
        answer = ask(f"{origin}/robots.txt", {"User-Agent": agent, "Accept-Encoding": "gzip"}, limits)
    except (UnreachableError, UnreadableSourceError):
        return Protego.parse("")
    if answer.status >= 500:  # the server's own failures
        return Protego.parse("User-agent: *\nDisallow: /")
    return Protego.parse(answer.content[:_MOST].decode("utf-8", "replace") if answer.status == 200 else "")  # OK
