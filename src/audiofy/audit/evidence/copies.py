"""An MP3 that has left its folder to what it still says of itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from audiofy.audit.evidence.sound import listen
from audiofy.audit.evidence.tags import read_tags
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from audiofy.audit.evidence.sound import Sound
    from audiofy.audit.evidence.tags import Tags
    from audiofy.model import Credential


class Copy:
    """A lone MP3.

    Args:
        audio: Where it is.
        credential: Reads the Content Credentials of a file.
    """

    def __init__(self, audio: Path, credential: Callable[[Path], Credential | None] | None) -> None:
        self.audio = audio
        self._credential = credential

    @cached_property
    def sound(self) -> Sound:
        """The MP3, decoded."""
        return listen(self.audio)

    @cached_property
    def tags(self) -> Tags:
        """The MP3's tag."""
        return read_tags(self.audio)

    @cached_property
    def credential(self) -> Credential:
        """The MP3's Content Credentials."""
        if self._credential is None:
            raise Unavailable("Content Credentials can't be read here; install audiofy[c2pa]")
        found = self._credential(self.audio)
        if found is None:
            raise Unavailable(f"{self.audio.name} has no Content Credentials")
        return found
