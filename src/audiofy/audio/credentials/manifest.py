"""What is known of an episode to a C2PA manifest definition. Pure.

Labels and fields are those of the C2PA specification 2.4: https://spec.c2pa.org/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiofy.disclosure import text_sha256, trained

if TYPE_CHECKING:
    from audiofy.model import Cast, Episode

FORMAT = "audio/mpeg"

# Our own assertion; the label is a reversed domain name, as the specification asks of private ones.
NARRATION = "io.github.audiofy.narration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredient:
    """A recorded sound that is mixed in: file name, media type, SHA-256 of the file."""

    name: str
    media_type: str
    sha256: str

    @property
    def instance(self) -> str:
        """The id by which the action refers to the ingredient."""
        return f"xmp:iid:{self.sha256[:32]}"


def manifest(
    episode: Episode, version: str, *, sounds: tuple[Ingredient, ...] = (), placed: tuple[Ingredient, ...] = ()
) -> dict[str, Any]:
    """The manifest definition that is signed.

    Args:
        episode: What is known of the recording; its size and hash, which signing changes, are not stated.
        version: audiofy's own.
        sounds: Every recorded sound that is heard.
        placed: Those of them that are attached as C2PA ingredients, which some file formats can't be.
    """
    return {
        "claim_generator_info": [{"name": "audiofy", "version": version}],
        "format": FORMAT,
        "title": episode.article.title,
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": _actions(episode, placed)}},
            *_models(episode.cast),
            {"label": "cawg.metadata", "data": _metadata(episode)},
            {"label": NARRATION, "data": _narration(episode, sounds)},
        ],
    }


def _actions(episode: Episode, placed: tuple[Ingredient, ...]) -> list[dict[str, Any]]:
    cast = episode.cast
    name, version = episode.engines[0] if episode.engines else (cast.narrator.engine, "")
    voices = [voice.name for voice in cast.voices if voice.engine == name]
    created = {
        "action": "c2pa.created",
        "when": episode.made,
        "digitalSourceType": episode.disclosure.source_type,
        "softwareAgent": {"name": name, "version": version, "voices": voices},
        "description": "Synthetic narration of an article",
    }
    if not placed:
        return [created]
    ids = [ingredient.instance for ingredient in placed]
    return [created, {"action": "c2pa.placed", "when": episode.made, "parameters": {"ingredientIds": ids}}]


def _models(cast: Cast) -> list[dict[str, Any]]:
    """One `c2pa.ai-disclosure` for each trained voice; a synthesiser that follows rules has no model to name."""
    voices = {(voice.engine, voice.engine_voice): voice for voice in cast.voices if trained(voice.engine)}
    return [
        {
            "label": "c2pa.ai-disclosure",
            "data": {"modelType": "c2pa.types.model", "modelName": f"{voice.engine} {voice.engine_voice}"},
        }
        for voice in voices.values()
    ]


def _metadata(episode: Episode) -> dict[str, Any]:
    return {
        "@context": {
            "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
            "dc": "http://purl.org/dc/elements/1.1/",
        },
        "Iptc4xmpExt:DigitalSourceType": episode.disclosure.source_type,
        "dc:title": episode.article.title,
    }


def _narration(episode: Episode, sounds: tuple[Ingredient, ...]) -> dict[str, Any]:
    article, voices = episode.article, episode.cast.voices
    return {
        # The path of a file on the publisher's disk is nobody else's business.
        "source_url": article.url if article.url.startswith(("http://", "https://")) else "",
        "text_sha256": text_sha256(article),
        "disclosure": episode.disclosure.sentence,
        "engines": [{"name": name, "version": version} for name, version in episode.engines],
        "voices": [{"name": voice.name, "engine": voice.engine, "voice": voice.engine_voice} for voice in voices],
        "sounds": [{"name": sound.name, "sha256": sound.sha256} for sound in sounds],
    }
