"""Words of the interface by language, from labels.toml. The article's language decides, English where it has none."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from audiofy.model import primary

# Scripts that are written from right to left (Unicode, scripts with bidi class R or AL): languages that use them.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ku ps sd ug ur yi".split())


def labels(language: str) -> dict[str, str]:
    """Every word of the interface in `language` (a BCP 47 tag)."""
    known = _all()
    return known["en"] | known.get(primary(language), {}) | known.get(language, {})


def spoken_in(language: str) -> str:
    """Attributes for an element with words of the interface where they are English on a page that is not."""
    return "" if primary(language) in _all() else ' lang="en" dir="ltr"'


def date(moment: str, language: str) -> str:
    """A day as a newspaper prints it: "14 March 2026"; what is no date as it is."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", moment)
    if not found or not 1 <= int(found[2]) <= 12:  # noqa: PLR2004 - months
        return moment[:10]
    words = labels(language)
    return words["date"].format(year=found[1], month=words["months"].split()[int(found[2]) - 1], day=int(found[3]))


def direction(language: str) -> str:
    """How a language is written: "rtl" (from right to left) or "ltr"."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT else "ltr"


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("audiofy.publication") / "labels.toml").read_text("utf-8"))
