"""Tags: what a player shows, and what finds the article again when all else is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault, Unavailable
from audiofy.audit.words import excerpt, heard, is_language, squeezed
from audiofy.model import three_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held
    from audiofy.audit.evidence.tags import Tags

tags = Family("tags")
_AGAIN = "Convert the article again with --force."
_CHANGED = "Convert the article again with --force, and don't edit tags after it."

# IAB: covers of at most 500 kB; larger ones make players wait, and some show none.
_LARGEST_COVER = 500_000

_LENGTH_SLACK = 0.3  # seconds


@tags.check("tag-there", why="Without a tag nothing but the first words says that a machine speaks.", remedy=_CHANGED)
def tag_there(held: Held) -> Iterator[Fault]:
    """There is an ID3 tag that can be read; without, no other of these checks can be made."""
    if held.has_audio:
        try:
            _ = held.tags
        except Unavailable as error:
            yield Fault(str(error))


@tags.check("tag-version", why="Signing and readers of dates and addresses count on ID3v2.4.", remedy=_AGAIN)
def tag_version(held: Held) -> Iterator[Fault]:
    """The tag is ID3v2.4."""
    if held.tags.version[:2] != (2, 4):
        yield Fault(f"its tag is ID3v{'.'.join(map(str, held.tags.version))}, not ID3v2.4")


@tags.check("tag-title", why="Without a title nobody finds the episode in a player.", remedy=_CHANGED)
def tag_title(held: Held) -> Iterator[Fault]:
    """TIT2 is the headline."""
    if squeezed(_own(held).first("TIT2")) != squeezed(held.episode.article.title):
        yield Fault(
            f"its title is {excerpt(_own(held).first('TIT2'))}, the headline {excerpt(held.episode.article.title)}"
        )


@tags.check("tag-authors", why="Authors have a right to be named.", remedy=_CHANGED)
def tag_authors(held: Held) -> Iterator[Fault]:
    """TPE1 names every author."""
    named = squeezed("".join(_own(held).texts.get("TPE1", ())))
    for author in held.episode.article.authors:
        if squeezed(author) not in named:
            yield Fault(f"the author {author} is not named")


@tags.check("tag-publisher", why="A listener wants to know whose article it is.", remedy=_CHANGED)
def tag_publisher(held: Held) -> Iterator[Fault]:
    """TPUB is the publisher."""
    publisher = held.episode.article.publisher
    if publisher and squeezed(_own(held).first("TPUB")) != squeezed(publisher):
        yield Fault(f"its publisher is {excerpt(_own(held).first('TPUB'))}, not {publisher}")


@tags.check("tag-date", why="News without a date is no news.", remedy=_CHANGED)
def tag_date(held: Held) -> Iterator[Fault]:
    """TDRC is within a day of publication: it is in UTC, the article's date may not be."""
    from datetime import date

    published, tagged = held.episode.article.published[:10], _own(held).first("TDRC")[:10]
    if published:
        try:
            apart = abs((date.fromisoformat(tagged) - date.fromisoformat(published)).days)
        except ValueError:
            apart = 2
        if apart > 1:
            yield Fault(f"its date is {excerpt(tagged)}, the article's {published}")


@tags.check("tag-language", why="Players and screen readers choose a pronunciation by it.", remedy=_CHANGED)
def tag_language(held: Held) -> Iterator[Fault]:
    """TLAN is the episode's language, by ISO 639-2."""
    tagged, wanted = _own(held).first("TLAN"), three_letters(held.episode.language)
    if tagged != wanted and is_language(held.episode.language):
        yield Fault(f"its language is {excerpt(tagged)}, the episode's {wanted}")


@tags.check("tag-address", why="It leads back to the article, also from a copy.", remedy=_CHANGED)
def tag_address(held: Held) -> Iterator[Fault]:
    """WOAS is the address of an article that has one, and never a path on somebody's disk."""
    from urllib.parse import quote

    url, tagged = held.episode.article.url, _own(held).first("WOAS")
    wanted = quote(url, safe="%/:?#[]@!$&'()*+,;=~") if url.lower().startswith(("http://", "https://")) else ""
    if tagged != wanted:
        yield Fault(f"its address is {excerpt(tagged)}, the article's {excerpt(wanted)}")


@tags.check("tag-length", why="Some players take the length from the tag.", remedy=_CHANGED)
def tag_length(held: Held) -> Iterator[Fault]:
    """TLEN is the duration in milliseconds."""
    tagged, duration = _own(held).first("TLEN"), held.episode.recording.duration
    if not tagged.isdecimal() or abs(int(tagged) / 1000 - duration) > _LENGTH_SLACK:
        yield Fault(f"its length is {excerpt(tagged)} ms, the recording's {1000 * duration:.0f}")


@tags.check("tag-text", why="The words travel with the file, for who can't hear them.", remedy=_CHANGED)
def tag_text(held: Held) -> Iterator[Fault]:
    """USLT has every line."""
    text = squeezed("".join(_own(held).texts.get("USLT", ())))
    for line in held.episode.lines:
        if heard(line.text) and squeezed(line.text) not in text:
            yield Fault(f"its text doesn't have the line {excerpt(line.text)}")
            return


@tags.check("tag-engine", why="It says which machine speaks.", remedy=_CHANGED)
def tag_engine(held: Held) -> Iterator[Fault]:
    """TXXX:TTS_ENGINE names every engine with its version, and episode.json those of the voices that are heard."""
    episode = held.episode
    voices = {voice.name: voice.engine for voice in episode.cast.voices}
    named = {engine for engine, _ in episode.engines}
    for engine in sorted({voices[cue.voice] for cue in episode.cues if cue.voice in voices} - named):
        yield Fault(f"the engine {engine} is not named", "episode.json")
    for engine, version in episode.engines:
        if f"{engine} {version}".strip() not in _own(held).first("TXXX:TTS_ENGINE"):
            yield Fault(f"the engine {excerpt(f'{engine} {version}')} is not named")


@tags.check("tag-voices", why="It says which voices are synthetic: all of them.", remedy=_CHANGED)
def tag_voices(held: Held) -> Iterator[Fault]:
    """TXXX:TTS_VOICE names every voice that is heard."""
    named = _own(held).first("TXXX:TTS_VOICE").split(", ")
    for voice in dict.fromkeys(cue.voice for cue in held.episode.cues if cue.voice):
        if voice not in named:
            yield Fault(f"the voice {voice} is not named")


@tags.check("tag-key", why="By it a copy of the MP3 is found again, and resuming knows what is done.", remedy=_CHANGED)
def tag_key(held: Held) -> Iterator[Fault]:
    """TXXX:audiofy_key is the fingerprint."""
    if _own(held).first("TXXX:audiofy_key") != held.episode.fingerprint:
        yield Fault("the fingerprint in its tag is not that of episode.json")


@tags.check("tag-guid", why="It ties a copy of the MP3 to its item in the feed.", remedy=_CHANGED)
def tag_guid(held: Held) -> Iterator[Fault]:
    """UFID is the GUID."""
    if held.tags.guid != held.episode.guid:
        yield Fault(f"its identifier is {excerpt(held.tags.guid)}, the episode's {held.episode.guid}")


@tags.check("tag-cover", why="An episode without a cover looks broken in every app.", remedy=_AGAIN)
def tag_cover(held: Held) -> Iterator[Fault]:
    """There is a JPEG or PNG cover of at most 500 kB."""
    cover = _own(held).cover
    if not cover.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n")):
        yield Fault("it has no cover that is a JPEG or PNG")
    elif len(cover) > _LARGEST_COVER:
        yield Fault(f"its cover has {len(cover) // 1000} kB, more than {_LARGEST_COVER // 1000}")


@tags.check("tag-chapters", why="A player would jump to the wrong place.", remedy=_CHANGED)
def tag_chapters(held: Held) -> Iterator[Fault]:
    """The chapters of the tag are those of the episode; a single one is left out."""
    wanted = {(squeezed(one.title), round(one.start, 1)) for one in held.episode.chapters}
    tagged = {(squeezed(title), round(start, 1)) for title, start, _ in _own(held).chapters}
    if max(len(wanted), len(tagged)) > 1 and tagged != wanted:
        yield Fault(f"its tag has {len(tagged)} chapters that are not the {len(wanted)} of the episode")


def _own(held: Held) -> Tags:
    """The tag, where it is the episode's: of another's, tag-guid says so once, and all else would differ."""
    if held.tags.guid not in {"", held.episode.guid}:
        raise Unavailable("the tag is another episode's")
    return held.tags
