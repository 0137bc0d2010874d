"""Bylines to the names in them. Pure.

A name that is wrong is worse than none: outlets, agencies, roles and accounts are left out.
"""

from __future__ import annotations

import re
from functools import cache

from audiofy.article.dates import find_date
from audiofy.article.lines import key_of
from audiofy.article.vocabulary import vocabulary

_PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ten ter zu zur af al el bin ibn ben bint y e i und et".split()
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w’'ʼ.-]*[\w.])?$")
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|：|\s[–—-]\s|\bfor\b|\bin\b)\s*")
_NOISE = re.compile(r"\S{1,60}@\S{1,60}\.\S{1,60}|https?:\S+|www\.\S+|@\w+|\(.*?\)|\d.*$")
# "By" in Swedish, Norwegian and Danish, of which there are no phrases: it looks like a given name.
_NORDIC = re.compile(r"^A[vf]:? (?=[^\W\d_a-z])")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ENDS = " .:,*|@•·–—-"
_LONGEST = 5
_FEWEST = 2
_OPENING = 24
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_ZONE = re.compile(r"^\s?[A-Z]{2,4}\b")
# An outlet in capitals that is glued to a name, or stands behind it: "Lena OrtizNEWS", "Lena Ortiz CNN".
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])[A-Z]{2,}.*$|(?<=[a-zß-öø-ÿ])(?:\s[A-Z]{3,})+\b.*$")
# A Chinese or Japanese name has no blank in it: it counts only behind the word for a reporter or an author.
_HAN_BYLINE = re.compile(
    r"(?:(?:记者|記者|作者|撰文|撰稿)\s?[:：/／]|(?:^|\s)文\s?[/／])\s?([\u3400-\u9fff]{2,4})(?![\u3400-\u9fff])"
)
_TITLES = ("St.", "Jr.", "Sr.", "Dr.")


def is_name(text: str) -> bool:
    """Whether `text` is shaped like a person's name: two to five words that begin with capitals, particles aside."""
    words = text.split()
    if not _FEWEST <= len(words) <= _LONGEST:
        return False
    capitals = 0
    for word in words:
        if word in _PARTICLES:
            continue
        if not _NAME_WORD.match(word) or not (word[0].isupper() or not (word[0].isupper() or word[0].islower())):
            return False
        if word.endswith(".") and len(word) > 3 and word not in _TITLES:  # an initial or two
            return False
        capitals += 1
    outlets = vocabulary().outlets
    return capitals > 1 and not any(word.casefold() in outlets for word in words)


def byline_names(text: str, key: str = "") -> tuple[str, ...]:
    """The names in a byline ("by NAME and NAME, role DATE N min read", "DATE by NAME"); none if `text` is no byline.

    `key` is the text as `key_of` gives it, where the caller has it.
    """
    known = vocabulary()
    key = key or key_of(text)
    start = known.bylines.start(key)
    if not start:
        text = _behind_date(text)
        key = key_of(text) if text else ""
        start = known.bylines.start(key)
    if not start or len(key) == len(start):
        return ()
    at = text.casefold().find(start)
    rest = text[at + len(start) :].lstrip(" :")
    stamp = find_date(rest)
    if stamp:
        rest = rest[: stamp.start] if stamp.start > 3 else rest[stamp.end :]  # a name before the date
    return names(_without_reading_time(rest))


def _behind_date(text: str) -> str:
    """What follows a date that a line begins with ("Posted on 3 May 2025 by ..."); empty if it begins with none."""
    if not any(map(str.isdigit, text[:_OPENING])):
        return ""
    stamp = find_date(text)
    numbers = None if stamp else _NUMBERS.match(text)
    end = stamp.end if stamp else numbers.end() if numbers else 0
    before = _LETTERS.findall(text[: stamp.start].casefold()) if stamp else ()
    known = vocabulary()
    if not end or any(word not in known.date_words for word in before):
        return ""
    return _ZONE.sub("", text[end:]).lstrip(" |,·•–—-")


def signed_names(text: str) -> tuple[str, ...]:
    """The names in a line that is nothing but names and what they write for a paper ("NAME, Staff Writer")."""
    known = vocabulary()
    lowered = text.casefold().rstrip(" .,|")
    if not lowered.endswith(known.roles_by_length) or any(map(str.isdigit, text)):
        return ()
    role = next((role for role in known.roles_by_length if lowered.endswith(role)), "")
    if not role or len(role) == len(lowered):
        return ()
    if role not in known.profiles and not any(word in known.writers for word in role.split()):
        return ()
    return names(text[: len(lowered) - len(role)].rstrip(" ,|–—-"))


def names_beside_date(text: str) -> tuple[str, ...]:
    """The names in a line that has a date and no byline word ("NAME - April 10, 2025"); they stand first there."""
    stamp = find_date(text)
    if stamp is None:
        return ()
    before = text[: stamp.start].rstrip()
    place, comma, _ = before.rpartition(",")
    if comma == before[-1:] != "" and place.rpartition(" ")[2].casefold() not in vocabulary().date_words:
        return ()  # what a comma parts from a date is a place as often, but "NAME - Monday, April 10"
    found = names(before)
    rest = before.casefold()
    for name in found:
        rest = rest.replace(name.casefold(), " ")
    known = vocabulary()
    words = [word for word in re.findall(r"[^\W\d_]+", re.sub(r"@\w+", " ", rest)) if word not in known.date_words]
    return found if not words or " ".join(words) in known.roles.whole else ()


def named_in(text: str) -> tuple[str, ...]:
    """The names in a byline of any form: "by NAME", "NAME, Staff Writer", "NAME - DATE", "NAME @account"."""
    found = byline_names(text) or signed_names(text) or names_beside_date(text) or han_names(text)
    return found or (names(text) if "@" in text else ())


def without_brackets(text: str) -> str:
    """`text` without what stands in round brackets: places, roles, agencies."""
    return _IN_BRACKETS.sub(" ", text) if "(" in text else text


def han_names(text: str) -> tuple[str, ...]:
    """The names behind the Chinese words for a reporter or an author, in a line of such marks."""
    return () if text.isascii() else tuple(dict.fromkeys(_HAN_BYLINE.findall(text)))


def _without_reading_time(text: str) -> str:
    lowered = text.casefold()
    at = min((lowered.find(phrase) for phrase in vocabulary().reading_times if phrase in lowered), default=len(text))
    return text[:at]


def names(text: str) -> tuple[str, ...]:
    """The names in a list of names, with roles, places, outlets and addresses left out."""
    found: list[str] = []
    for part in _SPLIT.split(_IN_BRACKETS.sub(" ", _NORDIC.sub("", text))):
        for piece in _conjunction().split(part):
            if found and vocabulary().credits.start(piece.casefold()):  # "reviewed by NAME"
                return tuple(dict.fromkeys(found))
            name = _without_role(_GLUED.sub("", _NOISE.sub("", piece).strip(_ENDS)))
            if is_name(name):
                found.append(_written(name))
            elif not found and name:
                return ()
            else:
                return tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(found))


@cache
def _conjunction() -> re.Pattern[str]:
    words = sorted(map(re.escape, vocabulary().conjunctions), key=len, reverse=True)
    return re.compile(rf"\s+(?:{'|'.join(words)})\s+", re.IGNORECASE)


def _written(name: str) -> str:
    """A name in capitals as one writes it otherwise."""
    return name.title() if name.isupper() and len(name) > 4 else name  # initials stay


def _without_role(text: str) -> str:
    """`text` without roles and weekdays around it, glued to the name or not ("Meg JamesStaff Writer")."""
    known = vocabulary()
    while True:
        lowered = text.casefold()
        if lowered in known.roles.whole:
            return ""
        first = known.bylines.start(lowered) or known.roles.start(lowered)
        ends = lowered.endswith(known.roles_by_length)
        last = next((role for role in known.roles_by_length if lowered.endswith(role)), "") if ends else ""
        if first and len(first) < len(text):
            text = text[len(first) :].lstrip(" ,:")
        elif last:
            text = text[: len(text) - len(last)].rstrip(" ,")
        else:
            break
    words = text.split()
    while len(words) > _FEWEST and (
        words[-1].casefold().strip(".,") in known.date_words or words[-1].casefold() in known.months
    ):
        words.pop()
    return "" if words and words[0].casefold() in ("the", "our") else " ".join(words)
