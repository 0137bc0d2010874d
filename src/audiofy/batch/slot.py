"""One job at a time to a child that can be killed: whatever the child dies of is this job's and no other's.

A slot starts its child when it has something to do, in a process group of its own, and starts another after RECYCLE
jobs or a death. concurrent.futures loses every job in flight when one worker dies, and forked children inherit an
engine that hangs; hence Popen and pipes.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch.job import Begun, Brief, Job, Over, Receipt, Step
from audiofy.batch.process import Child, GoneError
from audiofy.errors import EngineCrashedError, EngineTimeoutError, RecordingError

if TYPE_CHECKING:
    from collections.abc import Callable

RECYCLE = 500
STARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a job may take, in seconds.

    `start` for the child to start; `reading` until the length of the script is known, `line` more for each of its
    lines, and `silence` between two signs of life.
    """

    start: float = 60.0
    reading: float = 180.0
    line: float = 20.0
    silence: float = 180.0

    def deadline(self, total: int) -> float:
        """How long a job with a script of `total` lines may take; 0 where it isn't known yet."""
        return self.reading + self.line * total


class Slot:
    """A place where one job at a time is worked on.

    Args:
        brief: What its children are told.
        patience: How long they may take.
        recycle: After how many jobs a child is replaced, so that a leak in an engine stays small.
        on_step: Called with the job and each step of it, the first time with an empty one as the child takes it.
    """

    def __init__(
        self,
        brief: Brief,
        *,
        patience: Patience | None = None,
        recycle: int = RECYCLE,
        on_step: Callable[[Job, Step], None] = lambda _job, _step: None,
    ) -> None:
        self._brief = brief
        self._patience = patience or Patience()
        self._recycle = recycle
        self._on_step = on_step
        self._child: Child | None = None
        self._closed = threading.Event()

    @property
    def pid(self) -> int:
        """The process id of the child, 0 where none runs."""
        child = self._child
        return child.process.pid if child else 0

    def work(self, job: Job) -> Receipt:
        """Works on a job; its death or delay is a receipt with an error.

        Raises:
            RecordingError: No child can be started here at all.
        """
        begun = time.monotonic()
        for _ in range(STARTS):
            receipt = self._attempt(job)
            if receipt is not None:
                return msgspec.structs.replace(receipt, seconds=receipt.seconds or time.monotonic() - begun)
        raise RecordingError(f"Slots die before they take an article; {STARTS} times in a row.", "Try again.")

    def _attempt(self, job: Job) -> Receipt | None:
        """A receipt, or None where the child died before it had taken the job."""
        try:
            child = self._ready_child()
            child.send(job)
            return self._follow(child, job)
        except GoneError as gone:
            self._drop()
            if not gone.begun:
                return None
            return _crashed(job, gone)
        except TimeoutError as late:
            self._drop()
            return _failed(job, EngineTimeoutError, f"{job.source}: {late}; it was stopped.")

    def _ready_child(self) -> Child:
        if self._child and self._child.jobs >= self._recycle:
            self._drop()
        if self._child is None:
            if self._closed.is_set():
                raise RecordingError("The slot is closed.")
            self._child = Child(self._brief)
            if self._closed.is_set():  # killed by another thread while the child was being made
                self._drop()
                raise RecordingError("The slot is closed.")
            self._child.expect_ready(self._patience.start)
        child = self._child
        child.jobs += 1
        return child

    def _follow(self, child: Child, job: Job) -> Receipt:
        begun = time.monotonic()
        taken, total = False, 0
        while True:
            limit = begun + self._patience.deadline(total)
            wait = min(self._patience.silence, limit - time.monotonic())
            try:
                message = child.hear(max(wait, 0.0))
            except queue.Empty:
                spent = time.monotonic() - begun
                raise TimeoutError(f"no end after {spent:.0f} seconds") from None
            if message is None:
                raise GoneError(child.obituary(), begun=taken)
            if isinstance(message, Over):
                return message.receipt
            if isinstance(message, Begun):
                taken, message = True, Step("")
            if isinstance(message, Step):
                total = max(total, message.total)
                self._on_step(job, message)

    def kill(self) -> None:
        """Stops the child at once, with everything it has started."""
        self._closed.set()
        self._drop()

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.close()


def _crashed(job: Job, gone: GoneError) -> Receipt:
    message = f"{job.source}: the process that worked on it died ({gone.cause})."
    return msgspec.structs.replace(_failed(job, EngineCrashedError, message), traceback=gone.last_words)


def _failed(job: Job, error: type[RecordingError], message: str) -> Receipt:
    return Receipt(job=job, error=error.__name__, message=message, exit_code=error.exit_code)
