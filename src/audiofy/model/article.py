"""What is read: a page, and the article in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a server says of a file: `size` in bytes (-1 if untold), whether it gives `ranges`; and how it starts."""

    status: int
    size: int
    media_type: str
    ranges: bool
    start: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source as it was fetched.

    `url` is the path or address it came from; `media_type` is lower case without parameters; `charset` is what the
    server said, or empty.
    """

    url: str
    content: bytes
    media_type: str
    charset: str = ""


class Role(StrEnum):
    """What a block is in its article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    POST = "post"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CORRECTION = "correction"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list item of an article: `text` has its white space normalised and is never empty."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one line or element of a page: `kept` in the article or left out, by which label, and why."""

    text: str
    label: str
    reason: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article without its page.

    `blocks` hold no markup; title, byline, captions and disclosures are fields and not blocks. `language` is a BCP 47
    tag ("en-US") or empty; `published` and `modified` are ISO 8601 dates, with a time where the page gives one.
    `omitted` lists what was read and is not spoken. `url` is the article's own address, or the path it came from.
    `partial` says why this may be no more than a teaser of the article; it is empty for a whole one.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    section: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    image: str = ""
    summary: str = ""
    captions: tuple[str, ...] = ()
    disclosures: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    omitted: tuple[Verdict, ...] = ()
    partial: str = ""
