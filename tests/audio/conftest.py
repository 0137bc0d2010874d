"""What the tests of the audio room share."""

from __future__ import annotations

import pytest

from audiofy.audio import gains
from audiofy.audio.booth.local import LocalBooth


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
