"""`audiofy convert`: articles to tagged MP3s."""

from __future__ import annotations

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
    Spoken,
    VoicesFolder,
    as_usage,
    day,
    in_force,
)
from audiofy.errors import UsageError

if TYPE_CHECKING:
    from audiofy.settings import Signing

Sources = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, patterns, addresses, or - for standard input.", metavar="SOURCE"),
]
Lists = Annotated[
    list[str] | None,
    typer.Option("--from", help="A list of sources: one a line, CSV or JSON Lines; - for stdin.", metavar="LIST"),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", help="Folder for the episodes, or s3://, gs://, az://.", metavar="DIR")
]
Layout = Annotated[str | None, typer.Option("--layout", help="Where in it: {slug}, {year}/{month}/{slug} …")]
Preset = Annotated[str | None, typer.Option("--preset", help="podcast (44.1 kHz, 96 kbit/s) or web (64 kbit/s).")]
Also = Annotated[list[str] | None, typer.Option("--also", help="Make it in this preset too, beside it.")]
Force = Annotated[bool, typer.Option("--force", help="Make it again though nothing has changed.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be made, and why.")]
Place = Annotated[str, typer.Option("--on", help="Where to work: local, local:N or dask:ADDRESS.", metavar="PLACE")]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Begin no further article once one has failed.")]
MaxFailures = Annotated[str, typer.Option("--max-failures", help="Stop after more failures than that.", metavar="N|P%")]
Retry = Annotated[int, typer.Option("--retry", min=0, max=10, help="Tries after a crash, hang or network fault.")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="Work on at most so many articles; 0 for all.")]
Since = Annotated[str, typer.Option("--since", help="Of feeds and sitemaps, only what is as new as this date.")]
Wait = Annotated[bool, typer.Option("--wait", help="Wait for another run in the same folder.")]
Notify = Annotated[
    str, typer.Option("--notify", help="Command or address that gets the report.", metavar="COMMAND|URL")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress on stderr.")]


def convert(
    sources: Sources = None,
    lists: Lists = None,
    output: Output = None,
    layout: Layout = None,
    json: Json = False,
    force: Force = False,
    dry_run: DryRun = False,
    on: Place = "",
    fail_fast: FailFast = False,
    max_failures: MaxFailures = "",
    retry: Retry = 1,
    limit: Limit = 0,
    since: Since = "",
    wait: Wait = False,
    notify: Notify = "",
    quiet: Quiet = False,
    language: Language = None,
    quotes: Quotes = None,
    disclosure: Spoken = None,
    preset: Preset = None,
    also: Also = None,
    voices: VoicesFolder = None,
    raw: Raw = None,
    allow_partial: Partial = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Make a tagged MP3 of each article; prints one path a line."""
    from audiofy.batch import Terms, gather
    from audiofy.cli import session

    if not sources and not lists:
        raise UsageError("There is nothing to convert.", "Name an article, or a list with --from.")
    check_terms(on, max_failures)
    chosen = in_force(
        settings,
        output=output,
        layout=layout,
        reading__language=language,
        reading__raw=raw,
        reading__allow_partial=allow_partial,
        fetching__allow_private_hosts=allow_private_hosts,
        cast__quotes=quotes,
        disclosure__spoken=disclosure,
        audio__preset=preset,
        audio__also=also or None,
        voices=str(voices) if voices else None,
    )
    if not on.startswith("dask"):  # there the workers sign, with keys of their own machines
        check_signing(chosen.credentials)
    terms = Terms(
        force=force,
        on=on,
        retry=retry,
        fail_fast=fail_fast,
        max_failures=max_failures,
        limit=limit,
        dry_run=dry_run,
        wait=wait,
    )
    named, listed = tuple(sources or ()), tuple(lists or ())
    code = session.run(
        gather(named, lists=listed, settings=chosen, since=day("--since", since)),
        chosen,
        terms,
        session.Wishes(json=json, quiet=quiet, notify=notify),
        expected=session.counter(named, listed, chosen),
    )
    if code:
        raise typer.Exit(code)


def check_signing(credentials: Signing) -> None:
    """Refuses a key or chain that can't sign before an article is read: it would fail them all. Warns of an open one.

    Raises:
        SettingsError: As `keys_of` says.
        MissingDependencyError: Signing needs `audiofy[c2pa]`.
    """
    if not (credentials.key or credentials.chain or credentials.command):
        return
    from audiofy.audio.credentials import exposed, keys_of
    from audiofy.cli.console import tell

    keys_of(credentials)
    if warning := exposed(credentials):
        tell(warning)


def check_terms(on: str, max_failures: str = "") -> None:
    """Refuses a wrong place or allowance before anything is read.

    Raises:
        UsageError: One is wrong.
    """
    from audiofy.batch.runners import check_place
    from audiofy.batch.tally import allowance

    with as_usage():
        if on:
            check_place(on)
        if max_failures:
            allowance(max_failures)
