from __future__ import annotations

import http.client
import threading

import podcastparser
import pytest

from audiofy.errors import PublishingError
from audiofy.publication import publish
from audiofy.publication.server import serve, server_of
from audiofy.publication.types import media_type, published
from gazette import add, settings
from sample import AUDIO


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("shelf") / "output"
    add(root)
    publish(root, settings=settings())
    (root / ".audiofy").mkdir(exist_ok=True)
    (root / ".audiofy" / "index.html").write_text("hidden")
    (root / "notes.secret").write_text("secret")
    (root.parent / "outside.html").write_text("outside")
    (root / "link.html").symlink_to(root.parent / "outside.html")
    server = server_of(root)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[:2]
    server.shutdown()
    server.server_close()
    thread.join()


AUDIO_PATH = "/lighthouse/lighthouse.mp3?v=1"


def _ask(address, path, method="GET", **headers):
    connection = http.client.HTTPConnection(address[0], address[1], timeout=5)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def test_whole_files(address):
    status, headers, body = _ask(address, AUDIO_PATH)
    assert (status, body) == (200, AUDIO)
    assert headers["content-type"] == "audio/mpeg"
    assert headers["accept-ranges"] == "bytes"
    assert headers["content-length"] == str(len(AUDIO))


def test_head_sends_what_get_would_without_the_file(address):
    get, head = _ask(address, AUDIO_PATH), _ask(address, AUDIO_PATH, "HEAD")
    assert head[2] == b""
    assert {**head[1], "date": ""} == {**get[1], "date": ""}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=0-", slice(0, None)),
        ("bytes=100-", slice(100, None)),
        ("bytes=-7", slice(-7, None)),
        ("bytes=5-99999999", slice(5, None)),
        ("bytes=-99999999", slice(0, None)),
    ],
)
def test_ranges(wanted, expected, address):
    status, headers, body = _ask(address, AUDIO_PATH, Range=wanted)
    assert body == AUDIO[expected]
    assert status == 206
    first = range(len(AUDIO))[expected].start
    assert headers["content-range"] == f"bytes {first}-{first + len(body) - 1}/{len(AUDIO)}"


@pytest.mark.parametrize("wanted", ["bytes=99999999-", "bytes=-0"])
def test_ranges_beyond_the_end(wanted, address):
    status, headers, body = _ask(address, AUDIO_PATH, Range=wanted)
    assert (status, body) == (416, b"")
    assert headers["content-range"] == f"bytes */{len(AUDIO)}"


@pytest.mark.parametrize(
    "wanted", ["bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=", "bytes=٣-", f"bytes={'9' * 5000}-"]
)
def test_other_ranges_get_the_whole(wanted, address):
    assert _ask(address, AUDIO_PATH, Range=wanted.encode().decode("latin-1"))[0] == 200


def test_what_is_known_is_not_sent_again(address):
    headers = _ask(address, AUDIO_PATH)[1]
    for known in (headers["etag"], f"W/{headers['etag']}", f'"x", {headers["etag"]}', "*"):
        assert _ask(address, AUDIO_PATH, If_None_Match=known)[::2] == (304, b"")
    assert _ask(address, AUDIO_PATH, If_None_Match='"x"')[0] == 200
    assert _ask(address, AUDIO_PATH, If_Modified_Since=headers["last-modified"])[0] == 304
    assert _ask(address, AUDIO_PATH, If_Modified_Since="Mon, 01 Jan 1990 00:00:00 GMT")[0] == 200
    assert _ask(address, AUDIO_PATH, If_Modified_Since="yesterday")[0] == 200
    assert _ask(address, AUDIO_PATH, If_Modified_Since="Tue, 03 Jun 99999999999999999999 10:00:00 GMT")[0] == 200
    assert _ask(address, AUDIO_PATH, Range="bytes=0-1", If_Range=headers["etag"])[0] == 206
    assert _ask(address, AUDIO_PATH, Range="bytes=0-1", If_Range='"old"')[0] == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("transcript.vtt", "text/vtt; charset=utf-8"),
        ("transcript.srt", "application/x-subrip; charset=utf-8"),
        ("transcript.json", "application/json"),
        ("chapters.json", "application/json+chapters"),
        ("index.html", "text/html; charset=utf-8"),
        ("lighthouse.epub", "application/epub+zip"),
    ],
)
def test_types_and_cors(name, kind, address):
    status, headers, _ = _ask(address, f"/lighthouse/{name}")
    assert (status, headers["content-type"]) == (200, kind)
    assert headers["access-control-allow-origin"] == "*"
    assert headers["x-content-type-options"] == "nosniff"


def test_browsers_may_ask_first(address):
    status, headers, _ = _ask(address, "/feed.xml", "OPTIONS", Origin="https://a.example")
    assert status == 204
    assert "HEAD" in headers["allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.html",
        "/%2e%2e/outside.html",
        "/lighthouse/..%2f..%2foutside.html",
        "/lighthouse/../../outside.html",
        "/..%5coutside.html",
        "//etc/passwd",
        "/link.html",
        "/.audiofy/index.html",
        "/.audiofy/",
        "/notes.secret",
        "/lighthouse/episode.json",
        "/gone.html",
        "/index.html%00.mp3",
        "/%ff%fe",
        "/feed.xml/x.html",
        "/" + "a" * 5000 + ".html",
    ],
)
def test_nothing_else_is_given_out(path, address):
    status, _, body = _ask(address, path)
    assert status in {403, 404, 414}
    assert b"outside" not in body
    assert b"secret" not in body


def test_folders_lead_to_their_page(address):
    assert _ask(address, "/")[0] == 200
    status, headers, _ = _ask(address, "/lighthouse")
    assert (status, headers["location"]) == (301, "/lighthouse/")
    assert b"Lighthouse to shine again" in _ask(address, "/lighthouse/")[2]
    assert _ask(address, "//lighthouse")[1].get("location") in {None, "/lighthouse/"}


def test_a_podcast_client_subscribes_to_it(tmp_path):
    import urllib.request

    add(tmp_path)
    server = server_of(tmp_path)
    base = f"http://127.0.0.1:{server.server_address[1]}/"
    publish(tmp_path, settings=settings(), base_url=base)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with urllib.request.urlopen(base + "feed.xml") as stream:
            feed = podcastparser.parse(base + "feed.xml", stream)
        (enclosure,) = feed["episodes"][0]["enclosures"]
        with urllib.request.urlopen(enclosure["url"]) as stream:
            audio = stream.read()
        assert len(audio) == enclosure["file_size"]
        assert audio == AUDIO
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_port_in_use_and_a_missing_folder_are_named(address, tmp_path):
    with pytest.raises(PublishingError, match=f"port {address[1]}"):
        serve(tmp_path, port=address[1])
    with pytest.raises(PublishingError, match="no folder"):
        serve(tmp_path / "gone")


def test_names_and_types():
    assert media_type("x.bin") == "application/octet-stream"
    for kept in ("notes.txt", "a/source.html", "sources/a.mp3", "feed.xml/x.txt", "data.json", "a/b.jpg", "robots.txt"):
        assert not published(kept), kept
    for ours in ("feed-sport.xml", "archive-1.xml", "archive-sport-2.html", "show-sport.html", "cover-sport.png"):
        assert published(ours), ours
    assert published("a/b/b.web.mp3")
    assert published("today.epub")
    assert not published("a/.claim")
    assert not published(".a.mp3.12-ab.part")
    assert published("a/a.mp3")
    assert not published("a/b.mp3")
