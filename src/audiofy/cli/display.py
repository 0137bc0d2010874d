"""A run's progress for people on stderr: a live table on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from audiofy.batch.report.page import span
from audiofy.cli.console import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from audiofy.batch import Batch, Job
    from audiofy.batch.job import Step

LINE_EVERY = 30.0
FRAMES_PER_SECOND = 4


class Display(Protocol):
    """What shows a run."""

    def step(self, slot: int, job: Job, step: Step) -> None:
        """Takes note of what a slot does; called from any thread."""

    def say(self, text: str) -> None:
        """A line for people."""

    def moved(self) -> None:
        """Takes note that another source has its outcome."""


@contextmanager
def display(batch: Batch, *, expected: Callable[[], int], quiet: bool) -> Iterator[Display]:
    """What shows `batch` while the block runs; `expected` gives how many sources there are, 0 while not known."""
    if quiet or not sys.stderr.isatty():
        yield Lines(batch, expected, quiet=quiet)
        return
    from rich.console import Console
    from rich.live import Live

    table = Table(batch, expected, Console(stderr=True))
    with Live(
        get_renderable=table.picture,
        console=table.console,
        transient=True,
        refresh_per_second=FRAMES_PER_SECOND,
        redirect_stdout=False,
    ):
        yield table


class Lines:
    """Plain lines: one every half minute with the totals."""

    def __init__(self, batch: Batch, expected: Callable[[], int], *, quiet: bool) -> None:
        self._batch = batch
        self._expected = expected
        self._quiet = quiet
        self._told = time.monotonic()

    def step(self, slot: int, job: Job, step: Step) -> None:
        """Nothing: steps are for a screen."""

    def say(self, text: str) -> None:
        """A line on stderr."""
        tell(text)

    def moved(self) -> None:
        """Tells the totals when it is time to."""
        if not self._quiet and time.monotonic() - self._told >= LINE_EVERY:
            self._told = time.monotonic()
            tell(totals(self._batch, self._expected()))


class Table:
    """A live picture: the totals, and what each slot works on."""

    def __init__(self, batch: Batch, expected: Callable[[], int], console: object) -> None:
        from rich.console import Console

        assert isinstance(console, Console)
        self.console = console
        self._batch = batch
        self._expected = expected
        self._steps: dict[int, tuple[Job, Step]] = {}
        self._lock = threading.Lock()

    def step(self, slot: int, job: Job, step: Step) -> None:
        """Takes note of what a slot does."""
        with self._lock:
            self._steps[slot] = (job, step)

    def say(self, text: str) -> None:
        """A line above the picture."""
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def moved(self) -> None:
        """Nothing: the picture is drawn anew by itself."""

    def picture(self) -> RenderableType:
        """The picture of this moment."""
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table as Grid
        from rich.text import Text

        with self._lock:
            steps = sorted(self._steps.items())
        expected = self._expected()
        grid = Grid.grid(padding=(0, 1))
        for slot, (job, step) in steps:
            done = f"{step.done}/{step.total}" if step.total else ""
            grid.add_row(Text(f"slot {slot}" if slot else ""), Text(done), Text(_short(step.what or job.source)))
        parts: list[RenderableType] = [Text(totals(self._batch, expected)), grid]
        if expected:
            parts.insert(1, ProgressBar(total=expected, completed=min(self._batch.tally.total, expected), width=60))
        return Group(*parts)


def totals(batch: Batch, expected: int) -> str:
    """The totals so far, the rate, the time left where it can be told, and the audio made."""
    tally = batch.tally
    worked = tally.made + tally.failed + tally.planned
    parts = [
        f"{tally.total} of {expected}" if expected else f"{tally.total}",
        f"{tally.made} made",
        f"{tally.current} up to date",
        f"{tally.failed} failed",
    ]
    if worked and tally.seconds > 1:
        parts.append(f"{60 * worked / tally.seconds:.1f} a minute")
        left = expected - tally.total
        if left > 0:
            parts.append(f"about {span(left * tally.seconds / worked)} left")
    if tally.audio:
        parts.append(f"{tally.audio / 3600:.2f} h of audio")
    return ", ".join(parts)


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
