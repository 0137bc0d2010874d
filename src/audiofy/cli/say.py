"""`audiofy say`: how a text is said: printed, spoken, in phonemes, and as sound."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.options import Json, SettingsFile, VoicesFolder, in_force, suffix
from audiofy.errors import UsageError

Text = Annotated[str, typer.Argument(help="What to say.", metavar="TEXT")]
Name = Annotated[str, typer.Option("--voice", help="The voice's name; the narrator's without.")]
Tongue = Annotated[str, typer.Option("--language", help="The language of the text.")]
File = Annotated[Path | None, typer.Option("-o", "--output", help="Write an MP3 here.", metavar="FILE")]
Play = Annotated[bool, typer.Option("--play", help="Play it.")]


def say(
    text: Text,
    voice: Name = "",
    language: Tongue = "en-US",
    output: File = None,
    play: Play = False,
    json: Json = False,
    voices: VoicesFolder = None,
    settings: SettingsFile = None,
) -> None:
    """Show how TEXT is said: printed, spoken and in phonemes; write or play the sound."""
    from audiofy import pipeline

    if not text.strip():
        raise UsageError("There is nothing to say.", "Give a text.")
    if output is not None:
        suffix("--output", output, ".mp3", "an MP3")
    chosen = in_force(settings, voices=str(voices) if voices else None)
    found = pipeline.pronounce(text, language, voice, chosen)
    if json:
        from audiofy import output as files

        typer.echo(files.encode(found).decode())
    else:
        typer.echo(f"printed   {found.text}\nspoken    {found.spoken}\nphonemes  {found.phonemes or '(not told)'}")
        for term in found.unsaid:
            typer.echo(f"          the engine can't take the phonemes of {term}; it is said as printed", err=True)
    if output is not None:
        pipeline.sample(text, found.voice, output, chosen)
        typer.echo(output, err=json)
    if play:
        from audiofy.audio.playback import play as play_file

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "say.mp3")
            pipeline.sample(text, found.voice, path, chosen)
            play_file(path)
