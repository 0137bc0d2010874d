"""An output folder to what is in it: done, failed, stale, orphaned, and what runs that were killed have left."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output as house
from audiofy.article.sources import part_of
from audiofy.batch import glance
from audiofy.batch.index import FILE, FOLDER, DamagedIndexError, Index
from audiofy.batch.lock import HOLDER, Holder, holder, is_held
from audiofy.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from audiofy.settings import Settings

CLAIM = ".claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A source or a path, and what is the matter with it."""

    name: str
    why: str


@dataclass(slots=True, kw_only=True)
class Survey:
    """What is in an output folder.

    `done` counts episodes, `audio` is their length in seconds and `size` their bytes. `failed` and `stale` name
    sources; `retracted` are folders of episodes that were taken back; `orphaned` are folders of episodes whose source
    is gone or has another episode now; `leftovers` are temporary files and folders without an episode; `unmeasured`
    counts the episodes of which only that they are there is known; `running` is who writes there now.
    """

    done: int = 0
    audio: float = 0.0
    size: int = 0
    failed: list[Finding] = field(default_factory=list)
    retracted: list[Finding] = field(default_factory=list)
    stale: list[Finding] = field(default_factory=list)
    orphaned: list[Finding] = field(default_factory=list)
    leftovers: list[Finding] = field(default_factory=list)
    unmeasured: int = 0
    running: Holder | None = None


def survey(folder: Path, settings: Settings | None = None) -> Survey:
    """Looks through an output folder and changes nothing.

    Args:
        folder: The output folder.
        settings: Tells episodes that were made under others; without, only changed sources are stale.

    Raises:
        OutputError: There is no such folder.
    """
    if not folder.is_dir():
        raise OutputError(f"There is no output folder {folder}.", "Name one that `audiofy convert` has written to.")
    return with_index(folder, lambda index: _surveyed(folder, index, settings))


def _surveyed(folder: Path, index: Index | None, settings: Settings | None) -> Survey:
    found = Survey(running=holder(folder) if (folder / FOLDER / HOLDER).exists() and is_held(folder) else None)
    for here in _walk(folder, found):
        _count(folder, here, index, found)
    if index:
        gone = {Path(finding.name).relative_to(folder).as_posix() for finding in found.retracted}
        look_at_sources(index, glance.Contexts(settings) if settings else None, found, gone)
    return found


def with_index(state: Path, look: Callable[[Index | None], Survey]) -> Survey:
    """What `look` finds with the index in a folder; without one where it can't be read: the next run makes it again."""
    try:
        index = Index(state, reading=True) if (state / FOLDER / FILE).is_file() else None
    except OutputError:
        index = None
    if index:
        with index, suppress(DamagedIndexError):
            return look(index)
    return look(None)


def _walk(folder: Path, found: Survey) -> Iterator[Path]:
    """The folders that hold an episode; what is left over on the way goes into `found`."""
    for name, folders, files in os.walk(folder):
        here = Path(name)
        if here == folder:
            folders[:] = [sub for sub in folders if sub != FOLDER]
        folders.sort()
        parts = [file for file in sorted(files) if file.endswith(house.PART_SUFFIX)]
        dead = [part for part in parts if house.given_up(here / part)]
        found.leftovers += [Finding(name=str(here / part), why="temporary") for part in dead]
        if house.TOMBSTONE_FILE in files:
            _mourn(here, found)
        elif house.EPISODE_FILE in files:
            yield here
        elif CLAIM in files and not set(files) - {CLAIM, *dead} and not folders and house.given_up(here / CLAIM):
            found.leftovers.append(Finding(name=str(here), why="a folder without an episode"))


def _mourn(here: Path, found: Survey) -> None:
    with suppress(OutputError):  # it went meanwhile, or is damaged: then the episode will say so itself
        tombstone = house.tombstone_of(here)
        if tombstone:
            why = f"on {tombstone.retracted[:10]}: {tombstone.reason}"
            found.retracted.append(Finding(name=str(here), why=why))


def _count(folder: Path, here: Path, index: Index | None, found: Survey) -> None:
    """Counts an episode, from the index where that knows its files as they are."""
    inside = here.relative_to(folder).as_posix()
    rows = index.rows_of(inside) if index else ()
    row = next((row for row in rows if row.stamp and row.stamp == glance.stamp(str(here), row.audio)), None)
    if row:
        audio, size = row.duration, row.size
    else:
        try:
            recording = house.read_episode(here).recording
        except OutputError as error:
            found.stale.append(Finding(name=str(here), why=error.message))
            return
        audio, size = recording.duration, recording.size
    found.done, found.audio, found.size = found.done + 1, found.audio + audio, found.size + size
    if rows and all(_is_gone(row.source) for row in rows):
        found.orphaned.append(Finding(name=str(here), why=f"its source {shown(rows[0].source)} is gone"))
    elif not rows and index and index.was_left(inside):
        found.orphaned.append(Finding(name=str(here), why="its article has another folder now"))


def _is_gone(source: str) -> bool:
    """Whether a file has been taken away; where its folder isn't there either, a drive may be away with all of them."""
    if source == "-" or "://" in source:
        return False
    path = Path(part_of(source)[0])
    return path.parent.is_dir() and not path.exists()


def shown(source: str) -> str:
    """A source as people name it: from this folder, if it is below."""
    here = f"{Path.cwd()}{os.sep}"
    return source.removeprefix(here)


def look_at_sources(
    index: Index, contexts: glance.Contexts | None, found: Survey, gone: Container[str] = frozenset()
) -> None:
    """Adds to a survey which sources failed or are stale; `gone` are folders of what was retracted."""
    for row in index.rows():
        if row.folder in gone:
            continue
        if row.error:
            found.failed.append(Finding(name=shown(row.source), why=row.message))
            continue
        mark, _ = glance.signature(row.source)
        why = ""
        # One that was just written when it was made has no signature; then the date alone must tell.
        changed = mark and mark != row.signature if row.signature else glance.modified(row.source) > row.seen
        if changed:
            why = "it changed since"
        elif contexts and row.context != contexts.of(row.source):
            why = "made under other settings, voices or another audiofy"
        # A source that came once with a title of its own and once without has two rows, one after the other.
        if why and (not found.stale or found.stale[-1].name != shown(row.source)):
            found.stale.append(Finding(name=shown(row.source), why=why))


def remove(folder: Path, findings: list[Finding]) -> int:
    """Removes folders and files that a survey of `folder` found, and says how many.

    Raises:
        OutputError: One can't be removed, or is not inside the folder.
    """
    removed = 0
    with ExitStack() as stack:
        index = stack.enter_context(Index(folder)) if (folder / FOLDER / FILE).is_file() else None
        for finding in findings:
            path = Path(finding.name)
            inside = path.relative_to(folder).as_posix()
            if inside in {"", "."} or ".." in Path(inside).parts:
                raise OutputError(f"{path} is not inside {folder}.")
            try:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise OutputError(f"Can't remove {path}: {error.strerror}.", "Check the permissions.") from error
            if index:
                index.forget(inside)
            removed += 1
    return removed
