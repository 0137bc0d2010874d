"""Intro, outro and between-paragraph sounds: files to levelled clips; the only soundfile beside the stock engines."""

from __future__ import annotations

from pathlib import Path

from audiofy.audio import levels
from audiofy.errors import SettingsError

_LONGEST = 120  # seconds; a jingle, not a programme


def load(name: str, frame_rate: int) -> bytes:
    """A sound file as mono 16-bit frames, as loud as the speech.

    Args:
        name: A WAV, MP3, FLAC or Ogg file.
        frame_rate: Frames a second of the result.

    Raises:
        SettingsError: There is no such file, or it is no sound, or it is too long.
    """
    import numpy as np
    import soundfile
    import soxr

    remedy = "Check [sounds] in the settings; WAV, MP3, FLAC and Ogg can be read."
    if not Path(name).is_file():
        raise SettingsError(f"There is no sound file {name}.", remedy)
    try:
        if soundfile.info(name).duration > _LONGEST:
            raise SettingsError(f"The sound {name} is longer than {_LONGEST} s.", "Use a shorter one.")
        samples, rate = soundfile.read(name, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise SettingsError(f"The file {name} is not a sound that can be read.", remedy) from error
    mono = soxr.resample(samples.mean(axis=1), rate, frame_rate)
    loudness = levels.loudness_of(mono.astype(np.float64), frame_rate)
    if not np.isfinite(loudness):
        raise SettingsError(f"The sound {name} is silent.", remedy)
    return levels.to_pcm(levels.limit((mono * levels.gain_of(loudness)).astype(np.float32)))
