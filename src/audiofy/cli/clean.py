"""`audiofy clean`: what nobody needs any more out of an output folder, after showing it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.options import SettingsFile, in_force
from audiofy.cli.status import listed

Folder = Annotated[Path | None, typer.Argument(help="The output folder; that of the settings without.", metavar="DIR")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Remove without asking.")]
Temporary = Annotated[bool, typer.Option("--temporary", help="Only what killed runs have left; no episodes.")]


def clean(output: Folder = None, yes: Yes = False, temporary: Temporary = False, settings: SettingsFile = None) -> None:
    """Remove episodes that have lost their source, and what runs that were killed have left."""
    from audiofy.batch.lock import held
    from audiofy.batch.survey import remove, survey
    from audiofy.cli.console import tell

    folder = output or Path(in_force(settings).output)
    found = survey(folder)
    findings = [*found.leftovers, *([] if temporary else found.orphaned)]
    if not findings:
        tell("Nothing to clean.")
        return
    typer.echo(listed("Left over", found.leftovers, len(findings)), nl=False)
    typer.echo(listed("Orphaned", [] if temporary else found.orphaned, len(findings)), nl=False)
    if not yes:
        typer.confirm("Remove these?", abort=True, err=True)
    with held(folder):
        count = remove(folder, findings)
    tell(f"Removed {count}.")
