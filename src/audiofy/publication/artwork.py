"""A show to its cover, the one it names or one that is drawn; an episode to the one in its MP3."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.cover import cover, measure
from audiofy.errors import SettingsError
from audiofy.publication.picture import picture

if TYPE_CHECKING:
    from audiofy.model import Episode
    from audiofy.publication.shows import Programme
    from audiofy.publication.writing import Written

# What Apple takes for a cover: https://podcasters.apple.com/support/896-artwork-requirements
_SMALLEST, _LARGEST = 1400, 3000
_KINDS = {"JPEG": "jpg", "PNG": "png"}


def episode_artwork(folder: Path, episode: Episode, written: Written) -> str:
    """The name of an episode's cover, taken from its MP3; empty if that has none which podcast clients take.

    Raises:
        OutputError: It can't be read or written.
    """
    with output.translated(folder):
        content = picture(folder / episode.recording.audio)
        name = _fitting(content)
        for other in {"cover.jpg", "cover.png"} - {name}:
            (folder / other).unlink(missing_ok=True)
    if name:
        written.file(folder / name, content)
    return name


def _fitting(content: bytes) -> str:
    """The file name of a cover that podcast clients take, or nothing."""
    kind, width, height = measure(content) if content else ("", 0, 0)
    if kind not in _KINDS or width != height or not _SMALLEST <= width <= _LARGEST:
        return ""
    return f"cover.{_KINDS[kind]}"


def artwork(root: Path, programme: Programme, written: Written) -> str:
    """The address of a show's cover: that of the settings, or of the file that is copied or drawn.

    Raises:
        SettingsError: The cover in the settings can't be read, or is none that podcast clients take.
        OutputError: It can't be written.
    """
    show = programme.show
    if show.image.lower().startswith(("http://", "https://")):
        return show.image
    name = f"cover-{programme.name}" if programme.name else "cover"
    if not show.image:
        path = root / f"{name}.jpg"
        written.file(path, cover(show.title, site=show.author))
        return programme.base + path.name
    try:
        content = Path(show.image).read_bytes()
    except OSError as error:
        raise SettingsError(f"Can't read the cover {show.image}: {error.strerror}.", "Check show.image.") from error
    fitting = _fitting(content)
    if not fitting:
        kind, width, height = measure(content)
        raise SettingsError(
            f"The cover {show.image} is {width} x {height} {kind or 'of no known kind'}.",
            f"Podcast clients want a square JPEG or PNG of {_SMALLEST} to {_LARGEST} pixels.",
        )
    path = root / f"{name}{Path(fitting).suffix}"
    written.file(path, content)
    return programme.base + path.name
