"""What goes to a slot and what comes back: a Job, Steps while it works, and one Receipt.

A receipt is small on purpose: the episode stays in its folder, so a million of them never meet in the driver.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import msgspec

from audiofy.settings import Settings

NARRATE = "audiofy.batch.work:narrate_one"
REHEARSE = "audiofy.batch.rehearsal:rehearse_one"


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One source to work on. A Struct: a million of them are made and copied, for which a dataclass takes much longer.

    `number` counts the sources from 1. `voice`, `language` and `title` are what a list says of this article alone.
    `size` is in bytes, 0 where it isn't known before reading; `signature` is what the file looked like when the job
    was made (see `audiofy.batch.glance`).
    """

    source: str
    number: int = 0
    voice: str = ""
    language: str = ""
    title: str = ""
    size: int = 0
    signature: str = ""

    @property
    def place(self) -> str:
        """Where the source is, from whichever folder it is named: the same file by another path is the same source."""
        if self.source == "-" or "://" in self.source:
            return self.source
        return os.path.abspath(self.source)  # noqa: PTH100 - once for each of a million, and it may have a fragment

    @property
    def key(self) -> str:
        """The name of the job in the index: its place with what the list says of it."""
        if not (self.voice or self.language or self.title):
            return self.place
        wishes = [f"{name}={value}" for name in ("voice", "language", "title") if (value := getattr(self, name))]
        return "\x1f".join([self.place, *wishes])


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a job: an episode in `folder`, an error, or nothing, as it was retracted.

    `fresh` says that it was made in this run, `why` for which reason. `size` is in bytes, `duration` and `seconds` in
    seconds: of audio, and of work. `characters` are those spoken. `tries` counts how often the job was begun.
    `planned` receipts are those of a dry run: nothing was made. `retracted` is the ISO 8601 date and time at which the
    episode was taken back; `why` is the reason then. `message` ends in the `remedy`, if there is one.
    """

    job: Job
    folder: str = ""
    audio: str = ""
    slug: str = ""
    fingerprint: str = ""
    size: int = 0
    duration: float = 0.0
    characters: int = 0
    fresh: bool = False
    planned: bool = False
    why: str = ""
    retracted: str = ""
    seconds: float = 0.0
    tries: int = 1
    error: str = ""
    message: str = ""
    remedy: str = ""
    exit_code: int = 0
    traceback: str = ""

    @property
    def failed(self) -> bool:
        """Whether there is no episode though there should be."""
        return bool(self.error)


class Step(msgspec.Struct, frozen=True, tag="step"):
    """What is being done for the job, and how far it is; a total of 0 means that it isn't known yet."""

    what: str
    done: int = 0
    total: int = 0


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The child has started and waits for jobs."""


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """The child has taken the job: from here on its death is the job's."""


class Over(msgspec.Struct, frozen=True, tag="over"):
    """The job is over."""

    receipt: Receipt


Message = Ready | Begun | Step | Over


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What every slot of a run is told once.

    `work` is a function "module:name" that takes a Job, this brief and a function for steps, and gives a Receipt;
    `path` are further folders where Python finds it. `folder` is where relative paths start from, empty for where the
    child is started. `isolated` is false in the driver's own process, where an engine
    must not be let in.
    """

    settings: Settings = field(default_factory=Settings)
    work: str = NARRATE
    force: bool = False
    path: tuple[str, ...] = ()
    folder: str = ""
    isolated: bool = True
