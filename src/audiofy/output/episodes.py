"""Episodes to episode.json and back, and any type of the model to JSON."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from audiofy.errors import OutputError
from audiofy.model import EPISODE_SCHEMA, Episode
from audiofy.output.files import keep_names, write_whole
from audiofy.output.walk import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EPISODE_FILE = "episode.json"
CLAIM_FILE = ".claim"
TOMBSTONE_FILE = "tombstone.json"

_T = TypeVar("_T")


class _Schema(msgspec.Struct):
    schema: int


def encode(thing: Any, *, indent: bool = True) -> bytes:
    """JSON (UTF-8) of any type of the model or plain collection of them, with the types' field names.

    Times are numbers of seconds, dates ISO 8601 strings. Without `indent` it is one line.
    """
    content = msgspec.json.encode(thing)
    return msgspec.json.format(content, indent=2) if indent else content


def decode(content: bytes, kind: type[_T]) -> _T:
    """A type of the model from its JSON.

    Raises:
        ValueError: It is not that type's JSON.
    """
    return msgspec.json.decode(content, type=kind)


def write_episode(folder: Path, episode: Episode) -> None:
    """Writes episode.json, which makes the episode count as done: write it last.

    Raises:
        OutputError: It can't be written.
    """
    write_whole(folder / EPISODE_FILE, encode(episode, indent=False) + b"\n")
    keep_names(folder)
    for name in (CLAIM_FILE, TOMBSTONE_FILE):
        with suppress(OSError):
            (folder / name).unlink()


def read_episode(folder: Path) -> Episode:
    """The episode in `folder`.

    Raises:
        OutputError: There is none, it is damaged, or another version of audiofy wrote it in another schema.
    """
    path = folder / EPISODE_FILE
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputError(f"Can't read {path}: {error.strerror}.", "Make the episode with audiofy convert.") from error
    try:
        schema = msgspec.json.decode(content, type=_Schema).schema
        if schema == EPISODE_SCHEMA:
            return decode(content, Episode)
    except (ValueError, RecursionError) as error:
        raise OutputError(f"{path} is damaged: {error}.", f"Remove {folder} and convert the article again.") from error
    age = "a newer" if schema > EPISODE_SCHEMA else "an older"
    raise OutputError(
        f"{path} has schema {schema}, from {age} audiofy; this one reads {EPISODE_SCHEMA}.",
        "Install that version, or convert the article again with --force.",
    )


def current(folder: Path, fingerprint: str) -> Episode | None:
    """The episode in `folder` if it is done, its audio is there, and nothing that could change it has changed."""
    try:
        episode = read_episode(folder)
    except OutputError:
        return None
    try:
        whole = all((folder / one.audio).stat().st_size == one.size for one in (episode.recording, *episode.copies))
    except OSError:
        whole = False
    return episode if whole and episode.fingerprint == fingerprint else None


def episode_folders(output: Path) -> tuple[Path, ...]:
    """The folders of all episodes under `output`, in the order of their names; those of retracted ones are none.

    Raises:
        OutputError: A folder can't be read.
    """
    folders = sorted(path.parent for path in files(output, EPISODE_FILE))
    # Both are there if retracting was stopped half way: what was taken back is not brought back.
    return tuple(folder for folder in folders if not (folder / TOMBSTONE_FILE).exists())


def episodes(output: Path) -> Iterator[tuple[Path, Episode]]:
    """Every episode under `output` with its folder, in the order of the folders' names.

    Raises:
        OutputError: An episode.json can't be read.
    """
    for folder in episode_folders(output):
        yield folder, read_episode(folder)
