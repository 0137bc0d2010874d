"""A page's headline and text to the failure that it reports in place of an article. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiofy.model import Article

_MOST_WORDS = 80

# The reason phrases of RFC 9110, section 15, which servers set as headlines in every language.
_REASONS = "|".join(
    """bad request;unauthorized;forbidden;access denied;not found;page not found;gone;too many requests;
    internal server error;bad gateway;service unavailable;gateway time-?out""".replace("\n    ", "").split(";")
)
_FAILURE = re.compile(
    rf"(?:error\s*)?[45]\d\d\W*(?:error\W*)?(?:{_REASONS})?|(?:error\W*)?(?:{_REASONS})", re.IGNORECASE
)


def reported_failure(article: Article) -> str:
    """The headline of a short page that is called like a server's failure, "404 Not Found"; empty for an article."""
    title = article.title.strip(" .!")
    words = sum(len(block.text.split()) for block in article.blocks)
    return title if words <= _MOST_WORDS and _FAILURE.fullmatch(title) else ""
