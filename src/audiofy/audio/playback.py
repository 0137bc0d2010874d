"""A sound file to the loudspeaker, by a player that the system has."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from audiofy.errors import MissingDependencyError

if TYPE_CHECKING:
    from pathlib import Path

# Players of MP3 with the arguments that keep them quiet, the most usual first.
_PLAYERS = (
    ("afplay",),
    ("mpg123", "-q"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("mpv", "--really-quiet", "--no-video"),
    ("cvlc", "--play-and-exit", "--quiet"),
    ("pw-play",),
)
# ffplay ends with 0 where it can't open the device, and only says so.
_NO_DEVICE = re.compile(rb"audio open failed|Failed to open (?:file|audio)", re.IGNORECASE)


def play(path: Path) -> None:
    """Plays an MP3 and returns when it is over; a player that fails makes way for the next one.

    Raises:
        MissingDependencyError: No player is installed, or the player finds no loudspeaker.
    """
    remedy = "Write it to a file with -o FILE."
    if sys.platform == "win32":
        import os

        os.startfile(path)  # noqa: S606 - the program that the user chose for MP3
        return
    silent = ""
    for name, *arguments in _PLAYERS:
        program = shutil.which(name)
        if program is None:
            continue
        played = subprocess.run([program, *arguments, str(path)], check=False, capture_output=True)
        if not played.returncode and not _NO_DEVICE.search(played.stderr):
            return
        silent = silent or name
    if silent:
        raise MissingDependencyError(f"{silent} could not play the sound: it found no audio device.", remedy)
    raise MissingDependencyError("No player for MP3 was found.", f"Install mpg123 or ffmpeg. {remedy}")
