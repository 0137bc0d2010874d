"""Where a batch runs. A runner is an unordered map over jobs: one receipt each, whatever happens to a worker.

`stream` is that map; a runner only says how a job is begun and how a receipt is waited for. The contract suite in
tests/batch/test_runners.py drives every runner.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Protocol

from audiofy.batch.job import Job, Receipt
from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from audiofy.batch.job import Brief, Step

    OnStep = Callable[[int, Job, Step], None]


_LOCAL = re.compile(r"local(?::([1-9]\d{0,3}))?")


class Runner(Protocol):
    """A place where jobs are worked on.

    `window` is how many jobs it takes before the first receipt must be collected: what it needs to be never idle, and
    no more, so that memory doesn't grow with the batch.
    """

    @property
    def window(self) -> int:
        """How many jobs may be under way."""

    def submit(self, job: Job) -> None:
        """Takes a job."""

    def flush(self) -> None:
        """Begins what it still holds back: no job will follow for now."""

    def collect(self) -> Receipt | None:
        """Waits for the next receipt; None stands for a job that nobody had begun when it was stopped.

        Raises:
            AudiofyError: The place itself has failed; no receipt will come any more.
        """

    def stop(self) -> None:
        """Begins no further job. Only takes note, so that a signal handler may call it."""

    def close(self) -> None:
        """Ends it, at once and with everything that still runs."""


def open_runner(on: str, brief: Brief, *, on_step: OnStep, retry: int) -> Runner:
    """The runner that `--on` names: "local", "local:N" or "dask:ADDRESS"; "inline" is this very process.

    Raises:
        SettingsError: There is no such runner.
        MissingDependencyError: It needs an extra that isn't installed.
    """
    if on == "inline":
        from audiofy.batch.runners.inline import Inline

        return Inline(brief, on_step=on_step, retry=retry)
    check_place(on)
    local = _LOCAL.fullmatch(on)
    if local:
        from audiofy.batch.runners.local import Local

        return Local(brief, slots=int(local[1] or cores()), on_step=on_step, retry=retry)
    from audiofy.batch.runners.cluster import Cluster

    return Cluster(on.removeprefix("dask:"), brief, retry=retry)


def check_place(on: str) -> None:
    """Refuses what names no place to run on.

    Raises:
        SettingsError: It names none.
    """
    if not _LOCAL.fullmatch(on) and not on.startswith("dask:"):
        raise SettingsError(f"There is no place {on!r} to run on.", "Use local, local:4 or dask:tcp://host:8786.")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def stream(
    jobs: Iterable[Job | Receipt], runner: Runner, *, stop: Callable[[], bool] = lambda: False
) -> Generator[Receipt]:
    """Every job's receipt, in the order in which they come; a receipt among the jobs passes through.

    Never more than `runner.window` jobs are under way, so `jobs` may be endless. Once `stop` says so no further job is
    begun, and the receipts of those under way are the last.
    """
    waiting = iter(jobs)
    pending, exhausted = 0, False
    while True:
        while not exhausted and pending < runner.window and not stop():
            job = next(waiting, None)
            if job is None:
                exhausted = True
            elif isinstance(job, Receipt):
                yield job
            else:
                runner.submit(job)
                pending += 1
        if stop():
            runner.stop()
            exhausted = True
        if exhausted:
            runner.flush()
        if not pending:
            return
        receipt = runner.collect()
        pending -= 1
        if receipt is not None:
            yield receipt
