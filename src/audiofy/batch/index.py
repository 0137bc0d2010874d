"""What is known about sources and their episodes, in one SQLite file that can be deleted at any time.

Output is the truth: a row only lets a run skip what it need not look at, and tells `audiofy status` why something
failed. The driver alone writes it, in batches. It keeps SQLite's rollback journal and not a write-ahead log, which
doesn't work on network file systems (https://sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from audiofy import output
from audiofy.batch.rows import AFTER, COLUMNS, FOLLOWING, FORGET, SCHEMA, TABLES, UPSERT, Pace, Row, row_of
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FOLDER = ".audiofy"
FILE = "index.sqlite"
ROWS_PER_COMMIT = 200
SECONDS_PER_COMMIT = 0.5
LOOK_AHEAD = 512


class DamagedIndexError(OutputError):
    """The file is no index any more; everything in it can be found out again."""


class Index:
    """The rows, by key.

    Every method raises OutputError if the file can't be used, and DamagedIndexError if it is damaged.

    Args:
        folder: The output folder.
        reading: Changes nothing, not even a file that is damaged; it must be there.

    Raises:
        OutputError: The file can't be opened or made.
    """

    def __init__(self, folder: Path, *, reading: bool = False) -> None:
        self.path = folder / FOLDER / FILE
        self._pending: dict[str, Row] = {}
        self._ahead: dict[str, tuple[object, ...]] = {}
        self._last, self._step = "", 1
        self._committed = time.monotonic()
        try:
            self._base = self._open_to_read() if reading else self._open_or_make()
        except OSError as error:
            raise OutputError(
                f"Can't write {self.path}: {error.strerror}.", "Check the folder, or choose another with --output."
            ) from error
        except sqlite3.Error as error:
            raise OutputError(f"Can't open {self.path}: {error}.", "It can be deleted: it is made again.") from error

    def _open_to_read(self) -> sqlite3.Connection:
        base = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=10, isolation_level=None)
        try:
            (schema,) = base.execute("PRAGMA user_version").fetchone()
            if schema != SCHEMA:
                raise sqlite3.DatabaseError(f"its schema is {schema} and not {SCHEMA}")  # noqa: TRY301 - closed below
        except BaseException:
            base.close()
            raise
        return base

    def _open_or_make(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._open()
        except sqlite3.OperationalError:  # locked, or the disk is full: what is in it may be well
            raise
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)  # damaged: it is made again from what is there
            return self._open()

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode=TRUNCATE")
            base.execute("PRAGMA synchronous=NORMAL")
            (schema,) = base.execute("PRAGMA user_version").fetchone()
            base.executescript("" if schema in {0, SCHEMA} else FORGET)
            base.executescript(TABLES)
            base.execute(f"PRAGMA user_version={SCHEMA}")
        except BaseException:
            base.close()
            raise
        return base

    def remake(self) -> None:
        """Begins anew with an empty index in place of a damaged one; what is pending stays pending.

        Raises:
            OutputError: The file can't be removed or made.
        """
        self._base.close()
        self._ahead = {}
        with output.translated(self.path), self._told():
            self.path.unlink(missing_ok=True)
            self._base = self._open()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite complains of, as our errors."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OutputError(
                f"Can't use {self.path}: {error}.", "Check the disk, and who else has it open."
            ) from error
        except sqlite3.Error as error:
            raise DamagedIndexError(f"{self.path} is damaged: {error}.", "Delete it: it is made again.") from error

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
        with self._told():
            found = self._base.execute(f"SELECT {', '.join(COLUMNS)} FROM sources WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return row_of(found) if found else None

    def look_up(self, key: str) -> Row | None:
        """As `find`, quicker where keys come in their order, as those of folders and of most archives do.

        Rows that follow are fetched with it, more each time that they were wanted, so that a look-up costs a third.
        """
        if key in self._pending:
            return self._pending[key]
        if key not in self._ahead:
            ordered = key > self._last
            self._step = min(2 * self._step, LOOK_AHEAD) if ordered else 1
            with self._told():
                found = self._base.execute(FOLLOWING, (key, self._step)).fetchall()
            self._ahead = {row[0]: row for row in found}
        self._last = key
        ahead = self._ahead.get(key)
        return row_of(ahead) if ahead else None

    def put(self, row: Row) -> None:
        """Remembers a row; it is written with others."""
        before = self.find(row.key)
        if before and before.folder and row.folder and before.folder != row.folder:
            with self._told():
                self._base.execute("INSERT OR IGNORE INTO left VALUES (?)", (before.folder,))
        self._pending[row.key] = row
        if len(self._pending) >= ROWS_PER_COMMIT or time.monotonic() - self._committed >= SECONDS_PER_COMMIT:
            self.commit()

    def commit(self) -> None:
        """Writes what is pending."""
        rows, self._pending = self._pending, {}
        self._ahead = {}
        self._committed = time.monotonic()
        if not rows:
            return
        with self._told():
            try:
                self._base.execute("BEGIN IMMEDIATE")
                self._base.executemany(UPSERT, [tuple(getattr(row, name) for name in COLUMNS) for row in rows.values()])
                self._base.execute("COMMIT")
            except sqlite3.Error:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise

    def rows(self) -> Iterator[Row]:
        """All rows in the order of their keys, fetched page by page: while a reader reads, no run can write."""
        self.commit()
        last = ""
        while page := self._after(last):
            yield from (row_of(found) for found in page)
            last = page[-1][0]

    def _after(self, key: str) -> list[tuple[Any, ...]]:
        with self._told():
            return self._base.execute(AFTER, (key, LOOK_AHEAD)).fetchall()

    def forget(self, folder: str) -> None:
        """Drops every row of a folder."""
        self.commit()
        with self._told():
            self._base.execute("DELETE FROM sources WHERE folder = ?", (folder,))
            self._base.execute("DELETE FROM left WHERE folder = ?", (folder,))

    def rows_of(self, folder: str) -> tuple[Row, ...]:
        """The rows whose episode is in that folder."""
        self.commit()
        with self._told():
            found = self._base.execute(f"SELECT {', '.join(COLUMNS)} FROM sources WHERE folder = ?", (folder,))  # noqa: S608
            return tuple(row_of(one) for one in found)

    def was_left(self, folder: str) -> bool:
        """Whether an article has left that folder for another, as when its title changed."""
        with self._told():
            return self._base.execute("SELECT 1 FROM left WHERE folder = ?", (folder,)).fetchone() is not None

    def pace(self) -> Pace | None:
        """This machine's figures from the latest thousand episodes made here, or None before the first."""
        self.commit()
        with self._told():
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
        with self._told():
            self._base.execute(
                "CREATE TEMP TABLE marks (folder TEXT, fingerprint TEXT, PRIMARY KEY (folder, fingerprint))"
            )
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR IGNORE INTO marks VALUES (?, ?)", marks)
            self._base.execute("COMMIT")

    def marked(self, folder: str, fingerprint: str) -> bool:
        """Whether a marker says that the episode in a folder is whole."""
        with self._told():
            found = self._base.execute(
                "SELECT 1 FROM marks WHERE folder = ? AND fingerprint = ?", (folder, fingerprint)
            )
            return found.fetchone() is not None

    def close(self) -> None:
        """Writes what is pending, and closes."""
        try:
            self.commit()
        finally:
            self._base.close()
