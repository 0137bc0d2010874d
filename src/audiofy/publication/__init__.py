"""Room 4: episodes to what listeners get. Works from episode.json and the files beside it; needs no audio library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.model import Episode
    from audiofy.publication.anthology import bind as bind
    from audiofy.publication.sending import upload as upload
    from audiofy.publication.server import serve as serve
    from audiofy.publication.site import publish as publish

__all__ = ["bind", "publish", "serve", "upload", "write_transcripts"]

_HOMES = {"bind": "anthology", "publish": "site", "serve": "server", "upload": "sending"}


def write_transcripts(folder: Path, episode: Episode) -> None:
    """Writes transcript.vtt beside a new episode; publishing adds the other forms.

    Raises:
        OutputError: It can't be written.
    """
    from audiofy import output
    from audiofy.publication.transcript import webvtt

    output.write_whole(folder / "transcript.vtt", webvtt(episode).encode())


def __getattr__(name: str) -> Any:
    """A public name, from its module; converting loads nothing of publishing."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
