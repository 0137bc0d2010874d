"""Intro, outro and the sound between paragraphs: files to clips as loud as the speech."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.audio import levels, mixdown
from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from audiofy.settings import Sounds

LONGEST = 120  # seconds: a signature tune, not a programme, and all of it is in memory


def load(files: Sounds, frame_rate: int) -> dict[str, bytes]:
    """The sounds there are, by the name of their setting, as mono 16-bit frames.

    Args:
        files: WAV, MP3, FLAC or Ogg files.
        frame_rate: Frames a second of the result.

    Raises:
        SettingsError: A file isn't there, is no sound, is silent or too long.
    """
    names = {"intro": files.intro, "between": files.between, "outro": files.outro}
    return {part: _load(f"sounds.{part}", name, frame_rate) for part, name in names.items() if name}


def _load(setting: str, name: str, frame_rate: int) -> bytes:
    import soundfile

    remedy = f"Check {setting} in the settings; WAV, MP3, FLAC and Ogg can be read."
    try:
        with Path(name).open("rb") as file:
            found = soundfile.info(file)
            if found.duration > LONGEST:
                raise SettingsError(f"The sound {name} is longer than {LONGEST} s.", "Use a shorter one.")
            file.seek(0)
            samples, rate = soundfile.read(file, dtype="float32", always_2d=True)
    except OSError as error:
        raise SettingsError(f"Can't read the sound {name}: {error.strerror}.", remedy) from error
    except soundfile.LibsndfileError as error:
        raise SettingsError(f"The file {name} is not a sound that can be read.", remedy) from error
    mono = levels.resample(samples.mean(axis=1), rate, frame_rate)
    gain = levels.gain_for(mono, frame_rate)
    if gain == -float("inf"):
        raise SettingsError(f"The sound {name} is silent.", remedy)
    return mixdown.soften(levels.to_pcm(levels.limit(levels.amplify(mono, gain))), frame_rate)
