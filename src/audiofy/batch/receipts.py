"""An episode, a retraction or an error to a receipt: whatever becomes of a job, here it becomes one of the three."""

from __future__ import annotations

import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch.job import Receipt
from audiofy.errors import AudiofyError, RetractedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Job
    from audiofy.model import Done


def receipt_of(job: Job, done: Done) -> Receipt:
    """The receipt of an episode."""
    episode = done.episode
    return Receipt(
        job=job,
        folder=done.folder,
        audio=episode.recording.audio,
        slug=episode.slug,
        fingerprint=episode.fingerprint,
        size=episode.recording.size,
        duration=episode.recording.duration,
        characters=sum(len(line.spoken) for line in episode.lines),
        fresh=done.fresh,
    )


def guarded(job: Job, work: Callable[[], Receipt]) -> Receipt:
    """The receipt of `work`, with the seconds it took, or of whatever it raises."""
    begun = time.monotonic()
    try:
        receipt = work()
    except RetractedError as error:
        receipt = taken_back(job, error)
    except AudiofyError as error:
        receipt = failure(job, error)
    except Exception as error:  # noqa: BLE001 - an unforeseen fault of one article must not take the batch down
        receipt = failure(job, error)
    return msgspec.structs.replace(receipt, seconds=round(time.monotonic() - begun, 3))


def taken_back(job: Job, error: RetractedError) -> Receipt:
    """The receipt of an article whose episode was retracted. Its message is for whoever asked for it alone."""
    return Receipt(
        job=job,
        folder=error.folder,
        slug=Path(error.folder).name,
        retracted=error.when,
        why=error.reason,
        message=str(error),
        remedy=error.remedy,
        exit_code=error.exit_code,
    )


def failure(job: Job, error: Exception) -> Receipt:
    """The receipt of an error; one that nobody foresaw keeps its traceback."""
    name = type(error).__name__
    if isinstance(error, AudiofyError):
        return Receipt(job=job, error=name, message=str(error), remedy=error.remedy, exit_code=error.exit_code)
    trace = "".join(traceback.format_exception(error))
    message = f"{job.source}: unforeseen fault: {error or name}"
    return Receipt(job=job, error=name, message=message, exit_code=1, traceback=trace)
