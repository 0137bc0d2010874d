"""Fetching from a server that misbehaves in every way that the limits are for."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from email.utils import formatdate

import msgspec
import pytest

from audiofy import article
from audiofy.article.fetch import addresses, fetch, web
from audiofy.article.fetch.addresses import is_public
from audiofy.article.fetch.probe import probe
from audiofy.errors import FetchError, SourceNotFoundError, UnreadableSourceError
from audiofy.settings import Fetching, Settings

PAGE = b"<!doctype html><html><head><title>Ferry</title></head><body><p>The ferry sailed.</p></body></html>"


def test_a_page_is_fetched_with_its_type_and_charset(site, limits):
    site.says("/a", PAGE, Content_Type="text/html; charset=ISO-8859-1")
    page = fetch(site.url("/a#part"), limits)
    assert (page.content, page.media_type, page.charset) == (PAGE, "text/html", "iso-8859-1")
    assert page.url == site.url("/a")
    assert site.asked[-1][1]["user-agent"].startswith("audiofy/")


def test_private_hosts_are_refused_by_default(site):
    with pytest.raises(FetchError, match="no public address") as caught:
        fetch(site.url("/a"), Fetching())
    assert "--allow-private-hosts" in caught.value.remedy
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.9.9",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "nonsense",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_that_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1", "localhost", "[::ffff:127.0.0.1]"])
def test_other_spellings_of_loopback_are_refused(host):
    with pytest.raises(FetchError):
        fetch(f"http://{host}:9/", Fetching(robots=False, retries=0))


def test_a_redirect_to_a_private_host_is_refused(site, limits, monkeypatch):
    real = socket.getaddrinfo

    def lookup(host, *rest, **named):
        return real("127.0.0.1" if host in ("public.example", "inner.example") else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(addresses, "is_public", lambda address: not lookup.inner)
    lookup.inner = False

    def redirect(request):
        lookup.inner = True
        request.send_response(302)
        request.send_header("Location", f"http://inner.example:{site.port}/secret")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.answers["/go"] = redirect
    with pytest.raises(FetchError, match=r"inner\.example is at 127\.0\.0\.1"):
        fetch(f"http://public.example:{site.port}/go", msgspec.structs.replace(limits, allow_private_hosts=False))
    assert not any(path == "/secret" for path, _ in site.asked)


def test_the_address_that_was_checked_is_the_one_connected_to(site, limits, monkeypatch):
    """DNS rebinding: a second lookup would give another address; there is none."""
    lookups = []

    def lookup(host, port, *_rest, **_named):
        lookups.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    site.says("/a", PAGE)
    fetch(f"http://rebinding.example:{site.port}/a", msgspec.structs.replace(limits, robots=False))
    assert lookups.count("rebinding.example") == 1
    assert site.asked[-1][1]["host"] == f"rebinding.example:{site.port}"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "gopher://x/", "javascript:alert(1)"])
def test_redirects_lead_only_to_http(site, limits, target):
    site.says("/go", b"", 302, Location=target)
    with pytest.raises(FetchError, match="no http or https address"):
        fetch(site.url("/go"), limits)


def test_a_redirect_to_what_is_no_address_is_an_error(site, limits):
    site.says("/go", b"", 302, Location="http://exa[mple")
    with pytest.raises(FetchError, match="redirects to no address"):
        fetch(site.url("/go"), limits)


def test_redirects_end(site, limits):
    site.says("/round", b"", 301, Location="/round")
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetch(site.url("/round"), limits)


def test_the_address_after_redirects_is_the_pages(site, limits):
    site.says("/old", b"", 301, Location="/new?x=1")
    site.says("/new?x=1", PAGE)
    assert fetch(site.url("/old"), limits).url == site.url("/new?x=1")


def test_a_large_answer_is_refused_by_its_length(site, limits):
    site.says("/big", b"x" * 300_000)
    with pytest.raises(UnreadableSourceError, match="larger than"):
        fetch(site.url("/big"), limits)


def test_an_endless_answer_is_cut_off(site, limits):
    def endless(request):
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 65536)

    site.answers["/endless"] = endless
    with pytest.raises(UnreadableSourceError, match="larger than"):
        fetch(site.url("/endless"), limits)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_packed_answer_is_unpacked(site, limits, encoding):
    packed = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    site.says("/a", packed, Content_Encoding=encoding)
    assert fetch(site.url("/a"), limits).content == PAGE


def test_a_gzip_bomb_never_unfolds(site, limits):
    site.says("/bomb", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(UnreadableSourceError, match="larger than"):
        fetch(site.url("/bomb"), limits)


def test_broken_packing_is_an_error(site, limits):
    site.says("/a", b"no gzip at all", Content_Encoding="gzip")
    with pytest.raises(FetchError, match="broken"):
        fetch(site.url("/a"), msgspec.structs.replace(limits, retries=0))


def test_a_packed_answer_that_breaks_off_is_an_error(site, limits):
    site.says("/a", gzip.compress(PAGE)[:-9], Content_Encoding="gzip")
    with pytest.raises(FetchError, match="broke off"):
        fetch(site.url("/a"), msgspec.structs.replace(limits, retries=0))


def test_a_packing_nobody_asked_for_is_refused(site, limits):
    site.says("/a", PAGE, Content_Encoding="br")
    with pytest.raises(FetchError, match="'br'"):
        fetch(site.url("/a"), limits)


@pytest.mark.parametrize("where", ["headers", "body", "last"])
def test_a_server_that_drips_is_cut_off_at_the_deadline(site, limits, where):
    def drip(request):
        if where != "headers":
            request.send_response(200)
            request.send_header("Content-Type", "text/html")
            # Without a length, the answer ends with the connection, and is the last one on it.
            request.send_header(*(("Content-Length", "1000") if where == "body" else ("Connection", "close")))
            request.end_headers()
        else:
            request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(200):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)

    site.answers["/slow"] = drip
    began = time.monotonic()
    with pytest.raises(FetchError, match="did not answer within"):
        fetch(site.url("/slow"), msgspec.structs.replace(limits, timeout=0.4, retries=0))
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "answer",
    [
        b"\0\1garbage\r\n\r\n",
        b"<html>The ferry sailed.</html>",
        b"HTTP/1.1 200 OK\r\nX-A: " + b"y" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nxx",
    ],
)
def test_an_answer_that_is_no_http_is_an_error(site, limits, answer):
    def broken(request):
        request.wfile.write(answer)
        request.close_connection = True

    site.answers["/a"] = broken
    with pytest.raises(FetchError, match="Can't fetch") as caught:
        fetch(site.url("/a"), msgspec.structs.replace(limits, retries=0))
    assert caught.value.message.isprintable()
    assert "IncompleteRead" not in caught.value.message


def test_a_deflated_answer_without_its_wrapper_is_unpacked(site, limits):
    site.says("/a", zlib.compress(PAGE)[2:-4], Content_Encoding="deflate")
    assert fetch(site.url("/a"), limits).content == PAGE


@pytest.mark.parametrize(("name", "kind"), [("a.md", "text/markdown"), ("a.epub", "application/epub+zip")])
def test_a_file_of_untold_type_is_told_by_its_name(site, limits, name, kind):
    site.says(f"/{name}", b"x", Content_Type="application/octet-stream")
    assert fetch(site.url(f"/{name}"), limits).media_type == kind


def test_an_answer_that_breaks_off_is_tried_again(site, limits):
    def broken(request):
        site.says("/a", PAGE)
        request.send_response(200)
        request.send_header("Content-Length", "5000")
        request.end_headers()
        request.wfile.write(b"half")
        request.close_connection = True

    site.answers["/a"] = broken
    assert fetch(site.url("/a"), limits).content == PAGE


def test_a_failure_that_passes_is_tried_again(site, limits, monkeypatch):
    waits = []
    monkeypatch.setattr(web.time, "sleep", waits.append)

    def busy(request):
        site.says("/a", PAGE)
        request.send_response(503)
        request.send_header("Retry-After", "7")
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.answers["/a"] = busy
    assert fetch(site.url("/a"), limits).content == PAGE
    assert waits == [7.0]


def test_a_wait_in_digits_that_are_none_of_http_is_none(site, limits, monkeypatch):
    waits = []
    monkeypatch.setattr(web.time, "sleep", waits.append)
    site.says("/a", b"", 503, Retry_After="\u00b2")
    with pytest.raises(FetchError, match="answers 503"):
        fetch(site.url("/a"), limits)
    assert waits == [0.5]


def test_a_wait_until_no_clocks_year_is_none(site, limits, monkeypatch):
    waits = []
    monkeypatch.setattr(web.time, "sleep", waits.append)
    site.says("/a", b"", 503, Retry_After="Tue, 03 Jun 99999999999999999999 10:00:00 GMT")
    with pytest.raises(FetchError, match="answers 503"):
        fetch(site.url("/a"), limits)
    assert waits == [0.5]


@pytest.mark.parametrize("value", ["3600", formatdate(time.time() + 3600, usegmt=True)])
def test_a_long_wait_is_told_and_not_sat_out(site, limits, value):
    site.says("/a", b"", 429, Retry_After=value)
    with pytest.raises(FetchError, match=r"asks to come back in 3[56]"):
        fetch(site.url("/a"), limits)


def test_a_failure_that_stays_names_the_status(site, limits, monkeypatch):
    monkeypatch.setattr(web.time, "sleep", lambda _seconds: None)
    site.says("/a", b"", 500)
    with pytest.raises(FetchError, match="answers 500"):
        fetch(site.url("/a"), limits)
    assert sum(path == "/a" for path, _ in site.asked) == 2


@pytest.mark.parametrize("status", [404, 410])
def test_no_such_page(site, limits, status):
    site.says("/a", b"", status)
    with pytest.raises(SourceNotFoundError):
        fetch(site.url("/a"), limits)


@pytest.mark.parametrize("kind", ["image/png", "audio/mpeg", "video/mp4", "application/zip"])
def test_what_is_no_text_is_refused(site, limits, kind):
    site.says("/a", b"...", Content_Type=kind)
    with pytest.raises(UnreadableSourceError, match=kind):
        fetch(site.url("/a"), limits)


def test_robots_are_respected(site, limits):
    site.says("/robots.txt", b"User-agent: *\nDisallow: /private/*.html$\n", Content_Type="text/plain")
    site.says("/private/a.html", PAGE)
    site.says("/private/a.htm", PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site.url("/private/a.html"), limits)
    assert fetch(site.url("/private/a.htm"), limits).content == PAGE
    assert fetch(site.url("/private/a.html"), msgspec.structs.replace(limits, robots=False)).content == PAGE


def test_a_failing_robots_file_keeps_audiofy_away(site, limits):
    site.says("/robots.txt", b"", 503)
    site.says("/a", PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site.url("/a"), limits)


def test_a_robots_file_elsewhere_and_one_without_end_are_kept(site, limits):
    site.says("/robots.txt", b"", 301, Location="/rules")
    site.says("/rules", b"User-agent: *\nDisallow: /private\n" + b"# more\n" * 300_000, Content_Type="text/plain")
    site.says("/private", PAGE)
    site.says("/a", PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site.url("/private"), limits)
    assert fetch(site.url("/a"), limits).content == PAGE


def test_a_robots_file_that_redirects_without_end_is_none(site, limits):
    site.says("/robots.txt", b"", 302, Location="/robots.txt?again")
    site.says("/robots.txt?again", b"", 302, Location="/robots.txt")
    site.says("/a", PAGE)
    assert fetch(site.url("/a"), limits).content == PAGE


def test_a_robots_file_that_cannot_be_had_keeps_audiofy_away(site, limits):
    def drip(request):
        request.send_response(200)
        request.end_headers()
        for _ in range(200):
            request.wfile.write(b"#")
            request.wfile.flush()
            time.sleep(0.05)

    site.answers["/robots.txt"] = drip
    site.says("/a", PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt did not answer"):
        fetch(site.url("/a"), msgspec.structs.replace(limits, timeout=0.4, retries=0))


def test_a_crawl_delay_is_kept(site, limits, monkeypatch):
    waits = []
    monkeypatch.setattr(web.time, "sleep", waits.append)
    site.says("/robots.txt", b"User-agent: *\nCrawl-delay: 4\n", Content_Type="text/plain")
    site.says("/a", PAGE)
    fetch(site.url("/a"), limits)
    fetch(site.url("/a"), limits)
    assert len(waits) == 1
    assert 3 < waits[0] <= 4


def test_an_unchanged_page_is_not_sent_again(site, limits):
    def conditional(request):
        if request.headers.get("If-None-Match") == '"v1"':
            request.send_response(304)
            request.send_header("Content-Length", "0")
            request.end_headers()
        else:
            site.says("/once", PAGE, ETag='"v1"', Last_Modified="Mon, 02 Jun 2025 10:00:00 GMT")
            site.answers.pop("/once")(request)

    site.answers["/a"] = conditional
    first = fetch(site.url("/a"), limits)
    assert fetch(site.url("/a"), limits) == first
    assert site.asked[-1][1]["if-modified-since"] == "Mon, 02 Jun 2025 10:00:00 GMT"
    fetch(site.url("/a"), msgspec.structs.replace(limits, cache=False))
    assert "if-none-match" not in site.asked[-1][1]


def test_a_damaged_cache_is_no_cache(site, limits, tmp_path):
    site.says("/a", PAGE, ETag='"v1"')
    fetch(site.url("/a"), limits)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-5])
    assert fetch(site.url("/a"), limits).content == PAGE
    assert "if-none-match" not in site.asked[-1][1]


def test_nobody_there(limits):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(FetchError, match="Can't fetch"):
        fetch(f"http://127.0.0.1:{port}/", msgspec.structs.replace(limits, retries=0))


@pytest.mark.parametrize("url", ["http://", "http://[", "http://host:99999/", "http:///path"])
def test_addresses_that_are_none(url, limits):
    with pytest.raises(FetchError):
        fetch(url, limits)


def test_addresses_are_escaped():
    assert web.normalised("http://Exämple.org/ä b?q=ü#x") == "http://xn--exmple-cua.org/%C3%A4%20b?q=%C3%BC"
    assert web.normalised("https://user:secret@example.org/%41") == "https://example.org/%41"


def test_an_article_is_read_from_an_address(site, settings):
    paragraphs = "".join(
        f"<p>The ferry to the northern islands sailed again on day {day}, and nobody on the quay was surprised.</p>"
        for day in range(9)
    )
    site.says(
        "/story",
        f"<html lang='en'><body><article><h1>The ferry sails</h1>{paragraphs}</article></body></html>".encode(),
    )
    found = article.read(site.url("/story"), settings=settings)
    assert found.title == "The ferry sails"
    assert len(found.blocks) == 9
    with pytest.raises(FetchError, match="no public address"):
        article.read(site.url("/story"), settings=Settings())


def test_a_probe_asks_for_the_head_or_for_the_beginning(site, limits):
    def give(request):
        request.send_response(206 if "Range" in request.headers else 200)
        request.send_header("Content-Type", "Audio/MPEG; x=y")
        request.send_header("Accept-Ranges", "bytes")
        request.send_header("Content-Length", "9000000")
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(b"ID3" + bytes(8_999_997))

    site.answers["/a.mp3"] = give
    site.says("/moved.mp3", b"", 302, Location="/a.mp3")
    head = probe(site.url("/moved.mp3"), limits)
    assert (head.status, head.size, head.media_type, head.ranges, head.start) == (
        200, 9_000_000, "audio/mpeg", True, b""
    )  # fmt: skip
    start = probe(site.url("/moved.mp3"), limits, 10)
    assert (start.status, start.start) == (206, b"ID3" + bytes(7))
    assert site.asked[-1][1]["range"] == "bytes=0-9"
    assert probe(site.url("/nowhere.mp3"), limits).status == 404


def test_a_probe_goes_to_no_private_address(site, limits):
    with pytest.raises(FetchError, match="no public address"):
        probe(site.url("/a.mp3"), msgspec.structs.replace(limits, allow_private_hosts=False))
    assert not site.asked


def test_a_probe_keeps_to_robots_and_to_the_limit_of_redirects(site, limits):
    site.says("/robots.txt", b"User-agent: *\nDisallow: /private/\n", Content_Type="text/plain")
    site.says("/round.mp3", b"", 302, Location="/round.mp3")
    with pytest.raises(FetchError, match="robots"):
        probe(site.url("/private/a.mp3"), limits)
    with pytest.raises(FetchError, match="redirects more than"):
        probe(site.url("/round.mp3"), limits)
