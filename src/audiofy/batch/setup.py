"""Settings to a refusal, where a file that they name would fail every article of a run with the same words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import voices
from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from audiofy.settings import Settings


def check_setup(settings: Settings) -> None:
    """Reads the voices and the lexicons of the settings, and looks for their sounds and cover.

    Raises:
        VoiceError: A voice profile is wrong.
        LexiconError: A lexicon is missing or wrong.
        SettingsError: A sound or the cover can't be read.
    """
    voices.load(Path(settings.voices) if settings.voices else None)
    if settings.speaking.lexicons:
        # The room of scripts takes longer to load than most runs have with nothing to do.
        from audiofy.script.lexicon.files import read_lexicon

        for path in settings.speaking.lexicons:
            read_lexicon(Path(path))
    sounds = settings.sounds
    for name in (sounds.intro, sounds.outro, sounds.between, settings.audio.cover):
        try:
            if name:
                Path(name).open("rb").close()
        except OSError as error:
            raise SettingsError(
                f"Can't read {name}: {error.strerror}.", "Check [sounds] and [audio] in the settings."
            ) from error
