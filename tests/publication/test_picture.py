"""The cover in an MP3 is the episode's, where podcast clients can take it."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from mutagen.id3 import APIC, ID3, TIT2, USLT
from PIL import Image

from audiofy.publication import publish
from audiofy.publication.elements import NAMESPACES
from audiofy.publication.lint import lint
from audiofy.publication.picture import picture
from gazette import add, settings
from sample import AUDIO


def _image(kind="JPEG", size=(1400, 1400)):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind)
    return file.getvalue()


@pytest.fixture
def tagged(tmp_path):
    def tagged(content=b"", version=4, **more):
        path = tmp_path / "tagged.mp3"
        path.write_bytes(AUDIO)
        tags = ID3()
        tags.add(TIT2(encoding=3, text=["Lighthouse"]))
        tags.add(USLT(encoding=3, lang="eng", desc="", text="word " * 500))
        if content:
            tags.add(
                APIC(**({"encoding": 3, "mime": "image/jpeg", "type": 3, "desc": "Cover", "data": content} | more))
            )
        tags.save(path, v1=0, v2_version=version)
        return path

    return tagged


@pytest.mark.parametrize("content", [_image(), _image("PNG"), b"\0\0anything"])
def test_the_picture_is_read_as_it_was_written(tagged, content):
    assert picture(tagged(content)) == content


def test_what_has_no_picture_of_ours_has_none(tagged, tmp_path):
    assert picture(tagged()) == b""
    assert picture(tagged(_image(), version=3)) == b""
    assert picture(tagged(_image(), encoding=1)) == b""
    plain = tmp_path / "plain.mp3"
    plain.write_bytes(AUDIO)
    assert picture(plain) == b""
    with pytest.raises(FileNotFoundError):
        picture(tmp_path / "gone.mp3")


@limits(max_examples=200)
@given(st.binary(max_size=80), st.binary(max_size=12))
def test_no_tag_breaks_it(tmp_path_factory, body, start):
    path = tmp_path_factory.getbasetemp() / "any.mp3"
    for content in (
        start + body,
        b"ID3\x04\x00\x00\x00\x00\x00\x40" + body,
        b"ID3\x04\x00\x00\x00\x00\x00\x40APIC" + body,
    ):
        path.write_bytes(content)
        assert isinstance(picture(path), bytes)


def test_it_is_in_the_feed_and_on_the_page(tmp_path, tagged):
    folder = add(tmp_path, audio=tagged(_image()).read_bytes())
    publish(tmp_path, settings=settings())
    assert (folder / "cover.jpg").read_bytes() == _image()
    content = (tmp_path / "feed.xml").read_bytes()
    image = ET.fromstring(content).find("channel/item/itunes:image", NAMESPACES)
    assert image is not None
    assert (image.get("href") or "").startswith("https://news.example/audio/lighthouse/cover.jpg?v=")
    assert lint(content) == ()
    assert publish(tmp_path, settings=settings()) == ()


@pytest.mark.parametrize(
    "content", [_image(size=(1399, 1399)), _image(size=(1600, 1400)), _image("GIF"), b"no picture"]
)
def test_what_podcast_clients_would_refuse_is_not_offered(tmp_path, tagged, content):
    folder = add(tmp_path, audio=tagged(_image()).read_bytes())
    publish(tmp_path, settings=settings())
    add(tmp_path, audio=tagged(content).read_bytes())
    publish(tmp_path, settings=settings())
    assert not list(folder.glob("cover.*"))
    image = ET.fromstring((tmp_path / "feed.xml").read_bytes()).find("channel/item/itunes:image", NAMESPACES)
    assert image is None
