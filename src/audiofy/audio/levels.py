"""Speech to equally loud speech: one gain a voice, and peaks limited clip by clip.

Over articles, the loudness of one synthetic voice hardly varies; so each voice is measured once on a fixed passage, and
all its clips get one gain. That needs no second pass, makes voices equally loud, and lets a recording stream. Loudness
is ITU-R BS.1770 as pyloudnorm measures it, the target that of podcasts: -16 LUFS for the mono file heard as two equal
channels, which is -19 measured as one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from audiofy import disclosure
from audiofy.audio.measured import PASSAGE, SHIPPED
from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from audiofy.model import Speech, Voice

TARGET = -19.0  # LUFS, one channel

# MP3 loses some of what it is given and overshoots the peaks: figures from decoded files, see docs/audio.md.
_LOST_IN_MP3 = 1.0
_CEILING = 10 ** (-2.6 / 20)

_BLOCK = 128  # frames over which the limiter takes one peak: 3 ms
_REACH = 6  # blocks before and after a peak over which the gain goes down and up

_SHORTEST = 0.4  # seconds: BS.1770 measures in gated blocks of this length
_FULL_SCALE = 32_768


def gain_of(loudness: float) -> float:
    """The factor that brings a voice or sound of that loudness (LUFS, one channel) to the target in the MP3."""
    return float(10 ** ((TARGET + _LOST_IN_MP3 - loudness) / 20))


def loudness_of(samples: NDArray[np.floating[Any]], frame_rate: int) -> float:
    """The integrated loudness of mono samples (-1 to 1) in LUFS; -inf for silence."""
    import pyloudnorm

    if len(samples) < _SHORTEST * frame_rate:
        import numpy as np

        repeats = int(_SHORTEST * frame_rate) // max(1, len(samples)) + 1
        samples = np.tile(samples, repeats)
    return float(pyloudnorm.Meter(frame_rate).integrated_loudness(samples))


def voice_loudness(voice: Voice, version: str, speak: Callable[[str, Voice], Speech]) -> float:
    """The loudness of a voice on the fixed passage: the shipped figure, or the remembered one, or measured now.

    Args:
        voice: The voice.
        version: Its engine's version.
        speak: Says a text in it, where it must be measured.
    """
    key = key_of(voice, version)
    if key in SHIPPED:
        return SHIPPED[key]
    remembered = _remembered()
    if key not in remembered:
        remembered[key] = round(measure(speak(passage(voice.language), voice)), 2)
        _remember(remembered)
    return remembered[key]


def passage(language: str) -> str:
    """What a voice of that language is measured on: sentences of ours in the language, or a passage of English."""
    tag = primary(language)
    if tag == "en" or tag not in disclosure.SENTENCES:
        return PASSAGE
    return f"{disclosure.sentence(tag)} {disclosure.quotation_note(tag)}"


def key_of(voice: Voice, version: str) -> str:
    """What a measured figure holds for: the engine, its version and everything that it is told of the voice."""
    return f"{voice.engine} {version} {voice.engine_voice} {voice.rate} {voice.pitch} {voice.volume:g}"


def measure(speech: Speech) -> float:
    """The loudness of speech in LUFS, as one channel."""
    import numpy as np

    samples = np.frombuffer(speech.pcm, "<i2").astype(np.float64) / _FULL_SCALE
    return loudness_of(samples, speech.frame_rate)


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("audiofy") / "loudness.json"


def _remembered() -> dict[str, float]:
    try:
        found = json.loads(_cache().read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(figures: dict[str, float]) -> None:
    """Keeps the figures for the next run; a cache that can't be written is done without."""
    from contextlib import suppress

    from audiofy import output

    with suppress(OSError):
        _cache().parent.mkdir(parents=True, exist_ok=True)
        output.write_whole(_cache(), json.dumps(figures, sort_keys=True).encode())


def limit(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mono samples (-1 to 1) with no peak above the ceiling.

    The gain that each block of frames needs is taken as the least of its neighbours, averaged over the same
    neighbours and drawn out between blocks in straight lines: it is down before a peak comes, never above what a peak
    allows, and has no steps.
    """
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    peaks = np.maximum.reduceat(np.abs(samples), np.arange(0, len(samples), _BLOCK)) if len(samples) else samples
    if not len(samples) or peaks.max() <= _CEILING:
        return samples
    needed = np.minimum(1.0, _CEILING / np.maximum(peaks, _CEILING / 2**10))
    at_edges = np.minimum(np.r_[needed[0], needed], np.r_[needed, needed[-1]])
    reach = 2 * _REACH + 1
    least = sliding_window_view(np.pad(at_edges, _REACH, constant_values=1.0), reach).min(axis=1)
    smooth = sliding_window_view(np.pad(least, _REACH, mode="edge"), reach).mean(axis=1)
    places = np.arange(len(samples), dtype=np.float32)
    gain = np.interp(places, np.arange(len(smooth)) * _BLOCK, smooth)
    return (samples * gain).astype(np.float32)


def level(speech: Speech, gain: float, frame_rate: int) -> bytes:
    """Speech as mono 16-bit frames at `frame_rate`, with that gain and no peak above the ceiling."""
    import numpy as np

    samples = np.frombuffer(speech.pcm, "<i2").astype(np.float32) * (gain / _FULL_SCALE)
    if speech.frame_rate != frame_rate:
        import soxr

        samples = soxr.resample(samples, speech.frame_rate, frame_rate)
    return to_pcm(limit(samples))


def to_pcm(samples: NDArray[np.float32]) -> bytes:
    """Samples (-1 to 1) as 16-bit little endian."""
    import numpy as np

    return (samples * (_FULL_SCALE - 1)).round().astype(np.dtype("<i2")).tobytes()
