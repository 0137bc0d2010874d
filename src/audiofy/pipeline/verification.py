"""What was published to what of it does not keep its promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy import article, audit
from audiofy.article.fetch import fetch, is_address
from audiofy.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audiofy.audit import Examined, Finding
    from audiofy.model import Article, Served


def verify(path: Path | str, *, settings: Settings | None = None, source: bool = False) -> tuple[Finding, ...]:
    """What of a publication does not keep its promises.

    Args:
        path: An output folder, an episode's folder, an MP3 or episode.json in one, a feed in an output folder, or the
            address of a feed on the web.
        settings: What is in force; the defaults without.
        source: Reads each article again and compares.

    Raises:
        SourceNotFoundError: There is nothing to verify.
        FetchError: The feed could not be fetched.
    """
    return tuple(finding for one in examine(path, settings=settings, source=source) for finding in one.findings)


def examine(path: Path | str, *, settings: Settings | None = None, source: bool = False) -> Iterator[Examined]:
    """Each episode in `path`, and then the folder around them: the checks that were made, and what they found.

    Arguments and errors are those of `verify`.
    """
    from importlib.util import find_spec

    from audiofy.audio import credentials

    chosen = settings or Settings()
    if isinstance(path, str) and is_address(path):
        return _examine_feed(path, chosen)
    trust = credentials.trusted(chosen.credentials)
    return audit.examine(
        path,
        settings=chosen,
        credential=(lambda file: credentials.show(file, trust)) if find_spec("c2pa") else None,
        read=(lambda address: _as_recorded(address, chosen)) if source else None,
    )


def _as_recorded(address: str, settings: Settings) -> Article:
    """The article at its source, under the title that the settings give it."""
    found = article.read(address, settings=settings)
    return replace(found, title=settings.reading.title or found.title)


def _examine_feed(url: str, settings: Settings) -> Iterator[Examined]:
    from audiofy.article.fetch.probe import probe

    def look(address: str, first: int) -> Served:
        return probe(address, settings.fetching, first)

    return audit.examine_feed(url, fetch(url, settings.fetching).content, look=look, settings=settings)
