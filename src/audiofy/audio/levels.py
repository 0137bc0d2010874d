"""Samples to samples of the right loudness: gain, limiter, resampling; the only pyloudnorm and soxr.

The target is that of podcasts: -16 LUFS for a mono file heard as two equal channels, which is -19 measured as one, and
a true peak of at most -1 dBTP in the decoded MP3 (ITU-R BS.1770, AES TD1008). Samples are mono, 32-bit floats, 1 is
full scale.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from audiofy.audio.encoder import SCALE

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from audiofy.model import Speech

TARGET = -19.0  # LUFS as one channel, in the decoded MP3

# Before encoding, which takes SCALE off and pushes peaks up again by what it loses: by 0.16 dB at the most over 84
# voices of espeak-ng. That leaves 0.5 dB for voices that are not at hand (docs/audio.md).
CEILING = 10 ** (-1.2 / 20)

_FULL_SCALE = 32_768
_SHORTEST = 0.4  # seconds: BS.1770 measures in gated blocks of this length

_BLOCK = 32  # frames that share one gain before it is drawn out: 1.5 ms
_REACH = 8  # blocks before and after a peak over which the gain goes down and comes back: 12 ms each

_PHASES = 4  # true peak is measured at this multiple of the frame rate (BS.1770 asks for four)
_SUSPECT = 0.7  # of the ceiling: no block of speech with lower samples was seen to reach it between them
_TAPS = 12  # frames that an interpolated point is made of, as in the filter of BS.1770

# Below this, silence at the ends of a clip is cut: -54 dBFS, under the noise that synthetic voices breathe with.
_SILENCE = 0.002
_EDGE = 0.008  # seconds that stay, so that no consonant loses its beginning


def load() -> None:
    """Imports what the functions of this module need, so that it is there when the first speech is."""
    import numpy as np  # noqa: F401 - imported for the next import to find
    import soxr  # noqa: F401 - the same


def samples_of(speech: Speech) -> NDArray[np.float32]:
    """The samples of what an engine said."""
    import numpy as np

    return np.frombuffer(speech.pcm, "<i2").astype(np.float32) * np.float32(1 / _FULL_SCALE)


def to_pcm(samples: NDArray[np.float32]) -> bytes:
    """Samples as 16-bit little endian."""
    import numpy as np

    pcm: bytes = np.rint(samples * np.float32(_FULL_SCALE - 1)).astype("<i2").tobytes()
    return pcm


def resample(samples: NDArray[np.float32], frame_rate: int, wanted: int) -> NDArray[np.float32]:
    """Samples at another frame rate."""
    if frame_rate == wanted or not len(samples):
        return samples
    import soxr

    resampled: NDArray[np.float32] = soxr.resample(samples, frame_rate, wanted)
    return resampled


def converter(frame_rate: int, wanted: int) -> Callable[..., bytes]:
    """A function that takes 16-bit frames piece by piece and gives them at another rate, the rest with `last=True`.

    Unlike `resample`, it loses no fraction of a frame from piece to piece, so that an hour stays an hour.
    """
    import numpy as np
    import soxr

    stream = soxr.ResampleStream(frame_rate, wanted, 1, dtype="int16") if frame_rate != wanted else None

    def convert(pcm: bytes, *, last: bool = False) -> bytes:
        if stream is None:
            return pcm
        converted: bytes = stream.resample_chunk(np.frombuffer(pcm, "<i2"), last=last).astype("<i2").tobytes()
        return converted

    return convert


def trim(samples: NDArray[np.float32], frame_rate: int) -> tuple[int, int]:
    """Where sound begins and ends, in frames, with a few milliseconds around it; (0, 0) for silence."""
    import numpy as np

    loud = np.abs(samples) > _SILENCE
    if not loud.any():
        return 0, 0
    edge = round(_EDGE * frame_rate)
    return max(0, int(loud.argmax()) - edge), min(len(samples), len(samples) - int(loud[::-1].argmax()) + edge)


def loudness(samples: NDArray[np.float32], frame_rate: int) -> float:
    """Integrated loudness in LUFS, as one channel; -inf for silence. What is too short to measure is repeated."""
    import numpy as np
    import pyloudnorm

    shortest = int(_SHORTEST * frame_rate) + 1
    if len(samples) < shortest:
        samples = np.tile(samples, shortest // max(1, len(samples)) + 1)
    return float(pyloudnorm.Meter(frame_rate).integrated_loudness(samples.astype(np.float64)))


def gain_for(samples: NDArray[np.float32], frame_rate: int) -> float:
    """The gain in dB that brings samples to the target through limiter and encoder; -inf for silence.

    The limiter takes some loudness away, so the gain is corrected for it.
    """
    import math

    aim = TARGET - decibels(SCALE)
    gain = aim - loudness(samples, frame_rate)
    if not math.isfinite(gain):
        return -math.inf
    for _ in range(3):
        gain += aim - loudness(limit(amplify(samples, gain)), frame_rate)
    return gain


def amplify(samples: NDArray[np.float32], gain: float) -> NDArray[np.float32]:
    """Samples with a gain in dB."""
    import numpy as np

    return samples * np.float32(10 ** (gain / 20))


def decibels(factor: float) -> float:
    """A factor in dB."""
    import math

    return 20 * math.log10(factor)


def limit(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Samples with no true peak above the ceiling.

    The gain that each block needs is taken as the least of its neighbours and averaged over the same neighbours, then
    drawn out in straight lines from block to block: it is down before a peak comes, never above what the peak allows,
    and has no steps. The whole clip is at hand, so nothing is delayed.
    """
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    count = -(-len(samples) // _BLOCK)
    padded = np.zeros(count * _BLOCK, np.float32)
    padded[: len(samples)] = samples
    peaks = true_peaks(padded)
    if not count or peaks.max() <= CEILING:
        return samples
    needed = CEILING / np.maximum(peaks, CEILING)
    # The gain at the edge between two blocks must do for both.
    edges = np.minimum(np.append(1, needed), np.append(needed, 1))
    window = 2 * _REACH + 1
    least = sliding_window_view(np.pad(edges, 2 * _REACH, constant_values=1), window).min(axis=1)
    smooth = sliding_window_view(least, window).mean(axis=1).astype(np.float32)
    before, after = smooth[:-1, None], smooth[1:, None]
    ramp = np.arange(_BLOCK, dtype=np.float32) / _BLOCK
    blocks = padded.reshape(count, _BLOCK)
    turned = ((before < 1) | (after < 1))[:, 0]
    blocks[turned] *= (before + (after - before) * ramp)[turned]
    return padded[: len(samples)]


def true_peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The peak of each block of the signal between the samples, too; the samples are whole blocks.

    Only blocks that could reach the ceiling are interpolated: between two samples, sound rises little above them.
    """
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    peaks: NDArray[np.float32] = np.abs(samples.reshape(-1, _BLOCK)).max(axis=1, initial=0)
    suspects = np.flatnonzero(peaks > CEILING * _SUSPECT)
    if len(suspects):
        around = np.pad(samples, (_TAPS // 2 - 1, _TAPS // 2))
        windows = np.ascontiguousarray(sliding_window_view(around, _BLOCK + _TAPS - 1)[suspects * _BLOCK].T)
        # Sums of shifted frames and no matrix product, for which numpy would start threads that cost more than this.
        for taps in _interpolation():
            between = sum(tap * windows[place : place + _BLOCK] for place, tap in enumerate(taps))
            peaks[suspects] = np.maximum(peaks[suspects], np.abs(between).max(axis=0))
    return peaks


@cache
def _interpolation() -> tuple[NDArray[np.float32], ...]:
    """For each point between two frames, what the frames around it count: a windowed sinc (Kaiser, beta 5)."""
    import numpy as np

    phases = []
    for phase in range(1, _PHASES):
        distance = np.arange(_TAPS) - (_TAPS // 2 - 1) - phase / _PHASES
        window = np.i0(5 * np.sqrt(np.maximum(0, 1 - (distance / (_TAPS / 2)) ** 2)))
        taps = np.sinc(distance) * window
        phases.append((taps / taps.sum()).astype(np.float32))
    return tuple(phases)
