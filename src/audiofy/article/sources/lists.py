"""Lists, OPML files and folders to the sources in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.article.sources.links import is_web, linked
from audiofy.article.sources.xml import local, parse_xml, root_name
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SUFFIXES = frozenset(".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .epub .docx .pdf .eml".split())
_MOST_LINES = 100_000
_LONGEST_PATH = 1000
# How browsers call the folder beside a page, in their languages
# (https://learn.microsoft.com/windows/win32/shell/manage#connected-files).
_CONNECTED = tuple(
    """-Dateien _fichiers _bestanden _file _archivos -filer _tiedostot _pliki _soubory _elemei _ficheiros
    _arquivos _dosyalar _datoteke _fitxers _failid _fails _bylos _fajlovi _fitxategiak""".split()
)


def is_opml(content: bytes) -> bool:
    """Whether bytes look like an OPML file."""
    return root_name(content) == "opml"


def read_opml(content: bytes, name: str) -> tuple[str, ...]:
    """The feeds in an OPML file (http://opml.org/spec2.opml), and the OPML files that it includes, each once.

    Those of a file on this machine may be files beside it; those of one from the web are on the web.

    Raises:
        UnreadableSourceError: It is not XML.
    """
    outlines = [element for element in parse_xml(content, name).iter() if local(element) == "outline"]
    found = (_feed_of({key.lower(): value.strip() for key, value in outline.items()}) for outline in outlines)
    links = (linked(link, name) or ("" if is_web(name) else _beside(link, Path(name).parent)) for link in found)
    return tuple(dict.fromkeys(filter(None, links)))


def _feed_of(outline: dict[str, str]) -> str:
    """The feed that an outline names, or the OPML file that it stands for."""
    included = outline.get("type") in ("include", "link") and outline.get("url", "").lower().endswith(".opml")
    return outline.get("xmlurl") or (outline["url"] if included else "")


def _beside(link: str, folder: Path) -> str:
    """The file in `folder` or below that `link` names; empty for what is no such path."""
    path = Path(link)
    if not link or ":" in link or path.is_absolute() or ".." in path.parts:
        return ""
    return str(folder / path)


def read_list(text: str, folder: Path, *, certain: bool = False) -> tuple[str, ...]:
    """The sources in a list: one address or path a line, `#` begins a remark; none if the text is no list.

    Args:
        text: What may be a list.
        folder: Where it is; paths are looked up from there.
        certain: It is a list, by its name: what can't be found is named all the same, to fail as a source.
    """
    lines = (line.strip() for line in text.splitlines()[:_MOST_LINES])
    found = []
    for line in lines:
        if not line or line.startswith("#"):
            continue
        if is_web(line) and " " not in line:
            found.append(line)
        elif certain or _is_path(line, folder):
            found.append(line if "://" in line else str(folder / line))
        else:
            return ()
    return tuple(found)


def _is_path(line: str, folder: Path) -> bool:
    return len(line) < _LONGEST_PATH and Path(line).suffix.lower() in SUFFIXES and (folder / line).exists()


def is_folder(path: Path) -> bool:
    """Whether there is a folder; what may not be looked at, or has a name longer than any, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether there is a file; what may not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def walk(folder: Path) -> Iterator[str]:
    """The files in a folder and the folders in it that may be articles, by name.

    What a browser saves beside a page (`NAME_files/`) is part of that page, and hidden files are nobody's.

    Raises:
        UnreadableSourceError: A folder may not be read.
    """
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise UnreadableSourceError(
            f"Can't read the folder {folder}: {error.strerror}.", "Check its rights."
        ) from error
    names = {path.name for path in paths}
    for path in paths:
        if path.name.startswith("."):
            continue
        if is_folder(path) and not path.is_symlink():
            if not is_part_of_page(path.name, names):
                yield from walk(path)
        elif path.suffix.lower() in SUFFIXES and is_file(path):
            yield str(path)


def is_part_of_page(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder is what a browser saves with a page: its pictures, and the pages of advertisers.

    Args:
        folder: Its name.
        beside: The names of the files beside it.
    """
    if folder.endswith(("_files", ".files")):
        return True
    ending = next(filter(folder.endswith, _CONNECTED), "")
    page = folder.removesuffix(ending)
    return bool(ending) and any(page + suffix in beside for suffix in (".html", ".htm"))
