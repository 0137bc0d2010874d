"""What flows from room to room: the types that the rooms share. Pure.

Every type is frozen, holds tuples and has an empty value where something is not known: an empty string or an empty
tuple. JSON of a type (`--json`, `episode.json`) has these field names, times in seconds and dates in ISO 8601.
"""

from __future__ import annotations

from audiofy.model.article import Article, Block, Page, Role, Served, Verdict
from audiofy.model.episode import EPISODE_SCHEMA, Credential, Disclosure, Episode, Revision, Tombstone
from audiofy.model.language import primary, three_letters
from audiofy.model.outcome import Done, Failed, Outcome, Retracted
from audiofy.model.script import Kind, Line, Person, Quotation, Script, Spoken, Word
from audiofy.model.sound import Chapter, Cue, Mark, Recording, Speech, WordCue
from audiofy.model.voice import Cast, Part, Voice

__all__ = [
    "EPISODE_SCHEMA",
    "Article",
    "Block",
    "Cast",
    "Chapter",
    "Credential",
    "Cue",
    "Disclosure",
    "Done",
    "Episode",
    "Failed",
    "Kind",
    "Line",
    "Mark",
    "Outcome",
    "Page",
    "Part",
    "Person",
    "Quotation",
    "Recording",
    "Retracted",
    "Revision",
    "Role",
    "Script",
    "Served",
    "Speech",
    "Spoken",
    "Tombstone",
    "Verdict",
    "Voice",
    "Word",
    "WordCue",
    "primary",
    "three_letters",
]
