"""One source to one episode: the order of the stages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import article, output, voices
from audiofy.model import Cast, Done, Script
from audiofy.script import cast, compose
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.audio.booth import Booth


def rehearse(source: str, settings: Settings) -> tuple[Script, Cast]:
    """Reads `source`, writes its script and casts it.

    Raises:
        SourceError: The article can't be had.
        VoiceError: A voice profile is wrong.
        CastingError: A voice is not there, or none speaks the language.
    """
    found = article.read(source, settings=settings)
    script = compose(
        found,
        spoken_disclosure=settings.disclosure.spoken,
        sentence=settings.disclosure.sentence,
        with_byline=settings.speaking.byline,
        quotes=settings.cast.quotes,
    )
    known = voices.load(Path(settings.voices) if settings.voices else None)
    wishes = settings.cast
    parts = cast(
        script,
        known,
        narrator=wishes.narrator,
        quotation=wishes.quotation,
        quotes=wishes.quotes,
        people=wishes.people,
    )
    return script, parts


def narrate(
    source: str,
    *,
    settings: Settings | None = None,
    force: bool = False,
    booth: Booth | None = None,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Done:
    """Makes the episode of `source`, unless it is there already and nothing that could change it has changed.

    Args:
        source: What `audiofy.read` takes.
        settings: What is in force; the defaults without.
        force: Makes it again whatever is there.
        booth: Where the engines speak; one for this episode without.
        on_step: Called with what is being done, how many steps of it are done, and how many there are.

    Raises:
        AudiofyError: As the tree in `audiofy.errors` says.
    """
    from audiofy import audio
    from audiofy.publication import write_transcripts

    chosen = settings or Settings()
    on_step(f"reading {source}", 0, 0)
    script, parts = rehearse(source, chosen)
    folder = output.episode_folder(Path(chosen.output), script.article)
    engines = audio.versions(parts.voice_for(line).engine for line in script.lines)
    present = None if force else output.current(folder, audio.fingerprint(script, parts, chosen, engines))
    if present is not None:
        return Done(source=source, episode=present, folder=str(folder), fresh=False)
    title = script.article.title or source
    episode = audio.record(
        script, parts, folder, settings=chosen, booth=booth, on_line=lambda done, total: on_step(title, done, total)
    )
    write_transcripts(folder, episode)
    output.write_episode(folder, episode)
    return Done(source=source, episode=episode, folder=str(folder), fresh=True)
