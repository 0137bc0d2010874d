"""Clips and silences are joined to the frame."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from audiofy.audio import mixdown


@given(st.binary(max_size=100).filter(lambda pcm: len(pcm) % 2 == 0), st.integers(0, 500))
def test_a_clip_is_followed_by_its_silence(clip, pause):
    assert mixdown.join(clip, pause, 44_100) == clip + bytes(2 * pause)


def test_a_sound_is_softened_at_its_ends_only():
    sound = (10_000).to_bytes(2, "little") * 44_100
    softened = memoryview(mixdown.soften(sound, 44_100)).cast("h")
    assert 44_100 - 44 <= len(softened) <= 44_100
    assert softened[0] == 0
    assert abs(softened[-1]) < 700
    assert set(softened[1000:-1000]) == {10_000}


def test_pydub_is_imported_without_a_word_where_there_is_no_ffmpeg():
    program = "from audiofy.audio.mixdown import join; print(len(join(bytes(4), 1, 8000)))"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], env={"PATH": ""}, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("6\n", "")
