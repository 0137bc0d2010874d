"""An MP3 to what its ID3 tag and its audio hold, so that signing can be shown to have changed neither.

c2pa-rs writes the whole tag anew through another library. With a SYLT frame in UTF-8 every frame disappeared, without
an error (seen with c2pa-rs 0.91.3): so nothing is taken on trust.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from audiofy.errors import RecordingError

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIALS_FRAME = "application/c2pa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """`frames` by their key, each with its values; `audio` is the SHA-256 of all behind the tag."""

    version: tuple[int, ...]
    frames: dict[str, str]
    audio: str


def contents_of(path: Path) -> Contents:
    """What is in an MP3, Content Credentials left out.

    Raises:
        RecordingError: It has no ID3 tag that can be read.
    """
    tag = _tag(path)
    frames = {key: _values(frame) for key, frame in tag.items() if getattr(frame, "mime", "") != CREDENTIALS_FRAME}
    with path.open("rb") as file:
        file.seek(tag.size)
        audio = sha256(file.read()).hexdigest()
    return Contents(version=tag.version, frames=frames, audio=audio)


def _tag(path: Path) -> Any:
    from mutagen._util import MutagenError
    from mutagen.id3 import ID3

    try:
        # Not translated: mutagen would turn frames of older versions into newer ones, and hide that they changed.
        return ID3(path, translate=False)
    except (MutagenError, ValueError, RecursionError) as error:  # the last two of damaged tags
        raise RecordingError(
            f"{path.name} has no readable ID3 tag: {error}.", "Convert it again with --force."
        ) from error


def is_signed(path: Path) -> bool:
    """Whether an MP3 has Content Credentials, whatever they are worth.

    Raises:
        RecordingError: It has no ID3 tag that can be read.
    """
    return any(getattr(frame, "mime", "") == CREDENTIALS_FRAME for frame in _tag(path).values())


def _values(frame: Any) -> str:
    """All that a frame says, but for the encoding of its text, which may change as long as the text does not."""
    values = {name: value for name, value in sorted(vars(frame).items()) if name != "encoding"}
    inside = values.pop("sub_frames", None) or values.pop("_sub_frames", {})
    return repr((values, [_values(part) for _, part in sorted(inside.items())]))


def differences(before: Contents, after: Contents) -> tuple[str, ...]:
    """What is not as it was, in words."""
    lost = before.frames.keys() - after.frames.keys()
    added = after.frames.keys() - before.frames.keys()
    changed = {key for key in before.frames.keys() & after.frames.keys() if before.frames[key] != after.frames[key]}
    found = [*(f"{key} is lost" for key in sorted(lost)), *(f"{key} was added" for key in sorted(added))]
    found += [f"{key} changed" for key in sorted(changed)]
    if before.audio != after.audio:
        found.append("the audio changed")
    return tuple(found)
