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
                    return str(phrase)
        return ""


_WORD = re.compile(r"\w+")


class Clues:
    """Phrases of several lists that can be found anywhere in a key, all in one pass over its words."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        self._first: dict[str, list[tuple[str, str, int]]] = {}
        for name, phrases in lists.items():
            for phrase in sorted(set(phrases), key=len, reverse=True):
                opening = _WORD.search(phrase)
                if opening:
                    self._first.setdefault(opening[0], []).append((phrase, name, opening.start()))

    def find(self, key: str) -> dict[str, tuple[str, int]]:
        """The first phrase of each list that stands in `key` between borders of words, and where."""
        found: dict[str, tuple[str, int]] = {}
        for word in _WORD.finditer(key):
            for phrase, name, before in self._first.get(word[0], ()):
                start = word.start() - before
                if name not in found and start >= 0 and key.startswith(phrase, start):
                    end = start + len(phrase)
                    if not (phrase[-1].isalnum() and key[end : end + 1].isalnum()):
                        found[name] = (phrase, start)
        return found


_ANYWHERE = (
    "ago", "reading_time", "call_contains", "called_for", "legal", "caption_contains", "bio_verbs", "bio_nouns",
    "disclosures",
    "credit_contains", "reached",
)  # fmt: skip


class Vocabulary:
    """The phrases of all languages, each list ready for how it is looked up."""

    def __init__(self, languages: dict[str, dict[str, Any]]) -> None:
        def every(name: str) -> list[str]:
            return [phrase for table in languages.values() for phrase in table.get(name, ())]

        def tokens(name: str) -> frozenset[str]:
            return frozenset(word for table in languages.values() for word in table.get(name, "").split())

        self.languages = languages
        self.small_words = tokens("function_words")
        self.clues = Clues({name: every(name) for name in _ANYWHERE})
        self.walls = Clues({name: every(name) for name in ("paywall", "subscribers", "walls")})
        self.reading_times = every("reading_time")
        self.about = Phrases(every("about"))
        self.bylines = Phrases(every("byline"))
        self.roles = Phrases((*every("roles"), *every("profiles")))
        self.roles_by_length = tuple(sorted(self.roles.whole, key=len, reverse=True))
        self.profiles = frozenset(every("profiles"))
        self.writers = frozenset(every("bio_nouns")) - {"staff"}
        self.outlets = tokens("outlets")
        self.players = frozenset(every("players"))
        self.updated = tuple(every("updated"))
        self.conjunctions = frozenset(every("and"))
        self.date_words = tokens("date_words") | tokens("weekdays")
        self.sections = Phrases(every("sections"))
        self.section_starts = Phrases(every("section_starts"))
        self.comments = Phrases(every("comments"))
        self.comment_starts = Phrases(every("comment_starts"))
        self.ads = Phrases(every("ads"))
        self.calls = Phrases(every("calls"))
        self.call_starts = Phrases(every("call_starts"))
        self.legal_starts = Phrases(every("legal_starts"))
        self.caption_starts = Phrases(every("caption_starts"))
        self.caption_openers = Phrases(every("caption_openers"))
        self.agencies = frozenset(every("agencies"))
        self.teasers = Phrases(every("teasers"))
        self.corrections = Phrases(every("corrections"))
        self.credits = Phrases(every("credits"))
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
