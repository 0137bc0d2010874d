"""Room 4: episodes to what listeners get. Works from episode.json and the files beside it; needs no audio library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy import output
from audiofy.publication.transcript import webvtt

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.model import Episode

__all__ = ["write_transcripts"]


def write_transcripts(folder: Path, episode: Episode) -> None:
    """Writes transcript.vtt beside a new episode; publishing adds the other forms.

    Raises:
        OutputError: It can't be written.
    """
    output.write_whole(folder / "transcript.vtt", webvtt(episode).encode())
