"""Shipped voices to `src/audiofy/audio/gains.tsv`: run it when a profile, a passage, the limiter or espeak-ng changes.

python benchmarks/gains.py
"""

from __future__ import annotations

from dataclasses import replace

from audiofy.audio import gains
from audiofy.audio.booth.local import LocalBooth
from audiofy.audio.engines import versions
from audiofy.model import Speech, Voice
from audiofy.voices import load, shipped_folder


def main() -> None:
    """Measures every shipped voice, and the test tones."""
    booth = LocalBooth()

    def speak(text: str, voice: Voice) -> Speech:
        return next(iter(booth.speak([(text, voice)])))

    tone = Voice(name="tone", engine="tone", engine_voice="low", language="en")
    # A voice in whose language there is no passage is measured on the article.
    shipped = (voice for voice in load(shipped_folder()) if gains.passage(voice.language))
    voices = [*shipped, *(replace(tone, engine_voice=name) for name in ("low", "middle", "high"))]
    version = dict(versions(voice.engine for voice in voices))
    figures = {gains.key(voice, version[voice.engine]): gains.measure(voice, speak) for voice in voices}
    rows = (f"{key}\t{gain:.2f}\n" for key, gain in sorted(figures.items()))
    gains.SHIPPED.write_text("".join(rows), encoding="utf-8")
    print(f"{len(figures)} voices measured")


if __name__ == "__main__":
    main()
