"""What flows from room to room: the types that the rooms share. Pure.

Every type is frozen, holds tuples and has an empty value where something is not known: an empty string or an empty
tuple. JSON of a type (`--json`, `episode.json`) has these field names, times in seconds and dates in ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

EPISODE_SCHEMA = 1


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


class Role(StrEnum):
    """What a block is in its article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    POST = "post"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CORRECTION = "correction"
    CODE = "code"


class Kind(StrEnum):
    """What a line of the script is."""

    DISCLOSURE = "disclosure"
    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    NARRATION = "narration"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source as it was fetched.

    `url` is the path or address it came from; `media_type` is lower case without parameters; `charset` is what the
    server said, or empty.
    """

    url: str
    content: bytes
    media_type: str
    charset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one line or element of a page: `kept` in the article or left out, by which label, and why."""

    text: str
    label: str
    reason: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list item of an article: `text` has its white space normalised and is never empty."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article without its page.

    `blocks` hold no markup; title, byline, captions and disclosures are fields and not blocks. `language` is a BCP 47
    tag ("en-US") or empty; `published` and `modified` are ISO 8601 dates, with a time where the page gives one.
    `omitted` lists what was read and is not spoken. `url` is the article's own address, or the path it came from.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    section: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    image: str = ""
    summary: str = ""
    captions: tuple[str, ...] = ()
    disclosures: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    omitted: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation in a text: characters `start` to `end`, marks included.

    `mention` is the span that names the speaker in the text, or None; `speaker` is who that is, resolved over the
    article, or None where it cannot be told. `gender` ("female", "male" or "") is what the text states of the speaker,
    and `evidence` the words that state it. `rule` names the rule that decided and `confidence` (0 to 1) how far it can
    be trusted. `kind` is "direct" for whole sentences that somebody says, "mixed" for quoted words within a sentence of
    the writer's ("said the plan was “a disaster”"), or empty where it was not told.
    """

    start: int
    end: int
    kind: str = ""
    mention: tuple[int, int] | None = None
    speaker: str | None = None
    gender: str = ""
    evidence: str = ""
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Words that are spoken for a stretch of print.

    `text` stands at character `at` of the spoken text, for the printed characters `start` to `end`. One Word may be
    several words said for one printed form ("five point seven billion dollars" for "$5.7 billion").
    """

    text: str
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Printed text as it is spoken: `text` is what the engine is given; the spans of `words` are in order, disjoint.

    `unsaid` names the printed terms of a lexicon whose phonemes the engine can't take.
    """

    text: str
    words: tuple[Word, ...]
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One stretch of the script in one voice.

    Characters `start` to `end` of the block with that index, or of no block (-1: title, byline, disclosure). Lines
    tile each block: their texts joined in order give it back. `speaker` is empty for the narrator, and for a quotation
    whose speaker is not known.
    """

    kind: Kind
    block: int
    start: int
    end: int
    text: str
    spoken: str
    words: tuple[Word, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is quoted: `gender` as the article states it ("female", "male" or ""), and the words that do."""

    name: str
    gender: str = ""
    evidence: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """An article as it will be read: who says what, in which words. `language` is the tag the lines are spoken in."""

    article: Article
    language: str
    lines: tuple[Line, ...]
    people: tuple[Person, ...] = ()
    quotations: tuple[tuple[Quotation, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice profile: who speaks, on which engine.

    `rate` is in words a minute, `pitch` 0 to 100 with 50 as the engine's own, `volume` 0 to 1. `engine_voice` is the
    engine's name for it; `gender` is "female", "male" or "". `part` is what the voice is for: "narrator", "quotation"
    (people who are not known) or "quoted" (people who are).
    """

    name: str
    engine: str
    engine_voice: str
    language: str
    rate: int = 175
    pitch: int = 50
    volume: float = 1.0
    gender: str = ""
    part: str = "quoted"
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A person of the script and the voice that reads them, with why it was chosen."""

    speaker: str
    voice: Voice
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who reads whom: `quotation` reads those whose speaker is not known."""

    narrator: Voice
    quotation: Voice
    roles: tuple[Part, ...] = ()

    def voice_of(self, speaker: str) -> Voice:
        """The voice that reads `speaker`; the neutral quotation voice for somebody the cast does not know."""
        return next((part.voice for part in self.roles if part.speaker == speaker), self.quotation)

    def voice_for(self, line: Line) -> Voice:
        """The voice that reads `line`."""
        return self.voice_of(line.speaker) if line.kind is Kind.QUOTE else self.narrator

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice of the cast, each once: the narrator first."""
        return tuple(dict.fromkeys((self.narrator, self.quotation, *(part.voice for part in self.roles))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a word begins: character `at` of the spoken text is heard from `frame` on."""

    at: int
    frame: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What an engine said: `pcm` is mono, 16-bit, little endian; `words` are in order, empty where it doesn't tell."""

    pcm: bytes
    frame_rate: int
    words: tuple[Mark, ...] = ()

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return len(self.pcm) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCue:
    """Printed characters `start` to `end` of a line are heard from `time` (seconds) on."""

    time: float
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is heard from `start` to `end` (seconds): a line of the script, or a sound (`line` is -1)."""

    start: float
    end: float
    line: int
    voice: str = ""
    sound: str = ""
    words: tuple[WordCue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """How the audio was made, as it is said and written.

    `sentence` is what is spoken and printed; `spoken` says where ("start", "end", "both" or "off"); `source_type` is
    an IPTC digital source type URI, which follows from the engine and the sounds used.
    """

    sentence: str
    spoken: str
    source_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading of the article and where it is heard (seconds)."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The audio of an episode as measured: file name, bytes, seconds, and what it was made with."""

    audio: str
    size: int
    duration: float
    sha256: str
    preset: str
    bitrate: int
    frame_rate: int
    encoder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A version of an episode: when it was made, what changed from the one before, and the hashes of text and audio.

    `changed` names what differs: "title", "text", "byline", "voices", "disclosure" or "sound"; empty for the first.
    """

    version: int
    made: str
    changed: tuple[str, ...]
    text_sha256: str
    audio_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of an episode that was retracted: enough to know it again, and why. `retracted` is ISO 8601."""

    guid: str
    slug: str
    title: str
    url: str
    made: str
    retracted: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """An article that was read aloud: everything that publishing and verifying need. Round-trips through episode.json.

    `guid` follows from the article's identity and never changes; `fingerprint` follows from everything that could
    change the episode; `engines` are the engines used with their versions; `made` is an ISO 8601 date and time.
    `version` rises with every correction, and `history` has a revision for each version once there is a second.
    """

    slug: str
    guid: str
    fingerprint: str
    made: str
    article: Article
    language: str
    lines: tuple[Line, ...]
    people: tuple[Person, ...]
    cast: Cast
    engines: tuple[tuple[str, str], ...]
    recording: Recording
    cues: tuple[Cue, ...]
    disclosure: Disclosure
    chapters: tuple[Chapter, ...] = ()
    version: int = 1
    history: tuple[Revision, ...] = ()
    generator: str = ""
    schema: int = EPISODE_SCHEMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What the Content Credentials in a file say, and whether they hold.

    `state` is "trusted" (intact, and the signer is on the list of trusted roots), "valid" (intact, signer not known) or
    "invalid" (`problems` say why). `signed` is the time of a timestamp authority, empty without one; `made` is the time
    that the signer states. `agent` is the engine with its version, `text_sha256` the hash of the article's text.
    """

    state: str
    signer: str
    issuer: str
    signed: str = ""
    made: str = ""
    generator: str = ""
    agent: str = ""
    title: str = ""
    url: str = ""
    source_type: str = ""
    disclosure: str = ""
    text_sha256: str = ""
    ingredients: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A source that is an episode now: `fresh` if it was made in this run, `folder` where it is."""

    source: str
    episode: Episode
    folder: str
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A source that is not: the name of the error, its message, the exit code, and a traceback of unforeseen faults."""

    source: str
    error: str
    message: str
    exit_code: int
    traceback: str = ""


Outcome = Done | Failed
