"""What a check is, and what it finds. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How bad a finding is: a `notice` is something that listeners may want to know and that breaks no promise."""

    BROKEN = "broken"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A promise that is not kept: by which check, in which file, what, why it matters, and what to do.

    Where the check saw many faults in the file, `what` is the first and `more` has the others: they have one cause.
    """

    check: str
    family: str
    file: str
    what: str
    why: str
    remedy: str
    level: Level = Level.BROKEN
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check saw, and in which file; the file is the subject's own where it is empty."""

    what: str
    file: str = ""


class Unavailable(Exception):  # noqa: N818 - no error: a check that can't be made is skipped and says why
    """What a check needs is not there; the message says what."""


Find = Callable[[Any], Iterable[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A promise and how it is checked: `find` gives a fault for every way in which the subject breaks it."""

    name: str
    family: str
    why: str
    remedy: str
    find: Find
    level: Level


@dataclass(slots=True)
class Family:
    """The checks of one subject, in the order in which they were added."""

    name: str
    checks: list[Check] = field(default_factory=list)

    def check(self, name: str, *, why: str, remedy: str, level: Level = Level.BROKEN) -> Callable[[Find], Find]:
        """Adds the decorated function as a check of that name."""

        def add(find: Find) -> Find:
            made = Check(name=name, family=self.name, why=why, remedy=remedy, find=find, level=level)
            self.checks.append(made)
            return find

        return add


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A subject and what came of it: checks that were made, those that could not be (with why), and the findings."""

    subject: str
    made: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
