"""What a reader of one format hands to the door: what it read, what each part is, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from audiofy.model import Article, Role, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line or element of a source: the verdict on it, and the role it could be spoken in (None: not at all).

    `near` says that it stands in or at the article, so that leaving it out is worth a word.
    """

    verdict: Verdict
    role: Role | None = None
    near: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An article without its blocks, which the policy makes of the items.

    `walled` says why it may be only a teaser, `barred` why it may be a page for robots and no article. `page` has the
    lines that are seen on the page, where the items are only those of its article.
    """

    article: Article
    items: tuple[Item, ...]
    page: tuple[str, ...] = ()
    walled: str = ""
    barred: str = ""


def empty(url: str) -> Finding:
    """Nothing found at `url`."""
    return Finding(article=Article(url=url, title="", blocks=()), items=())
