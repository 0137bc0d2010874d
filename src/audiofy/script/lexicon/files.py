"""Lexicon files to entries: TSV and W3C PLS 1.0.

TSV has a line for each entry: term, kind, value, language, case and engine, parted by tabs; the last ones may be left
out. A line that begins with `#` is a remark. PLS is https://www.w3.org/TR/pronunciation-lexicon/: grapheme, alias, and
phoneme in the alphabets "ipa" and "x-espeak". XML is read by expat with document types and entities refused, so a file
can neither grow in memory nor read another file.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers import expat

from audiofy.errors import LexiconError
from audiofy.script.lexicon import Entry, Kind, Lexicon
from audiofy.script.lexicon.phonemes import checked, to_espeak

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 20_000_000
_COLUMNS = ("term", "kind", "value", "language", "case", "engine")
_FEWEST = 2
_CASES = {"": True, "exact": True, "any": False}
PLS_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
# An alias has no alphabet.
_ALPHABETS = {
    "": Kind.ALIAS,
    "ipa": Kind.IPA,
    "x-espeak": Kind.ESPEAK,
    "espeak": Kind.ESPEAK,
    "x-espeak-ng": Kind.ESPEAK,
}


def read_lexicon(path: Path, wrong: list[LexiconError] | None = None) -> Lexicon:
    """The entries of a file; PLS if it ends in `.pls` or `.xml` or begins with "<", else TSV.

    Entries that are wrong are left out and put into `wrong`, where one is given.

    Raises:
        LexiconError: It can't be read, is too large, or has an entry that is wrong and there is no `wrong`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"Can't read the lexicon {path}: {error.strerror}.", "Check the path.") from error
    if len(content) > _LARGEST:
        raise LexiconError(f"The lexicon {path} is larger than {_LARGEST} bytes.", "Split it.")
    if path.suffix.lower() in {".pls", ".xml"} or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return from_pls(content, str(path), wrong)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"The lexicon {path} is not UTF-8.", "Save it as UTF-8.") from error
    return from_tsv(text, str(path), wrong)


def from_tsv(text: str, name: str, wrong: list[LexiconError] | None = None, *, trusted: bool = False) -> Lexicon:
    """Entries of tab-separated text called `name`; `trusted` text is not checked; `wrong` as for `read_lexicon`.

    Raises:
        LexiconError: A line is wrong; the message names it.
    """
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if tuple(cells) == _COLUMNS[: len(cells)]:
            continue
        try:
            raw = _row(cells, f"{name}:{number}")
            entries.append(raw if trusted else entry(raw))
        except LexiconError as error:
            if wrong is None:
                raise
            wrong.append(error)
    return Lexicon(tuple(entries))


def _row(cells: list[str], source: str) -> Entry:
    if not _FEWEST <= len(cells) <= len(_COLUMNS):
        raise LexiconError(f"{source} has {len(cells)} columns.", f"Give {', '.join(_COLUMNS)}, parted by tabs.")
    term, kind, value, language, case, engine = (*cells, "", "", "", "")[: len(_COLUMNS)]
    if kind not in set(Kind):
        raise LexiconError(f"{source}: there is no kind {kind!r}.", f"Take one of {', '.join(Kind)}.")
    if case not in _CASES:
        raise LexiconError(f"{source}: case is {case!r}.", "Take exact or any.")
    exact = _CASES[case]
    return Entry(term=term, kind=Kind(kind), value=value, language=language, exact=exact, engine=engine, source=source)


def entry(raw: Entry) -> Entry:
    """`raw` with its letters in Unicode's composed form, if it can be said.

    Raises:
        LexiconError: The term has no letter, the value is missing or holds `[[`, or a phoneme is not known.
    """
    term = " ".join(unicodedata.normalize("NFC", raw.term).split())
    value = unicodedata.normalize("NFC", raw.value).strip()
    if not any(map(str.isalnum, term)):
        raise LexiconError(f"{raw.source}: {raw.term!r} has no letter.", "Give the term as it is printed.")
    if raw.kind in {Kind.LETTERS, Kind.WORD}:
        if value:
            raise LexiconError(f"{raw.source}: {raw.kind} takes no value.", "Leave it empty, or take alias.")
    elif not value:
        raise LexiconError(f"{raw.source}: {term!r} has no value.", "Say how it is spoken.")
    try:
        if raw.kind is Kind.IPA:
            to_espeak(value)
        elif raw.kind is Kind.ESPEAK:
            value = checked(value)
    except LexiconError as error:
        raise LexiconError(f"{raw.source}: {error.message}", error.remedy) from error
    if "[[" in value or "]]" in value:
        raise LexiconError(f"{raw.source}: an alias can't hold [[ or ]].", "Take the kind espeak for phonemes.")
    return replace(raw, term=term, value=value)


def from_pls(content: bytes, name: str, wrong: list[LexiconError] | None = None) -> Lexicon:
    """Entries of a PLS document called `name`. A lexeme gives every grapheme each of its aliases and phonemes.

    `wrong` as for `read_lexicon`.

    Raises:
        LexiconError: It is not XML, has a document type, is not PLS, or has an entry that is wrong.
    """
    reader = _Reader(name, wrong)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    reader.parser = parser
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        raise LexiconError(f"{name} is not well-formed XML: {error}.", "Mend it.") from error
    return Lexicon(tuple(reader.entries))


class _Reader:
    """The state of reading a PLS document."""

    def __init__(self, name: str, wrong: list[LexiconError] | None) -> None:
        self.entries: list[Entry] = []
        self._wrong = wrong
        self.parser: expat.XMLParserType
        self._name = name
        self._language = self._alphabet = ""
        self._depth = 0
        self._line = 0
        self._text: list[str] = []
        self._attributes: dict[str, str] = {}
        self._graphemes: list[str] = []
        self._said: list[tuple[bool, str, str]] = []

    def refuse(self, *_: object) -> None:
        """A document type or an entity is declared: nothing good needs it."""
        raise LexiconError(f"{self._name} declares a document type or an entity.", "Take that part out.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        space, _, element = tag.rpartition(" ")
        if self._depth == 0:
            if element != "lexicon" or space not in {"", PLS_NAMESPACE}:
                raise LexiconError(
                    f"{self._name} is no PLS lexicon.", f"Its root is <lexicon xmlns={PLS_NAMESPACE!r}>."
                )
            self._language = attributes.get("http://www.w3.org/XML/1998/namespace lang", "")
            self._alphabet = attributes.get("alphabet", "ipa")
        elif element == "lexeme":
            self._graphemes, self._said, self._line = [], [], self.parser.CurrentLineNumber
        self._depth += 1
        self._text, self._attributes = [], attributes

    def characters(self, text: str) -> None:
        """Text between elements."""
        self._text.append(text)

    def end(self, tag: str) -> None:
        """An element closes."""
        element = tag.rpartition(" ")[2]
        text = " ".join("".join(self._text).split())
        preferred = self._attributes.get("prefer") == "true"
        self._depth -= 1
        match element:
            case "grapheme":
                self._graphemes.append(text)
            case "alias":
                self._said.append((preferred, "", text))
            case "phoneme":
                self._said.append((preferred, self._alphabet_here(), text))
            case "lexeme":
                self._add()
        self._text, self._attributes = [], {}

    def _alphabet_here(self) -> str:
        return self._attributes.get("alphabet", self._alphabet) or "(none)"

    def _add(self) -> None:
        try:
            self.entries += self._lexeme(f"{self._name}:{self._line}")
        except LexiconError as error:
            if self._wrong is None:
                raise
            self._wrong.append(error)

    def _lexeme(self, source: str) -> list[Entry]:
        if not self._graphemes or not self._said:
            raise LexiconError(f"{source}: a lexeme needs a grapheme and an alias or a phoneme.", "Complete it.")
        entries = []
        for term in self._graphemes:
            for _, alphabet, value in sorted(self._said, key=lambda said: not said[0]):
                if alphabet not in _ALPHABETS:
                    raise LexiconError(f"{source}: the alphabet {alphabet!r} is not known.", "Take ipa or x-espeak.")
                raw = Entry(term=term, kind=_ALPHABETS[alphabet], value=value, language=self._language, source=source)
                entries.append(entry(raw))
        return entries
