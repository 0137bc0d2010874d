"""Lists, OPML files and folders to the sources in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.article.sources.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = frozenset(".txt .text .md .markdown .html .htm .xhtml .epub .docx .pdf .eml".split())
_MOST_LINES = 100_000


def is_opml(content: bytes) -> bool:
    """Whether bytes look like an OPML file."""
    return b"<opml" in content[:2000].lower()


def read_opml(content: bytes, name: str) -> tuple[str, ...]:
    """The addresses of the feeds in an OPML file (http://opml.org/spec2.opml), each once.

    Raises:
        UnreadableSourceError: It is not XML.
    """
    found = (
        element.get("xmlUrl") or element.get("xmlurl") or "" for element in parse_xml(content, name).iter("outline")
    )
    return tuple(dict.fromkeys(filter(None, found)))


def read_list(text: str, folder: Path) -> tuple[str, ...]:
    """The sources in a list: one address or path a line, `#` begins a remark; none if the text is no list.

    Paths are looked up from `folder`, where the list is.
    """
    lines = [line.strip() for line in text.splitlines()[:_MOST_LINES]]
    lines = [line for line in lines if line and not line.startswith("#")]
    found = []
    for line in lines:
        if line.lower().startswith(("http://", "https://")) and " " not in line:
            found.append(line)
        elif len(line) < 1000 and Path(line).suffix.lower() in SUFFIXES and (folder / line).exists():  # a path
            found.append(str(folder / line))
        else:
            return ()
    return tuple(found)


def walk(folder: Path) -> Iterator[str]:
    """The files in a folder and the folders in it that may be articles, by name.

    What a browser saves beside a page (`NAME_files/`) is part of that page, and hidden files are nobody's.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            if not path.name.endswith(("_files", ".files")):
                yield from walk(path)
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            yield str(path)
