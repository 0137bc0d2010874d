"""A path, an address or standard input to a Page: the only network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.article.fetch.files import read_file, read_standard_input

if TYPE_CHECKING:
    from audiofy.model import Page
    from audiofy.settings import Fetching

STANDARD_INPUT = "-"


def is_address(source: str) -> bool:
    """Whether `source` is an http(s) address and not a path."""
    return source[:8].lower().startswith(("http://", "https://"))


def fetch(source: str, limits: Fetching) -> Page:
    """What stands at `source`: a path, an http(s) address, or "-" for standard input.

    Raises:
        SourceNotFoundError: There is no such file or page.
        FetchError: The page could not be fetched, or audiofy would not fetch it.
        UnreadableSourceError: It can't be read, or is too large.
    """
    if source == STANDARD_INPUT:
        return read_standard_input(limits.max_bytes)
    if is_address(source):
        from audiofy.article.fetch.web import fetch_address

        return fetch_address(source, limits)
    return read_file(source, limits.max_bytes)
