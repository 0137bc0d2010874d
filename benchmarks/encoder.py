"""LAME's quality settings on synthetic speech: what they keep of it, and what they cost.

    pip install pesq && python benchmarks/encoder.py

PESQ (ITU-T P.862.2, wideband) and the signal-to-noise ratio compare the decoded MP3 with what was encoded; CPU is the
best of three runs.
"""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import numpy as np
import soundfile
from pesq import pesq

from audiofy.audio import encoder, levels
from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.engines import versions
from audiofy.audio.gains import gains
from audiofy.voices import load, shipped_folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audiofy.model import Speech, Voice

TEXT = (
    "The ferry company said on Thursday that two of its three boats would stay in port until the gale had passed. "
    "Passengers with tickets may change them free of charge, or have their money back. Fresh fish, milk and post are "
    "brought over by a lifeboat, which the islanders find exciting. “We had soup for breakfast,” one of them said."
)
VOICES = "anchor presenter ada bass soprano tenor clara duncan".split()
_PIECE = 8 * 16_000  # PESQ is made for clips of about eight seconds


def main() -> None:
    """Prints a table for each preset."""
    speech = _speech()
    for name, preset in encoder.PRESETS.items():
        rate = preset.frame_rate or 22_050
        samples = levels.resample(speech, 22_050, rate)
        print(f"{name}: {preset.bitrate} kbit/s, {rate} Hz, {len(samples) / rate:.0f} s of {len(VOICES)} voices")
        print("quality  PESQ mean  worst  SNR dB  CPU ms a second of sound")
        for quality in range(10):
            encoder.QUALITY = quality
            seconds, content = min((_encode(samples, preset.bitrate, rate) for _ in range(3)), key=lambda run: run[0])
            decoded = soundfile.read(io.BytesIO(content), dtype="float32")[0] / np.float32(encoder.SCALE)
            scores = _pesq(samples, decoded, rate)
            noise = np.mean((decoded - samples) ** 2)
            print(
                f"{quality:7}  {np.mean(scores):9.3f}  {min(scores):5.2f}  "
                f"{10 * np.log10(np.mean(samples**2) / noise):6.1f}  {1000 * seconds / (len(samples) / rate):6.2f}"
            )


def _speech() -> NDArray[np.float32]:
    """The text in each voice, levelled as in an episode."""
    booth = LocalBooth()

    def speak(text: str, voice: Voice) -> Speech:
        (speech,) = booth.speak([(text, voice)])
        return speech

    voices = [voice for voice in load(shipped_folder()) if voice.name in VOICES and voice.language.startswith("en")]
    gain = gains(voices, dict(versions(voice.engine for voice in voices)), speak)
    clips = (levels.amplify(levels.samples_of(speak(TEXT, voice)), gain[voice]) for voice in voices)
    return np.concatenate([levels.limit(clip) for clip in clips])


def _encode(samples: NDArray[np.float32], bitrate: int, frame_rate: int) -> tuple[float, bytes]:
    file, start = io.BytesIO(), time.process_time()
    mp3 = encoder.Encoder(file, bitrate=bitrate, frame_rate=frame_rate)
    mp3.write(levels.to_pcm(samples))
    mp3.close()
    return time.process_time() - start, file.getvalue()


def _pesq(clean: NDArray[np.float32], decoded: NDArray[np.float32], frame_rate: int) -> list[float]:
    one, other = (levels.resample(samples, frame_rate, 16_000) for samples in (clean, decoded))
    starts = range(0, len(one) - _PIECE, _PIECE)
    return [pesq(16_000, one[start : start + _PIECE], other[start : start + _PIECE], "wb") for start in starts]


if __name__ == "__main__":
    main()
