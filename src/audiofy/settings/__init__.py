"""audiofy.toml to Settings, checked: unknown keys and wrong types are errors that name the key and its line.

The only room that reads the settings file. Sections are frozen structs; every value has a default, so an empty file and
no file are the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from audiofy.errors import SettingsError
from audiofy.settings.anchors import anchored
from audiofy.settings.sections import (
    Casting,
    Correcting,
    Disclosing,
    Fetching,
    Funding,
    Only,
    Owner,
    Pauses,
    Reading,
    Section,
    Settings,
    Show,
    Signing,
    Sounding,
    Sounds,
    Speaking,
)

__all__ = [
    "FILE_NAME",
    "Casting",
    "Correcting",
    "Disclosing",
    "Fetching",
    "Funding",
    "Only",
    "Origin",
    "Owner",
    "Pauses",
    "Reading",
    "Section",
    "Settings",
    "Show",
    "Signing",
    "Sounding",
    "Sounds",
    "Speaking",
    "decode",
    "known_keys",
    "load",
    "origins",
    "override",
]

FILE_NAME = "audiofy.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One value in force and where it comes from: "default", the settings file, or "command line"."""

    key: str
    value: Any
    source: str


def load(path: Path | None = None) -> tuple[Settings, Path | None]:
    """The settings in `path`, or in `audiofy.toml` of the working directory, or the defaults.

    Relative paths in a file are relative to its folder.

    Returns:
        The settings and the file they were read from (None for the defaults).

    Raises:
        SettingsError: The file is missing (when asked for), unreadable, not TOML, or has a wrong key or value.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Settings(), None
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"Can't read the settings file {path}: {error.strerror}.", "Check --settings.") from error
    beside = path.parent.resolve() == Path.cwd()
    return decode(content, str(path), folder=None if beside else path.parent), path


def decode(content: bytes, name: str = FILE_NAME, *, folder: Path | None = None) -> Settings:
    """Settings from the bytes of a TOML file called `name`; its relative paths lead from `folder`, if one is given.

    Raises:
        SettingsError: It is not TOML, or has a wrong key or value.
    """
    try:
        plain = msgspec.toml.decode(content)
        return msgspec.convert(_with_shows(anchored(plain, folder) if folder else plain), type=Settings)
    except msgspec.ValidationError as error:
        raise _wrong_value(error, content, name) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name} is not valid TOML: {error}.", "Mend that line.") from error


def _with_shows(plain: dict[str, Any]) -> dict[str, Any]:
    """`[[show]]` tables as `shows`, and in `show` what is the same in all of them."""
    shows = plain.get("show")
    if not isinstance(shows, list) or not all(isinstance(show, dict) for show in shows):
        return plain
    first, *others = shows or [{}]
    common = {key: value for key, value in first.items() if all(show.get(key) == value for show in others)}
    return plain | {"show": common, "shows": shows}


def _wrong_value(error: msgspec.ValidationError, content: bytes, name: str) -> SettingsError:
    message, _, where = str(error).partition(" - at `$")
    path = re.sub(r"^shows\[(?:\d+|\.{3})\]", "show", where.rstrip("`").lstrip("."))
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if unknown:
        key = f"{path}.{unknown[1]}".strip(".")
        names = sorted(known_keys(path))
        remedy = f"Known here: {', '.join(names)}." if names else ""
        return SettingsError(f"{name}{_line_of(key, content)}: there is no setting {key}.", remedy)
    message = message[:1].lower() + message[1:]
    return SettingsError(f"{name}{_line_of(path, content)}: {path} is wrong: {message}.", "See docs/settings.md.")


def known_keys(table: str) -> tuple[str, ...]:
    """The keys of a table ("" for the top level), none if it is no table of fixed keys."""
    place: Any = Settings()
    for name in filter(None, table.split(".")):
        place = getattr(place, name, None)
    kind = type(place)
    return kind.__struct_fields__ if isinstance(kind, type) and issubclass(kind, Section) else ()


def choices(key: str) -> tuple[str, ...]:
    """The values that a dotted key takes, or those that each item of its list takes; none where any may be."""
    kind: Any = Settings
    for name in key.split("."):
        kind = get_type_hints(kind)[name]
        if get_origin(kind) is tuple:
            kind = get_args(kind)[0]
    return get_args(kind) if get_origin(kind) is Literal else ()


def _line_of(key: str, content: bytes) -> str:
    """The ", line N" of a dotted key in TOML text, or nothing where the text writes it another way."""
    *tables, last = key.split(".")
    current = ""
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            current = header[1]
            if current == key:
                return f", line {number}"
        elif current == ".".join(tables) and re.match(rf"""\s*["']?{re.escape(last)}["']?\s*=""", line):
            return f", line {number}"
    return ""


def override(settings: Settings, values: dict[str, Any]) -> Settings:
    """`settings` with dotted keys replaced, as the command line does; values of None are left out.

    Raises:
        SettingsError: A value is not allowed.
    """
    plain = msgspec.to_builtins(settings)
    for key, value in values.items():
        if value is None:
            continue
        *tables, last = key.split(".")
        place = plain
        for table in tables:
            place = place[table]
        place[last] = value
    try:
        return msgspec.convert(plain, type=Settings)
    except msgspec.ValidationError as error:
        raise _wrong_value(error, b"", "The command line") from error


def origins(settings: Settings, from_file: Settings, file: Path | None) -> tuple[Origin, ...]:
    """Every value in force with where it comes from, in the order of the sections."""
    default, filed = _flat(Settings()), _flat(from_file)
    rows = []
    for key, value in _flat(settings).items():
        if value != filed[key]:
            source = "command line"
        elif value != default[key]:
            source = str(file)
        else:
            source = "default"
        rows.append(Origin(key=key, value=value, source=source))
    return tuple(rows)


def _flat(settings: Settings) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name in Settings.__struct_fields__:
        value = getattr(settings, name)
        if isinstance(value, Section):
            flat |= {f"{name}.{field}": getattr(value, field) for field in value.__struct_fields__}
        else:
            flat[name] = value
    return flat
