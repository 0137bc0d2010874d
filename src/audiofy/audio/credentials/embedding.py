"""A manifest definition into an MP3, and a manifest store out of one: the only c2pa.

c2pa-rs does the work, without the network unless a timestamp authority is named.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from audiofy.audio.credentials.missing import explained
from audiofy.errors import RecordingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from audiofy.audio.credentials.keys import Keys
    from audiofy.audio.credentials.manifest import Ingredient

FORMAT = "audio/mpeg"


def embed(
    source: Path, target: Path, definition: Mapping[str, Any], keys: Keys, placed: Mapping[Ingredient, Path]
) -> None:
    """Signs `source` into `target`.

    Raises:
        RecordingError: The library, the signing command or the timestamp authority refused.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    with explained():
        import c2pa
    faults: list[RecordingError] = []

    def sign(content: bytes) -> bytes:
        # c2pa turns whatever is raised in here into a line on stderr: keep our own error and raise it below.
        try:
            return keys.sign(content)
        except RecordingError as error:
            faults.append(error)
            return b""

    algorithm = c2pa.C2paSigningAlg[keys.algorithm.upper()]
    try:
        with (
            c2pa.Signer.from_callback(sign, algorithm, keys.chain, keys.timestamp_url or None) as signer,
            c2pa.Builder(json.dumps(definition)) as builder,
            source.open("rb") as unsigned,
            target.open("w+b") as signed,
        ):
            for ingredient, path in placed.items():
                described = {
                    "title": ingredient.name,
                    "relationship": "componentOf",
                    "instance_id": ingredient.instance,
                }
                with path.open("rb") as sound:
                    builder.add_ingredient(json.dumps(described), ingredient.media_type, sound)
            builder.sign(signer, FORMAT, unsigned, signed)
    except c2pa.C2paError as error:
        raise (faults[0] if faults else _refused(definition["title"], keys, error)) from error


def _refused(title: str, keys: Keys, error: Exception) -> RecordingError:
    if keys.timestamp_url:
        # Key and chain were looked at before, and the command's signature when it came: what is left is the authority.
        return RecordingError(
            f"“{title}” could not be signed with a timestamp of {keys.timestamp_url}: {error}.",
            "Try again later, or another credentials.timestamp_url (RFC 3161); without one the signature has no "
            "trusted time.",
        )
    return RecordingError(
        f"“{title}” could not be signed: {error}.", "Check the certificate chain (docs/disclosure.md)."
    )


def embeddable() -> frozenset[str]:
    """The media types that can be attached as ingredients."""
    with explained():
        import c2pa
    return frozenset(c2pa.Builder.get_supported_mime_types())


def extract(path: Path, trust: str = "") -> dict[str, Any] | None:
    """The manifest store of a file as C2PA's JSON, or None if it has none.

    Args:
        path: An MP3.
        trust: The root certificates that count as trusted, PEM.

    Raises:
        OSError: The file can't be read.
        ValueError: The store is damaged beyond reading.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    with explained():
        import c2pa
    settings: dict[str, Any] = {"verify": {"verify_trust": True, "ocsp_fetch": False, "remote_manifest_fetch": False}}
    if trust:
        settings["trust"] = {"trust_anchors": trust}
    try:
        with path.open("rb") as file, c2pa.Reader(FORMAT, file, context=c2pa.Context.from_dict(settings)) as reader:
            store: dict[str, Any] = json.loads(reader.json())
    except c2pa.C2paError.ManifestNotFound:
        return None
    except c2pa.C2paError as error:
        raise ValueError(str(error)) from error
    return store
