"""Lines to the foot of a terminal, drawn again and again in one place; what else is printed stays whole above them.

Not rich's Live: that counts what it has drawn itself and knows nothing of what goes to standard output, so that it
erases the paths printed there.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FRAMES_PER_SECOND = 4


def drawable() -> bool:
    """Whether a picture can be drawn on stderr without spoiling anything.

    Not where stdout is a pipe: whoever reads it may write to the same terminal, and nobody would know when.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and "WT_SESSION" not in os.environ:  # the old console shows escape sequences as they are
        return False
    return sys.stdout.isatty() or _is_file(sys.stdout)


def _is_file(stream: object) -> bool:
    import stat

    try:
        mode = os.fstat(stream.fileno()).st_mode  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISREG(mode) or stat.S_ISCHR(mode)


class Painter:
    """Draws what `lines` gives, four times a second, until closed; then it is gone.

    Nothing is drawn in the first quarter of a second, so that what is quickly done shows nothing.

    Args:
        lines: Gives the lines of this moment; they are cut to the terminal's width.
    """

    def __init__(self, lines: Callable[[], list[str]]) -> None:
        self._lines = lines
        self._drawn: list[int] = []
        # A signal handler speaks in the middle of whatever the main thread does, so it may hold the lock already.
        self._lock = threading.RLock()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the picture away while something else is printed; it comes back by itself."""
        with self._lock:
            self._erase()
            yield
            sys.stdout.flush()

    def close(self) -> None:
        """Takes the picture away for good."""
        self._closed.set()
        self._thread.join()
        with self._lock:
            self._erase()

    def _work(self) -> None:
        while not self._closed.wait(1 / FRAMES_PER_SECOND):
            with self._lock:
                self._draw()

    def _draw(self) -> None:
        size = shutil.get_terminal_size()
        width = size.columns - 1  # a full line would wrap on some terminals and not on others
        lines = [fitted(line, width) for line in self._lines()[: max(size.lines - 1, 1)]]
        frame = self._away() + "".join(f"{line}\n" for line in lines)
        self._drawn = [cells(line) for line in lines]
        sys.stderr.write(frame)
        sys.stderr.flush()

    def _erase(self) -> None:
        if self._drawn:
            sys.stderr.write(self._away())
            sys.stderr.flush()
            self._drawn = []

    def _away(self) -> str:
        """What takes the picture away; in a terminal that was made narrower its lines have wrapped since."""
        width = max(shutil.get_terminal_size().columns, 1)
        rows = sum(max(1, -(-wide // width)) for wide in self._drawn)
        return f"\r\x1b[{rows}A\x1b[J" if rows else ""


def fitted(text: str, width: int) -> str:
    """`text` in at most `width` cells of a terminal, without anything that would steer it."""
    text = "".join(char if char.isprintable() else " " for char in text)
    if cells(text) <= width:
        return text
    kept, room = "", width - 1
    for char in text:
        room -= cells(char)
        if room < 0:
            break
        kept += char
    return f"{kept}…"


def cells(text: str) -> int:
    """The cells that a text takes in a terminal: two for wide characters, none for marks upon others."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
