"""Names of files in the making, and whether whoever made them still does."""

from __future__ import annotations

import os
import platform
import re
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

PART_SUFFIX = ".part"
# Seconds without a write after which a file of another machine is given up: more than any slot may be silent.
QUIET = 600.0

_PART = re.compile(r"\.([0-9a-f]{6})-(\d+)-[0-9a-f]+\.part$")


def part_for(path: Path) -> Path:
    """A hidden name beside `path` that no other process uses, with this machine and process in it."""
    return path.with_name(f".{path.name}.{_home()}-{os.getpid()}-{token_hex(4)}{PART_SUFFIX}")


def orphaned(part: Path) -> bool:
    """Whether the process that made a file was one of this machine and is gone: nobody will ever finish it."""
    found = _PART.search(part.name)
    return found is not None and found[1] == _home() and os.name == "posix" and not _alive(int(found[2]))


def given_up(part: Path) -> bool:
    """Whether nobody writes to a file any more, as far as can be told from here."""
    found = _PART.search(part.name)
    if found and found[1] == _home() and os.name == "posix":
        return not _alive(int(found[2]))
    try:
        return time.time() - part.stat().st_mtime > QUIET
    except OSError:
        return False


@cache
def _home() -> str:
    """This machine in six characters. A container counts its processes for itself, so it is a machine of its own."""
    space = ""
    with suppress(OSError):
        space = str(Path("/proc/self/ns/pid").readlink())
    return sha256(f"{platform.node()} {space}".encode()).hexdigest()[:6]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
