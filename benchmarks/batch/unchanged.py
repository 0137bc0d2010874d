"""A million sources of which none has changed: how long `audiofy convert --from LIST` takes to know it.

    python benchmarks/batch/unchanged.py [--sources 1000000] [--in FOLDER]

Sources, episodes and index are made up, with real files for each: a source, an MP3 and an episode.json of a few bytes.
The command is the real one, run three times. It takes some 17 GB of disk for a million and minutes to set up.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from million import row  # type: ignore[import-not-found]  # the file beside this one

from audiofy.batch import glance
from audiofy.batch.index import Index
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = 3


def main() -> None:
    """Prints a line a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1_000_000)
    parser.add_argument("--in", dest="place", default=None, help="where to make the files")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.place) as name:
        folder = Path(name)
        begun = time.monotonic()
        settled = make(folder, asked.sources)
        print(f"{asked.sources} sources made up in {time.monotonic() - begun:.0f} s", flush=True)
        time.sleep(max(0.0, settled + glance.RACY - time.time()))
        for _ in range(RUNS):
            run(folder, asked.sources)


def make(folder: Path, count: int) -> float:
    """Writes sources, episodes, a list and the index; the POSIX time at which the last source was written."""
    output = folder / "output"
    for name in names(count):
        path = folder / "news" / f"{name}.txt"
        if name.endswith("/000"):
            path.parent.mkdir(parents=True)
        path.write_text(name, encoding="utf-8")
    with Path(folder, "list.txt").open("w", encoding="utf-8") as file:
        file.writelines(f"news/{name}.txt\n" for name in names(count))
    settled = time.time()
    for name in names(count):
        episode = output / name
        episode.mkdir(parents=True)
        (episode / "episode.mp3").write_bytes(b"sound")
        (episode / "episode.json").write_bytes(b"{}")
    glance.RACY = -1.0
    contexts = glance.Contexts(Settings())
    with Index(output) as index:
        for number, name in enumerate(names(count)):
            source = f"{folder}/news/{name}.txt"
            values = {"key": source, "source": source, "folder": name, "audio": "episode.mp3"}
            signature, _ = glance.signature(source)
            stamp = glance.stamp(str(output / name), "episode.mp3")
            values |= {"signature": signature, "stamp": stamp, "context": contexts.of(source)}
            index.put(msgspec.structs.replace(row(number), **values))
    return settled


def names(count: int) -> Iterator[str]:
    """Names, a thousand a folder; never all held, as a child's peak of memory counts what its parent has."""
    return (f"{number // 1000:04}/{number % 1000:03}" for number in range(count))


def run(folder: Path, count: int) -> None:
    """The command, which must find nothing to do."""
    command = [sys.executable, "-m", "audiofy", "convert", "--from", f"{folder}/list.txt", "-o", f"{folder}/output"]
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with Path(folder, "paths").open("wb") as paths:
        result = subprocess.run(command, cwd=folder, stdout=paths, stderr=subprocess.PIPE, check=True, text=True)
    wall, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert f"0 made, {count} up to date" in result.stderr, result.stderr
    each, peak = 1e6 * cpu / count, after.ru_maxrss / 1024
    print(f"{wall:.1f} s wall, {cpu:.1f} s CPU, {each:.0f} us each; {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
