"""`audiofy publish`: feed, transcripts, pages and books of what the output folder holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.options import SettingsFile, in_force, suffix
from audiofy.cli.options import day as dated

if TYPE_CHECKING:
    from audiofy.errors import AudiofyError

Folder = Annotated[Path | None, typer.Argument(help="The output folder; that of the settings without.", metavar="DIR")]
BaseUrl = Annotated[str, typer.Option("--base-url", help="The web address of the output folder.", metavar="URL")]
Target = Annotated[
    str, typer.Option("--to", help="Upload too: s3://, gs://, az://, sftp:// or rsync://.", metavar="URL")
]
Delete = Annotated[
    bool, typer.Option("--delete", help="With --to: remove what was uploaded and is no longer published.")
]
Book = Annotated[Path | None, typer.Option("--book", help="Bind one book of all or some episodes.", metavar="FILE")]
Day = Annotated[str, typer.Option("--day", help="For --book: articles of this day (2026-03-14).")]
Section = Annotated[str, typer.Option("--section", help="For --book: articles of this section.")]


def publish(
    output: Folder = None,
    base_url: BaseUrl = "",
    to: Target = "",
    delete: Delete = False,
    book: Book = None,
    day: Day = "",
    section: Section = "",
    settings: SettingsFile = None,
) -> None:
    """Make feed, transcripts, pages and books; prints the files that are new or have changed, one a line."""
    from audiofy import publication
    from audiofy.cli.console import complain, tell
    from audiofy.errors import SomeFailedError

    if book:
        suffix("--book", book, ".epub", "an EPUB")
    chosen = in_force(settings)
    root = output or Path(chosen.output)
    if book:
        publication.bind(root, book, settings=chosen, day=dated("--day", day), section=section)
        typer.echo(book)
        return
    if day or section:
        raise typer.BadParameter("--day and --section choose what goes into a --book.")
    left_out: list[AudiofyError] = []
    if delete and not to:
        raise typer.BadParameter("--delete says what to do at the target of --to.")
    written = publication.publish(root, settings=chosen, base_url=base_url, on_left_out=left_out.append)
    for path in written:
        typer.echo(path)
    if not written:
        tell("audiofy: nothing has changed.")
    if to:
        _upload(root, to, delete=delete)
    if left_out:
        for fault in left_out:
            complain(fault)
        number = "1 episode was" if len(left_out) == 1 else f"{len(left_out)} episodes were"
        raise SomeFailedError(f"{number} left out; the others are published.")


def _upload(root: Path, to: str, *, delete: bool) -> None:
    """Uploads, and says what was sent and what is there that is no longer published."""
    from audiofy import publication
    from audiofy.cli.console import tell

    gone: list[str] = []
    sent = publication.upload(
        root, to, delete=delete, on_file=lambda name: tell(f"uploading {name}"), on_gone=gone.append
    )
    tell(f"audiofy: {len(sent)} files uploaded to {to}.")
    for name in gone:
        tell(f"{'removed' if delete else 'no longer published'}: {name}")
    if gone and not delete:
        tell(f"audiofy: {len(gone)} files at {to} are no longer published; --delete removes them.")
