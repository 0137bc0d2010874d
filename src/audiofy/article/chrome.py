"""A line to its label, judged alone: what is the page around an article, and what reads like text. Pure.

Both copied text and the paragraphs found in HTML go through here. Only wording that no news prose has may condemn a
long line; short lines are judged more freely, since where they stand decides about them later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.dates import find_date
from audiofy.article.labels import Label
from audiofy.article.names import byline_names
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.lines import Line

Judgement = tuple[Label, str] | None

_COUNTER = re.compile(r"(?:\w+\s)?\d{1,3}\s*(?:/|of /?|von|de|sur|z|із|з)\s*\d{1,3}(?:\W.{0,20})?$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w{2,30}|(?:#\w+\s*)+|\S+\.(?:com|org|net|co\.uk)(?:/\S*)?)$"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s[a-z]{2,5})?$|\d{1,2}\s?[ap]\.?m\.?$")
_SOCIAL = re.compile(
    r"(?:(?:share|tweet|pin|post|email|print|copy|link|linkedin|facebook|twitter|x|whatsapp|reddit|pinterest|telegram|instagram"
    r"|youtube|flipboard|messenger|tumblr|pocket|viber|signal|threads|bluesky|mastodon|tiktok|snapchat|vk|xing|rss|google|plus"
    r"|on|via|to|with|this|by|in|opens|new|window|tab|sms|mail|e-mail|share:|url|icon|logo|flip|it|us|follow|like|save|more|message|imprimir|compartir)\W*)+$"
)
_CREDIT_END = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\W?$")
_BRACKETED = re.compile(r"[\[(<].{3,160}[\])>]\.?$")
_GLUED = re.compile(r"[a-zà-ÿ0-9][A-ZÀ-Þ][a-zà-ÿ]")
_COMMENTER = re.compile(r"\S.{1,40}?\s(\w+)\s?(?::|$)")
_PERCENT = re.compile(r"[\d.,%$€£+\-–—()/:\s]+$")
_SHORT_LIMIT = 14
_CALL_LIMIT = 45


def judge(line: Line) -> tuple[Label, str]:
    """The label of a line and the reason, from the line alone; the first rule that fits wins."""
    for rule in _RULES:
        found = rule(line)
        if found:
            return found
    return _reading(line)


def _reading(line: Line) -> tuple[Label, str]:
    if line.prose:
        return Label.PROSE, "reads as a paragraph"
    if line.ends and line.words > 1:
        return Label.SENTENCE, "a short sentence"
    return Label.SHORT, "no sentence"


def _marks(line: Line) -> Judgement:
    if not line.key:
        return Label.COUNTER, "no words"
    if _PERCENT.match(line.key) and not line.ends:
        return Label.COUNTER, "only figures"
    if line.words <= 6 and _COUNTER.match(line.key):
        return Label.COUNTER, "a gallery counter"
    return None


def _address(line: Line) -> Judgement:
    if line.words <= 6 and _ADDRESS.match(line.text):
        return Label.ADDRESS, "only an address or a handle"
    if line.words <= 16 and _SOCIAL.match(line.key):
        return Label.SOCIAL, "names of sharing services"
    return None


def _time(line: Line) -> Judgement:
    if line.words > 8:
        return None
    if _CLOCK.match(line.key):
        return Label.TIME, "only a time of day"
    known = vocabulary()
    if any(character.isdigit() for character in line.key) and known.ago.search(line.key):
        rest = [word for word in re.findall(r"[^\W\d_]+", line.key) if word not in known.date_words]
        if not rest or known.ago.fullmatch(" ".join(rest)):
            return Label.TIME, "only how long ago"
    return None


def _disclosure(line: Line) -> Judgement:
    if line.words <= 40 and vocabulary().disclosures.search(line.key):
        return Label.DISCLOSURE, "says how the audio was made"
    return None


def _dateline(line: Line) -> Judgement:
    if line.words > _SHORT_LIMIT or not any(character.isdigit() for character in line.text):
        return None
    known = vocabulary()
    found = find_date(line.text)
    if found is None:
        return None
    rest = known.reading_time.sub(" ", line.key).replace(line.text[found.start : found.end].casefold(), " ")
    rest = re.sub(r"\d+", " ", rest)
    words = [
        word
        for word in re.findall(r"[^\W\d_]+", rest)
        if word not in known.date_words and word not in known.months and len(word) > 2
    ]
    if not words or (len(words) <= 2 and line.words <= 10 and not line.ends):
        return Label.DATE, "a date line"
    return None


def _byline(line: Line) -> Judgement:
    if line.words <= 24 and byline_names(line.text):
        return Label.BYLINE, "a byline"
    return None


def _caption(line: Line) -> Judgement:
    known = vocabulary()
    start = known.caption_starts.start(line.key)
    if start and (line.words <= 60):
        if start[-1] == ":" or line.key == start or not line.prose:
            return Label.CAPTION, f"begins like a caption: “{start}”"
        if known.caption_words.search(line.key):
            return Label.CAPTION, f"begins like a caption: “{start}”, and gives a credit"
    if line.words > 90:
        return None
    closing = _CREDIT_END.search(line.text)
    if closing and _is_credit(closing[1]):
        return Label.CAPTION, "ends in a credit in brackets"
    tail = line.key[-60:]
    found = known.caption_words.search(tail)
    if found and (line.words <= 12 or not line.ends):
        return Label.CAPTION, f"gives a credit: “{found[0]}”"
    if line.words <= 10 and _is_credit(line.text) and ("|" in line.text or "/" in line.text):
        return Label.CAPTION, "a credit"
    return None


def _is_credit(text: str) -> bool:
    """Whether text in brackets is a photographer's credit: short, no sentence, and an agency or a path of names."""
    words = re.findall(r"\w+", text.casefold())
    if not 1 <= len(words) <= 14:
        return False
    if vocabulary().caption_words.search(text.casefold()):
        return True
    printed = re.findall(r"[^\W\d_]\w*", text)
    capitals = sum(word[0].isupper() for word in printed)
    if capitals * 2 < len(printed):
        return False
    if any(mark in text for mark in ("/", " via ", "|")):
        return capitals > 1
    return any(word in vocabulary().agencies for word in words) and len(words) <= 6 and not text.isdigit()


def _section(line: Line) -> Judgement:
    if line.words > _SHORT_LIMIT:
        return None
    known = vocabulary()
    if line.key in known.comments and not line.text.endswith("."):
        return Label.COMMENTS, "opens the comments"
    if re.sub(r"^\d+\s|\s?\(?\d+\)?$", "", line.key) in known.comments and line.words <= 4:
        return Label.COMMENTS, "counts the comments"
    start = known.comment_starts.start(line.key)
    if start:
        return Label.COMMENTS, f"speaks of comments: “{start}”"
    if line.key in known.sections and not (line.ends and line.text.endswith(".")):
        return Label.SECTION, f"a section label: “{line.key}”"
    start = known.section_starts.start(line.key)
    if start and not line.ends and line.words <= 9:
        return Label.SECTION, f"begins like a section label: “{start}”"
    return None


def _legal(line: Line) -> Judgement:
    known = vocabulary()
    if line.text.startswith(("©", "Copyright ©", "(c)")):
        return Label.LEGAL, "a copyright notice"
    if line.words > 120:
        return None
    start = known.legal_starts.start(line.key)
    if start and (line.words <= 8 and not line.ends):
        return Label.LEGAL, f"begins like a notice: “{start}”"
    found = known.legal.search(line.key)
    if found and (start or not line.prose or found[0] in ("all rights reserved", "may not be published, broadcast")):
        return Label.LEGAL, f"a notice: “{found[0]}”"
    return None


def _call(line: Line) -> Judgement:
    known = vocabulary()
    if line.key in known.calls and not (line.words == 1 and line.text[-1:] in ".!?"):
        return Label.CALL, f"a call: “{line.key}”"
    start = known.call_starts.start(line.key)
    if start and line.words <= _CALL_LIMIT:
        if not line.prose and (line.words <= 9 or not line.ends):
            return Label.CALL, f"begins like a call: “{start}”"
        found = known.call_words.search(line.key, len(start) if line.prose else 0)
        if found:
            return Label.CALL, f"a call: “{start} … {found[0]}”"
    if not line.prose and known.call_words.search(line.key) and line.words <= _SHORT_LIMIT and not line.ends:
        return Label.CALL, "speaks of the site, not of the news"
    return None


def _teaser(line: Line) -> Judgement:
    known = vocabulary()
    opening, mark, rest = line.text.lstrip("([<*>»▶►•→-– ").partition(":")
    if mark and rest.strip() and len(opening) <= 30:
        opening = opening.strip().translate({ord("’"): "'"}).casefold()
        if opening in known.teasers.whole and (line.words <= 25) and (not line.prose or _BRACKETED.match(line.text)):
            return Label.TEASER, f"points to another article: “{opening}:”"
    if line.words <= 30 and line.text[0] in "([<" and _BRACKETED.match(line.text) and known.teasers.start(line.key):
        return Label.TEASER, "points to another article, in brackets"
    return None


def _closing(line: Line) -> Judgement:
    known = vocabulary()
    start = known.corrections.start(line.key)
    if start and (line.words > 4 or ":" in line.text):
        return Label.CORRECTION, f"a note of the editors: “{start}”"
    start = known.credits.start(line.key)
    if start and line.words <= 60:
        return Label.CREDIT, f"credits: “{start}”"
    return None


def _capitals(line: Line) -> Judgement:
    if 7 <= line.words <= 30 and line.text.isupper() and not line.ends:
        return Label.SECTION, "a long line in capitals"
    return None


def _cut(line: Line) -> Judgement:
    if line.words > 5 and line.text.endswith(("[…]", "[...]", "(...)", "(…)", "… »", "...»")):
        return Label.CUT, "cut short"
    return None


def _repeated(line: Line) -> Judgement:
    if line.repeats > 1 and line.words <= 12 and not (line.ends and line.words > 5):
        return Label.NAVIGATION, f"a short line that stands {line.repeats} times on the page"
    return None


_RULES = (
    _marks, _address, _time, _disclosure, _section, _dateline, _byline, _caption, _legal, _call, _teaser, _closing, _capitals, _cut, _repeated,
)  # fmt: skip
