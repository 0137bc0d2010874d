"""Printed text to plain characters, with the place each came from. Pure.

NFC, plain blanks for the many kinds of blank, no invisible characters, letters for ligatures and for the mathematical
and full-width letters of social posts, a blank between sentences that run on. Runs of square brackets become single
ones: `[[` opens phonemes in espeak-ng, so an article must not hold it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_BLANKS = "\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
)
_FANCY = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\u2460-\u2473\u2102\u210a-\u2115\u2124"
_COMBINING = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u20d0-\u20ff"
# "It rained.The mayor": a page lost the blank between two sentences, and engines would say "dot".
_RUN_ON = r"\.(?<=[a-zà-ÿ]{2}\.)(?=[A-ZÀ-Þ][a-zà-ÿ]{2})(?!(?:Com|Org|Net|Gov|Edu)(?![^\W_]))"
_LOST_BLANK = re.compile(_RUN_ON)
_ODD = re.compile(
    rf"(?P<run>{_RUN_ON})|(?P<gap>(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{{3}}(?!\d)))|(?P<blank>[{_BLANKS}])|(?P<open>\[{{2,}}+)|"
    rf"(?P<close>\]{{2,}}+)|(?P<unseen>[{_UNSEEN}]++)|(?P<fancy>[{_FANCY}])|(?P<marks>.[{_COMBINING}]{{1,8}})"
)
_CANDIDATE = re.compile(rf"[{_BLANKS}{_UNSEEN}{_FANCY}{_COMBINING}]|\[\[|\]\]")


class Print(NamedTuple):
    """Plain text, and for each of its characters and its end the place in the original; empty where nothing moved."""

    text: str
    places: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where character `at` of the plain text was printed."""
        return self.places[at] if self.places else at


def plain(text: str, group: str = "") -> Print:
    """The plain form of `text`; `group` is put where a no-break blank parts the digits of a number ("12 500")."""
    odd = not (text.isascii() and text.isprintable() and "[[" not in text and "]]" not in text)
    if not (odd and _CANDIDATE.search(text)) and not _LOST_BLANK.search(text):
        return Print(text, ())
    once = _replaced(text, tuple(range(len(text) + 1)), group)
    # Taking out what can't be seen may bring brackets or a letter and its accent together: once more is enough.
    return _replaced(once.text, once.places, group)


def _replaced(text: str, places: tuple[int, ...], group: str) -> Print:
    parts: list[str] = []
    origin: list[int] = []
    last = 0
    for found in _ODD.finditer(text):
        new = _plain_form(found, group)
        start, end = found.span()
        parts += (text[last:start], new)
        origin += places[last:start]
        origin += [places[min(start + index, end - 1)] for index in range(len(new))]
        last = end
    parts.append(text[last:])
    origin += places[last:]
    return Print("".join(parts), tuple(origin))


_SAME_ALWAYS = {"run": ". ", "blank": " ", "unseen": ""}


def _plain_form(found: re.Match[str], group: str) -> str:
    printed, kind = found[0], str(found.lastgroup)
    if kind in _SAME_ALWAYS:
        return _SAME_ALWAYS[kind]
    match kind:
        case "gap":
            return group or " "
        case "open" | "close":
            return printed[0]
        case "fancy":
            return unicodedata.normalize("NFKC", printed)
        case _:
            return unicodedata.normalize("NFC", printed)
