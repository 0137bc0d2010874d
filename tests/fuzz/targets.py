"""Foreign bytes to the parsers that take them: whatever comes, they give a result or one of the errors they document."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output, settings
from audiofy.article.formats import read_page
from audiofy.article.policy import settle
from audiofy.audio.credentials import show
from audiofy.audio.tags import read_tags as read_back
from audiofy.audit.evidence.book import read_package
from audiofy.audit.evidence.feeds import read_feed
from audiofy.audit.evidence.tags import read_tags
from audiofy.audit.evidence.transcripts import read_transcript
from audiofy.audit.finding import Unavailable
from audiofy.errors import AudiofyError
from audiofy.model import Episode, Page
from audiofy.script.lexicon.files import from_pls, from_tsv
from audiofy.script.spoken import speakable

if TYPE_CHECKING:
    from collections.abc import Callable

_READING = settings.Settings().reading


def _page(media_type: str, url: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        with suppress(AudiofyError):
            settle(read_page(Page(url=url, content=content, media_type=media_type), _READING, raw=False), _READING)

    return read


def pls(content: bytes) -> None:
    """A pronunciation lexicon in XML."""
    with suppress(AudiofyError):
        from_pls(content, "fuzz.pls")


def tsv(content: bytes) -> None:
    """A pronunciation lexicon in tab-separated text."""
    with suppress(AudiofyError):
        from_tsv(content.decode("utf-8", "replace"), "fuzz.tsv")


def toml(content: bytes) -> None:
    """A settings file."""
    with suppress(AudiofyError):
        settings.decode(content)


def transcript(name: str) -> Callable[[bytes], None]:
    """A transcript file of that name."""

    def read(content: bytes) -> None:
        with suppress(ValueError, RecursionError):
            read_transcript(name, content)

    return read


def published_feed(content: bytes) -> None:
    """A feed that verify looks at."""
    with suppress(ValueError):
        read_feed(content)


def episode(content: bytes) -> None:
    """An episode.json."""
    with suppress(ValueError, RecursionError):
        output.decode(content, Episode)


def mp3(content: bytes) -> None:
    """An MP3's tag, by both readers, and its Content Credentials."""
    with tempfile.NamedTemporaryFile(suffix=".mp3") as file:
        file.write(content)
        file.flush()
        path = Path(file.name)
        with suppress(Unavailable):
            read_tags(path)
        with suppress(AudiofyError):
            read_back(path)
        with suppress(AudiofyError):
            show(path)


def published_book(content: bytes) -> None:
    """A talking book that verify looks at."""
    with tempfile.NamedTemporaryFile(suffix=".epub") as file:
        file.write(content)
        file.flush()
        with suppress(Unavailable):
            read_package(Path(file.name))


def printed(content: bytes) -> None:
    """Printed text on its way to an engine: no phonemes of its own may get through."""
    spoken = speakable(content.decode("utf-8", "replace"))
    assert "[[" not in spoken.text


TARGETS: dict[str, Callable[[bytes], None]] = {
    "copied": _page("text/plain", "fuzz.txt"),
    "html": _page("text/html", "https://news.example/fuzz"),
    "markdown": _page("text/markdown", "fuzz.md"),
    "feed": _page("application/rss+xml", "https://news.example/feed.xml"),
    "epub": _page("application/epub+zip", "fuzz.epub"),
    "published-book": published_book,
    "published-feed": published_feed,
    "pls": pls,
    "tsv": tsv,
    "toml": toml,
    "vtt": transcript("transcript.vtt"),
    "srt": transcript("transcript.srt"),
    "json": transcript("transcript.json"),
    "html-transcript": transcript("transcript.html"),
    "episode": episode,
    "mp3": mp3,
    "printed": printed,
}
