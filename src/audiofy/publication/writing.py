"""Contents to files; those that hold just that already stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy import output

if TYPE_CHECKING:
    from pathlib import Path


class Written:
    """The files that were written so far, because they are new or have changed."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def file(self, path: Path, content: bytes) -> None:
        """Writes a file unless it is there with that content.

        Raises:
            OutputError: It can't be written.
        """
        if output.write_if_changed(path, content):
            self.paths.append(path)

    def text(self, path: Path, content: str) -> None:
        """The same in UTF-8."""
        self.file(path, content.encode())
