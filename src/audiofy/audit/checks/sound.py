"""Sound: what a listener hears when the MP3 is played, by decoding it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault, Unavailable
from audiofy.audit.words import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held

sound = Family("sound")
_AGAIN = "Convert the article again with --force."

# Speech is levelled to -16 LUFS; room noise of a synthesiser is none.
SILENT = -55.0  # dBFS, 10 ms

# Apple Podcasts: -16 dB LKFS, +/- 1 dB, true peak at most -1 dB FS
# (https://podcasters.apple.com/support/893-audio-requirements).
_LOUDNESS = -16.0
_TOLERANCE = 1.0
_PEAK = -1.0

# Sound.crowding of speech in MP3: of 594 clips in thirteen languages none had more than 0.24. Cut off at half of
# its peak, two in three clips have more than 0.28, and all that are cut off at a third, however deep the voice. A word
# or two are too few waves to go by: of 817 clips of real pages one of 1.5 s had 0.30.
_CROWDED = 0.28
_CROWDED_SHORT = 0.36
_SHORT = 2.0  # seconds

# MP3 ends in whole frames behind the encoder's delay, and lameenc says nowhere how much of that to cut.
_SLACK = 0.1  # seconds

# Engines end a clip with a little silence of their own, which adds to the pause.
_OWN_SILENCE = 0.4  # seconds


@sound.check("audio-decodes", why="Nobody hears anything.", remedy=_AGAIN)
def audio_decodes(held: Held) -> Iterator[Fault]:
    """The MP3 can be decoded."""
    if held.has_audio:
        try:
            _ = held.sound
        except Unavailable as error:
            yield Fault(str(error))


@sound.check("duration-agrees", why="Players show it, and every time in the transcript counts on it.", remedy=_AGAIN)
def duration_agrees(held: Held) -> Iterator[Fault]:
    """The decoded audio is as long as the timeline says."""
    decoded, said = held.sound.duration, held.episode.recording.duration
    if abs(decoded - said) > _SLACK:
        yield Fault(f"the audio lasts {decoded:.2f} s, episode.json says {said:.2f} s")


@sound.check("format-agrees", why="The preset promises a rate and one channel.", remedy=_AGAIN)
def format_agrees(held: Held) -> Iterator[Fault]:
    """The MP3 is mono at the recorded frame rate."""
    rate = held.episode.recording.frame_rate
    if held.sound.channels != 1 or held.sound.frame_rate != rate:
        yield Fault(f"it has {held.sound.channels} channels at {held.sound.frame_rate} Hz, not one at {rate} Hz")


@sound.check("clip-not-silent", why="A line of the article is not heard.", remedy=_AGAIN)
def clip_not_silent(held: Held) -> Iterator[Fault]:
    """Something is heard in each cue but the first, which disclosure-heard looks after.

    What would be behind the end of a recording that is too short is left to duration-agrees.
    """
    lines = held.episode.lines
    for index, cue in enumerate(held.episode.cues):
        opening = index == 0 and 0 <= cue.line < len(lines) and lines[cue.line].kind.value == "disclosure"
        if not opening and cue.start < held.sound.duration and held.sound.loudest(cue.start, cue.end) < SILENT:
            text = excerpt(lines[cue.line].text) if 0 <= cue.line < len(lines) else "a sound"
            yield Fault(f"from {cue.start:.1f} s to {cue.end:.1f} s, where {text} should be, it is silent")


@sound.check("clip-not-clipped", why="Clipped speech crackles and tires.", remedy=_AGAIN)
def clip_not_clipped(held: Held) -> Iterator[Fault]:
    """The wave of no spoken line is cut off at its peaks."""
    voices = {voice.name: voice for voice in held.episode.cast.voices}
    for cue in held.episode.cues:
        # The test tone is a sine, which is at its peaks more than any speech.
        spoken = cue.voice in voices and voices[cue.voice].engine != "tone"
        most = _CROWDED if cue.end - cue.start > _SHORT else _CROWDED_SHORT
        if spoken and held.sound.crowding(cue.start, cue.end) > most:
            yield Fault(f"what is heard from {cue.start:.1f} s to {cue.end:.1f} s is cut off at its peaks")


@sound.check("true-peak", why="Peaks above -1 dBTP crackle after a platform's own encoding.", remedy=_AGAIN)
def true_peak(held: Held) -> Iterator[Fault]:
    """The true peak is at most -1 dBTP."""
    if held.sound.peak > _PEAK:
        yield Fault(f"its true peak is {held.sound.peak:.1f} dBTP, more than {_PEAK:.0f}")


@sound.check("loudness", why="Listeners would have to reach for the volume.", remedy=_AGAIN)
def loudness(held: Held) -> Iterator[Fault]:
    """The loudness is -16 LUFS, one more or less."""
    if abs(held.sound.loudness - _LOUDNESS) > _TOLERANCE:
        yield Fault(f"its loudness is {held.sound.loudness:.1f} LUFS, not {_LOUDNESS:.0f}")


@sound.check(
    "no-dead-air",
    why="In a long silence listeners think that it is over.",
    remedy="Convert the article again with --force, or verify with the --settings that it was made under.",
)
def no_dead_air(held: Held) -> Iterator[Fault]:
    """No silence is longer than the longest pause; lines that are silent altogether are named by other checks."""
    pauses = held.settings.pauses
    longest = max(getattr(pauses, name) for name in pauses.__struct_fields__) + _OWN_SILENCE
    for start, end in held.sound.silences(SILENT, longest):
        spoken = [cue for cue in held.episode.cues if cue.start >= start - _SLACK and cue.end <= end + _SLACK]
        if not spoken and start < held.episode.recording.duration:
            yield Fault(
                f"it is silent from {start:.1f} s to {end:.1f} s; the longest pause in the settings is {longest:.1f} s"
            )
