"""Everything that could change an episode to one key: an equal key means that there is nothing to do."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.errors import SettingsError
from audiofy.output import has_address

if TYPE_CHECKING:
    from audiofy.model import Cast, Script
    from audiofy.settings import Settings

# Raised when audiofy changes how episodes sound or what is written into them.
RECIPE = 1


def fingerprint(script: Script, cast: Cast, settings: Settings, engines: tuple[tuple[str, str], ...]) -> str:
    """The key of what `script` and `cast` become under `settings` with these engines and versions.

    Only the sections that shape an episode count: where it was fetched and where it is written do not.

    Raises:
        SettingsError: A sound or cover in the settings can't be read.
    """
    show = settings.show
    written = (show.title, show.site, show.licence, show.copyright)
    # Of the cover its content counts, wherever it is.
    audio = msgspec.structs.replace(settings.audio, cover="")
    shaping = (settings.pauses, audio, settings.disclosure, written)
    sounds = [_content(name) for name in (settings.sounds.intro, settings.sounds.outro, settings.sounds.between)]
    if not has_address(script.article):
        # The same text by another path is the same episode.
        script = replace(script, article=replace(script.article, url=""))
    parts = (RECIPE, script, cast, shaping, sounds, _content(settings.audio.cover), engines)
    return sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def _content(name: str) -> str:
    """The hash of a file of the user's, so that a new intro under an old name is noticed."""
    if not name:
        return ""
    try:
        return sha256(Path(name).read_bytes()).hexdigest()
    except OSError as error:
        raise SettingsError(
            f"Can't read {name}: {error.strerror}.", "Check [sounds] and [audio] in the settings."
        ) from error
