"""Works for slots that behave as the job's source says: what engines do to us, without an engine."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from audiofy.batch.job import Receipt
from audiofy.batch.receipts import guarded
from audiofy.errors import FetchError, NoArticleError, OutputError


def obey(job, brief, tell):
    """Does what the source says: "ok", "die 9", "hang", "raise", "flaky FILE" …"""
    return guarded(job, lambda: _do(job, tell))


def _ok(rest, tell):
    tell("working", 1, 2)


def _print(rest, tell):
    sys.stdout.write("noise on stdout\n")
    os.write(1, b"more noise\n")
    subprocess.run([sys.executable, "-c", "print('from a grandchild')"], check=True)
    assert sys.stdin.read() == ""


def _grandchild(rest, tell):
    child = subprocess.Popen(["/bin/sleep", "600"])
    Path(rest).write_text(str(child.pid))
    time.sleep(600)


def _raise(rest, tell):
    raise ZeroDivisionError("by nothing")


def _refuse(rest, tell):
    raise NoArticleError("No article.")


def _flaky(rest, tell):
    if _note(rest, tell) < 2:
        raise FetchError("Not now.")


def _fatal_once(rest, tell):
    if _note(rest, tell) < 2:
        os.kill(os.getpid(), signal.SIGKILL)


def _fatal(rest, tell):
    _note(rest, tell)
    os.kill(os.getpid(), signal.SIGKILL)


def _note(rest, tell):
    path = Path(rest)
    with path.open("a") as file:
        file.write("x")
    return len(path.read_text())


def _meet(rest, tell):
    """Returns when the other one of two is there."""
    mine, other = map(Path, rest.split())
    mine.touch()
    end = time.monotonic() + 20
    while not other.exists():
        if time.monotonic() > end:
            raise OutputError(f"{other.name} did not come.")
        time.sleep(0.01)


VERBS = {
    "ok": _ok,
    "print": _print,
    "die": lambda rest, tell: os.kill(os.getpid(), int(rest)),
    "segfault": lambda rest, tell: ctypes.string_at(0),
    "exit": lambda rest, tell: os._exit(int(rest)),
    "hang": lambda rest, tell: time.sleep(600),
    "grandchild": _grandchild,
    "sleep": lambda rest, tell: time.sleep(float(rest)),
    "meet": _meet,
    "raise": _raise,
    "refuse": _refuse,
    "flaky": _flaky,
    "fatal-once": _fatal_once,
    "fatal": _fatal,
    "note": _note,
}


def _do(job, tell):
    verb, _, rest = job.source.partition(" ")
    VERBS[verb](rest, tell)
    return Receipt(job=job, slug=f"{verb}-{job.number}", folder=str(os.getpid()), fresh=True)
