"""Receipts in the order of their sources, and to the outcomes that they stand for: episodes are read from folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.batch.cloud.places import is_cloud
from audiofy.errors import AudiofyError
from audiofy.model import Done, Failed, Outcome, Retracted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiofy.batch.job import Receipt


MOST_WAITING = 1000


def in_order(receipts: Iterable[Receipt], most: int = MOST_WAITING) -> Iterator[Receipt]:
    """Receipts by number, from 1; never more than `most` wait for one that takes long, so memory stays flat."""
    waiting: dict[int, Receipt] = {}
    following = 1
    for receipt in receipts:
        waiting[receipt.job.number] = receipt
        if len(waiting) > most:
            following = min(waiting)
        while following in waiting:
            yield waiting.pop(following)
            following += 1
    for number in sorted(waiting):
        yield waiting[number]


def outcome(receipt: Receipt) -> Outcome:
    """`Done` with its episode, `Retracted`, or `Failed`."""
    if receipt.retracted:
        return Retracted(source=receipt.job.source, folder=receipt.folder, when=receipt.retracted, reason=receipt.why)
    if receipt.failed:
        return Failed(
            source=receipt.job.source,
            error=receipt.error,
            message=receipt.message,
            exit_code=receipt.exit_code,
            traceback=receipt.traceback,
        )
    from audiofy.output import read_episode

    try:
        if is_cloud(receipt.folder):
            from audiofy.batch.cloud.store import episode_in

            episode = episode_in(receipt.folder)
        else:
            episode = read_episode(Path(receipt.folder))
    except AudiofyError as error:  # somebody removed it since
        return Failed(
            source=receipt.job.source, error=type(error).__name__, message=str(error), exit_code=error.exit_code
        )
    return Done(source=receipt.job.source, episode=episode, folder=receipt.folder, fresh=receipt.fresh)
