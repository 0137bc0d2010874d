"""A feed on the web: what its servers give, and each way in which that can differ from what the feed promises."""

from __future__ import annotations

import re

import published
import pytest
from mutagen.id3 import GEOB, ID3
from published import BASE, OTHER, SLUG

from audiofy.audit import examine_feed
from audiofy.audit.checks import OF_REMOTE_FEEDS
from audiofy.errors import FetchError
from audiofy.model import Served

FEED = f"{BASE}feed.xml"
AUDIO = f"{BASE}{SLUG}/{SLUG}.mp3?v=1"
BREAKS = {}


class Web:
    """The output folder as a server gives it, with `answers` that differ."""

    def __init__(self, shelf):
        self.shelf = shelf
        self.answers = {}
        self.asked = []

    def look(self, address, first):
        self.asked.append((address, first))
        path = self.shelf / address.removeprefix(BASE).partition("?")[0]
        if not path.is_file():
            return Served(status=404, size=9, media_type="text/html", ranges=False)
        content = path.read_bytes()
        kind = "audio/mpeg" if path.suffix == ".mp3" else "text/vtt"
        usual = {"status": 200, "size": len(content), "media_type": kind, "ranges": True, "start": content[:first]}
        return Served(**usual | self.answers.get(address, {}))

    def verify(self):
        (examined,) = examine_feed(FEED, (self.shelf / "feed.xml").read_bytes(), look=self.look)
        return examined

    def rewrite(self, old, new):
        text = (self.shelf / "feed.xml").read_text(encoding="utf-8")
        assert old in text
        (self.shelf / "feed.xml").write_text(text.replace(old, new, 1), encoding="utf-8")

    def retag(self, change):
        published.retag(self.shelf / SLUG, change)
        size = (self.shelf / SLUG / f"{SLUG}.mp3").stat().st_size
        self.rewrite(self.size_in_feed, f'{SLUG}.mp3?v=1" length="{size}"')

    @property
    def size_in_feed(self):
        text = (self.shelf / "feed.xml").read_text(encoding="utf-8")
        return re.search(rf'{SLUG}\.mp3\?v=1" length="\d+"', text)[0]


@pytest.fixture
def web(shelf):
    return Web(shelf)


def breaks(name):
    def add(break_it):
        BREAKS[name] = break_it
        return break_it

    return add


breaks("remote-channel-disclosure")(
    lambda web: web.rewrite("<description>This audio is created with AI assistance.", "<description>News.")
)
breaks("remote-enclosure-there")(lambda web: web.answers.update({AUDIO: {"status": 403}}))
breaks("remote-enclosure-size")(lambda web: web.answers.update({AUDIO: {"size": -1}}))
breaks("remote-enclosure-type")(lambda web: web.answers.update({AUDIO: {"media_type": "binary/octet-stream"}}))
breaks("remote-ranges")(lambda web: web.answers.update({AUDIO: {"ranges": False}}))
breaks("remote-tags")(lambda web: web.retag(lambda tags: tags.delall("TXXX:AI_DISCLOSURE")))
breaks("remote-signature")(
    lambda web: web.retag(lambda tags: tags.add(GEOB(encoding=3, mime="application/c2pa", data=b"x")))
)


@breaks("remote-feed-readable")
def _(web):
    (web.shelf / "feed.xml").write_text("<html><body>Not here</body></html>")


@breaks("remote-item-once")
def _(web):
    item = re.search(r"<item>.*?</item>", (web.shelf / "feed.xml").read_text(encoding="utf-8"), re.DOTALL)[0]
    web.rewrite(item, item + item)


@breaks("remote-ai-content")
def _(web):
    web.rewrite('</itunes:duration><podcast:txt purpose="ai-content">true<', "</itunes:duration><podcast:txt>no<")


@breaks("remote-item-disclosure")
def _(web):
    web.rewrite("&lt;p&gt;This audio is created with AI assistance.", "&lt;p&gt;Listen!")


@breaks("remote-transcripts")
def _(web):
    (web.shelf / OTHER / "transcript.vtt").unlink()


def test_what_keeps_its_promises_has_no_findings(web):
    examined = web.verify()
    assert examined.findings == ()
    assert set(examined.made) == {check.name for check in OF_REMOTE_FEEDS}


def test_every_check_has_something_that_breaks_it():
    assert set(BREAKS) == {check.name for check in OF_REMOTE_FEEDS}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_of_a_feed_on_the_web(web, name):
    BREAKS[name](web)
    found = web.verify().findings
    assert {finding.check for finding in found} == {name}
    assert all(finding.what and finding.file.startswith("https://") for finding in found)


def test_a_host_that_says_another_sentence_than_the_recording_is_found(web):
    def reword(tags):
        tags["TXXX:AI_DISCLOSURE"].text = ["Read by a machine."]

    web.retag(reword)
    assert {finding.check for finding in web.verify().findings} == {"remote-item-disclosure", "remote-tags"}


def test_no_more_is_fetched_than_the_tag_and_nothing_is_asked_twice(web):
    web.verify()
    size = ID3(web.shelf / SLUG / f"{SLUG}.mp3").size
    asked = [first for address, first in web.asked if address == AUDIO]
    assert sorted(asked) == [0, 10, size]


def test_what_cannot_be_had_is_told(web):
    def refuse(address, first):
        raise FetchError(f"There is no host for {address}.")

    web.look = refuse
    checks = {finding.check for finding in web.verify().findings}
    assert checks == {"remote-enclosure-there", "remote-transcripts"}


@pytest.mark.parametrize("address", ["", "http://[", "relative.mp3", "ftp://x/a.mp3", "https://cdn.example/%00"])
def test_any_address_may_stand_in_a_feed(web, address):
    web.rewrite(AUDIO, address)
    assert "remote-enclosure-there" in {finding.check for finding in web.verify().findings}


def test_a_tag_that_claims_to_be_huge_is_not_fetched_whole(web):
    real = web.look

    def boast(address, first):
        served = real(address, first)
        start = b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + served.start[10:]
        return Served(status=200, size=served.size, media_type="audio/mpeg", ranges=True, start=start[:first])

    web.look = boast
    assert "remote-tags" in {finding.check for finding in web.verify().findings}
    assert max(first for _, first in web.asked) < 5_100_000
