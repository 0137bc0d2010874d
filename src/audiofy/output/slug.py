"""Titles to short ASCII names for files and addresses. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiofy.model import Article

# Folder and file carry the name once each, and Windows allows 260 characters for the whole path.
LONGEST = 56

# Names of devices, which Windows refuses for files: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


def slug_of(article: Article) -> str:
    """The short name of an article: of its title, or of its first words where it has none.

    Returns:
        1 to 56 characters of a-z, 0-9 and single hyphens inside; "article" where nothing can be spelled.
    """
    names = (article.title, *(block.text for block in article.blocks[:1]), article.publisher)
    slug = next((slug for name in names if (slug := slugged(name))), "article")
    return f"{slug}-article" if slug in DEVICES else slug


def slugged(text: str) -> str:
    """`text` in a-z, 0-9 and hyphens, other scripts and emoji transliterated, cut between words; maybe empty."""
    from anyascii import anyascii

    # No title's beginning needs more than this, and a transliteration is at most some letters a character.
    plain = re.sub(r"['’‘ʼ`]", "", text[: 4 * LONGEST])
    words = re.findall(r"[a-z0-9]+", anyascii(plain).lower())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug
