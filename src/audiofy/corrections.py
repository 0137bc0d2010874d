"""An episode and the one that it replaces to the next version, with a history that says what changed. Pure.

The GUID stays, the version rises: podcast apps show the same episode and fetch its audio again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.disclosure import text_sha256
from audiofy.model import Revision, primary

if TYPE_CHECKING:
    from audiofy.model import Episode

NOTES = {
    "de": "Der Artikel wurde seit der ersten Aufnahme geändert.",
    "en": "The article has been changed since it was first recorded.",
    "es": "El artículo se ha modificado desde que se grabó por primera vez.",
    "fr": "L’article a été modifié depuis son premier enregistrement.",
    "it": "L’articolo è stato modificato dopo la prima registrazione.",
    "nl": "Het artikel is gewijzigd sinds de eerste opname.",
    "pl": "Artykuł zmieniono od czasu pierwszego nagrania.",
    "pt": "O artigo foi alterado desde a primeira gravação.",
    "sv": "Artikeln har ändrats sedan den första inspelningen.",
    "uk": "Статтю змінено після першого запису.",
}

# What of an article is a correction to its readers; another voice is none.
_CORRECTIONS = {"title", "text"}


def revise(old: Episode | None, new: Episode) -> Episode:
    """`new` as the next version of `old`.

    Args:
        old: What is published now, if anything is.
        new: What replaces it. Call this before the tags are written, which carry the version.

    Returns:
        `new` with version and history. Made again without any change, it keeps both; another article's episode is
        version 1. The history has the hash of the audio of every version but the last, whose is in `recording`.
    """
    if old is None or old.guid != new.guid:
        return new
    changed = _changed(old, new)
    if not changed:
        return replace(new, version=old.version, history=old.history)
    past = old.history or (_revision(old, old.version, ()),)
    past = (*past[:-1], replace(past[-1], audio_sha256=old.recording.sha256))
    version = old.version + 1
    return replace(new, version=version, history=(*past, _revision(new, version, changed)))


def _revision(episode: Episode, version: int, changed: tuple[str, ...]) -> Revision:
    return Revision(
        version=version,
        made=episode.made,
        changed=changed,
        text_sha256=text_sha256(episode.article),
        audio_sha256="",
    )


def _changed(old: Episode, new: Episode) -> tuple[str, ...]:
    before, after = old.article, new.article
    differs = {
        "title": before.title != after.title,
        "text": before.blocks != after.blocks,
        "byline": (before.authors, before.published) != (after.authors, after.published),
        "voices": old.cast != new.cast,
        "disclosure": old.disclosure != new.disclosure,
    }
    found = tuple(name for name, differing in differs.items() if differing)
    return found or (("sound",) if old.fingerprint != new.fingerprint else ())


def corrected(episode: Episode) -> str:
    """When headline or text last changed (ISO 8601), or nothing if they never did."""
    return next((one.made for one in reversed(episode.history) if _CORRECTIONS & set(one.changed)), "")


def note(language: str) -> str:
    """That the article has changed since it was first recorded, in `language`; English where audiofy has none."""
    return NOTES.get(primary(language), NOTES["en"])
