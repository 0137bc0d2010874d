"""An MP3 to what is heard.

The decoder is libsndfile's (mpg123), the encoder was LAME: nothing here shares code with what made the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiofy.audit.evidence.loudness import Meter, true_peak
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

STEP = 0.01  # seconds: the grain in which silence is looked for

_PIECE = 10  # seconds
_FULL_SCALE = 32_768

# Pieces in which the wave is judged: two periods of a deep voice; and the share of them that may be the flattest.
_WINDOW = 0.02  # seconds
_FLATTEST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A decoded recording.

    `samples` are 16-bit, one channel; `levels` are the RMS of each 10 ms in dBFS, `loudness` is in LUFS with mono heard
    as two equal channels, `peak` the true peak in dBTP.
    """

    samples: NDArray[np.int16]

    duration: float
    frame_rate: int
    channels: int
    levels: NDArray[np.float64]
    loudness: float
    peak: float

    def loudest(self, start: float, end: float) -> float:
        """The level of the loudest 10 ms between two times, in dBFS."""
        part = self.levels[max(0, int(start / STEP)) : max(1, int(end / STEP))]
        return float(part.max()) if len(part) else -float("inf")

    def crest(self, start: float, end: float) -> float:
        """How far peaks stand out of the wave between two times: peak to RMS where it is loud, in its flattest tenth.

        Infinite where nothing is heard. A wave that is cut off has little left that stands out.
        """
        import numpy as np

        length = round(_WINDOW * self.frame_rate)
        part = self.samples[round(start * self.frame_rate) : round(end * self.frame_rate)].astype(np.float32)
        windows = part[: len(part) // length * length].reshape(-1, length)
        means = np.sqrt((windows**2).mean(axis=1))
        if not means.any():
            return float("inf")
        loud = means > means.max() / 2
        return float(np.quantile(np.abs(windows[loud]).max(axis=1) / means[loud], _FLATTEST))

    def silences(self, below: float, longer: float) -> list[tuple[float, float]]:
        """Start and end of every stretch below a level (dBFS) that is longer than so many seconds."""
        import numpy as np

        quiet = np.r_[False, self.levels < below, False]
        edges = np.flatnonzero(quiet[1:] != quiet[:-1]).reshape(-1, 2)
        return [(float(a * STEP), float(b * STEP)) for a, b in edges if (b - a) * STEP > longer]


def listen(path: Path) -> Sound:
    """Decodes an MP3 and measures it.

    Raises:
        Unavailable: It can't be decoded.
    """
    import numpy as np
    import soundfile

    try:
        # All at once, as 16 bits (320 MB an hour): between reads soundfile seeks, and a seek in an MP3 loses frames.
        frames, rate = soundfile.read(path, dtype="int16", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise Unavailable(f"{path.name} can't be decoded") from error
    if not len(frames):
        raise Unavailable(f"{path.name} has no audio")
    meter, step = Meter(rate), round(rate * STEP)
    mono = frames.mean(axis=1).astype(np.int16) if frames.shape[1] > 1 else frames[:, 0]
    levels, peaks = [], [0.0]
    for start in range(0, len(mono), step * round(_PIECE / STEP)):
        piece = mono[start : start + step * round(_PIECE / STEP)].astype(np.float32) / _FULL_SCALE
        levels.append(_levels(piece, step))
        meter.add(piece)
        peaks.append(true_peak(piece))
    return Sound(
        samples=mono,
        duration=len(frames) / rate,
        frame_rate=rate,
        channels=frames.shape[1],
        levels=np.concatenate(levels),
        loudness=meter.loudness(),
        peak=float(20 * np.log10(max(*peaks, 1e-9))),
    )


def _levels(mono: NDArray[Any], step: int) -> NDArray[np.float64]:
    import numpy as np

    padded = np.pad(mono.astype(np.float64), (0, -len(mono) % step))
    power = (padded.reshape(-1, step) ** 2).mean(axis=1)
    return np.asarray(10 * np.log10(np.maximum(power, 1e-12)))
