"""`audiofy read`: the article that audiofy sees."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from audiofy.cli.console import plain, tell
from audiofy.cli.options import Json, Language, Partial, PrivateHosts, Raw, SettingsFile, Source, in_force

if TYPE_CHECKING:
    from audiofy.model import Article, Verdict

Explain = Annotated[bool, typer.Option("--explain", help="Say of every line whether it was kept, and why.")]


def read(
    source: Source,
    json: Json = False,
    explain: Explain = False,
    language: Language = None,
    raw: Raw = None,
    allow_partial: Partial = None,
    allow_private_hosts: PrivateHosts = None,
    settings: SettingsFile = None,
) -> None:
    """Print the article in SOURCE, without the page around it."""
    from audiofy import article, output
    from audiofy.errors import PaywallError

    chosen = in_force(
        settings,
        reading__language=language,
        reading__raw=raw,
        reading__allow_partial=allow_partial,
        fetching__allow_private_hosts=allow_private_hosts,
    )
    if explain:
        verdicts = article.explain(source, settings=chosen)
        typer.echo(output.encode(verdicts).decode() if json else _explained(verdicts))
        if not json:
            tell(_counted(verdicts))
        return
    found = article.read(source, settings=chosen)
    if found.partial and not chosen.reading.allow_partial:
        raise PaywallError.of_teaser(source, found.partial)
    typer.echo(output.encode(found).decode() if json else _text(found))


def _text(found: Article) -> str:
    head = [found.title, ", ".join(found.authors), found.published]
    return plain("\n\n".join(["\n".join(part for part in head if part), *(block.text for block in found.blocks)]))


def _explained(verdicts: tuple[Verdict, ...]) -> str:
    return plain(
        "\n".join(
            f"{'+' if verdict.kept else '-'} {verdict.label:<12} {verdict.text}\n{'':15}{verdict.reason}"
            for verdict in verdicts
        )
    )


def _counted(verdicts: tuple[Verdict, ...]) -> str:
    """How many lines were kept, and how many left out of each label, the most frequent first."""
    skipped = Counter(verdict.label for verdict in verdicts if not verdict.kept)
    labels = ", ".join(f"{label} {count}" for label, count in skipped.most_common())
    kept = len(verdicts) - skipped.total()
    return f"{kept} kept, {skipped.total()} left out{': ' + labels if labels else ''}."
