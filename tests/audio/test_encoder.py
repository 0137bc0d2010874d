"""MP3s are as long as what was put into them, to the frame."""

from __future__ import annotations

import io
from typing import Any

import mutagen.mp3
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.audio import encoder
from audiofy.audio.encoder import Encoder

RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]


def sine(frames: int, frame_rate: int) -> np.ndarray:
    return (np.sin(np.arange(frames) * 2 * np.pi * 300 / frame_rate) * 9000).astype("<i2")


def encode(frames: np.ndarray, bitrate: int, frame_rate: int, piece: int = 5000, before: bytes = b"") -> bytes:
    file = io.BytesIO()
    file.write(before)
    mp3 = Encoder(file, bitrate=bitrate, frame_rate=frame_rate)
    for start in range(0, len(frames), piece):
        mp3.write(frames[start : start + piece].tobytes())
    mp3.close()
    assert file.tell() == len(file.getvalue())
    return file.getvalue()


def header(content: bytes) -> Any:
    """What mutagen reads in the Info frame."""
    return mutagen.mp3.MP3(io.BytesIO(content)).info


@pytest.mark.parametrize(
    ("bitrate", "frame_rate"),
    [*((64, rate) for rate in RATES), *((96, rate) for rate in RATES if rate >= 16_000)],  # MPEG-2.5 ends at 64
)
def test_every_decoder_gives_back_each_frame_at_its_place(bitrate, frame_rate):
    frames = sine(frame_rate * 3 + 123, frame_rate)
    content = encode(frames, bitrate, frame_rate)
    decoded, rate = soundfile.read(io.BytesIO(content), dtype="float32")
    assert (rate, len(decoded)) == (frame_rate, len(frames))
    inner = slice(frame_rate // 10, -frame_rate // 10)
    wanted = frames[inner] / 32768 * encoder.SCALE
    assert np.sqrt(np.mean((decoded[inner] - wanted) ** 2)) < 0.01 * np.sqrt(np.mean(wanted**2))
    told = header(content)
    assert told.length == pytest.approx(len(frames) / frame_rate, abs=1e-6)
    assert told.bitrate == pytest.approx(bitrate * 1000, rel=1e-4)
    assert (told.channels, told.sketchy) == (1, False)
    assert told.encoder_info.startswith("LAME 3.100")


@given(st.integers(1, 30_000))
@settings(max_examples=25, deadline=None)
def test_any_length_is_told_exactly(count):
    content = encode(sine(count, 44_100), 96, 44_100)
    assert len(soundfile.read(io.BytesIO(content))[0]) == count
    assert header(content).length == pytest.approx(count / 44_100, abs=1e-6)


def test_pieces_of_any_size_give_the_same_mp3():
    frames = sine(50_000, 44_100)
    assert encode(frames, 96, 44_100, piece=999) == encode(frames, 96, 44_100, piece=50_000)


def test_what_stands_before_it_in_the_file_stays():
    frames = sine(5000, 44_100)
    assert encode(frames, 96, 44_100, before=b"ID3 here") == b"ID3 here" + encode(frames, 96, 44_100)


def test_an_mp3_of_nothing_is_an_empty_one():
    content = encode(sine(0, 44_100), 96, 44_100)
    assert content == encoder.info_frame(96, 44_100, frames=0, size=0)


@pytest.mark.parametrize(
    ("frame_rate", "nearest"), [(7000, 8000), (22_050, 22_050), (22_051, 24_000), (96_000, 48_000)]
)
def test_a_rate_that_mp3_does_not_have_becomes_the_next(frame_rate, nearest):
    assert encoder.nearest_rate(frame_rate) == nearest
