"""What earlier runs left to what need not be done now, and what this run leaves: the index, as a batch sees it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch import glance
from audiofy.batch.cloud.places import is_cloud
from audiofy.batch.cloud.state import DONE, SHORT, unmarked
from audiofy.batch.index import DamagedIndexError, Index
from audiofy.batch.job import Receipt
from audiofy.batch.met import Met
from audiofy.batch.rows import Pace, Row
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Job
    from audiofy.settings import Settings


class Ledger:
    """The sources of a run beside what is known of them.

    Args:
        state: The folder that the index is in.
        settings: What is in force.
        rehearsing: Nothing is written, and what is current is said to be planned.
        tell: Called with lines for people.

    Raises:
        OutputError: The index can't be opened, or object storage not be listed.
        VoiceError: A voice profile is wrong.
    """

    def __init__(self, state: Path, settings: Settings, *, rehearsing: bool, tell: Callable[[str], None]) -> None:
        self._output = settings.output
        self._cloud = is_cloud(settings.output)
        self._rehearsing = rehearsing
        self._tell = tell
        self._contexts = glance.Contexts(settings)
        self._writes = not rehearsing
        self._index = Index(state)
        self._met = Met()
        audio = settings.audio
        self._copies = [preset for preset in dict.fromkeys(audio.also) if preset != audio.preset]
        if self._cloud:
            from audiofy.batch.cloud.store import Store

            try:
                self._index.mark(unmarked(found.key) for found in Store(settings.output).list(DONE))
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Writes what is pending; the run is over, and not to be lost for this."""
        self._met.close()
        try:
            self._index.close()
        except OutputError as error:
            self._tell(f"{error} The episodes are there all the same.")

    def pace(self) -> Pace | None:
        """This machine's figures, None before the first episode."""
        try:
            return self._index.pace()
        except OutputError as error:
            self._do_without(error)
            return None

    def first_time(self, job: Job) -> bool:
        """Whether this run has not met the job before."""
        return self._met.first_time(job.key)

    def known(self, job: Job) -> Receipt | None:
        """The receipt of a source that is as it was, with everything it depends on, and whose episode is there."""
        if not job.signature:
            return None
        try:
            row = self._index.look_up(job.key)
        except OutputError as error:
            self._do_without(error)
            return None
        if row is None or row.error or row.signature != job.signature or row.context != self._contexts.of(job.place):
            return None
        folder = self._there(row)
        if not folder:
            return None
        return Receipt(
            job=job,
            folder=folder,
            audio=row.audio,
            slug=row.folder.rpartition("/")[2],
            fingerprint=row.fingerprint,
            size=row.size,
            duration=row.duration,
            characters=row.characters,
            planned=self._rehearsing,
            why="unchanged",
        )

    def _there(self, row: Row) -> str:
        """The folder of a row's episode if it is as the row says, "" if not."""
        if self._cloud:
            place = f"{self._output.rstrip('/')}/{row.folder}"
            return place if self._index.marked(row.folder, row.fingerprint[:SHORT]) else ""
        folder = os.path.join(self._output, row.folder)  # noqa: PTH118 - once for each of a million
        return folder if row.stamp and row.stamp == self._stamp(folder, row.audio) else ""

    def _stamp(self, folder: str, audio: str) -> str:
        stem = audio.removesuffix(".mp3")
        return glance.stamp(folder, audio, *(f"{stem}.{preset}.mp3" for preset in self._copies))

    def remember(self, receipt: Receipt) -> None:
        """Writes down what became of a job."""
        if not self._writes or receipt.why == "unchanged":
            return
        try:
            self._index.put(self._row(receipt))
        except OutputError as error:
            self._do_without(error)

    def _do_without(self, error: OutputError) -> None:
        """Begins a damaged index anew; if that can't be, or it is not that, the run goes on without."""
        if isinstance(error, DamagedIndexError):
            try:
                self._index.remake()
            except OutputError as again:
                error = again
            else:
                self._tell(f"{error.message} It is made again.")
                return
        if self._writes:
            self._tell(f"{error} The run goes on without its index.")
        self._writes = False

    def _row(self, receipt: Receipt) -> Row:
        job = receipt.job
        before = self._index.find(job.key) if receipt.failed else None
        folder = _inside(receipt.folder, self._output) or (before.folder if before else "")
        return Row(
            key=job.key,
            source=job.place,
            folder=folder,
            audio=receipt.audio,
            fingerprint=receipt.fingerprint,
            signature=job.signature,
            context=self._contexts.of(job.place),
            stamp=self._stamp(receipt.folder, receipt.audio) if receipt.audio else "",
            size=receipt.size,
            duration=receipt.duration,
            characters=receipt.characters,
            seconds=receipt.seconds if receipt.fresh else 0.0,
            seen=time.time(),
            why=receipt.why,
            error=receipt.error,
            message=receipt.message,
            exit_code=receipt.exit_code,
        )


def signed(job: Job) -> Job:
    """A job with its size and what its file looks like now."""
    if job.signature:
        return job
    mark, size = glance.signature(job.source)
    return msgspec.structs.replace(job, signature=mark, size=size)


def _inside(folder: str, output: str) -> str:
    """A folder as a path inside the output, "" for none."""
    if not folder:
        return ""
    if is_cloud(output):
        return folder.removeprefix(output).strip("/")
    try:
        return Path(folder).relative_to(output).as_posix()
    except ValueError:
        return Path(folder).as_posix()
