"""What a batch keeps in memory: the driver over ever more sources, and a slot over many articles.

    python benchmarks/batch/memory.py [--sources 1000 10000 100000] [--articles 1000] [--dask ADDRESS]

The driver's runs use a null engine (null.py), each in a process of its own; figures are peak resident sizes. The slot's
run makes real episodes of test tones in one child that is never replaced; its size is read from /proc.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import tones, write  # type: ignore[import-not-found]  # the file beside this one

from audiofy.batch import Batch, Job, Terms
from audiofy.batch.job import Brief
from audiofy.batch.slot import Slot
from audiofy.settings import Settings

HERE = Path(__file__).parent


def main() -> None:
    """Prints a line a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--dask", default="")
    parser.add_argument("--drive", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.drive:
        drive(asked.drive, asked.dask)
        return
    for count in asked.sources:
        command = [sys.executable, __file__, "--drive", str(count), *(["--dask", asked.dask] if asked.dask else [])]
        subprocess.run(command, check=True)
    if asked.articles and not asked.dask:
        slot(asked.articles)


def drive(count: int, dask: str) -> None:
    """One batch over the null engine."""
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(
            (Job(source=f"https://example.org/{number}") for number in range(count)),
            settings=Settings(output=folder),
            terms=Terms(on=f"dask:{dask}" if dask else "local:2", work="null:narrate", path=(str(HERE),)),
        )
        begun = time.monotonic()
        receipts = sum(1 for receipt in batch.receipts() if not receipt.failed)
        spent = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:8} sources, {receipts} receipts: driver {peak:6.1f} MB, {1000 * spent / count:.2f} ms each", flush=True
    )


def slot(count: int) -> None:
    """One child over many articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder / "news", count, words=120)
        settings = Settings(output=str(folder / "output"), voices=str(tones(folder / "voices")))
        one = Slot(Brief(settings=settings), recycle=count + 1)
        for number, path in enumerate(paths, 1):
            receipt = one.work(Job(source=str(path), number=number))
            assert not receipt.failed, receipt.message
            if number in {10, 100} or number % 250 == 0:
                print(f"slot after {number:5} articles: {resident(one.pid):.1f} MB", flush=True)
        one.kill()


def resident(pid: int) -> float:
    """Megabytes that a process has in memory now."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
