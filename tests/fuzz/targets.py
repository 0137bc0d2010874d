"""Foreign bytes to the parsers that take them: whatever comes, they give a result or one of the errors they document."""

from __future__ import annotations

import io
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output, settings
from audiofy.article.documents.epub import chapters
from audiofy.article.formats import read_page
from audiofy.article.policy import settle
from audiofy.article.sources import unpacked
from audiofy.article.sources.feeds import read_feed as read_entries
from audiofy.article.sources.lists import read_opml
from audiofy.article.sources.sitemaps import read_sitemap
from audiofy.audio.credentials import show
from audiofy.audio.tags import read_tags as read_back
from audiofy.audit.evidence.book import read_book
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
_FEED = "https://news.example/feed.xml"
_MOST_PARTS = 3


def _article(content: bytes, media_type: str, url: str, part: str = "") -> None:
    with suppress(AudiofyError):
        page = Page(url=url, content=content, media_type=media_type)
        found = read_page(page, _READING, part=part, raw=False)
        settle(found, _READING, found.article.language)


def _page(media_type: str, url: str) -> Callable[[bytes], None]:
    return lambda content: _article(content, media_type, url)


def source_feed(content: bytes) -> None:
    """A feed of articles, and the first of those that it holds in full."""
    with suppress(AudiofyError):
        entries = [entry for entry in read_entries(content, _FEED) if entry.content]
        for entry in entries[:_MOST_PARTS]:
            _article(content, "application/rss+xml", _FEED, entry.key)


def source_book(content: bytes) -> None:
    """A book of articles, and its first chapters."""
    with suppress(AudiofyError):
        for number, _ in enumerate(chapters(content, "fuzz.epub")[:_MOST_PARTS], 1):
            _article(content, "application/epub+zip", "fuzz.epub", str(number))


def packed(read: Callable[[bytes], None], members: tuple[str, ...]) -> Callable[[bytes], None]:
    """A package whose members, divided by NUL, are the bytes: a changed byte of a real one only breaks a checksum."""

    def pack(content: bytes) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            for member, part in zip(members, content.split(b"\0"), strict=False):
                package.writestr(member, part)
        read(file.getvalue())

    return pack


def addresses(content: bytes) -> None:
    """A sitemap or a list of feeds, packed or not."""
    with suppress(AudiofyError):
        plain = unpacked(content, 1_000_000)
        read_sitemap(plain, "fuzz.xml")
        read_opml(plain, "fuzz.opml")


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
            read_book(Path(file.name))


def printed(content: bytes) -> None:
    """Printed text on its way to an engine: no phonemes of its own may get through."""
    spoken = speakable(content.decode("utf-8", "replace"))
    assert "[[" not in spoken.text


BOOK = ("META-INF/container.xml", "book.opf", "a.xhtml")
DOCUMENT = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "docProps/core.xml")

TARGETS: dict[str, Callable[[bytes], None]] = {
    "copied": _page("text/plain", "fuzz.txt"),
    "html": _page("text/html", "https://news.example/fuzz"),
    "markdown": _page("text/markdown", "fuzz.md"),
    "feed": source_feed,
    "json-feed": source_feed,
    "epub": source_book,
    "epub-parts": packed(source_book, BOOK),
    "docx": _page("", "fuzz.docx"),
    "docx-parts": packed(_page("", "fuzz.docx"), DOCUMENT),
    "pdf": _page("application/pdf", "fuzz.pdf"),
    "mail": _page("message/rfc822", "fuzz.eml"),
    "addresses": addresses,
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
