"""A line to its label, judged alone: what is the page around an article, and what reads like text. Pure.

Both copied text and the paragraphs found in HTML go through here. Only wording that no news prose has may condemn a
long line; short lines are judged more freely, since where they stand decides about them later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.article.captions import caption_reason
from audiofy.article.dates import find_date, find_dates
from audiofy.article.labels import Label
from audiofy.article.names import byline_names, han_names, is_name, names_beside_date, signed_names
from audiofy.article.vocabulary import vocabulary

if TYPE_CHECKING:
    from audiofy.article.lines import Line

Judgement = tuple[Label, str] | None
Found = dict[str, tuple[str, int]]

_COUNTER = re.compile(r"(?:\w+\s)?\d{1,3}\s*(?:/|of /?|von|de|sur|z|із|з)\s*\d{1,3}$")
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w{2,30}|(?:#\w+\s*)+|[\w.-]+\.(?:com|org|net|co\.uk)(?:/\S*)?)$"
)
_DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d$")  # whichever of them is the month
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s[a-z]{2,5})?$|\d{1,2}\s?[ap]\.?m\.?$")
_HOUR = re.compile(r"(?<![\d:.])\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\b\.?)?(?!\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HALVES = frozenset(("am", "pm", "a", "p", "m"))
_SOCIAL = re.compile(
    r"(?:(?:share|tweet|pin|post|email|print|copy|link|linkedin|facebook|twitter|x|whatsapp|reddit|pinterest|telegram"
    r"|instagram|youtube|flipboard|messenger|tumblr|pocket|viber|signal|threads|bluesky|mastodon|tiktok|snapchat|vk|xing"
    r"|rss|google|plus|on|via|to|with|this|by|in|opens|new|window|tab|sms|mail|e-mail|url|icon|logo|flip|it|us|follow|like"
    r"|save|more|message|imprimir|compartir|sharing|buttons)\b\W*)+$"
)
# These words alone name no service: "by", "more on".
_VAGUE = re.compile(r"(?:(?:on|via|to|with|this|by|in|it|us|more|new|plus)\b\W*)+$")
_BRACKETED = re.compile(r"[\[(<].{3,160}[\])>]\.?$")
_LINKED = re.compile(r"\[ ?[^\[\]]{20,150}[^\[\].!?…] ?\]$")
_LINK_WORDS = 4  # "[laughs]" is no headline
_FIGURES = re.compile(r"[\d.,%$€£+\-–—()/:\s]+$")
# How weblogs head their comments: "6 thoughts on “The harbour”".
_COUNTED = re.compile(r"\d{1,5}\s(\D{4,30}?)\s?[“\"„«‘']")
_CONTACT = re.compile(r"\S@\S{1,60}\.\w{2,}|(?:^|[\s(])@\w{3,}")
_SIGNED = re.compile(r"[—–-]+ ?.{1,80} ?\(@\w{1,30}\)")
_HANDLED = re.compile(r"([^@|]{5,40}?)[ |]*@\w{3,30}(?:\s?[/|•·].{0,30})?$")
_DOMAIN = re.compile(r"\.(?:com|org|net)$")
_WORDS = re.compile(r"[^\W\d_]+")
# No label is as long as this, and no pattern here need look at more.
_LONGEST = 1500
_HEADLINE = 14
_AGENCY = 5
_SPECIFIC = 4
_CALL = 45
_SENTENCES = re.compile(r"(?<=[.!?]) ")
_OPENING = 40
_CALLED = 30
_BRIEF = 20  # words
_FOREMOST = 70  # characters: a sentence of news comes to speak of the site later, if it does


def judge(line: Line, *, marked: bool = False) -> tuple[Label, str]:
    """The label of a line and the reason, from the line alone; the first rule that fits wins.

    `marked` says that markup tells what the line is, so that capitals and repetition tell nothing.
    """
    if len(line.text) > _LONGEST:
        return _reading(line)
    found = vocabulary().clues.find(line.key)
    for rule in _RULES[:-3] if marked else _RULES:
        judgement = rule(line, found)
        if judgement:
            return judgement
    return _reading(line)


def _reading(line: Line) -> tuple[Label, str]:
    if line.prose:
        return Label.PROSE, "reads as a paragraph"
    if line.ends and line.words > 1:
        return Label.SENTENCE, "a short sentence"
    return Label.SHORT, "no sentence"


def _marks(line: Line, _found: Found) -> Judgement:
    if not line.key:
        return Label.COUNTER, "no words"
    if line.key[0].isdigit() and not line.ends and _FIGURES.match(line.key):
        if find_date(line.text) or _DAY.match(line.key):
            return Label.DATE, "only a date"
        return (Label.TIME, "only a time of day") if _CLOCK.match(line.key) else (Label.COUNTER, "only figures")
    if line.words <= 6 and _COUNTER.match(line.key):
        return Label.COUNTER, "a gallery counter"
    return None


def _address(line: Line, _found: Found) -> Judgement:
    if line.words <= 6 and _ADDRESS.match(line.text):
        return Label.ADDRESS, "only an address or a handle"
    if line.words <= 16 and not line.prose and _SOCIAL.match(line.key) and not _VAGUE.match(line.key):
        return Label.SOCIAL, "names of sharing services"
    return None


def _time(line: Line, found: Found) -> Judgement:
    if line.words > 8:
        return None
    if line.key[0].isdigit() and _CLOCK.match(line.key):
        return Label.TIME, "only a time of day"
    if _HOUR.search(line.text) and not line.ends and not _said(_HOUR.sub(" ", line.text)) and not find_date(line.text):
        return Label.TIME, "only a day of the week and a time"
    if "ago" in found and _DIGIT.search(line.key):
        rest = [word for word in _WORDS.findall(line.key) if word not in vocabulary().date_words]
        if (not rest or " ".join(rest) == found["ago"][0]) and not find_date(line.text):
            return Label.TIME, "only how long ago"
    return None


def _said(text: str) -> bool:
    """Whether text has words that are none of a date's."""
    known = vocabulary()
    return any(word not in known.date_words and word not in _HALVES for word in _WORDS.findall(text.casefold()))


def _disclosure(line: Line, found: Found) -> Judgement:
    if line.words <= 40 and "disclosures" in found:
        return Label.DISCLOSURE, "says how the audio was made"
    return None


def _dateline(line: Line, found: Found) -> Judgement:
    if line.words > 2 * _HEADLINE or not _DIGIT.search(line.text):
        return None
    if "reading_time" in found and line.words <= 8 and (not line.ends or line.words <= 6):  # "Lesezeit 2 Min."
        return Label.DATE, "how long reading takes"
    stamp = find_date(line.text)
    if stamp is None:
        return None
    if line.words > _HEADLINE and len(find_dates(line.text)) < 2 and not han_names(line.text):  # published, changed
        return None
    rest = (line.text[: stamp.start] + " " + line.text[stamp.end :]).casefold()
    for other in find_dates(rest) if line.words > _HEADLINE else ():
        rest = rest.replace(rest[other.start : other.end], " ")
    if "reading_time" in found:
        rest = rest.replace(found["reading_time"][0], " ")
    known = vocabulary()
    words = [
        word
        for word in _WORDS.findall(rest)
        if len(word) > 2 and word not in known.date_words and word not in known.months
    ]
    at_an_edge = stamp.start < 3 or stamp.end > len(line.text) - 3 or any(mark in line.text for mark in "|/•·")
    if not words or (not line.ends and (len(words) <= 2 or (at_an_edge and len(words) <= 8))):
        return Label.DATE, "a date line"
    return None


def _byline(line: Line, _found: Found) -> Judgement:
    if line.words <= 24 and byline_names(line.text, line.key):
        return Label.BYLINE, "a byline"
    if line.words <= _HEADLINE and not line.ends:
        if signed_names(line.text):
            return Label.BYLINE, "a name with what they write"
        if line.text[0].isalpha() and names_beside_date(line.text):
            return Label.BYLINE, "a name with a date"
        if han_names(line.text) and not find_date(line.text):
            return Label.BYLINE, "a name behind the word for a reporter"
        if _is_agency(line):
            return Label.BYLINE, "a byline that names no person"
    return _account(line)


def _account(line: Line) -> Judgement:
    if "@" not in line.text:
        return None
    signed = _SIGNED.match(line.text)
    if signed:
        return Label.POST, "signs a post"
    handled = _HANDLED.match(line.text)
    if handled and is_name(handled[1]):
        return Label.BYLINE, "a name with an account"
    return None


def _is_agency(line: Line) -> bool:
    """Whether a line is "by" and an agency, an outlet or its staff."""
    known = vocabulary()
    start = known.bylines.start(line.key)
    rest = line.text[len(start) :].strip(" :.-–—|,").split()
    return (
        bool(start and rest)
        and len(rest) <= _AGENCY
        and any(word.casefold().strip(".,") in known.outlets for word in rest)
        and all(not word[0].islower() for word in rest)
    )


def _caption(line: Line, found: Found) -> Judgement:
    reason = caption_reason(line, found)
    return (Label.CAPTION, reason) if reason else None


def _comments(line: Line, _found: Found) -> Judgement:
    if line.words > _HEADLINE:
        return None
    known = vocabulary()
    if line.key in known.comments and not line.text.endswith("."):
        return Label.COMMENTS, "opens the comments"
    if line.words <= 4 and re.sub(r"^(?:\w+, )?\d+\s|\s?\(?\d+\)?$", "", line.key) in known.comments:
        return Label.COMMENTS, "counts the comments"
    counted = _COUNTED.match(line.key)
    if counted and counted[1] in known.comment_counts:
        return Label.COMMENTS, "counts what was written of the article"
    start = known.comment_starts.start(line.key)
    return (Label.COMMENTS, f"speaks of comments: “{start}”") if start else None


def _section(line: Line, found: Found) -> Judgement:
    if line.words > _HEADLINE or "reading_time" in found:  # "Published in The Fjord · 6 min read"
        return None
    known = vocabulary()
    if line.key in known.sections and (not line.text.endswith(".") or line.text.endswith("...")):
        return Label.SECTION, f"a section label: “{line.key}”"
    start = known.section_starts.start(line.key)
    if start and not line.ends and line.words <= 9:
        return Label.SECTION, f"begins like a section label: “{start}”"
    return None


def _legal(line: Line, found: Found) -> Judgement:
    if line.text.startswith(("©", "Copyright ©", "(c)")):
        return Label.LEGAL, "a copyright notice"
    if line.words > 120:
        return None
    start = vocabulary().legal_starts.start(line.key)
    if start and line.words <= 8 and not line.ends:
        return Label.LEGAL, f"begins like a notice: “{start}”"
    if "legal" in found:
        phrase, at = found["legal"]
        if (
            " " in start and at >= len(start) and line.words <= _CALL and line.sentences <= 2
        ):  # "We may earn a commission if you buy ..."
            return Label.LEGAL, f"a notice: “{start} … {phrase}”"
        closes = line.key.endswith(phrase) or any(mark in line.key for mark in ("©", "copyright"))
        if not line.prose or (
            closes and (start or phrase == "all rights reserved" or len(phrase.split()) >= _SPECIFIC)
        ):
            return Label.LEGAL, f"a notice: “{phrase}”"
    return None


def _call(line: Line, found: Found) -> Judgement:
    known = vocabulary()
    if line.key in known.ads:
        return Label.AD, "marks an advertisement"
    if line.key in known.calls and not (line.words == 1 and line.text[-1:] in ".!?"):
        return Label.CALL, f"a call: “{line.key}”"
    start = known.call_starts.start(line.key) or (_offer(line, found) if "called_for" in found else "")
    called = found.get("call_contains") or found.get("called_for")
    if start and line.words <= _CALL:
        if not line.prose and (line.words <= 9 or not line.ends):
            return Label.CALL, f"begins like a call: “{start}”"
        if called and called[1] >= (len(start) if line.prose else 0):
            return Label.CALL, f"a call: “{start} … {called[0]}”"
        if line.words <= _CALLED and _CONTACT.search(line.text) and line.text[0].isalpha():
            return Label.CALL, f"a call: “{start}”, with an address"
    return _site_speech(line, found) if "call_contains" in found else None


def _site_speech(line: Line, found: Found) -> Judgement:
    """Lines that speak of the site: one phrase tells it of short ones, a second beside "newsletter" of longer ones."""
    phrase = found["call_contains"][0]
    letter = "newsletter" in found.get("called_for", ("",))[0] and "newsletter" not in phrase
    if letter and line.words <= _CALLED:
        return Label.CALL, f"speaks of a newsletter, and of “{phrase}”"
    if not line.prose and not line.ends and line.words <= _HEADLINE:
        return Label.CALL, f"speaks of the site, not of the news: “{phrase}”"
    return None


def _offer(line: Line, found: Found) -> str:
    """How the last of several sentences calls, where they speak of a newsletter or the like; empty if it doesn't."""
    if line.sentences == 1 or line.words > _CALL or "called_for" not in found:
        return ""
    return vocabulary().call_starts.start(_SENTENCES.split(line.key)[-1])


def speaks_of_site(line: Line, found: Found) -> bool:
    """Whether `line` has what only calls speak of, a long one where a sentence begins; `found` is of its key."""
    at = found.get("call_contains", ("", -1))[1]
    if at < 0 or line.words <= _BRIEF:
        return at >= 0
    return at - max(line.key.rfind(mark, 0, at) for mark in ".!?") <= _FOREMOST


def is_weak_call(line: Line) -> bool:
    """Whether a line begins as calls do without saying what for: one where the page says so otherwise too."""
    if line.words > _CALL or len(line.text) > _LONGEST:
        return False
    known = vocabulary()
    found = known.clues.find(line.key)
    called = line.words <= _CALLED and speaks_of_site(line, found)
    return called or "reached" in found or bool(known.call_starts.start(line.key) or _CONTACT.search(line.text))


def _teaser(line: Line, _found: Found) -> Judgement:
    known = vocabulary()
    if line.words > 30 or not (":" in line.text[:_OPENING] or line.text[0] in "([<") or byline_names(line.text):
        return None
    opening, mark, rest = line.text.lstrip("([<*>»▶►•→-– ").partition(":")
    bracketed = bool(_BRACKETED.match(line.text))
    if mark and rest.strip() and len(opening) <= _OPENING - 10:
        opening = opening.strip().translate({ord("’"): "'"}).casefold()
        whole = known.teasers.whole
        points = opening in whole or f"{opening}:" in whole or _DOMAIN.search(opening)
        if points and (not line.prose or bracketed or not line.ends):
            return Label.TEASER, f"points to another article: “{opening}:”"
    if bracketed and known.teasers.start(line.key):
        return Label.TEASER, "points to another article, in brackets"
    if _LINKED.match(line.text) and line.words >= _LINK_WORDS:
        return Label.TEASER, "a headline in brackets"
    return None


def _closing(line: Line, found: Found) -> Judgement:
    known = vocabulary()
    start = known.corrections.start(line.key)
    if start and (line.words > 4 or ":" in line.text):
        return Label.CORRECTION, f"a note of the editors: “{start}”"
    start = known.credits.start(line.key)
    if start and line.words <= 60:
        return Label.CREDIT, f"credits: “{start}”"
    if "credit_contains" in found and line.words <= 60 and line.sentences <= 3:  # who wrote from where, and who helped
        return Label.CREDIT, f"credits: “{found['credit_contains'][0]}”"
    if "reached" in found and line.words <= _CALL and _CONTACT.search(line.text):
        return Label.BIO, "says how to reach the author"
    return None


def _capitals(line: Line, _found: Found) -> Judgement:
    if 7 <= line.words <= 30 and line.text.isupper() and not line.ends:
        return Label.SECTION, "a long line in capitals"
    return None


def _cut(line: Line, _found: Found) -> Judgement:
    if line.words > 5 and line.text.endswith(("[…]", "[...]", "(...)", "(…)", "… »", "...»")):
        return Label.CUT, "cut short"
    return None


def _repeated(line: Line, _found: Found) -> Judgement:
    if line.repeats > 1 and line.words <= 12 and not (line.ends and line.words > 5):
        return Label.NAVIGATION, f"a short line that stands {line.repeats} times on the page"
    return None


_RULES = (
    _marks, _address, _time, _disclosure, _teaser, _comments, _section, _byline, _dateline, _caption, _legal, _call,
    _closing, _capitals, _cut, _repeated,
)  # fmt: skip
