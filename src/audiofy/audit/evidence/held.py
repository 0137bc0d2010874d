"""An episode's folder to everything that checks look at, each read once and only when looked at."""

from __future__ import annotations

from functools import cached_property
from hashlib import file_digest
from typing import TYPE_CHECKING, TypeVar

from audiofy.audit.evidence.book import read_package
from audiofy.audit.evidence.sound import listen
from audiofy.audit.evidence.tags import read_tags
from audiofy.audit.evidence.transcripts import Transcript, parsed, read_transcript, text_of_html
from audiofy.audit.finding import Unavailable
from audiofy.errors import AudiofyError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from audiofy.audit.evidence.sound import Sound
    from audiofy.audit.evidence.tags import Tags
    from audiofy.model import Article, Credential, Episode
    from audiofy.settings import Settings

TRANSCRIPTS = ("transcript.vtt", "transcript.srt", "transcript.json", "transcript.html", "transcript.txt")
PAGE = "index.html"
PLAYER = "player.html"

# What a reader of files raises for one that is not what it should be.
_UNREADABLE = (ValueError, RecursionError)

_T = TypeVar("_T")


class Held:
    """An episode, the files beside it, and the settings it was made under.

    Args:
        folder: Where it is.
        episode: What episode.json says.
        settings: What is in force.
        credential: Reads the Content Credentials of a file.
        read: Reads the article from its source again; without, nothing is fetched.
    """

    def __init__(
        self,
        folder: Path,
        episode: Episode,
        settings: Settings,
        *,
        credential: Callable[[Path], Credential | None] | None = None,
        read: Callable[[str], Article] | None = None,
    ) -> None:
        self.folder = folder
        self.episode = episode
        self.settings = settings
        self._credential = credential
        self._read = read

    def forget(self) -> None:
        """Lets go of what was read: decoded audio is large, and an archive has many episodes."""
        for name in ("sound", "tags", "transcripts", "page"):
            vars(self).pop(name, None)

    @property
    def audio(self) -> Path:
        """The MP3, which may not be there."""
        return self.folder / self.episode.recording.audio

    @cached_property
    def sound(self) -> Sound:
        """The MP3, decoded."""
        return self._of_audio(listen)

    @cached_property
    def tags(self) -> Tags:
        """The MP3's tag."""
        return self._of_audio(read_tags)

    @cached_property
    def sha256(self) -> str:
        """The MP3's hash."""
        return self._of_audio(self.digest)

    @staticmethod
    def digest(path: Path) -> str:
        """The hash of a file."""
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    @cached_property
    def credential(self) -> Credential | None:
        """The MP3's Content Credentials."""
        if self._credential is None:
            raise Unavailable("Content Credentials can't be read here; install audiofy[c2pa]")
        return self._of_audio(self._credential)

    def _of_audio(self, read: Callable[[Path], _T]) -> _T:
        if not self.audio.is_file():
            raise Unavailable(f"there is no {self.audio.name}")
        return read(self.audio)

    @cached_property
    def transcripts(self) -> dict[str, Transcript | str]:
        """The transcripts that are there by file name, or why one can't be read."""
        found: dict[str, Transcript | str] = {}
        for name in TRANSCRIPTS:
            path = self.folder / name
            if path.is_file():
                try:
                    found[name] = read_transcript(name, path.read_bytes())
                except _UNREADABLE as error:
                    found[name] = str(error)
        if not found:
            raise Unavailable("there is no transcript")
        return found

    @property
    def readable(self) -> dict[str, Transcript]:
        """The transcripts that can be read."""
        return {name: one for name, one in self.transcripts.items() if isinstance(one, Transcript)}

    @cached_property
    def page(self) -> tuple[str, Any]:
        """The episode's page: its text, and its tree."""
        path = self.folder / PAGE
        if not path.is_file():
            raise Unavailable("there is no page")
        content = path.read_bytes()
        try:
            return text_of_html(content), parsed(content)
        except _UNREADABLE as error:
            raise Unavailable(f"the page can't be read: {error}") from error

    @property
    def player(self) -> str:
        """What the player for other sites says."""
        path = self.folder / PLAYER
        if not path.is_file():
            raise Unavailable("there is no player")
        try:
            return text_of_html(path.read_bytes())
        except _UNREADABLE as error:
            raise Unavailable(f"the player can't be read: {error}") from error

    @property
    def book(self) -> str:
        """The package document of the talking book, as text."""
        path = self.folder / f"{self.folder.name}.epub"
        if not path.is_file():
            raise Unavailable("there is no book")
        return read_package(path)

    @cached_property
    def source(self) -> Article | AudiofyError:
        """The article as its source has it now, or why it can't be read."""
        if self._read is None:
            raise Unavailable("the source was not asked for")
        try:
            return self._read(self.episode.article.url)
        except AudiofyError as error:
            return error
