"""What is heard, and when. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a word begins: character `at` of the spoken text is heard from `frame` on."""

    at: int
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What an engine said: `pcm` is mono, 16-bit, little endian; `words` are in order, empty where it doesn't tell."""

    pcm: bytes
    frame_rate: int
    words: tuple[Mark, ...] = ()

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return len(self.pcm) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCue:
    """Printed characters `start` to `end` of a line are heard from `time` (seconds) on."""

    time: float
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is heard from `start` to `end` (seconds): a line of the script, or a sound (`line` is -1)."""

    start: float
    end: float
    line: int
    voice: str = ""
    sound: str = ""
    words: tuple[WordCue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading of the article and where it is heard (seconds)."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The audio of an episode as measured: file name, bytes, seconds, and what it was made with."""

    audio: str
    size: int
    duration: float
    sha256: str
    preset: str
    bitrate: int
    frame_rate: int
    encoder: str
