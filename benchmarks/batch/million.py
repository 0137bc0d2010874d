"""An index of a million rows: made, searched, and asked whether a million sources are unchanged.

python benchmarks/batch/million.py [--rows 1000000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from audiofy.batch.index import Index
from audiofy.batch.met import Met
from audiofy.batch.rows import Row


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as name, Index(Path(name)) as index:
        begun = time.monotonic()
        for number in range(rows):
            index.put(row(number))
        index.commit()
        made = time.monotonic() - begun
        begun = time.monotonic()
        found = sum(1 for number in range(0, rows, 10) if index.find(f"news/{number:07}.html"))
        searched = time.monotonic() - begun
        begun = time.monotonic()
        ordered = sum(1 for number in range(rows) if index.look_up(f"news/{number:07}.html"))
        walked = time.monotonic() - begun
        begun, seen = time.monotonic(), Met()
        met = sum(1 for number in range(rows) if seen.first_time(f"news/{number:07}.html"))
        told = time.monotonic() - begun
        seen.close()
        size = index.path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows} rows in {made:.1f} s, {size:.0f} MB; process {peak:.0f} MB")
    print(f"{found} look-ups in {searched:.1f} s, {1e6 * searched / found:.1f} us each")
    print(f"{ordered} look-ups in their order in {walked:.1f} s, {1e6 * walked / rows:.1f} us each")
    print(f"{met} keys met for the first time in {told:.1f} s, {1e6 * told / rows:.1f} us each")


def row(number: int) -> Row:
    """A row as a run leaves it."""
    return Row(
        key=f"news/{number:07}.html",
        source=f"news/{number:07}.html",
        folder=f"a-title-of-some-length-{number:07}",
        audio=f"a-title-of-some-length-{number:07}.mp3",
        fingerprint=f"{number:064x}",
        signature=f"{number:x}-{number:x}-{number:x}-{number:x}",
        context="0" * 32,
        stamp=f"{number:x}-{number:x}-{number:x}/{number:x}-{number:x}-{number:x}",
        size=1_900_000,
        duration=156.0,
        characters=2400,
        seconds=0.9,
        seen=1e9,
    )


if __name__ == "__main__":
    main()
