"""Captions and credits: what is printed under a picture. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.lines import Line

Found = dict[str, tuple[str, int]]

_CREDIT_END = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\W?$")
_CREDIT_MARKS = (
    "/ap)", "/reuters)", "/afp)", "(reuters)", "(ap)", "(afp)", "epa/", "/getty", "/pap", "(efe)", "(pap)", "/ап)",
)  # fmt: skip
_SLASHED = re.compile(r"[^\W\d_]{2,} ?/ ?[^/]{2,25}$")
_HAN_CREDIT = re.compile(r"[\u3400-\u9fff]\s?[摄攝]\W{0,2}$")  # "... 江岸晚报记者 周平 摄"
_LINK = re.compile(r"://|\.\w{2,4}/")
_WORDS = re.compile(r"[^\W\d_]+")
_BEGINNING = 60
_MOST = 90
_SHORT = 12
_HEADLINE = 14
_OPENING = 80


def caption_reason(line: Line, found: Found) -> str:
    """Why a line is a caption; empty if it is none. `found` is what `Clues` found in its key."""
    if line.words > _MOST:
        return ""
    return _beginning(line, found) or _description(line, found) or _ending(line, found) or _credit(line)


def _beginning(line: Line, found: Found) -> str:
    start = vocabulary().caption_starts.start(line.key)
    if not start or line.words > _BEGINNING:
        return ""
    told = line.text.lstrip("([ ")[len(start) :].strip()
    # "Photo: that was the only word on it" goes on in lower case, and is a sentence of news.
    if line.key == start or not line.prose or (start[-1] == ":" and told[:1].isupper()):
        return f"begins like a caption: “{start}”"
    if found.get("caption_contains", ("", 0))[1] > len(start):
        return f"begins like a caption: “{start}”, and gives a credit"
    return ""


def _description(line: Line, found: Found) -> str:
    phrase, at = found.get("caption_contains", ("", _OPENING))
    if at < _OPENING and vocabulary().caption_openers.start(line.key):
        return f"describes a picture: “{phrase}”"
    return ""


def _ending(line: Line, found: Found) -> str:
    if not line.text.isascii() and _HAN_CREDIT.search(line.text[-6:]):
        return "ends in the word for who took it"
    closing = _CREDIT_END.search(line.text)
    if closing and _is_credit(closing[1]):
        return "ends in a credit in brackets"
    phrase, at = found.get("caption_contains", ("", -1))
    if phrase and at >= len(line.key) - _BEGINNING and (line.words <= _SHORT or not line.ends):
        return f"gives a credit: “{phrase}”"
    tail = line.text[-80:]
    if line.ends or "/" not in tail or not _SLASHED.search(tail) or _LINK.search(tail):
        return ""
    agencies = vocabulary().agencies
    return "ends in a credit" if any(word.casefold() in agencies for word in _WORDS.findall(line.text[-25:])) else ""


def _credit(line: Line) -> str:
    marked = "©" in line.text[1:] and not line.ends and line.words <= _HEADLINE
    return "a credit" if marked or is_bare_credit(line) else ""


def is_bare_credit(line: Line) -> bool:
    """Whether a short line is nothing but a credit: names and agencies, in brackets or with marks between them."""
    if line.words > _SHORT:
        return False
    starts = vocabulary().caption_starts.start(line.key)
    bracketed = line.text[0] in "([" and line.text[-1] in ")]" and line.words > 1
    parted = not line.prose and any(mark in line.text for mark in ("|", "/", " via ", ", "))
    if not (starts or bracketed or parted):
        return False
    words = _WORDS.findall(line.text)
    if sum(word[0].islower() for word in words) > 2:  # "courtesy of"
        return False
    if starts:
        return True
    if bracketed:
        return line.words <= _SHORT // 2 and all(word[0].isupper() for word in words)
    return not any(map(str.isdigit, line.text)) and _is_credit(line.text)


def _is_credit(text: str) -> bool:
    """Whether text is a photographer's credit: short, mostly names, and an agency or a path of names."""
    lowered = text.casefold()
    words = re.findall(r"\w+", lowered)
    if not 1 <= len(words) <= _HEADLINE:
        return False
    if "caption_contains" in vocabulary().clues.find(lowered) or any(mark in f"({lowered})" for mark in _CREDIT_MARKS):
        return True
    printed = re.findall(r"[^\W\d_]\w*", text)
    capitals = sum(word[0].isupper() for word in printed)
    if capitals * 2 < len(printed):
        return False
    if any(mark in text for mark in ("/", " via ", "|")):
        return bool(capitals > 1)
    return any(word in vocabulary().agencies for word in words) and len(words) <= _SHORT // 2
