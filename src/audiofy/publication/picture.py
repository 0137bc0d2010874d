"""An MP3 to the picture in its ID3v2.4 tag.

Reads the tag's frames itself: publishing needs no audio library, and the tag is one that audiofy wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = 10  # bytes of the tag's header, and of a frame's (ID3v2.4.0 structure, sections 3.1 and 4)
_UTF8 = 3


def picture(path: Path) -> bytes:
    """The picture, or nothing if there is none, or the tag is none of ours.

    Raises:
        OSError: The file can't be read.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
        # Of the flags only that a footer follows may be set: we write neither unsynchronisation nor extended headers.
        if len(header) < _HEADER or header[:4] != b"ID3\x04" or header[5] & ~0x10:
            return b""
        tag = file.read(_size(header[6:10]))
    place = 0
    while place + _HEADER <= len(tag) and tag[place] != 0:
        name, size = tag[place : place + 4], _size(tag[place + 4 : place + 8])
        if name == b"APIC":
            return _data(tag[place + _HEADER : place + _HEADER + size])
        place += _HEADER + size
    return b""


def _size(raw: bytes) -> int:
    """Seven bits a byte ("synchsafe", section 6.2)."""
    return sum((byte & 0x7F) << 7 * at for at, byte in enumerate(reversed(raw)))


def _data(frame: bytes) -> bytes:
    """What stands behind the encoding, the media type, the kind of picture and its description."""
    _, found, rest = frame[1:].partition(b"\0")
    if not found or frame[0] != _UTF8:
        return b""
    return rest[1:].partition(b"\0")[2]
