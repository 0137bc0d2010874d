"""The same recording in another preset, made in the same run."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from audiofy import output
from audiofy.audio import levels
from audiofy.audio.perform import perform
from audiofy.audio.record import record
from audiofy.errors import OutputError, SettingsError
from audiofy.settings import Settings, Sounding, decode
from readings import TONES, a_script


@pytest.fixture
def made(tmp_path, booth):
    def made(*also, preset="podcast"):
        chosen = Settings(audio=Sounding(preset=preset, also=also))
        folder = tmp_path / "swans"
        episode = record(a_script(), TONES, folder, settings=chosen, booth=booth)
        output.write_episode(folder, episode)
        return folder, output.read_episode(folder)

    return made


def test_without_the_wish_there_is_one_mp3(made):
    folder, episode = made()
    assert episode.copies == ()
    assert [path.name for path in folder.glob("*.mp3")] == ["swans.mp3"]


@pytest.mark.parametrize(("preset", "other"), [("podcast", "web"), ("web", "podcast")])
def test_a_copy_is_recorded_with_its_size_and_hash(made, preset, other):
    folder, episode = made(other, other, preset, preset=preset)
    (copy,) = episode.copies
    content = (folder / f"swans.{other}.mp3").read_bytes()
    assert (copy.audio, copy.preset) == (f"swans.{other}.mp3", other)
    assert (copy.size, copy.sha256) == (len(content), sha256(content).hexdigest())
    assert (copy.bitrate, copy.frame_rate) != (episode.recording.bitrate, episode.recording.frame_rate)


def test_a_copy_is_the_same_sound_at_the_same_times(made):
    folder, episode = made("web")
    sound, rate = soundfile.read(folder / episode.recording.audio, dtype="float32")
    again, other = soundfile.read(folder / episode.copies[0].audio, dtype="float32")
    assert len(again) / other == pytest.approx(len(sound) / rate, abs=1e-3)
    for cue in episode.cues:
        loud, also = sound[round(cue.start * rate) : round(cue.end * rate)], again[round(cue.start * other) :]
        also = also[: round((cue.end - cue.start) * other)]
        assert levels.loudness(also, other) == pytest.approx(levels.loudness(loud, rate), abs=0.3)
    assert np.abs(again).max() <= 10 ** (-1 / 20)


def test_a_copy_has_the_tags_of_the_episode(made):
    folder, episode = made("web")
    one, other = (ID3(folder / name) for name in ("swans.mp3", "swans.web.mp3"))
    assert one.keys() == other.keys()
    assert str(other["TXXX:AI_DISCLOSURE"]) == episode.disclosure.sentence


def test_a_copy_that_is_no_longer_wanted_goes(made):
    folder, _ = made("web")
    assert (folder / "swans.web.mp3").is_file()
    _, episode = made()
    assert not (folder / "swans.web.mp3").exists()
    assert episode.copies == ()


def test_an_episode_without_its_copy_is_not_done(made):
    folder, episode = made("web")
    assert output.current(folder, episode.fingerprint)
    (folder / "swans.web.mp3").unlink()
    assert output.current(folder, episode.fingerprint) is None


def test_if_a_copy_can_not_be_written_nothing_is(made, monkeypatch):
    folder, _ = made("web")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("audiofy.audio.record.write_tags", full)
    with pytest.raises(OutputError, match="No space"):
        made("web")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_preset_that_is_none_is_named():
    with pytest.raises(SettingsError, match=r"audio\.also"):
        decode(b'[audio]\nalso = ["loud"]\n')


def test_pieces_of_any_length_come_out_as_one():
    rng = np.random.default_rng(7)
    frames = (rng.standard_normal(50_000) * 3000).astype("<i2")
    whole = levels.converter(44_100, 22_050)
    at_once = whole(frames.tobytes()) + whole(b"", last=True)
    pieces, said, place = levels.converter(44_100, 22_050), b"", 0
    while place < len(frames):
        step = int(rng.integers(1, 4000))
        said += pieces(frames[place : place + step].tobytes())
        place += step
    said += pieces(b"", last=True)
    assert len(said) == len(at_once) == 2 * 25_000
    # soxr rounds to 16 bits with a little noise.
    assert np.abs(np.frombuffer(said, "<i2").astype(int) - np.frombuffer(at_once, "<i2")).max() <= 2


def test_a_copy_is_encoded_while_the_recording_is(tmp_path, booth):
    path = tmp_path / "a.web.mp3"
    sizes = []
    perform(
        a_script(),
        TONES,
        tmp_path / "a.mp3",
        settings=Settings(),
        booth=booth,
        copies={"web": path},
        on_line=lambda _done, _total: sizes.append(path.stat().st_size),
    )
    assert sizes[0] < sizes[-1]
