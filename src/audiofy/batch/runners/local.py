"""Jobs to slots on this machine: a thread a slot, a slot a core."""

from __future__ import annotations

import queue
import threading
from functools import partial
from typing import TYPE_CHECKING

from audiofy.batch.runners.again import again
from audiofy.batch.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Brief, Job, Receipt, Step
    from audiofy.batch.runners import OnStep
    from audiofy.batch.slot import Patience


class Local:
    """A runner of `slots` slots; threads and children start when there is a job for them."""

    def __init__(
        self, brief: Brief, *, slots: int, on_step: OnStep, retry: int = 1, patience: Patience | None = None
    ) -> None:
        # One job more than slots each, so that a slot need not wait for the driver to look for the next.
        self.window = 2 * slots
        self._brief = brief
        self._on_step = on_step
        self._retry = retry
        self._todo: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._receipts: queue.SimpleQueue[Receipt | Exception | None] = queue.SimpleQueue()
        self._slots = [Slot(brief, patience=patience, on_step=self._teller(number)) for number in range(1, slots + 1)]
        self._threads: list[threading.Thread] = []
        self._busy = 0
        self._stopping = False

    def pids(self) -> tuple[int, ...]:
        """The process ids of the children that run now."""
        return tuple(slot.pid for slot in self._slots if slot.pid)

    def submit(self, job: Job) -> None:
        """Takes a job, and opens another slot if all are busy."""
        self._todo.put(job)
        self._busy += 1
        if len(self._threads) < min(self._busy, len(self._slots)):
            slot = self._slots[len(self._threads)]
            thread = threading.Thread(target=self._serve, args=(slot,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def flush(self) -> None:
        """Nothing is held back."""

    def collect(self) -> Receipt | None:
        """Waits for the next receipt.

        Raises:
            AudiofyError: A slot can't start.
        """
        receipt = self._receipts.get()
        if isinstance(receipt, Exception):
            raise receipt
        self._busy -= 1
        return receipt

    def stop(self) -> None:
        """Begins no further job."""
        self._stopping = True

    def close(self) -> None:
        """Kills the children and ends the threads."""
        self.stop()
        for _ in self._threads:
            self._todo.put(None)
        for slot in self._slots:
            slot.kill()
        for thread in self._threads:
            thread.join(timeout=10)

    def _serve(self, slot: Slot) -> None:
        while (job := self._todo.get()) is not None:
            if self._stopping:
                self._receipts.put(None)
                continue
            try:
                self._receipts.put(again(partial(slot.work, job), self._retry))
            except Exception as error:  # noqa: BLE001 - raised again in the thread that collects
                self._receipts.put(error)
                return

    def _teller(self, number: int) -> Callable[[Job, Step], None]:
        def tell(job: Job, step: Step) -> None:
            self._on_step(number, job, step)

        return tell
