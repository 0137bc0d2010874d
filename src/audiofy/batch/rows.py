"""Rows of the index and the statements for them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

SCHEMA = 2

TABLES = """
CREATE TABLE IF NOT EXISTS sources (
    key TEXT PRIMARY KEY, source TEXT, folder TEXT, audio TEXT, fingerprint TEXT, signature TEXT, context TEXT,
    stamp TEXT, size INTEGER, duration REAL, characters INTEGER, seconds REAL, seen REAL, why TEXT,
    error TEXT, message TEXT, exit_code INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS folders ON sources (folder);
CREATE INDEX IF NOT EXISTS errors ON sources (error) WHERE error <> '';
CREATE TABLE IF NOT EXISTS left (folder TEXT PRIMARY KEY) WITHOUT ROWID;
"""

FORGET = "DROP TABLE IF EXISTS sources; DROP TABLE IF EXISTS left;"


class Row(msgspec.Struct, frozen=True):
    """A source as the last run left it.

    `source` is an address, or the whole path of a file; `folder` is the episode's, as a path inside the output; `stamp`
    is what its files looked like; `seconds` are those of making it, 0 where it was only looked at; `seen` is a POSIX
    time. With an `error` there may be a `folder` from before.
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


COLUMNS = Row.__struct_fields__
UPSERT = f"INSERT OR REPLACE INTO sources ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - the names are ours
FOLLOWING = f"SELECT {', '.join(COLUMNS)} FROM sources WHERE key >= ? ORDER BY key LIMIT ?"  # noqa: S608 - the same
AFTER = f"SELECT {', '.join(COLUMNS)} FROM sources WHERE key > ? ORDER BY key LIMIT ?"  # noqa: S608 - the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """This machine's own figures: seconds of work, bytes and seconds of audio for one character spoken."""

    articles: int
    characters: float
    work: float
    size: float
    duration: float


def row_of(found: tuple[object, ...]) -> Row:
    """A row as SQLite gives it."""
    return Row(*found)  # type: ignore[arg-type]  # SQLite gives back what was put in
