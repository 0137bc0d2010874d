"""PCM to MP3, in process and as it comes; the only lameenc."""

from __future__ import annotations

from importlib.metadata import version
from typing import NamedTuple

# LAME's quality setting (0 best and slowest to 9): see docs/audio.md for what was measured.
QUALITY = 5


class Preset(NamedTuple):
    """Bit rate in kbit/s and sampling rate in frames a second; 0 is the voice's own."""

    bitrate: int
    frame_rate: int


PRESETS = {"podcast": Preset(96, 44_100), "web": Preset(64, 0)}


class Encoder:
    """A constant-bit-rate mono MP3 encoder.

    Constant, because lameenc writes no header that would tell a player the length of anything else.
    """

    def __init__(self, *, bitrate: int, frame_rate: int) -> None:
        import lameenc

        self._lame = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_channels(1)
        self._lame.set_bit_rate(bitrate)
        self._lame.set_in_sample_rate(frame_rate)
        self._lame.set_out_sample_rate(frame_rate)
        self._lame.set_quality(QUALITY)

    def encode(self, pcm: bytes) -> bytes:
        """What is ready of the MP3 after these mono 16-bit frames."""
        return bytes(self._lame.encode(pcm))

    def finish(self) -> bytes:
        """The rest of the MP3."""
        return bytes(self._lame.flush())


def name() -> str:
    """The encoder with its version, as tags give it."""
    return f"LAME (lameenc {version('lameenc')})"
