"""Options that several verbs share, and options to settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
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


def in_force(file: Path | None, **values: Any) -> Settings:
    """The settings from the file, with what the command line says; keys as `section__key`.

    Raises:
        SettingsError: The file or a value is wrong.
    """
    from audiofy.settings import load, override

    settings, _ = load(file)
    return override(settings, {key.replace("__", "."): value for key, value in values.items()})
