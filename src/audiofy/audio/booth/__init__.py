"""Where engines speak: in this process, or in a child that can be stopped.

A booth speaks lines in order, one engine call at a time. `open_booth` returns at once: the child starts while its
caller does something else, and speaks the next lines while this process levels and encodes the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiofy.model import Speech, Voice


class Booth(Protocol):
    """A place where engines speak."""

    def speak(self, lines: Iterable[tuple[str, Voice]]) -> Iterator[Speech]:
        """Speaks each text in its voice, in order.

        Raises:
            CastingError: There is no such engine or voice.
            MissingDependencyError: The engine isn't installed.
            EngineCrashedError: It died, or gave no sound or only part of it.
            EngineTimeoutError: It took longer than the deadline.
        """

    def close(self) -> None:
        """Ends it, and whatever still speaks in it."""


def open_booth(deadline: float = 60.0) -> Booth:
    """A booth in a child process, which starts at once; `deadline` is how many seconds one clip may take."""
    from audiofy.audio.booth.child import ChildBooth

    return ChildBooth(deadline=deadline)
