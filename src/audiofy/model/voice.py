"""Who reads whom. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from audiofy.model.script import Kind, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice profile: who speaks, on which engine.

    `rate` is in words a minute, `pitch` 0 to 100 with 50 as the engine's own, `volume` 0 to 1. `engine_voice` is the
    engine's name for it; `gender` is "female", "male" or "". `part` is what the voice is for: "narrator", "quotation"
    (people who are not known) or "quoted" (people who are).
    """

    name: str
    engine: str
    engine_voice: str
    language: str
    rate: int = 175
    pitch: int = 50
    volume: float = 1.0
    gender: str = ""
    part: str = "quoted"
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A person of the script and the voice that reads them, with why it was chosen."""

    speaker: str
    voice: Voice
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who reads whom: `quotation` reads those whose speaker is not known."""

    narrator: Voice
    quotation: Voice
    roles: tuple[Part, ...] = ()

    def voice_of(self, speaker: str) -> Voice:
        """The voice that reads `speaker`; the neutral quotation voice for somebody the cast does not know."""
        return next((part.voice for part in self.roles if part.speaker == speaker), self.quotation)

    def voice_for(self, line: Line) -> Voice:
        """The voice that reads `line`."""
        return self.voice_of(line.speaker) if line.kind is Kind.QUOTE else self.narrator

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice of the cast, each once: the narrator first."""
        return tuple(dict.fromkeys((self.narrator, self.quotation, *(part.voice for part in self.roles))))
