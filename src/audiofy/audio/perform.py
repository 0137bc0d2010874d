"""Script and cast to an MP3 without tags: spoken, levelled, timed and encoded as it comes.

One line is in hand at a time, and a few more on their way from the engine, so memory does not grow with the article.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from audiofy.audio import engines, levels, mixdown, sounds, timeline
from audiofy.audio.gains import gains
from audiofy.audio.master import Master
from audiofy.errors import EngineCrashedError, NoArticleError, OutputError
from audiofy.model import Cue, Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from audiofy.audio.booth import Booth
    from audiofy.model import Cast, Chapter, Line, Recording, Script, Speech, Voice
    from audiofy.settings import Pauses, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """What was recorded, and in which other presets. Recordings lack name, size and hash, which tags still change."""

    recording: Recording
    copies: tuple[Recording, ...]
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    engines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A line that is heard: its place in the script, its voice, and the seconds of silence after it."""

    index: int
    line: Line
    voice: Voice
    pause: float


def perform(  # noqa: PLR0913 - the caller's wishes are keywords
    script: Script,
    cast: Cast,
    into: Path,
    *,
    settings: Settings,
    booth: Booth,
    copies: Mapping[str, Path] = MappingProxyType({}),
    on_line: Callable[[int, int], None] = lambda _done, _total: None,
) -> Performance:
    """Records a script as an MP3 under the name `into`, which the caller makes final.

    Args:
        script: What is read; lines without a letter or digit are passed over.
        cast: Who reads it.
        into: Where the MP3 is written.
        settings: Preset, pauses and sounds.
        booth: Where the engines speak.
        copies: Other presets in which it is recorded too, and the names to write those MP3s under.
        on_line: Called with the number of lines recorded, and of all.

    Raises:
        NoArticleError: Nothing in the script can be said.
        CastingError: An engine doesn't have a voice of the cast.
        MissingDependencyError: An engine isn't installed.
        RecordingError: Speech, encoding or the folder failed.
        SettingsError: A sound can't be read.
    """
    turns = _turns(script, cast, settings.pauses)
    versions = engines.versions(turn.voice.engine for turn in turns)
    gain = gains(
        (turn.voice for turn in turns),
        dict(versions),
        lambda text, voice: _speak(booth, text, voice),
        # Without the disclosure, which a language that has no sentence of its own gets in English.
        words=" ".join(turn.line.spoken for turn in turns if turn.line.kind is not Kind.DISCLOSURE),
    )
    speeches = booth.speak((turn.line.spoken, turn.voice) for turn in turns)
    levels.load()  # while the first lines are being spoken
    first = next(speeches)
    cues: list[Cue] = []
    try:
        with _masters(settings.audio.preset, into, copies, first.frame_rate) as masters:
            frame_rate = masters[0].frame_rate
            clips = (
                _clip(turn, speech, gain[turn.voice], frame_rate)
                for turn, speech in zip(turns, chain([first], speeches), strict=True)
            )
            place = 0
            for clip in _with_sounds(clips, settings, frame_rate):
                cues.append(clip.cue(place, frame_rate))
                pause = round(clip.pause * frame_rate)
                frames = mixdown.join(clip.pcm, pause, frame_rate)
                for master in masters:
                    master.write(frames)
                place += clip.frames + pause
                on_line(sum(cue.line >= 0 for cue in cues), len(turns))
            for master in masters:
                master.close()
    except OSError as error:
        raise OutputError(f"Can't write {into.parent}: {error.strerror}.", "Check the folder and the disk.") from error
    recording, *others = (master.recording(cues[-1].end) for master in masters)
    chapters = timeline.chapters(script.article.title or turns[0].line.text, script.lines, cues)
    return Performance(recording=recording, copies=tuple(others), cues=tuple(cues), chapters=chapters, engines=versions)


@contextmanager
def _masters(preset: str, into: Path, copies: Mapping[str, Path], voice_rate: int) -> Iterator[list[Master]]:
    """The MP3 and those in other presets, which are made of the frames of the first."""
    with ExitStack() as files:
        main = Master(files.enter_context(into.open("wb")), preset, voice_rate=voice_rate)
        others = [
            Master(files.enter_context(path.open("wb")), other, voice_rate=voice_rate, frame_rate=main.frame_rate)
            for other, path in copies.items()
        ]
        yield [main, *others]


def _turns(script: Script, cast: Cast, pauses: Pauses) -> tuple[_Turn, ...]:
    """The lines that can be heard.

    Raises:
        NoArticleError: There is none.
    """
    audible = [(index, line) for index, line in enumerate(script.lines) if any(map(str.isalnum, line.spoken))]
    if not audible:
        raise NoArticleError("Nothing in the article can be said.", "See `audiofy script`.")
    following = [line for _, line in audible[1:]]
    return tuple(
        _Turn(index=index, line=line, voice=cast.voice_for(line), pause=timeline.pause_after(line, after, pauses))
        for (index, line), after in zip(audible, [*following, None], strict=True)
    )


def _speak(booth: Booth, text: str, voice: Voice) -> Speech:
    """One text on its own; the booth is read to its end, so that it is free again."""
    (speech,) = booth.speak([(text, voice)])
    return speech


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clip:
    """Something that is heard, 16-bit at the rate of the MP3, with the seconds of silence after it."""

    pcm: bytes
    pause: float
    turn: _Turn | None = None
    sound: str = ""
    words: tuple[Mark, ...] = ()

    @property
    def frames(self) -> int:
        return len(self.pcm) // 2

    def cue(self, place: int, frame_rate: int) -> Cue:
        """When it is heard if it begins at frame `place`; the pause after it is nobody's."""
        start, end = timeline.seconds(place, frame_rate), timeline.seconds(place + self.frames, frame_rate)
        if self.turn is None:
            return Cue(start=start, end=end, line=-1, sound=self.sound)
        words = timeline.word_cues(self.turn.line, self.words, place, frame_rate)
        return Cue(start=start, end=end, line=self.turn.index, voice=self.turn.voice.name, words=words)


def _clip(turn: _Turn, speech: Speech, gain: float, frame_rate: int) -> _Clip:
    """What an engine said as a clip: the silence around it cut off, levelled, at the rate of the MP3.

    Raises:
        EngineCrashedError: There is only silence.
    """
    samples = levels.amplify(levels.samples_of(speech), gain)
    start, end = levels.trim(samples, speech.frame_rate)
    if start == end:
        raise EngineCrashedError(
            f"The engine {turn.voice.engine} gave only silence for “{turn.line.spoken[:40]}”.", "Try another voice."
        )
    limited = levels.limit(samples[start:end])
    pcm = levels.to_pcm(levels.resample(limited, speech.frame_rate, frame_rate))
    scale, last = frame_rate / speech.frame_rate, len(pcm) // 2 - 1
    words = (Mark(at=mark.at, frame=round((mark.frame - start) * scale)) for mark in speech.words)
    inside = tuple(Mark(at=mark.at, frame=min(max(0, mark.frame), last)) for mark in words)
    return _Clip(pcm=pcm, pause=turn.pause, turn=turn, words=inside)


def _with_sounds(clips: Iterable[_Clip], settings: Settings, frame_rate: int) -> Iterator[_Clip]:
    """The clips with intro, outro and a sound between paragraphs, where the settings have them."""
    loaded, pause = sounds.load(settings.sounds, frame_rate), settings.pauses.sound
    if "intro" in loaded:
        yield _Clip(pcm=loaded["intro"], pause=pause, sound="intro")
    for clip, following in pairwise(chain(clips, [None])):
        assert clip is not None
        if following is None:
            yield replace(clip, pause=pause) if "outro" in loaded else clip
        elif "between" in loaded and timeline.is_between_paragraphs(_line(clip), _line(following)):
            yield replace(clip, pause=pause)
            yield _Clip(pcm=loaded["between"], pause=pause, sound="between")
        else:
            yield clip
    if "outro" in loaded:
        yield _Clip(pcm=loaded["outro"], pause=0.0, sound="outro")


def _line(clip: _Clip) -> Line:
    assert clip.turn is not None
    return clip.turn.line
