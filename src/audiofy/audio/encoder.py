"""PCM to MP3, in process and as it comes; the only lameenc.

The bit rate is constant. LAME's own program puts an Info frame before the sound, which tells players how long it is and
how many frames of it are the encoder's own; lameenc writes none, so it is written here.
"""

from __future__ import annotations

import struct
from importlib.metadata import version
from typing import IO, NamedTuple

# LAME's quality setting, 0 (slowest) to 9. Of synthetic speech, 7 keeps more than any slower one, at half the cost of
# 5: below 7 LAME shapes its noise, which lowers PESQ and the signal-to-noise ratio. Measured in docs/audio.md.
QUALITY = 7

# LAME multiplies what it is given by this (lame_set_scale; measured -0.446 dB over speech).
SCALE = 0.95

# Frames of silence that LAME puts before the sound, and that its padding fills the last MP3 frame with (Info frame).
_DELAY = 576

# MPEG-1 Layer III has these rates; MPEG-2 halves of them, MPEG-2.5 quarters (ISO 11172-3, 13818-3).
_RATES = (44_100, 48_000, 32_000)
_BITRATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


class Preset(NamedTuple):
    """Bit rate in kbit/s and frames a second; 0 is the voice's own rate."""

    bitrate: int
    frame_rate: int


PRESETS = {"podcast": Preset(96, 44_100), "web": Preset(64, 0)}


def name() -> str:
    """The encoder with its version, as tags give it."""
    return f"LAME 3.100 (lameenc {version('lameenc')})"


def nearest_rate(frame_rate: int) -> int:
    """The lowest rate that MP3 has which is not below `frame_rate`, or the highest."""
    rates = sorted(rate // divisor for rate in _RATES for divisor in (1, 2, 4))
    return next((rate for rate in rates if rate >= frame_rate), rates[-1])


class Encoder:
    """Writes a mono MP3 to a file that can seek.

    Args:
        file: Where to; the MP3 begins where the file stands.
        bitrate: kbit/s.
        frame_rate: Frames a second, of what is written and of the MP3; one that MP3 has (`nearest_rate`).
    """

    def __init__(self, file: IO[bytes], *, bitrate: int, frame_rate: int) -> None:
        import lameenc

        self._file, self._bitrate, self._frame_rate = file, bitrate, frame_rate
        self._lame = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_channels(1)
        self._lame.set_bit_rate(bitrate)
        self._lame.set_in_sample_rate(frame_rate)
        self._lame.set_out_sample_rate(frame_rate)
        self._lame.set_quality(QUALITY)
        self._start = file.tell()
        self._frames = 0
        self._bytes = 0
        file.write(info_frame(bitrate, frame_rate, frames=0, size=0))

    def write(self, pcm: bytes) -> None:
        """Encodes 16-bit frames."""
        self._frames += len(pcm) // 2
        self._bytes += self._file.write(self._lame.encode(pcm))

    def close(self) -> None:
        """Writes the rest, and the Info frame in front now that the length is known. The file stays open."""
        if self._frames:  # LAME has nothing to flush before the first frame, and says so with an error
            self._bytes += self._file.write(self._lame.flush())
        end = self._file.tell()
        self._file.seek(self._start)
        self._file.write(info_frame(self._bitrate, self._frame_rate, frames=self._frames, size=self._bytes))
        self._file.seek(end)


def info_frame(bitrate: int, frame_rate: int, *, frames: int, size: int) -> bytes:
    """The MP3 frame that tells players about a constant-bit-rate MP3; to a decoder that doesn't know it, silence.

    As LAME 3.100 writes it (its VbrTag.c), without the checksum over the music.

    Args:
        bitrate: kbit/s.
        frame_rate: Frames a second.
        frames: PCM frames that were encoded.
        size: Bytes of the MP3 without this frame.
    """
    version_number = 1 if frame_rate in _RATES else 2
    divisor = next(divisor for divisor in (1, 2, 4) if frame_rate * divisor in _RATES)
    granules = 144 if version_number == 1 else 72
    exact_length = granules * bitrate * 1000 / frame_rate  # bytes; LAME pads frames so that the sum is right
    length = int(exact_length)
    count = round(size / exact_length)
    padding = count * granules * 8 - _DELAY - frames if count else 0
    header = bytes(
        [
            0xFF,
            {1: 0xFB, 2: 0xF3, 4: 0xE3}[divisor],
            _BITRATES[version_number].index(bitrate) << 4 | _RATES.index(frame_rate * divisor) << 2,
            0xC0,  # mono
        ]
    )
    side = bytes(17 if version_number == 1 else 9)
    contents = bytes(index * 256 // 100 for index in range(100))  # where each hundredth of the time begins
    xing = b"Info" + struct.pack(">III", 0x0F, count, size + length) + contents + struct.pack(">I", 100 - 10 * QUALITY)
    gapless = struct.pack(">I", _DELAY << 12 | padding)[1:]
    lame = b"LAME3.100" + bytes([0x01, 0]) + bytes(8) + bytes([0x04, min(bitrate, 255)]) + gapless + bytes(4)
    lame += struct.pack(">IH", size + length, 0)
    frame = header + side + xing + lame
    frame += struct.pack(">H", _crc16(frame))
    return frame.ljust(length, b"\0")


def _crc16(data: bytes) -> int:
    """CRC-16/ARC, which the Info frame ends with."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
