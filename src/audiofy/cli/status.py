"""`audiofy status`: what an output folder holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.console import many, plain
from audiofy.cli.options import Json, SettingsFile, in_force

if TYPE_CHECKING:
    from audiofy.batch.survey import Finding, Survey

Folder = Annotated[
    str | None,
    typer.Argument(help="The output folder, or s3:// and the like; that of the settings without.", metavar="DIR"),
]
All = Annotated[bool, typer.Option("--all", help="List everything and not only the first of each kind.")]

SHOWN = 20


def status(output: Folder = None, everything: All = False, json: Json = False, settings: SettingsFile = None) -> None:
    """Print what is done, what failed and why, what is stale, and what has lost its source."""
    from audiofy.batch.cloud.places import is_cloud

    chosen = in_force(settings)
    place = output or chosen.output
    if is_cloud(place):
        from audiofy.batch.cloud.survey import survey_cloud

        found = survey_cloud(place, chosen)
    else:
        from audiofy.batch.survey import survey

        found = survey(Path(place), chosen)
    if json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    typer.echo(_headline(found))
    most = (
        len(found.failed) + len(found.retracted) + len(found.stale) + len(found.orphaned) + len(found.leftovers)
        if everything
        else SHOWN
    )
    for title, findings in (
        ("Failed", found.failed),
        ("Retracted", found.retracted),
        ("Stale", found.stale),
        ("Orphaned", found.orphaned),
        ("Left over", found.leftovers),
    ):
        typer.echo(listed(title, findings, most), nl=False)


def _headline(found: Survey) -> str:
    from audiofy.batch.report.page import span

    running = f"\nRunning: {found.running}" if found.running else ""
    others = f" ({found.unmeasured} more made elsewhere, of a length not known here)" if found.unmeasured else ""
    known = f"{span(found.audio)}, {found.size / 1e6:.1f} MB"
    return f"Done: {many(found.done - found.unmeasured, 'episode')}, {known}{others}{running}"


def listed(title: str, findings: list[Finding], most: int = SHOWN) -> str:
    """A heading with the number of findings and the first of them, "" for none."""
    if not findings:
        return ""
    lines = [f"{title}: {len(findings)}", *(f"  {finding.name}: {finding.why}" for finding in findings[:most])]
    if len(findings) > most:
        lines.append(f"  and {len(findings) - most} more; --all lists them.")
    return plain("".join(f"{line}\n" for line in lines))
