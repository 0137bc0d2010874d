"""Playing a file: by the first player that can, and a clear error where none can."""

from __future__ import annotations

import sys

import pytest

from audiofy.audio.playback import play
from audiofy.errors import MissingDependencyError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays by the program that the user chose")


@pytest.fixture
def players(tmp_path, monkeypatch):
    """Makes stand-in players, the only ones to be found, that note what they are asked to play."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def install(name, *, code=0, says=""):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/played\necho "{says}" >&2\nexit {code}\n')
        program.chmod(0o755)
        return tmp_path / "played"

    return install


def test_the_player_gets_the_file(players, tmp_path):
    played = players("mpg123")
    play(tmp_path / "a b.mp3")
    assert played.read_text() == f"mpg123 -q {tmp_path}/a b.mp3\n"


def test_a_player_that_fails_makes_way_for_the_next(players, tmp_path):
    players("mpg123", code=1)
    played = players("ffplay", says="ALSA lib pcm.c: underrun occurred")
    play(tmp_path / "a.mp3")
    assert [line.split()[0] for line in played.read_text().splitlines()] == ["mpg123", "ffplay"]


@pytest.mark.parametrize(("name", "code", "says"), [("mpg123", 1, ""), ("ffplay", 0, "audio open failed")])
def test_without_an_audio_device_it_says_so(players, tmp_path, name, code, says):
    players(name, code=code, says=says)
    with pytest.raises(MissingDependencyError, match=f"{name} could not play the sound: it found no audio device"):
        play(tmp_path / "a.mp3")


@pytest.mark.usefixtures("players")
def test_without_a_player_it_says_what_to_install(tmp_path):
    with pytest.raises(MissingDependencyError, match="No player for MP3 was found") as caught:
        play(tmp_path / "a.mp3")
    assert "mpg123" in caught.value.remedy
