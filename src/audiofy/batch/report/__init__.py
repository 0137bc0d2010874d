"""Receipts to a report of the run: report.json with every source, report.html for people.

Receipts are written to a file as they come and joined at the end, so that the report of a million takes no memory.
"""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING

import msgspec

from audiofy.batch.report.items import Item, Slow, Summary, item, summary
from audiofy.batch.report.page import page
from audiofy.errors import OutputError
from audiofy.output import temporary

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.batch.job import Receipt
    from audiofy.batch.tally import Tally

__all__ = ["Item", "Report", "Slow", "Summary", "item", "summary"]

JSON, HTML = "report.json", "report.html"
SHOWN = 1000


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
        totals = summary(tally)
        path = self._folder / JSON
        failed: list[Item] = []
        others: list[Item] = []
        with temporary(path) as part, part.open("wb") as file:
            file.write(msgspec.json.encode(totals)[:-1] + b',"sources":[')
            for number, line in enumerate(self._lines()):
                file.write((b",\n" if number else b"\n") + line.rstrip())
                if b'"became":"failed"' in line or len(others) < SHOWN:
                    found = msgspec.json.decode(line, type=Item)
                    kept = failed if found.became == "failed" else others
                    kept[SHOWN:] = [] if len(kept) >= SHOWN else [found]
            file.write(b"\n]}\n")
        with temporary(self._folder / HTML) as part:
            part.write_text(page(totals, [*failed, *others][:SHOWN], self._folder), encoding="utf-8")
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
