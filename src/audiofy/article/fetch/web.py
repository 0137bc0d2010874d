"""An http(s) address to a Page, like a good citizen: robots.txt, redirects, retries, and what was fetched before."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from audiofy.article.fetch import robots
from audiofy.article.fetch.exchange import Answer, UnreachableError, ask
from audiofy.article.fetch.files import media_type_of
from audiofy.article.fetch.store import recall, remember
from audiofy.errors import FetchError, SourceNotFoundError, UnreadableSourceError
from audiofy.model import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.settings import Fetching

REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
_GONE = frozenset((404, 410))
_NOT_MODIFIED = 304
_LONGEST_WAIT = 30.0
_FOREVER = 1e9
_READABLE = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/rdf",
    "application/json",
    "application/feed",
    "application/pdf",
    "application/epub",
    "application/vnd.openxml",
    "message/rfc822",
    "application/gzip",
    "application/x-gzip",
)
# What stores of files say of all of them; the name then tells more.
_UNTOLD = ("application/octet-stream", "binary/octet-stream", "application/zip")
_SAFE = "/:?#[]@!$&'()*+,;=%~"

_last_request: dict[str, float] = {}


@cache
def agent() -> str:
    """The name that audiofy gives itself."""
    from importlib.metadata import version

    return f"audiofy/{version('audiofy')} (+https://github.com/audiofy/audiofy)"


def fetch_address(url: str, limits: Fetching) -> Page:
    """The page at an http(s) address, after redirects.

    Raises:
        SourceNotFoundError: There is no such page.
        FetchError: It could not be fetched, or audiofy would not.
        UnreadableSourceError: It is too large, or no kind of text.
    """
    name = limits.user_agent or agent()
    here = normalised(url)
    for _ in range(limits.max_redirects + 1):
        if limits.robots and not robots.allowed(here, name, limits):
            raise FetchError(
                f"The robots.txt of {urlsplit(here).netloc} asks programs not to fetch {here}.",
                "Save the page from your browser and name the file.",
            )
        stored = recall(here, limits)
        answer = _patiently(here, name, stored[1] if stored else {}, limits)
        if answer.status == _NOT_MODIFIED and stored:
            return stored[0]
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            page = _page(here, answer)
            remember(here, page, answer.headers, limits)
            return page
        here = redirected(here, answer.headers["location"])
    raise FetchError(
        f"{url} redirects more than {limits.max_redirects} times.", "Give the address of the article itself."
    )


def redirected(here: str, location: str) -> str:
    """Where a redirect leads.

    Raises:
        FetchError: To no http(s) address.
    """
    try:
        return normalised(urljoin(here, location))
    except ValueError as error:
        raise FetchError(f"{here} redirects to no address.", "Open it in a browser, and save the page.") from error


def normalised(url: str) -> str:
    """`url` without fragment and with everything but ASCII escaped.

    Raises:
        FetchError: It is no http(s) address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (
            (parts.hostname or "").encode("idna").decode()
            if not (parts.hostname or "").isascii()
            else parts.hostname or ""
        )
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"{url} is no address.", "Check it.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url} is no http or https address.", "audiofy fetches only those.")
    where = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, where + port, quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE), ""))


def _patiently(url: str, name: str, conditions: Mapping[str, str], limits: Fetching) -> Answer:
    """Asks, and asks again after failures that pass: the server's, and the network's."""
    headers = {
        "User-Agent": name,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        **conditions,
    }
    for attempt in range(limits.retries + 1):
        _wait_for_turn(url, name, limits)
        try:
            answer = ask(url, headers, limits)
        except UnreachableError:
            if attempt == limits.retries:
                raise
            wait = 0.5 * 2**attempt
        else:
            if answer.status not in _PASSING or attempt == limits.retries:
                return answer
            wait = _retry_after(answer.headers.get("retry-after", "")) or 0.5 * 2**attempt
            if wait > _LONGEST_WAIT:
                raise FetchError(
                    f"{urlsplit(url).netloc} asks to come back in {wait:.0f} seconds.", "Run audiofy again then."
                )
        time.sleep(wait)
    raise AssertionError("the last attempt returns or raises")


def _wait_for_turn(url: str, name: str, limits: Fetching) -> None:
    """Leaves as long between two requests to a site as its robots.txt asks for, half a minute at most."""
    site = urlsplit(url).netloc
    pause = min(robots.delay(url, name, limits), _LONGEST_WAIT) if limits.robots else 0
    if pause and site in _last_request:
        time.sleep(max(0.0, _last_request[site] + pause - time.monotonic()))
    _last_request[site] = time.monotonic()


def _retry_after(value: str) -> float:
    """Seconds from a Retry-After header, which gives seconds or a date (RFC 9110, section 10.2.3); 0 for none."""
    if value.isascii() and value.strip().isdecimal():
        return min(float(value), _FOREVER)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return 0
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())


def _page(url: str, answer: Answer) -> Page:
    if answer.status in _GONE:
        raise SourceNotFoundError(f"There is no page {url} ({answer.status}).", "Check the address.")
    if not 200 <= answer.status < 300:  # what HTTP calls success
        raise FetchError(
            f"{urlsplit(url).netloc} answers {answer.status} for {url}.",
            "Open it in a browser; save the page and name the file if it shows the article.",
        )
    media_type, _, parameters = answer.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type in _UNTOLD:
        media_type = media_type_of(urlsplit(url).path) or media_type
    if media_type and not media_type.startswith(_READABLE):
        raise UnreadableSourceError(f"{url} is {media_type[:60]}, not an article.", "Give the address of a page.")
    _, _, charset = parameters.lower().partition("charset=")
    return Page(url=url, content=answer.content, media_type=media_type, charset=charset.strip(" \"';")[:40])
