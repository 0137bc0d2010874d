"""What slots and drivers of this machine that were killed have left in an output folder: found and removed.

To look through a million folders takes a minute, so a run leaves a note while it works, takes it back if nothing was
killed, and only where there is a note does the next run look.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.batch.index import FOLDER
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Receipt

NOTE = "unswept"
KILLED = frozenset({"EngineCrashedError", "EngineTimeoutError"})


class Broom:
    """Sweeps before a run, and knows whether the next one must.

    Args:
        folder: The output folder, of which this run has the lock.
        tell: Called with a line for people.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._note = folder / FOLDER / NOTE
        self._clean = True
        if self._note.exists():
            removed = sweep(folder)
            if removed:
                tell(f"Removed {removed} unfinished file{'s' if removed > 1 else ''} of a run that was killed.")
        with suppress(OutputError):  # the run will say so itself
            output.write_whole(self._note, b"", durable=False)

    def see(self, receipt: Receipt) -> None:
        """Takes note of a slot's death."""
        self._clean = self._clean and receipt.tries == 1 and receipt.error not in KILLED

    def put_away(self) -> None:
        """Takes the note back if nothing was killed; to be called at the end of a run that came to its end."""
        if self._clean:
            with suppress(OSError):
                self._note.unlink()


def sweep(folder: Path) -> int:
    """Removes the part files below `folder` whose process ran on this machine and is gone, and says how many."""
    removed = 0
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            part = Path(here, name)
            if name.endswith(output.PART_SUFFIX) and output.orphaned(part):
                with suppress(OSError):  # another process may have been quicker
                    shutil.rmtree(part) if name in folders else part.unlink()
                    removed += 1
    return removed
