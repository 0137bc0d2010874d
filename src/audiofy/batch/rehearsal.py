"""Job to a planned receipt: what a run would make of it, and why, without making it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy.batch.job import Receipt
from audiofy.batch.receipts import guarded
from audiofy.batch.work import settings_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiofy.batch.job import Brief, Job
    from audiofy.model import Cast, Episode, Script


def rehearse_one(job: Job, brief: Brief, tell: Callable[[str, int, int], None]) -> Receipt:
    """Reads, composes and casts a job's source and compares it with the episode that is there."""
    return msgspec.structs.replace(guarded(job, lambda: _rehearsed(job, brief, tell)), planned=True)


def _rehearsed(job: Job, brief: Brief, tell: Callable[[str, int, int], None]) -> Receipt:
    from audiofy import output
    from audiofy.audio.engines import versions
    from audiofy.audio.fingerprint import fingerprint
    from audiofy.batch.cloud.narrate import local_source, present_in_cloud
    from audiofy.batch.cloud.places import is_cloud
    from audiofy.pipeline import rehearse

    settings = settings_for(job, brief.settings)
    tell(f"reading {job.source}", 0, 0)
    with local_source(job.source) as source:
        script, parts = rehearse(source, settings)
    engines = versions(parts.voice_for(line).engine for line in script.lines)
    key = fingerprint(script, parts, settings, engines)
    if is_cloud(settings.output):
        folder, present = present_in_cloud(script.article, settings, force=brief.force)
    else:
        place = output.folder_of(Path(settings.output), script.article, settings.layout)
        if place and not brief.force:
            output.refuse_retracted(place)
        folder, present = str(place or ""), _episode(place)
    whole = present is not None and (is_cloud(folder) or output.current(Path(folder), present.fingerprint) is not None)
    if present is None:
        why = "new"
    elif not whole:
        why = "its audio is missing or not whole"
    elif present.fingerprint == key:
        why = "forced" if brief.force else "unchanged"
    else:
        why = difference(present, script, parts, engines)
    return Receipt(
        job=job,
        folder=folder,
        slug=present.slug if present else output.slug_of(script.article),
        fingerprint=key,
        characters=sum(len(line.spoken) for line in script.lines),
        fresh=why != "unchanged",
        why=why,
    )


def _episode(folder: Path | None) -> Episode | None:
    from audiofy.errors import OutputError
    from audiofy.output import read_episode

    try:
        return read_episode(folder) if folder else None
    except OutputError:
        return None


def difference(  # noqa: PLR0911 - a return for every reason
    present: Episode, script: Script, cast: Cast, engines: tuple[tuple[str, str], ...]
) -> str:
    """Why an episode differs from what would be made now, in a few words: the first that holds of what can differ."""
    was, now = present.article, script.article
    if (was.title, was.blocks) != (now.title, now.blocks):
        return "the text changed"
    if was != now:
        return "what the page says about the article changed"
    if present.language != script.language:
        return f"the language is {script.language} now"
    spoken = [(line.kind, line.speaker, line.spoken) for line in script.lines]
    for before, after in zip([(line.kind, line.speaker, line.spoken) for line in present.lines], spoken, strict=False):
        if before != after:
            return f"words are said in another way: {_around(before[2], after[2])}"
    if len(present.lines) != len(spoken):
        return "other lines are read"
    if present.cast != cast:
        return f"the voices changed: {_voices(present.cast)} to {_voices(cast)}"
    if present.engines != engines:
        return "another version of the engine"
    return "a setting of the sound changed, or audiofy's recipe"


def _around(before: str, after: str) -> str:
    """The first word in which two texts differ, as it was and as it is."""
    pairs = zip([*before.split(), ""], [*after.split(), ""], strict=False)
    was, now = next(((one, other) for one, other in pairs if one != other), ("", ""))
    return f"{was or 'nothing'} to {now or 'nothing'}"


def _voices(cast: Cast) -> str:
    return ", ".join(voice.name for voice in cast.voices)
