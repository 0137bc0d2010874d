"""A text in one voice: how it is said, and as sound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output, voices
from audiofy.errors import CastingError
from audiofy.model import Article, Cast, Kind, Line, Script, Voice
from audiofy.pipeline.rehearsal import lexicon_for
from audiofy.script import cast
from audiofy.script.spoken import speakable

if TYPE_CHECKING:
    from audiofy.model import Spoken
    from audiofy.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """How a text is said in a voice; `unsaid` are terms whose phonemes the engine can't take."""

    text: str
    spoken: str
    phonemes: str
    voice: Voice
    unsaid: tuple[str, ...] = ()


def pronounce(text: str, language: str, name: str, settings: Settings) -> Pronunciation:
    """How `text` is said in `language` by the voice called `name`, or by the narrator.

    Raises:
        CastingError: There is no such voice.
        MissingDependencyError: Its engine isn't installed.
    """
    from audiofy.audio.engines import phonemes

    script = Script(article=Article(url="", title="", blocks=()), language=language, lines=())
    known = voices.load(Path(settings.voices) if settings.voices else None)
    voice = find_voice(name, settings, language) if name else cast(script, known).narrator
    said = _spoken(text, voice, settings)
    return Pronunciation(
        text=text, spoken=said.text, phonemes=phonemes(said.text, voice), voice=voice, unsaid=said.unsaid
    )


def sample(text: str, voice: Voice, into: Path, settings: Settings) -> None:
    """Says `text` in one voice, as an MP3 without tags.

    Raises:
        RecordingError: Speech, encoding or the folder failed.
        CastingError: The engine doesn't have the voice.
    """
    from audiofy.audio.booth import open_booth
    from audiofy.audio.perform import perform

    said = _spoken(text, voice, settings)
    line = Line(kind=Kind.NARRATION, block=-1, start=0, end=len(text), text=text, spoken=said.text, words=said.words)
    script = Script(article=Article(url="", title="", blocks=()), language=voice.language, lines=(line,))
    booth = open_booth(settings.audio.deadline)
    try:
        with output.temporary(into) as part:
            perform(script, Cast(narrator=voice, quotation=voice), part, settings=settings, booth=booth)
    finally:
        booth.close()


def _spoken(text: str, voice: Voice, settings: Settings) -> Spoken:
    lexicon = lexicon_for("-", settings)
    takes = "espeak" if voice.engine == "espeak" else ""
    return speakable(text, voice.language, lexicon=lexicon, engine=voice.engine, phonemes=takes)


def find_voice(name: str, settings: Settings, language: str = "") -> Voice:
    """The voice called `name`, in `language` if it speaks several.

    Raises:
        CastingError: There is none, or it doesn't speak the language.
    """
    known = [voice for voice in voices.load(Path(settings.voices) if settings.voices else None) if voice.name == name]
    if not known:
        raise CastingError(f"There is no voice called {name!r}.", "See `audiofy voices`.")
    suited = [voice for voice in known if language in {"", voice.language}]
    if not suited:
        spoken = ", ".join(voice.language for voice in known)
        raise CastingError(f"The voice {name!r} doesn't speak {language!r}.", f"It speaks {spoken}.")
    return suited[0]
