"""A small web server that behaves as each test tells it to."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from audiofy.article.fetch import robots, web
from audiofy.settings import Fetching, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Site:
    """What a test server answers, by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = 0

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, content: bytes, status: int = 200, **headers: str) -> None:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            sent = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
            for name, value in (sent | {name.replace("_", "-"): value for name, value in headers.items()}).items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(content)

        self.answers[path] = answer


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on the loopback interface, stopped after the test."""
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            found.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = found.answers.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            try:
                answer(self)
            except OSError:  # the client cut the connection off, as many tests want it to
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Keeps quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # a connection that the client cut off is what the tests want
    server.daemon_threads = True
    server.block_on_close = False
    found.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    robots._rules.cache_clear()
    web._last_request.clear()
    yield found
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def limits(tmp_path) -> Fetching:
    """Limits under which the loopback interface may be fetched from, and nothing outside the test is written."""
    return Fetching(
        allow_private_hosts=True, timeout=5, max_bytes=200_000, retries=1, cache_folder=str(tmp_path / "cache")
    )


@pytest.fixture
def settings(limits) -> Settings:
    """Settings with those limits."""
    return Settings(fetching=limits)
