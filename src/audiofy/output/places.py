"""Articles to the folders that they were given: found again when headline, section or day have changed.

A small file for each article under `.audiofy/places`, called after a hash of its address, or of the path of its file,
names its folder. They can be deleted at any time: without them, they are made again from the episodes that are there
and from what was retracted.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.output.episodes import EPISODE_FILE, TOMBSTONE_FILE
from audiofy.output.files import translated, write_if_changed
from audiofy.output.identity import canonical_url, has_address
from audiofy.output.owners import article_of, claimed_by
from audiofy.output.parts import part_for
from audiofy.output.walk import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Article

FOLDER = ".audiofy/places"
_PLACE = re.compile(rf"{re.escape(FOLDER)}/[0-9a-f]{{2}}/[0-9a-f]{{30}}")


def place_of(article: Article) -> str:
    """Where an article's folder is noted, as a path inside the output; empty for standard input, which has no name."""
    if article.url in {"", "-"}:
        return ""
    name = canonical_url(article.url) if has_address(article) else os.path.abspath(article.url)  # noqa: PTH100 - keeps "#"
    digest = sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
    return f"{FOLDER}/{digest[:2]}/{digest[2:32]}"


def noted(output: Path, article: Article) -> Path | None:
    """The folder that was noted for an article, whatever is there now, or None."""
    place = place_of(article)
    try:
        inside = Path((output / place).read_text("utf-8").strip()) if place else Path()
    except (OSError, ValueError):
        return None
    return output / inside if inside.parts and not inside.is_absolute() and ".." not in inside.parts else None


def note(output: Path, article: Article, folder: Path) -> None:
    """Notes the folder of an article.

    Raises:
        OutputError: It can't be written.
    """
    place = place_of(article)
    if place:
        write_if_changed(output / place, folder.relative_to(output).as_posix().encode() + b"\n")


def restore(output: Path) -> None:
    """Makes the notes again from the episodes that are there, if they have been deleted.

    Raises:
        OutputError: The folder can't be read or written.
    """
    notes = output / FOLDER
    if notes.is_dir():
        return
    part = part_for(notes)
    with translated(notes):
        part.mkdir(parents=True)
        try:
            for folder, place in _placed(output):
                file = part / Path(place).relative_to(FOLDER)
                file.parent.mkdir(exist_ok=True)
                file.write_text(f"{folder.relative_to(output).as_posix()}\n", "utf-8")
            # Of several processes that do this at once, the first one's are as good as the others'.
            with suppress(OSError):
                part.rename(notes)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _placed(output: Path) -> Iterator[tuple[Path, str]]:
    """The folders of episodes and of what was retracted, with where they are noted."""
    for path in files(output, EPISODE_FILE):
        article = article_of(path.parent)
        place = place_of(article) if article else ""
        if place:
            yield path.parent, place
    for path in files(output, TOMBSTONE_FILE):
        owner = claimed_by(path.parent)
        if owner and _PLACE.fullmatch(owner.place):
            yield path.parent, owner.place
