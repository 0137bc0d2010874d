"""A file to what its Content Credentials say, and whether they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiofy.audio.credentials.embedding import extract
from audiofy.audio.credentials.manifest import NARRATION
from audiofy.errors import SourceNotFoundError
from audiofy.model import Credential

if TYPE_CHECKING:
    from pathlib import Path

_STATES = {"Trusted": "trusted", "Valid": "valid"}

# Said by `state`: it is no fault of the file that nobody told us whom to trust.
_UNTRUSTED = "signingCredential.untrusted"


def show(path: Path, trust: str = "") -> Credential | None:
    """What the Content Credentials of `path` say, or None if it has none.

    Args:
        path: An MP3.
        trust: The root certificates that count as trusted, PEM.

    Raises:
        SourceNotFoundError: There is no such file.
        MissingDependencyError: `audiofy[c2pa]` isn't installed.
    """
    try:
        store = extract(path, trust)
    except ValueError as error:
        return Credential(state="invalid", signer="", organisation="", problems=(f"unreadable: {error}",))
    except OSError as error:
        raise SourceNotFoundError(f"Can't read {path}: {error.strerror}.", "Check the path.") from error
    return None if store is None else credential(store)


def credential(store: dict[str, Any]) -> Credential:
    """What a manifest store says, which may be anybody's: every field may be missing or of another type."""
    active = _table(_table(store, "manifests"), str(store.get("active_manifest", "")))
    assertions = {str(one.get("label")): _table(one, "data") for one in _tables(active, "assertions")}
    actions = _tables(assertions.get("c2pa.actions.v2", {}), "actions")
    created = next((one for one in actions if one.get("action") == "c2pa.created"), {})
    narration = assertions.get(NARRATION, {})
    signature = _table(active, "signature_info")
    told = _told(store)
    stamped = "timeStamp.validated" in told
    return Credential(
        state=_STATES.get(str(store.get("validation_state")), "invalid"),
        signer=_text(signature, "common_name"),
        # The library calls it so, but gives the organisation in the name of the signer.
        organisation=_text(signature, "issuer"),
        signed=_text(signature, "time") if stamped else "",
        clock=told.get("timeStamp.validated", "").rpartition(": ")[2],
        clock_trusted=stamped and "timeStamp.trusted" in told,
        made=_text(created, "when"),
        generator=_named(next(iter(_tables(active, "claim_generator_info")), {})),
        agent=_named(_table(created, "softwareAgent")),
        title=_text(active, "title"),
        url=_text(narration, "source_url"),
        source_type=_text(created, "digitalSourceType"),
        disclosure=_text(narration, "disclosure"),
        text_sha256=_text(narration, "text_sha256"),
        ingredients=tuple(_text(one, "title") for one in _tables(active, "ingredients")),
        problems=_problems(store),
    )


def _problems(store: dict[str, Any]) -> tuple[str, ...]:
    failures = _tables(_table(_table(store, "validation_results"), "activeManifest"), "failure")
    return tuple(
        f"{_text(one, 'code')}: {_text(one, 'explanation')}" for one in failures if one.get("code") != _UNTRUSTED
    )


def _told(store: dict[str, Any]) -> dict[str, str]:
    """What the library found out beside failures: its codes, each with an explanation."""
    results = _table(_table(store, "validation_results"), "activeManifest")
    told = (*_tables(results, "success"), *_tables(results, "informational"))
    return {_text(one, "code"): _text(one, "explanation") for one in told}


def _named(agent: dict[str, Any]) -> str:
    return f"{_text(agent, 'name')} {_text(agent, 'version')}".strip()


def _table(place: dict[str, Any], key: str) -> dict[str, Any]:
    value = place.get(key)
    return value if isinstance(value, dict) else {}


def _tables(place: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = place.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(place: dict[str, Any], key: str) -> str:
    value = place.get(key)
    return value if isinstance(value, str) else ""
