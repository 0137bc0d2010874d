"""Script and cast to an episode: the MP3 with its tags, and everything that is known about it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import disclosure, output
from audiofy.audio.booth import open_booth
from audiofy.audio.credentials import keys_of, sign, sounds_of
from audiofy.audio.fingerprint import fingerprint
from audiofy.audio.perform import perform
from audiofy.audio.tags import write_tags
from audiofy.corrections import revise
from audiofy.errors import OutputError, SettingsError
from audiofy.model import Disclosure, Episode
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.audio.booth import Booth
    from audiofy.audio.credentials import Keys
    from audiofy.audio.perform import Performance
    from audiofy.model import Cast, Recording, Script


def record(  # noqa: PLR0913 - the caller's wishes are keywords
    script: Script,
    cast: Cast,
    into: Path | str,
    *,
    settings: Settings | None = None,
    booth: Booth | None = None,
    on_line: Callable[[int, int], None] = lambda _done, _total: None,
) -> Episode:
    """Speaks, levels, joins, encodes and tags a script.

    Args:
        script: What `audiofy.compose` gives.
        cast: What `audiofy.cast` gives.
        into: The episode's folder; the MP3 is called like it, and replaced only when it is whole. Copies in the
            presets of `audio.also` lie beside it.
        settings: What is in force; the defaults without.
        booth: Where the engines speak; one for this recording without.
        on_line: Called with the number of lines recorded, and of all.

    Raises:
        RecordingError: Speech, encoding, tags or the folder failed.
        CastingError: An engine doesn't have a voice of the cast.
        MissingDependencyError: An engine isn't installed.
        SettingsError: A cover, sound, key or certificate can't be used.
    """
    chosen, folder = settings or Settings(), Path(into)
    others: list[str] = [preset for preset in dict.fromkeys(chosen.audio.also) if preset != chosen.audio.preset]
    keys, before = keys_of(chosen.credentials), _replaced(folder)
    # After all that can fail before it: the booth has a child process.
    where = booth or open_booth(chosen.audio.deadline)
    try:
        with ExitStack() as files:  # the MP3 itself is the last to get its name
            part = files.enter_context(output.temporary(folder / f"{folder.name}.mp3", durable=True))
            copies = {
                name: files.enter_context(output.temporary(folder / _copy(folder, name), durable=True))
                for name in others
            }
            performance = perform(script, cast, part, settings=chosen, booth=where, copies=copies, on_line=on_line)
            episode = revise(before, _episode(script, cast, performance, folder, chosen))
            cover = _cover(episode, chosen)
            recording, *more = (
                _finished(one, path, episode, cover=cover, keys=keys, settings=chosen)
                for one, path in zip((episode.recording, *episode.copies), (part, *copies.values()), strict=True)
            )
    finally:
        if booth is None:
            where.close()
    episode = replace(episode, recording=recording, copies=tuple(more))
    _remove_copies(folder, before, episode)
    return episode


def _copy(folder: Path, preset: str) -> str:
    return f"{folder.name}.{preset}.mp3"


def _finished(  # noqa: PLR0913 - what is written into the file are keywords
    recording: Recording, path: Path, episode: Episode, *, cover: bytes, keys: Keys | None, settings: Settings
) -> Recording:
    """A recording whose MP3 at `path` has its tags and its signature, with the size and hash it then has."""
    write_tags(path, episode, cover=cover, show=settings.show)
    if keys:
        sign(path, keys, episode, sounds=sounds_of(episode, settings.sounds))
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return replace(recording, size=path.stat().st_size, sha256=digest)


def _remove_copies(folder: Path, before: Episode | None, episode: Episode) -> None:
    """Removes the copies in presets that are no longer asked for: they would have the old text."""
    for old in before.copies if before else ():
        if old.audio not in {one.audio for one in episode.copies}:
            with output.translated(folder):
                (folder / Path(old.audio).name).unlink(missing_ok=True)


def _episode(script: Script, cast: Cast, performance: Performance, folder: Path, settings: Settings) -> Episode:
    engines = performance.engines
    return Episode(
        slug=folder.name,
        guid=output.guid_of(script.article, folder),
        fingerprint=fingerprint(script, cast, settings, engines),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        article=script.article,
        language=script.language,
        lines=script.lines,
        people=script.people,
        cast=cast,
        engines=engines,
        recording=replace(performance.recording, audio=f"{folder.name}.mp3"),
        copies=tuple(replace(one, audio=_copy(folder, one.preset)) for one in performance.copies),
        cues=performance.cues,
        chapters=performance.chapters,
        disclosure=Disclosure(
            sentence=disclosure.sentence(script.language, settings.disclosure.sentence),
            spoken=settings.disclosure.spoken,
            source_type=disclosure.source_type(
                (name for name, _ in engines), sounds=any(cue.sound for cue in performance.cues)
            ),
        ),
        generator=f"audiofy {version('audiofy')}",
    )


def _replaced(folder: Path) -> Episode | None:
    """The episode that is there already, whose history goes on."""
    try:
        return output.read_episode(folder)
    except OutputError:
        return None


def _cover(episode: Episode, settings: Settings) -> bytes:
    """The user's cover, or one drawn with title and publication on it."""
    if settings.audio.cover:
        try:
            return Path(settings.audio.cover).read_bytes()
        except OSError as error:
            raise SettingsError(
                f"Can't read the cover {settings.audio.cover}: {error.strerror}.", "Check audio.cover in the settings."
            ) from error
    from audiofy.cover import cover

    site = settings.show.title or episode.article.publisher
    return cover(episode.article.title or episode.slug, site=site, note=episode.disclosure.sentence)
