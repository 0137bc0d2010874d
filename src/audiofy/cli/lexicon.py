"""`audiofy lexicon`: check pronunciation lexicons, and suggest entries for articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiofy.cli.console import plain
from audiofy.cli.options import Json, SettingsFile, in_force
from audiofy.errors import LexiconError

app = typer.Typer(help="Check pronunciation lexicons, and find the names they lack.", no_args_is_help=True)

Files = Annotated[list[Path], typer.Argument(help="Lexicons: TSV or PLS.", metavar="FILE")]
Against = Annotated[list[str] | None, typer.Option("--against", help="Articles in which entries should be used.")]
Tongue = Annotated[str, typer.Option("--language", help="The language of the articles.")]
Sources = Annotated[list[str], typer.Argument(help="Articles: files, folders, patterns, addresses.", metavar="SOURCE")]
Engine = Annotated[str, typer.Option("--engine", help="The engine that will read them.")]


@app.command()
def check(
    files: Files, against: Against = None, language: Tongue = "", json: Json = False, settings: SettingsFile = None
) -> None:
    """Find bad entries, duplicates, and entries that no article uses; exits with 3 if there are any."""
    from audiofy import article, output
    from audiofy.audio.engines import ENGINES
    from audiofy.script.lexicon.review import check as review

    chosen = in_force(settings)
    texts = ["\n".join(block.text for block in article.read(one, settings=chosen).blocks) for one in against or ()]
    findings = review(files, texts, language, engines=ENGINES)
    if json:
        typer.echo(output.encode(findings).decode())
    else:
        for finding in findings:
            typer.echo(plain(f"{finding.where}: {finding.fault}: {finding.message}"))
    wrong = [finding for finding in findings if finding.fault != "no alias"]
    if wrong:
        many = "1 entry or file is" if len(wrong) == 1 else f"{len(wrong)} entries or files are"
        raise LexiconError(f"{many} wrong or unused.", "See docs/pronunciation.md.")


@app.command()
def suggest(
    sources: Sources, language: Tongue = "en-US", engine: Engine = "espeak", settings: SettingsFile = None
) -> None:
    """List the names in articles that no lexicon has, most frequent first, as a TSV to edit."""
    from audiofy import article, pipeline
    from audiofy.audio.engines import engine_class
    from audiofy.batch import gather
    from audiofy.script.lexicon import combined
    from audiofy.script.lexicon.review import as_tsv
    from audiofy.script.lexicon.review import suggest as review

    engine_class(engine)
    chosen = in_force(settings)
    named = [job.source for job in gather(sources, settings=chosen)]
    texts = ["\n".join(block.text for block in article.read(one, settings=chosen).blocks) for one in named]
    known = {pipeline.lexicon_for(one, chosen): None for one in named}
    found = review(texts, combined(known), language, engine)

    def said(term: str) -> str:
        heard = pipeline.pronounce(term, language, "", chosen).phonemes
        return f"said {heard}" if heard else ""

    typer.echo(as_tsv(found, language.partition("-")[0], said), nl=False)
