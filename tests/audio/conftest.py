"""What the tests of the audio room share."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiofy.audio import gains
from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.tags import write_tags
from audiofy.settings import Show
from sample import an_episode


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """A cache of its own for every test, never the user's."""
    path = tmp_path / "cache" / "gains.json"
    monkeypatch.setattr(gains, "_cache", lambda: path)
    return path


@pytest.fixture
def booth():
    booth = LocalBooth()
    yield booth
    booth.close()


@pytest.fixture(scope="session")
def tagged(tmp_path_factory):
    path = tmp_path_factory.mktemp("audio") / "plain.mp3"
    soundfile.write(path, np.zeros(24_000), 24_000, format="MP3", subtype="MPEG_LAYER_III")
    cover = b"\xff\xd8\xff" + bytes(2000)
    write_tags(path, an_episode(), cover=cover, show=Show(title="Gazette", site="https://news.example"))
    return path


@pytest.fixture
def mp3(tagged, tmp_path):
    """A tagged MP3 of a second of silence, to sign."""
    return Path(shutil.copy(tagged, tmp_path / "episode.mp3"))
