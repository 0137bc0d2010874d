"""`audiofy voices`: the voices there are, and a sample of each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.console import table
from audiofy.cli.options import Json, SettingsFile, VoicesFolder, in_force, suffix

app = typer.Typer(help="List the voices, or hear one.", invoke_without_command=True)


@app.callback()
def voices(
    context: typer.Context, json: Json = False, voices: VoicesFolder = None, settings: SettingsFile = None
) -> None:
    """List the voices there are."""
    if context.invoked_subcommand is not None:
        return
    from audiofy import output
    from audiofy.voices import load

    chosen = in_force(settings, voices=str(voices) if voices else None)
    found = load(Path(chosen.voices) if chosen.voices else None)
    if json:
        typer.echo(output.encode(found).decode())
        return
    languages: dict[str, list[str]] = {}
    for voice in found:
        languages.setdefault(voice.name, []).append(voice.language)
    rows = [("voice", "language", "part", "gender", "engine", "description")]
    for voice in {voice.name: voice for voice in found}.values():
        tags = languages[voice.name]
        where = tags[0] if len(tags) == 1 else f"{len(tags)} languages"
        rows.append((voice.name, where, voice.part, voice.gender, voice.engine, voice.description))
    typer.echo(table(rows))


@app.command()
def audition(
    name: Annotated[str, typer.Argument(help="The voice's name.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write an MP3 here and do not play it.", metavar="FILE")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="What to say.")] = "",
    language: Annotated[str, typer.Option("--language", help="In which of the voice's languages.")] = "",
    voices: VoicesFolder = None,
    settings: SettingsFile = None,
) -> None:
    """Hear a sample of a voice, or write it to a file."""
    import tempfile

    from audiofy import disclosure, pipeline

    if output is not None:
        suffix("--output", output, ".mp3", "an MP3")
    chosen = in_force(settings, voices=str(voices) if voices else None)
    voice = pipeline.find_voice(name, chosen, language)
    said = text or f"{disclosure.sentence(voice.language)} {disclosure.quotation_note(voice.language)}"
    if output is not None:
        pipeline.sample(said, voice, output, chosen)
        typer.echo(output)
        return
    from audiofy.audio.playback import play

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.mp3")
        pipeline.sample(said, voice, path, chosen)
        play(path)
