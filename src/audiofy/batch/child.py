"""Jobs on standard input to receipts on a private pipe: what runs inside a slot.

Started fresh with `python -m audiofy.batch.child`, never forked: espeak-ng hangs in a child that was forked after it
was loaded. Descriptors 0 and 1 are moved away first, so whatever an engine prints or reads never meets the protocol.
"""

from __future__ import annotations

import faulthandler
import os
import queue
import signal
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from audiofy.batch.job import Begun, Brief, Job, Message, Over, Ready, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Receipt

    Work = Callable[[Job, Brief, Callable[[str, int, int], None]], Receipt]

# People read a few steps a second at most, and the parent only needs to know that something moves.
STEP_EVERY = 0.1


def main() -> None:
    """Works until standard input closes, which it also does when the parent dies."""
    commands, reports = _private_pipes()
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    faulthandler.enable(file=sys.stderr)
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    brief = msgspec.json.decode(commands.readline(), type=Brief)
    threading.Thread(target=_listen, args=(commands, waiting), daemon=True).start()
    sys.path[:0] = [folder for folder in brief.path if folder not in sys.path]
    if brief.folder and os.path.isdir(brief.folder):  # noqa: PTH112 - pathlib would be one more import at each start
        os.chdir(brief.folder)
    work = load(brief.work)
    _send(reports, Ready())
    while True:
        job = msgspec.json.decode(waiting.get(), type=Job)
        _send(reports, Begun())
        _send(reports, Over(work(job, brief, _teller(reports))))


def load(name: str) -> Work:
    """The function that "module:function" names."""
    module, _, function = name.partition(":")
    work: Work = getattr(import_module(module), function)
    return work


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    commands, reports = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    return os.fdopen(commands, "rb"), os.fdopen(reports, "wb", buffering=0)


def _listen(commands: BinaryIO, waiting: queue.SimpleQueue[bytes]) -> None:
    """Hands on commands; at the end of them nobody waits for this process, so it goes with all it has started.

    Reading between jobs only would leave a busy child, and what it started, behind a parent that was killed.
    """
    for line in commands:
        waiting.put(line)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _send(reports: BinaryIO, message: Message) -> None:
    content = msgspec.json.encode(message) + b"\n"
    with suppress(BrokenPipeError):  # the parent is gone; _listen ends this process
        while content:
            content = content[reports.write(content) or 0 :]


def _teller(reports: BinaryIO) -> Callable[[str, int, int], None]:
    """A function for steps that sends at most one every STEP_EVERY seconds, and each new total at once."""
    last: dict[str, Any] = {"time": 0.0, "total": 0}

    def tell(what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if total != last["total"] or now - last["time"] >= STEP_EVERY:
            last.update(time=now, total=total)
            _send(reports, Step(what, done, total))

    return tell


if __name__ == "__main__":
    main()
