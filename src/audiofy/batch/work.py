"""Job to receipt: one article narrated, inside a slot or in this process."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.batch.cloud.places import is_cloud
from audiofy.batch.receipts import guarded, receipt_of
from audiofy.errors import OutputError
from audiofy.settings import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.audio.booth import Booth
    from audiofy.batch.job import Brief, Job, Receipt
    from audiofy.model import Done
    from audiofy.settings import Settings

    Tell = Callable[[str, int, int], None]

SETTLE_TRIES = 4


def narrate_one(job: Job, brief: Brief, tell: Tell) -> Receipt:
    """Makes the episode of a job's source, unless it is there and current."""
    return guarded(job, lambda: _narrated(job, brief, tell))


def settings_for(job: Job, settings: Settings) -> Settings:
    """The settings with what a list says of this article alone.

    Raises:
        SettingsError: A value is not allowed.
    """
    wishes = {"cast.narrator": job.voice, "reading.language": job.language, "reading.title": job.title}
    wishes = {key: value for key, value in wishes.items() if value}
    return override(settings, wishes) if wishes else settings


def _narrated(job: Job, brief: Brief, tell: Tell) -> Receipt:
    settings = settings_for(job, brief.settings)
    if is_cloud(settings.output) or is_cloud(job.source):
        from audiofy.batch.cloud.narrate import narrate_in_cloud

        return narrate_in_cloud(job, settings, booth=booth(brief), force=brief.force, tell=tell)
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
