"""A script is heard as it is written: in order, in time, in its voices."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.audio.booth.child import ChildBooth
from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.engines import ENGINES
from audiofy.audio.perform import perform
from audiofy.errors import CastingError, EngineCrashedError, NoArticleError, OutputError, SettingsError
from audiofy.model import Kind
from audiofy.settings import Pauses, Settings, Sounding, Sounds
from readings import LINES, TONES, a_line, a_script

PAUSES = Pauses(
    disclosure=0.9, title=0.8, byline=0.7, heading=0.6, before_heading=0.65, paragraph=0.55, quotation=0.2, sound=0.3
)


@pytest.fixture
def record(tmp_path, booth):
    def record(script=None, cast=TONES, **sections):
        chosen = Settings(**({"pauses": PAUSES} | sections))
        path = tmp_path / "episode.mp3"
        performance = perform(script or a_script(), cast, path, settings=chosen, booth=booth)
        sound, frame_rate = soundfile.read(path, dtype="float32")
        assert frame_rate == performance.recording.frame_rate
        assert len(sound) == round(performance.recording.duration * frame_rate)
        return performance, sound

    return record


def test_cues_are_increasing_disjoint_and_end_with_the_recording(record):
    performance, _ = record()
    assert performance.cues[0].start == 0.0
    assert all(cue.start < cue.end for cue in performance.cues)
    assert all(one.end <= other.start for one, other in pairwise(performance.cues))
    assert performance.cues[-1].end == performance.recording.duration
    assert [cue.line for cue in performance.cues] == list(range(len(LINES)))


def test_pauses_are_those_of_the_settings(record):
    performance, _ = record()
    gaps = [other.start - one.end for one, other in pairwise(performance.cues)]
    wanted = [0.9, 0.8, 0.7, 0.2, 0.2, 0.65, 0.6, 0.2, 0.2, 0.65, 0.6, 0.55]
    assert gaps == pytest.approx(wanted, abs=2e-4)


def test_there_is_sound_in_every_cue_and_silence_between(record):
    performance, sound = record()
    rate = performance.recording.frame_rate
    for one, other in pairwise(performance.cues):
        middle = sound[round((one.end + 0.04) * rate) : round((other.start - 0.04) * rate)]
        assert np.abs(middle).max() < 1e-3
        assert np.abs(sound[round(one.start * rate) : round((one.start + 0.03) * rate)]).max() > 0.05
        assert np.abs(sound[round((one.end - 0.03) * rate) : round(one.end * rate)]).max() > 0.05


def test_each_line_is_in_its_voice(record):
    performance, sound = record()
    names = [cue.voice for cue in performance.cues]
    assert names == ["low"] * 4 + ["high"] + ["low"] * 3 + ["middle"] + ["low"] * 4
    pitches = {"low": 210, "middle": 294, "high": 350}
    rate = performance.recording.frame_rate
    for cue in performance.cues:
        clip = sound[round(cue.start * rate) : round(cue.end * rate)]
        loudest = np.abs(np.fft.rfft(clip, 1 << 17)).argmax() * rate / (1 << 17)
        assert loudest == pytest.approx(pitches[cue.voice], rel=0.03)


def test_words_are_heard_where_their_cues_say(record):
    performance, sound = record()
    rate = performance.recording.frame_rate
    for cue in performance.cues:
        line = LINES[cue.line]
        assert [line.text[word.start : word.end] for word in cue.words] == [word.text for word in line.words]
        for word in cue.words:
            assert cue.start <= word.time < cue.end
            # A tone begins at each word: quiet just before, loud just after.
            frame = round(word.time * rate)
            before, after = sound[max(0, frame - 200) : frame], sound[frame : frame + 600]
            assert np.abs(after).max() > 0.05
            assert np.abs(before).max(initial=0) < 0.3 * np.abs(after).max()


def test_headings_become_chapters(record):
    performance, _ = record()
    starts = {cue.line: cue.start for cue in performance.cues}
    assert [(chapter.title, chapter.start) for chapter in performance.chapters] == [
        ("Swans return to the mill pond", 0.0),
        ("What they eat", starts[6]),
        ("Who they are", starts[10]),
    ]
    assert performance.chapters[-1].end == performance.recording.duration


def test_what_it_was_made_with_is_told(record):
    performance, _ = record()
    assert performance.engines == (("tone", "1"),)
    recording = performance.recording
    assert (recording.preset, recording.bitrate, recording.frame_rate) == ("podcast", 96, 44_100)
    assert recording.encoder.startswith("LAME")


def test_the_web_preset_keeps_the_rate_of_the_voice(record):
    recording = record(audio=Sounding(preset="web"))[0].recording
    assert (recording.preset, recording.bitrate, recording.frame_rate) == ("web", 64, 22_050)


def test_the_same_script_gives_the_same_bytes(record, tmp_path):
    record()
    first = (tmp_path / "episode.mp3").read_bytes()
    record()
    assert (tmp_path / "episode.mp3").read_bytes() == first


def test_progress_counts_the_lines(tmp_path, booth):
    told = []
    script = a_script(a_line("One. "), a_line("…"), a_line("Two."))
    perform(
        script,
        TONES,
        tmp_path / "a.mp3",
        settings=Settings(),
        booth=booth,
        on_line=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]


def test_lines_without_words_are_passed_over(record):
    performance, _ = record(a_script(a_line("“", Kind.QUOTE), a_line("One. "), a_line(" – "), a_line("Two.")))
    assert [cue.line for cue in performance.cues] == [1, 3]


@pytest.mark.parametrize("lines", [[a_line("—")], [a_line(""), a_line("“…”", Kind.QUOTE)]])
def test_a_script_of_nothing_is_refused(record, lines):
    with pytest.raises(NoArticleError, match="can be said"):
        record(a_script(*lines))


def test_digits_alone_can_be_said(record):
    assert len(record(a_script(a_line("1 2 3 4 5")))[0].cues) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(booth):
    with pytest.raises(OutputError, match="No space left"):
        perform(a_script(), TONES, Path("/dev/full"), settings=Settings(), booth=booth)


def test_a_folder_that_is_not_there_is_told(tmp_path, booth):
    with pytest.raises(OutputError, match="Can't write"):
        perform(a_script(), TONES, tmp_path / "no" / "a.mp3", settings=Settings(), booth=booth)


def test_a_voice_that_the_engine_does_not_have_is_told(record):
    with pytest.raises(CastingError, match="'shrill'"):
        record(cast=replace(TONES, narrator=replace(TONES.narrator, engine_voice="shrill")))


def test_an_engine_that_gives_silence_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(ENGINES, "silent", "fakes:Silent")
    silent = replace(TONES, narrator=replace(TONES.narrator, engine="silent"))
    with pytest.raises(EngineCrashedError, match="voice low of the engine silent is silent"):
        perform(a_script(), silent, tmp_path / "a.mp3", settings=Settings(), booth=LocalBooth())
    monkeypatch.setattr("audiofy.audio.perform.gains", lambda voices, *_, **_more: dict.fromkeys(voices, 0.0))
    with pytest.raises(EngineCrashedError, match="only silence for “This audio"):
        perform(a_script(), silent, tmp_path / "a.mp3", settings=Settings(), booth=LocalBooth())


def test_a_booth_in_a_child_makes_the_same_recording(record, tmp_path):
    here, _ = record()
    there = ChildBooth()
    path = tmp_path / "there.mp3"
    performance = perform(a_script(), TONES, path, settings=Settings(pauses=PAUSES), booth=there)
    there.close()
    assert performance == here
    assert path.read_bytes() == (tmp_path / "episode.mp3").read_bytes()


def test_sounds_are_put_around_and_between(record, tmp_path):
    for name, frequency in (("in.wav", 500), ("out.flac", 700), ("mid.ogg", 900)):
        tone = 0.1 * np.sin(np.arange(16_000) * 2 * np.pi * frequency / 16_000)
        soundfile.write(tmp_path / name, np.stack([tone, tone], axis=1), 16_000)
    files = Sounds(intro=f"{tmp_path}/in.wav", outro=f"{tmp_path}/out.flac", between=f"{tmp_path}/mid.ogg")
    performance, sound = record(sounds=files)
    order = [cue.sound or cue.line for cue in performance.cues]
    assert order == ["intro", 0, 1, 2, 3, 4, 5, "between", 6, 7, 8, 9, "between", 10, 11, "between", 12, "outro"]
    rate = performance.recording.frame_rate
    for one, other in pairwise(performance.cues):
        if one.sound or other.sound:
            assert other.start - one.end == pytest.approx(PAUSES.sound, abs=2e-4)
    for cue in performance.cues:
        if cue.sound:
            clip = sound[round(cue.start * rate) : round(cue.end * rate)]
            loudest = np.abs(np.fft.rfft(clip)).argmax() * rate / len(clip)
            assert loudest == pytest.approx({"intro": 500, "outro": 700, "between": 900}[cue.sound], rel=0.02)
            assert cue.end - cue.start == pytest.approx(1.0, abs=0.01)


def test_a_sound_that_is_not_there_is_told(record):
    with pytest.raises(SettingsError, match=r"gone.wav: No such file.*sounds.intro"):
        record(sounds=Sounds(intro="gone.wav"))


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Kind)), st.integers(-1, 3), st.text(alphabet="ab 1“.…", max_size=20)),
        min_size=1,
        max_size=6,
    ),
)
@settings(max_examples=25, deadline=None)
def test_any_script_keeps_its_time(tmp_path_factory, lines):
    script = a_script(*(a_line(text, kind, block) for kind, block, text in lines))
    audible = [index for index, line in enumerate(script.lines) if any(map(str.isalnum, line.spoken))]
    path = tmp_path_factory.mktemp("any") / "a.mp3"
    if not audible:
        with pytest.raises(NoArticleError):
            perform(script, TONES, path, settings=Settings(), booth=LocalBooth())
        return
    performance = perform(script, TONES, path, settings=Settings(), booth=LocalBooth())
    assert [cue.line for cue in performance.cues] == audible
    assert all(one.end <= other.start for one, other in pairwise(performance.cues))
    assert performance.cues[-1].end == performance.recording.duration
    assert soundfile.info(path).frames == round(performance.recording.duration * 44_100)
