"""audiofy turns articles into spoken episodes: read, compose, cast, record, publish, verify.

The verbs and types of the public API. Names are loaded when they are first used, so `import audiofy` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audiofy.article import explain as explain
    from audiofy.article import read as read
    from audiofy.audio import record as record
    from audiofy.batch import narrate_all as narrate_all
    from audiofy.errors import AudiofyError as AudiofyError
    from audiofy.model import Article as Article
    from audiofy.model import Block as Block
    from audiofy.model import Cast as Cast
    from audiofy.model import Cue as Cue
    from audiofy.model import Disclosure as Disclosure
    from audiofy.model import Done as Done
    from audiofy.model import Episode as Episode
    from audiofy.model import Failed as Failed
    from audiofy.model import Line as Line
    from audiofy.model import Outcome as Outcome
    from audiofy.model import Quotation as Quotation
    from audiofy.model import Retracted as Retracted
    from audiofy.model import Script as Script
    from audiofy.model import Spoken as Spoken
    from audiofy.model import Verdict as Verdict
    from audiofy.model import Voice as Voice
    from audiofy.pipeline import narrate as narrate
    from audiofy.pipeline import verify as verify
    from audiofy.publication import publish as publish
    from audiofy.script import cast as cast
    from audiofy.script import compose as compose
    from audiofy.settings import Settings as Settings
    from audiofy.settings import load as load_settings
    from audiofy.voices import load as load_voices

_HOMES = {
    "article": "explain read",
    "audio.record": "record",
    "batch": "narrate_all",
    "errors": "AudiofyError",
    "model": (
        "Article Block Cast Cue Disclosure Done Episode Failed Line Outcome Quotation Retracted Script Spoken Verdict "
        "Voice"
    ),
    "pipeline": "narrate verify",
    "publication": "publish",
    "script": "cast compose",
    "settings": "Settings",
}
_RENAMED = {"load_settings": ("settings", "load"), "load_voices": ("voices", "load")}
_WHERE = {name: (home, name) for home, names in _HOMES.items() for name in names.split()} | _RENAMED

__all__ = [
    "Article",
    "AudiofyError",
    "Block",
    "Cast",
    "Cue",
    "Disclosure",
    "Done",
    "Episode",
    "Failed",
    "Line",
    "Outcome",
    "Quotation",
    "Retracted",
    "Script",
    "Settings",
    "Spoken",
    "Verdict",
    "Voice",
    "cast",
    "compose",
    "explain",
    "load_settings",
    "load_voices",
    "narrate",
    "narrate_all",
    "publish",
    "read",
    "record",
    "verify",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module that it lives in."""
    if name not in _WHERE:
        msg = f"module 'audiofy' has no attribute {name!r}"
        raise AttributeError(msg)
    home, there = _WHERE[name]
    return getattr(import_module(f"audiofy.{home}"), there)
