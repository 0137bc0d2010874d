"""Completeness: every line of the article is spoken, in its place, in the right voice, and in every transcript."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from audiofy import corrections
from audiofy.audit.checks.timing import CLOSE
from audiofy.audit.evidence.held import TRANSCRIPTS
from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, foreign, heard, spaced, squeezed
from audiofy.disclosure import quotation_note
from audiofy.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held
    from audiofy.audit.evidence.transcripts import Said, Transcript
    from audiofy.model import Line

completeness = Family("completeness")
_AGAIN = "Convert the article again with --force."
_PUBLISH = "Publish again with audiofy publish."


@completeness.check("text-in-script", why="Listeners would miss a part of the article and not know.", remedy=_AGAIN)
def text_in_script(held: Held) -> Iterator[Fault]:
    """The lines of each block, joined, are the block."""
    lines = held.episode.lines
    for index, block in enumerate(held.episode.article.blocks):
        said = "".join(line.text for line in lines if line.block == index)
        if said != block.text:
            yield Fault(f"the script doesn't have the paragraph {excerpt(block.text)} as the article has it")


@completeness.check("line-has-place", why="A reader would be shown other words than are heard.", remedy=_AGAIN)
def line_has_place(held: Held) -> Iterator[Fault]:
    """Each line of a block is what stands there from its start to its end."""
    blocks = held.episode.article.blocks
    for line in held.episode.lines:
        if (
            0 <= line.block < len(blocks)
            and blocks[line.block].text[max(line.start, 0) : max(line.end, 0)] != line.text
        ):
            yield Fault(f"the line {excerpt(line.text)} is not where the script says")


@completeness.check("title-in-script", why="A listener doesn't see the headline.", remedy=_AGAIN)
def title_in_script(held: Held) -> Iterator[Fault]:
    """The headline is a line."""
    title = held.episode.article.title
    if title and not any(line.kind is Kind.TITLE and line.text == title for line in held.episode.lines):
        yield Fault(f"the headline {excerpt(title)} is not in the script")


@completeness.check("line-has-words", why="What has no spoken form is passed over in silence.", remedy=_AGAIN)
def line_has_words(held: Held) -> Iterator[Fault]:
    """Each line with letters or digits has something to say."""
    for line in held.episode.lines:
        if heard(line.text) and not heard(line.spoken):
            yield Fault(f"nothing is said for the line {excerpt(line.text)}")


@completeness.check("spoken-has-print", why="A listener hears words that nobody printed.", remedy=_AGAIN)
def spoken_has_print(held: Held) -> Iterator[Fault]:
    """What is said of a line stands for its print, where the script tells which word stands for which."""
    for line in held.episode.lines:
        if line.words and heard(_unprinted(line)):
            yield Fault(f"the line {excerpt(line.text)} is spoken {excerpt(line.spoken)}")


def _unprinted(line: Line) -> str:
    """What is said of a line beside the words that stand for its print; all of it where they are not what is said."""
    rest, end = "", 0
    for word in line.words:
        rest += line.spoken[end : word.at]
        end = word.at + len(word.text)
        if line.spoken[word.at : end] != word.text:
            return line.spoken
    return rest + line.spoken[end:]


@completeness.check("line-has-cue", why="The line was never recorded, or nobody knows where.", remedy=_AGAIN)
def line_has_cue(held: Held) -> Iterator[Fault]:
    """Each line that says something has a cue."""
    cued = {cue.line for cue in held.episode.cues}
    for index, line in enumerate(held.episode.lines):
        if heard(line.spoken) and index not in cued:
            yield Fault(f"the line {excerpt(line.text)} is not in the recording")


@completeness.check("cue-has-line", why="Something is heard that nobody wrote.", remedy=_AGAIN)
def cue_has_line(held: Held) -> Iterator[Fault]:
    """Each cue is a line of the script, or a sound."""
    for cue in held.episode.cues:
        if cue.line >= len(held.episode.lines) or (cue.line < 0 and not cue.sound):
            yield Fault(f"what is heard at {cue.start:.1f} s is neither a line of the script nor a sound")


@completeness.check("lines-in-order", why="An article told in another order is another article.", remedy=_AGAIN)
def lines_in_order(held: Held) -> Iterator[Fault]:
    """Lines are heard in the script's order, each once."""
    spoken = [cue.line for cue in held.episode.cues if 0 <= cue.line < len(held.episode.lines)]
    for before, after in pairwise(spoken):
        if after <= before:
            yield Fault(f"the line {excerpt(held.episode.lines[after].text)} is heard out of its place")


@completeness.check(
    "voice-of-speaker", why="In the wrong voice, a listener takes one person's words for another's.", remedy=_AGAIN
)
def voice_of_speaker(held: Held) -> Iterator[Fault]:
    """Each line is in the voice that the cast has for it."""
    episode = held.episode
    for cue in episode.cues:
        if 0 <= cue.line < len(episode.lines):
            line = episode.lines[cue.line]
            voice = episode.cast.voice_for(line).name
            if cue.voice != voice:
                yield Fault(f"the line {excerpt(line.text)} is read by {cue.voice or 'nobody'}, not by {voice}")


@completeness.check(
    "transcript-there", why="Who can't hear the episode has nothing to read.", remedy="Convert or publish it again."
)
def transcript_there(held: Held) -> Iterator[Fault]:
    """There is a WebVTT transcript, which every episode gets."""
    if not (held.folder / TRANSCRIPTS[0]).is_file():
        yield Fault("there is no transcript", TRANSCRIPTS[0])


@completeness.check("transcript-readable", why="Players show nothing of what they can't parse.", remedy=_PUBLISH)
def transcript_readable(held: Held) -> Iterator[Fault]:
    """Each transcript is what its name says."""
    for name, found in held.transcripts.items():
        if isinstance(found, str):
            yield Fault(f"it can't be read: {found}", name)


@completeness.check(
    "transcript-complete", why="Who reads along, or reads instead, gets less than who listens.", remedy=_PUBLISH
)
def transcript_complete(held: Held) -> Iterator[Fault]:
    """Each spoken line is in each transcript."""
    for name, found in held.readable.items():
        text = squeezed(found.text)
        for line in _spoken(held):
            if squeezed(line) not in text:
                yield Fault(f"the line {excerpt(line)} is missing", name)


@completeness.check("transcript-in-order", why="Read along, it jumps.", remedy=_PUBLISH)
def transcript_in_order(held: Held) -> Iterator[Fault]:
    """The lines of a transcript are in the order in which they are heard."""
    for name, found in held.readable.items():
        text, at = squeezed(found.text), 0
        for line in _spoken(held):
            wanted = squeezed(line)
            place = text.find(wanted, at)
            if place < 0 and wanted in text:
                yield Fault(f"the line {excerpt(line)} is out of its place", name)
                break
            if place >= 0:
                at = place + len(wanted)


@completeness.check("transcript-adds-nothing", why="It puts words in the recording that nobody hears.", remedy=_PUBLISH)
def transcript_adds_nothing(held: Held) -> Iterator[Fault]:
    """Transcripts hold what is spoken, the disclosure with its notes, and names; no more."""
    episode = held.episode
    notes = (quotation_note(episode.language), corrections.note(episode.language))
    allowed = (*_spoken(held), episode.disclosure.sentence, *notes)
    people = {said.speaker for found in held.readable.values() for said in found.cues if said.speaker}
    names = {label for name in people for label in _labels(name)}
    for name, found in held.readable.items():
        for passage in foreign(found.passages, allowed):
            yield Fault(f"it says {excerpt(passage)}, which is not in the recording", name)
        # Only WebVTT and JSON tell names from words; without one of them nobody knows what is a name in the others.
        apart = name.endswith((".vtt", ".json"))
        if apart or (names and not name.endswith(".html")):  # HTML has headings of its own
            rest = squeezed(found.text)
            for line in sorted(map(squeezed, allowed), key=len, reverse=True):
                rest = rest.replace(line, "", 1)
            for speaker in () if apart else sorted(names, key=len, reverse=True):
                rest = rest.replace(speaker, "")
            if heard(rest):
                yield Fault(f"it says {excerpt(spaced(rest, found.text))}, which is not in the recording", name)


def _labels(name: str) -> Iterator[str]:
    """How a transcript without fields for names writes `name`: whole, or cut between words where lines are short."""
    words = name.split()
    yield f"{squeezed(name)}:"
    yield from (f"{squeezed(' '.join(words[:count]))}…:" for count in range(1, len(words)))


@completeness.check("transcript-speakers", why="A reader takes one person's words for another's.", remedy=_PUBLISH)
def transcript_speakers(held: Held) -> Iterator[Fault]:
    """Where a transcript names speakers, a quotation has its own, and what nobody is quoted with has nobody's name."""
    people = {squeezed(person.name) for person in held.episode.people}
    for name, found in held.readable.items():
        for said in found.cues:
            given = squeezed(said.speaker)
            for line in _lines_of(held, said) if given else ():
                wanted = squeezed(line.speaker) if line.kind is Kind.QUOTE else ""
                if (given != wanted) if wanted else (given in people):
                    whose = line.speaker if wanted else "nobody who is quoted"
                    yield Fault(f"{excerpt(said.text)} is given to {excerpt(said.speaker)}; it is by {whose}", name)
        yield from _other_narrators(held, name, found)


def _other_narrators(held: Held, name: str, found: Transcript) -> Iterator[Fault]:
    """What nobody is quoted with has one name, whatever the narrator is called in that language."""
    narrated = [
        said
        for said in found.cues
        if said.speaker and any(line.kind is not Kind.QUOTE for line in _lines_of(held, said))
    ]
    names = Counter(squeezed(said.speaker) for said in narrated)
    people = {squeezed(person.name) for person in held.episode.people}
    for said in narrated:
        given = squeezed(said.speaker)
        if given not in people and given != names.most_common(1)[0][0]:
            yield Fault(f"{excerpt(said.text)} is given to {excerpt(said.speaker)}, who is nobody here", name)


def _lines_of(held: Held, said: Said) -> list[Line]:
    """The line that a cue of a transcript is part of; none where several are heard meanwhile."""
    lines, text = held.episode.lines, squeezed(said.text)
    known = [cue for cue in held.episode.cues if 0 <= cue.line < len(lines)]
    during = [lines[cue.line] for cue in known if min(cue.end, said.end) - max(cue.start, said.start) > CLOSE]
    return [line for line in during if text and text in squeezed(line.text)] if len(during) == 1 else []


def _spoken(held: Held) -> list[str]:
    return [line.text for line in held.episode.lines if heard(line.text)]
