"""Job to an episode in object storage: made in a folder of this machine, put there as whole objects, then marked.

The order is what makes it safe to kill: the old marker goes first, the MP3 comes before episode.json, which comes
before the new marker. A marker is never there without its episode.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch.cloud.places import is_cloud, split
from audiofy.batch.cloud.state import marker
from audiofy.batch.cloud.store import Store, store_at
from audiofy.batch.receipts import receipt_of, taken_back
from audiofy.errors import OutputError, RetractedError, SourceNotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiofy.audio.booth import Booth
    from audiofy.batch.job import Job, Receipt
    from audiofy.model import Article, Done, Episode
    from audiofy.settings import Settings

CLAIM = ".claim"
SETTLE_TRIES = 4


def narrate_in_cloud(
    job: Job, settings: Settings, *, booth: Booth | None, force: bool, tell: Callable[[str, int, int], None]
) -> Receipt:
    """Makes the episode of a job of which source or output is in object storage.

    Raises:
        AudiofyError: As `audiofy.pipeline.narrate` says; OutputError also where object storage fails.
    """
    from audiofy.pipeline import narrate

    with local_source(job.source) as source:
        if not is_cloud(settings.output):
            done = narrate(source, settings=settings, force=force, booth=booth, on_step=tell)
            return receipt_of(job, replace(done, source=job.source))
        store = store_at(settings.output)
        with tempfile.TemporaryDirectory(prefix="audiofy-") as room:
            staged = Path(room)
            here = msgspec.structs.replace(settings, output=room)
            try:
                known, before = _present(source, here, store, staged, force=force)
            except RetractedError as error:
                return _placed(taken_back(job, error), settings.output, staged)
            if known and not force:
                return _placed(receipt_of(job, known), settings.output, staged)
            done = narrate(source, settings=here, force=True, booth=booth, on_step=tell)
            _upload(store, staged, done, before)
            return _placed(receipt_of(job, done), settings.output, staged)


@contextmanager
def local_source(source: str) -> Iterator[str]:
    """A source as something that this machine can read: an object is fetched to a file that is always called the same.

    Raises:
        SourceNotFoundError: There is no such object.
    """
    if not is_cloud(source):
        yield source
        return
    bucket, key = split(source)
    content = store_at(bucket).get(key)
    if content is None:
        raise SourceNotFoundError(f"There is no object {source}.", "Check the address.")
    # The path is in the episode as its source: it must not differ from run to run.
    path = Path(tempfile.gettempdir(), "audiofy", sha256(source.encode()).hexdigest()[:16], Path(key).name)
    from audiofy.output import write_whole

    write_whole(path, content, durable=False)
    try:
        yield str(path)
    finally:
        path.unlink(missing_ok=True)


def present_in_cloud(article: Article, settings: Settings, *, force: bool) -> tuple[str, Episode | None]:
    """The folder that an article has in object storage and the episode there, or "" and None; makes nothing.

    Raises:
        RetractedError: It was retracted, and is not to be forced.
    """
    from audiofy import output

    store = store_at(settings.output)
    with tempfile.TemporaryDirectory(prefix="audiofy-") as room:
        _mirror(store, Path(room), article, settings.layout)
        folder = output.folder_of(Path(room), article, settings.layout)
        if folder is None:
            return "", None
        if not force:
            output.refuse_retracted(folder)
        place = f"{settings.output.rstrip('/')}/{folder.relative_to(room).as_posix()}"
        return place, _whole(store, folder, Path(room))


def _present(source: str, here: Settings, store: Store, staged: Path, *, force: bool) -> tuple[Done | None, str]:
    """The episode that is in object storage already, if nothing that could change it has changed; and its fingerprint.

    Leaves the article's folder claimed, here and there.

    Raises:
        RetractedError: It was retracted, and is not to be forced.
    """
    from audiofy.audio.engines import versions
    from audiofy.audio.fingerprint import fingerprint
    from audiofy.model import Done
    from audiofy.output import refuse_retracted
    from audiofy.pipeline import rehearse

    script, parts = rehearse(source, here)
    folder = _claimed(store, staged, script.article, here.layout)
    if not force:
        refuse_retracted(folder)
    episode = _whole(store, folder, staged)
    engines = versions(parts.voice_for(line).engine for line in script.lines)
    if episode is None:
        return None, ""
    if episode.fingerprint != fingerprint(script, parts, here, engines):
        return None, episode.fingerprint
    mark = marker(folder.relative_to(staged).as_posix(), episode.fingerprint)
    if store.head(mark) is None:
        store.put(mark, b"")
    return Done(source=source, episode=episode, folder=str(folder), fresh=False), episode.fingerprint


def _mirror(store: Store, staged: Path, article: Article, layout: str) -> None:
    """Fetches the folder that was noted for the article, and who owns each that it could have."""
    from audiofy.output import EPISODE_FILE, TOMBSTONE_FILE, candidates, place_of, write_whole

    place = place_of(article)
    noted = store.get(place) if place else None
    if noted is not None:
        write_whole(staged / place, noted, durable=False)
    for folder in candidates(staged, article, layout):
        key = folder.relative_to(staged).as_posix()
        for name in (EPISODE_FILE, TOMBSTONE_FILE, CLAIM):
            content = store.get(f"{key}/{name}")
            if content is not None:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
                if name == EPISODE_FILE:
                    break


def _claimed(store: Store, staged: Path, article: Article, layout: str) -> Path:
    """The article's folder, claimed in object storage by creating an object that only one can create."""
    from audiofy.output import EPISODE_FILE, episode_folder, place_of

    place = place_of(article)
    for _ in range(SETTLE_TRIES):
        _mirror(store, staged, article, layout)
        noted = bool(place) and (staged / place).is_file()
        folder = episode_folder(staged, article, layout)
        key = folder.relative_to(staged).as_posix()
        if place and not noted:
            store.put(place, (staged / place).read_bytes())
        if (folder / EPISODE_FILE).exists():
            return folder
        claim = (folder / CLAIM).read_bytes()
        if store.put(f"{key}/{CLAIM}", claim, create=True) or store.get(f"{key}/{CLAIM}") == claim:
            return folder
        (folder / CLAIM).unlink()
    raise OutputError(f"{store.place} keeps being claimed by other runs.", "Run it again.")


def _whole(store: Store, folder: Path, staged: Path) -> Episode | None:
    """The episode of a mirrored folder if its audio is in object storage with its size."""
    from audiofy.output import read_episode

    try:
        episode = read_episode(folder)
    except OutputError:
        return None
    key = folder.relative_to(staged).as_posix()
    for one in (episode.recording, *episode.copies):
        found = store.head(f"{key}/{one.audio}")
        if not found or found.size != one.size:
            return None
    return episode


def _upload(store: Store, staged: Path, done: Done, before: str) -> None:
    """Puts an episode's folder: audio first, then what goes with it, episode.json, and the marker last.

    `before` is the fingerprint of the episode that it replaces, if there is one.

    Raises:
        OutputError: It can't be written, or another run keeps writing the same episode.
    """
    from audiofy.output import EPISODE_FILE

    folder = Path(done.folder)
    key = folder.relative_to(staged).as_posix()
    if before:
        store.delete(marker(key, before))
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    audio = done.episode.recording.audio
    others = [name for name in names if name not in {audio, EPISODE_FILE}]
    for _ in range(SETTLE_TRIES):
        tag = store.put(f"{key}/{audio}", (folder / audio).read_bytes())
        for name in (*others, EPISODE_FILE):
            store.put(f"{key}/{name}", (folder / name).read_bytes())
        found = store.head(f"{key}/{audio}")
        # Another run may have put its audio in between; the last one to look makes both fit again.
        if found and found.tag == tag:
            store.put(marker(key, done.episode.fingerprint), b"")
            return
    raise OutputError(f"{store.place}/{key} keeps being written by another run.", "Let one run at a time write there.")


def _placed(receipt: Receipt, output: str, staged: Path) -> Receipt:
    """A receipt whose folder is the one in object storage."""
    inside = Path(receipt.folder).relative_to(staged).as_posix()
    return msgspec.structs.replace(receipt, folder=f"{output.rstrip('/')}/{inside}")
