"""Disclosure: that a machine speaks is said first, written in every layer, and everywhere the same."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audiofy import corrections
from audiofy import disclosure as facts
from audiofy.audit.checks.sound import SILENT
from audiofy.audit.evidence.tags import read_tags
from audiofy.audit.finding import Family, Fault, Level, Unavailable
from audiofy.audit.words import excerpt, squeezed
from audiofy.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audiofy.audit.evidence.held import Held
    from audiofy.model import Cue

disclosure = Family("disclosure")
_AGAIN = "Convert the article again with --force."
_PUBLISH = "Publish again with audiofy publish."
_LAW = "People have a right to know that a machine speaks (EU AI Act, Article 50)."
_BOTH = {"start", "both"}


@disclosure.check("disclosure-spoken", why=_LAW, remedy="Set disclosure.spoken to start.", level=Level.NOTICE)
def disclosure_spoken(held: Held) -> Iterator[Fault]:
    """The spoken disclosure was not turned off."""
    if held.episode.disclosure.spoken == "off":
        yield Fault("the settings keep the disclosure unspoken; it is written only")


@disclosure.check("disclosure-place", why="Nobody could tell whether it is where it should be.", remedy=_AGAIN)
def disclosure_place(held: Held) -> Iterator[Fault]:
    """episode.json says where the disclosure is spoken."""
    if held.episode.disclosure.spoken not in {"start", "end", "both", "off"}:
        yield Fault(f"{excerpt(held.episode.disclosure.spoken)} is no place for the disclosure", "episode.json")


@disclosure.check("disclosure-first", why=_LAW + " At the latest when they begin to listen.", remedy=_AGAIN)
def disclosure_first(held: Held) -> Iterator[Fault]:
    """The first words are the disclosure."""
    episode = held.episode
    cues = _lines(held)
    if episode.disclosure.spoken in _BOTH and (not cues or not _discloses(held, cues[0])):
        yield Fault("the first words are not the disclosure")


@disclosure.check("disclosure-heard", why=_LAW + " A cue alone tells nobody.", remedy=_AGAIN)
def disclosure_heard(held: Held) -> Iterator[Fault]:
    """Something is heard where the disclosure should be."""
    first = next(iter(_lines(held)), None)
    if first and _discloses(held, first) and held.sound.loudest(first.start, first.end) < SILENT:
        yield Fault(f"the first {first.end:.1f} s, where the disclosure should be, are silent")


@disclosure.check("disclosure-last", why="The settings promise it at the end too.", remedy=_AGAIN)
def disclosure_last(held: Held) -> Iterator[Fault]:
    """The last words are the disclosure where it is promised; the notes may follow it."""
    cues = [cue for cue in _lines(held) if held.episode.lines[cue.line].text not in _notes(held)]
    if held.episode.disclosure.spoken in {"end", "both"} and (not cues or not _discloses(held, cues[-1])):
        yield Fault("the last words are not the disclosure")


@disclosure.check("disclosure-repeated", why="Who tunes in late has not heard it.", remedy=_AGAIN)
def disclosure_repeated(held: Held) -> Iterator[Fault]:
    """In long audio, no more time passes without the disclosure than the settings say; a quarter more is let be.

    The Code of Practice on transparency of AI-generated content (June 2026) asks for reminders in long-form audio.
    """
    wanted = 60 * held.settings.disclosure.every
    if not wanted or held.episode.disclosure.spoken == "off":
        return
    times = [cue.start for cue in _lines(held) if _discloses(held, cue)]
    for before, after in pairwise([*times, held.episode.recording.duration]):
        if after - before > 1.25 * wanted:
            yield Fault(f"it is not repeated between {before / 60:.0f} and {after / 60:.0f} minutes")


@disclosure.check("disclosure-one-sentence", why="Layers that differ are taken for a mistake.", remedy=_AGAIN)
def disclosure_one_sentence(held: Held) -> Iterator[Fault]:
    """What is spoken is the sentence that is written, or one of the notes beside it."""
    sentence = held.episode.disclosure.sentence
    known = {sentence, *_notes(held)}
    for line in held.episode.lines:
        if sentence and line.kind is Kind.DISCLOSURE and line.text not in known:
            yield Fault(f"{excerpt(line.text)} is spoken, {excerpt(sentence)} is written")


@disclosure.check("disclosure-there", why=_LAW, remedy="Set disclosure.sentence, or leave it out for audiofy's own.")
def disclosure_there(held: Held) -> Iterator[Fault]:
    """There is a sentence at all."""
    if not held.episode.disclosure.sentence.strip():
        yield Fault("there is no disclosure", "episode.json")


@disclosure.check("source-type", why="Machines go by it; it must say how the audio was made.", remedy=_AGAIN)
def source_type(held: Held) -> Iterator[Fault]:
    """The IPTC source type follows from the engines and sounds that are in the recording."""
    episode = held.episode
    voices = {voice.name: voice for voice in episode.cast.voices}
    engines = {voices[cue.voice].engine for cue in episode.cues if cue.voice in voices}
    expected = facts.source_type(engines, sounds=any(cue.sound for cue in episode.cues))
    if engines and episode.disclosure.source_type != expected:
        yield Fault(f"it says {episode.disclosure.source_type}, the recording is {expected}", "episode.json")


@disclosure.check("tag-disclosure", why="In a podcast app the tags are all there is to read.", remedy=_AGAIN)
def tag_disclosure(held: Held) -> Iterator[Fault]:
    """TXXX:AI_DISCLOSURE is the sentence."""
    if held.tags.first("TXXX:AI_DISCLOSURE") != held.episode.disclosure.sentence:
        yield Fault(f"TXXX:AI_DISCLOSURE is {excerpt(held.tags.first('TXXX:AI_DISCLOSURE'))}")


@disclosure.check("comment-disclosure", why="Players that show one tag show the comment.", remedy=_AGAIN)
def comment_disclosure(held: Held) -> Iterator[Fault]:
    """The comment begins with the sentence."""
    if not held.tags.first("COMM").startswith(held.episode.disclosure.sentence):
        yield Fault(f"the comment is {excerpt(held.tags.first('COMM'))}")


@disclosure.check("copy-in-preset-disclosure", why=_LAW + " Each copy travels on its own.", remedy=_AGAIN)
def copy_in_preset_disclosure(held: Held) -> Iterator[Fault]:
    """TXXX:AI_DISCLOSURE of each copy in another preset is the sentence."""
    for copy, path in held.copies:
        said = _said_in(path) if path else held.episode.disclosure.sentence  # copy-whole names one that is missing
        if said != held.episode.disclosure.sentence:
            yield Fault(f"TXXX:AI_DISCLOSURE is {excerpt(said)}", copy.audio)


def _said_in(path: Path) -> str:
    """The disclosure in the tag of a copy; nothing where there is no tag."""
    try:
        return read_tags(path).first("TXXX:AI_DISCLOSURE")
    except Unavailable:
        return ""


@disclosure.check("tag-source-type", why="Machines go by it.", remedy=_AGAIN)
def tag_source_type(held: Held) -> Iterator[Fault]:
    """TXXX:DigitalSourceType is the source type."""
    if held.tags.first("TXXX:DigitalSourceType") != held.episode.disclosure.source_type:
        yield Fault(f"TXXX:DigitalSourceType is {excerpt(held.tags.first('TXXX:DigitalSourceType'))}")


@disclosure.check("xmp-source-type", why="It is the place where the IPTC's own tools look.", remedy=_AGAIN)
def xmp_source_type(held: Held) -> Iterator[Fault]:
    """The XMP packet has the source type."""
    if f'"{held.episode.disclosure.source_type}"' not in held.tags.xmp:
        yield Fault("the XMP packet doesn't have the digital source type")


@disclosure.check("transcript-disclosure", why="Who reads has the same right to know.", remedy=_PUBLISH)
def transcript_disclosure(held: Held) -> Iterator[Fault]:
    """Each transcript has the sentence, in a cue or a note."""
    for name, found in held.readable.items():
        if squeezed(held.episode.disclosure.sentence) not in squeezed(f"{found.notes}\n{found.text}"):
            yield Fault("it doesn't have the disclosure", name)


@disclosure.check("quotation-note", why="A voice could be taken for that of the person quoted.", remedy=_PUBLISH)
def quotation_note(held: Held) -> Iterator[Fault]:
    """Where quotations have voices of their own, the page or a text transcript says that nobody quoted is heard."""
    episode = held.episode
    narrator = episode.cast.narrator.name
    quoted = [cue for cue in _lines(held) if episode.lines[cue.line].kind is Kind.QUOTE and cue.voice != narrator]
    note = squeezed(facts.quotation_note(episode.language))
    for name, found in held.readable.items():
        if quoted and note not in squeezed(f"{found.notes}\n{found.text}"):
            yield Fault("it doesn't say that quotations are read by synthetic voices", name)


def _discloses(held: Held, cue: Cue) -> bool:
    """Whether a cue is the disclosure; disclosure-one-sentence says whether it has the right words."""
    line = held.episode.lines[cue.line]
    return line.kind is Kind.DISCLOSURE and line.text not in _notes(held)


def _notes(held: Held) -> set[str]:
    """What may be said with the disclosure."""
    return {facts.quotation_note(held.episode.language), corrections.note(held.episode.language)}


def _lines(held: Held) -> list[Cue]:
    """The cues that are lines, and not sounds."""
    return [cue for cue in held.episode.cues if 0 <= cue.line < len(held.episode.lines)]
