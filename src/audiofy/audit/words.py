"""Texts to what can be compared: what two renderings of the same words share. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Controls, direction marks and the like: a transcript may leave them out, a listener never hears them.
_UNHEARD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_LONGEST = 60


def squeezed(text: str) -> str:
    """`text` without white space and unheard characters, in Unicode's composed form."""
    kept = (char for char in text if not char.isspace() and unicodedata.category(char) not in _UNHEARD)
    return unicodedata.normalize("NFC", "".join(kept))


def spaced(part: str, text: str) -> str:
    """The beginning of `part`, which is squeezed, with the white space that it has in `text`.

    It ends where `text` goes on in another way; `part` itself where it is not in there at all.
    """
    whole = unicodedata.normalize("NFC", text)
    for length in range(min(len(part), 2 * _LONGEST), 0, -1):
        found = re.search(r"\s*".join(map(re.escape, part[:length])), whole)
        if found:
            return found[0]
    return part


def foreign(passages: Iterable[str], said: Iterable[str]) -> Iterator[str]:
    """The passages that are no part of what is said, however it is divided."""
    whole = squeezed("".join(said))
    return (passage for passage in passages if heard(passage) and squeezed(passage) not in whole)


def excerpt(text: str) -> str:
    """The beginning of `text` in quotation marks, to name a line in a message."""
    flat = " ".join(text.split())
    return f'"{flat[:_LONGEST]}…"' if len(flat) > _LONGEST else f'"{flat}"'


def is_language(text: str) -> bool:
    """Whether a text has the form of a BCP 47 tag."""
    return bool(re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", text))


def heard(text: str) -> bool:
    """Whether there is a letter or digit to say."""
    return any(char.isalnum() for char in text)
