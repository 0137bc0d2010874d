"""File names to media types and how long caches may keep them. Pure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Not left to the machine's tables, which differ: Python 3.11 serves .srt as plain text.
_TYPES = {
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
}

# What publishing writes, by name; audio and books are called after their folder or by their maker.
_OURS = re.compile(
    r"(?:index|player|transcript)\.html|transcript\.(?:vtt|srt|json|txt)|(?:chapters|oembed)\.json|embed\.js|feed\.xml"
    r"|cover\.(?:jpg|png)|(?:feed|archive|show|cover)-[\w-]+\.(?:xml|html|jpg|png)|.+\.epub"
)


def media_type(name: str) -> str:
    """The Content-Type of a published file."""
    path = PurePosixPath(name)
    return (
        "application/json+chapters"
        if path.name == "chapters.json"
        else _TYPES.get(path.suffix, "application/octet-stream")
    )


def caching(name: str) -> str:
    """The Cache-Control of a published file: the address of audio changes with it, everything else may change."""
    return "public, max-age=31536000" if name.endswith(".mp3") else "public, max-age=300"


def published(name: str) -> bool:
    """Whether a file of the output folder is for listeners: what publishing made, by its name, and nothing hidden.

    Whatever else lies there is not: episode.json and tombstones may hold paths of the machine and what was left out of
    an article, and somebody may keep notes or sources beside them.
    """
    path = PurePosixPath(name)
    if any(part.startswith(".") for part in path.parts):
        return False
    if path.suffix == ".mp3":
        return path.stem.partition(".")[0] == path.parent.name
    return bool(_OURS.fullmatch(path.name))
