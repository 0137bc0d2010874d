"""Work to a receipt, tried again where another try can help. Pure but for the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Receipt

# A crash, a hang or the network may be over the next time; an article that isn't there will not be there either.
PASSING = frozenset({"EngineCrashedError", "EngineTimeoutError", "FetchError"})


def again(work: Callable[[], Receipt], retry: int) -> Receipt:
    """The receipt of `work`, which is repeated up to `retry` times while it fails of something that may pass."""
    tries = 1
    receipt = work()
    while tries <= retry and may_pass(receipt):
        tries += 1
        receipt = work()
    return msgspec.structs.replace(receipt, tries=tries) if tries > 1 else receipt


def may_pass(receipt: Receipt) -> bool:
    """Whether another try could do better: foreseen passing faults, and those that nobody foresaw."""
    return receipt.failed and (receipt.error in PASSING or bool(receipt.traceback))
