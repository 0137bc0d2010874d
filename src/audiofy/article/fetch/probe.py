"""An address to what its server says of the file there, and to how the file begins: for files too large to fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.article.fetch import robots
from audiofy.article.fetch.exchange import ask
from audiofy.article.fetch.web import REDIRECTS, agent, normalised, redirected
from audiofy.errors import FetchError
from audiofy.model import Served

if TYPE_CHECKING:
    from audiofy.settings import Fetching


def probe(url: str, limits: Fetching, first: int = 0) -> Served:
    """What stands at an http(s) address, after redirects, without fetching all of it.

    Args:
        url: The address.
        limits: As for pages: redirects, time, size of what is fetched, private addresses, robots.txt.
        first: How many bytes to fetch of it; none are without, and HEAD is asked.

    Raises:
        FetchError: It could not be fetched, or audiofy would not.
    """
    name, here = limits.user_agent or agent(), normalised(url)
    headers = {"User-Agent": name, "Accept": "*/*", "Accept-Encoding": "identity"}
    if first:
        headers["Range"] = f"bytes=0-{first - 1}"
    for _ in range(limits.max_redirects + 1):
        if limits.robots and not robots.allowed(here, name, limits):
            raise FetchError(
                f"The robots.txt of {urlsplit(here).netloc} asks programs not to fetch {here}.",
                "If it is your own, set robots to false under [fetching].",
            )
        answer = ask(here, headers, limits, method="GET" if first else "HEAD", first=first)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            length = answer.headers.get("content-length", "")
            return Served(
                status=answer.status,
                size=int(length) if length.isdecimal() and length.isascii() else -1,
                media_type=answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
                ranges=answer.headers.get("accept-ranges", "").strip().lower() == "bytes",
                start=answer.content,
            )
        here = redirected(here, answer.headers["location"])
    raise FetchError(f"{url} redirects more than {limits.max_redirects} times.", "Give the address of the file itself.")
