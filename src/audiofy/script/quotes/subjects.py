"""Tokens to the phrase that names a speaker: the subject before a verb, behind it, or of its clause. Pure.

There is no parser: a phrase is followed from its verb to where it can begin, over the adverbs, appositions and
relative clauses that may stand between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    ADJECTIVE,
    ADVERB,
    AMBIGUOUS,
    ARTICLE,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    IMPERSONAL,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    REFLEXIVE,
    RELATIVE,
    REPORT,
    ROLE,
    SAYING,
    SPEECH,
    SUBJECT,
    TIME,
    TITLE,
)
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, NUMBER, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import Name, People
    from audiofy.script.quotes.tokens import Tokens

_REACH = 50  # tokens that a subject may be away from its verb
_LONGEST = 14  # tokens of a phrase without a name
_DEEPEST = 4  # "of" within "of": deeper phrases name nobody
_EDGE = STOP | BREAK | COLON
_NOUN = ROLE | BODY
_VERB = SPEECH | REPORT | SAYING | AUXILIARY
_BOUND = _EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE | OBJECT
_SKIPPED = ADVERB | AUXILIARY | NEGATION
_FINITE = SPEECH | REPORT


class Phrase(NamedTuple):
    """Tokens `first` to `last` that name somebody."""

    first: int
    last: int
    kind: str  # "name", "pronoun" or "nominal"


class Subjects:
    """Finds the subjects of verbs in one article."""

    __slots__ = ("flags", "inverted", "nouns", "oblique", "owners", "particles", "people", "words")

    def __init__(self, tokens: Tokens, people: People, grammar: Grammar) -> None:
        self.inverted = grammar.inverted
        self.nouns = grammar.nouns_capitalised
        self.particles = grammar.particles
        self.oblique = grammar.oblique
        self.owners = grammar.owners
        self.flags = tokens.flags
        self.words = tokens.words
        self.people = people

    def is_verb(self, index: int, wanted: int) -> bool:
        """Whether the token is a verb of the `wanted` classes here, and not a noun of the same form."""
        flags = self.flags
        bits = flags[index]
        if not bits & wanted:
            return False
        if not index:
            return not bits & AMBIGUOUS
        needed = self.particles.get(self.words[index])
        if needed is not None and not self._followed_by(index, needed):
            return False
        before = flags[index - 1]
        if bits & CAPITAL and not before & (_EDGE | QUOTE):
            return False
        if before & (ARTICLE | POSSESSIVE | OWNER):
            return False
        if not bits & AMBIGUOUS:
            return True
        at = index - 1
        while at >= 0 and flags[at] & ADVERB:
            at -= 1
        before = flags[at]
        if before & (SUBJECT | RELATIVE | AUXILIARY) or self.words[at] == "to":
            return True
        if before & (PREPOSITION | DETERMINER | ADJECTIVE | _EDGE | NUMBER):
            return False
        return self.people.name_at(at) is not None or bool(before & (_NOUN | CONJUNCTION))

    def _closing(self, verb: int) -> Phrase | None:
        """The subject of a verb that closes its sentence with it: "…, said the mayor."."""
        flags = self.flags
        if not verb or not flags[verb - 1] & (COMMA | QUOTE) or not flags[verb] & SPEECH or flags[verb] & AMBIGUOUS:
            return None
        phrase = self.starting(verb + 1)
        if phrase is None or phrase.kind == "pronoun":
            return None
        following = flags[phrase.last + 1] if phrase.last + 1 < len(flags) else BREAK
        return phrase if following & (STOP | BREAK | COMMA | QUOTE | TIME) else None

    def _followed_by(self, index: int, words: frozenset[str]) -> bool:
        """Whether one of the words stands further on in the sentence, quotations passed over."""
        for at in range(index + 1, min(len(self.words), index + _REACH)):
            if self.flags[at] & (STOP | BREAK):
                break
            if self.words[at] in words:
                return True
        return False

    def of_verb(self, verb: int) -> Phrase | None:
        """The subject of the verb, on either side of it where the language allows that."""
        if not self.inverted:
            return self._closing(verb) or self.before(verb)
        if self.flags[verb] & SAYING and (not self.flags[verb] & _FINITE or self._ends_clause(verb)):
            verb = self.auxiliary(verb)
        if self._impersonal(verb):
            return self._source(verb)
        front = self.before(verb)
        if front is not None and self._begins_clause(front.first) and not self._lone_start(front):
            return front
        return self.behind(verb) or front

    def _ends_clause(self, verb: int) -> bool:
        following = self.flags[verb + 1] if verb + 1 < len(self.flags) else BREAK
        return bool(following & (_EDGE | COMMA | QUOTE))

    def _impersonal(self, verb: int) -> bool:
        """Whether the verb has "it" for its subject: "heißt es"."""
        return any(0 <= at < len(self.flags) and self.flags[at] & IMPERSONAL for at in (verb + 1, verb - 1))

    def _source(self, verb: int) -> Phrase | None:
        """What an impersonal verb takes its words from: "heißt es in | dem Schreiben"."""
        flags = self.flags
        if verb and not flags[verb - 1] & (IMPERSONAL | _EDGE | COMMA | QUOTE | ADVERB):
            phrase = self._chunk(self._over_adverbs(verb - 1))
            return self._owned(phrase) if phrase else None
        at = verb + 1
        while at < len(flags) and flags[at] & (IMPERSONAL | ADVERB | TIME):
            at += 1
        return self.starting(at + 1) if at + 1 < len(flags) and flags[at] & PREPOSITION else None

    def auxiliary(self, verb: int) -> int:
        """The finite verb of a participle: "hat … | gesagt"; the participle itself where there is none."""
        for at in range(verb - 1, max(-1, verb - _REACH), -1):
            bits = self.flags[at]
            if bits & (_EDGE | QUOTE):
                break
            if bits & AUXILIARY:
                return at
        return verb

    def _lone_start(self, phrase: Phrase) -> bool:
        """Whether the phrase is one word that begins a sentence and is no name otherwise."""
        name = self.people.name_at(phrase.first)
        return name is not None and phrase.first == phrase.last and name.person.mentions == 1 and not name.person.human

    def behind_or_source(self, verb: int) -> Phrase | None:
        """The subject behind the verb, or what an impersonal one takes its words from."""
        return self._source(verb) if self._impersonal(verb) else self.behind(verb)

    def behind(self, verb: int) -> Phrase | None:
        """The subject behind the verb: "sagte gestern | der Minister"."""
        flags = self.flags
        at = verb + 1
        while at < len(flags) and flags[at] & (ADVERB | OBJECT | REFLEXIVE) and not flags[at] & CAPITAL:
            at += 1
        if at >= len(flags) or flags[at] & (_EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE):
            return None
        if self.words[at].lower() in self.oblique:
            return None
        return self.starting(at)

    def before(self, verb: int) -> Phrase | None:
        """The subject of the verb, where it stands before it."""
        flags = self.flags
        index = self._over_adverbs(verb - 1)
        if index < 0 or flags[index] & (_EDGE | QUOTE):
            return None
        bits = flags[index]
        finite = flags[verb] & _FINITE
        if bits & COMMA:
            return self._over_apposition(index) if finite else self.clause(index - 1)
        if bits & RELATIVE:
            index -= 1
            if index >= 0 and flags[index] & COMMA:
                index -= 1
            return self.ending(index) if index >= 0 else None
        if bits & CONJUNCTION and self.nouns:
            return self.of_sentence(self._start(index), index)
        if bits & CONJUNCTION or (bits & SAYING and self.words[index] == "to"):
            return self.clause(index - 1)
        if not finite:
            name = self.people.name_at(index)
            if name is not None and not name.person.body and not flags[name.last] & OWNER:
                return Phrase(name.first, name.last, "name")
            noun = self.ending(index) if bits & BODY else None
            return noun or self.clause(index)
        return self.ending(index) or self.clause(index)

    def _start(self, index: int) -> int:
        """Where the sentence of the token begins."""
        limit = max(0, index - _REACH)
        while index > limit and not self.flags[index - 1] & _EDGE:
            index -= 1
        return index

    def _over_adverbs(self, index: int) -> int:
        """The last token before adverbs, auxiliaries and dates: "Smith on Monday also | said"."""
        flags = self.flags
        while index >= 0:
            bits = flags[index]
            if bits & (TIME | NUMBER):
                index -= 1
                if index >= 0 and flags[index] & PREPOSITION:
                    index -= 1
            elif bits & _SKIPPED and not bits & (_NOUN | CAPITAL):
                index -= 1
            else:
                break
        return index

    def _over_apposition(self, comma: int) -> Phrase | None:
        """The subject before ", an apposition, " whose second comma is given."""
        flags = self.flags
        found: Phrase | None = None
        limit = max(0, comma - _REACH)
        for at in range(comma - 1, limit - 1, -1):
            if flags[at] & _EDGE:
                break
            if not flags[at] & COMMA:
                continue
            phrase = self.ending(at - 1) if at else None
            if phrase is None:
                return found or self.clause(at - 1)
            inner = self.apposed_name(at + 1, comma - 1) if phrase.kind == "nominal" and found is None else None
            if inner is not None:
                return inner
            if found is not None:
                if flags[at + 1] & RELATIVE and phrase.kind != "nominal":
                    return phrase
            elif phrase.kind != "nominal" and not self._in_relative(phrase.first):
                found = phrase
                if not flags[phrase.first - 1] & COMMA:
                    return found
            elif phrase.kind == "nominal" and self._begins_clause(phrase.first):
                return phrase
        return found or self.clause(comma - 1)

    def _in_relative(self, index: int) -> bool:
        """Whether a relative clause runs over the token: "who" before it with no comma between."""
        flags = self.flags
        at = index - 1
        while at >= 0 and index - at < _REACH and not flags[at] & (_EDGE | COMMA | QUOTE):
            if flags[at] & RELATIVE:
                return at > 0 and flags[at - 1] & COMMA != 0
            at -= 1
        return False

    def apposed_name(self, first: int, last: int) -> Phrase | None:
        """The name that stands alone from `first` to `last`: "the mayor, Ann Lee,"."""
        name = self.people.name_at(first)
        if name is None or name.last > last or self.flags[name.last] & OWNER:
            return None
        if name.last == last or self.flags[name.last + 1] & (COMMA | PREPOSITION | _EDGE | RELATIVE):
            return Phrase(name.first, name.last, "name")
        return None

    def ending(self, index: int) -> Phrase | None:
        """The phrase that ends at the token, head first: "a spokesman for Smith" and not "Smith"."""
        phrase = self._chunk(index)
        if phrase is not None and self.flags[phrase.last] & OWNER:
            return None
        phrase = self._owned(phrase) if phrase is not None else None
        steps = 0
        while phrase is not None and phrase.kind != "pronoun" and steps < _DEEPEST:
            at = phrase.first - 1
            if at < 1 or not self.flags[at] & PREPOSITION or self.words[at] in {"as", "than"}:
                break
            outer = self._chunk(at - 1)
            if outer is None and self.flags[at - 1] & (COMMA | CONJUNCTION | _EDGE):
                return None
            if outer is None or outer.kind == "pronoun" or self.flags[outer.last] & (TIME | OWNER):
                break
            if outer.kind == "nominal":
                outer = Phrase(outer.first, phrase.last, "nominal")
            phrase = outer
            steps += 1
        return phrase

    def _owned(self, phrase: Phrase) -> Phrase:
        """What the phrase is the possessor of, where it is one: "der Sprecher der | Partei"."""
        for _ in range(_DEEPEST):
            at = phrase.first if self.words[phrase.first] in self.owners else phrase.first - 1
            if at < 1 or self.words[at] not in self.owners or not self.flags[at - 1] & CAPITAL:
                break
            owned = self._chunk(at - 1)
            if owned is None:
                break
            phrase = owned if owned.kind == "name" else Phrase(owned.first, phrase.last, "nominal")
        return phrase

    def _chunk(self, index: int) -> Phrase | None:
        if index < 0:
            return None
        flags = self.flags
        name = self.people.name_at(index)
        if name is not None:
            return Phrase(name.first, name.last, "name")
        bits = flags[index]
        if bits & SUBJECT:
            return Phrase(index, index, "pronoun")
        if bits & (_BOUND | TIME | NUMBER) or not self.words[index][0].isalpha():
            return None
        if bits & _VERB and not bits & _NOUN:
            return None
        return self._nominal_ending(index)

    def _nominal_ending(self, index: int) -> Phrase | None:
        flags = self.flags
        first = index
        nouns = bool(flags[index] & _NOUN)
        while first > 0 and index - first < _LONGEST:
            if flags[first] & (DETERMINER | POSSESSIVE):
                return Phrase(first, index, "nominal")
            before = flags[first - 1]
            if before & (_BOUND | SUBJECT | TIME) or (before & _VERB and not before & (_NOUN | ADJECTIVE)):
                break
            first -= 1
            nouns = nouns or bool(flags[first] & _NOUN)
        if flags[first] & (DETERMINER | POSSESSIVE | NUMBER | OWNER | ADJECTIVE) or nouns:
            return Phrase(first, index, "nominal")
        return None

    def starting(self, index: int) -> Phrase | None:
        """The phrase that begins at the token: a name after its title and roles, or the roles themselves."""
        flags = self.flags
        size = len(flags)
        if index >= size:
            return None
        if flags[index] & SUBJECT and self.people.name_at(index) is None:
            return Phrase(index, index, "pronoun")
        end, name = self._phrase_end(index)
        if end == index or (self.nouns and not any(flags[at] & CAPITAL for at in range(index, end))):
            return None
        if name is not None and (
            name.last == end - 1 or not (flags[name.last + 1] & _NOUN or flags[index] & DETERMINER)
        ):
            return Phrase(name.first, name.last, "name")
        if end < size and flags[end] & COMMA:
            inner = self.apposed_name(end + 1, size - 1)
            if inner is not None:
                return inner
        return Phrase(index, end - 1, "nominal")

    def _phrase_end(self, index: int) -> tuple[int, Name | None]:
        """Where the phrase that begins at the token ends, and the last name in it that owns nothing."""
        flags, words = self.flags, self.words
        at, found = index, None
        limit = min(len(flags), index + _REACH)
        while at < limit:
            name = self.people.name_at(at)
            if name is not None:
                at = name.last + 1
                found = None if flags[name.last] & OWNER else name
                continue
            bits = flags[at]
            if bits & CONJUNCTION and words[at] == "and" and at > index and found is None and self._joins(at):
                at += 1
                continue
            if bits & _BOUND or not words[at][0].isalnum() or (bits & TIME and at > index):
                break
            if bits & _VERB and not bits & _NOUN and at > index:
                break
            if bits & (ADVERB | FUNCTION) and found is not None:
                break
            at += 1
        return at, found

    def _joins(self, index: int) -> bool:
        """Whether "and" joins two roles of one person: "the actor and | director"."""
        following = self.flags[index + 1] if index + 1 < len(self.flags) else 0
        return bool(self.flags[index - 1] & _NOUN and following & (ROLE | ADJECTIVE))

    def clause(self, index: int) -> Phrase | None:
        """The subject of the clause that runs on at the token: the last phrase before it that begins a clause."""
        flags = self.flags
        fallback: Phrase | None = None
        at = index
        limit = max(-1, index - _REACH)
        while at > limit and not flags[at] & (STOP | BREAK):
            name = self.people.name_at(at)
            if name is not None:
                if not flags[name.last] & OWNER and self._begins_clause(name.first):
                    return self._with_nouns(name)
                at = name.first - 1
                continue
            if flags[at] & SUBJECT and self.words[at].lower() != "it" and self._begins_clause(at):
                return Phrase(at, at, "pronoun")
            if fallback is None and flags[at] & (DETERMINER | POSSESSIVE) and self._begins_clause(at):
                phrase = self.starting(at)
                if phrase is not None and any(flags[place] & _NOUN for place in range(at, phrase.last + 1)):
                    fallback = phrase
            at -= 1
        return fallback

    def _with_nouns(self, name: Name) -> Phrase:
        """A name, or the phrase that it begins: "Smith supporters"."""
        following = self.flags[name.last + 1] if name.last + 1 < len(self.flags) else 0
        if following & _NOUN and not following & (CAPITAL | _FINITE):
            return self.starting(name.first) or Phrase(name.first, name.last, "name")
        return Phrase(name.first, name.last, "name")

    def _begins_clause(self, index: int) -> bool:
        """Whether a clause begins at the token: at a sentence's start, a comma, a conjunction, or roles before a name."""
        flags = self.flags
        at = index - 1
        while at >= 0 and flags[at] & (ROLE | ADJECTIVE | ADVERB | DETERMINER | TITLE) and not flags[at] & CONJUNCTION:
            at -= 1
        if at < 0 or flags[at] & (_EDGE | COMMA | QUOTE | CONJUNCTION) or self.words[at] in {"that", "then"}:
            return True
        return self.inverted and bool(flags[at] & (AUXILIARY | SPEECH | REPORT) or flags[index] & SUBJECT)

    def of_sentence(self, start: int, end: int) -> Phrase | None:
        """The subject of the sentence of tokens `start` to `end` (not included)."""
        flags = self.flags
        at = start
        while at < end and flags[at] & (ADVERB | COMMA | CONJUNCTION | TIME | NUMBER | QUOTE) and not self.people.name_at(at):
            at += 1
        if at < end and self._introduces(at):
            comma = next((place for place in range(at, end) if flags[place] & COMMA), None)
            if comma is not None:
                at = comma + 1
        if self.nouns:
            return self._of_verb_second(start, end)
        phrase = self.starting(at) if at < end and not flags[at] & (PREPOSITION | RELATIVE) else None
        if phrase is not None and phrase.last < end and not flags[phrase.last] & OWNER:
            return phrase
        return self.clause(end - 1)

    def _of_verb_second(self, start: int, end: int) -> Phrase | None:
        """The subject of a sentence whose second part is its verb: before it, or right behind it."""
        flags, words = self.flags, self.words
        at = start
        while at < end and flags[at] & (COMMA | CONJUNCTION | QUOTE | NUMBER) and not flags[at] & CAPITAL:
            at += 1
        if at >= end:
            return None
        leads = flags[at] & (PREPOSITION | ADVERB | CONJUNCTION | FUNCTION | TIME) and not flags[at] & DETERMINER
        if not leads and words[at].lower() not in self.oblique:
            phrase = self.starting(at)
            if phrase is not None and phrase.last < end:
                return phrase
        for verb in range(at, end):
            if self._may_be_finite(verb, at):
                found = self.behind(verb)
                if found is not None and found.last < end:
                    return found
        return None

    def _may_be_finite(self, index: int, start: int) -> bool:
        """Whether the token may be the verb of the sentence that begins at `start`: behind a noun or an adverb."""
        bits = self.flags[index]
        if bits & (AUXILIARY | SPEECH | REPORT):
            return True
        before = self.flags[index - 1] if index > start else 0
        other = DETERMINER | PREPOSITION | CONJUNCTION | ADVERB | SUBJECT | OBJECT | POSSESSIVE | CAPITAL | _EDGE | COMMA
        return not bits & (other | QUOTE | NUMBER) and bool(before & (CAPITAL | ADVERB))

    def _introduces(self, index: int) -> bool:
        bits = self.flags[index]
        if self.people.name_at(index) is not None or bits & (SUBJECT | DETERMINER | POSSESSIVE):
            return False
        if bits & (PREPOSITION | CONJUNCTION | SAYING | RELATIVE):
            return True
        word = self.words[index]
        return word.endswith(("ing", "ed")) or word.lower() in {
            "when",
            "while",
            "as",
            "after",
            "if",
            "although",
            "though",
        }
