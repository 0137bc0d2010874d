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
        # By their first two characters; the one of one character stands behind all that begin with it.
        self._first: dict[str, list[str]] = {}
        for phrase in sorted(self.whole, key=len, reverse=True):
            self._first.setdefault(phrase[:2], []).append(phrase)
        for opening, longer in self._first.items():
            if opening[:-1] in self.whole:
                longer.append(opening[:-1])

    def __contains__(self, key: str) -> bool:
        """Whether `key` is one of the phrases."""
        return key in self.whole

    def start(self, key: str) -> str:
        """The longest phrase that `key` begins with, at a word's end; empty if there is none."""
        for phrase in self._first.get(key[:2]) or self._first.get(key[:1]) or ():
            if key.startswith(phrase):
                following = key[len(phrase) : len(phrase) + 1]
                if not (following.isalnum() and phrase[-1].isalnum()):
                    return str(phrase)
        return ""


_WORD = re.compile(r"\w+")


class Clues:
    """Phrases of several lists that can be found anywhere in a key, all in one pass over its words."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        # By their longest words, which are the rarest: most lines have none of them.
        self._by_word: dict[str, list[tuple[str, str, int]]] = {}
        for name, phrases in lists.items():
            for phrase in set(phrases):
                word = max(_WORD.finditer(phrase), key=lambda found: len(found[0]), default=None)
                if word:
                    self._by_word.setdefault(word[0], []).append((phrase, name, word.start()))

    def find(self, key: str) -> dict[str, tuple[str, int]]:
        """The first phrase of each list that stands in `key` between borders of words, and where; the longest there."""
        found: dict[str, tuple[str, int]] = {}
        if self._by_word.keys().isdisjoint(_WORD.findall(key)):
            return found
        for word in _WORD.finditer(key):
            for phrase, name, before in self._by_word.get(word[0], ()):
                start = word.start() - before
                if start >= 0 and key.startswith(phrase, start) and _stands_alone(key, phrase, start):
                    known = found.get(name)
                    if known is None or (start, -len(phrase)) < (known[1], -len(known[0])):
                        found[name] = (phrase, start)
        return found


def _stands_alone(key: str, phrase: str, start: int) -> bool:
    """Whether a phrase at that place begins and ends with a word."""
    before, behind = key[start - 1 : start], key[start + len(phrase) : start + len(phrase) + 1]
    return not (_WORD.match(phrase) and _WORD.match(before)) and not (phrase[-1].isalnum() and behind.isalnum())


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
        self.comment_counts = frozenset(every("comment_counts"))
        self.ads = Phrases(every("ads"))
        self.calls = Phrases(every("calls"))
        self.call_starts = Phrases(every("call_starts"))
        self.legal_starts = Phrases(every("legal_starts"))
        self.caption_starts = Phrases(every("caption_starts"))
        self.caption_labels = frozenset(every("caption_labels"))
        self.credit_words = tuple(f" {word}" for word in every("credit_words"))
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
