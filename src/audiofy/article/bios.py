"""Lines to those that speak of the article's author. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.names import is_name
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.labels import Sheet

# How such a note begins: "Lena Ortiz (@lortiz) is …".
_WITH_ACCOUNT = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,4}\(@\w{2,30}\) (?:is|was|has|covers|writes|reports|hosts)\b")
_LONGEST = 60  # words; what is longer is a paragraph
_OPENING = 16  # words that tell


def is_bio(sheet: Sheet, index: int) -> bool:
    """Whether the line at `index` is a note on the author."""
    line = sheet.lines[index]
    if _WITH_ACCOUNT.match(line.text):
        return True
    if line.words > _LONGEST or line.text[0] in "\"“„«'":
        return False
    found = vocabulary().clues.find(" ".join(line.key.split()[:_OPENING]))
    return "bio_verbs" in found and "bio_nouns" in found


def names_somebody(text: str) -> bool:
    """Whether a heading is "About NAME"."""
    start = vocabulary().about.start(text.casefold())
    return bool(start) and (len(text) == len(start) or is_name(text[len(start) :].strip(" :")))
