"""Options that several verbs share, and options to settings."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiofy.cli.console import listed
from audiofy.errors import CastingError, SettingsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.settings import Settings

Source = Annotated[str, typer.Argument(help="A file, an address, or - for standard input.", metavar="SOURCE")]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="Settings file; audiofy.toml here if there is one.", metavar="FILE")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Language = Annotated[
    str | None, typer.Option("--language", help="The article's language (en-GB), whatever the page says.")
]
VoicesFolder = Annotated[Path | None, typer.Option("--voices", help="Folder with voice profiles.", metavar="DIR")]
Quotes = Annotated[str | None, typer.Option("--quotes", help="Quotations: voice, tone, spoken or plain.")]
Spoken = Annotated[
    str | None, typer.Option("--disclosure", help="Where the disclosure is spoken: start, end, both or off.")
]
Raw = Annotated[bool | None, typer.Option("--raw", help="Read everything as it stands, page furniture and all.")]
Partial = Annotated[bool | None, typer.Option("--allow-partial", help="Read what a page shows before its paywall.")]
PrivateHosts = Annotated[
    bool | None, typer.Option("--allow-private-hosts", help="Fetch from private and loopback addresses.")
]


# Options whose values are few, by the settings that they stand for.
_CHOICES = {
    "cast.quotes": "--quotes",
    "disclosure.spoken": "--disclosure",
    "audio.preset": "--preset",
    "audio.also": "--also",
}


def in_force(file: Path | None, **values: Any) -> Settings:
    """The settings from the file, with what the command line says; keys as `section__key`.

    Raises:
        UsageError: An option's value is wrong.
        SettingsError: The file is wrong.
        CastingError: The file names a voice that there is not, and the verb asks for a cast (`cast__quotes`).
    """
    from audiofy.settings import load, override

    settings, path = load(file)
    dotted = {key.replace("__", "."): value for key, value in values.items()}
    for key, value in dotted.items():
        if key in _CHOICES and value is not None:
            _check_choice(key, value)
    chosen = override(settings, dotted)
    if dotted.get("layout"):
        from audiofy.output import check_layout

        with as_usage():
            check_layout(chosen.layout)
    if path and "cast.quotes" in dotted:
        _check_cast(chosen, path)
    return chosen


def _check_choice(key: str, value: str | list[str]) -> None:
    from audiofy.settings import choices

    allowed = choices(key)
    for one in [value] if isinstance(value, str) else value:
        if one not in allowed:
            raise UsageError(f"{_CHOICES[key]} takes {listed(allowed, 'or')}, not {one!r}.")


def _check_cast(settings: Settings, path: Path) -> None:
    """Refuses voices that there are not, by file and key: the room that casts knows neither."""
    cast = settings.cast
    named = {"cast.narrator": cast.narrator, "cast.quotation": cast.quotation}
    named |= {f"cast.people, {person}": voice for person, voice in cast.people.items()}
    if not any(named.values()):
        return
    from audiofy.voices import load

    known = {voice.name for voice in load(Path(settings.voices) if settings.voices else None)}
    for key, voice in named.items():
        if voice and voice not in known:
            raise CastingError(f"{path}, {key}: there is no voice called {voice!r}.", "See `audiofy voices`.")


@contextmanager
def as_usage() -> Iterator[None]:
    """What is wrong with a value in here was said on the command line.

    Raises:
        UsageError: In place of a SettingsError.
    """
    try:
        yield
    except SettingsError as error:
        raise UsageError(error.message, error.remedy) from error


def day(option: str, text: str) -> str:
    """A date in ISO 8601, with or without a time; "" for none.

    Raises:
        UsageError: It is no date.
    """
    try:
        if text:
            datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} takes a date such as 2026-03-14, not {text!r}.") from None
    return text


def suffix(option: str, path: Path, wanted: str, what: str) -> Path:
    """A path for a file that audiofy writes in one form alone.

    Raises:
        UsageError: Its name promises another.
    """
    if path.suffix.lower() != wanted:
        raise UsageError(
            f"{option} writes {what}, so {path.name!r} can't be its name.", f"Name it {path.with_suffix(wanted)}."
        )
    return path
