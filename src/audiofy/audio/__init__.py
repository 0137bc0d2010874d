"""Room 3: script and cast to a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audiofy.audio.booth import open_booth as open_booth
    from audiofy.audio.engines import versions as versions
    from audiofy.audio.fingerprint import fingerprint as fingerprint
    from audiofy.audio.record import record as record

_HOMES = {
    "fingerprint": "audiofy.audio.fingerprint",
    "open_booth": "audiofy.audio.booth",
    "record": "audiofy.audio.record",
    "versions": "audiofy.audio.engines",
}

__all__ = ["fingerprint", "open_booth", "record", "versions"]


def __getattr__(name: str) -> Any:
    """The doors of the room, opened when first used: the child of a booth needs none of them."""
    if name not in _HOMES:
        msg = f"module 'audiofy.audio' has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
