"""A batch run for people: signals, progress, what is printed, the report, who is told, and the exit code."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.cli.console import complain, complaint, many
from audiofy.errors import AudiofyError, OutputError, SomeFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

    from audiofy.batch import Batch, Job, Receipt, Terms
    from audiofy.batch.job import Step
    from audiofy.batch.tally import Tally
    from audiofy.cli.display import Display
    from audiofy.cli.events import Stdout
    from audiofy.settings import Settings

INTERRUPTED = 130
TERMINATED = 143
SIGNALS = {"Ctrl-C": INTERRUPTED, "SIGTERM": TERMINATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a run is shown: JSON lines, no progress, whom to tell at its end (a command or an address).

    `only_news` leaves out what is up to date, and tells nobody of a run without news.
    """

    json: bool = False
    quiet: bool = False
    notify: str = ""
    only_news: bool = False


def run(jobs: Iterable[Job], settings: Settings, terms: Terms, wishes: Wishes, *, expected: Callable[[], int]) -> int:
    """Runs a batch, prints its outcomes and gives the exit code.

    Raises:
        AudiofyError: The run itself can't go on.
    """
    from audiofy.batch import Batch, in_order
    from audiofy.cli.display import display
    from audiofy.cli.events import Events, Paths

    shown: list[tuple[Display, Stdout]] = []

    def step(slot: int, job: Job, step: Step) -> None:
        screen, out = shown[0]
        screen.step(slot, job, step)
        out.step(slot, job)

    batch = Batch(jobs, settings=settings, terms=terms, on_step=step, tell=lambda text: shown[0][0].say(text))  # noqa: PLW0108 - the display comes later
    out = Events(batch, expected, only_outcomes=wishes.only_news) if wishes.json else Paths()
    exit_code = 0
    plain = wishes.json and sys.stdout.isatty()  # on a terminal the events themselves say how far it is
    with (
        display(batch, expected=expected, quiet=wishes.quiet, plain=plain) as screen,
        _stoppable(batch, screen),
    ):
        shown.append((screen, out))
        with _reported(batch, wishes, screen) as report:
            for receipt in in_order(batch.receipts()):
                report(receipt)
                if receipt.fresh or receipt.failed or not wishes.only_news:
                    with screen.aside():
                        out.outcome(receipt)
                screen.moved(receipt.job)
                exit_code = receipt.exit_code
                if remark := _remark(receipt, batch, wishes):
                    screen.say(remark)
    out.ended()
    return _verdict(batch, terms, wishes, exit_code)


def _remark(receipt: Receipt, batch: Batch, wishes: Wishes) -> str:
    """What people should hear of a source now, "" if nothing."""
    if receipt.failed or (receipt.retracted and not wishes.only_news and not receipt.planned):
        what = receipt.message.removesuffix(receipt.remedy).rstrip()
        # Of many sources the message alone wouldn't tell which is meant.
        named = what if batch.alone or what.startswith(f"{receipt.job.source}:") else f"{receipt.job.source}: {what}"
        return complaint(named, receipt.remedy)
    if receipt.retracted:
        return ""
    if batch.alone and not receipt.fresh and not wishes.quiet and not receipt.planned:
        return f"audiofy: {receipt.slug} is up to date; --force makes it again."
    return ""


def _verdict(batch: Batch, terms: Terms, wishes: Wishes, exit_code: int) -> int:
    """The exit code of a run that has ended, and what people should hear of it."""
    from audiofy.batch.report import summary
    from audiofy.batch.report.page import headline
    from audiofy.cli.console import tell

    tally = batch.tally
    if batch.alone and tally.total == 1 and not terms.dry_run:
        return exit_code
    if not wishes.quiet:
        tell(headline(summary(tally)))
        if terms.dry_run:
            tell(_estimate(batch))
    if tally.stopped in SIGNALS:
        return SIGNALS[tally.stopped]
    if tally.stopped and not wishes.quiet:
        tell(f"Stopped early: {tally.stopped}")
    if tally.failed:
        complain(SomeFailedError(_failures(tally)))
        return SomeFailedError.exit_code
    return 0


def _failures(tally: Tally) -> str:
    if tally.failed == tally.total:
        return f"{'The only article' if tally.total == 1 else f'All {tally.total} articles'} failed."
    rest = "the others are done" if not tally.stopped else "what was finished is done"
    return f"{tally.failed} of {many(tally.total, 'article')} failed; {rest}."


def _estimate(batch: Batch) -> str:
    from audiofy.batch.estimate import estimate

    return estimate(batch)


@contextmanager
def _reported(batch: Batch, wishes: Wishes, screen: Display) -> Iterator[Callable[[Receipt], None]]:
    """Takes receipts for the report, and writes it at the end, however that comes."""
    from audiofy.batch.index import FOLDER
    from audiofy.batch.report import Report, summary

    report: Report | None = None

    def add(receipt: Receipt) -> None:
        nonlocal report
        if batch.alone or receipt.planned:
            return
        if report is None:
            report = Report(batch.output / FOLDER)
        with suppress(OutputError):  # the disk is full: the articles say so themselves
            report.add(receipt)

    path: Path | None = None
    try:
        yield add
    finally:
        if report is not None:
            try:
                path = report.finish(batch.tally)
            except AudiofyError as error:
                screen.say(f"audiofy: {error}")
            report.close()
    if wishes.notify and (batch.tally.made or batch.tally.failed or not wishes.only_news):
        from audiofy.batch.notify import notify

        problem = notify(wishes.notify, summary(batch.tally), path)
        if problem:
            screen.say(f"audiofy: nobody was told of the end of the run: {problem}.")


@contextmanager
def _stoppable(batch: Batch, screen: Display) -> Iterator[None]:
    """Ctrl-C and SIGTERM finish the articles in hand; a second one, or one for a single article, stops at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: FrameType | None) -> None:
        if batch.alone or batch.tally.stopped:
            raise KeyboardInterrupt
        batch.stop("Ctrl-C" if number == signal.SIGINT else "SIGTERM")
        screen.say("Finishing the articles in hand; once more stops at once.")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def counter(named: tuple[str, ...], lists: tuple[str, ...], settings: Settings) -> Callable[[], int]:
    """A function that gives how many sources there are, once they are counted, and 0 before.

    Standard input and addresses can't be counted without using them up or fetching them.
    """
    from audiofy.batch import gather

    found: list[int] = []

    def count() -> None:
        with suppress(AudiofyError, OSError):
            found.append(sum(1 for _ in gather(named, lists=lists, settings=settings)))

    countable = "-" not in lists and not any("://" in name for name in (*named, *lists))
    begun = not countable

    def counted() -> int:
        nonlocal begun
        if not begun:  # only now does somebody want to know
            begun = True
            threading.Thread(target=count, daemon=True).start()
        return found[0] if found else 0

    return counted
