"""A run's totals and sources to a page for people. Pure."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from audiofy.batch.cloud.places import is_cloud

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.batch.report.items import Item, Summary

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>audiofy report {ended}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }}
td, th {{ border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top }}
td.number, th.number {{ font-variant-numeric: tabular-nums; text-align: right }}
.failed {{ color: #b00020 }}
</style>
<h1>audiofy report</h1>
<p>{headline}</p>
{stopped}
<h2>What failed</h2>
{failed}
<h2>Slowest</h2>
{slowest}
<h2>Sources</h2>
<p>{note}</p>
{sources}
</html>
"""


def page(totals: Summary, items: list[Item], place: Path) -> str:
    """The page: totals, failures with their reasons, what took longest, and the sources shown.

    Args:
        totals: Those of the run.
        items: The sources to show.
        place: The folder that the page lies in, from where its links start.
    """
    total = totals.made + totals.current + totals.retracted + totals.failed + totals.planned
    note = f"{len(items)} of {total} are shown; report.json has all." if total > len(items) else ""
    return _PAGE.format(
        ended=escape(totals.ended),
        headline=escape(headline(totals)),
        stopped=f"<p>Stopped early: {escape(totals.stopped)}</p>" if totals.stopped else "",
        failed=_table(("Source", "Error", "Why"), [_failure(item) for item in items if item.became == "failed"]),
        slowest=_table(
            ("Source", "Seconds"),
            [(escape(slow.source), f"{slow.seconds:.1f}") for slow in totals.slowest],
            numbers=1,
        ),
        note=escape(note),
        sources=_table(
            ("Source", "Became", "Episode", "Minutes", "MB", "Seconds"),
            [_source(item, place) for item in items if item.became != "failed"],
            numbers=3,
        ),
    )


def headline(totals: Summary) -> str:
    """The totals in a sentence."""
    parts = [
        f"{totals.made} made",
        f"{totals.current} up to date",
        f"{totals.retracted} retracted" if totals.retracted else "",
        f"{totals.failed} failed",
        f"{totals.planned} to be made" if totals.planned else "",
        f"{totals.duplicates} listed twice" if totals.duplicates else "",
        f"{span(totals.audio_seconds)} of audio" if totals.audio_seconds else "",
        f"{totals.audio_bytes / 1e6:.1f} MB" if totals.audio_bytes else "",
    ]
    return f"{', '.join(part for part in parts if part)} in {span(totals.seconds)}."


def span(seconds: float) -> str:
    """A time for people: "8 s", "3 min 20 s", "2 h 5 min"."""
    whole = round(seconds)
    if whole < 60:  # noqa: PLR2004 - seconds of a minute
        return f"{whole} s"
    if whole < 3600:  # noqa: PLR2004 - seconds of an hour
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _failure(item: Item) -> tuple[str, ...]:
    return escape(item.source), f'<span class="failed">{escape(item.error)}</span>', escape(item.message)


def _source(item: Item, place: Path) -> tuple[str, ...]:
    name = item.folder.replace("\\", "/").rpartition("/")[2]
    link = escape(name)
    if item.audio and not is_cloud(item.folder):
        inside = os.path.relpath(item.folder, place).replace("\\", "/")
        link = f'<a href="{quote(f"{inside}/{item.audio}")}">{link}</a>'
    became = f"{item.became}: {item.why}" if item.why else item.became
    return (
        escape(item.source),
        escape(became),
        link,
        f"{item.duration / 60:.1f}",
        f"{item.size / 1e6:.1f}",
        f"{item.seconds:.1f}",
    )


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]], numbers: int = 0) -> str:
    """A table whose last so many columns are numbers."""
    if not rows:
        return "<p>Nothing.</p>"
    kinds = [""] * (len(heads) - numbers) + [' class="number"'] * numbers
    head = "".join(f"<th{kind}>{name}" for name, kind in zip(heads, kinds, strict=True))
    body = "\n".join(
        "<tr>" + "".join(f"<td{kind}>{cell}" for cell, kind in zip(row, kinds, strict=True)) for row in rows
    )
    return f"<table>\n<tr>{head}\n{body}\n</table>"
