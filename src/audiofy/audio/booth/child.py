"""Engines in a child process: lines to speech, with a deadline a clip, and a crash that costs one line.

The child is started fresh and never forked: a fork of a process that has loaded espeak-ng hangs. It has its own
session, so that stopping it stops whatever an engine started too, and so that Ctrl-C reaches it only through us. It
dies when its standard input ends, which it also does when this process is killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from audiofy import errors
from audiofy.audio.engines import ENGINES
from audiofy.errors import AudiofyError, EngineCrashedError, EngineTimeoutError
from audiofy.model import Mark, Speech, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_START_SECONDS = 60.0
_LINES_AHEAD = 4
_STDERR_TAIL = 300


class ChildBooth:
    """A booth in a child process.

    Args:
        deadline: How many seconds one clip may take.
        engines: Engine name to "module:class".
    """

    def __init__(self, *, deadline: float = 60.0, engines: Mapping[str, str] = ENGINES) -> None:
        self._deadline = deadline
        self._engines = engines
        self._child: _Child | None = None
        self._busy = False
        self._start()

    def speak(self, lines: Iterable[tuple[str, Voice]]) -> Iterator[Speech]:
        """Speaks each text, some lines ahead of what is asked for; raises as `Booth.speak` says.

        The first lines are on their way when this returns. After an error, or when the caller stops early, the child
        is ended; the next call starts another.
        """
        if self._busy:
            self.close()
        child, source = self._start(), iter(lines)
        pending = _ask(child, source, _LINES_AHEAD)
        self._busy = bool(pending)
        return self._receive(child, source, pending)

    def _receive(self, child: _Child, source: Iterator[tuple[str, Voice]], pending: list[Voice]) -> Iterator[Speech]:
        try:
            child.wait_until_ready()
            while pending:
                speech = child.reply(pending.pop(0), self._deadline)
                pending += _ask(child, source, 1)
                self._busy = bool(pending)
                yield speech
        finally:
            # Replies that nobody took must not be taken for the next lines'.
            if self._busy and child is self._child:
                self.close()

    def close(self) -> None:
        """Ends the child and its process group."""
        if self._child is not None:
            self._child.end()
            self._child = None
            self._busy = False

    def _start(self) -> _Child:
        if self._child is not None and self._child.has_ended():
            self.close()
        if self._child is None:
            self._child = _Child(self._engines)
        return self._child


class _Child:
    """The process, its pipes, and a thread that reads its replies (a pipe has no deadline of its own everywhere)."""

    def __init__(self, engines: Mapping[str, str]) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by end()
        path = os.pathsep.join(entry for entry in sys.path if entry)
        # -P: the working directory is no place to import from, it may hold anything.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "audiofy.audio.booth.inside"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests = self._process.stdin
        self._replies: queue.SimpleQueue[tuple[dict[str, Any], bytes] | None] = queue.SimpleQueue()
        self._ready = False
        self._write(dict(engines))
        threading.Thread(target=_read, args=(self._process.stdout, self._replies), daemon=True).start()

    def has_ended(self) -> bool:
        """Whether the process is gone, though nobody has ended it."""
        return self._process.poll() is not None

    def wait_until_ready(self) -> None:
        """Returns when the child has started, which is not the engine's time."""
        if not self._ready:
            self._next(_START_SECONDS, "audiofy")
            self._ready = True

    def ask(self, text: str, voice: Voice) -> None:
        """Asks for a line to be spoken."""
        self._write({"text": text, "voice": asdict(voice)})

    def reply(self, voice: Voice, deadline: float) -> Speech:
        """The speech that was asked for first of those not yet received."""
        header, sound = self._next(deadline, voice.engine)
        if "error" in header:
            kind: type[AudiofyError] = getattr(errors, header["error"], EngineCrashedError)
            raise kind(header["message"], header.get("remedy", ""))
        words = tuple(Mark(at=at, frame=frame) for at, frame in header["words"])
        return Speech(pcm=sound, frame_rate=header["frame_rate"], words=words)

    def _write(self, message: dict[str, Any]) -> None:
        # A child that has died is noticed, with its reason, where its reply is awaited.
        with contextlib.suppress(OSError):
            self._requests.write(json.dumps(message).encode() + b"\n")
            self._requests.flush()

    def _next(self, deadline: float, engine: str) -> tuple[dict[str, Any], bytes]:
        try:
            reply = self._replies.get(timeout=deadline)
        except queue.Empty:
            raise EngineTimeoutError(
                f"The engine {engine} took longer than {deadline:g} s for one clip and was stopped.",
                "Raise [audio] deadline in the settings, or try another voice.",
            ) from None
        if reply is None:
            raise EngineCrashedError(
                f"The engine {engine} died ({self._cause()}).", "Run it again, or try another voice."
            )
        return reply

    def _cause(self) -> str:
        """How the child ended, and the last it wrote to stderr."""
        code = self._process.wait()
        how = f"exit code {code}" if code >= 0 else signal.Signals(-code).name
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - _STDERR_TAIL))
        last = self._log.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        return f"{how}: {last}" if last else how

    def end(self) -> None:
        """Stops the process and everything in its group."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._requests.close()
        self._log.close()


def _ask(child: _Child, source: Iterator[tuple[str, Voice]], count: int) -> list[Voice]:
    """Asks for up to `count` more lines, and returns their voices."""
    asked = list(islice(source, count))
    for text, voice in asked:
        child.ask(text, voice)
    return [voice for _, voice in asked]


def _read(pipe: IO[bytes], replies: queue.SimpleQueue[tuple[dict[str, Any], bytes] | None]) -> None:
    """Passes replies on, and None at the end."""
    with pipe, contextlib.suppress(OSError, ValueError):
        while line := pipe.readline():
            header = json.loads(line)
            wanted = header.get("bytes", 0)
            sound = pipe.read(wanted)
            if len(sound) < wanted:
                break
            replies.put((header, sound))
    replies.put(None)
