"""A batch of real articles to where its time goes: speech, LAME, and each of the stages around them.

    python benchmarks/batch/profile.py [--articles 60]

One process does what a slot does, article after article. A stage has the CPU time of the functions below it that is not
another stage's, so the stages add up to the whole. Speech is the call of espeak-ng with the callback that takes its
frames; LAME is the calls of the encoder itself. The first articles, which import and start everything, don't count.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = str(Path(__file__).parent.resolve())
# This file has the name of a module that Python's own profilers import.
sys.path[:] = [folder for folder in sys.path if str(Path(folder or ".").resolve()) != HERE]

from audiofy.batch.job import Brief, Job  # noqa: E402 - the path comes first
from audiofy.batch.work import narrate_one  # noqa: E402 - the same
from audiofy.settings import Settings  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable

WARM_UP = 5
STAGES = {
    "speech": ("pyttsx3.drivers._espeak:Synth",),
    "LAME": ("lameenc:Encoder",),
    "reading": ("audiofy.pipeline.rehearsal:article.read",),
    "quotations, spoken form": ("audiofy.pipeline.rehearsal:compose",),
    "voices and casting": ("audiofy.pipeline.rehearsal:voices.load", "audiofy.pipeline.rehearsal:cast"),
    "levels and rate": tuple(f"audiofy.audio.perform:levels.{name}" for name in "amplify trim limit resample".split()),
    "cover": ("audiofy.cover:cover",),
    "tags": ("audiofy.audio.record:write_tags",),
    "hashes": ("audiofy.audio.record:file_digest", "audiofy.batch.work:settled"),
    "fingerprint": ("audiofy.audio.record:fingerprint", "audiofy.audio.fingerprint:fingerprint"),
    "transcripts": ("audiofy.publication:write_transcripts",),
    "episode.json": ("audiofy.output:write_episode",),
    "folder": ("audiofy.output:episode_folder",),
}
REST = "the rest"


class Clock:
    """CPU seconds by stage; a stage inside another stops the outer one's clock."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._open = [REST]
        self._last = time.thread_time()

    def turn(self) -> None:
        """Gives the time since the last turn to the stage that is open."""
        now = time.thread_time()
        self.spent[self._open[-1]] += now - self._last
        self._last = now

    def measured(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted as the stage's."""

        def call(*arguments: Any, **named: Any) -> Any:
            self.turn()
            self._open.append(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.turn()
                self._open.pop()

        return call


class Lame:
    """lameenc's encoder, on the clock."""

    def __init__(self, encoder: Any, clock: Clock) -> None:
        self._encoder = encoder
        self.encode = clock.measured("LAME", encoder.encode)
        self.flush = clock.measured("LAME", encoder.flush)

    def __getattr__(self, name: str) -> Any:
        """What is not encoding."""
        return getattr(self._encoder, name)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    count = parser.parse_args().articles
    sys.path.append(HERE)
    from articles import write  # type: ignore[import-not-found]  # the file beside this one

    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = Brief(settings=Settings(output=str(folder / "output")))
        paths = write(folder / "news", WARM_UP + count)
        jobs = [Job(source=str(path), number=number) for number, path in enumerate(paths, 1)]
        for job in jobs[:WARM_UP]:
            narrate(job, brief)
        instrument(clock)
        clock.turn()
        clock.spent.clear()
        for job in jobs[WARM_UP:]:
            narrate(job, brief)
        clock.turn()
    whole = sum(clock.spent.values())
    for stage, seconds in sorted(clock.spent.items(), key=lambda item: -item[1]):
        print(f"{stage:24} {1000 * seconds / count:8.1f} ms an article {100 * seconds / whole:6.1f} %")
    other = 1 - (clock.spent["speech"] + clock.spent["LAME"]) / whole
    print(f"{'whole':24} {1000 * whole / count:8.1f} ms; outside speech and LAME: {100 * other:.1f} %")


def narrate(job: Job, brief: Brief) -> None:
    """One article as a slot makes it; it must succeed."""
    receipt = narrate_one(job, brief, lambda _what, _done, _total: None)
    assert receipt.fresh, receipt


def instrument(clock: Clock) -> None:
    """Puts every stage's functions on the clock."""
    for stage, names in STAGES.items():
        for name in names:
            module, _, path = name.partition(":")
            *owners, attribute = path.split(".")
            owner: Any = importlib.import_module(module)
            for step in owners:
                owner = getattr(owner, step)
            found = getattr(owner, attribute)
            if stage == "LAME":
                setattr(owner, attribute, lambda make=found: Lame(make(), clock))
            else:
                setattr(owner, attribute, clock.measured(stage, found))


if __name__ == "__main__":
    main()
