"""Any text to text that is fit for files: no controls, nothing that turns the direction of writing. Pure."""

from __future__ import annotations

import re

# C0 and C1 controls, line separators, embeddings, overrides and isolates of writing direction, non-characters, halves
# of surrogate pairs. Marks that only say which way a letter runs (U+200E, U+200F) may stay: honest text needs them.
UNFIT = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"

_UNFIT = re.compile(f"[{UNFIT}]")


def fit(text: str) -> str:
    """`text` with a blank for every character that is not fit; as long as before, so that positions stay."""
    return _UNFIT.sub(" ", text)


def one_line(text: str) -> str:
    """`text` in one line, with single blanks."""
    return " ".join(fit(text).split())


def shortened(text: str, longest: int) -> str:
    """`text` cut between words to at most `longest` bytes of UTF-8, with an ellipsis if it was cut."""
    if len(text.encode()) <= longest:
        return text
    cut = text.encode()[: longest - len("…".encode())].decode(errors="ignore")
    return f"{cut.rpartition(' ')[0] or cut}…"
