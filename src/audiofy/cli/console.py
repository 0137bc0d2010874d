"""What people see on stderr: messages, remedies and progress."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.errors import AudiofyError


def tell(message: str) -> None:
    """One line for people."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def complain(error: AudiofyError) -> None:
    """An error with its remedy."""
    tell(f"audiofy: {error.message}")
    if error.remedy:
        tell(f"  {error.remedy}")


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A bar that says what is being done, where stderr is a terminal; silent elsewhere.

    Gives a function to call with what is done now, how many steps of it are done, and how many there are.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, description=what.replace("[", r"\["), completed=done, total=total or None)

        yield show
