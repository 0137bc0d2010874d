"""Receipts to totals: what was made, what was current, what failed, and when it is enough. Pure."""

from __future__ import annotations

import heapq
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from audiofy.batch.job import Receipt

SLOWEST = 20
# A share of the first few articles says nothing.
SHARE_AFTER = 20


@dataclass(slots=True, kw_only=True)
class Tally:
    """Totals of a run; the only thing in it that changes.

    `begun` is a monotonic time; `audio` are seconds and `size` bytes made in this run; `characters` are those that a
    dry run would have spoken; `slowest` are (seconds, number,
    source); `stopped` says why the run ended before its sources did, empty if it didn't.
    """

    begun: float = field(default_factory=time.monotonic)
    made: int = 0
    current: int = 0
    retracted: int = 0
    failed: int = 0
    planned: int = 0
    twice: int = 0
    audio: float = 0.0
    size: int = 0
    work: float = 0.0
    characters: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    stopped: str = ""

    @property
    def total(self) -> int:
        """How many sources have an outcome."""
        return self.made + self.current + self.retracted + self.failed + self.planned

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.begun

    def add(self, receipt: Receipt) -> None:
        """Counts a receipt."""
        if receipt.failed:
            self.failed += 1
            self.errors[receipt.error] += 1
        elif receipt.retracted:
            self.retracted += 1
        elif receipt.planned and receipt.fresh:
            self.planned += 1
            self.characters += receipt.characters
        elif receipt.fresh:
            self.made += 1
            self.audio += receipt.duration
            self.size += receipt.size
        else:
            self.current += 1
        self.work += receipt.seconds
        if receipt.seconds:
            heapq.heappush(self.slowest, (receipt.seconds, receipt.job.number, receipt.job.source))
            if len(self.slowest) > SLOWEST:
                heapq.heappop(self.slowest)


def allowance(text: str) -> tuple[float, bool]:
    """`--max-failures` as a number and whether it is a percentage.

    Raises:
        SettingsError: It is neither.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", text.strip())
    if not found or (not found[2] and "." in found[1]) or (found[2] and float(found[1]) > 100):  # noqa: PLR2004 - percent
        raise SettingsError(f"--max-failures {text!r} is neither a number nor a percentage.", "Write 10 or 5%.")
    return float(found[1]), bool(found[2])


def too_many(tally: Tally, allowed: tuple[float, bool]) -> bool:
    """Whether more have failed than are allowed; a share counts from the twentieth outcome on."""
    limit, percent = allowed
    if not percent:
        return tally.failed > limit
    return tally.total >= SHARE_AFTER and 100 * tally.failed > limit * tally.total
