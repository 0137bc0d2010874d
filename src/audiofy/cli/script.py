"""`audiofy script`: who says what, in which voice, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.call_sheet import UNKNOWN, call_sheet, is_guess
from audiofy.cli.console import plain, width
from audiofy.cli.options import (
    Json,
    Language,
    Partial,
    PrivateHosts,
    Quotes,
    Raw,
    SettingsFile,
    Source,
    Spoken,
    VoicesFolder,
    in_force,
)

if TYPE_CHECKING:
    from audiofy.model import Cast, Script

Changes = Annotated[bool, typer.Option("--spoken", help="Show every change from print to speech.")]


def script(
    source: Source,
    json: Json = False,
    spoken: Changes = False,
    language: Language = None,
    quotes: Quotes = None,
    disclosure: Spoken = None,
    voices: VoicesFolder = None,
    raw: Raw = None,
    allow_partial: Partial = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Print the script of the article in SOURCE: a call sheet and the lines."""
    from audiofy import output, pipeline

    chosen = in_force(
        settings,
        reading__language=language,
        reading__raw=raw,
        reading__allow_partial=allow_partial,
        fetching__allow_private_hosts=allow_private_hosts,
        cast__quotes=quotes,
        disclosure__spoken=disclosure,
        voices=str(voices) if voices else None,
    )
    written, parts = pipeline.rehearse(source, chosen)
    if json:
        typer.echo(output.encode({"script": written, "cast": parts}).decode())
    elif spoken:
        typer.echo(plain("\n".join(_changes(written))))
    else:
        typer.echo(plain("\n".join([*call_sheet(written, parts, width()), "", *_lines(written, parts)])))


def _lines(written: Script, parts: Cast) -> list[str]:
    rows: list[str] = []
    block = -1
    for line in written.lines:
        if line.block != block:
            rows.append("")
            block = line.block
        who = line.kind.upper() if line.kind != "quote" else line.speaker or UNKNOWN
        guess = " (a guess)" if line.speaker and is_guess(written, line) else ""
        rows.append(f"{who}{guess} [{parts.voice_for(line).name}]: {line.text.strip()}")
    return rows


def _changes(written: Script) -> list[str]:
    rows = []
    for line in written.lines:
        for word in line.words:
            printed = line.text[word.start : word.end]
            if printed != word.text:
                rows.append(f"{printed} → {word.text}")
    return rows
