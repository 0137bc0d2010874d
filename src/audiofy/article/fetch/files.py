"""A path or standard input to a Page."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Page

_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".opml": "text/x-opml",
    ".json": "application/json",
    ".epub": "application/epub+zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".mhtml": "message/rfc822",
    ".mht": "message/rfc822",
}
# What may be one article by itself; feeds and lists hold many.
_ARTICLES = frozenset(".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .docx .pdf .eml".split())

# Of what is no file, as a whole paragraph, so much is enough to know it by.
_LONGEST = 200


def read_file(source: str, most: int) -> Page:
    """The file at a path.

    Raises:
        SourceNotFoundError: There is no such file.
        UnreadableSourceError: It is a folder, may not be read, or is larger than `most` bytes.
    """
    path = Path(source)
    if not source.strip():  # an empty path is the folder one stands in
        raise SourceNotFoundError("The source has no name.", "Check the variable that should hold it.")
    try:
        if path.is_dir():
            path = _only_page(path, source)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise _missing(source) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UnreadableSourceError(f"Can't read {source[:200]}: {reason}.", "Check the path.") from error
    check_size(content, source, most)
    return Page(url=source, content=content, media_type=media_type_of(path.name))


def media_type_of(name: str) -> str:
    """What a file is by its name; empty where that doesn't tell."""
    return _TYPES.get(Path(name).suffix.lower(), "")


def _missing(source: str) -> SourceNotFoundError:
    name = source if len(source) <= _LONGEST else f"{source[:_LONGEST]}…"
    remedy = "Check the path."
    if re.match(r"www\.|[a-z][a-z0-9+-]*://", source, re.IGNORECASE):
        remedy = "An address begins with https:// or http://."
    return SourceNotFoundError(f"There is no file {name.rstrip('.')}.", remedy)


def _only_page(folder: Path, source: str) -> Path:
    """The one article in a folder: what a browser saves as a whole page."""
    pages = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in _ARTICLES and path.is_file()]
    index = [path for path in pages if path.stem.lower() == "index"]
    if not pages:
        endings = ", ".join(sorted(_ARTICLES))
        raise UnreadableSourceError(f"There is no article in the folder {source}.", f"Articles end in {endings}.")
    if len(index or pages) != 1:
        raise UnreadableSourceError(
            f"{source} is a folder with {len(pages)} articles.", "Name a file in it, or convert the folder."
        )
    return (index or pages)[0]


def read_standard_input(most: int) -> Page:
    """Everything on standard input.

    Raises:
        UnreadableSourceError: There are more than `most` bytes.
    """
    content = sys.stdin.buffer.read(most + 1)
    check_size(content, "Standard input", most)
    return Page(url="-", content=content, media_type="")


def check_size(content: bytes, name: str, most: int) -> None:
    """Refuses more than `most` bytes.

    Raises:
        UnreadableSourceError: There are more.
    """
    if len(content) > most:
        raise UnreadableSourceError(
            f"{name} is larger than {most / 1e6:g} MB, which is more than an article.",
            "Cut it into articles, or raise max_bytes under [fetching] in audiofy.toml.",
        )
