"""Text to tones: a test engine that is the same everywhere, needs nothing and takes no time. Pure.

Each word is a tone, as long as the word takes to say. It makes no speech: episodes of it are for tests and for trying
out settings.
"""

from __future__ import annotations

import math
import re
from array import array
from typing import TYPE_CHECKING

from audiofy.errors import CastingError
from audiofy.model import Mark, Speech

if TYPE_CHECKING:
    from audiofy.model import Voice

FRAME_RATE = 22050
_FREQUENCIES = {"low": 210, "middle": 294, "high": 350}
_AMPLITUDE = 9000
_CHARACTERS_A_WORD = 5.5
_FADE_FRAMES = 110


class Tone:
    """The test engine: voices "low", "middle" and "high"; a pitch above or below 50 shifts them by up to an octave."""

    name = "tone"

    @staticmethod
    def version() -> str:
        """Raised when its tones change."""
        return "1"

    def voices(self) -> tuple[str, ...]:
        """The names of its tones."""
        return tuple(_FREQUENCIES)

    def speak(self, text: str, voice: Voice) -> Speech:
        """One tone a word, at `voice.rate` words of average length a minute.

        Raises:
            CastingError: There is no such tone.
        """
        if voice.engine_voice not in _FREQUENCIES:
            raise CastingError(
                f"The tone engine has no voice {voice.engine_voice!r}.", f"Known: {', '.join(_FREQUENCIES)}."
            )
        frequency = _FREQUENCIES[voice.engine_voice] * 2 ** ((voice.pitch - 50) / 50)
        character = FRAME_RATE * 60 / voice.rate / _CHARACTERS_A_WORD
        frames = array("h")
        marks = []
        for word in re.finditer(r"\w\S*", text):
            marks.append(Mark(at=word.start(), frame=len(frames)))
            frames.extend(_tone(round(len(word[0]) * character), frequency, _AMPLITUDE * voice.volume))
            frames.extend(array("h", bytes(2 * round(character))))
        return Speech(pcm=_little_endian(frames), frame_rate=FRAME_RATE, words=tuple(marks))


def _tone(count: int, frequency: float, amplitude: float) -> array[int]:
    """`count` frames of a tone that fades in and out, made of whole periods so that a period is computed once."""
    length = max(2, round(FRAME_RATE / frequency))
    period = array("h", (round(amplitude * math.sin(2 * math.pi * index / length)) for index in range(length)))
    frames = period * (count // length + 1)
    del frames[count:]
    fade = min(_FADE_FRAMES, count // 2)
    for index in range(fade):
        frames[index] = frames[index] * index // fade
        frames[-1 - index] = frames[-1 - index] * index // fade
    return frames


def _little_endian(frames: array[int]) -> bytes:
    import sys

    if sys.byteorder == "big":
        frames.byteswap()
    return frames.tobytes()
