"""Receipts to a report of the run: report.json with every source, report.html for people.

Receipts are written to a file as they come and joined at the end, so that the report of a million takes no memory.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

import msgspec

from audiofy.errors import OutputError
from audiofy.output import temporary

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.batch.job import Receipt
    from audiofy.batch.tally import Tally

JSON, HTML = "report.json", "report.html"
SHOWN = 1000


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """One source in the report: `became` is "made", "current", "failed" or "planned", `why` for which reason."""

    source: str
    became: str
    folder: str = ""
    audio: str = ""
    why: str = ""
    error: str = ""
    message: str = ""
    seconds: float = 0.0
    duration: float = 0.0
    size: int = 0
    tries: int = 1


class Slow(msgspec.Struct, frozen=True):
    """A source that took long: seconds of work."""

    source: str
    seconds: float


class Summary(msgspec.Struct, frozen=True):
    """The totals of a run: times in seconds, sizes in bytes, `ended` an ISO 8601 date and time."""

    ended: str
    seconds: float
    made: int
    current: int
    failed: int
    planned: int
    duplicates: int
    audio_seconds: float
    audio_bytes: int
    work_seconds: float
    stopped: str
    errors: dict[str, int]
    slowest: list[Slow]


class Report:
    """A report in the making.

    Args:
        folder: Where it goes, usually `.audiofy` in the output.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "report.items.part"
        self._items: IO[bytes] | None = None

    def add(self, receipt: Receipt) -> None:
        """Takes a receipt.

        Raises:
            OutputError: The report can't be written.
        """
        try:
            if self._items is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._items = self._path.open("w+b", buffering=1 << 16)
            self._items.write(msgspec.json.encode(item(receipt)) + b"\n")
        except OSError as error:
            raise OutputError(f"Can't write {self._path}: {error.strerror}.", "Check the disk.") from error

    def finish(self, tally: Tally) -> Path:
        """Writes report.json and report.html whole, and gives the path of the first.

        Raises:
            OutputError: They can't be written.
        """
        from audiofy.batch.report_page import page

        totals = summary(tally)
        path = self._folder / JSON
        shown: list[Item] = []
        with temporary(path) as part, part.open("wb") as file:
            file.write(msgspec.json.encode(totals)[:-1] + b',"sources":[')
            for number, line in enumerate(self._lines()):
                file.write((b",\n" if number else b"\n") + line.rstrip())
                found = msgspec.json.decode(line, type=Item)
                if found.became == "failed" or len(shown) < SHOWN:
                    shown = _keep(shown, found)
            file.write(b"\n]}\n")
        with temporary(self._folder / HTML) as part:
            part.write_text(page(totals, shown), encoding="utf-8")
        self.close()
        return path

    def _lines(self) -> IO[bytes] | tuple[bytes, ...]:
        if self._items is None:
            return ()
        self._items.seek(0)
        return self._items

    def close(self) -> None:
        """Removes what is only needed in the making."""
        if self._items is not None:
            self._items.close()
            self._items = None
        with suppress(OSError):
            self._path.unlink()


def item(receipt: Receipt) -> Item:
    """A receipt as the report shows it."""
    if receipt.failed:
        became = "failed"
    elif receipt.planned and receipt.fresh:
        became = "planned"
    else:
        became = "made" if receipt.fresh else "current"
    return Item(
        source=receipt.job.source,
        became=became,
        folder=receipt.folder,
        audio=receipt.audio,
        why=receipt.why,
        error=receipt.error,
        message=receipt.message,
        seconds=receipt.seconds,
        duration=receipt.duration,
        size=receipt.size,
        tries=receipt.tries,
    )


def summary(tally: Tally) -> Summary:
    """The totals as the report has them."""
    return Summary(
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(tally.seconds, 1),
        made=tally.made,
        current=tally.current,
        failed=tally.failed,
        planned=tally.planned,
        duplicates=tally.twice,
        audio_seconds=round(tally.audio, 1),
        audio_bytes=tally.size,
        work_seconds=round(tally.work, 1),
        stopped=tally.stopped,
        errors=dict(tally.errors.most_common()),
        slowest=[Slow(source, seconds) for seconds, _, source in sorted(tally.slowest, reverse=True)],
    )


def _keep(shown: list[Item], found: Item) -> list[Item]:
    """At most SHOWN items; a failure drives out the first that is none."""
    if len(shown) < SHOWN:
        return [*shown, found]
    place = next((at for at, old in enumerate(shown) if old.became != "failed"), None)
    if place is None:
        return shown
    return [*shown[:place], *shown[place + 1 :], found]
