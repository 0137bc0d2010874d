"""`audiofy retract`: takes an episode back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.options import Json, SettingsFile, in_force

Slug = Annotated[str, typer.Argument(help="The episode's folder, or its name in the output folder.", metavar="SLUG")]
Reason = Annotated[str, typer.Option("--reason", help="Why, as the public may read it.")]
Output = Annotated[str | None, typer.Option("-o", "--output", help="Folder of the episodes.", metavar="DIR")]


def retract(
    slug: Slug, reason: Reason, output: Output = None, json: Json = False, settings: SettingsFile = None
) -> None:
    """Remove an episode and leave a tombstone that says why; publish afterwards, and feed and page forget it."""
    from audiofy import output as shelf
    from audiofy.cli.console import tell

    chosen = in_force(settings, output=output)
    folder = _folder(slug, Path(chosen.output))
    before = shelf.tombstone_of(folder)
    tombstone = shelf.retract(folder, reason)
    typer.echo(shelf.encode(tombstone).decode() if json else str(folder / shelf.TOMBSTONE_FILE))
    if before:
        what = (
            "its reason is the same"
            if before.reason == reason
            else f"the reason was {before.reason!r} and is the new one now"
        )
        tell(f"audiofy: it was retracted on {before.retracted[:10]} already; {what}.")
    tell("audiofy: run audiofy publish now, so that feed and page forget it; with --delete where it was uploaded.")


def _folder(slug: str, output: Path) -> Path:
    """The folder that a path or name means; episodes may lie deeper in the output folder.

    Raises:
        SourceNotFoundError: There is none, or more than one.
    """
    from audiofy.errors import SourceNotFoundError
    from audiofy.output import EPISODE_FILE, TOMBSTONE_FILE, files

    for folder in (Path(slug), output / slug):
        if any((folder / name).is_file() for name in (EPISODE_FILE, TOMBSTONE_FILE)):
            return folder
    marks = files(output, EPISODE_FILE, TOMBSTONE_FILE)
    found = sorted({path.parent for path in marks if path.parent.name == slug})
    if len(found) == 1:
        return found[0]
    which = ", ".join(map(str, found))
    raise SourceNotFoundError(
        f"There is more than one episode {slug}: {which}." if found else f"There is no episode {slug} in {output}.",
        "Give the folder." if found else "Check the name, or give the folder.",
    )
