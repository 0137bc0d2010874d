"""Voice to gain: how many decibels bring it to the target, from what was measured once.

Over articles the loudness of one synthetic voice hardly varies, so it is measured on a fixed passage, and all its clips
get one gain: no second pass, voices equally loud, and a recording that streams. Figures of the shipped voices come with
audiofy (`gains.tsv`, made by benchmarks/gains.py); others are measured when first heard and kept in the user's cache.
"""

from __future__ import annotations

import csv
import json
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.audio import levels
from audiofy.errors import EngineCrashedError, OutputError
from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from audiofy.model import Speech, Voice

SHIPPED = Path(__file__).with_name("gains.tsv")

# Raised when target, limiter or passages change: figures measured before no longer hold.
RECIPE = 3

# For a language without a passage and an article of a line or two: numbers are words of whatever language reads them.
_COUNTING = "1, 7, 12, 18, 20, 30, 44, 56, 63, 72, 85, 91, 100, 238, 469, 1000, 1750, 2026."

# Characters: about what the passages have. A writing with a sign a syllable has fewer, and says as much with them.
_ENOUGH, _FEWEST = 400, 60


def gains(
    voices: Iterable[Voice], versions: dict[str, str], speak: Callable[[str, Voice], Speech], words: str = ""
) -> dict[Voice, float]:
    """The gain of each voice in dB.

    Args:
        voices: Those that will be heard.
        versions: The version of each engine: a figure holds for one.
        speak: Says a text in a voice, where one must be measured.
        words: What will be said, for a voice in whose language there is no passage.

    Raises:
        EngineCrashedError: A voice says the passage without a sound.
    """
    wanted = {voice: key(voice, versions[voice.engine]) for voice in dict.fromkeys(voices)}
    known = _remembered() | _shipped(set(wanted.values()))
    missing = {voice: name for voice, name in wanted.items() if name not in known}
    if missing:
        fresh = {name: round(measure(voice, speak, words), 2) for voice, name in missing.items()}
        known |= fresh
        _remember(fresh)
    return {voice: known[name] for voice, name in wanted.items()}


def key(voice: Voice, version: str) -> str:
    """What a figure holds for: everything about a voice that is heard."""
    language = primary(voice.language)
    return (
        f"{RECIPE} {voice.engine} {version} {language} {voice.engine_voice} {voice.rate} {voice.pitch} {voice.volume:g}"
    )


def measure(voice: Voice, speak: Callable[[str, Voice], Speech], words: str = "") -> float:
    """The gain of a voice on the passage of its language; where there is none, on the beginning of `words`.

    Over articles the loudness of a voice varies by far less than between languages, so the first will do for the next.

    Raises:
        EngineCrashedError: It says the passage without a sound.
    """
    own = words[:_ENOUGH].strip()
    speech = speak(passage(voice.language) or (own if len(own) >= _FEWEST else _COUNTING), voice)
    gain = levels.gain_for(levels.samples_of(speech), speech.frame_rate)
    if gain == -float("inf"):
        raise EngineCrashedError(
            f"The voice {voice.name} of the engine {voice.engine} is silent.", "Try another voice."
        )
    return gain


def passage(language: str) -> str:
    """What is said to measure a voice of a language (BCP 47), empty for one that has no passage."""
    passages = tomllib.loads(Path(__file__).with_name("passages.toml").read_text(encoding="utf-8"))
    return str(passages.get(primary(language), ""))


def _shipped(wanted: set[str]) -> dict[str, float]:
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return {row[0]: float(row[1]) for row in csv.reader(file, delimiter="\t") if row[0] in wanted}


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("audiofy") / "gains.json"


def _remembered() -> dict[str, float]:
    try:
        found = json.loads(_cache().read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(figures: dict[str, float]) -> None:
    """Keeps figures for the next run; where nothing can be written, they are measured again."""
    from audiofy import output

    with suppress(OSError, OutputError):
        merged = json.dumps(_remembered() | figures, indent=0, sort_keys=True)
        output.write_whole(_cache(), merged.encode(), durable=False)
