"""Zip packages to their members, within limits of size: a zip bomb never unfolds. Pure."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from audiofy.errors import UnreadableSourceError

_MOST_MEMBERS = 20_000
_MOST_BYTES = 200_000_000
# The text of a long novel is a tenth of it; what is larger is a bomb, or would take minutes.
_MOST_TEXT = 20_000_000

# What zipfile lets through from damaged packages, its own errors and those of what it unpacks with.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    RuntimeError,
    OverflowError,
)


class Package:
    """A zip package with its members read one by one."""

    def __init__(self, content: bytes, name: str) -> None:
        """Opens the package that came from `name`.

        Raises:
            UnreadableSourceError: It is no zip package, or unfolds to more than 200 MB.
        """
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except DAMAGE as error:
            raise UnreadableSourceError(f"{name} is damaged: {error}.", "Save or download it again.") from error
        members = self._archive.infolist()
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
            raise UnreadableSourceError(
                f"{name} unfolds to more than {_MOST_BYTES / 1e6:g} MB.", "Give audiofy the text in it."
            )
        self.names = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes:
        """The content of a member that holds text.

        Raises:
            UnreadableSourceError: It is not there, damaged, or larger than 20 MB.
        """
        try:
            with self._archive.open(member) as file:
                content = file.read(_MOST_TEXT + 1)
        except DAMAGE as error:
            raise UnreadableSourceError(
                f"{self._name} is damaged: {member[:80] or 'a part of it'} can't be read.", "Save or download it again."
            ) from error
        if len(content) > _MOST_TEXT:
            raise UnreadableSourceError(
                f"{self._name} has a part of more than {_MOST_TEXT / 1e6:g} MB of text: {member[:80]}.",
                "Give audiofy the text in it, cut into articles.",
            )
        return content
