"""Measures every shipped voice on the fixed passage and prints the table for src/audiofy/audio/measured.py.

python benchmarks/levels.py
"""

from __future__ import annotations

from audiofy import disclosure, load_voices
from audiofy.audio.engines import engine_class
from audiofy.audio.levels import key_of, measure, passage
from audiofy.model import primary


def main() -> None:
    """Prints `key: loudness` lines, sorted."""
    engine = engine_class("espeak")()
    version = engine.version()
    figures = {}
    for voice in load_voices():
        if primary(voice.language) in disclosure.SENTENCES:
            figures[key_of(voice, version)] = measure(engine.speak(passage(voice.language), voice))
    for key, loudness in sorted(figures.items()):
        print(f'    "{key}": {loudness:.2f},')


if __name__ == "__main__":
    main()
