"""Clips and silences joined, frame by frame; the only pydub."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydub import AudioSegment


def join(clip: bytes, *, pause: float, frame_rate: int) -> bytes:
    """A clip and the silence after it.

    Args:
        clip: Mono, 16-bit.
        pause: Seconds; rounded to whole frames, so that the timeline can count them.
        frame_rate: Frames a second.
    """
    silence = _segment(bytes(2 * frames(pause, frame_rate)), frame_rate)
    # Not `+=` over the whole recording, which copies everything said so far for every clip.
    return bytes(_segment(clip, frame_rate).append(silence, crossfade=0).raw_data)


def frames(seconds: float, frame_rate: int) -> int:
    """How many frames a time is."""
    return round(seconds * frame_rate)


def _segment(pcm: bytes, frame_rate: int) -> AudioSegment:
    with warnings.catch_warnings():
        # pydub warns that it finds no ffmpeg, which audiofy does not use.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment

    return AudioSegment(data=pcm, sample_width=2, frame_rate=frame_rate, channels=1)
