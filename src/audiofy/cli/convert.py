"""`audiofy convert`: articles to tagged MP3s."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.options import Json, Language, PrivateHosts, Quotes, SettingsFile, Spoken, VoicesFolder, in_force
from audiofy.errors import SomeFailedError

if TYPE_CHECKING:
    from audiofy.model import Outcome

Sources = Annotated[list[str], typer.Argument(help="Files, addresses, or - for standard input.", metavar="SOURCE…")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Folder for the episodes.", metavar="DIR")]
Preset = Annotated[str | None, typer.Option("--preset", help="podcast (44.1 kHz, 96 kbit/s) or web (64 kbit/s).")]
Force = Annotated[bool, typer.Option("--force", help="Make it again though nothing has changed.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress on stderr.")]


def convert(
    sources: Sources,
    output: Output = None,
    json: Json = False,
    force: Force = False,
    quiet: Quiet = False,
    language: Language = None,
    quotes: Quotes = None,
    disclosure: Spoken = None,
    preset: Preset = None,
    voices: VoicesFolder = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Make a tagged MP3 of each article; prints one path a line."""
    from audiofy import batch
    from audiofy.cli.console import progress, tell
    from audiofy.model import Failed

    chosen = in_force(
        settings,
        output=str(output) if output else None,
        reading__language=language,
        fetching__allow_private_hosts=allow_private_hosts,
        cast__quotes=quotes,
        disclosure__spoken=disclosure,
        audio__preset=preset,
        voices=str(voices) if voices else None,
    )
    failures: list[Failed] = []
    with progress(quiet=quiet) as show:
        for outcome in batch.narrate_all(sources, settings=chosen, force=force, on_step=show):
            _report(outcome, json=json)
            if isinstance(outcome, Failed):
                failures.append(outcome)
                tell(f"audiofy: {outcome.message}")
            elif not outcome.fresh and not quiet:
                tell(f"audiofy: {outcome.episode.slug} is up to date; --force makes it again.")
    if failures and len(sources) == 1:
        raise typer.Exit(failures[0].exit_code)
    if failures:
        raise SomeFailedError(f"{len(failures)} of {len(sources)} articles failed; the others are done.")


def _report(outcome: Outcome, *, json: bool) -> None:
    from audiofy import output
    from audiofy.model import Done

    if json:
        typer.echo(output.encode(outcome, indent=False).decode())
    elif isinstance(outcome, Done):
        typer.echo(Path(outcome.folder, outcome.episode.recording.audio))
