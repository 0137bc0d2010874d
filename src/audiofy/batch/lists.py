"""A list of sources to jobs: a source a line, CSV, or JSON Lines."""

from __future__ import annotations

import csv
import glob
import io
import itertools
import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from audiofy.batch.job import Job
from audiofy.errors import SourceNotFoundError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many lines without a path or address are no list.
ENOUGH = 20
# An article given as a list may begin with a line of any length.
_LONGEST_HEADER = 1000
COLUMNS = ("source", "voice", "language", "title")


class Entry(msgspec.Struct, forbid_unknown_fields=True):
    """A line of a JSON Lines list."""

    source: str
    voice: str = ""
    language: str = ""
    title: str = ""


def read_list(name: str) -> Iterator[Job]:
    """The jobs of a list, as its lines come.

    Its first line tells the form: a JSON object, a CSV header with the column `source`, or a source. Empty lines and
    lines that begin with # are left out. Relative paths are taken from the list's own folder.

    Args:
        name: A path, or "-" for standard input.

    Raises:
        SourceNotFoundError: There is no such list.
        UnreadableSourceError: It can't be read, or a line is wrong; the message has its number.
    """
    folder = "." if name == "-" else str(Path(name).parent)
    with _opened(name) as file:
        try:
            for job in _jobs(file, name):
                yield _from(folder, job)
        except UnicodeDecodeError as error:
            raise UnreadableSourceError(f"The list {name} is not UTF-8: {error}.", "Save it as UTF-8.") from error


@contextmanager
def _opened(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(name).open(encoding="utf-8-sig", newline=""))
        except FileNotFoundError:
            raise SourceNotFoundError(f"There is no list {name}.", "Check --from.") from None
        except OSError as error:
            raise UnreadableSourceError(f"Can't read the list {name}: {error.strerror}.", "Check --from.") from error
        yield file


def _jobs(file: TextIO, name: str) -> Iterator[Job]:
    lines = _Lines(file)
    first = next(lines, None)
    if first is None:
        return
    if first.lstrip().startswith("{"):
        yield from _json_lines(first, lines, name)
    elif _is_header(first):
        yield from _table(first, lines, name)
    else:
        for line in _plain(first, lines, name):
            yield Job(source=line)


def _plain(first: str, lines: _Lines, name: str) -> Iterator[str]:
    """The lines of a list of sources; one that is an article instead is refused once and not line by line.

    They are held back until one is a source for certain, which is mostly the first.
    """
    folder = Path() if name == "-" else Path(name).parent
    held = []
    for line in itertools.chain([first], lines):
        held.append(line)
        if _is_source(line, folder):
            break
        if len(held) == ENOUGH:
            _refuse_prose(held, name)
            break
    else:
        _refuse_prose(held, name)
    yield from held
    yield from lines


def _is_source(line: str, folder: Path) -> bool:
    if line == "-" or "://" in line or glob.has_magic(line):
        return True
    try:
        return (folder / line).exists()
    except OSError:  # longer than any path
        return False


def _refuse_prose(lines: list[str], name: str) -> None:
    if 2 * sum(" " in line for line in lines) > len(lines):
        raise UnreadableSourceError(
            f"Nothing in the list {name} looks like a source; it begins “{lines[0][:60]}”.",
            "A list has a path or an address a line. To convert the file itself, leave out --from.",
        )


class _Lines:
    """The lines that say something, stripped; `number` is that of the last one."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for line in self._file:
            self.number += 1
            text = line.strip()
            if text and not text.startswith("#"):
                return text
        raise StopIteration


def _json_lines(first: str, lines: _Lines, name: str) -> Iterator[Job]:
    line: str | None = first
    decoder = msgspec.json.Decoder(Entry)
    while line is not None:
        try:
            entry = decoder.decode(line.encode())
        except msgspec.DecodeError as error:
            raise _wrong(name, lines.number, str(error)) from error
        if not entry.source:
            raise _wrong(name, lines.number, "no source")
        yield Job(source=entry.source, voice=entry.voice, language=entry.language, title=entry.title)
        line = next(lines, None)


def _is_header(line: str) -> bool:
    return len(line) < _LONGEST_HEADER and "source" in _cells(line)


def _cells(line: str) -> list[str]:
    return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=_delimiter(line)))]


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _table(header: str, lines: _Lines, name: str) -> Iterator[Job]:
    names = _cells(header)
    unknown = sorted(set(names) - set(COLUMNS))
    if unknown:
        raise _wrong(name, lines.number, f"unknown columns {', '.join(unknown)}; known are {', '.join(COLUMNS)}")
    for cells in _rows(lines, header, name):
        if len(cells) > len(names):
            raise _wrong(name, lines.number, f"{len(cells)} cells under {len(names)} columns")
        values = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        if not values.get("source"):
            raise _wrong(name, lines.number, "no source")
        yield Job(
            source=values["source"],
            voice=values.get("voice", ""),
            language=values.get("language", ""),
            title=values.get("title", ""),
        )


def _rows(lines: _Lines, header: str, name: str) -> Iterator[list[str]]:
    rows = csv.reader(lines, delimiter=_delimiter(header))
    try:
        yield from rows
    except csv.Error as error:
        raise _wrong(name, lines.number, str(error)) from error


def _wrong(name: str, number: int, what: str) -> UnreadableSourceError:
    return UnreadableSourceError(f"The list {name} is wrong at line {number}: {what}.", "See docs/batch.md.")


def _from(folder: str, job: Job) -> Job:
    if "://" in job.source or job.source == "-" or (folder == "." and job.source[0] not in "./\\"):
        return job
    # A Path of each would cost more than all else that is done to a line.
    plain = job.source[0] not in "./\\" and ":" not in job.source
    place = f"{folder}{os.sep}{job.source}" if plain else str(Path(folder, job.source))
    return msgspec.structs.replace(job, source=place)
