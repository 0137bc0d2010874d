"""A recording's frames to an MP3 of it in one preset, as they come; several take the same frames side by side."""

from __future__ import annotations

from typing import IO

from audiofy.audio import encoder, levels
from audiofy.model import Recording


class Master:
    """Writes one MP3 of a recording.

    Args:
        file: Where to; it must be able to seek.
        preset: A name of `encoder.PRESETS`.
        voice_rate: Frames a second of the voice, which a preset without a rate of its own has.
        frame_rate: Frames a second of what `write` is given; that of the preset without.
    """

    def __init__(self, file: IO[bytes], preset: str, *, voice_rate: int, frame_rate: int = 0) -> None:
        chosen = encoder.PRESETS[preset]
        self._preset, self._bitrate = preset, chosen.bitrate
        self.frame_rate = chosen.frame_rate or encoder.nearest_rate(voice_rate)
        self._mp3 = encoder.Encoder(file, bitrate=chosen.bitrate, frame_rate=self.frame_rate)
        self._convert = levels.converter(frame_rate or self.frame_rate, self.frame_rate)

    def write(self, pcm: bytes) -> None:
        """Encodes mono 16-bit frames."""
        self._mp3.write(self._convert(pcm))

    def close(self) -> None:
        """Writes the rest. The file stays open."""
        self._mp3.write(self._convert(b"", last=True))
        self._mp3.close()

    def recording(self, duration: float) -> Recording:
        """What is known of the MP3; its tags still change size and hash, and its name is the caller's."""
        return Recording(
            audio="",
            size=0,
            duration=duration,
            sha256="",
            preset=self._preset,
            bitrate=self._bitrate,
            frame_rate=self.frame_rate,
            encoder=encoder.name(),
        )
