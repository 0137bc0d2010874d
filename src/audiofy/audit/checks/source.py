"""Source: whether the article is still what was read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt
from audiofy.disclosure import text_sha256
from audiofy.errors import AudiofyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held

source = Family("source")


@source.check(
    "source-unchanged",
    why="Listeners hear what the publisher has corrected since.",
    remedy="Convert the article again: it keeps its GUID and gets a higher version.",
)
def source_unchanged(held: Held) -> Iterator[Fault]:
    """The text at the source is the text that was read."""
    now, before = held.source, held.episode.article
    if isinstance(now, AudiofyError):
        return  # source-there names it
    if text_sha256(now) != text_sha256(before):
        had, has = {block.text for block in before.blocks}, {block.text for block in now.blocks}
        changed = sorted(has - had) or sorted(had - has) or [now.title]
        yield Fault(f"its text has changed at the source: {excerpt(changed[0])}", before.url)


@source.check(
    "source-there",
    why="An article that was taken down should perhaps not be heard either.",
    remedy="Check the address; audiofy retract takes the episode out.",
)
def source_there(held: Held) -> Iterator[Fault]:
    """The article can still be read."""
    if isinstance(held.source, AudiofyError):
        yield Fault(f"it can't be read any more: {held.source.message}", held.episode.article.url)
