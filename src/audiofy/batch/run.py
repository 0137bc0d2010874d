"""Many sources to a receipt each: skip what is current, run the rest, remember and report.

`Batch` streams: sources may be endless, and neither they nor the receipts are ever all held.
"""

from __future__ import annotations

import itertools
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch.cloud.places import is_cloud
from audiofy.batch.index import FOLDER
from audiofy.batch.job import NARRATE, REHEARSE, Brief, Job, Receipt
from audiofy.batch.ledger import Ledger, signed
from audiofy.batch.lock import held
from audiofy.batch.runners import open_runner, stream
from audiofy.batch.setup import check_setup
from audiofy.batch.sweep import Broom
from audiofy.batch.tally import Tally, allowance, too_many
from audiofy.errors import OutputError
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from audiofy.batch.rows import Pace
    from audiofy.batch.runners import OnStep, Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a run.

    `on` is where it runs ("local", "local:N", "dask:ADDRESS"; empty lets a single article run in this process and more
    on a slot a core). `retry` counts further tries after a crash, a hang or a fault of the network. `max_failures` is a
    number or a percentage, empty for any; `limit` counts articles to work on, 0 for all; those that are known to be
    current don't count. `dry_run` makes nothing. `wait` waits for another run in the same output. `work` and `path`
    are those of `Brief`.
    """

    force: bool = False
    on: str = ""
    retry: int = 1
    fail_fast: bool = False
    max_failures: str = ""
    limit: int = 0
    dry_run: bool = False
    wait: bool = False
    work: str = ""
    path: tuple[str, ...] = ()


class Batch:
    """One run over many sources.

    Args:
        jobs: The sources; may be endless.
        settings: What is in force; the defaults without.
        terms: The terms of the run.
        on_step: Called with the number of the slot (0 for this process), the job and the step, from any thread.
        tell: Called with lines for people.

    Attributes:
        tally: The totals so far.
        alone: Whether it is a single article, in this process.
        pace: This machine's figures from earlier runs, if there are any.
    """

    def __init__(
        self,
        jobs: Iterable[Job],
        *,
        settings: Settings | None = None,
        terms: Terms | None = None,
        on_step: OnStep = lambda _slot, _job, _step: None,
        tell: Callable[[str], None] = lambda _text: None,
    ) -> None:
        self.tally = Tally()
        self.settings = settings or Settings()
        self.terms = terms or Terms()
        self.runner: Runner | None = None
        self._ledger: Ledger | None = None
        self._broom: Broom | None = None
        self.alone = False
        self.pace: Pace | None = None
        self._jobs = jobs
        self._on_step = on_step
        self._tell = tell
        self._stop = False
        self._begun = 0

    @property
    def output(self) -> Path:
        """Where index and lock are: the output folder, or a folder of this machine that stands for object storage."""
        from audiofy.batch.cloud.state import local_state

        place = self.settings.output
        return local_state(place) if is_cloud(place) else Path(place)

    def stop(self, why: str) -> None:
        """Begins no further article; those in hand are finished. A signal handler may call it."""
        if not self._stop:
            self.tally.stopped = why
            self._stop = True
            if self.runner:
                self.runner.stop()

    def receipts(self) -> Generator[Receipt]:
        """One receipt a source, as they come; closing it early kills what is in hand.

        Raises:
            AudiofyError: The run itself can't go on: another has the folder, the disk is full, the cluster is gone.
        """
        allowed = allowance(self.terms.max_failures) if self.terms.max_failures else None
        first, jobs = _peek(self._jobs)
        self.alone = alone = len(first) == 1 and not self.terms.on
        with ExitStack() as stack:
            # One article alone needs neither lock nor index: its files are whole whoever else writes there, and a
            # look at the article costs as much as a look at the index.
            if not alone:
                self._prepare(stack)
            brief = Brief(
                settings=self.settings,
                work=self.terms.work or (REHEARSE if self.terms.dry_run else NARRATE),
                force=self.terms.force,
                path=self.terms.path,
                folder=str(Path.cwd()),
            )
            place = "inline" if alone else self.terms.on or "local"
            self.runner = open_runner(place, brief, on_step=self._on_step, retry=self.terms.retry)
            stack.callback(self.runner.close)
            for receipt in stream(self._feed(jobs), self.runner, stop=lambda: self._stop):
                self.tally.add(receipt)
                if self._ledger:
                    self._ledger.remember(receipt)
                if self._broom:
                    self._broom.see(receipt)
                self._judge(receipt, allowed)
                yield receipt
            if self._broom:
                self._broom.put_away()

    def _prepare(self, stack: ExitStack) -> None:
        check_setup(self.settings)
        if self.terms.dry_run and not (self.output / FOLDER).exists():
            return  # a dry run leaves nothing behind
        if not self.terms.dry_run:
            stack.enter_context(held(self.output, wait=self.terms.wait, tell=self._tell))
            if not is_cloud(self.settings.output):
                self._broom = Broom(self.output, self._tell)
        self._ledger = Ledger(self.output, self.settings, rehearsing=self.terms.dry_run, tell=self._tell)
        stack.callback(self._ledger.close)
        self.pace = self._ledger.pace()

    def _feed(self, jobs: Iterator[Job]) -> Iterator[Job | Receipt]:
        """What is to be worked on; a receipt at once for what is known to be current."""
        ledger = self._ledger
        number = 0
        for given in jobs:
            if ledger and not ledger.first_time(given):
                self.tally.twice += 1
                continue
            number += 1
            job = signed(given if given.number == number else msgspec.structs.replace(given, number=number))
            known = ledger.known(job) if ledger and not self.terms.force else None
            if known:
                yield known
                continue
            if self.terms.limit and self._begun >= self.terms.limit:
                self.stop(f"--limit {self.terms.limit}")
                return
            self._begun += 1
            yield job

    def _judge(self, receipt: Receipt, allowed: tuple[float, bool] | None) -> None:
        if not receipt.failed:
            return
        if self.terms.fail_fast:
            self.stop("--fail-fast")
        elif allowed and too_many(self.tally, allowed):
            self.stop(f"--max-failures {self.terms.max_failures}")
        elif receipt.error == "OutputError" and not is_cloud(self.settings.output) and not _writable(self.output):
            self.stop(receipt.message)


def _peek(jobs: Iterable[Job]) -> tuple[list[Job], Iterator[Job]]:
    """The first two jobs, and all of them."""
    rest = iter(jobs)
    first = list(itertools.islice(rest, 2))
    return first, itertools.chain(first, rest)


def _writable(output: Path) -> bool:
    """Whether the output takes a file at all: if not, every further article would be made for nothing."""
    from audiofy.output import write_whole

    probe = output / ".audiofy" / "probe"
    try:
        write_whole(probe, b"\0" * 1_000_000)
        probe.unlink()
    except (OutputError, OSError):
        return False
    return True
