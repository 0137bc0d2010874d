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
# What browsers read for what is declared (https://encoding.spec.whatwg.org/#names-and-labels): pages that say Latin-1
# mostly hold the quotation marks of Windows.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Codecs that are no encodings of pages: they read anything, and something else.
_NEVER = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "punycode", "idna", "undefined"})
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
    declared = charset or _declared(sample)
    try:
        # Japanese mail is in seven bits, which would pass as ASCII.
        shifts = b"\x1b" in sample and declared.lower().startswith("iso-2022")
        return content.decode(declared if shifts else "utf-8")
    except LookupError:
        pass
    except UnicodeDecodeError as error:
        if error.start > _SAMPLE or _mostly_utf8(sample):
            return content.decode("utf-8", "replace")
    text = _as_declared(content, declared)
    return _guess(content, name) if text is None else text


def _as_declared(content: bytes, charset: str) -> str | None:
    """The text as it is declared; None where it is not so, which servers declare too."""
    try:
        own = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    for encoding in (_MEANT.get(own, own), own):
        try:
            return content.decode(encoding) if own not in _NEVER else None
        except (LookupError, ValueError):
            continue
    return None


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
