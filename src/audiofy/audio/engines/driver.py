"""A pyttsx3 driver for espeak-ng that holds still: text to frames in memory, in the calling thread.

pyttsx3's own driver runs espeak's background thread against a polling loop, prints to stdout, speaks in another voice
when the one asked for is unknown and throws the position of words away. This one has the same interface and runs
espeak-ng in its synchronous mode: `runAndWait` returns when everything has been said, and the property `speech` holds
it. An error in a queued command reaches the topic "error", as pyttsx3 has it.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

from audiofy.audio.engines.library import bindings, data_folder
from audiofy.errors import CastingError, EngineCrashedError, MissingDependencyError
from audiofy.model import Mark, Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "audiofy_espeak"
_BUFFER_MS = 1000


class UnknownVoiceError(CastingError):
    """espeak-ng has no such language or variant."""


def buildDriver(proxy: Any) -> Driver:  # noqa: N802 - pyttsx3 looks for this name
    """What pyttsx3 calls when it is asked for this driver."""
    return Driver(proxy)


def register() -> None:
    """Makes `pyttsx3.init(NAME)` find this module: it looks for `pyttsx3.drivers.NAME`."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


class Driver:
    """The driver. espeak-ng has one state in a process, and so one Driver is all a process can have."""

    frame_rate = 0

    def __init__(self, proxy: Any) -> None:
        """Starts espeak-ng, once in a process: it can't be ended and started again."""
        self._espeak = bindings()
        self._proxy = proxy
        self._chunks: list[bytes] = []
        self._marks: list[Mark] = []
        self._identifiers: dict[str, str] = {}
        self._whole = False
        self._looping = False
        self.speech = Speech(pcm=b"", frame_rate=Driver.frame_rate)
        if not Driver.frame_rate:
            rate = self._espeak.Initialize(self._espeak.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS, data_folder(), 0)
            if rate <= 0:
                raise MissingDependencyError("espeak-ng can't find its data.", "Reinstall espeakng-loader.")
            Driver.frame_rate = rate
        self._espeak.SetSynthCallback(self._on_frames)

    def destroy(self) -> None:
        """Lets go of espeak-ng, which stays initialised."""
        self._chunks = []

    def say(self, text: str) -> None:
        """Speaks `text` and returns when it is spoken.

        Raises:
            EngineCrashedError: espeak-ng refused it, or stopped before its end.
        """
        espeak = self._espeak
        self._chunks, self._marks, self._whole = [], [], False
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        flags = espeak.CHARS_UTF8 | (espeak.PHONEMES if "[[" in text else 0)
        result = espeak.Synth(text.encode("utf-8"), flags=flags)
        self.speech = Speech(pcm=b"".join(self._chunks), frame_rate=Driver.frame_rate, words=tuple(self._marks))
        self._proxy.notify("finished-utterance", completed=self._whole)
        self._proxy.setBusy(False)
        if result != espeak.EE_OK or not self._whole:
            raise EngineCrashedError(f"espeak-ng stopped before the end of a line (it returned {result}).")

    def _on_frames(self, wav: Any, count: int, events: Any) -> int:
        """Called by espeak-ng in this thread for each buffer, and without one at the end; 0 means go on."""
        if not wav:
            self._whole = True
            return 0
        self._chunks.append(ctypes.string_at(wav, 2 * count))
        index = 0
        while (event := events[index]).type != self._espeak.EVENT_LIST_TERMINATED:
            # A word in a foreign script is spelled with an event a letter, all at the word's own position.
            fresh = not self._marks or event.text_position - 1 > self._marks[-1].at
            if event.type == self._espeak.EVENT_WORD and fresh:
                self._marks.append(Mark(at=event.text_position - 1, frame=event.sample))
            index += 1
        return 0

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3 calls it so
        """Sets "voice" (a name such as "en-us+f3"), "rate" (words a minute), "pitch" (0 to 100) or "volume" (0 to 1).

        Raises:
            UnknownVoiceError: There is no such voice or variant.
            KeyError: There is no such property.
        """
        espeak = self._espeak
        if name == "voice":
            self._choose(str(value))
            return
        parameter, number = {
            "rate": (espeak.RATE, value),
            "pitch": (espeak.PITCH, value),
            "volume": (espeak.VOLUME, value * 100),
        }[name]
        espeak.SetParameter(parameter, round(number), 0)

    def _choose(self, name: str) -> None:
        espeak = self._espeak
        language, plus, variant = name.partition("+")
        # espeak-ng finds voices by their file name; "en-gb" is a language of a voice whose file is "en".
        for candidate in (name, self._identifier(language) + plus + variant):
            if candidate and espeak.SetVoiceByName(candidate.encode("utf-8")) == espeak.EE_OK:
                break
        else:
            raise UnknownVoiceError(f"espeak-ng has no voice {name!r}.", "`audiofy doctor` lists its languages.")
        # An unknown variant is no error to espeak-ng: it speaks in the plain voice. What it loaded, its name tells.
        if variant and not espeak.GetCurrentVoice().contents.identifier.decode().endswith(f"+{variant}"):
            raise UnknownVoiceError(f"espeak-ng has no variant {variant!r} (of {name!r}).", "Try +f2 or +m3.")

    def _identifier(self, language: str) -> str:
        """The file of the voice whose first language is `language`, or nothing."""
        if not self._identifiers:
            for voice in self._espeak.ListVoices(None):
                self._identifiers.setdefault(voice.languages[1:].decode().lower(), voice.identifier.decode())
        return self._identifiers.get(language.lower(), "")

    def getProperty(self, name: str) -> Any:  # noqa: N802 - pyttsx3 calls it so
        """The value of a property; "voices" is every language's name, "speech" what was said last.

        Raises:
            KeyError: There is no such property.
        """
        espeak = self._espeak
        if name == "speech":
            return self.speech
        if name == "voices":
            return [voice.languages[1:].decode() for voice in espeak.ListVoices(None)]
        if name == "voice":
            return espeak.GetCurrentVoice().contents.identifier.decode()
        scale = {"rate": (espeak.RATE, 1), "pitch": (espeak.PITCH, 1), "volume": (espeak.VOLUME, 100)}
        parameter, divisor = scale[name]
        # Not by pyttsx3's binding, which leaves out the argument that asks for the value in force.
        return espeak.dll.espeak_GetParameter(parameter, 1) / divisor

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3 calls it so
        """Works off the queue."""
        self._looping = True
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3 calls it so
        """Ends the loop, which has nothing left to do by then."""
        self._looping = False

    def iterate(self) -> Iterator[None]:
        """Works off the queue in somebody else's loop."""
        self._proxy.setBusy(False)
        yield

    def stop(self) -> None:
        """Nothing speaks in the background, so there is nothing to stop."""
