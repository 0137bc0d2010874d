"""Bylines to the names in them. Pure."""

from __future__ import annotations

import re

from audiofy.article.dates import find_date
from audiofy.article.lines import key_of
from audiofy.article.vocabulary import vocabulary

_PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ten ter zu zur af al el bin ibn ben bint y e i und et".split()
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w’'ʼ.-]*[\w.])?$")
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|\s[–—-]\s|\bfor\b|\bin\b)\s*")
_LONGEST = 5


def is_name(text: str) -> bool:
    """Whether `text` is shaped like a person's name: two to five words that begin with capitals, particles aside."""
    words = text.split()
    if not 2 <= len(words) <= _LONGEST:
        return False
    capitals = 0
    for word in words:
        if word in _PARTICLES:
            continue
        if not _NAME_WORD.match(word) or not (word[0].isupper() or _uncased(word)):
            return False
        if word.endswith(".") and len(word) > 3 and word not in ("St.", "Jr.", "Sr.", "Dr."):  # noqa: PLR2004 - an initial or two
            return False
        capitals += 1
    return capitals >= 2  # noqa: PLR2004 - given name and surname


def _uncased(word: str) -> bool:
    return not word[0].isupper() and not word[0].islower()


def byline_names(text: str) -> tuple[str, ...]:
    """The names in a byline ("by NAME and NAME, role DATE N min read"); none if `text` is no byline."""
    known = vocabulary()
    key = key_of(text)
    start = known.bylines.start(key)
    if not start or len(key) == len(start):
        return ()
    at = text.casefold().find(start)
    rest = text[at + len(start) :].lstrip(" :")
    stamp = find_date(rest)
    if stamp:
        rest = rest[: stamp.start] if stamp.start > 3 else rest[stamp.end :]  # noqa: PLR2004 - a name before the date
    return names(_without_reading_time(rest))


def _without_reading_time(text: str) -> str:
    lowered = text.casefold()
    at = min((lowered.find(phrase) for phrase in vocabulary().reading_times if phrase in lowered), default=len(text))
    return text[:at]


def names(text: str) -> tuple[str, ...]:
    """The names in a list of names, with roles, places, outlets and addresses left out."""
    known = vocabulary()
    found = []
    conjunction = "|".join(re.escape(word) for word in sorted(known.conjunctions, key=len, reverse=True))
    for part in _SPLIT.split(text):
        for piece in re.split(rf"\s+(?:{conjunction})\s+", part):
            name = _without_role(re.sub(r"\S*(?:@|https?:|www\.)\S*|\(.*?\)|\d.*$", "", piece).strip(" .:,"))
            if name and is_name(name):
                found.append(name)
            elif found or not name:
                break
            else:
                return tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(found))


def _without_role(text: str) -> str:
    """`text` without a role or a weekday glued to its end or its beginning ("Meg JamesStaff Writer")."""
    known = vocabulary()
    lowered = text.casefold()
    for role in sorted(known.roles.whole, key=len, reverse=True):
        if lowered.endswith(role) and len(lowered) > len(role):
            text = text[: len(text) - len(role)].rstrip(" ,")
            lowered = text.casefold()
        elif lowered.startswith(role + " "):
            text = text[len(role) :].lstrip(" ,:")
            lowered = text.casefold()
    words = text.split()
    while words and words[-1].casefold().strip(".,") in known.date_words:
        words.pop()
    if words and words[0].casefold() in ("the", "our"):
        return ""
    return "" if lowered in known.roles.whole else " ".join(words)
