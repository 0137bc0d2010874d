"""An output folder over HTTP: byte ranges, HEAD, ETag, right types, and transcripts for players of other sites.

Own code over http.server: the libraries that do this bring an asynchronous framework with them.
"""

from __future__ import annotations

import errno
import re
import socket
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from audiofy.errors import PublishingError
from audiofy.publication.types import caching, media_type, published

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

_PIECE = 1 << 16
# No file has more bytes than 18 digits can say.
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", re.ASCII)


def serve(
    output: Path | str,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    on_start: Callable[[str], None] = lambda _address: None,
) -> None:
    """Serves an output folder until it is interrupted.

    Args:
        output: The folder.
        host: Where to listen; only this machine without.
        port: The port; 0 for any that is free.
        on_start: Called with the address.

    Raises:
        PublishingError: There is no such folder, or the port can't be had.
    """
    server = server_of(output, host=host, port=port)
    name = f"[{host}]" if ":" in host else host
    try:
        on_start(f"http://{name}:{server.server_address[1]}/")  # who reads it may interrupt before the server serves
        server.serve_forever()
    except KeyboardInterrupt:
        pass  # the way to end it
    finally:
        server.server_close()


def server_of(output: Path | str, *, host: str = "127.0.0.1", port: int = 0) -> ThreadingHTTPServer:
    """A server of an output folder that listens and is not yet serving.

    Raises:
        PublishingError: There is no such folder, or the port can't be had.
    """
    root = Path(output).resolve()
    if not root.is_dir():
        raise PublishingError(f"There is no folder {output}.", "Name the folder with the episodes.")
    kind = type("Desk", (_Desk,), {"root": root})
    family = {"address_family": socket.AF_INET6} if ":" in host else {}
    try:
        server: ThreadingHTTPServer = type("Server", (ThreadingHTTPServer,), family)((host, port), kind)
    except OSError as error:
        # A port may be taken or reserved; anything else is about the address.
        remedy = (
            "Choose another with --port."
            if error.errno in {errno.EADDRINUSE, errno.EACCES}
            else "Choose an address of this machine with --host, or 0.0.0.0 for every one."
        )
        raise PublishingError(f"Can't listen on {host}, port {port}: {error.strerror or error}.", remedy) from error
    return server


class _Desk(BaseHTTPRequestHandler):
    """Answers one listener. `root` is the folder, resolved."""

    root: Path
    protocol_version = "HTTP/1.1"
    server_version = "audiofy"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Sends a file or a part of it."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Sends what GET would send, without the file."""
        self._answer(body=False)

    def do_OPTIONS(self) -> None:
        """Answers what browsers ask before they read a transcript from another site."""
        self._begin(HTTPStatus.NO_CONTENT, {"Allow": "GET, HEAD, OPTIONS", "Content-Length": "0"})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing: stderr is for people who ask for something."""

    def _answer(self, *, body: bool) -> None:
        try:
            path, moved = self._find()
        except (ValueError, OSError):  # OSError: a name that no file can have
            self._refuse(HTTPStatus.NOT_FOUND, body=body)
            return
        if moved:
            self._begin(HTTPStatus.MOVED_PERMANENTLY, {"Location": moved, "Content-Length": "0"})
            return
        try:
            with path.open("rb") as file:
                self._send(path, file, body=body)
        except FileNotFoundError:
            self._refuse(HTTPStatus.NOT_FOUND, body=body)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True  # the listener has gone: nothing to tell anybody
        except OSError:
            self._refuse(HTTPStatus.FORBIDDEN, body=body)

    def _find(self) -> tuple[Path, str]:
        """The file of the address, or where to go instead.

        Raises:
            ValueError: The address is none of ours; it says no more, so nobody learns what is outside the folder.
        """
        address = urlsplit(self.path)
        name = unquote(address.path, errors="strict").lstrip("/")
        if "\0" in name or "\\" in name or any(part in {"..", "."} for part in name.split("/")):
            raise ValueError
        path = (self.root / name).resolve()
        if not path.is_relative_to(self.root):
            raise ValueError
        if path.is_dir():
            if name and not name.endswith("/"):
                return path, "/" + "/".join(part for part in address.path.split("/") if part) + "/"
            path = (path / "index.html").resolve()
        if not path.is_relative_to(self.root) or not published(path.relative_to(self.root).as_posix()):
            raise ValueError
        return path, ""

    def _send(self, path: Path, file: BinaryIO, *, body: bool) -> None:
        import os

        facts = os.fstat(file.fileno())
        tag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
        headers = {
            "ETag": tag,
            "Last-Modified": formatdate(facts.st_mtime, usegmt=True),
            "Accept-Ranges": "bytes",
            "Cache-Control": caching(path.name),
        }
        if self._unchanged(tag, facts):
            self._begin(HTTPStatus.NOT_MODIFIED, headers)
            return
        wanted = self._wanted(tag, facts)
        first, last = wanted or (0, facts.st_size - 1)
        headers |= {"Content-Type": media_type(path.name), "X-Content-Type-Options": "nosniff"}
        if first > last and wanted:
            headers |= {"Content-Range": f"bytes */{facts.st_size}", "Content-Length": "0"}
            self._begin(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers)
            return
        if wanted:
            headers["Content-Range"] = f"bytes {first}-{last}/{facts.st_size}"
        headers["Content-Length"] = str(last - first + 1)
        self._begin(HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK, headers)
        if body:
            file.seek(first)
            left = last - first + 1
            while left > 0 and (piece := file.read(min(_PIECE, left))):
                self.wfile.write(piece)
                left -= len(piece)

    def _unchanged(self, tag: str, facts: os.stat_result) -> bool:
        """Whether the listener has this very file (RFC 9110, section 13.2.2)."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return known.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in known.split(","))
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and int(facts.st_mtime) <= parsedate_to_datetime(since).timestamp()
        except (ValueError, OverflowError, OSError):  # the last two of years that no clock has
            return False

    def _wanted(self, tag: str, facts: os.stat_result) -> tuple[int, int] | None:
        """First and last byte to send; the first is beyond the last where there are no such bytes.

        None is the whole file, which RFC 9110 (section 14.2) allows for what is not a single range of bytes. A range
        that is the whole file is still one: players take the answer for a sign that they can seek.
        """
        match = _RANGE.fullmatch(self.headers.get("Range", "").strip())
        condition = self.headers.get("If-Range")
        if not match or (condition is not None and condition.strip() != tag):
            return None
        start, end, tail = match.groups()
        if tail is not None:
            return (max(0, facts.st_size - int(tail)), facts.st_size - 1) if int(tail) else (1, 0)
        first, last = int(start), min(int(end or facts.st_size), facts.st_size - 1)
        if end and int(end) < first:
            return None
        return (first, last) if first < facts.st_size else (1, 0)

    def _refuse(self, status: HTTPStatus, *, body: bool) -> None:
        content = f"{status.phrase}\n".encode()
        self._begin(status, {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(content))})
        if body:
            self.wfile.write(content)

    def _begin(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        shared = {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Headers": "Range",
            "Access-Control-Expose-Headers": "Content-Length, Content-Range, ETag",
        }
        for name, value in (headers | shared).items():
            self.send_header(name, value)
        self.end_headers()
