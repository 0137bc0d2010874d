"""Samples to integrated loudness and true peak, as ITU-R BS.1770-5 defines them, piece by piece."""

from __future__ import annotations

from math import log10, pi, tan
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# BS.1770-5: blocks of 400 ms that overlap by 75 %, gates at -70 LUFS and 10 LU below the mean of what is left.
_HOP = 0.1
_HOPS = 4
_ABSOLUTE = -70.0
_RELATIVE = -10.0
_OFFSET = -0.691

_PHASES = 4
_REACH = 64  # samples that are kept, the last half of them unmeasured: the filter spans 10 either side

# One channel that is heard from two loudspeakers counts twice.
_CHANNELS = 2


class Meter:
    """Takes mono samples in pieces and tells their integrated loudness."""

    def __init__(self, frame_rate: int) -> None:
        import numpy as np

        self._sections = _weighting(frame_rate)
        self._state = np.zeros((len(self._sections), 2))
        self._hop = round(_HOP * frame_rate)
        self._rest = np.zeros(0)
        self._powers: list[NDArray[np.float64]] = []

    def add(self, samples: NDArray[Any]) -> None:
        """The next samples (-1 to 1)."""
        import numpy as np
        from scipy.signal import sosfilt

        weighted, self._state = sosfilt(self._sections, samples.astype(np.float64), zi=self._state)
        joined = np.r_[self._rest, weighted]
        whole = len(joined) // self._hop * self._hop
        self._powers.append((joined[:whole].reshape(-1, self._hop) ** 2).mean(axis=1))
        self._rest = joined[whole:]

    def loudness(self) -> float:
        """LUFS of all there was, heard as two equal channels; -inf for silence or less than 400 ms."""
        import numpy as np

        hops = np.concatenate([np.zeros(0), *self._powers])
        if len(hops) < _HOPS:
            return -float("inf")
        blocks = np.convolve(hops, np.ones(_HOPS) / _HOPS, "valid") * _CHANNELS
        blocks = blocks[blocks > _power(_ABSOLUTE)]
        if not len(blocks):
            return -float("inf")
        gate = blocks.mean() * 10 ** (_RELATIVE / 10)
        return _OFFSET + 10 * log10(float(blocks[blocks > gate].mean()))


def _power(loudness: float) -> float:
    return float(10 ** ((loudness - _OFFSET) / 10))


def _weighting(frame_rate: int) -> NDArray[np.float64]:
    """The K weighting as second-order sections, for any rate.

    BS.1770 gives coefficients for 48 kHz only. These analogue prototypes give just those there (Mansbridge, Finn and
    Reiss, "Implementation and Evaluation of Autonomous Multi-track Fader Control", AES 132, 2012).
    """
    import numpy as np

    gain, quality, centre = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k, high = tan(pi * centre / frame_rate), 10 ** (gain / 20)
    band = high**0.4996667741545416
    below = 1 + k / quality + k * k
    shelf = [
        (high + band * k / quality + k * k) / below,
        2 * (k * k - high) / below,
        (high - band * k / quality + k * k) / below,
        1,
        2 * (k * k - 1) / below,
        (1 - k / quality + k * k) / below,
    ]
    quality, centre = 0.5003270373238773, 38.13547087602444
    k = tan(pi * centre / frame_rate)
    below = 1 + k / quality + k * k
    high_pass = [1, -2, 1, 1, 2 * (k * k - 1) / below, (1 - k / quality + k * k) / below]
    return np.array([shelf, high_pass])


class PeakMeter:
    """Takes mono samples in pieces and tells the highest peak between and on them (BS.1770-5, annex 2).

    A piece that is cut out of speech has steps at its ends, which ring where it is interpolated; so what is near an end
    is measured again together with what follows.
    """

    def __init__(self) -> None:
        import numpy as np

        self._rest = np.zeros(_REACH, np.float32)
        self._highest = 0.0

    def add(self, samples: NDArray[Any]) -> None:
        """The next samples (-1 to 1)."""
        import numpy as np
        from scipy.signal import resample_poly

        joined = np.r_[self._rest, samples]
        inside = resample_poly(joined, _PHASES, 1)[_PHASES * _REACH // 2 : -_PHASES * _REACH // 2]
        self._highest = max(self._highest, float(np.abs(inside).max(initial=0.0)))
        self._rest = joined[-_REACH:]

    def peak(self) -> float:
        """The highest of all there was, 1 for full scale; silence follows it."""
        import numpy as np

        self.add(np.zeros(_REACH, np.float32))
        return self._highest
