"""audiofy turns articles into spoken episodes: read, compose, cast, record, publish, verify.

The verbs and types of the public API. Names are loaded when they are first used, so `import audiofy` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audiofy.article import read as read

__all__ = ["read"]

_HOMES = {"read": "audiofy.article"}


def __getattr__(name: str) -> Any:
    """A public name, from the module that it lives in."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module 'audiofy' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(home), name)
