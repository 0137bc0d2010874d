"""A run to standard output: a path a source for people and shells, or events as JSON, one a line, for programs."""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Protocol

import typer

from audiofy.cli.console import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch import Batch, Job, Receipt

# Seconds between two events of progress: enough for a display, and few beside those of the articles.
PROGRESS_EVERY = 5.0


class Stdout(Protocol):
    """What prints a run."""

    def step(self, slot: int, job: Job) -> None:
        """Takes note that a slot works on a job; called from any thread."""

    def outcome(self, receipt: Receipt) -> None:
        """Prints what became of a source."""

    def ended(self) -> None:
        """Prints the end of the run."""


class Paths:
    """One MP3 path a line; of a dry run what would be done, the source and the reason."""

    def step(self, slot: int, job: Job) -> None:
        """Nothing: only outcomes have a path."""

    def outcome(self, receipt: Receipt) -> None:
        """A line, none for what failed."""
        if receipt.failed or (receipt.retracted and not receipt.planned):
            return
        if receipt.planned:
            why = f"retracted: {receipt.why}" if receipt.retracted else receipt.why
            typer.echo(plain(f"{'make' if receipt.fresh else 'keep'}\t{receipt.job.source}\t{why}"))
        else:
            sys.stdout.write(f"{_path(receipt)}\n")
            if receipt.fresh:  # whoever reads a pipe waits for what is new; a million old ones need not be hurried
                sys.stdout.flush()

    def ended(self) -> None:
        """Sends what is not yet on its way."""
        sys.stdout.flush()


class Events:
    """JSON objects with an `event`: "begun", "progress", an outcome, "ended". A single article has its outcome alone.

    Args:
        batch: Whose events.
        expected: Gives how many sources there are, 0 while not known.
        only_outcomes: Leaves out what comes while articles are worked on.
    """

    def __init__(self, batch: Batch, expected: Callable[[], int], *, only_outcomes: bool) -> None:
        self._batch = batch
        self._expected = expected
        self._only_outcomes = only_outcomes
        self._at: dict[int, int] = {}
        self._told = time.monotonic()
        self._lock = threading.Lock()

    def step(self, slot: int, job: Job) -> None:
        """A "begun" when the slot has not worked on the job before, and now and then a "progress"."""
        if self._batch.alone or self._only_outcomes:
            return
        if self._at.get(slot) != job.number:
            self._at[slot] = job.number
            self._print("begun", {"source": job.source, "number": job.number, "slot": slot})
        self._progress()

    def outcome(self, receipt: Receipt) -> None:
        """A "done", "failed" or "retracted", of a dry run "planned"."""
        import msgspec

        from audiofy.batch import outcome
        from audiofy.batch.report import item

        if receipt.planned and not receipt.failed:
            self._print("planned", msgspec.to_builtins(item(receipt)))
        else:
            thing = outcome(receipt)
            self._print(type(thing).__name__.lower(), msgspec.to_builtins(thing))
        if not self._batch.alone and not self._only_outcomes:
            self._progress()

    def ended(self) -> None:
        """An "ended" with the totals that the report has."""
        import msgspec

        from audiofy.batch.report import summary

        tally = self._batch.tally
        if not self._batch.alone and not (self._only_outcomes and not tally.made and not tally.failed):
            self._print("ended", msgspec.to_builtins(summary(tally)))

    def _progress(self) -> None:
        with self._lock:
            if time.monotonic() - self._told < PROGRESS_EVERY:
                return
            self._told = time.monotonic()
        tally = self._batch.tally
        counts = {name: getattr(tally, name) for name in ("total", "made", "current", "retracted", "failed", "planned")}
        times = {"audio_seconds": round(tally.audio, 1), "seconds": round(tally.seconds, 1)}
        self._print("progress", {"expected": self._expected(), **counts, **times})

    def _print(self, event: str, what: dict[str, Any]) -> None:
        import msgspec

        line = msgspec.json.encode({"event": event, **what}).decode()
        with self._lock:  # events come from the slots' threads too, and a line must not be cut by another
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def _path(receipt: Receipt) -> str:
    from audiofy.batch.cloud.places import is_cloud

    if is_cloud(receipt.folder):
        return f"{receipt.folder}/{receipt.audio}"
    return os.path.join(receipt.folder, receipt.audio)  # noqa: PTH118 - once for each of a million
