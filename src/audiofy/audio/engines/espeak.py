"""Text to speech by espeak-ng, through pyttsx3 and audiofy's own driver for it."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from audiofy.audio.engines import driver, library
from audiofy.errors import AudiofyError, CastingError, EngineCrashedError

if TYPE_CHECKING:
    from audiofy.model import Speech, Voice

_IPA = 0x02


class Espeak:
    """espeak-ng. One in a process: the library has one state."""

    name = "espeak"

    def __init__(self) -> None:
        """Loads the library and hands the driver to pyttsx3.

        Raises:
            MissingDependencyError: There is no libespeak-ng.
        """
        library.bindings()
        driver.register()
        import pyttsx3

        self._pyttsx3 = pyttsx3.init(driver.NAME)
        self._errors: list[Exception] = []
        self._pyttsx3.connect("error", self._on_error)

    @staticmethod
    def version() -> str:
        """The version of libespeak-ng, such as "1.52.0"."""
        return library.version()

    def voices(self) -> tuple[str, ...]:
        """The names of espeak-ng's languages, such as "en-us"; "+f1" to "+f5", "+m1" to "+m8" and more vary them."""
        return tuple(sorted(set(self._pyttsx3.getProperty("voices"))))

    def speak(self, text: str, voice: Voice) -> Speech:
        """`text` in `voice`; text between `[[` and `]]` is espeak's own phoneme mnemonics.

        Raises:
            CastingError: There is no such language or variant.
            EngineCrashedError: espeak-ng stopped before the end.
        """
        self._tune(voice)
        # pyttsx3 leaves a line without text out of its queue, and we would hear the line before once more.
        self._pyttsx3.say(text if text.strip() else ".")
        self._run()
        speech: Speech = self._pyttsx3.getProperty("speech")
        return speech

    def phonemes(self, text: str, voice: Voice, *, ipa: bool = True) -> str:
        """How `voice` would say `text`: in IPA, or in espeak's mnemonics, one line a clause.

        Raises:
            CastingError: There is no such language or variant.
        """
        self._tune(voice)
        self._run()
        translate = library.text_to_phonemes()
        source = ctypes.create_string_buffer(text.encode("utf-8"))
        rest = ctypes.c_void_p(ctypes.addressof(source))
        clauses = []
        while rest.value:
            told = translate(ctypes.byref(rest), 1, _IPA if ipa else 0)
            clauses.append((told or b"").decode("utf-8").strip())
        return "\n".join(clause for clause in clauses if clause)

    def _tune(self, voice: Voice) -> None:
        """Queues the voice's properties: the voice first, since choosing one resets the others in espeak-ng."""
        self._errors = []
        self._pyttsx3.setProperty("voice", voice.engine_voice)
        self._pyttsx3.setProperty("rate", voice.rate)
        self._pyttsx3.setProperty("pitch", voice.pitch)
        self._pyttsx3.setProperty("volume", voice.volume)

    def _run(self) -> None:
        """Works off pyttsx3's queue; pyttsx3 swallows errors, so the first that it reported is raised here."""
        self._pyttsx3.runAndWait()
        if self._errors:
            error = self._errors[0]
            if isinstance(error, CastingError):
                raise CastingError(error.message, error.remedy) from error
            if isinstance(error, AudiofyError):
                raise error
            raise EngineCrashedError(f"espeak-ng failed: {error!r}.") from error

    def _on_error(self, name: Any, exception: Exception) -> None:  # noqa: ARG002 - pyttsx3 names the arguments
        self._errors.append(exception)
