"""Engines in this process: for a slot of a batch, which is itself a child that can be stopped, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audio.booth.check import checked
from audiofy.audio.engines import ENGINES, Engine, engine_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from audiofy.model import Speech, Voice


class LocalBooth:
    """A booth in this process: no deadline, and an engine that dies takes the process with it.

    Args:
        engines: Engine name to "module:class".
    """

    def __init__(self, engines: Mapping[str, str] = ENGINES) -> None:
        self._known = engines
        self._engines: dict[str, Engine] = {}

    def speak(self, lines: Iterable[tuple[str, Voice]]) -> Iterator[Speech]:
        """Speaks each text as it is asked for; raises as `Booth.speak` says."""
        for text, voice in lines:
            if voice.engine not in self._engines:
                self._engines[voice.engine] = engine_class(voice.engine, self._known)()
            yield checked(self._engines[voice.engine].speak(text, voice), text, voice)

    def close(self) -> None:
        """Lets go of the engines."""
        self._engines = {}
