"""Bytes to text: byte order marks, declared and guessed encodings. Pure.

Order: a byte order mark; UTF-8 if the bytes are that (no other encoding looks like it by chance); UTF-16 without a
mark; what the server or the page declares; a guess from the letters.
"""

from __future__ import annotations

import codecs
import re

from audiofy.errors import UnreadableSourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_GUESSES = [
    "cp1251",
    "cp1252",
    "cp1250",
    "koi8_r",
    "koi8_u",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "iso8859_2",
]
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})
_SAMPLE = 65536
_BINARY_SHARE = 0.02


def decode(content: bytes, *, name: str, charset: str = "") -> str:
    """The text in `content`, which came from `name`; `charset` is what a server declared.

    Raises:
        UnreadableSourceError: It is binary, or no encoding fits.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    sample = content[:_SAMPLE]
    if b"\0" in sample and (wide := _wide(sample)):
        return content.decode(wide, "replace")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _BINARY_SHARE * len(sample):
        raise UnreadableSourceError(f"{name} is binary, not text.", "Give audiofy text, Markdown or HTML.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > _SAMPLE or _mostly_utf8(sample):
            return content.decode("utf-8", "replace")
    declared = charset or _declared(sample)
    if declared:
        try:
            return content.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass  # servers declare what is not so: guess instead
    return _guess(content, name)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin or Cyrillic text is one and the same small number."""
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2], sample[1::2]
    small = bytes(range(5))
    if sum(byte in small for byte in odd) > 0.6 * half and sum(byte in small for byte in even) < 0.2 * half:
        return "utf-16-le"
    if sum(byte in small for byte in even) > 0.6 * half and sum(byte in small for byte in odd) < 0.2 * half:
        return "utf-16-be"
    return ""


def _mostly_utf8(sample: bytes) -> bool:
    """Whether a text is UTF-8 but for a few broken bytes: hardly any other encoding has valid sequences in number."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 10 < sum(character > "\x7f" for character in text) - broken


def _declared(sample: bytes) -> str:
    found = _DECLARED.search(sample[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def _guess(content: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE], cp_isolation=_GUESSES).best()
    if best is None:
        raise UnreadableSourceError(f"The encoding of {name} can't be told.", "Save it as UTF-8.")
    return content.decode(best.encoding, "replace")
