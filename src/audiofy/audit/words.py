"""Texts to what can be compared: what two renderings of the same words share. Pure."""

from __future__ import annotations

import unicodedata

# Controls, direction marks and the like: a transcript may leave them out, a listener never hears them.
_UNHEARD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_LONGEST = 60


def squeezed(text: str) -> str:
    """`text` without white space and unheard characters, in Unicode's composed form."""
    kept = (char for char in text if not char.isspace() and unicodedata.category(char) not in _UNHEARD)
    return unicodedata.normalize("NFC", "".join(kept))


def excerpt(text: str) -> str:
    """The beginning of `text` in quotation marks, to name a line in a message."""
    flat = " ".join(text.split())
    return f'"{flat[:_LONGEST]}…"' if len(flat) > _LONGEST else f'"{flat}"'


def heard(text: str) -> bool:
    """Whether there is a letter or digit to say."""
    return any(char.isalnum() for char in text)
