"""Speech to speech that can be trusted: an engine that said nothing, or half, is a fault and not a short line. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.errors import EngineCrashedError

if TYPE_CHECKING:
    from audiofy.model import Speech, Voice

# No engine says words at three times the rate it was asked for; of fewer words nothing can be told.
_WORDS_TO_JUDGE = 8
_FASTEST = 3.0


def checked(speech: Speech, text: str, voice: Voice) -> Speech:
    """`speech` itself, if it can be all of `text`.

    Raises:
        EngineCrashedError: There is no sound for text with letters or digits in it, half a frame, a word beyond the
            end, or less sound than the words can have been said in.
    """
    if speech.frame_rate <= 0 or len(speech.pcm) % 2:
        raise _broken(voice, "gave sound that can't be read", text)
    words = len(re.findall(r"\w+", text))
    if words and not speech.frames:
        raise _broken(voice, "gave no sound", text)
    seconds = speech.frames / speech.frame_rate
    if words >= _WORDS_TO_JUDGE and seconds < words / voice.rate * 60 / _FASTEST:
        raise _broken(voice, f"gave only {seconds:.1f} s of sound for {words} words", text)
    if speech.words and speech.words[-1].frame > speech.frames:
        raise _broken(voice, "stopped before its last word", text)
    return speech


def _broken(voice: Voice, what: str, text: str) -> EngineCrashedError:
    start = text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 - enough to find the line
    return EngineCrashedError(
        f"The engine {voice.engine} {what}: “{start}”.", "Run it again; if it stays, try another voice."
    )
