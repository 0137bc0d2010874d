"""A site's robots.txt to what may be fetched there (RFC 9309). The only protego."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from audiofy.article.fetch.exchange import Answer, UnreachableError, ask

if TYPE_CHECKING:
    from protego import Protego

    from audiofy.settings import Fetching

_MOST = 512_000
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


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

    RFC 9309, section 2.3.1: no file (4xx) means no rules, a failing server (5xx) means keep away, and so does one that
    can't be reached; redirects are followed five times. More than 500 kB are not read.

    Raises:
        FetchError: It can't be reached; its error says so.
    """
    from protego import Protego

    answer = _file(f"{origin}/robots.txt", agent, limits)
    if answer.status >= 500:  # the server's own failures
        return Protego.parse("User-agent: *\nDisallow: /")
    return Protego.parse(answer.content.decode("utf-8", "replace") if answer.status == 200 else "")  # OK


def _file(url: str, agent: str, limits: Fetching) -> Answer:
    headers = {"User-Agent": agent, "Accept-Encoding": "gzip"}
    failures = 0
    for _ in range(_MOST_REDIRECTS + limits.retries + 1):
        try:
            answer = ask(url, headers, limits, first=_MOST)
        except UnreachableError:
            failures += 1
            if failures > limits.retries:
                raise
            time.sleep(0.5 * 2 ** (failures - 1))
            continue
        target = urljoin(url, answer.headers.get("location", "")) if answer.status in _REDIRECTS else url
        if target == url or urlsplit(target).scheme not in ("http", "https"):
            return answer
        url = target
    return answer
