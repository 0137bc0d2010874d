"""Quotations and what an editor says of them to quotations as the editor wants them. Pure.

A correction names what it is about, by words of the quotation or by the person, and what shall hold instead. One that
fits nothing is an error: a typing mistake must not pass for a correction that was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from audiofy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.model import Quotation

_FIELDS = {"quotation": str, "person": str, "speaker": str, "gender": str, "voice": str, "not_a_quotation": bool}
_GENDERS = frozenset({"", "female", "male"})
_ALIKE = str.maketrans("“”„‟«»‘’‚‛`", '""""""\'\'\'\'\'')


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of an override file.

    `quotation` is words that the quotation holds, `person` whom it is given to; at least one is there, and with both
    both must fit. `speaker` is who says it instead ("" leaves it), `gender` theirs, `voice` the name of the voice that
    reads them, `not_a_quotation` that the narrator reads it.
    """

    quotation: str = ""
    person: str = ""
    speaker: str = ""
    gender: str = ""
    voice: str = ""
    not_a_quotation: bool = False


def read_corrections(entries: Sequence[Mapping[str, object]]) -> tuple[Correction, ...]:
    """The corrections in the `[[correction]]` tables of a file.

    Raises:
        SettingsError: A table has an unknown or ill-typed entry, is about nothing, or changes nothing.
    """
    if not isinstance(entries, list | tuple) or not all(isinstance(entry, Mapping) for entry in entries):
        raise SettingsError("Corrections are no tables.", "Begin each with a line [[correction]].")
    return tuple(_read(number, entry) for number, entry in enumerate(entries, start=1))


def _read(number: int, entry: Mapping[str, object]) -> Correction:
    for key, value in entry.items():
        kind = _FIELDS.get(key)
        if kind is None:
            raise SettingsError(
                f"Correction {number} has the unknown entry {key!r}.", f"Entries are {', '.join(_FIELDS)}."
            )
        if type(value) is not kind:
            raise SettingsError(f"Entry {key!r} of correction {number} must be of type {kind.__name__}.")
    correction = Correction(
        quotation=str(entry.get("quotation", "")),
        person=str(entry.get("person", "")),
        speaker=str(entry.get("speaker", "")),
        gender=str(entry.get("gender", "")),
        voice=str(entry.get("voice", "")),
        not_a_quotation=bool(entry.get("not_a_quotation")),
    )
    if not (correction.quotation or correction.person):
        raise SettingsError(f"Correction {number} is about nothing.", "Name a quotation or a person in it.")
    if not (correction.speaker or correction.gender or correction.voice or correction.not_a_quotation):
        raise SettingsError(
            f"Correction {number} changes nothing.", "Set speaker, gender, voice or not_a_quotation in it."
        )
    if correction.gender not in _GENDERS:
        raise SettingsError(f"Correction {number} has the gender {correction.gender!r}.", "It is female or male.")
    return correction


def correct(
    quotations: Sequence[Quotation], text: str, corrections: Sequence[Correction]
) -> tuple[tuple[Quotation, ...], dict[str, str]]:
    """The quotations of `text` as the `corrections` want them, and the voices they pin people to.

    Corrections are made in order, each on what those before it have left.

    Raises:
        SettingsError: A correction fits no quotation.
    """
    left = list(quotations)
    voices: dict[str, str] = {}
    for number, correction in enumerate(corrections, start=1):
        fitting = [place for place, quotation in enumerate(left) if _fits(quotation, text, correction)]
        if not fitting:
            raise SettingsError(
                f"Correction {number} fits nothing in the article: {_about(correction)}.",
                "Copy the words from the article, or the name from `audiofy script`.",
            )
        for place in fitting:
            left[place] = _corrected(left[place], correction)
            speaker = left[place].speaker
            if correction.voice and speaker:
                voices[speaker] = correction.voice
        if correction.not_a_quotation:
            left = [quotation for place, quotation in enumerate(left) if place not in set(fitting)]
    return tuple(left), voices


def _about(correction: Correction) -> str:
    named = (("quotation", correction.quotation), ("person", correction.person))
    return ", ".join(f"{name} {value!r}" for name, value in named if value)


def _fits(quotation: Quotation, text: str, correction: Correction) -> bool:
    if correction.quotation and _plain(correction.quotation) not in _plain(text[quotation.start : quotation.end]):
        return False
    if not correction.person:
        return True
    wanted = _plain(correction.person)
    mention = "" if quotation.mention is None else text[slice(*quotation.mention)]
    return wanted in {_plain(quotation.speaker or ""), _plain(mention)}


def _plain(text: str) -> str:
    """Words as they are compared: composed, without case, marks alike, blanks single."""
    return " ".join(normalize("NFKC", text).translate(_ALIKE).casefold().split())


def _corrected(quotation: Quotation, correction: Correction) -> Quotation:
    changed = replace(quotation, rule="corrected", confidence=1.0)
    if correction.speaker and correction.speaker != quotation.speaker:
        changed = replace(changed, speaker=correction.speaker, mention=None, gender="", evidence="")
    if correction.voice and not changed.speaker:
        # A voice needs somebody to read: who is not known yet is called by the voice's own name.
        changed = replace(changed, speaker=correction.voice)
    if correction.gender:
        changed = replace(changed, gender=correction.gender, evidence="corrected")
    return changed
