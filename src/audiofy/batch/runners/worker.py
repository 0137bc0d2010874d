"""A bundle of jobs to receipts, inside a worker of a cluster: each of its threads owns a slot."""

from __future__ import annotations

import threading
from functools import partial

import msgspec

from audiofy.batch.job import Brief, Job, Receipt
from audiofy.batch.runners.again import again
from audiofy.batch.slot import Slot

_mine = threading.local()


_stopped: set[str] = set()


def work_on(run: str, bundle: bytes, brief: bytes, retry: int) -> bytes:
    """The receipts of a bundle, or of its beginning if the run was stopped.

    Bundle, brief and receipts are JSON, so that nothing of Dask's serialising depends on our types.
    """
    slot = _slot(brief)
    receipts = []
    for job in msgspec.json.decode(bundle, type=list[Job]):
        if run in _stopped:
            break
        receipts.append(again(partial(slot.work, job), retry))
    return msgspec.json.encode(receipts)


def stop_run(run: str) -> None:
    """Lets no further job of a run begin on this worker."""
    _stopped.add(run)


def _slot(brief: bytes) -> Slot:
    """This thread's slot; another run's is closed. Its child ends when the worker does."""
    if getattr(_mine, "brief", None) != brief:
        if hasattr(_mine, "slot"):
            _mine.slot.kill()
        _mine.slot = Slot(msgspec.json.decode(brief, type=Brief))
        _mine.brief = brief
    slot: Slot = _mine.slot
    return slot


def inspect(brief: bytes) -> bytes:
    """What a slot on this worker finds, as the receipt of an inspection."""
    slot = Slot(msgspec.json.decode(brief, type=Brief))
    try:
        receipt: Receipt = slot.work(Job(source="preflight"))
    finally:
        slot.kill()
    return msgspec.json.encode(receipt)
