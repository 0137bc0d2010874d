"""The command line: one file a verb. Each parses, calls the API and prints; stdout is data, stderr is people."""

from __future__ import annotations

import os
import sys
from errno import ENAMETOOLONG
from typing import Annotated

import typer

from audiofy.cli import (
    clean,
    convert,
    credentials,
    doctor,
    lexicon,
    publish,
    read,
    retract,
    say,
    script,
    serve,
    settings,
    status,
    verify,
    voices,
    watch,
)
from audiofy.errors import AudiofyError

INTERRUPTED = 130

app = typer.Typer(
    name="audiofy",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"audiofy {version('audiofy')}")
        raise typer.Exit


@app.callback()
def audiofy(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn articles into spoken episodes, offline, and say openly how the audio was made."""


app.command("read")(read.read)
app.command("script")(script.script)
app.command("say")(say.say)
app.command("convert")(convert.convert)
app.command("watch")(watch.watch)
app.command("publish")(publish.publish)
app.command("serve")(serve.serve)
app.command("status")(status.status)
app.command("clean")(clean.clean)
app.command("verify")(verify.verify)
app.command("retract")(retract.retract)
app.add_typer(credentials.app, name="credentials")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(voices.app, name="voices")
app.command("settings")(settings.settings)
app.command("doctor")(doctor.doctor)


def run() -> int:
    """Runs the command that the arguments name.

    Returns:
        The exit code, as `audiofy.errors` lists them.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        result = app(standalone_mode=True)
    except AudiofyError as error:
        from audiofy.cli.console import complain

        complain(error)
        return error.exit_code
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            return _refuse_name(str(error.filename))
        if error.filename is not None:
            raise
        return _refuse_output(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return result if isinstance(result, int) else 0


def _refuse_output(fault: OSError) -> int:
    """Says that what was printed could not be written where it was sent."""
    from audiofy.cli.console import complain
    from audiofy.errors import OutputError

    error = OutputError(f"Can't write the output: {fault.strerror or fault}.", "Make room, or send it somewhere else.")
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - what it holds would fail again at exit
    complain(error)
    return error.exit_code


def _refuse_name(name: str) -> int:
    """Says that an argument can't be a path: any command may meet one, mostly the text of an article."""
    from audiofy.cli.console import complain
    from audiofy.errors import SourceNotFoundError

    error = SourceNotFoundError(
        f"No file can have a name as long as {name[:40]}…",
        "If it is a text, save it in a file and give that, or pipe it to -.",
    )
    complain(error)
    return error.exit_code
