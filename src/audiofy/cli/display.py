"""A run's progress for people on stderr: a live picture on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Protocol

from audiofy.batch.report.page import span
from audiofy.cli.console import tell
from audiofy.cli.painter import Painter, drawable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from audiofy.batch import Batch, Job
    from audiofy.batch.job import Step

LINE_EVERY = 30.0
BAR = 40


class Display(Protocol):
    """What shows a run."""

    def step(self, slot: int, job: Job, step: Step) -> None:
        """Takes note of what a slot does; called from any thread."""

    def say(self, text: str) -> None:
        """A line for people."""

    def moved(self, job: Job) -> None:
        """Takes note that a job has its outcome."""

    def aside(self) -> AbstractContextManager[None]:
        """While this is open, something else may be printed."""


@contextmanager
def display(batch: Batch, *, expected: Callable[[], int], quiet: bool, plain: bool = False) -> Iterator[Display]:
    """What shows `batch` while the block runs, `plain` in lines alone.

    `expected` gives how many sources there are, 0 while not known.
    """
    if quiet or plain or not drawable():
        yield Lines(batch, expected, quiet=quiet)
        return
    picture = Picture(batch, expected)
    try:
        yield picture
    finally:
        picture.close()


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

    def moved(self, job: Job) -> None:  # noqa: ARG002 - the totals are of all jobs
        """Tells the totals when it is time to."""
        if not self._quiet and time.monotonic() - self._told >= LINE_EVERY:
            self._told = time.monotonic()
            tell(totals(self._batch, self._expected()))

    def aside(self) -> AbstractContextManager[None]:
        """Nothing: lines are in nobody's way."""
        return nullcontext()


class Picture:
    """A live picture: the totals, and what each slot works on."""

    def __init__(self, batch: Batch, expected: Callable[[], int]) -> None:
        self._batch = batch
        self._expected = expected
        self._steps: dict[int, tuple[Job, Step]] = {}
        self._lock = threading.Lock()
        self._painter = Painter(self.lines)
        self.aside = self._painter.aside
        self.close = self._painter.close

    def step(self, slot: int, job: Job, step: Step) -> None:
        """Takes note of what a slot does."""
        with self._lock:
            self._steps[slot] = (job, step)

    def say(self, text: str) -> None:
        """A line above the picture."""
        with self.aside():
            tell(text)

    def moved(self, job: Job) -> None:
        """Shows no more what was done for the job; its slot may have nothing to do any more."""
        with self._lock:
            self._steps = {slot: at for slot, at in self._steps.items() if at[0].number != job.number}

    def lines(self) -> list[str]:
        """The picture of this moment; of a single article only how far that is."""
        with self._lock:
            steps = sorted(self._steps.items())
        rows = []
        for slot, (job, step) in steps:
            done = f"{step.done}/{step.total}" if step.total else ""
            rows.append("  ".join(filter(None, (f"slot {slot}" if slot else "", done, step.what or job.source))))
        if self._batch.alone:
            return rows
        expected = self._expected()
        head = [totals(self._batch, expected)]
        if expected:
            full = BAR * min(self._batch.tally.total, expected) // expected
            head.append("━" * full + "─" * (BAR - full))
        return [*head, *rows]


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
