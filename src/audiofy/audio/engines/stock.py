"""Text to speech by the voices of Windows (SAPI5) and macOS (NSSpeech), through pyttsx3's own drivers.

These drivers write a file and tell no word positions that hold for it, so their speech has no word marks. Neither takes
a pitch: voices of these engines differ by `engine_voice` and `rate`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from audiofy.errors import CastingError, EngineCrashedError, MissingDependencyError
from audiofy.model import Speech

if TYPE_CHECKING:
    from audiofy.model import Voice


class Stock:
    """What the two have in common.

    Raises:
        MissingDependencyError: This is another operating system, or its speech doesn't work.
    """

    name: ClassVar[str]
    system: ClassVar[str]

    def __init__(self) -> None:
        import pyttsx3

        try:
            self._pyttsx3: Any = pyttsx3.init(self.name)
        except (ImportError, OSError, RuntimeError) as error:
            raise MissingDependencyError(
                f"The engine {self.name} can't be used here: it comes with {self.system}.", "Use voices of espeak."
            ) from error
        self._errors: list[Exception] = []
        self._pyttsx3.connect("error", self._on_error)

    @staticmethod
    def version() -> str:
        """The version of the operating system, which its voices come with."""
        import platform

        return platform.version()

    def voices(self) -> tuple[str, ...]:
        """The identifiers of the installed voices."""
        return tuple(voice.id for voice in self._pyttsx3.getProperty("voices"))

    def speak(self, text: str, voice: Voice) -> Speech:
        """`text` in the voice whose identifier or name is `voice.engine_voice`.

        Raises:
            CastingError: There is no such voice.
            EngineCrashedError: The driver reported an error, or left no sound.
        """
        self._errors = []
        self._pyttsx3.setProperty("voice", self._identifier(voice.engine_voice))
        self._pyttsx3.setProperty("rate", voice.rate)
        self._pyttsx3.setProperty("volume", voice.volume)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "speech.wav")
            self._pyttsx3.save_to_file(text, str(path))
            self._pyttsx3.runAndWait()
            if self._errors:
                raise EngineCrashedError(f"The engine {self.name} failed: {self._errors[0]!r}.") from self._errors[0]
            return _read(path, self.name)

    def _identifier(self, wanted: str) -> str:
        for known in self._pyttsx3.getProperty("voices"):
            if wanted in {known.id, known.name}:
                return str(known.id)
        raise CastingError(f"{self.system} has no voice {wanted!r}.", "Install it in the system's settings.")

    def _on_error(self, name: Any, exception: Exception) -> None:  # noqa: ARG002 - pyttsx3 names the arguments
        self._errors.append(exception)


class Sapi5(Stock):
    """The voices of Windows."""

    name = "sapi5"
    system = "Windows"


class NSSpeech(Stock):
    """The voices of macOS."""

    name = "nsss"
    system = "macOS"


def _read(path: Path, engine: str) -> Speech:
    """A sound file as mono speech: Windows writes WAV, macOS AIFF whatever the file is called."""
    import soundfile

    try:
        samples, frame_rate = soundfile.read(path, dtype="int16", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise EngineCrashedError(
            f"The engine {engine} left no sound.", "Run it again, or try another voice."
        ) from error
    return Speech(pcm=samples[:, 0].astype("<i2").tobytes(), frame_rate=frame_rate)
