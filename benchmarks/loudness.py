"""Every shipped voice through levels and encoder: how loud the decoded MP3 is, and how high its peaks are.

    python benchmarks/loudness.py

The text is not the passage that the voices were measured on.
"""

from __future__ import annotations

import io

import numpy as np
import soundfile
import soxr

from audiofy.audio import encoder, levels
from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.engines import versions
from audiofy.audio.gains import gains
from audiofy.disclosure import QUOTATION_NOTES, SENTENCES
from audiofy.model import Speech, Voice, primary
from audiofy.voices import load, shipped_folder

ENGLISH = (
    "The ferry company said on Thursday that two of its three boats would stay in port until the gale had passed. "
    "Passengers with tickets may change them free of charge, or have their money back."
)


def main() -> None:
    """Prints loudness and peak over the voices of the languages that the disclosure is written in."""
    booth = LocalBooth()

    def speak(text: str, voice: Voice) -> Speech:
        (speech,) = booth.speak([(text, voice)])
        return speech

    voices = [voice for voice in load(shipped_folder()) if primary(voice.language) in SENTENCES]
    gain = gains(voices, dict(versions(voice.engine for voice in voices)), speak)
    for name, preset in encoder.PRESETS.items():
        rate = preset.frame_rate or 22_050
        figures = []
        for voice in voices:
            language = primary(voice.language)
            speech = speak(ENGLISH if language == "en" else f"{SENTENCES[language]} {QUOTATION_NOTES[language]}", voice)
            samples = levels.limit(levels.amplify(levels.samples_of(speech), gain[voice]))
            file = io.BytesIO()
            mp3 = encoder.Encoder(file, bitrate=preset.bitrate, frame_rate=rate)
            mp3.write(levels.to_pcm(levels.resample(samples, speech.frame_rate, rate)))
            mp3.close()
            file.seek(0)
            decoded = soundfile.read(file, dtype="float32")[0]
            peak = float(np.abs(soxr.resample(decoded, rate, 4 * rate)).max())
            figures.append((levels.loudness(decoded, rate) + 3.01, levels.decibels(peak)))
        loud, peaks = np.array(figures).T
        wanted = levels.decibels(levels.CEILING * encoder.SCALE)
        print(
            f"{name}: {len(voices)} voices; LUFS mean {loud.mean():.2f}, sd {loud.std():.2f}, "
            f"{loud.min():.2f} to {loud.max():.2f}; dBTP highest {peaks.max():.2f}, "
            f"{peaks.max() - wanted:.2f} over the limiter's"
        )


if __name__ == "__main__":
    main()
