"""One source to one episode: the order of the stages."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import output
from audiofy.model import Done
from audiofy.pipeline.rehearsal import lexicon_files, lexicon_for, rehearse
from audiofy.pipeline.samples import Pronunciation, find_voice, pronounce, sample
from audiofy.pipeline.verification import examine, verify
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.audio.booth import Booth

__all__ = [
    "Pronunciation",
    "examine",
    "find_voice",
    "lexicon_files",
    "lexicon_for",
    "narrate",
    "pronounce",
    "rehearse",
    "sample",
    "verify",
]


def narrate(
    source: str | PathLike[str],
    *,
    settings: Settings | None = None,
    force: bool = False,
    booth: Booth | None = None,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Done:
    """Makes the episode of `source`, unless it is there already and nothing that could change it has changed.

    An episode that was made before there was a key is only signed.

    Args:
        source: What `audiofy.read` takes.
        settings: What is in force; the defaults without.
        force: Makes it again whatever is there, also what was retracted.
        booth: Where the engines speak; one for this episode without.
        on_step: Called with what is being done, how many steps of it are done, and how many there are.

    Raises:
        AudiofyError: As the tree in `audiofy.errors` says.
    """
    from audiofy.audio.credentials import sign_missing
    from audiofy.audio.engines import versions
    from audiofy.audio.fingerprint import fingerprint
    from audiofy.audio.record import record
    from audiofy.publication import write_transcripts

    source, chosen = fspath(source), settings or Settings()
    on_step(f"reading {source}", 0, 0)
    script, parts = rehearse(source, chosen)
    folder = output.episode_folder(Path(chosen.output), script.article, chosen.layout)
    if not force:
        output.refuse_retracted(folder)
    title = script.article.title or source
    try:
        engines = versions(parts.voice_for(line).engine for line in script.lines)
        present = None if force else output.current(folder, fingerprint(script, parts, chosen, engines))
        if present is not None:
            signed = sign_missing(folder, present, chosen)
            return Done(source=source, episode=signed, folder=str(folder), fresh=signed is not present)
        episode = record(
            script, parts, folder, settings=chosen, booth=booth, on_line=lambda done, total: on_step(title, done, total)
        )
        write_transcripts(folder, episode)
        output.write_episode(folder, episode)
    except BaseException:
        output.release(folder)
        raise
    return Done(source=source, episode=episode, folder=str(folder), fresh=True)
