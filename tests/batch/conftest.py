from pathlib import Path

import pytest

from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.encoder import PRESETS, Preset
from audiofy.batch.job import Brief
from batch.newsroom import WORDS, write


@pytest.fixture
def brief():
    return Brief(work="batch.works:obey", path=(str(Path(__file__).parents[1]),))


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """A folder with voices of test tone and a few articles, long written."""
    monkeypatch.setattr("audiofy.batch.glance.RACY", -1.0)
    tones = LocalBooth()
    monkeypatch.setattr("audiofy.batch.work.booth", lambda brief: tones)
    # What an MP3 sounds like is tried elsewhere; at this rate it costs a fifth.
    monkeypatch.setitem(PRESETS, "podcast", Preset(16, 8000))
    monkeypatch.setattr("os.fsync", lambda number: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    for name, part in (("anchor", "narrator"), ("bystander", "quotation"), ("carol", "quoted")):
        path = tmp_path / "voices" / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'engine = "tone"\nengine_voice = "middle"\nlanguage = "en-US"\npart = "{part}"\n')
    for word in WORDS:
        write(tmp_path, word)
    return tmp_path
