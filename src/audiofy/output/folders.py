"""Articles to the folders of their episodes: the same article always gets the same one, and no two share one.

A folder belongs to the article in its episode.json. Until that is written, a `.claim` file says whose it is; it is made
in one step that only one process can win.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from audiofy.errors import OutputError, SettingsError
from audiofy.model import Article, primary
from audiofy.output import places
from audiofy.output.episodes import CLAIM_FILE, EPISODE_FILE, TOMBSTONE_FILE
from audiofy.output.files import translated, write_whole
from audiofy.output.identity import Identity, identity_of
from audiofy.output.owners import Owner, article_of, claim, owner_of
from audiofy.output.slug import DEVICES, slug_of, slugged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEFAULT_LAYOUT = "{slug}"

# Enough that a clash of two articles with the same title needs some sixteen million of them.
_SHORT_HASH = 6


def episode_folder(output: Path, article: Article, layout: str = DEFAULT_LAYOUT) -> Path:
    """The folder of an article's episode, made and claimed for it.

    Args:
        output: The output folder.
        article: Whose episode.
        layout: Where in `output`: parts in braces are `slug`, `publisher`, `section`, `language`, `year`, `month` and
            `day` of publication. An unknown one is "unknown" or "0000" and the like.

    Returns:
        A folder that no other article has, on however many processes this runs at once. Its last part is the slug,
        with a short hash behind it where another article was there first. An article keeps its folder when its
        headline changes.

    Raises:
        OutputError: The folder can't be made.
        SettingsError: The layout is wrong.
    """
    identity = identity_of(article)
    places.restore(output)
    folder = _kept(output, article, identity) or _new(output, article, identity, layout)
    places.note(output, article, folder)
    return folder


def _kept(output: Path, article: Article, identity: Identity) -> Path | None:
    """The folder that was noted for the article, if what is there is an earlier version of it."""
    folder = places.noted(output, article)
    owner = owner_of(folder) if folder else None
    return folder if owner and owner.identity.precedes(identity) else None


def _new(output: Path, article: Article, identity: Identity, layout: str) -> Path:
    """The folder that an article gets by its title.

    Raises:
        OutputError: All of them belong to other articles.
    """
    first, *others = _candidates(output, article, identity, layout)
    # An article that once had to step aside stays there, also when the folder it stepped aside for has gone.
    for folder in others:
        owner = owner_of(folder)
        if owner and owner.identity.matches(identity):
            return folder
    for folder in (first, *others):
        if _claimed(folder, identity):
            return folder
    raise OutputError(f"Every folder for {first.name} belongs to another article.", "Choose another --output.")


def candidates(output: Path, article: Article, layout: str = DEFAULT_LAYOUT) -> tuple[Path, ...]:
    """The folders that an article could have, the likely one first; which of them it has is for their owners to say."""
    kept = places.noted(output, article)
    return (*([kept] if kept else ()), *_candidates(output, article, identity_of(article), layout))


def folder_of(output: Path, article: Article, layout: str = DEFAULT_LAYOUT) -> Path | None:
    """The folder that an article has already, or None; claims nothing and makes nothing."""
    identity = identity_of(article)
    kept = _kept(output, article, identity)
    if kept:
        return kept
    for folder in _candidates(output, article, identity, layout):
        owner = owner_of(folder)
        if owner and owner.identity.matches(identity):
            return folder
    return None


def guid_of(article: Article, folder: Path | None = None) -> str:
    """The GUID of an article's episode: `urn:uuid:` of its address, or of its title and words.

    With its folder, the GUID that the episode there has: it stays when an article without an address is corrected.
    """
    owner = owner_of(folder) if folder else None
    return owner.guid if owner else identity_of(article).guid


def release(folder: Path) -> None:
    """Gives up a claimed folder in which no episode was made, and removes it if it is empty.

    The folder of an episode that was retracted stays its article's.
    """
    if not (folder / EPISODE_FILE).exists() and not (folder / TOMBSTONE_FILE).exists():
        with suppress(OSError):
            (folder / CLAIM_FILE).unlink()
            folder.rmdir()


def keep_claim(folder: Path) -> None:
    """Writes down whose folder it is, and where its article is noted, so that it stays theirs without episode.json.

    Raises:
        OutputError: It can't be written.
    """
    owner, article = owner_of(folder), article_of(folder)
    if owner:
        kept = Owner(owner.identity, owner.guid, places.place_of(article) if article else owner.place)
        write_whole(folder / CLAIM_FILE, msgspec.json.encode(kept))


def _candidates(output: Path, article: Article, identity: Identity, layout: str) -> Iterator[Path]:
    digest = sha256(identity.guid.encode()).hexdigest()
    slug = slug_of(article)
    for name in (slug, f"{slug}-{digest[:_SHORT_HASH]}", f"{slug}-{digest[:32]}"):
        yield output / _laid_out(layout, article, name)


def check_layout(layout: str) -> None:
    """Refuses a layout that can't be used for any article.

    Raises:
        SettingsError: It is wrong.
    """
    _laid_out(layout, Article(url="", title="", blocks=()), "slug")


def _laid_out(layout: str, article: Article, slug: str) -> str:
    date = re.match(r"(\d{4})-(\d\d)-(\d\d)", article.published)
    year, month, day = date.groups() if date else ("0000", "00", "00")
    values = {
        "slug": slug,
        "publisher": slugged(article.publisher) or "unknown",
        "section": slugged(article.section) or "unknown",
        "language": primary(slugged(article.language)) or "unknown",
        "year": year,
        "month": month,
        "day": day,
    }
    try:
        path = layout.format_map(values)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise SettingsError(f"The layout {layout!r} is wrong at {error}.", f"Known: {', '.join(values)}.") from error
    path = "/".join(f"{part}-" if part.partition(".")[0] in DEVICES else part for part in path.split("/"))
    if not re.fullmatch(r"(?:[\w-][\w.-]*/)*[\w.-]*", path) or not path.endswith(slug):
        raise SettingsError(f"The layout {layout!r} is wrong.", "It is a path inside the output that ends in {slug}.")
    return path


def _claimed(folder: Path, identity: Identity) -> bool:
    """Whether the folder is this article's now."""
    owner = owner_of(folder)
    if owner is None:
        with translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            claim(folder, Owner(identity, identity.guid))
        owner = owner_of(folder)
    return owner is not None and owner.identity.matches(identity)
