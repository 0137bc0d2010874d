"""A place in object storage to what this machine keeps about it: a folder for index and lock, and the markers."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

DONE = ".audiofy/done"
SHORT = 16


def local_state(place: str) -> Path:
    """The folder of this machine that stands for a place in object storage; what is in it can be deleted."""
    import platformdirs

    name = sha256(place.rstrip("/").encode()).hexdigest()[:16]
    return Path(platformdirs.user_cache_dir("audiofy", appauthor=False)) / "cloud" / name


def marker(folder: str, fingerprint: str) -> str:
    """The key of the empty object that says: the episode in `folder` (inside the place) is whole, and which it is.

    All markers are listed in one go, a thousand a request; asking for each episode would be a request an article.
    """
    return f"{DONE}/{quote(folder, safe='')}.{fingerprint[:SHORT]}"


def unmarked(key: str) -> tuple[str, str]:
    """The folder and the beginning of the fingerprint that a marker stands for."""
    name, _, fingerprint = key.removeprefix(f"{DONE}/").rpartition(".")
    return unquote(name), fingerprint
