"""An MP3's ID3 tag to the values that are checked; the room's only mutagen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiofy.audit.evidence.frames import HEADER, size_of, unfolds
from audiofy.audit.finding import Unavailable

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """`texts` are the values of text, URL and comment frames by name, TXXX as "TXXX:NAME".

    `xmp` is the XMP packet, `cover` the bytes of the front cover, `chapters` are title, start and end in seconds;
    `signed` says whether there are Content Credentials, not whether they hold.
    """

    version: tuple[int, ...]
    texts: dict[str, tuple[str, ...]]
    xmp: str
    cover: bytes
    chapters: tuple[tuple[str, float, float], ...]
    guid: str
    signed: bool

    def first(self, name: str) -> str:
        """The first value of a frame, or nothing."""
        return next(iter(self.texts.get(name, ())), "")


def read_tags(path: Path) -> Tags:
    """The tag of an MP3.

    Raises:
        Unavailable: It has none that can be read.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file, path.name)
    except OSError as error:
        raise Unavailable(f"{path.name} can't be read") from error


def read_stream(source: BinaryIO, name: str) -> Tags:
    """The tag of an MP3 called `name`, or of its beginning.

    Raises:
        Unavailable: It has none that can be read.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3, Frames

    head = source.read(HEADER)
    if unfolds(head + source.read(size_of(head)), frozenset(Frames)):
        raise Unavailable(f"{name} has packed frames in its ID3 tag, which are not unpacked")
    source.seek(0)
    try:
        tag = ID3(source)
    except (MutagenError, OSError, ValueError, RecursionError) as error:
        raise Unavailable(f"{name} has no ID3 tag that can be read") from error
    texts: dict[str, tuple[str, ...]] = {}
    for frame in tag.values():
        name = f"TXXX:{frame.desc}" if frame.FrameID == "TXXX" else str(frame.FrameID)
        texts[name] = texts.get(name, ()) + tuple(_texts(frame))
    return Tags(
        version=tuple(tag.version),
        texts=texts,
        xmp=next((frame.data.decode("utf-8", "replace") for frame in tag.getall("PRIV") if frame.owner == "XMP"), ""),
        cover=next((frame.data for frame in tag.getall("APIC")), b""),
        chapters=tuple(_chapter(frame) for frame in tag.getall("CHAP")),
        signed=any(frame.mime == "application/c2pa" for frame in tag.getall("GEOB")),
        guid=next((frame.data.decode("utf-8", "replace") for frame in tag.getall("UFID")), ""),
    )


def _texts(frame: Any) -> list[str]:
    if hasattr(frame, "text"):
        return [frame.text] if isinstance(frame.text, str) else [str(text) for text in frame.text]
    return [str(frame.url)] if hasattr(frame, "url") else []


def _chapter(frame: Any) -> tuple[str, float, float]:
    title = frame.sub_frames.get("TIT2")
    return (str(title) if title else "", frame.start_time / 1000, frame.end_time / 1000)
