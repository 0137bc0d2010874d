"""`audiofy doctor`: engines, encoder, voices and extras: found, or how to get them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.console import table
from audiofy.cli.options import Json

if TYPE_CHECKING:
    from collections.abc import Iterator

# Extra of the package, the module it brings, and what for.
_EXTRAS = (
    ("c2pa", "c2pa", "Content Credentials"),
    ("cloud", "obstore", "object storage"),
    ("dask", "distributed", "batches on a cluster"),
    ("docx", "docx", "articles in Word documents"),
    ("pdf", "pypdf", "articles in PDF"),
)

Voices = Annotated[bool, typer.Option("--voices", help="List what each engine can speak, too.")]


def doctor(json: Json = False, voices: Voices = False) -> None:
    """Tell what is installed, and how to get the rest; exits with 8 if nothing can speak or encode."""
    from audiofy.errors import MissingDependencyError

    rows = [*_engines(voices=voices), _encoder(), *_extras()]
    if json:
        from audiofy import output

        names = ("part", "found", "what", "remedy")
        typer.echo(output.encode([dict(zip(names, row, strict=True)) for row in rows]).decode())
    else:
        told = [("yes" if found else "no", part, f"{what}  {remedy}".rstrip()) for part, found, what, remedy in rows]
        typer.echo(table([("found", "part", "what"), *told]))
    if not any(found for part, found, *_ in rows if part.startswith("engine") and "tone" not in part):
        raise MissingDependencyError(
            "No speech engine is installed.", "Install one with `pip install espeakng-loader`."
        )


def _engines(*, voices: bool) -> Iterator[tuple[str, bool, str, str]]:
    from audiofy.audio.engines import ENGINES, engine_class
    from audiofy.errors import MissingDependencyError

    for name in ENGINES:
        try:
            engine = engine_class(name)()
            what = engine.version()
            if voices:
                what += ": " + " ".join(engine.voices())
            yield f"engine {name}", True, what, ""
        except MissingDependencyError as error:
            yield f"engine {name}", False, error.message, error.remedy


def _encoder() -> tuple[str, bool, str, str]:
    from audiofy.audio import encoder

    found = find_spec("lameenc") is not None
    return "encoder MP3", found, encoder.name() if found else "", "" if found else "pip install lameenc"


def _extras() -> Iterator[tuple[str, bool, str, str]]:
    for extra, module, what in _EXTRAS:
        found = find_spec(module) is not None
        yield f"extra {extra}", found, what, "" if found else f"pip install 'audiofy[{extra}]'"
