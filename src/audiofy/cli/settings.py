"""`audiofy settings`: what is in force, and where each value comes from."""

from __future__ import annotations

import typer

from audiofy.cli.options import Json, SettingsFile


def settings(file: SettingsFile = None, json: Json = False) -> None:
    """Print the settings in force, each with where it comes from."""
    from audiofy import output
    from audiofy.settings import load, origins

    chosen, path = load(file)
    rows = origins(chosen, chosen, path)
    if json:
        typer.echo(output.encode(rows).decode())
        return
    for row in rows:
        typer.echo(f"{row.key} = {_toml(row.value)}  # {row.source}")


def _toml(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()
