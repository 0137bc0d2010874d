"""Sources and settings to short signatures: when both are as they were, an article need not even be read.

The fingerprint of an episode is exact and costs reading and composing; a glance is one look at the file's date. It is
only ever used to skip: what a glance doesn't know is composed, and then the fingerprint decides.
"""

from __future__ import annotations

import os
import re
import time
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy import voices
from audiofy.article.sources import part_of
from audiofy.audio.credentials.keys import CHAIN_VARIABLE
from audiofy.output import EPISODE_FILE

if TYPE_CHECKING:
    from audiofy.settings import Settings

# A file that changed this short a time ago may change again within one tick of its file system's clock: 2 s on FAT.
RACY = 2.0

_SOURCES = frozenset({".py", ".toml", ".tsv", ".csv", ".json", ".pls", ".txt"})


def signature(source: str) -> tuple[str, int]:
    """What the file `source` looks like from outside, and its size in bytes; "" and 0 where that can't be told.

    Addresses and standard input have none: whether a page has changed is for its server to say.
    """
    try:
        status = os.stat(part_of(source)[0])  # noqa: PTH116 - a Path costs five times what the look itself does
    except (OSError, ValueError):
        return "", 0
    return _mark(status), status.st_size


def modified(source: str) -> float:
    """When the file `source` was last written to, as a POSIX time; 0 where that can't be told."""
    try:
        return Path(part_of(source)[0]).stat().st_mtime
    except (OSError, ValueError):
        return 0.0


def _mark(status: os.stat_result) -> str:
    if time.time() - max(status.st_mtime, status.st_ctime) < RACY:
        return ""
    return f"{status.st_mtime_ns:x}-{status.st_ctime_ns:x}-{status.st_size:x}-{status.st_ino:x}"


def stamp(folder: str, *audio: str) -> str:
    """What an episode's files look like from outside, "" if one is missing; a change replaces all of them."""
    try:
        parts = [os.stat(f"{folder}/{name}") for name in (*audio, EPISODE_FILE)]  # noqa: PTH116 - as above
    except OSError:
        return ""
    return "/".join(f"{part.st_mtime_ns:x}-{part.st_size:x}-{part.st_ino:x}" for part in parts)


def context(settings: Settings) -> str:
    """Everything else that an episode depends on, as one digest: settings, voices, lexicons, sounds and audiofy itself.

    Stricter than the fingerprint: any change here only means that articles are composed again to compare.

    Raises:
        VoiceError: A voice profile is wrong.
    """
    plain = msgspec.to_builtins(settings)
    for place in ("output", "fetching"):
        plain.pop(place)
    return _digest((plain, files_digest(settings), own_digest(), libraries_digest()))


def files_digest(settings: Settings) -> str:
    """A digest of the voices, and of the content of every file that a setting names.

    Raises:
        VoiceError: A voice profile is wrong.
    """
    sounds, signing = settings.sounds, settings.credentials
    named = (
        *settings.speaking.lexicons,
        sounds.intro,
        sounds.outro,
        sounds.between,
        settings.audio.cover,
        signing.chain,
    )
    known = voices.load(Path(settings.voices) if settings.voices else None)
    signer = os.environ.get(CHAIN_VARIABLE, "")
    return _digest((known, signer, [_contents(Path(name)) for name in named if name]))


class Contexts:
    """The contexts of a run's sources: one for all, but for lexicons and corrections that lie beside a source.

    Args:
        settings: What is in force.
    """

    def __init__(self, settings: Settings) -> None:
        # Every slot's child imports this module, and needs little more than the shape of a job to be ready.
        from audiofy.pipeline.editing import SUFFIX

        self._corrections = SUFFIX
        self._settings = settings
        self._all = context(settings)
        # Sources of a folder mostly come together.
        self._beside = lru_cache(maxsize=256)(self._look)

    def of(self, source: str) -> str:
        """The context of a source."""
        if source == "-" or "://" in source:
            return self._all
        folder, name = os.path.split(part_of(source)[0])
        context, corrected = self._beside(folder)
        own = os.path.splitext(name)[0] + self._corrections  # noqa: PTH122 - once for each of a million
        if own not in corrected:
            return context
        return context + _digest(_contents(Path(folder, own)))

    def _look(self, folder: str) -> tuple[str, frozenset[str]]:
        """The context of a source in `folder`, and the names of the corrections there."""
        from audiofy.pipeline import lexicon_files

        files = lexicon_files(str(Path(folder, "x")), self._settings)
        try:
            corrected = frozenset(name for name in os.listdir(folder or ".") if name.endswith(self._corrections))  # noqa: PTH208 - names are enough
        except (OSError, ValueError):  # the source will say so itself
            corrected = frozenset()
        return self._all + (_digest([_contents(path) for path in files]) if files else ""), corrected


def own_digest() -> str:
    """A digest of the files of audiofy itself: a checkout changes without a new version."""
    home = Path(__file__).parents[1]
    files = sorted(path for path in home.rglob("*") if path.suffix in _SOURCES)
    return _digest([(path.relative_to(home).as_posix(), sha256(path.read_bytes()).hexdigest()) for path in files])


def libraries_digest() -> str:
    """A digest of the versions of what audiofy requires: engines and encoders among them."""
    names = (
        re.split(r"[^\w.-]", needed, maxsplit=1)[0] for needed in requires("audiofy") or [] if "extra" not in needed
    )
    return _digest(sorted((name, _version(name)) for name in names))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # it isn't needed on this system
        return ""


def _contents(path: Path) -> dict[str, str]:
    try:
        files = sorted(path.glob("*")) if path.is_dir() else [path]
        return {str(file): sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}
    except (OSError, ValueError):
        return {}


def _digest(thing: object) -> str:
    return sha256(msgspec.json.encode(thing, order="deterministic")).hexdigest()[:32]
