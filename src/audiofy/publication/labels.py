"""Words of the interface by language, from labels.toml. The article's language decides, English where it has none."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from audiofy.model import primary

# Scripts that are written from right to left (Unicode, scripts with bidi class R or AL): languages that use them.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ku ps sd ug ur yi".split())


def labels(language: str) -> dict[str, str]:
    """Every word of the interface in `language` (a BCP 47 tag)."""
    known = _all()
    return known["en"] | known.get(primary(language), {})


def direction(language: str) -> str:
    """How a language is written: "rtl" (from right to left) or "ltr"."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("audiofy.publication") / "labels.toml").read_text("utf-8"))
