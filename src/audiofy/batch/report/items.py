"""A receipt or a tally to what a report says of it. Pure but for the time of day."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from audiofy.batch.job import Receipt
    from audiofy.batch.tally import Tally


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """One source in the report.

    `became` is "made", "current", "retracted", "failed" or "planned", `why` for which reason; `retracted` is an ISO
    8601 date and time.
    """

    source: str
    became: str
    folder: str = ""
    audio: str = ""
    why: str = ""
    retracted: str = ""
    error: str = ""
    message: str = ""
    seconds: float = 0.0
    duration: float = 0.0
    size: int = 0
    tries: int = 1


class Slow(msgspec.Struct, frozen=True):
    """A source that took long: seconds of work."""

    source: str
    seconds: float


class Summary(msgspec.Struct, frozen=True):
    """The totals of a run: times in seconds, sizes in bytes, `ended` an ISO 8601 date and time."""

    ended: str
    seconds: float
    made: int
    current: int
    retracted: int
    failed: int
    planned: int
    duplicates: int
    audio_seconds: float
    audio_bytes: int
    work_seconds: float
    stopped: str
    errors: dict[str, int]
    slowest: list[Slow]


def item(receipt: Receipt) -> Item:
    """A receipt as the report shows it."""
    if receipt.failed:
        became = "failed"
    elif receipt.retracted:
        became = "retracted"
    elif receipt.planned and receipt.fresh:
        became = "planned"
    else:
        became = "made" if receipt.fresh else "current"
    return Item(
        source=receipt.job.source,
        became=became,
        folder=receipt.folder,
        audio=receipt.audio,
        why=receipt.why,
        retracted=receipt.retracted,
        error=receipt.error,
        message=receipt.message,
        seconds=receipt.seconds,
        duration=receipt.duration,
        size=receipt.size,
        tries=receipt.tries,
    )


def summary(tally: Tally) -> Summary:
    """The totals as the report has them."""
    return Summary(
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(tally.seconds, 1),
        made=tally.made,
        current=tally.current,
        retracted=tally.retracted,
        failed=tally.failed,
        planned=tally.planned,
        duplicates=tally.twice,
        audio_seconds=round(tally.audio, 1),
        audio_bytes=tally.size,
        work_seconds=round(tally.work, 1),
        stopped=tally.stopped,
        errors=dict(tally.errors.most_common()),
        slowest=[Slow(source, seconds) for seconds, _, source in sorted(tally.slowest, reverse=True)],
    )
