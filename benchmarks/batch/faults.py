"""Batches under fire: kill -9 of the driver, of slots, of Dask workers and the scheduler, at random moments.

    python benchmarks/batch/faults.py driver|slots|dask [--articles 200] [--kills 50]

After each kill every finished episode is checked: the MP3 has the hash that its episode.json says, and its file is the
same as before, so nothing was torn, lost or done twice. In the end every article must have its one episode.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from hashlib import sha256
from pathlib import Path

from articles import tones, write  # type: ignore[import-not-found]  # the file beside this one

from audiofy.batch import Batch, Terms, gather
from audiofy.batch.runners.local import Local
from audiofy.settings import Settings

CHANCE = random.Random(11)


class Watch:
    """What is finished in an output folder, and whether it stays as it was."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.known: dict[str, tuple[int, int]] = {}
        self.twice = self.torn = self.lost = 0

    def look(self) -> int:
        """Checks every finished episode, and gives how many there are."""
        found = {}
        for path in self.output.glob("*/episode.json"):
            recording = json.loads(path.read_bytes())["recording"]
            audio = path.parent / recording["audio"]
            if not audio.exists() or sha256(audio.read_bytes()).hexdigest() != recording["sha256"]:
                self.torn += 1
            status = path.stat()
            found[path.parent.name] = (status.st_ino, status.st_mtime_ns)
        self.lost += len(self.known.keys() - found.keys())
        self.twice += sum(1 for name in self.known.keys() & found.keys() if self.known[name] != found[name])
        self.known = found
        return len(found)

    def verdict(self, expected: int) -> str:
        """The result in a line."""
        done, parts = self.look(), sum(1 for _ in self.output.rglob("*.part"))
        faults = f"{self.lost} lost, {self.twice} done twice, {self.torn} torn"
        return f"{done} of {expected} done, {faults}, {parts} part files left"


def main() -> None:
    """Runs one of the trials."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trial", choices=["driver", "slots", "dask"])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "news", asked.articles, words=100)
        settings = Settings(output=str(folder / "output"), voices=str(tones(folder / "voices")))
        {"driver": driver, "slots": slots, "dask": dask}[asked.trial](folder, settings, asked.articles, asked.kills)


def command(folder: Path, settings: Settings, on: str) -> list[str]:
    """The command that converts the articles."""
    place = ["-o", settings.output, "--voices", settings.voices, "--on", on]
    return [sys.executable, "-m", "audiofy", "convert", str(folder / "news"), "-q", *place]


def driver(folder: Path, settings: Settings, count: int, kills: int) -> None:
    """Kills the driver again and again; whatever it has started must be gone soon after."""
    watch, orphans, seen = Watch(Path(settings.output)), 0, 0
    for _ in range(kills):
        process = subprocess.Popen(command(folder, settings, "local:2"), stdout=subprocess.DEVNULL)
        time.sleep(CHANCE.uniform(0.1, 3.0))
        children = below(process.pid)
        process.kill()
        process.wait()
        time.sleep(1)
        orphans += sum(1 for child in children if cmdline(child))
        seen += len(children)
        watch.look()
    before = watch.look()
    subprocess.run(command(folder, settings, "local:2"), stdout=subprocess.DEVNULL, check=True)
    print(f"{kills} kills of the driver, {before} done under fire: {watch.verdict(count)}")
    print(f"  {orphans} of the {seen} slots that ran then were left behind")


def below(pid: int) -> list[int]:
    """The children of a process, whichever of its threads has started them."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(one) for one in path.read_text(encoding="ascii").split()]
        except OSError:  # the thread has ended
            continue
    return found


def slots(folder: Path, settings: Settings, count: int, kills: int) -> None:
    """Kills slots while a batch runs, until so many have been killed, and runs the batch again."""
    watch = Watch(Path(settings.output))
    batch = Batch(gather([str(folder / "news")]), settings=settings, terms=Terms(on="local:2"))
    done = threading.Event()
    killed = 0

    def fire() -> None:
        nonlocal killed
        while not done.is_set() and killed < kills:
            time.sleep(CHANCE.uniform(0.1, 0.7))
            pids = batch.runner.pids() if isinstance(batch.runner, Local) else ()
            if pids:
                try:
                    os.kill(CHANCE.choice(pids), signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    pass

    thread = threading.Thread(target=fire)
    thread.start()
    receipts = list(batch.receipts())
    done.set()
    thread.join()
    again, failed = sum(1 for receipt in receipts if receipt.tries > 1), [one for one in receipts if one.failed]
    sources = len({receipt.job.source for receipt in receipts})
    print(f"{killed} kills of slots: {len(receipts)} receipts for {sources} sources")
    print(f"  {again} tried twice, {len(failed)} failed")
    print(f"  why: {sorted({one.message.rpartition(': ')[2] for one in failed})}")
    watch.look()
    subprocess.run(command(folder, settings, "local:2"), stdout=subprocess.DEVNULL, check=True)
    print(f"  run again: {watch.verdict(count)}")


def dask(folder: Path, settings: Settings, count: int, kills: int) -> None:
    """Kills workers and once the scheduler of a cluster of two workers, and runs the batch to its end."""
    watch = Watch(Path(settings.output))
    place = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    tool = [sys.executable, "-m", "dask"]
    for trial in ("scheduler", "workers"):
        place.unlink(missing_ok=True)
        scheduler = subprocess.Popen(
            [*tool, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", place],
            **quiet,  # type: ignore[call-overload]  # the same pair of streams for all
        )
        while not place.exists():
            time.sleep(0.1)
        workers = subprocess.Popen(
            [*tool, "worker", "--scheduler-file", place, "--nworkers", "2", "--nthreads", "1", "--no-dashboard"],
            cwd=folder,
            start_new_session=True,
            **quiet,  # type: ignore[call-overload]  # the same
        )
        time.sleep(3)
        process = subprocess.Popen(
            command(folder, settings, f"dask:{place}"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        hit = 0
        if trial == "scheduler":
            time.sleep(CHANCE.uniform(5, 7))
            scheduler.kill()
            hit = 1
        while trial == "workers" and process.poll() is None and hit < kills:
            time.sleep(CHANCE.uniform(0.5, 1.5))
            victims = [pid for nanny in below(workers.pid) for pid in (nanny,) if b"spawn_main" in cmdline(pid)]
            if victims:
                os.kill(CHANCE.choice(victims), signal.SIGKILL)
                hit += 1
        _, told = process.communicate(timeout=300)
        said = told.decode().strip()[-160:]
        print(f"{trial} killed {hit} times: exit {process.returncode}, {watch.look()} done; {said!r}", flush=True)
        os.killpg(workers.pid, signal.SIGKILL)
        scheduler.kill()
        workers.wait()
        scheduler.wait()
    subprocess.run(command(folder, settings, "local:2"), stdout=subprocess.DEVNULL, check=True)
    print(watch.verdict(count))


def cmdline(pid: int) -> bytes:
    """The command of a process; empty once it is dead, also where nobody has asked for its exit code yet."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


if __name__ == "__main__":
    main()
