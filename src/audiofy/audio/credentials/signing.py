"""A finished MP3 to the same file, signed: nothing else in it may change."""

from __future__ import annotations

from dataclasses import replace
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.audio.credentials.embedding import embed, embeddable, extract
from audiofy.audio.credentials.frames import contents_of, differences, is_signed
from audiofy.audio.credentials.keys import keys_of
from audiofy.audio.credentials.manifest import Ingredient, manifest
from audiofy.errors import RecordingError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.audio.credentials.keys import Keys
    from audiofy.model import Episode
    from audiofy.settings import Settings, Sounds

_TYPES = {
    ".aif": "audio/aiff",
    ".aiff": "audio/aiff",
    ".flac": "audio/flac",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
}


def sign(path: Path, keys: Keys, episode: Episode, *, sounds: Sequence[str] = ()) -> None:
    """Signs an MP3 in place. Take its size and hash afterwards, and write no tag after it.

    Args:
        path: The MP3, with an ID3v2.4 tag that is complete.
        keys: What signs, from `keys_of`.
        episode: What is stated: article, cast, disclosure, engines and when it was made.
        sounds: Paths of the recorded sounds that are mixed in.

    Raises:
        RecordingError: Signing was refused, or changed the tag or the audio; the file is then as it was.
        SettingsError: A sound can't be read.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    before = contents_of(path)
    _check(path, before.version, before.frames)
    heard = {_ingredient(Path(name)): Path(name) for name in sounds}
    placed = {ingredient: where for ingredient, where in heard.items() if ingredient.media_type in embeddable()}
    definition = manifest(episode, version("audiofy"), sounds=tuple(heard), placed=tuple(placed))
    with output.temporary(path) as part:
        embed(path, part, definition, keys, placed)
        changed = differences(before, contents_of(part))
        if changed:
            raise RecordingError(
                f"Signing “{episode.article.title}” would have damaged it: {'; '.join(changed)}.",
                "Publish it unsigned.",
            )
        _check_signature(part, episode.article.title)


def sign_episode(folder: Path, keys: Keys, sounds: Sounds) -> Episode:
    """Signs an episode that is there already and its copies, and writes new sizes and hashes into episode.json.

    Args:
        folder: The episode's folder.
        keys: What signs, from `keys_of`.
        sounds: The settings that say which files its sounds are.

    Raises:
        OutputError: There is no episode in the folder, or it can't be written.
        RecordingError: Its MP3 is not what was recorded, or as `sign` says.
        SettingsError: As `sign` says.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    episode = output.read_episode(folder)
    recordings = (episode.recording, *episode.copies)
    for one in recordings:
        path = folder / Path(one.audio).name
        if not path.is_file() or _digest(path) != one.sha256:
            # A signature would vouch for whatever somebody has put there.
            raise RecordingError(f"{path} is not what was recorded.", "Convert the article again with --force.")
    signed = episode
    for at, one in enumerate(recordings):
        path = folder / Path(one.audio).name
        sign(path, keys, episode, sounds=sounds_of(episode, sounds))
        after = replace(one, size=path.stat().st_size, sha256=_digest(path))
        if at == 0:
            signed = replace(signed, recording=after)
        else:
            signed = replace(signed, copies=(*signed.copies[: at - 1], after, *signed.copies[at:]))
        # At once: if the next can't be signed, episode.json still says what is there.
        output.write_episode(folder, signed)
    return signed


def sign_missing(folder: Path, episode: Episode, settings: Settings) -> Episode:
    """Signs an episode that was made before there was a key; with no key, or signed already, it stays as it is.

    The recording is not made again for that: what is signed is what was recorded. A signature by another key counts;
    `audiofy credentials sign` replaces it.

    Raises:
        AudiofyError: As `keys_of` and `sign_episode` say.
    """
    keys = keys_of(settings.credentials)
    recordings = (folder / Path(one.audio).name for one in (episode.recording, *episode.copies))
    if keys is None or all(is_signed(path) for path in recordings):
        return episode
    return sign_episode(folder, keys, settings.sounds)


def sounds_of(episode: Episode, sounds: Sounds) -> tuple[str, ...]:
    """The files of the recorded sounds that are heard in an episode."""
    return tuple(dict.fromkeys(getattr(sounds, cue.sound) for cue in episode.cues if cue.sound))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _check(path: Path, tag: tuple[int, ...], frames: dict[str, str]) -> None:
    if tag[:2] != (2, 4):
        raise RecordingError(
            f"{path.name} has an ID3v{'.'.join(map(str, tag))} tag; only ID3v2.4 outlives signing whole.",
            "Don't ask for ID3v2.3 and a signature together.",
        )
    lyrics = sorted(key for key in frames if key.startswith("SYLT"))
    if lyrics:
        raise RecordingError(f"{path.name} has {lyrics[0]}, which signing destroys.", "Remove synchronised lyrics.")


def _check_signature(part: Path, title: str) -> None:
    """Reads the signature back: a signing command may give anything."""
    try:
        store = extract(part)
    except ValueError as error:
        raise RecordingError(f"The signature of “{title}” can't be read back: {error}.") from error
    if store is None or store.get("validation_state") not in {"Valid", "Trusted"}:
        raise RecordingError(
            f"The signature of “{title}” is not valid.", "Check that credentials.command signs with the chain's key."
        )


def _ingredient(path: Path) -> Ingredient:
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SettingsError(f"Can't read {path}: {error.strerror}.", "Check [sounds] in the settings.") from error
    return Ingredient(name=path.name, media_type=_TYPES.get(path.suffix.lower(), ""), sha256=digest)
