"""`audiofy script`: who says what, in which voice, in which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

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
    from audiofy.model import Cast, Line, Script

# Who is counted under which name; nobody in print is called the narrator's.
_NARRATOR, _UNKNOWN = "\0", ""

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
        typer.echo("\n".join(_changes(written)))
    else:
        typer.echo("\n".join([*_call_sheet(written, parts), "", *_lines(written, parts)]))


def _call_sheet(written: Script, parts: Cast) -> list[str]:
    counts = Counter(line.speaker for line in written.lines if line.kind == "quote")
    seconds: dict[str, float] = defaultdict(float)
    for line in written.lines:
        seconds[line.speaker if line.kind == "quote" else _NARRATOR] += _seconds(line, parts)
    rows = [("NARRATOR", parts.narrator.name, "", f"{seconds[_NARRATOR]:.0f} s", "")]
    rows += [
        (part.speaker, part.voice.name, _count(counts[part.speaker]), f"{seconds[part.speaker]:.0f} s", part.reason)
        for part in parts.roles
    ]
    if counts[_UNKNOWN]:
        rows.append(("(not known)", parts.quotation.name, _count(counts[_UNKNOWN]), f"{seconds[_UNKNOWN]:.0f} s", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]).rstrip()
        for row in rows
    ]


def _count(lines: int) -> str:
    return f"{lines} line{'s' if lines != 1 else ''}"


def _seconds(line: Line, parts: Cast) -> float:
    """How long a line takes at the voice's rate, in words a minute."""
    return 60 * len(line.spoken.split()) / parts.voice_for(line).rate


def _lines(written: Script, parts: Cast) -> list[str]:
    rows: list[str] = []
    block = -1
    for line in written.lines:
        if line.block != block:
            rows.append("")
            block = line.block
        who = line.kind.upper() if line.kind != "quote" else line.speaker or "(not known)"
        rows.append(f"{who} [{parts.voice_for(line).name}]: {line.text.strip()}")
    return rows


def _changes(written: Script) -> list[str]:
    rows = []
    for line in written.lines:
        for word in line.words:
            printed = line.text[word.start : word.end]
            if printed != word.text:
                rows.append(f"{printed} → {word.text}")
    return rows
