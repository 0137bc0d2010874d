"""Signing with a timestamp: an authority on loopback that does what it should, and some that don't."""

import shutil
from dataclasses import replace

import pytest

from audiofy.audio.credentials import found_publisher, keys_of, show, sign
from audiofy.errors import RecordingError, SettingsError
from audiofy.settings import Signing
from certificates import timestamp_authority
from sample import an_episode


@pytest.fixture(scope="module")
def publisher(tmp_path_factory):
    return found_publisher("The Sand Point Gazette", tmp_path_factory.mktemp("keys") / "credentials")


def keys_with(publisher, url):
    return keys_of(Signing(key=str(publisher[0]), chain=str(publisher[1]), timestamp_url=url), {})


@pytest.mark.skipif(not shutil.which("openssl"), reason="not here: openssl, which is the authority")
def test_a_signature_carries_the_time_of_an_authority(publisher, mp3, tmp_path):
    root = publisher[2].read_text()
    with timestamp_authority(tmp_path) as url:
        sign(mp3, keys_with(publisher, url), replace(an_episode(), made="2026-03-14T07:00:00+00:00"))
    found = show(mp3, root)
    assert (found.state, found.clock, found.clock_trusted) == ("trusted", "Clock Tower", False)
    assert found.signed > found.made
    assert show(mp3, root + (tmp_path / "root.pem").read_text()).clock_trusted


@pytest.mark.parametrize(
    "answer", [b"", b"<html>It works!</html>", b"\x30\x03\x02\x01\x02"], ids=["none", "page", "no"]
)
def test_an_authority_that_answers_something_else(publisher, mp3, tmp_path, answer):
    before = mp3.read_bytes()
    with timestamp_authority(tmp_path, answer=answer) as url:
        with pytest.raises(RecordingError, match="could not be signed with a timestamp") as caught:
            sign(mp3, keys_with(publisher, url), an_episode())
        assert url in str(caught.value)
    assert mp3.read_bytes() == before


def test_an_authority_that_is_not_there(publisher, mp3):
    before = mp3.read_bytes()
    with pytest.raises(RecordingError, match=r"with a timestamp of http://127\.0\.0\.1:9/"):
        sign(mp3, keys_with(publisher, "http://127.0.0.1:9/"), an_episode())
    assert mp3.read_bytes() == before


@pytest.mark.parametrize("url", ["tsa", "ftp://time.example/", "file:///etc/hosts"])
def test_an_address_that_is_none(publisher, url):
    with pytest.raises(SettingsError, match="no web address"):
        keys_with(publisher, url)
