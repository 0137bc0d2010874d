"""What is published, and what is known of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from audiofy.model.article import Article
from audiofy.model.script import Line, Person
from audiofy.model.sound import Chapter, Cue, Recording
from audiofy.model.voice import Cast

EPISODE_SCHEMA = 1


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
    `copies` are the same audio in other presets.
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
    copies: tuple[Recording, ...] = ()
    version: int = 1
    history: tuple[Revision, ...] = ()
    generator: str = ""
    schema: int = EPISODE_SCHEMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What the Content Credentials in a file say, and whether they hold.

    `state` is "trusted" (intact, and the signer is on the list of trusted roots), "valid" (intact, signer not known) or
    "invalid" (`problems` say why). `signed` is the time of a timestamp authority, empty without one; `clock` names the
    authority, and `clock_trusted` says whether it is under a trusted root. `made` is the time that the signer states.
    `agent` is the engine with its version, `text_sha256` the hash of the article's text.
    """

    state: str
    signer: str
    organisation: str
    signed: str = ""
    clock: str = ""
    clock_trusted: bool = False
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
