"""A cluster to a clear yes or no: every worker must make the same episode of an article as this machine would."""

from __future__ import annotations

import platform
import time
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import msgspec

from audiofy.batch import glance
from audiofy.batch.cloud.places import is_cloud
from audiofy.batch.index import FOLDER
from audiofy.batch.job import Brief, Job, Receipt
from audiofy.batch.receipts import guarded
from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

INSPECT = "audiofy.batch.runners.preflight:inspect_one"
PROBE = "preflight-"
# A nanny takes a few seconds to replace a worker that died.
ASKED = 5
PAUSE = 2.0


def preflight(client: Any, brief: Brief) -> int:
    """Compares every worker with this machine.

    Returns:
        How many threads the workers have.

    Raises:
        SettingsError: There is no worker, or one differs; the message says which and in what.
    """
    from audiofy.batch.runners.worker import inspect

    token = _token(brief)
    try:
        here = facts(brief)
        question = msgspec.json.encode(replace(brief, work=INSPECT))
        answers = _asked(client, inspect, question)
        for worker, answer in sorted(answers.items()):
            _compare(worker, msgspec.json.decode(answer, type=Receipt), here)
    finally:
        if token:
            token.unlink(missing_ok=True)
    threads: dict[str, int] = client.nthreads()
    return sum(threads.values())


def _asked(client: Any, inspect: Callable[[bytes], bytes], question: bytes) -> dict[str, bytes]:
    """Every worker's answer. One that dies while it is asked says nothing about the others: they are asked again."""
    problem: object = None
    for _ in range(ASKED):
        if not client.nthreads():
            problem = "it has no workers"
        else:
            try:
                answers: dict[str, Any] = client.run(inspect, question, on_error="return")
            except OSError as error:
                answers = {"": error}
            problem = next((answer for answer in answers.values() if not isinstance(answer, bytes)), None)
            if problem is None:
                return answers
            if not isinstance(problem, OSError):
                break
        time.sleep(PAUSE)
    raise SettingsError(
        f"The Dask cluster can't run audiofy: {problem!r}.",
        "Start workers with: dask worker ADDRESS --nthreads 1, and install the same audiofy and Python there.",
    )


def inspect_one(job: Job, brief: Brief, _tell: Callable[[str, int, int], None]) -> Receipt:
    """The facts of this process, as the message of a receipt."""
    return guarded(job, lambda: Receipt(job=job, message=msgspec.json.encode(facts(brief)).decode()))


def facts(brief: Brief) -> dict[str, str]:
    """What must be the same everywhere: Python, audiofy, voices and files that settings name, engines, the output."""
    return {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "audiofy": glance.own_digest(),
        "libraries": glance.libraries_digest(),
        "voices, lexicons and sounds": glance.files_digest(brief.settings),
        "engines": _engines(brief),
        "output folder": _tokens(brief),
    }


def _engines(brief: Brief) -> str:
    from audiofy import voices
    from audiofy.audio.engines import versions

    folder = Path(brief.settings.voices) if brief.settings.voices else None
    names = sorted({voice.engine for voice in voices.load(folder)})
    return str(versions(names))


def _compare(worker: str, answer: Receipt, here: dict[str, str]) -> None:
    if answer.failed:
        raise SettingsError(f"The worker {worker} can't run audiofy: {answer.message}", answer.traceback)
    there = msgspec.json.decode(answer.message, type=dict[str, str])
    differing = [name for name, value in here.items() if there.get(name) != value]
    if "output folder" in differing:
        raise SettingsError(
            f"The worker {worker} doesn't see this machine's output folder.",
            "Use a folder that all machines share under the same path, or object storage (-o s3://bucket/folder).",
        )
    if differing:
        raise SettingsError(
            f"The worker {worker} differs from this machine in: {', '.join(differing)}.",
            "Install the same audiofy with the same libraries, voices and settings files there.",
        )


def _token(brief: Brief) -> Path | None:
    """A file in the output that a worker sees only if it shares the folder."""
    if is_cloud(brief.settings.output):
        return None
    token = Path(brief.settings.output, FOLDER, f"{PROBE}{token_hex(8)}")
    token.parent.mkdir(parents=True, exist_ok=True)
    token.touch()
    return token


def _tokens(brief: Brief) -> str:
    if is_cloud(brief.settings.output):
        return ""
    return ",".join(sorted(path.name for path in Path(brief.settings.output, FOLDER).glob(f"{PROBE}*")))
