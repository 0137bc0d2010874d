"""What is known about sources and their episodes, in one SQLite file that can be deleted at any time.

Output is the truth: a row only lets a run skip what it need not look at, and tells `audiofy status` why something
failed. The driver alone writes it, in batches. It keeps SQLite's rollback journal and not a write-ahead log, which
doesn't work on network file systems (https://sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import msgspec

from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FOLDER = ".audiofy"
FILE = "index.sqlite"
SCHEMA = 1
ROWS_PER_COMMIT = 200
SECONDS_PER_COMMIT = 0.5
LOOK_AHEAD = 512

_TABLES = """
CREATE TABLE IF NOT EXISTS sources (
    key TEXT PRIMARY KEY, source TEXT, folder TEXT, audio TEXT, fingerprint TEXT, signature TEXT, context TEXT,
    stamp TEXT, size INTEGER, duration REAL, characters INTEGER, seconds REAL, seen REAL, why TEXT,
    error TEXT, message TEXT, exit_code INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS folders ON sources (folder);
CREATE INDEX IF NOT EXISTS errors ON sources (error) WHERE error <> '';
CREATE TABLE IF NOT EXISTS left (folder TEXT PRIMARY KEY) WITHOUT ROWID;
"""

_FORGET = "DROP TABLE IF EXISTS sources; DROP TABLE IF EXISTS left;"


class Row(msgspec.Struct, frozen=True):
    """A source as the last run left it.

    `folder` is the episode's, as a path inside the output; `stamp` is what its files looked like; `seconds` are those
    of making it, 0 where it was only looked at; `seen` is a POSIX time. With an `error` there may be a `folder` from
    before.
    """

    key: str
    source: str
    folder: str = ""
    audio: str = ""
    fingerprint: str = ""
    signature: str = ""
    context: str = ""
    stamp: str = ""
    size: int = 0
    duration: float = 0.0
    characters: int = 0
    seconds: float = 0.0
    seen: float = 0.0
    why: str = ""
    error: str = ""
    message: str = ""
    exit_code: int = 0


_COLUMNS = Row.__struct_fields__
_UPSERT = f"INSERT OR REPLACE INTO sources ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - the names are ours
_FOLLOWING = f"SELECT {', '.join(_COLUMNS)} FROM sources WHERE key >= ? ORDER BY key LIMIT ?"  # noqa: S608 - the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """This machine's own figures: seconds of work, bytes and seconds of audio for one character spoken."""

    articles: int
    characters: float
    work: float
    size: float
    duration: float


class Index:
    """The rows, by key.

    Args:
        output: The output folder.

    Raises:
        OutputError: The file can't be opened or made.
    """

    def __init__(self, output: Path) -> None:
        self.path = output / FOLDER / FILE
        self._pending: dict[str, Row] = {}
        self._ahead: dict[str, tuple[object, ...]] = {}
        self._last, self._step = "", 1
        self._committed = time.monotonic()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"Can't write {self.path}: {error.strerror}.", "Check the folder, or choose another with --output."
            ) from error
        try:
            self._base = self._open()
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)  # damaged: it is made again from what is there
            try:
                self._base = self._open()
            except sqlite3.Error as error:
                raise OutputError(f"Can't open {self.path}: {error}.", "Check the folder.") from error

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode=TRUNCATE")
            base.execute("PRAGMA synchronous=NORMAL")
            (schema,) = base.execute("PRAGMA user_version").fetchone()
            base.executescript("" if schema in {0, SCHEMA} else _FORGET)
            base.executescript(_TABLES)
            base.execute(f"PRAGMA user_version={SCHEMA}")
        except BaseException:
            base.close()
            raise
        return base

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Writes what is pending, and closes."""
        self.close()

    def find(self, key: str) -> Row | None:
        """The row of a key."""
        if key in self._pending:
            return self._pending[key]
        found = self._base.execute(f"SELECT {', '.join(_COLUMNS)} FROM sources WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return _row(found) if found else None

    def look_up(self, key: str) -> Row | None:
        """As `find`, quicker where keys come in their order, as those of folders and of most archives do.

        Rows that follow are fetched with it, more each time that they were wanted, so that a look-up costs a third.
        """
        if key in self._pending:
            return self._pending[key]
        if key not in self._ahead:
            ordered = key > self._last
            self._step = min(2 * self._step, LOOK_AHEAD) if ordered else 1
            found = self._base.execute(_FOLLOWING, (key, self._step)).fetchall()
            self._ahead = {row[0]: row for row in found}
        self._last = key
        ahead = self._ahead.get(key)
        return _row(ahead) if ahead else None

    def put(self, row: Row) -> None:
        """Remembers a row; it is written with others."""
        before = self.find(row.key)
        if before and before.folder and row.folder and before.folder != row.folder:
            self._base.execute("INSERT OR IGNORE INTO left VALUES (?)", (before.folder,))
        self._pending[row.key] = row
        if len(self._pending) >= ROWS_PER_COMMIT or time.monotonic() - self._committed >= SECONDS_PER_COMMIT:
            self.commit()

    def commit(self) -> None:
        """Writes what is pending.

        Raises:
            OutputError: It can't be written.
        """
        rows, self._pending = self._pending, {}
        self._ahead = {}
        self._committed = time.monotonic()
        if not rows:
            return
        try:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany(_UPSERT, [tuple(getattr(row, name) for name in _COLUMNS) for row in rows.values()])
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise OutputError(f"Can't write {self.path}: {error}.", "Check the disk.") from error

    def rows(self) -> Iterator[Row]:
        """All rows in the order of their keys."""
        self.commit()
        for found in self._base.execute(f"SELECT {', '.join(_COLUMNS)} FROM sources ORDER BY key"):  # noqa: S608
            yield _row(found)

    def forget(self, folder: str) -> None:
        """Drops every row of a folder."""
        self.commit()
        self._base.execute("DELETE FROM sources WHERE folder = ?", (folder,))
        self._base.execute("DELETE FROM left WHERE folder = ?", (folder,))

    def rows_of(self, folder: str) -> tuple[Row, ...]:
        """The rows whose episode is in that folder."""
        self.commit()
        found = self._base.execute(f"SELECT {', '.join(_COLUMNS)} FROM sources WHERE folder = ?", (folder,))  # noqa: S608
        return tuple(_row(one) for one in found)

    def was_left(self, folder: str) -> bool:
        """Whether an article has left that folder for another, as when its title changed."""
        return self._base.execute("SELECT 1 FROM left WHERE folder = ?", (folder,)).fetchone() is not None

    def pace(self) -> Pace | None:
        """This machine's figures from the latest thousand episodes made here, or None before the first."""
        self.commit()
        found = self._base.execute(
            "SELECT count(*), sum(characters), sum(seconds), sum(size), sum(duration) FROM (SELECT * FROM sources "
            "WHERE seconds > 0 AND characters > 0 AND error = '' ORDER BY seen DESC LIMIT 1000)"
        ).fetchone()
        articles, characters, seconds, size, duration = found
        if not articles:
            return None
        return Pace(
            articles=articles,
            characters=characters / articles,
            work=seconds / characters,
            size=size / characters,
            duration=duration / characters,
        )

    def mark(self, marks: Iterable[tuple[str, str]]) -> None:
        """Takes the markers of object storage for this run: folders, and the beginnings of their fingerprints."""
        self._base.execute("CREATE TEMP TABLE marks (folder TEXT, fingerprint TEXT, PRIMARY KEY (folder, fingerprint))")
        self._base.execute("BEGIN")
        self._base.executemany("INSERT OR IGNORE INTO marks VALUES (?, ?)", marks)
        self._base.execute("COMMIT")

    def marked(self, folder: str, fingerprint: str) -> bool:
        """Whether a marker says that the episode in a folder is whole."""
        found = self._base.execute("SELECT 1 FROM marks WHERE folder = ? AND fingerprint = ?", (folder, fingerprint))
        return found.fetchone() is not None

    def close(self) -> None:
        """Writes what is pending, and closes."""
        try:
            self.commit()
        finally:
            self._base.close()


def _row(found: tuple[object, ...]) -> Row:
    return Row(*found)  # type: ignore[arg-type]  # SQLite gives back what was put in
