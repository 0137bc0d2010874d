"""Language files to the phrases that pages print around their articles.

Every file `languages/xx.toml` has the same keys; the phrases of all languages are known at once, since the language of
a page is not known yet when its lines are judged and many pages mix them. Phrases are lower case with straight
apostrophes, as `Line.key` is.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Phrases:
    """Phrases that can be looked up at the start of a key."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.whole = frozenset(phrases)
        self._first: dict[str, list[str]] = {}
        for phrase in sorted(self.whole, key=len, reverse=True):
            self._first.setdefault(phrase[:2], []).append(phrase)

    def __contains__(self, key: str) -> bool:
        """Whether `key` is one of the phrases."""
        return key in self.whole

    def start(self, key: str) -> str:
        """The longest phrase that `key` begins with, at a word's end; empty if there is none."""
        for phrase in (*self._first.get(key[:2], ()), *self._first.get(key[:1], ())):
            if key.startswith(phrase):
                following = key[len(phrase) : len(phrase) + 1]
                if not (following.isalnum() and phrase[-1].isalnum()):
                    return phrase
        return ""


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `phrases` anywhere; word borders where the phrase begins or ends with a letter."""
    parts = sorted(set(phrases), key=len, reverse=True)
    spelled = "|".join(
        (r"\b" if part[0].isalnum() else "") + re.escape(part) + (r"\b" if part[-1].isalnum() else "") for part in parts
    )
    return re.compile(spelled or r"(?!)")


class Vocabulary:
    """The phrases of all languages, each list ready for how it is looked up."""

    def __init__(self, languages: dict[str, dict[str, Any]]) -> None:
        def every(name: str) -> list[str]:
            return [phrase for table in languages.values() for phrase in table.get(name, ())]

        def tokens(name: str) -> frozenset[str]:
            return frozenset(word for table in languages.values() for word in table.get(name, "").split())

        self.languages = languages
        self.bylines = Phrases(every("byline"))
        self.roles = Phrases(every("roles"))
        self.conjunctions = frozenset(every("and"))
        self.date_words = tokens("date_words") | tokens("weekdays")
        self.weekdays = tokens("weekdays")
        self.ago = _anywhere(every("ago"))
        self.reading_time = _anywhere(every("reading_time"))
        self.sections = Phrases(every("sections"))
        self.section_starts = Phrases(every("section_starts"))
        self.comments = Phrases(every("comments"))
        self.comment_starts = Phrases(every("comment_starts"))
        self.calls = Phrases(every("calls"))
        self.call_starts = Phrases(every("call_starts"))
        self.call_words = _anywhere(every("call_contains"))
        self.legal = _anywhere(every("legal"))
        self.legal_starts = Phrases(every("legal_starts"))
        self.caption_starts = Phrases(every("caption_starts"))
        self.caption_words = _anywhere(every("caption_contains"))
        self.agencies = frozenset(every("agencies"))
        self.teasers = Phrases(every("teasers"))
        self.corrections = Phrases(every("corrections"))
        self.credits = Phrases(every("credits"))
        self.bio_verbs = _anywhere(every("bio_verbs"))
        self.bio_nouns = _anywhere(every("bio_nouns"))
        self.disclosures = _anywhere(every("disclosures"))
        self.paywall = _anywhere(every("paywall"))
        self.walls = _anywhere(every("walls"))
        self.comment_verbs = frozenset(every("comment_verbs"))
        self.months = {
            name: number
            for table in languages.values()
            for number, names in enumerate(table.get("months", ()), 1)
            for name in names.split()
        }


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of every language file, read once a process."""
    import tomllib

    folder = files("audiofy.article") / "languages"
    tables = {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }
    return Vocabulary(tables)
