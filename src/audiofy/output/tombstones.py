"""An episode to a tombstone: everything of it is removed, and what is left says that it was retracted, and why.

The folder stays claimed for its article, so that no other article moves in and the next run knows what was retracted.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiofy.errors import OutputError, RetractedError
from audiofy.model import Tombstone
from audiofy.output.episodes import CLAIM_FILE, TOMBSTONE_FILE, decode, encode, read_episode
from audiofy.output.files import translated, write_whole
from audiofy.output.folders import keep_claim
from audiofy.output.walk import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What a retracted episode's folder still holds.
KEPT_OF_RETRACTED = frozenset({TOMBSTONE_FILE, CLAIM_FILE})


def retract(folder: Path, reason: str, *, when: str = "") -> Tombstone:
    """Takes back the episode in `folder`: removes its files and leaves a tombstone.

    The tombstone comes first, so that a run that is killed meanwhile leaves an episode that is known to be retracted.
    Retracting again removes what is still there; the date stays the first one, and the reason becomes the new one.

    Args:
        folder: The episode's folder; folders inside it are let be.
        reason: Why, as the public may read it.
        when: ISO 8601 date and time; now without.

    Raises:
        OutputError: There is no episode, or a file can't be removed.
    """
    tombstone = tombstone_of(folder)
    if tombstone is not None and reason != tombstone.reason:
        tombstone = replace(tombstone, reason=reason)
        write_whole(folder / TOMBSTONE_FILE, encode(tombstone) + b"\n")
    elif tombstone is None:
        episode = read_episode(folder)
        tombstone = Tombstone(
            guid=episode.guid,
            slug=episode.slug,
            title=episode.article.title,
            url=episode.article.url if episode.article.url.startswith(("http://", "https://")) else "",
            made=episode.made,
            retracted=when or datetime.now(UTC).isoformat(timespec="seconds"),
            reason=reason,
        )
        write_whole(folder / TOMBSTONE_FILE, encode(tombstone) + b"\n")
        keep_claim(folder)
    with translated(folder):
        for path in sorted(folder.iterdir()):
            # Not folders: audiofy makes none in an episode's folder, and another layout may have put episodes there.
            if path.name not in KEPT_OF_RETRACTED and (path.is_symlink() or not path.is_dir()):
                path.unlink()
    return tombstone


def tombstone_of(folder: Path) -> Tombstone | None:
    """The tombstone in `folder`, if its episode was retracted.

    Raises:
        OutputError: It can't be read.
    """
    path = folder / TOMBSTONE_FILE
    with suppress(FileNotFoundError, NotADirectoryError):
        try:
            return decode(path.read_bytes(), Tombstone)
        except ValueError as error:
            raise OutputError(f"{path} is damaged: {error}.", "Remove it to publish the episode again.") from error
        except PermissionError as error:
            raise OutputError(f"Can't read {path}: {error.strerror}.", "Check the folder's permissions.") from error
    return None


def refuse_retracted(folder: Path) -> None:
    """Lets nothing be made in the folder of what was taken back: a batch that runs every hour must not bring it back.

    Raises:
        RetractedError: The episode was retracted.
        OutputError: Its tombstone can't be read.
    """
    tombstone = tombstone_of(folder)
    if tombstone:
        raise RetractedError(
            f"{tombstone.title or tombstone.slug} was retracted on {tombstone.retracted[:10]}: {tombstone.reason}",
            "To publish it again, convert it with --force.",
            folder=str(folder),
            when=tombstone.retracted,
            reason=tombstone.reason,
        )


def tombstones(output: Path) -> Iterator[tuple[Path, Tombstone]]:
    """Every tombstone under `output` with its folder.

    Raises:
        OutputError: One can't be read.
    """
    for folder in sorted(path.parent for path in files(output, TOMBSTONE_FILE)):
        found = tombstone_of(folder)
        if found is not None:
            yield folder, found
