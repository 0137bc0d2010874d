"""An episode's folder to everything that checks look at, each read once and only when looked at."""

from __future__ import annotations

from functools import cached_property
from hashlib import file_digest
from typing import TYPE_CHECKING, TypeVar

from audiofy.audit.evidence.book import Book, read_book
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
    from audiofy.model import Article, Credential, Episode, Recording
    from audiofy.settings import Settings

TRANSCRIPTS = ("transcript.vtt", "transcript.srt", "transcript.json", "transcript.html", "transcript.txt")
PAGE = "index.html"
PLAYER = "player.html"

# What a reader of files raises for one that is not what it should be.
_UNREADABLE = (OSError, ValueError, RecursionError)

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
        for name in ("sound", "tags", "transcripts", "page", "player", "book"):
            vars(self).pop(name, None)

    @property
    def audio(self) -> Path:
        """The MP3, which may not be there."""
        return self.folder / self.episode.recording.audio

    @property
    def has_audio(self) -> bool:
        """Whether the MP3 is there; a name that no file can have is one of none."""
        try:
            return self.audio.is_file()
        except OSError:
            return False

    @property
    def copies(self) -> list[tuple[Recording, Path | None]]:
        """The copies in other presets with their files; None for one that is not in the folder."""
        return [(copy, self._beside(copy.audio)) for copy in self.episode.copies]

    def _beside(self, name: str) -> Path | None:
        path = self.folder / name
        try:
            return path if path.parent == self.folder and path.is_file() else None
        except (OSError, ValueError):  # a name that no file can have
            return None

    @property
    def has_page(self) -> bool:
        """Whether the episode's page is there."""
        return (self.folder / PAGE).is_file()

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

    @cached_property
    def copy_credentials(self) -> tuple[tuple[str, Credential | None], ...]:
        """The Content Credentials of the copies in other presets that are there, by file name."""
        there = [(copy.audio, path) for copy, path in self.copies if path]
        if there and self._credential is None:
            raise Unavailable("Content Credentials can't be read here; install audiofy[c2pa]")
        return tuple((name, self._credential(path)) for name, path in there if self._credential)

    def _of_audio(self, read: Callable[[Path], _T]) -> _T:
        if not self.has_audio:
            raise Unavailable("there is no MP3")
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
        return self._html(PAGE, "page")

    @cached_property
    def player(self) -> tuple[str, Any]:
        """The player for other sites: its text, and its tree."""
        return self._html(PLAYER, "player")

    def _html(self, name: str, kind: str) -> tuple[str, Any]:
        path = self.folder / name
        if not path.is_file():
            raise Unavailable(f"there is no {kind}")
        try:
            content = path.read_bytes()
            return text_of_html(content), parsed(content)
        except _UNREADABLE as error:
            raise Unavailable(f"the {kind} can't be read: {error}") from error

    @cached_property
    def book(self) -> Book:
        """The talking book."""
        path = self.folder / f"{self.folder.name}.epub"
        if not path.is_file():
            raise Unavailable("there is no book")
        return read_book(path)

    @cached_property
    def source(self) -> Article | AudiofyError:
        """The article as its source has it now, or why it can't be read."""
        if self._read is None:
            raise Unavailable("articles are compared with their sources only with --source")
        try:
            return self._read(self.episode.article.url)
        except AudiofyError as error:
            return error
