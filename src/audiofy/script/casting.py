"""People and voices to a cast, the same way every time and on every machine. Pure.

Who is pinned in the settings comes first. Everybody else gets the voice that stands first in an order of their own:
voices ranked by a hash of the person's name and the voice's (rendezvous hashing, Thaler and Ravishankar 1998), so a
person keeps a voice from article to article, and a new voice profile takes over only the people who rank it first.
Only where two people who speak near each other would share a voice does the one with fewer lines move to the next in
their order: always where they speak next to each other, and as long as there are voices where one speaks between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from audiofy.errors import CastingError
from audiofy.model import Cast, Kind, Part, Person, Script, Voice, primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# How far the narrator's pitch is raised for quotations with `--quotes tone`, on the 0 to 100 scale of a voice.
_TONE = 22

# English of a country without voices of its own is read in the nearer of the two that have.
_BRITISH = {"AU", "BW", "GB", "GH", "HK", "IE", "IN", "JM", "KE", "MT", "MY", "NG", "NZ", "PK", "SG", "UG", "ZA", "ZW"}


def cast(  # noqa: PLR0913 - every wish of a producer is a keyword
    script: Script,
    voices: Sequence[Voice],
    *,
    narrator: str = "",
    quotation: str = "",
    quotes: str = "voice",
    people: Mapping[str, str] | None = None,
) -> Cast:
    """Gives everybody in `script` a voice out of `voices`.

    Args:
        script: What is to be read.
        voices: The voices there are, in any languages.
        narrator: The name of the narrator's voice; empty for the first narrator of the language.
        quotation: The name of the voice for quotations whose speaker is not known; empty likewise.
        quotes: "voice" for a voice a person, "tone" for the narrator's with another pitch, "spoken" or "plain" for
            the narrator's own.
        people: Names pinned to voices.

    Raises:
        CastingError: A voice is not there, or none speaks the language.
    """
    speaking = _speaking(voices, script.language)
    lead = _named(narrator, speaking, voices) if narrator else _first(speaking, "narrator", script.language)
    if quotes in {"spoken", "plain"}:
        return Cast(narrator=lead, quotation=lead)
    if quotes == "tone":
        pitch = lead.pitch + _TONE if lead.pitch + _TONE <= 100 else lead.pitch - _TONE  # noqa: PLR2004 - the scale ends
        return Cast(narrator=lead, quotation=replace(lead, name=f"{lead.name} (quoting)", pitch=pitch))
    neutral = _named(quotation, speaking, voices) if quotation else _neutral(speaking, lead)
    pinned = {_key(name): _named(voice, speaking, voices) for name, voice in (people or {}).items()}
    return Cast(narrator=lead, quotation=neutral, roles=_roles(script, speaking, pinned, (lead, neutral)))


def _speaking(voices: Sequence[Voice], language: str) -> tuple[Voice, ...]:
    """The voices of the nearest language there is, one a name."""
    base, region = primary(language), language.partition("-")[2]
    if base == "en":
        language = "en-GB" if region.upper() in _BRITISH else "en-US"
    for wanted in (language, base):
        exact = [voice for voice in voices if voice.language.lower() == wanted.lower()]
        if exact:
            return tuple({voice.name: voice for voice in exact}.values())
    near = [voice for voice in voices if primary(voice.language) == base]
    if not near:
        raise CastingError(
            f"No voice speaks the language {language!r}.",
            "See `audiofy voices`, add a profile in ./voices, or set --language.",
        )
    return tuple({voice.name: voice for voice in near}.values())


def _named(name: str, speaking: Sequence[Voice], voices: Sequence[Voice]) -> Voice:
    for voice in (*speaking, *voices):
        if voice.name == name:
            return voice
    raise CastingError(f"There is no voice called {name!r}.", "See `audiofy voices`.")


def _first(speaking: Sequence[Voice], part: str, language: str) -> Voice:
    suited = [voice for voice in speaking if voice.part == part] or list(speaking)
    if not suited:
        raise CastingError(f"No voice can narrate in {language!r}.", "Add a profile in ./voices.")
    return min(suited, key=lambda voice: voice.name)


def _neutral(speaking: Sequence[Voice], lead: Voice) -> Voice:
    others = [voice for voice in speaking if voice.name != lead.name]
    suited = [voice for voice in others if voice.part == "quotation"] or others or [lead]
    return min(suited, key=lambda voice: voice.name)


def _roles(
    script: Script, speaking: Sequence[Voice], pinned: Mapping[str, Voice], taken: tuple[Voice, Voice]
) -> tuple[Part, ...]:
    turns = [line.speaker for line in script.lines if line.kind is Kind.QUOTE and line.speaker]
    counts = Counter(turns)
    runs = [speaker for speaker, _ in groupby(turns)]
    beside, near = _pairs(pairwise(runs)), _pairs(zip(runs, runs[2:], strict=False))
    people = {person.name: person for person in script.people}
    first = {name: place for place, name in reversed(list(enumerate(turns)))}
    order = sorted(counts, key=lambda name: (_key(name) not in pinned, -counts[name], first[name]))
    roles: dict[str, Part] = {}
    for name in order:
        if _key(name) in pinned:
            roles[name] = Part(speaker=name, voice=pinned[_key(name)], reason="pinned in the settings")
            continue
        person = people.get(name, Person(name=name))
        heard = [{roles[other].voice.name for other in known[name] if other in roles} for known in (beside, near)]
        roles[name] = _choose(person, speaking, beside=heard[0], near=heard[1], taken=taken)
    return tuple(roles[name] for name in dict.fromkeys(turns))


def _pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Whom each is paired with; nobody with themselves."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def _choose(
    person: Person, speaking: Sequence[Voice], *, beside: set[str], near: set[str], taken: tuple[Voice, Voice]
) -> Part:
    """The voice of a person; `taken` are the narrator's and that of quotations whose speaker is not known.

    `beside` are the voices of those who speak next to them, `near` of those with one between. Where every voice of
    their gender speaks next to them, the neutral one reads them, and then any: a listener who
    can't tell two people apart is misled more than one who hears a woman in a deep voice.
    """
    lead, neutral = taken
    free = [voice for voice in speaking if voice.name not in {lead.name, neutral.name}]
    quoted = [voice for voice in free if voice.part == "quoted"] or free or list(speaking)
    suited = [voice for voice in quoted if person.gender and voice.gender == person.gender]
    ranked = sorted(suited or quoted, key=lambda voice: _rank(person.name, voice.name))
    others = sorted(quoted, key=lambda voice: _rank(person.name, voice.name)) if suited else []
    apart = (voice for voice in ranked if voice.name not in beside | near)
    voice = next((voice for voice in (*apart, *ranked, neutral, *others) if voice.name not in beside), ranked[0])
    why = f"{person.gender}: {person.evidence!r}" if suited else "gender not stated"
    if voice not in ranked:
        why += f", but all {person.gender or 'other'} voices speak next to them"
    elif voice is not ranked[0]:
        why += f"; {ranked[0].name} speaks {'next to' if ranked[0].name in beside else 'near'} them"
    elif voice.name in beside:
        why += "; all voices speak next to them"
    return Part(speaker=person.name, voice=voice, reason=why)


def _rank(person: str, voice: str) -> bytes:
    return sha256(f"{_key(person)}\0{voice}".encode()).digest()


def _key(name: str) -> str:
    """A name as casting compares it: composed, without case and extra blanks."""
    return " ".join(normalize("NFKC", name).casefold().split())
