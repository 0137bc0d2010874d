"""A verb or a sentence to its subject, in languages where that may stand behind the verb. Pure.

In most of them it does so behind a quotation («…», dijo la alcaldesa). In verb-second languages anything may open a
sentence, and the subject stands before its verb or right behind it (Am Montag sagte die Ministerin).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.chunks import EDGE, FINITE, REACH, Phrase
from audiofy.script.quotes.languages.grammar import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    IMPERSONAL,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    REFLEXIVE,
    RELATIVE,
    SAYING,
    SUBJECT,
    TIME,
)
from audiofy.script.quotes.subjects import Subjects
from audiofy.script.quotes.tokens import CAPITAL, COMMA, NUMBER, QUOTE

if TYPE_CHECKING:
    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

_ADDRESSEE = 7  # tokens that say when or to whom something is said, at most
_PASSED = ADVERB | OBJECT | REFLEXIVE
_NO_SUBJECT = EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE
_NO_VERB = DETERMINER | PREPOSITION | CONJUNCTION | ADVERB | SUBJECT | OBJECT | POSSESSIVE | CAPITAL | EDGE
_LEADS = PREPOSITION | ADVERB | CONJUNCTION | FUNCTION | TIME


def subjects_of(tokens: Tokens, people: People, grammar: Grammar) -> Subjects:
    """What finds the subjects of an article in the language of `grammar`."""
    if grammar.verb_second:
        return VerbSecondSubjects(tokens, people, grammar)
    return InvertedSubjects(tokens, people, grammar) if grammar.inverted else Subjects(tokens, people, grammar)


class InvertedSubjects(Subjects):
    """Finds subjects on either side of their verbs."""

    def of_verb(self, verb: int) -> Phrase | None:
        """The subject of the verb: before it if it begins the clause there, else behind it."""
        if self.flags[verb] & SAYING and (not self.flags[verb] & FINITE or self._ends_clause(verb)):
            verb = self.auxiliary(verb)
        if self._impersonal(verb):
            return self._source(verb)
        if verb + 1 < len(self.words) and self.words[verb + 1] in self.grammar.nominative:
            return Phrase(verb + 1, verb + 1, "pronoun")  # "Kritikern entgegnete | er"
        front = self.before(verb)
        if front is None or not self.begins_clause(front.first) or self._lone_start(front):
            return self._behind(verb) or front
        if front.kind == "nominal" and not self.has_noun(front):
            # A thing in front is what is said something of, where a person stands behind: "Den Plan nannte Rau …".
            behind = self._behind(verb)
            if behind is not None and (
                behind.kind == "name" or self.words[front.first].lower() in self.grammar.oblique
            ):
                return behind
        return front

    def behind(self, verb: int) -> Phrase | None:
        """The subject behind the verb, or what an impersonal one takes its words from."""
        if self._impersonal(verb):
            return self._source(verb)
        while self.following(verb) & SAYING and self.flags[verb] & AUXILIARY:
            verb += 1
        return self._behind(verb)

    def _behind(self, verb: int) -> Phrase | None:
        flags = self.flags
        at = verb + 1
        while at < len(flags) and flags[at] & _PASSED and not flags[at] & CAPITAL:
            at += 1
        if self.grammar.drops_pronouns:
            at = self._past_addressee(at)
        if at >= len(flags) or self.words[at].lower() in self.grammar.oblique:
            return None
        if self.grammar.drops_pronouns and (flags[at] & SAYING or self._is_date(at)):
            return None  # "ha | insistido", "dijo | el martes"
        if flags[at] & _NO_SUBJECT and not flags[at] & POSSESSIVE:  # "sagte | deren Vorsitzender"
            return None
        return self.starting(at)

    def _past_addressee(self, at: int) -> int:
        """Where a name stands behind when or to whom something is said: "dijo el martes a este diario | Rosa Díaz"."""
        flags = self.flags
        if not (flags[at : at + 1] and (flags[at] & PREPOSITION or self._is_date(at))):
            return at
        for end in range(at + 2, min(len(flags), at + _ADDRESSEE)):
            if flags[end] & (EDGE | COMMA | QUOTE):
                break
            name = self.people.name_at(end)
            if name is not None:
                owned = name.first < end or flags[end - 1] & (PREPOSITION | DETERMINER | CONJUNCTION)
                return at if owned else end
        return at

    def _is_date(self, at: int) -> bool:
        return bool(self.flags[at] & DETERMINER and self.following(at) & TIME)

    def auxiliary(self, verb: int) -> int:
        """The finite verb of a participle: "hat … | gesagt"; the participle itself where there is none."""
        for at in range(verb - 1, max(-1, verb - REACH), -1):
            bits = self.flags[at]
            if bits & (EDGE | QUOTE):
                break
            if bits & AUXILIARY:
                return at
        return verb

    def _ends_clause(self, verb: int) -> bool:
        return bool(self.following(verb) & (EDGE | COMMA | QUOTE))

    def _impersonal(self, verb: int) -> bool:
        """Whether the verb has "it" for its subject: "heißt es"."""
        return any(0 <= at < len(self.flags) and self.flags[at] & IMPERSONAL for at in (verb + 1, verb - 1))

    def _source(self, verb: int) -> Phrase | None:
        """What an impersonal verb takes its words from: "heißt es in | dem Schreiben"."""
        flags = self.flags
        if verb and not flags[verb - 1] & (IMPERSONAL | EDGE | COMMA | QUOTE | ADVERB):
            phrase = self.chunk(self.over_adverbs(verb - 1))
            return self.owned(phrase) if phrase else None
        at = verb + 1
        while at < len(flags) and flags[at] & (IMPERSONAL | ADVERB | TIME):
            at += 1
        if at < len(flags) and flags[at] & PREPOSITION:
            return self.starting(at + 1)
        # "In | dem Schreiben, das vorliegt, heißt es".
        start = verb
        while start and not flags[start - 1] & (EDGE | QUOTE):
            start -= 1
        return self.starting(start + 1) if flags[start] & PREPOSITION else None

    def _lone_start(self, phrase: Phrase) -> bool:
        """Whether the phrase is one word that begins a sentence and is no name otherwise."""
        name = self.people.name_at(phrase.first)
        return name is not None and phrase.first == phrase.last and name.person.mentions == 1 and not name.person.human


class VerbSecondSubjects(InvertedSubjects):
    """Finds subjects where the verb is the second part of a sentence, whatever the first is."""

    def _of_coordinated(self, index: int) -> Phrase | None:
        start = index
        limit = max(0, index - REACH)
        while start > limit and not self.flags[start - 1] & EDGE:
            start -= 1
        return self.of_sentence(start, index)

    def of_sentence(self, start: int, end: int) -> Phrase | None:
        """The subject of the sentence: before its verb, or right behind it."""
        flags = self.flags
        end = min(end, start + 2 * REACH)
        at = start
        while at < end and flags[at] & (COMMA | CONJUNCTION | QUOTE | NUMBER) and not flags[at] & CAPITAL:
            at += 1
        if at >= end:
            return None
        leads = flags[at] & _LEADS and not flags[at] & DETERMINER
        if not leads and self.words[at].lower() not in self.grammar.oblique:
            phrase = self.starting(at)
            if phrase is not None and phrase.last < end:
                return phrase
        for verb in range(at, end):
            if self._may_be_finite(verb, at):
                found = self._behind(verb)
                if found is not None and found.last < end:
                    return found
        return None

    def _may_be_finite(self, index: int, start: int) -> bool:
        """Whether the token may be the verb of the sentence that begins at `start`: behind a noun or an adverb."""
        bits = self.flags[index]
        if bits & (AUXILIARY | FINITE):
            return True
        before = self.flags[index - 1] if index > start else 0
        return not bits & (_NO_VERB | COMMA | QUOTE | NUMBER) and bool(before & (CAPITAL | ADVERB))
