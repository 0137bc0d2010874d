"""A child process that works on jobs, and the pipes to it: started fresh, in a process group of its own."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from audiofy.batch.job import Message, Ready
from audiofy.errors import RecordingError

if TYPE_CHECKING:
    from audiofy.batch.job import Brief, Job

STDERR_TAIL = 4000


class GoneError(Exception):
    """The child is dead: `cause` says of what, `last_words` are the end of its stderr."""

    def __init__(self, obituary: tuple[str, str], *, begun: bool) -> None:
        super().__init__(obituary[0])
        self.cause, self.last_words = obituary
        self.begun = begun


class Child:
    """The process, its pipes, and a thread that reads what it says (a pipe can't be waited for on Windows)."""

    def __init__(self, brief: Brief) -> None:
        self.jobs = 0
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        group: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "audiofy.batch.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(_python_path(brief))},
            **group,
        )
        self._heard: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        try:
            self.send(brief)
        except GoneError:
            self.close()
            raise

    def send(self, thing: Brief | Job) -> None:
        """Tells the child something.

        Raises:
            GoneError: It is dead.
        """
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(msgspec.json.encode(thing) + b"\n")
            self.process.stdin.flush()
        except OSError:
            raise GoneError(self.obituary(), begun=False) from None

    def hear(self, seconds: float) -> Message | None:
        """The next message, None at the end of them.

        Raises:
            queue.Empty: There is none for so long.
        """
        return self._heard.get(timeout=seconds)

    def expect_ready(self, seconds: float) -> None:
        """Waits until the child has started.

        Raises:
            RecordingError: It can't start, and says why.
            GoneError: It was killed.
        """
        try:
            message = self.hear(seconds)
        except queue.Empty:
            self.kill()
            raise RecordingError(f"A slot did not start within {seconds:.0f} seconds.") from None
        if isinstance(message, Ready):
            return
        cause, words = self.obituary()
        if self.process.returncode > 0:
            raise RecordingError(f"A slot can't start: {cause}.", words)
        raise GoneError((cause, words), begun=False)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        decoder = msgspec.json.Decoder(Message)
        try:
            for line in self.process.stdout:
                if line.endswith(b"\n"):  # a line without its end is what a dying child could still send
                    self._heard.put(decoder.decode(line))
        except (OSError, ValueError, msgspec.DecodeError):
            pass
        self._heard.put(None)

    def obituary(self) -> tuple[str, str]:
        """What the child died of, and its last words."""
        try:
            code = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it closed its pipe and lives on
            self.kill()
            code = self.process.returncode
        return _cause(code), self._last_words()

    def _last_words(self) -> str:
        end = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, end - STDERR_TAIL))
        return self._errors.read().decode("utf-8", "replace").strip()

    def kill(self) -> None:
        """Kills the whole process group, so that what an engine has started goes too."""
        if sys.platform == "win32":
            tool = Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")
            subprocess.run([tool, "/F", "/T", "/PID", str(self.process.pid)], check=False, capture_output=True)
        else:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            except PermissionError:  # macOS, when only a zombie is left of the group
                self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Gives back its pipes and files, once it is dead."""
        self._reader.join(timeout=5)
        for file in (self.process.stdin, self.process.stdout, self._errors):
            with suppress(OSError):  # the command pipe may hold what nobody will read any more
                assert file is not None
                file.close()


def _python_path(brief: Brief) -> list[str]:
    """Where the child finds audiofy and the work: where this process does."""
    inherited = [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if folder]
    return list(dict.fromkeys((*brief.path, *inherited)))


def _cause(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
