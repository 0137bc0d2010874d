"""An MP3 to what is heard.

The decoder is libsndfile's (mpg123), the encoder was LAME: nothing here shares code with what made the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from audiofy.audit.evidence.loudness import Meter, PeakMeter
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

STEP = 0.01  # seconds: the grain in which silence is looked for

_PIECE = 10  # seconds

# Pieces in which amplitudes are counted, in so many steps from silence to full scale.
_WINDOW = 0.1  # seconds
_STEPS = 128

# The highest amplitude of a stretch is that of all but this share of it; MP3 lets a few samples stand out.
_OUTLIERS = 0.0005

# Of the highest amplitude.
_LOUD, _HIGH = 0.3, 0.65


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """What was measured of a recording.

    `levels` are the RMS of each 10 ms in dBFS; `amplitudes` count, for each tenth of a second, the samples of each of
    128 amplitudes from none to full scale; `loudness` is in LUFS with mono heard as two equal channels, `peak` the true
    peak in dBTP.
    """

    duration: float
    frame_rate: int
    channels: int
    levels: NDArray[np.float64]
    amplitudes: NDArray[np.uint16]
    loudness: float
    peak: float

    def loudest(self, start: float, end: float) -> float:
        """The level of the loudest 10 ms between two times, in dBFS; that of silence outside the recording."""
        start, end = self._inside(start), self._inside(end)
        part = self.levels[int(start / STEP) : max(1, int(end / STEP))]
        return float(part.max()) if len(part) else -float("inf")

    def crowding(self, start: float, end: float) -> float:
        """Of the samples of more than 30 % of the highest amplitude between two times, the share of more than 65 %.

        A wave of speech thins out upwards; one that is cut off piles up where it was cut. MP3 ripples it there by up to
        a third, hence the wide margin. 0 where nothing is heard.
        """
        import numpy as np

        counts = self.amplitudes[ceil(self._inside(start) / _WINDOW) : int(self._inside(end) / _WINDOW)].sum(axis=0)
        total = counts.sum()
        if counts[1:].sum() == 0:
            return 0.0
        top = int(np.searchsorted(counts.cumsum(), (1 - _OUTLIERS) * total))
        return float(counts[ceil(_HIGH * top) :].sum() / counts[ceil(_LOUD * top) :].sum())

    def _inside(self, time: float) -> float:
        """A time of a damaged episode.json may be any number."""
        return min(max(time, 0.0), self.duration)

    def silences(self, below: float, longer: float) -> list[tuple[float, float]]:
        """Start and end of every stretch below a level (dBFS) that is longer than so many seconds."""
        import numpy as np

        quiet = np.r_[False, self.levels < below, False]
        edges = np.flatnonzero(quiet[1:] != quiet[:-1]).reshape(-1, 2)
        return [(float(a * STEP), float(b * STEP)) for a, b in edges if (b - a) * STEP > longer]


def listen(path: Path) -> Sound:
    """Decodes an MP3 and measures it, in pieces: memory grows by some kilobytes a minute.

    Raises:
        Unavailable: It can't be decoded.
    """
    import numpy as np
    import soundfile

    class _Stream(soundfile.SoundFile):  # type: ignore[misc]
        """Read on and on: between reads soundfile seeks in what can be sought, and a seek in an MP3 loses frames."""

        def seekable(self) -> bool:
            return False

    levels, amplitudes, length, peaks = [], [], 0, PeakMeter()
    try:
        with _Stream(path) as stream:
            rate, channels = stream.samplerate, stream.channels
            meter, piece_length = Meter(rate), round(rate * STEP) * round(_PIECE / STEP)
            while len(frames := stream.read(piece_length, dtype="float32", always_2d=True)):
                length += len(frames)
                mono = frames.mean(axis=1)
                levels.append(10 * np.log10(np.maximum(_powers(_divided(mono, round(rate * STEP))), 1e-12)))
                amplitudes.append(_counted(_divided(mono, round(rate * _WINDOW))))
                meter.add(mono)
                peaks.add(mono)
    except (OSError, soundfile.LibsndfileError) as error:
        raise Unavailable(f"{path.name} can't be decoded") from error
    if not length:
        raise Unavailable(f"{path.name} has no audio")
    return Sound(
        duration=length / rate,
        frame_rate=rate,
        channels=channels,
        levels=np.concatenate(levels),
        amplitudes=np.concatenate(amplitudes),
        loudness=meter.loudness(),
        peak=float(20 * np.log10(max(peaks.peak(), 1e-9))),
    )


def _powers(windows: NDArray[Any]) -> NDArray[np.float64]:
    """The mean power of each row."""
    powers: NDArray[np.float64] = (windows.astype("float64") ** 2).mean(axis=1)
    return powers


def _counted(windows: NDArray[Any]) -> NDArray[np.uint16]:
    """How many samples of each row have which amplitude."""
    import numpy as np

    steps = np.minimum(np.abs(windows) * _STEPS, _STEPS - 1).astype(np.int64)
    places = steps + _STEPS * np.arange(len(windows))[:, None]
    return np.bincount(places.ravel(), minlength=_STEPS * len(windows)).reshape(-1, _STEPS).astype(np.uint16)


def _divided(mono: NDArray[Any], step: int) -> NDArray[Any]:
    """`step` frames a row; the last row is filled with silence."""
    import numpy as np

    return np.pad(mono, (0, -len(mono) % step)).reshape(-1, step)
