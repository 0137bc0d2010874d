"""One request to one answer, within limits of size and time. The only urllib3.

The deadline counts for the whole exchange: a server that sends a byte now and then is cut off like one that sends
nothing. Content is unpacked here, piece by piece, so that a gzip bomb never unfolds.
"""

from __future__ import annotations

import threading
import time
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import BadStatusLine, HTTPException, RemoteDisconnected
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiofy.article.fetch.addresses import resolve
from audiofy.errors import FetchError, UnreadableSourceError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping

    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

    from audiofy.settings import Fetching

_PIECE = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent: `headers` have lower-case names; `content` is unpacked."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class UnreachableError(FetchError):
    """The connection failed or the time ran out; trying again may help."""


def ask(
    url: str, headers: Mapping[str, str], limits: Fetching, *, method: str = "GET", first: int | None = None
) -> Answer:
    """Sends one request and takes the answer; follows no redirect.

    Args:
        url: Where to.
        headers: What to send besides `Host`.
        limits: Of time, size and place.
        method: GET or HEAD.
        first: So many bytes of the content are enough, and the file may be larger than the limit; all of it without.

    Raises:
        UnreachableError: No connection, a broken answer, or not in time.
        FetchError: The address is not allowed.
        UnreadableSourceError: The answer is larger than the limit.
    """
    from urllib3.exceptions import HTTPError

    parts = urlsplit(url)
    host, port = parts.hostname or "", _port(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    last: Exception | None = None
    deadline = time.monotonic() + limits.timeout
    for address in resolve(host, port, private=limits.allow_private_hosts)[:3]:
        connection = _connection(parts.scheme, address, host, port, max(deadline - time.monotonic(), 0.01))
        try:
            with _cut_off_at(deadline, connection) as held:
                connection.connect()
                held.append(connection.sock)
                connection.request(
                    method,
                    target,
                    headers={"Host": parts.netloc.rpartition("@")[2], **headers},
                    preload_content=False,
                    decode_content=False,
                )
                answer = _answer(connection.getresponse(), url, limits.max_bytes, first)
            if time.monotonic() < deadline:  # else what looks like an answer was cut off, perhaps in its headers
                return answer
        except (HTTPError, HTTPException, OSError, ValueError, AttributeError) as error:
            # A connection that the deadline cuts off fails in whatever it happens to do, AttributeError included.
            last = error
        finally:
            connection.close()
        if time.monotonic() >= deadline:
            raise UnreachableError(
                f"{url} did not answer within {limits.timeout:g} seconds.",
                "Try again later, or raise timeout under [fetching].",
            ) from last
    raise UnreachableError(f"Can't fetch {url}: {_reason(last)}.", "Check the address and the network.") from last


def _port(url: str) -> int:
    parts = urlsplit(url)
    try:
        return parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError(f"{url} is no address.", "Check it.") from error


def _connection(scheme: str, address: str, host: str, port: int, timeout: float) -> HTTPConnection:
    """A connection to the checked `address`, with the certificate checked against `host`."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if scheme == "https":
        return HTTPSConnection(
            address, port, timeout=timeout, ssl_context=_certificates(), server_hostname=host, assert_hostname=host
        )
    return HTTPConnection(address, port, timeout=timeout)


@cache
def _certificates() -> ssl.SSLContext:
    """The system's certificates and certifi's: some Pythons on macOS know none of the system's."""
    import ssl

    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@contextmanager
def _cut_off_at(deadline: float, connection: HTTPConnection) -> Iterator[list[Any]]:
    """Shuts the connection's socket at the deadline, and one in the list that is given.

    A connection forgets its socket when the answer says that it is the last one; the answer still comes through it.
    """
    held: list[Any] = []

    def cut() -> None:
        for sock in (connection.sock, *held):
            with suppress(OSError, AttributeError):
                sock.shutdown(2)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield held
    finally:
        timer.cancel()


def _answer(response: BaseHTTPResponse, url: str, most: int, first: int | None) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    unpack = _unpacker(headers.get("content-encoding", ""), url)
    content = bytearray()
    length = headers.get("content-length", "")
    if first is not None:
        while len(content) < min(first, most) and (piece := response.read1(_PIECE, decode_content=False)):
            content += unpack(piece, most)
        return Answer(status=response.status, headers=headers, content=bytes(content[:first]))
    length = length if length.isascii() and length.isdecimal() and len(length) < 20 else ""
    if length and int(length) > most:
        raise _too_large(url, most)
    received = 0
    while piece := response.read1(_PIECE, decode_content=False):
        received += len(piece)
        content += unpack(piece, most + 1 - len(content))
        if len(content) > most or received > most:
            raise _too_large(url, most)
    if (length and received < int(length)) or not unpack.whole():
        raise OSError("the answer broke off")
    return Answer(status=response.status, headers=headers, content=bytes(content))


class _Plain:
    """An answer as it is sent."""

    def __call__(self, piece: bytes, _most: int) -> bytes:
        return piece

    def whole(self) -> bool:
        """Whether its end has come, as far as the packing tells."""
        return True


class _Packed(_Plain):
    """A packed answer, unpacked within limits."""

    def __init__(self) -> None:
        self._engine = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._begun = False

    def __call__(self, piece: bytes, most: int) -> bytes:
        begun, self._begun = self._begun, True
        try:
            return self._engine.decompress(piece, max(most, 1))
        except zlib.error as error:
            if begun:
                raise OSError("the packed answer is broken") from error
        # RFC 9110, section 8.4.1.2: some leave out the wrapper of zlib.
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        return self(piece, most)

    def whole(self) -> bool:
        return self._engine.eof or not self._begun


def _unpacker(encoding: str, url: str) -> _Plain:
    if encoding in ("", "identity"):
        return _Plain()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Packed()
    raise FetchError(
        f"{url} is sent as {encoding[:40]!r}, which was not asked for.", "Save the page and name the file."
    )


def _too_large(url: str, most: int) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"{url} is larger than {most / 1e6:g} MB, which is more than an article.",
        "Raise max_bytes under [fetching] in audiofy.toml if it is one.",
    )


def _reason(error: Exception | None) -> str:
    if isinstance(error, BadStatusLine) and not isinstance(error, RemoteDisconnected):
        return "the answer is no HTTP"
    text = str(error) if error else "no address answered"
    if "IncompleteRead" in text:
        return "the answer broke off"
    return text.rsplit(": ", 1)[-1].strip(" .") or type(error).__name__
