"""Source to script and cast, with the user's lexicons and voices."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import article, corrections, output, voices
from audiofy.errors import OutputError
from audiofy.model import Cast, Script, Voice, primary
from audiofy.pipeline.editing import editor_of
from audiofy.script import DEFAULT_LANGUAGE, cast, compose
from audiofy.script.lexicon import built_in, combined
from audiofy.script.lexicon.files import read_lexicon

if TYPE_CHECKING:
    from audiofy.model import Article
    from audiofy.script.lexicon import Lexicon
    from audiofy.settings import Settings


def rehearse(source: str, settings: Settings) -> tuple[Script, Cast]:
    """Reads `source`, writes its script and casts it.

    Raises:
        SourceError: The article can't be had.
        VoiceError: A voice profile is wrong.
        CastingError: A voice is not there, or none speaks the language.
    """
    found = article.read(source, settings=settings)
    known = voices.load(Path(settings.voices) if settings.voices else None)
    editor = editor_of(source, found, settings)
    script = compose(
        replace(found, title=settings.reading.title or found.title),
        spoken_disclosure=settings.disclosure.spoken,
        sentence=settings.disclosure.sentence,
        quotation_note=settings.disclosure.quotations == "spoken" and settings.cast.quotes in {"voice", "tone"},
        correction_note=settings.disclosure.correction == "spoken" and _is_corrected(found, settings),
        every=settings.disclosure.every,
        with_byline=settings.speaking.byline,
        quotes=settings.cast.quotes,
        lexicon=lexicon_for(source, settings),
        engine=engine_of(known, found.language),
        correct=editor,
        allow_partial=settings.reading.allow_partial,
    )
    wishes = settings.cast
    parts = cast(
        script,
        known,
        narrator=wishes.narrator,
        quotation=wishes.quotation,
        quotes=wishes.quotes,
        people=wishes.people | editor.voices,
    )
    return script, parts


def _is_corrected(found: Article, settings: Settings) -> bool:
    """Whether headline or text have changed since the episode was first recorded."""
    folder = output.folder_of(Path(settings.output), found, settings.layout)
    if folder is None:
        return False
    try:
        published = output.read_episode(folder)
    except OutputError:
        return False
    changed = (published.article.title, published.article.blocks) != (found.title, found.blocks)
    return changed or bool(corrections.corrected(published))


def lexicon_files(source: str, settings: Settings) -> tuple[Path, ...]:
    """The user's lexicons for `source`: those in the folder `lexicon` beside it, then those of the settings."""
    beside = Path(source).parent / "lexicon" if "://" not in source and source != "-" else Path("lexicon")
    try:
        found = sorted(path for path in beside.glob("*") if path.suffix.lower() in {".tsv", ".pls"})
    except ValueError:  # no file can have that name, as the source itself will say
        found = []
    return (*found, *map(Path, settings.speaking.lexicons))


def lexicon_for(source: str, settings: Settings) -> Lexicon:
    """The user's lexicons for `source` before audiofy's own.

    Raises:
        LexiconError: One is missing or wrong.
    """
    files = lexicon_files(source, settings)
    return _combined(tuple((path, path.stat().st_mtime_ns if path.is_file() else 0) for path in files))


@lru_cache(maxsize=8)
def _combined(files: tuple[tuple[Path, int], ...]) -> Lexicon:
    """The lexicons as one, before audiofy's own; read again only when a file has changed."""
    return combined([*(read_lexicon(path) for path, _ in files), built_in()])


def engine_of(known: tuple[Voice, ...], language: str) -> str:
    """The engine of every voice of the language, empty if they have several."""
    tag = primary(language or DEFAULT_LANGUAGE)
    engines = {voice.engine for voice in known if primary(voice.language) == tag}
    return engines.pop() if len(engines) == 1 else ""
