"""The plain tables of a settings file to the same with its relative paths made to lead from the working directory.

A file that is named from elsewhere means what stands beside it: run from another folder, the same file must not give an
archive other voices.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

VOICES = "voices"

_PATHS = {
    "": ("output", VOICES),
    "fetching": ("cache_folder",),
    "speaking": ("lexicons",),
    "sounds": ("intro", "outro", "between"),
    "audio": ("cover",),
    "credentials": ("key", "chain", "trust"),
    "show": ("image",),
}


def anchored(plain: dict[str, Any], folder: Path) -> dict[str, Any]:
    """`plain` with each relative path in it as it leads from `folder`; addresses and wrong types stay as they are.

    Voices, where it names none, are those of `voices` beside it, unless the working directory has such a folder.
    """
    found = dict(plain)
    for section, keys in _PATHS.items():
        tables = found if not section else found.get(section)
        if isinstance(tables, list):
            found[section] = [_led(table, keys, folder) for table in tables]
        elif isinstance(tables, dict):
            led = _led(tables, keys, folder)
            found = led if not section else found | {section: led}
    if VOICES not in found and (folder / VOICES).is_dir() and not Path(VOICES).is_dir():
        found[VOICES] = str(folder / VOICES)
    return found


def _led(table: Any, keys: tuple[str, ...], folder: Path) -> Any:
    if not isinstance(table, dict):
        return table
    return table | {key: _path(table[key], folder) for key in keys if key in table}


def _path(value: Any, folder: Path) -> Any:
    if isinstance(value, list):
        return [_path(one, folder) for one in value]
    return str(folder / value) if isinstance(value, str) and value and "://" not in value else value
