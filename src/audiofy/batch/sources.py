"""Paths, patterns, folders, lists, addresses and standard input to jobs, one at a time."""

from __future__ import annotations

import glob
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audiofy import article
from audiofy.article.sources.lists import is_part_of_page
from audiofy.batch.cloud.places import is_cloud
from audiofy.batch.job import Job
from audiofy.batch.lists import read_list
from audiofy.errors import SourceError, SourceNotFoundError
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

# What is one article, and what a folder is searched for; a file that is named may be called anything.
ARTICLES = frozenset(".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .docx .pdf .epub .eml".split())
BOOKS = frozenset({".epub"})
SINGLE = ARTICLES - BOOKS


def gather(
    sources: Iterable[str | PathLike[str]],
    *,
    lists: Iterable[str] = (),
    settings: Settings | None = None,
    since: str = "",
) -> Iterator[Job]:
    """Jobs for all that `sources` and the lists stand for, numbered from 1, in order.

    Args:
        sources: Paths, patterns (`news/**/*.html`), folders (every article file in them and below), addresses, feeds,
            sitemaps, OPML and books (see `audiofy.article.find`), and "-" for an article on standard input.
        lists: Files with a source a line, or CSV or JSON Lines with columns `source`, `voice`, `language` and `title`;
            "-" for standard input. Relative paths in a list are relative to it.
        settings: What is in force: limits for fetching feeds, and the output folder, which is not searched.
        since: An ISO 8601 date; entries of feeds and sitemaps that are dated before are left out.

    Raises:
        SourceNotFoundError: A list isn't there.
        UnreadableSourceError: A list can't be read.
    """
    skip = Path(settings.output if settings else "output").absolute()
    named = ((Job(source=os.fspath(source)), True) for source in sources)
    listed = ((job, False) for name in lists for job in read_list(name))
    number = 0
    for job, by_name in itertools.chain(named, listed):
        if not job.source.strip():  # an empty path is the folder one stands in
            raise SourceNotFoundError("A source has no name.", "Check the variable or the list that should hold it.")
        for found in _expanded(job, skip, settings or Settings(), named=by_name, since=since):
            number += 1
            yield msgspec.structs.replace(found, number=number)


def _expanded(job: Job, skip: Path, settings: Settings, *, named: bool, since: str) -> Iterator[Job]:
    if is_cloud(job.source):
        yield from _objects(job)
        return
    for path in _paths(job.source, skip):
        # A plain text file may be a list, but to open each one of an archive to see would cost a read too many.
        single = not (named and path == job.source) and os.path.splitext(path)[1].lower() in SINGLE  # noqa: PTH122 - once for each of a million
        for source in (path,) if single else _inside(path, settings, since):
            yield job if source == job.source else msgspec.structs.replace(job, source=source)


def _inside(source: str, settings: Settings, since: str) -> Iterator[str]:
    """The sources in a feed, sitemap, book or list; one that can't be read fails under its own name, and alone."""
    try:
        yield from article.find(source, settings=settings, since=since)
    except SourceError:
        yield source


def _objects(job: Job) -> Iterator[Job]:
    """An object, or every article file below a prefix that ends in a slash; its tag tells whether it has changed."""
    if not job.source.endswith("/"):
        yield job
        return
    from audiofy.batch.cloud.store import Store

    for found in Store(job.source).list():
        if Path(found.key).suffix.lower() in ARTICLES:
            yield msgspec.structs.replace(job, source=f"{job.source}{found.key}", size=found.size, signature=found.tag)


def _paths(source: str, skip: Path) -> Iterator[str]:
    if source == "-" or "://" in source:
        yield source
    elif os.path.isdir(source):  # noqa: PTH112 - once for each of a million
        inside = _below(Path(source), skip)
        first = next(inside, "")
        # A folder without articles fails under its own name, as a file that isn't there does.
        yield first or source
        yield from inside
    elif glob.has_magic(source) and not Path(source).exists():
        found = False
        for path in sorted(glob.iglob(source, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if Path(path).is_file():
                found = True
                yield path
        if not found:
            yield source  # to fail under its own name
    else:
        yield source


def _below(folder: Path, skip: Path) -> Iterator[str]:
    """The article files in a folder and below, by name; without hidden ones, the output, and parts of saved pages."""
    for here, folders, files in os.walk(folder):
        beside = frozenset(files) if folders else frozenset()
        folders[:] = sorted(
            name
            for name in folders
            if not (name.startswith(".") or is_part_of_page(name, beside)) and Path(here, name).absolute() != skip
        )
        for name in sorted(files):
            if Path(name).suffix.lower() in ARTICLES and not name.startswith("."):
                yield str(Path(here, name))
