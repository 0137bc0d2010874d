"""A batch on one and on two slots, and the shell's `xargs -P2`, over the same articles: wall time, and where ours goes.

    python benchmarks/batch/throughput.py [--articles 400]

The rival is given the bare words and makes a bare MP3: `espeak-ng --stdout | lame -m m -b 96 --resample 44.1`. Ours
reads the article, casts it, levels, tags, writes transcripts and fsyncs. The runs follow one another; nothing else
should run on the machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import write  # type: ignore[import-not-found]  # the file beside this one

RIVAL = "espeak-ng -f {} --stdout | lame --quiet -m m -b 96 --resample 44.1 - {}.mp3"


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
        one = timed(ours(folder, "one", "local:1"))
        two = timed(ours(folder, "two", "local:2"))
        again = timed(ours(folder, "two", "local:2"))
        listing = "\0".join(map(str, paths)).encode()
        rival = timed(["xargs", "-0", "-P2", "-I{}", "sh", "-c", RIVAL], listing)
        print(f"audiofy, 1 slot          {one:7.1f} s  {one / count:6.3f} s an article")
        print(f"audiofy, 2 slots         {two:7.1f} s  {two / count:6.3f} s an article   scaling {one / two:.2f}")
        print(f"audiofy, nothing to do   {again:7.1f} s")
        print(f"xargs -P2                {rival:7.1f} s  {rival / count:6.3f} s an article")
        print(f"ours on two slots is {rival / two:.2f} times as fast as xargs")


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


def timed(command: list[str], given: bytes = b"") -> float:
    """Wall seconds of a command that must succeed."""
    begun = time.monotonic()
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
