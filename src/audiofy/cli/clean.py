"""`audiofy clean`: what nobody needs any more out of an output folder, after showing it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.options import SettingsFile, in_force
from audiofy.cli.status import listed

Folder = Annotated[str | None, typer.Argument(help="The output folder; that of the settings without.", metavar="DIR")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Remove without asking.")]
Temporary = Annotated[bool, typer.Option("--temporary", help="Only what killed runs have left; no episodes.")]


def clean(output: Folder = None, yes: Yes = False, temporary: Temporary = False, settings: SettingsFile = None) -> None:
    """Remove episodes that have lost their source, and what runs that were killed have left."""
    from audiofy.batch.cloud.places import is_cloud
    from audiofy.batch.lock import held
    from audiofy.batch.survey import remove, survey
    from audiofy.cli.console import tell
    from audiofy.errors import OutputError

    place = output or in_force(settings).output
    if is_cloud(place):
        raise OutputError(
            f"{place} is in object storage, which audiofy doesn't clean.",
            "`audiofy status` shows what is there; remove objects with the provider's own tools, the marker in "
            ".audiofy/done with them.",
        )
    folder = Path(place)
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
        # A run may have come back to some of it while the question was open.
        again = survey(folder)
        still = {*again.leftovers, *again.orphaned}
        count = remove(folder, [finding for finding in findings if finding in still])
    tell(f"Removed {count}.")
