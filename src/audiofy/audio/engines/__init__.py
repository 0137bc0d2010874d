"""Text and voice to speech: the engines behind one interface.

An engine is a module with a class of this interface and a `version()`; `ENGINES` names it. Nothing of an engine is
loaded before it is asked for. Engines run in a booth (`audiofy.audio.booth`), where they can be stopped.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from audiofy.errors import CastingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from audiofy.model import Speech, Voice

# Engine name to where it lives, as "module:class".
ENGINES = {
    "espeak": "audiofy.audio.engines.espeak:Espeak",
    "sapi5": "audiofy.audio.engines.stock:Sapi5",
    "nsss": "audiofy.audio.engines.stock:NSSpeech",
    "tone": "audiofy.audio.engines.tone:Tone",
}


class Engine(Protocol):
    """What speaks.

    Making one loads what it needs and may raise MissingDependencyError.
    """

    name: str

    @staticmethod
    def version() -> str:
        """The version of what speaks, told without starting it: it is part of every fingerprint."""

    def voices(self) -> tuple[str, ...]:
        """The names that `Voice.engine_voice` may have, variants left out."""

    def speak(self, text: str, voice: Voice) -> Speech:
        """`text` in `voice`, whole, with the frame of each word where the engine tells.

        Raises:
            CastingError: The engine has no such voice.
            RecordingError: It failed.
        """


def engine_class(name: str, engines: Mapping[str, str] = ENGINES) -> type[Engine]:
    """The class of an engine.

    Raises:
        CastingError: There is no engine of that name.
    """
    if name not in engines:
        raise CastingError(f"There is no speech engine {name!r}.", f"Known engines: {', '.join(sorted(engines))}.")
    module, _, attribute = engines[name].partition(":")
    found: type[Engine] = getattr(import_module(module), attribute)
    return found


def versions(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Name and version of each engine, sorted, without starting one.

    Raises:
        CastingError: There is no engine of that name.
        MissingDependencyError: It isn't installed.
    """
    return tuple((name, engine_class(name).version()) for name in sorted(set(names)))


def phonemes(text: str, voice: Voice) -> str:
    """How `voice` would say `text`, in IPA; empty where its engine doesn't tell.

    Raises:
        CastingError: There is no such engine or voice.
        MissingDependencyError: The engine isn't installed.
    """
    if voice.engine != "espeak":
        return ""
    from audiofy.audio.engines.espeak import Espeak

    engine = Espeak()
    if "[[" in text:
        # espeak-ng reads phonemes in a text only if the last thing it said had some.
        engine.speak(text, voice)
    return engine.phonemes(text, voice)
