"""One job after the other in this process: for a single article, which must not pay for a pool."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.batch.child import load
from audiofy.batch.job import Step
from audiofy.batch.runners.again import again

if TYPE_CHECKING:
    from audiofy.batch.job import Brief, Job, Receipt
    from audiofy.batch.runners import OnStep


class Inline:
    """A runner without processes of its own."""

    window = 1

    def __init__(self, brief: Brief, *, on_step: OnStep, retry: int) -> None:
        self._brief = replace(brief, isolated=False)
        self._on_step = on_step
        self._retry = retry
        self._waiting: deque[Job] = deque()
        self._stopping = False

    def submit(self, job: Job) -> None:
        """Takes a job."""
        self._waiting.append(job)

    def flush(self) -> None:
        """Nothing is held back."""

    def collect(self) -> Receipt | None:
        """Works on the next job."""
        job = self._waiting.popleft()
        if self._stopping:
            return None
        work = load(self._brief.work)

        def tell(what: str, done: int, total: int) -> None:
            self._on_step(0, job, Step(what, done, total))

        tell("", 0, 0)
        return again(lambda: work(job, self._brief, tell), self._retry)

    def stop(self) -> None:
        """Begins no further job."""
        self._stopping = True

    def close(self) -> None:
        """Nothing runs."""
