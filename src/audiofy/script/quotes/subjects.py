"""A verb or a sentence to the phrase that is its subject. Pure.

The subject is looked for before the verb, over adverbs, dates, appositions and relative clauses; `inverted` adds
languages where it may stand behind.
"""

from __future__ import annotations

from audiofy.script.quotes.chunks import EDGE, FINITE, NOUN, REACH, Phrase
from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    AMBIGUOUS,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    INTRODUCING,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SAYING,
    SPEECH,
    SUBJECT,
    TIME,
)
from audiofy.script.quotes.phrases import Phrases
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COMMA, NUMBER, OWNER, QUOTE, STOP

_BRACKETED = 15  # tokens in brackets that a subject is looked for before
_OBJECTS = OBJECT | POSSESSIVE | ARTICLE
_SKIPPED = ADVERB | AUXILIARY | NEGATION
_OPENING = ADVERB | COMMA | CONJUNCTION | TIME | NUMBER | QUOTE


class Subjects(Phrases):
    """Finds the subjects of verbs and sentences in one article, where they stand before the verb."""

    def is_verb(self, index: int, wanted: int) -> bool:
        """Whether the token is a verb of the `wanted` classes here, and not a noun of the same form."""
        flags = self.flags
        bits = flags[index]
        if not bits & wanted:
            return False
        if not index:
            return not bits & AMBIGUOUS
        if not self.has_particle(index):
            return False
        before = flags[index - 1]
        if before & (ARTICLE | POSSESSIVE | OWNER) or (bits & CAPITAL and not before & (EDGE | QUOTE)):
            return False
        return not bits & AMBIGUOUS or self._verb_by_place(index)

    def has_particle(self, index: int) -> bool:
        """Whether what a verb needs to be one of saying stands further on, if it needs any: "teilte … mit"."""
        needed = self.grammar.particles.get(self.words[index])
        return needed is None or self._followed_by(index, needed)

    def _verb_by_place(self, index: int) -> bool:
        """Whether a word that is verb or noun is a verb, by what stands before it."""
        flags = self.flags
        if self.following(index) & AUXILIARY:  # "demand was", "the claim has"
            return False
        at = index - 1
        while at > 0 and flags[at] & ADVERB:
            at -= 1
        before = flags[at]
        if before & (SUBJECT | RELATIVE | AUXILIARY | SAYING) and not before & NOUN:
            return True
        if before & COMMA and (flags[index] & SAYING or self.following(index) & _OBJECTS):
            return True
        if before & (PREPOSITION | DETERMINER | ADJECTIVE | EDGE | NUMBER):
            return False
        return self.people.name_at(at) is not None or bool(before & (NOUN | CONJUNCTION))

    def _followed_by(self, index: int, words: frozenset[str]) -> bool:
        """Whether one of the words stands further on in the sentence, quotations passed over."""
        for at in range(index + 1, min(len(self.words), index + REACH)):
            if self.flags[at] & (STOP | BREAK):
                break
            if self.words[at] in words:
                return True
        return False

    def of_verb(self, verb: int) -> Phrase | None:
        """The subject of the verb."""
        return self._closing(verb) or self.before(verb)

    def behind(self, verb: int) -> Phrase | None:
        """The subject of a verb right behind a quotation: "said | the mayor"."""
        return self.starting(verb + 1)

    def _closing(self, verb: int) -> Phrase | None:
        """The subject of a verb that closes its sentence with it: "…, said the mayor."."""
        flags = self.flags
        if not verb or not flags[verb - 1] & (COMMA | QUOTE) or not flags[verb] & SPEECH or flags[verb] & AMBIGUOUS:
            return None
        phrase = self.starting(verb + 1)
        if phrase is None or phrase.kind == "pronoun":
            return None
        if flags[verb - 1] & COMMA and self.following(phrase.last) & QUOTE and self.before(verb) is not None:
            return None  # "Smith, who voted, said children “…”"
        return phrase if self.following(phrase.last) & (STOP | BREAK | COMMA | QUOTE | TIME) else None

    def before(self, verb: int) -> Phrase | None:
        """The subject of the verb, where it stands before it."""
        flags = self.flags
        index = self.over_adverbs(verb - 1)
        if index < 0 or flags[index] & (EDGE | QUOTE):
            return None
        if self.words[index] == ")":
            index = self._before_bracket(index)
        bits = flags[index]
        finite = flags[verb] & FINITE and not self.words[verb].endswith(self.grammar.gerunds or ("\0",))
        if bits & COMMA:
            return self._over_apposition(index) if finite else self._sayer(index) or self.clause(index - 1)
        if bits & RELATIVE:
            index -= 1 + bool(index and flags[index - 1] & COMMA)
            return self.ending(index)
        if bits & CONJUNCTION or (bits & SAYING and bits & PREPOSITION):
            return self._of_coordinated(index)
        return self._adjacent(index, bits, finite=bool(finite))

    def _sayer(self, comma: int) -> Phrase | None:
        """Who says what stands before the comma: "Smith said | the war would go on, | calling it “…”"."""
        flags = self.flags
        found = -1
        for at in range(comma - 1, max(0, comma - REACH), -1):
            if flags[at] & (EDGE | QUOTE | COMMA):
                break
            if flags[at] & SPEECH and not flags[at] & AMBIGUOUS and self.is_verb(at, SPEECH):
                found = at
        return self.before(found) if found >= 0 else None

    def _before_bracket(self, index: int) -> int:
        """The last token before the brackets that end at the token: "Smith | (R., Ohio) said"."""
        for at in range(index - 1, max(-1, index - _BRACKETED), -1):
            if self.words[at] == "(":
                return max(at - 1, 0)
        return index

    def _of_coordinated(self, index: int) -> Phrase | None:
        """The subject of a verb behind the conjunction at the token: "Smith rose and | said"."""
        return self.clause(index - 1)

    def _adjacent(self, index: int, bits: int, *, finite: bool) -> Phrase | None:
        if finite:
            phrase = self.ending(index)
            return (self._outer(phrase) or phrase) if phrase is not None else self.clause(index)
        name = self.people.name_at(index)
        if name is not None and not name.person.body and not self.flags[name.last] & OWNER:
            return Phrase(name.first, name.last, "name")
        thing = self.ending(index) if bits & BODY else None
        return thing or self.clause(index)

    def _outer(self, phrase: Phrase) -> Phrase | None:
        """The subject that a phrase before its verb is only a part of: "a man who beat | his neighbour | told"."""
        flags = self.flags
        before = phrase.first - 1
        if phrase.kind != "nominal" or before < 1 or not flags[phrase.first] & (POSSESSIVE | ARTICLE):
            return None
        if self.words[before].endswith(self.grammar.gerunds or ("\0",)) and flags[before - 1] & PREPOSITION:
            return self.clause(before - 1)
        if flags[before] & ~SAYING or before < 2 or not flags[before - 1] & RELATIVE:  # noqa: PLR2004 - who, and a verb
            return None
        return self.ending(before - 2)

    def over_adverbs(self, index: int) -> int:
        """The last token before adverbs, auxiliaries and dates: "Smith on Monday also | said"."""
        flags = self.flags
        limit = max(-1, index - REACH)
        while index > limit:
            bits = flags[index]
            if bits & (TIME | NUMBER):
                index -= 1
                if index >= 0 and flags[index] & PREPOSITION:
                    index -= 1
            elif bits & _SKIPPED and not bits & (NOUN | CAPITAL):
                index -= 1
            else:
                break
        return index

    def _over_apposition(self, comma: int) -> Phrase | None:
        """The subject before ", an apposition, " whose second comma is given."""
        flags = self.flags
        found: Phrase | None = None
        for at in range(comma - 1, max(0, comma - REACH) - 1, -1):
            if flags[at] & EDGE:
                break
            if not flags[at] & COMMA:
                continue
            phrase = self.ending(at - 1)
            if phrase is None:
                return found or self.clause(at - 1)
            settled, found = self._settle(phrase, at, comma, found)
            if settled is not None:
                return settled
        return found or self.clause(comma - 1)

    def _settle(self, phrase: Phrase, at: int, comma: int, found: Phrase | None) -> tuple[Phrase | None, Phrase | None]:
        """Whether the phrase before the comma at the token is the subject, and the best found so far if it is not.

        A name behind a comma may itself stand in the relative clause of another: "Smith, who met Jones, said".
        """
        flags = self.flags
        if found is not None:
            outer = flags[at + 1] & RELATIVE and phrase.kind != "nominal"
            return (phrase if outer else None), found
        if phrase.kind == "nominal":
            start = at + 1
            while start < comma and self.describes(start):
                start += 1  # "her host, the | Ohio-born | Ann Lee, said"
            inner = self.apposed_name(start, comma - 1)
            return inner or (phrase if self.begins_clause(phrase.first) else None), None
        if self._in_relative(phrase.first):
            return None, None
        alone = not phrase.first or not flags[phrase.first - 1] & COMMA
        return (phrase if alone else None), phrase

    def _in_relative(self, index: int) -> bool:
        """Whether a relative clause runs over the token: "who" before it with no comma between."""
        flags = self.flags
        for at in range(index - 1, max(0, index - REACH), -1):
            if flags[at] & (EDGE | COMMA | QUOTE):
                break
            if flags[at] & RELATIVE:
                return bool(flags[at - 1] & COMMA)
        return False

    def of_sentence(self, start: int, end: int) -> Phrase | None:
        """The subject of the sentence of tokens `start` to `end` (not included)."""
        flags = self.flags
        at = start
        while at < end and flags[at] & _OPENING and not (self.people.name_at(at) or flags[at] & INTRODUCING):
            at += 1
        while at < end and self._introduces(at):
            comma = next((place for place in range(at, min(end, at + REACH)) if flags[place] & COMMA), None)
            if comma is None:
                at += bool(flags[at] & CONJUNCTION)
                break
            at = comma + 1
        phrase = self.starting(at) if at < end and not flags[at] & (PREPOSITION | RELATIVE) else None
        if phrase is not None and phrase.last < end and not flags[phrase.last] & OWNER:
            return phrase
        return self.clause(end - 1)

    def _introduces(self, index: int) -> bool:
        """Whether a phrase before the main clause begins at the token: "Asked about it, "."""
        bits = self.flags[index]
        if self.people.name_at(index) is not None or bits & (SUBJECT | DETERMINER | POSSESSIVE):
            return False
        if bits & (PREPOSITION | CONJUNCTION | SAYING | RELATIVE | INTRODUCING):
            return True
        return self.words[index].endswith(self.grammar.participles)
