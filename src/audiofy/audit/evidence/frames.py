"""The bytes of an ID3 tag to whether a frame in it would unfold: a packed frame may hold gigabytes. Pure.

mutagen unpacks frames without a limit, also those inside of chapters. So the tag is searched for the heads of packed
frames wherever they may be, and one that has any is not read at all: audiofy packs none.
"""

from __future__ import annotations

import re
from functools import cache

# ID3v2.4.0 structure, section 4.1.2, and ID3v2.3.0, section 3.3.1: the flag that says that a frame is packed.
_PACKED = {4: 0x08, 3: 0x80}
_REST = 6  # bytes of a frame's head behind its name: size and flags
_LENGTH = 4  # bytes that say how long the frame is unpacked, in front of it

# RFC 1950: packed data begins with the method, 8, and a window of at most 32 kB.
_ZLIB, _ZLIB_MASK = 0x08, 0x8F

HEADER = 10


def size_of(head: bytes) -> int:
    """How long the tag is that begins so (10 bytes are enough), its header left out; 0 for no ID3v2 tag."""
    if head[:3] != b"ID3" or len(head) < HEADER:
        return 0
    # ID3v2.4.0 structure, section 3.1: four bytes of seven bits each.
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(head[6:HEADER])))


def unfolds(tag: bytes, names: frozenset[str]) -> bool:
    """Whether a tag, its header included, has a packed frame with one of the names that are read."""
    flag = _PACKED.get(tag[3], 0) if size_of(tag) else 0
    # "Unsynchronised" tags have a zero behind each 0xFF.
    return bool(flag) and any(_found(content, flag, names) for content in (tag, tag.replace(b"\xff\x00", b"\xff")))


def _found(content: bytes, flag: int, names: frozenset[str]) -> bool:
    for head in _heads(names).finditer(content):
        start = content[head.end() + _REST : head.end() + _REST + _LENGTH + 1]
        if head[1][0] & flag and any(byte & _ZLIB_MASK == _ZLIB for byte in (*start[:1], *start[_LENGTH:])):
            return True
    return False


@cache
def _heads(names: frozenset[str]) -> re.Pattern[bytes]:
    """The head of a frame: name, size and two bytes of flags. Names may overlap in other data."""
    return re.compile(b"(?:" + "|".join(sorted(names)).encode() + rb")(?=[\s\S]{5}([\s\S]))")
