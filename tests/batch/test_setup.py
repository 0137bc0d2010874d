"""What fails every article of a run is said once, before the run begins."""

from __future__ import annotations

import pytest

from audiofy.batch import Batch, Terms, gather
from audiofy.errors import LexiconError, SettingsError, VoiceError
from audiofy.settings import Settings, Sounding, Sounds, Speaking


@pytest.mark.parametrize("dry", [False, True])
@pytest.mark.parametrize(
    ("settings", "fault", "named"),
    [
        (Settings(speaking=Speaking(lexicons=("names.tsv",))), LexiconError, "names.tsv:1"),
        (Settings(speaking=Speaking(lexicons=("gone.pls",))), LexiconError, "gone.pls"),
        (Settings(sounds=Sounds(intro="gone.wav")), SettingsError, "gone.wav"),
        (Settings(audio=Sounding(cover="gone.jpg")), SettingsError, "gone.jpg"),
        (Settings(voices="broken"), VoiceError, "one.toml"),
    ],
)
def test_a_fault_of_the_set_up_ends_a_run_before_it_begins(newsroom, settings, fault, named, dry):
    (newsroom / "names.tsv").write_text("Calder\tCawl der\talias\n")
    (newsroom / "broken").mkdir()
    (newsroom / "broken" / "one.toml").write_text("engine = 3\n")
    batch = Batch(gather(["."], settings=settings), settings=settings, terms=Terms(dry_run=dry))
    with pytest.raises(fault, match=named):
        next(batch.receipts())
    assert not (newsroom / "output").exists()
