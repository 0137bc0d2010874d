"""`audiofy serve`: the output folder over HTTP."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.options import SettingsFile, in_force

if TYPE_CHECKING:
    from types import FrameType

Folder = Annotated[Path | None, typer.Argument(help="The output folder; that of the settings without.", metavar="DIR")]
Host = Annotated[str, typer.Option("--host", help="Where to listen; 0.0.0.0 for every network this machine is on.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any that is free.")]


def serve(output: Folder = None, host: Host = "127.0.0.1", port: Port = 8000, settings: SettingsFile = None) -> None:
    """Serve the output folder until Ctrl-C or SIGTERM; prints the address."""
    from audiofy import publication

    def started(address: str) -> None:
        typer.echo(address)

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt  # which ends the server as Ctrl-C does

    signal.signal(signal.SIGTERM, stop)
    publication.serve(output or Path(in_force(settings).output), host=host, port=port, on_start=started)
