"""What stands above a Markdown text, between lines of --- (YAML) or +++ (TOML), to fields. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from audiofy.article.dates import normal
from audiofy.article.lines import clean

_FRONT_MATTER = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<text>.{0,65536}?)\n(?:(?P=mark)|(?<!\+)\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*)|$)")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.+)")
_ZONE_APART = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields above a text, and the text below them; no fields where there are none."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    matter = _toml(found["text"]) if found["mark"] == "+++" else _yaml(found["text"]) or _plain(found["text"])
    return (matter, text[found.end() :]) if matter else ({}, text)


def _toml(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _yaml(text: str) -> dict[str, Any] | None:
    """YAML with every value as it is written: "no" is Norwegian, and 2025 may be a title.

    Without aliases, which can be made to grow without end.
    """
    import yaml

    try:
        if any(isinstance(token, (yaml.AliasToken, yaml.AnchorToken)) for token in yaml.scan(text)):
            return None
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and tables
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _plain(text: str) -> dict[str, Any] | None:
    """Fields that YAML doesn't take, for a colon in a title as a rule; None where a line is no field at all."""
    found: dict[str, Any] = {}
    last = ""
    for line in filter(str.strip, text.split("\n")):
        field, entry = _FIELD.match(line), _ENTRY.match(line)
        if field:
            last = field[1]
            found[last] = (field[2] or "").strip().strip("\"'")
        elif entry and last:
            found[last] = [*(found[last] if isinstance(found[last], list) else []), entry[1].strip().strip("\"'")]
        elif not last or not line.startswith((" ", "\t", "#")):
            return None
    return found


def word(matter: dict[str, Any], *keys: str) -> str:
    """The first of `keys` that has a text or a number; empty if none has."""
    for key in keys:
        value = matter.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("image")
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip() not in _NOTHING:
            return " ".join(clean(str(value)).split())
    return ""


def several(matter: dict[str, Any], *keys: str) -> tuple[str, ...]:
    """The entries of the first of `keys` that has any."""
    for key in keys:
        value = matter.get(key)
        entries = value if isinstance(value, list) else [value]
        found = [name for entry in entries if (name := word({"it": entry}, "it"))]
        if found:
            return tuple(found)
    return ()


def day(matter: dict[str, Any], *keys: str) -> str:
    """The first of `keys` that has a date, as ISO 8601."""
    for key in keys:
        value = matter.get(key)
        if isinstance(value, (datetime, date)):
            return value.isoformat()
        if isinstance(value, str) and (found := normal(_ZONE_APART.sub("", value.strip()))):
            return found
    return ""
