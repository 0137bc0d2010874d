"""What a reader of one format hands to the door: the article and a verdict on everything that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiofy.model import Article, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An article and why it is that: every line or element of the page in order."""

    article: Article
    verdicts: tuple[Verdict, ...]
