"""Clips and silences joined, frame by frame; the only pydub.

pydub joins and fades; it does not export, which would start ffmpeg, and it never holds the whole recording, since its
`+=` copies all that was said so far for every clip.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydub import AudioSegment

_FADE_MS = 15  # at the ends of a sound, so that one that was cut out of something does not click


def join(clip: bytes, pause: int, frame_rate: int) -> bytes:
    """A clip and the silence after it.

    Args:
        clip: Mono, 16-bit.
        pause: Frames: pydub's own silences are whole milliseconds, and the timeline counts frames.
        frame_rate: Frames a second.
    """
    joined = _segment(clip, frame_rate).append(_segment(bytes(2 * pause), frame_rate), crossfade=0)
    return bytes(joined.raw_data)


def soften(sound: bytes, frame_rate: int) -> bytes:
    """A sound that comes and goes without a click; pydub counts in milliseconds and drops what is over at the end."""
    return bytes(_segment(sound, frame_rate).fade_in(_FADE_MS).fade_out(_FADE_MS).raw_data)


def _segment(pcm: bytes, frame_rate: int) -> AudioSegment:
    return _segments()(data=pcm, sample_width=2, frame_rate=frame_rate, channels=1)


@cache
def _segments() -> type[AudioSegment]:
    with warnings.catch_warnings():
        # As it is imported, pydub looks for ffmpeg, which audiofy does without, and takes audioop from where Python
        # 3.11 and 3.12 warn that it goes (audioop-lts has it from 3.13 on).
        warnings.filterwarnings("ignore", message="Couldn't find ffmpeg", category=RuntimeWarning)
        warnings.filterwarnings("ignore", message="'audioop' is deprecated", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message="invalid escape sequence", category=SyntaxWarning)
        from pydub import AudioSegment
    found: type[AudioSegment] = AudioSegment
    return found
