"""Embeds: what other sites are told to show is the episode's player, and is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from audiofy.audit.evidence.transcripts import passages
from audiofy.audit.finding import Family, Fault
from audiofy.audit.words import excerpt, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.held import Held
    from audiofy.audit.evidence.shelf import Shelf

embeds = Family("page")
scripts = Family("page")
_PUBLISH = "Publish again with audiofy publish."
_CARD = "oembed.json"
_SCRIPT = "embed.js"
_LARGEST = 100_000  # bytes of a card, which has some hundred


@embeds.check(
    "card-shows-player", why="Systems that show it by its oEmbed card show another, or none.", remedy=_PUBLISH
)
def card_shows_player(held: Held) -> Iterator[Fault]:
    """An episode with a page has an oEmbed card with its headline and its player."""
    if not held.has_page:
        return
    path = held.folder / _CARD
    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        card = json.loads(content)
        shown = passages(str(card["html"]).encode(), "//iframe/@src")
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        yield Fault("there is no oEmbed card that can be read", _CARD)
        return
    title = held.episode.article.title
    if title and squeezed(str(card.get("title"))) != squeezed(title):
        yield Fault(f"it is titled {excerpt(str(card.get('title')))}", _CARD)
    if [one.rpartition("/")[0].rpartition("/")[2] for one in shown] != [held.folder.name]:
        yield Fault(f"it shows {excerpt(' '.join(shown) or 'no player')}", _CARD)


@scripts.check("embed-there", why="Sites that show players by it show none.", remedy=_PUBLISH)
def embed_there(shelf: Shelf) -> Iterator[Fault]:
    """A folder with pages has the script that puts players into other pages."""
    if any(held.has_page for held in shelf.episodes) and not (shelf.folder / _SCRIPT).is_file():
        yield Fault("it is missing", str(shelf.folder / _SCRIPT))
