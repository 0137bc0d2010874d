"""`audiofy convert` against what a user would write: CPU and wall time as ratios, in one run.

    python benchmarks/convert.py [--rounds 5] [--batch 8]

The rivals are the shell (`espeak-ng --stdout | lame`) and benchmarks/tutorial.py, both given the bare text that audiofy
speaks, without the page around it. They are run in turns, so that a busy machine is busy for all; a figure is the
median over the rounds, a ratio the median of the ratios within a round. Needs espeak-ng, lame and ffmpeg on the PATH.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "examples" / "harbour-bridge.txt"
SHELL = "espeak-ng -f '{text}' --stdout | lame --quiet -m m -b 96 --resample 44.1 - '{mp3}'"


class Cost(NamedTuple):
    """Seconds of a run."""

    wall: float
    cpu: float


def main() -> None:
    """Runs everything and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=8, help="articles of the longer run")
    parser.add_argument("--article", type=Path, default=ARTICLE)
    asked = parser.parse_args()
    missing = [name for name in ("espeak-ng", "lame", "ffmpeg") if not shutil.which(name)]
    if missing:
        sys.exit(f"Not on the PATH: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        compare(asked.article, Path(folder), rounds=asked.rounds, batch=asked.batch)


def compare(article: Path, folder: Path, *, rounds: int, batch: int) -> None:
    """Prints what one article costs alone, and one of `batch` in a longer run."""
    text = folder / "text.txt"
    text.write_text(spoken(article), encoding="utf-8")
    articles = [folder / f"article-{number}.txt" for number in range(batch)]
    for number, path in enumerate(articles):
        path.write_text(article.read_text(encoding="utf-8").replace("\n", f" {number}\n", 1), encoding="utf-8")
    convert = [sys.executable, "-m", "audiofy", "convert", "--force", "-q", "-o"]
    shell = ["sh", "-c", SHELL.format(text=text, mp3=folder / "shell.mp3")]
    commands = {
        "audiofy": [*convert, str(folder / "one"), str(article)],
        "shell": shell,
        "tutorial": [sys.executable, str(HERE / "tutorial.py"), str(text), str(folder / "tutorial.mp3")],
        f"audiofy, {batch} articles": [*convert, str(folder / "many"), *map(str, articles)],
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    run(commands["audiofy"])  # once without counting: files come off the disk, and nobody's gain is measured anew
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    print(f"{len(text.read_text(encoding='utf-8').split())} words, {rounds} rounds, {os.cpu_count()} processors")
    for name, several in costs.items():
        share = batch if "articles" in name else 1
        wall, cpu = (statistics.median(cost[index] for cost in several) / share for index in (0, 1))
        ratios = [
            statistics.median(
                cost[index] / share / rival[index] for cost, rival in zip(several, costs["shell"], strict=True)
            )
            for index in (0, 1)
        ]
        print(
            f"{name:<20} wall {wall:6.3f} s ({ratios[0]:5.2f} of shell)   CPU {cpu:6.3f} s ({ratios[1]:5.2f} of shell)"
        )


def spoken(article: Path) -> str:
    """What audiofy speaks of an article, a paragraph a line."""
    told = subprocess.run(
        [sys.executable, "-m", "audiofy", "script", str(article), "--json"], capture_output=True, check=True
    )
    script = json.loads(told.stdout)
    lines = script.get("script", script)["lines"]
    paragraphs: dict[tuple[int, int], str] = {}
    for number, line in enumerate(lines):
        place = (line["block"], number if line["block"] < 0 else 0)
        paragraphs[place] = f"{paragraphs.get(place, '')}{line['spoken']} "
    return "\n".join(paragraph.strip() for paragraph in paragraphs.values()) + "\n"


def run(command: list[str]) -> Cost:
    """Runs a command to its end, with all that it starts and waits for."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, os.times()
    return Cost(wall, after.children_user + after.children_system - before.children_user - before.children_system)


if __name__ == "__main__":
    main()
