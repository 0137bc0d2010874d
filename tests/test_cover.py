from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from audiofy import cover as drawing
from audiofy.cover import cover


def _image(content):
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    "title",
    ["Lighthouse to shine again", "", "word " * 80, "x" * 400, "Маяк – €5", "灯塔", "🎉🎉", "\x00\u202e\n"],
)
def test_covers_meet_the_sizes_of_podcast_clients(title):
    content = cover(title, site="The Sand Point Gazette", note="This audio is created with AI assistance.")
    image = _image(content)
    assert (image.format, image.size, image.mode) == ("JPEG", (1400, 1400), "RGB")
    assert len(content) <= 500_000


def test_the_title_is_on_it():
    def box(title):
        return (
            _image(cover(title))
            .convert("L")
            .crop((0, 380, 1400, 1030))
            .point(lambda level: level < 128 and 255)
            .getbbox()
        )

    assert box("") is None
    short, long = box("Hi"), box("Lighthouse to shine again")
    assert short is not None
    assert long[2] - long[0] > short[2] - short[0]


def test_a_show_without_a_picture_has_a_face_of_its_own():
    def foot(*texts, **more):
        return _image(cover(*texts, **more)).crop((0, 1035, 1400, 1400)).tobytes()

    assert foot("Coast", site="A") == foot("Coast", site="A")
    assert foot("Coast", site="A") != foot("Valley", site="A")
    assert foot("Coast", site="A") != foot("Coast", site="A", note="This audio is created with AI assistance.")


def test_what_no_font_can_set_is_transliterated(monkeypatch):
    monkeypatch.setattr(drawing, "_SYSTEM_FONTS", ())
    _, text = drawing._font_for("Маяк", 24)
    assert text == "Mayak"


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_nothing_breaks_it(title):
    assert _image(cover(title, site=title)).size == (1400, 1400)
