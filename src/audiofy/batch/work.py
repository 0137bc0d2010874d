"""Job to receipt: one article narrated, inside a slot or in this process; errors become receipts here."""

from __future__ import annotations

import time
import traceback
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.batch.job import Receipt
from audiofy.errors import AudiofyError, OutputError
from audiofy.settings import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.audio.booth import Booth
    from audiofy.batch.job import Brief, Job
    from audiofy.model import Done
    from audiofy.settings import Settings

    Tell = Callable[[str, int, int], None]

SETTLE_TRIES = 4


def narrate_one(job: Job, brief: Brief, tell: Tell) -> Receipt:
    """Makes the episode of a job's source, unless it is there and current."""
    return guarded(job, lambda: _narrated(job, brief, tell))


def guarded(job: Job, work: Callable[[], Receipt]) -> Receipt:
    """The receipt of `work`, with the seconds it took, or of whatever it raises."""
    begun = time.monotonic()
    try:
        receipt = work()
    except AudiofyError as error:
        receipt = failure(job, error)
    except Exception as error:  # noqa: BLE001 - an unforeseen fault of one article must not take the batch down
        receipt = failure(job, error)
    return replace(receipt, seconds=round(time.monotonic() - begun, 3))


def failure(job: Job, error: Exception) -> Receipt:
    """The receipt of an error; one that nobody foresaw keeps its traceback."""
    name = type(error).__name__
    if isinstance(error, AudiofyError):
        return Receipt(job=job, error=name, message=str(error), exit_code=error.exit_code)
    trace = "".join(traceback.format_exception(error))
    message = f"{job.source}: unforeseen fault: {error or name}"
    return Receipt(job=job, error=name, message=message, exit_code=1, traceback=trace)


def settings_for(job: Job, settings: Settings) -> Settings:
    """The settings with what a list says of this article alone.

    Raises:
        SettingsError: A value is not allowed.
    """
    wishes = {"cast.narrator": job.voice, "reading.language": job.language, "reading.title": job.title}
    wishes = {key: value for key, value in wishes.items() if value}
    return override(settings, wishes) if wishes else settings


def _narrated(job: Job, brief: Brief, tell: Tell) -> Receipt:
    from audiofy.batch.cloud.places import is_cloud

    settings = settings_for(job, brief.settings)
    if is_cloud(settings.output) or is_cloud(job.source):
        from audiofy.batch.cloud.narrate import narrate_in_cloud

        return narrate_in_cloud(job, settings, brief, tell)
    from audiofy.pipeline import narrate

    force = brief.force
    for _ in range(SETTLE_TRIES):
        done = narrate(job.source, settings=settings, force=force, booth=booth(brief), on_step=tell)
        if not done.fresh or settled(done):
            return receipt_of(job, done)
        force = True
    raise OutputError(f"{done.folder} keeps being written by another run.", "Let one run at a time write there.")


def booth(brief: Brief) -> Booth | None:
    """Where engines speak: in this process if it is a slot's child, which keeps them for its next article."""
    return _own_booth() if brief.isolated else None


@cache
def _own_booth() -> Booth:
    from audiofy.audio.booth.local import LocalBooth

    return LocalBooth()


def settled(done: Done) -> bool:
    """Whether the audio in the folder is the audio that was just made.

    Another run without a common lock (a network folder) may have replaced one of the two files in between; the
    last one to look repairs it, so no episode.json ever describes another MP3 for good.
    """
    try:
        return all(
            sha256(Path(done.folder, one.audio).read_bytes()).hexdigest() == one.sha256
            for one in (done.episode.recording, *done.episode.copies)
        )
    except OSError:
        return False


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
