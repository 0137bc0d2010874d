"""The child of a booth: lines asked for on standard input to speech on a private pipe.

Started as `python -m audiofy.audio.booth.inside`, in a process group of its own. Requests are lines of JSON; a reply is
a line of JSON and, after speech, as many bytes of sound as it says. What an engine prints goes to stderr.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import sys
import threading
import traceback
from typing import IO, Any

from audiofy.audio.booth.local import LocalBooth
from audiofy.errors import AudiofyError
from audiofy.model import Voice


# Coverage can't look into a process that is killed; tests/audio/test_booth.py drives both functions from outside.
def main() -> None:  # pragma: no cover
    """Serves until standard input ends: then the parent is done, or dead."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    # Engines print, and some read: neither may reach the pipes.
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a file descriptor is what is wanted
        os.dup2(nothing.fileno(), 0)
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    booth = LocalBooth(json.loads(requests.readline()))
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    _send(replies, {"ready": True})
    while True:
        request = json.loads(waiting.get())
        _answer(booth, request, replies)


def _listen(requests: IO[bytes], waiting: queue.SimpleQueue[bytes]) -> None:  # pragma: no cover
    """Passes requests on. In a thread, so that the end of input ends the process even while an engine hangs."""
    with contextlib.suppress(OSError):
        for line in requests:
            waiting.put(line)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # with whatever an engine has started
    os._exit(0)


def _answer(booth: LocalBooth, request: dict[str, Any], replies: IO[bytes]) -> None:
    try:
        (speech,) = booth.speak([(request["text"], Voice(**request["voice"]))])
    except AudiofyError as error:
        _send(replies, {"error": type(error).__name__, "message": error.message, "remedy": error.remedy})
    except Exception as error:  # noqa: BLE001 - whatever an engine raises is the loss of one line, told to the parent
        traceback.print_exc()
        _send(replies, {"error": "EngineCrashedError", "message": f"The speech engine failed: {error!r}."})
    else:
        words = [(mark.at, mark.frame) for mark in speech.words]
        _send(replies, {"frame_rate": speech.frame_rate, "bytes": len(speech.pcm), "words": words}, speech.pcm)


def _send(replies: IO[bytes], header: dict[str, Any], sound: bytes = b"") -> None:
    try:
        replies.write(json.dumps(header).encode() + b"\n")
        replies.write(sound)
        replies.flush()
    except OSError:
        sys.exit(0)  # the parent has gone


if __name__ == "__main__":  # pragma: no cover - as above
    main()
