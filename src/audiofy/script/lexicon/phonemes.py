"""IPA to the phoneme mnemonics of espeak-ng, or a refusal. Pure.

espeak-ng drops the rest of a word, without a word about it, at a mnemonic that it doesn't know. So what is not in the
tables is refused here. The tables hold what the English voices of espeak-ng 1.52 give back as the same IPA; where
American and British differ ("ɒ", "oʊ") the mnemonic is that of the lexical set, and the voice says it its own way.
"""

from __future__ import annotations

import re
import unicodedata

from audiofy.errors import LexiconError

_TABLE = {
    # vowels
    "ə": "@",
    "ɐ": "a#",
    "ɚ": "3",
    "ɝ": "3:",
    "ɝː": "3:",
    "ɜ": "3:",
    "ɜː": "3:",
    "ɜːɹ": "3:",
    "æ": "a",
    "a": "a",
    "aː": "A:",
    "ɑ": "A:",
    "ɑː": "A:",
    "ɑːɹ": "A@",
    "ɑɹ": "A@",
    "ɒ": "0",
    "ɔ": "O",
    "ɔː": "O:",
    "ɔːɹ": "O@",
    "ɔɹ": "O@",
    "oːɹ": "O@",
    "ɛ": "E",
    "e": "E",
    "ɛː": "E:",
    "eː": "e:",
    "ɛɹ": "e@",
    "eə": "e@",
    "ɪ": "I",
    "ᵻ": "I#",
    "i": "i",
    "iː": "i:",
    "ɪɹ": "i@3",
    "ɪə": "i@",
    "iə": "i@",
    "o": "oU",
    "oː": "o:",
    "ʌ": "V",
    "ʊ": "U",
    "u": "u:",
    "uː": "u:",
    "ʊə": "U@",
    "ʊɹ": "U@",
    "aɪ": "aI",
    "aʊ": "aU",
    "eɪ": "eI",
    "oʊ": "oU",
    "əʊ": "oU",
    "ɔɪ": "OI",
    "ɔ̃": "O~",
    "ɑ̃": "A~",
    # consonants
    "p": "p",
    "b": "b",
    "t": "t",
    "d": "d",
    "k": "k",
    "ɡ": "g",
    "g": "g",
    "tʃ": "tS",
    "ʧ": "tS",
    "dʒ": "dZ",
    "ʤ": "dZ",
    "ts": "ts",
    "ʦ": "ts",
    "f": "f",
    "v": "v",
    "θ": "T",
    "ð": "D",
    "s": "s",
    "z": "z",
    "ʃ": "S",
    "ʒ": "Z",
    "h": "h",
    "x": "x",
    "ç": "C",
    "ɣ": "Q",
    "β": "B",
    "ʔ": "?",
    "m": "m",
    "n": "n",
    "ŋ": "N",
    "ɲ": "n^",
    "l": "l",
    "ɫ": "l",
    "ʎ": "l^",
    "ɹ": "r",
    "r": "r",
    "ɾ": "*",
    "ʁ": "R",
    "w": "w",
    "j": "j",
    # stress, syllables and words
    "ˈ": "'",
    "'": "'",
    "ˌ": ",",
    ".": "",
    " ": " ",
    "‿": "",
}
_LONGEST = max(map(len, _TABLE))
_TIES = dict.fromkeys(map(ord, "\u0361\u035c"), None)
# What may stand in `[[ ]]` for an entry in espeak-ng's own mnemonics; the longest fits first.
_MNEMONICS = sorted(
    {
        *filter(None, _TABLE.values()),
        *"aa e o u I2 I@ U# E# @L @2 l# t# t2 d# z# n- m- r- O2 L 5 % = _ || | -".split(),
    },
    key=len,
    reverse=True,
)
_MNEMONIC = re.compile("|".join(map(re.escape, _MNEMONICS)))
_HISSING = ("s", "z", "S", "Z", "tS", "dZ", "ts")
_VOICELESS = ("p", "t", "k", "f", "T")


def to_espeak(ipa: str) -> str:
    """The mnemonics of `ipa`, which may be written between slashes or brackets and with tie bars.

    Raises:
        LexiconError: A symbol has no mnemonic, or nothing is to be said.
    """
    text = unicodedata.normalize("NFD", ipa.strip().strip("/[]")).translate(_TIES)
    text = text.replace("c\u0327", "ç").replace(":", "ː")
    parts: list[str] = []
    at = 0
    while at < len(text):
        size = _size(text, at)
        if not size or unicodedata.combining(text[at + size : at + size + 1] or " "):
            raise LexiconError(f"espeak-ng has no phoneme for {text[at:]!r} in {ipa!r}.", "Give an alias instead.")
        parts.append(_TABLE[text[at : at + size]])
        at += size
    return checked("".join(parts))


def _size(text: str, at: int) -> int:
    """How many characters from `at` on are one phoneme, the most there can be; 0 if none is known."""
    for size in range(min(_LONGEST, len(text) - at), 0, -1):
        symbol = text[at : at + size]
        if symbol not in _TABLE:
            continue
        # The r before a vowel begins the next syllable: it is not one with the vowel before it.
        if size > 1 and symbol.endswith("ɹ") and _VOWEL.match(text, at + size):
            continue
        return size
    return 0


_VOWEL = re.compile("[ˈˌ]?[əɐɚɝɜæaɑɒɔɛeɪᵻioʌʊu]")


def checked(mnemonics: str) -> str:
    """`mnemonics` as they are, if espeak-ng knows every one of them.

    Raises:
        LexiconError: It doesn't, or there are none.
    """
    text = mnemonics.strip().removeprefix("[[").removesuffix("]]").strip()
    at = 0
    while at < len(text):
        found = _MNEMONIC.match(text, at)
        if found is None:
            raise LexiconError(
                f"espeak-ng has no phoneme {text[at:]!r} in {mnemonics!r}.", "See docs/pronunciation.md."
            )
        at = found.end()
    if not any(character.isalpha() or character in "@0" for character in text):
        raise LexiconError(f"There are no phonemes in {mnemonics!r}.", "Give an alias instead.")
    return text


def with_ending(mnemonics: str) -> str:
    """The mnemonics of a word with the "s" of a plural or of "'s" behind it, voiced as English has it."""
    if mnemonics.endswith(_HISSING):
        return f"{mnemonics}I#z"
    return mnemonics + ("s" if mnemonics.endswith(_VOICELESS) else "z")
