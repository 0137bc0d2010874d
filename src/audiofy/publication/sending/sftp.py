"""Files to a server by the system's sftp and a batch of its commands."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiofy.errors import PublishingError
from audiofy.publication.sending.carrier import Carrier, program, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Sftp(Carrier):
    """Goes by the list at the target: sftp tells no hashes. A "-" before a command lets its failure be."""

    def __init__(self, root: Path, target: str) -> None:
        super().__init__(root, target)
        place = urlsplit(target)
        port = ["-P", str(place.port)] if place.port else []
        host = f"{place.username}@{place.hostname}" if place.username else place.hostname or ""
        self._command = [program("sftp"), "-b", "-", *port, host]
        self._far = place.path.rstrip("/") or "."

    def read(self, name: str) -> bytes | None:
        """A file of the target, or None."""
        with TemporaryDirectory() as room:
            path = Path(room, "copy")
            self._run([f"-get {self._there(name)} {_quoted(str(path))}"])
            return path.read_bytes() if path.is_file() else None

    def write(self, name: str, content: bytes) -> None:
        """Puts a file there."""
        with TemporaryDirectory() as room:
            path = Path(room, "copy")
            path.write_bytes(content)
            self._run([f"-mkdir {_quoted(self._far)}", *self._put(path, name)])

    def send(self, names: Sequence[str], on_file: Callable[[str], None]) -> None:
        """Sends files in that order."""
        lines = [f"-mkdir {part}" for part in (_quoted(self._far), *map(self._there, _folders(names)))]
        for name in names:
            on_file(name)
            lines += self._put(self.root / name, name)
        if names:
            self._run(lines)

    def remove(self, names: Sequence[str]) -> None:
        """Removes files, and folders that are then empty."""
        folders = sorted(_folders(names), key=len, reverse=True)
        self._run([f"-rm {self._there(name)}" for name in names] + [f"-rmdir {self._there(one)}" for one in folders])

    def _put(self, path: Path, name: str) -> Iterator[str]:
        """Under another name first: listeners never get half a file."""
        part, final = self._there(f"{name}.part"), self._there(name)
        yield from (f"put {_quoted(str(path))} {part}", f"-rm {final}", f"rename {part} {final}")

    def _there(self, name: str) -> str:
        return _quoted(f"{self._far}/{name}")

    def _run(self, lines: list[str]) -> None:
        run(self._command, "\n".join(lines) + "\n", self.target)


def _folders(names: Sequence[str]) -> list[str]:
    return sorted({parent.as_posix() for name in names for parent in Path(name).parents if parent != Path()})


def _quoted(name: str) -> str:
    """A name in an sftp batch: our own names are plain, the user's folders may have blanks and quotes."""
    if "\n" in name or "\r" in name:
        raise PublishingError(f"Can't upload {name!r}.", "Folders can't have line breaks in their names.")
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
