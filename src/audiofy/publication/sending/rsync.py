"""Files to a server by the system's rsync, over SSH."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.publication.sending.carrier import Carrier, program, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What rsync exits with if a file that was asked for isn't there (its manual, "Exit values").
_PARTIAL = 23


class Rsync(Carrier):
    """Lets rsync decide what has changed, by checksums."""

    def __init__(self, root: Path, target: str) -> None:
        super().__init__(root, target)
        place = urlsplit(target)
        self._program = program("rsync")
        folder = (place.path or ".").rstrip("/") + "/"  # without the slash rsync would call a single file so
        self._there = f"{place.netloc}:{folder}" if place.netloc else folder

    def changed(self, hashes: dict[str, str], before: dict[str, str]) -> list[str]:
        """All files."""
        del before
        return list(hashes)

    def read(self, name: str) -> bytes | None:
        """A file of the target, or None."""
        with TemporaryDirectory() as room:
            # Not the exit code alone: rsync has the same one for a target that isn't there yet.
            self._run(["--ignore-missing-args"], f"{self._there}{name}", f"{room}/", let_be=_PARTIAL)
            path = Path(room, name)
            return path.read_bytes() if path.is_file() else None

    def write(self, name: str, content: bytes) -> None:
        """Puts a file there."""
        with TemporaryDirectory() as room:
            Path(room, name).write_bytes(content)
            self._put(Path(room), [name])

    def send(self, names: Sequence[str], on_file: Callable[[str], None]) -> None:
        """Sends files, and feeds in a second go, for rsync has an order of its own."""
        feeds = [name for name in names if name.endswith(".xml")]
        for group in ([name for name in names if name not in feeds], feeds):
            for name in group:
                on_file(name)
            if group:
                self._put(self.root, group)

    def remove(self, names: Sequence[str]) -> None:
        """Makes the target like an empty folder, as far as these names go: everything else is excluded."""
        folders = sorted({parent.as_posix() for name in names for parent in Path(name).parents if parent != Path()})
        patterns = [f"/{_plain(name)}/" for name in folders] + [f"/{_plain(name)}" for name in names]
        with TemporaryDirectory() as empty:
            wishes = ["--recursive", "--delete", "--from0", "--include-from=-", "--exclude=*"]
            self._run(wishes, f"{empty}/", self._there, "\0".join(patterns))

    def _put(self, root: Path, names: Sequence[str]) -> None:
        self._run(["--checksum", "--times", "--files-from=-", "--from0"], f"{root}/", self._there, "\0".join(names))

    def _run(self, wishes: list[str], source: str, into: str, given: str = "", *, let_be: int = 0) -> None:
        run([self._program, "--protect-args", *wishes, source, into], given, self.target, let_be=let_be)


def _plain(name: str) -> str:
    """A name as a pattern of rsync that fits only it; without a wildcard rsync takes backslashes as they are."""
    return re.sub(r"([*?\[\\])", r"\\\1", name) if re.search(r"[*?\[]", name) else name
