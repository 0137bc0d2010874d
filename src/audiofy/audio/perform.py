"""Script and cast to an MP3 without tags: spoken, levelled, timed and encoded as it comes.

One line is in hand at a time, so memory does not grow with the article.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from audiofy.audio import encoder, engines, levels, mixdown, sounds, timeline
from audiofy.errors import EngineCrashedError, NoArticleError, OutputError
from audiofy.model import Chapter, Cue, Recording, WordCue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from audiofy.audio.booth import Booth
    from audiofy.model import Cast, Line, Script, Speech, Voice
    from audiofy.settings import Pauses, Settings


class Performance(NamedTuple):
    """What was recorded: `recording` lacks the size and hash of the file, which tags still change."""

    recording: Recording
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    engines: tuple[tuple[str, str], ...]


class _Clip(NamedTuple):
    """One thing that is heard, with the silence after it."""

    pcm: bytes
    pause: float
    line: int = -1
    voice: str = ""
    sound: str = ""
    speech: Speech | None = None


def perform(  # noqa: PLR0913 - the caller's wishes are keywords
    script: Script,
    cast: Cast,
    into: Path,
    *,
    settings: Settings,
    booth: Booth,
    on_line: Callable[[int, int], None] = lambda _done, _total: None,
) -> Performance:
    """Records a script as an MP3 under the name `into`, which the caller makes final.

    Raises:
        NoArticleError: Nothing in the script can be said.
        RecordingError: Speech, encoding or the folder failed.
        SettingsError: A sound can't be read.
    """
    spoken = [index for index, line in enumerate(script.lines) if _audible(line)]
    if not spoken:
        raise NoArticleError("Nothing in the article can be said.", "See `audiofy script`.")
    voices = [cast.voice_for(script.lines[index]) for index in spoken]
    versions = dict(engines.versions(voice.engine for voice in voices))
    gains = _gains(voices, versions, booth)
    preset = encoder.PRESETS[settings.audio.preset]
    speeches = booth.speak((script.lines[index].spoken, voice) for index, voice in zip(spoken, voices, strict=True))
    first = next(speeches)
    frame_rate = preset.frame_rate or first.frame_rate
    takes = zip(spoken, voices, chain([first], speeches), strict=True)
    clips = _with_sounds(_clips(script, takes, gains, settings.pauses, frame_rate), script, settings, frame_rate)
    cues: list[Cue] = []
    lame = encoder.Encoder(bitrate=preset.bitrate, frame_rate=frame_rate)
    place = 0
    try:
        with into.open("wb") as file:
            for clip in clips:
                cues.append(_cue(clip, script.lines, place, frame_rate))
                joined = mixdown.join(clip.pcm, pause=clip.pause, frame_rate=frame_rate)
                file.write(lame.encode(joined))
                place += len(joined) // 2
                on_line(sum(cue.line >= 0 for cue in cues), len(spoken))
            file.write(lame.finish())
    except OSError as error:
        raise OutputError(f"Can't write {into.parent}: {error.strerror}.", "Check the folder and the disk.") from error
    recording = Recording(
        audio="",
        size=0,
        duration=cues[-1].end,
        sha256="",
        preset=settings.audio.preset,
        bitrate=preset.bitrate,
        frame_rate=frame_rate,
        encoder=encoder.name(),
    )
    title = script.article.title or script.lines[spoken[0]].text
    return Performance(recording, tuple(cues), timeline.chapters(title, script.lines, cues), tuple(versions.items()))


def _audible(line: Line) -> bool:
    return any(character.isalnum() for character in line.spoken)


def _gains(voices: Sequence[Voice], versions: dict[str, str], booth: Booth) -> dict[Voice, float]:
    """The factor for each voice, from its loudness."""

    def speak(text: str, voice: Voice) -> Speech:
        return next(iter(list(booth.speak([(text, voice)]))))

    return {
        voice: levels.gain_of(levels.voice_loudness(voice, versions[voice.engine], speak))
        for voice in dict.fromkeys(voices)
    }


def _clips(
    script: Script,
    takes: Iterable[tuple[int, Voice, Speech]],
    gains: dict[Voice, float],
    pauses: Pauses,
    frame_rate: int,
) -> Iterator[_Clip]:
    """A levelled clip a line, with the pause after it."""
    order: list[int] = [index for index, line in enumerate(script.lines) if _audible(line)]
    following = {one: script.lines[other] for one, other in pairwise(order)}
    for index, voice, speech in takes:
        if not speech.frames:
            raise EngineCrashedError(f"The engine gave no sound for {script.lines[index].spoken[:60]!r}.")
        yield _Clip(
            pcm=levels.level(speech, gains[voice], frame_rate),
            pause=timeline.pause_after(script.lines[index], following.get(index), pauses),
            line=index,
            voice=voice.name,
            speech=speech,
        )


def _with_sounds(clips: Iterator[_Clip], script: Script, settings: Settings, frame_rate: int) -> Iterator[_Clip]:
    """The clips with intro, outro and a sound between paragraphs, where the settings have them."""
    names, pause = settings.sounds, settings.pauses.sound
    loaded = {name: sounds.load(name, frame_rate) for name in (names.intro, names.between, names.outro) if name}
    if names.intro:
        yield _Clip(pcm=loaded[names.intro], pause=pause, sound="intro")
    clip = next(clips)
    for following in clips:
        paragraphs = {script.lines[clip.line].block, script.lines[following.line].block}
        if names.between and len(paragraphs) > 1 and min(paragraphs) >= 0:
            yield clip
            yield _Clip(pcm=loaded[names.between], pause=clip.pause, sound="between")
        else:
            yield clip
        clip = following
    yield clip._replace(pause=pause) if names.outro else clip
    if names.outro:
        yield _Clip(pcm=loaded[names.outro], pause=0.0, sound="outro")


def _cue(clip: _Clip, lines: Sequence[Line], place: int, frame_rate: int) -> Cue:
    """When a clip that begins at frame `place` is heard; its pause is nobody's."""
    start, end = place / frame_rate, (place + len(clip.pcm) // 2) / frame_rate
    words: tuple[WordCue, ...] = ()
    if clip.speech is not None:
        words = timeline.word_cues(lines[clip.line], clip.speech.words, start, 1 / clip.speech.frame_rate)
    return Cue(start=start, end=end, line=clip.line, voice=clip.voice, sound=clip.sound, words=words)
