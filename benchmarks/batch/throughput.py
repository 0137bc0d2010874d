"""A batch on one and on two slots, and the shell's `xargs -P2`, over the same articles: wall and CPU time.

    python benchmarks/batch/throughput.py [--articles 400]

The rival is given the bare words and makes a bare MP3: `espeak-ng --stdout | lame -m m -b 96 --resample 44.1`. Ours
reads the article, casts it, levels, tags, writes transcripts and fsyncs. The runs follow one another; nothing else
should run on the machine.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from articles import write  # type: ignore[import-not-found]  # the file beside this one

RIVAL = "espeak-ng -f {} --stdout | lame --quiet -m m -b 96 --resample 44.1 - {}.mp3"


class Cost(NamedTuple):
    """Seconds of a run: on the clock, and of all processors."""

    wall: float
    cpu: float


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder / "news", count)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
        print(f"{count} articles, {words} words")
        listing = "\0".join(map(str, paths)).encode()
        one = timed(ours(folder, "one", "local:1"))
        two = timed(ours(folder, "two", "local:2"))
        again = timed(ours(folder, "two", "local:2"))
        rival = timed(["xargs", "-0", "-P2", "-I{}", "sh", "-c", RIVAL], listing)
        rows = {"audiofy, 1 slot": one, "audiofy, 2 slots": two, "audiofy, nothing to do": again, "xargs -P2": rival}
        for what, cost in rows.items():
            print(f"{what:24} {cost.wall:7.1f} s wall {cost.cpu:7.1f} s CPU {cost.cpu / count:7.3f} s CPU an article")
        print(f"scaling from one slot to two: {one.wall / two.wall:.2f}")
        print(f"two slots against xargs -P2: {rival.wall / two.wall:.2f} by wall, {rival.cpu / two.cpu:.2f} by CPU")


def ours(folder: Path, output: str, on: str) -> list[str]:
    """The command that converts the articles."""
    return [
        sys.executable,
        "-m",
        "audiofy",
        "convert",
        str(folder / "news"),
        "-q",
        "-o",
        str(folder / output),
        "--on",
        on,
    ]


def timed(command: list[str], given: bytes = b"") -> Cost:
    """Seconds of a command that must succeed, with all that it starts."""
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - begun, cpu)


if __name__ == "__main__":
    main()
