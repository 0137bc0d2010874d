"""`audiofy verify`: does what is published keep its promises?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.options import Json, PrivateHosts, SettingsFile, in_force

What = Annotated[
    str | None,
    typer.Argument(help="An output folder, an episode, a feed (also its address), or a lone MP3.", metavar="PATH"),
]
Source = Annotated[bool, typer.Option("--source", help="Read each article again and compare.")]
JUnit = Annotated[Path | None, typer.Option("--junit", help="Write JUnit XML for CI.", metavar="FILE")]


def verify(
    path: What = None,
    source: Source = False,
    json: Json = False,
    junit: JUnit = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Check what is published: every line spoken, disclosed in every layer, intact; exits with 10 where it isn't."""
    from audiofy import output, pipeline
    from audiofy.audit.report import as_junit, as_text, broken
    from audiofy.cli.console import tell
    from audiofy.errors import BrokenPromiseError

    chosen = in_force(settings, fetching__allow_private_hosts=allow_private_hosts)
    examined = tuple(pipeline.examine(path or chosen.output, settings=chosen, source=source))
    if junit:
        output.write_whole(junit, as_junit(examined), durable=False)
    if json:
        typer.echo(output.encode([finding for one in examined for finding in one.findings]).decode())
    else:
        typer.echo(as_text(examined))
    count = broken(examined)
    if count:
        tell(f"audiofy: {count} broken promise{'s' if count > 1 else ''}.")
        raise typer.Exit(BrokenPromiseError.exit_code)
