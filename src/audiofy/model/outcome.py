"""What became of a source. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from audiofy.model.episode import Episode


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A source that is an episode now: `fresh` if it was made in this run, `folder` where it is."""

    source: str
    episode: Episode
    folder: str
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A source that is not: the name of the error, its message, the exit code, and a traceback of unforeseen faults."""

    source: str
    error: str
    message: str
    exit_code: int
    traceback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """A source whose episode was taken back: its `folder`, the ISO 8601 date and time, and the reason given then.

    It is no failure: nothing was to be made, and nothing was.
    """

    source: str
    folder: str
    when: str
    reason: str


Outcome = Done | Failed | Retracted
