"""Jingles of any kind become clips as loud as the speech."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from audiofy.audio import levels, sounds
from audiofy.audio.encoder import SCALE
from audiofy.errors import SettingsError
from audiofy.settings import Sounds

RATE = 44_100


@pytest.fixture
def chord():
    time = np.arange(int(1.5 * 32_000)) / 32_000
    left = np.sin(2 * np.pi * np.outer(time, (220, 277, 330))).sum(axis=1)
    return np.stack([left, 0.3 * left[::-1]], axis=1)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg", "a.mp3"])
@pytest.mark.parametrize("peak", [0.01, 0.9])
def test_every_kind_of_file_is_levelled(tmp_path, chord, name, peak):
    soundfile.write(tmp_path / name, chord / np.abs(chord).max() * peak, 32_000)
    loaded = sounds.load(Sounds(between=str(tmp_path / name)), RATE)
    assert list(loaded) == ["between"]
    samples = (np.frombuffer(loaded["between"], "<i2") / 32_767).astype(np.float32)
    assert len(samples) == pytest.approx(1.5 * RATE, rel=0.06)
    assert levels.loudness(samples * SCALE, RATE) == pytest.approx(levels.TARGET, abs=0.2)
    assert np.abs(samples).max() <= levels.CEILING * 1.001
    assert max(abs(samples[0]), abs(samples[-1])) < 1e-3


def test_a_sound_too_short_to_measure_is_levelled_too(tmp_path):
    click = np.sin(np.arange(2000) * 0.1)
    soundfile.write(tmp_path / "a.wav", click * 0.2, RATE)
    loaded = sounds.load(Sounds(intro=str(tmp_path / "a.wav")), RATE)
    assert len(loaded["intro"]) / 2 == pytest.approx(2000, abs=RATE / 1000)
    assert np.abs(np.frombuffer(loaded["intro"], "<i2")).max() > 3000


def test_no_sounds_are_none():
    assert sounds.load(Sounds(), RATE) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"Can't read the sound .*a.wav: No such file.*Check sounds.outro"),
        (b"", r"is not a sound that can be read"),
        (b"%PDF-1.7 not a sound at all", r"is not a sound that can be read.*WAV, MP3, FLAC and Ogg"),
    ],
)
def test_what_is_no_sound_is_told(tmp_path, content, message):
    if content is not None:
        (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(SettingsError, match=message):
        sounds.load(Sounds(outro=str(tmp_path / "a.wav")), RATE)


def test_a_folder_is_no_sound(tmp_path):
    with pytest.raises(SettingsError, match="Can't read the sound"):
        sounds.load(Sounds(outro=str(tmp_path)), RATE)


def test_silence_is_refused(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.zeros(RATE), RATE)
    with pytest.raises(SettingsError, match="is silent"):
        sounds.load(Sounds(outro=str(tmp_path / "a.wav")), RATE)


def test_a_programme_is_refused(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.zeros(8000 * (sounds.LONGEST + 1), np.int16), 8000)
    with pytest.raises(SettingsError, match="longer than 120 s"):
        sounds.load(Sounds(intro=str(tmp_path / "a.wav")), RATE)
