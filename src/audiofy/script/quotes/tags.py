"""A quotation's sentence to its tag: the verb of saying and the phrase that names who speaks. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.languages.grammar import (
    ADDRESSING,
    ADVERB,
    AMBIGUOUS,
    AUXILIARY,
    BODY,
    CITED,
    CITING,
    CONJUNCTION,
    MENTIONED,
    OBJECT,
    OPINION,
    PASSIVE,
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
)
from audiofy.script.quotes.subjects import Phrase, Subjects
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.looks import Look
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

_REACH = 45  # tokens that a tag may be away from its quotation
_TERM = 3  # words that a term or an abbreviation has at most
_INNER = 5  # tokens that a source's own description runs on for
_EDGE = STOP | BREAK
_CUE = SPEECH | REPORT | SAYING


class Tag(NamedTuple):
    """The phrase that names who speaks (None: nobody does), the rule that found it, and how sure it is."""

    phrase: Phrase | None
    rule: str
    confidence: float


class Tags:
    """Finds the tags of quotations in one article."""

    def __init__(self, tokens: Tokens, looks: Sequence[Look], people: People, grammar: Grammar) -> None:
        self.flags = tokens.flags
        self.words = tokens.words
        self.quotes = tokens.quotes
        self.looks = looks
        self.people = people
        self.according = grammar.according
        self.subjects = Subjects(tokens, people, grammar)
        self.behind = grammar.behind

    def look_at(self, token: int) -> Look:
        """How the quotation at the token looks."""
        return self.looks[bisect_left(self.quotes, token)]

    def after(self, token: int) -> int:
        """The classes of what follows the token; a line break at the end of the text."""
        return self.flags[token + 1] if token + 1 < len(self.flags) else BREAK

    def lead(self, token: int) -> Tag | None:
        """The tag before the quotation at the token, in its sentence: "Smith said: “…”"."""
        flags = self.flags
        weak: Tag | None = None
        for at in range(token - 1, max(-1, token - _REACH), -1):
            bits = flags[at]
            if bits & _EDGE or (bits & QUOTE and self.look_at(at).last in ".?!"):
                break
            tag = None
            if bits & _CUE and self.words[at] != "to" and self.subjects.is_verb(at, _CUE):
                tag = self._cue(at, token)
            elif bits & CITING:
                tag = self._cited(at, self.according) or self._opinion(at)
                if tag is not None and tag.phrase is not None and self._runs_into(tag.phrase, token):
                    return None
            if tag is None:
                continue
            if tag.rule == "tag before" and not bits & SPEECH and tag.phrase and tag.phrase.kind == "pronoun":
                weak = weak or tag
                continue
            return tag
        if weak is None and token and flags[token - 1] & COLON:
            phrase = self._before_colon(token - 1)
            if phrase is not None:
                return Tag(self._possessor(phrase), "colon", 0.85)
        return weak

    def _runs_into(self, phrase: Phrase, token: int) -> bool:
        """Whether a source's description has not ended where the quotation stands: "according to the site “…”"."""
        between = self.flags[phrase.last + 1 : token]
        return 0 < len(between) <= _INNER and self.look_at(token).words <= _TERM and not any(
            bits & (COMMA | COLON | AUXILIARY | SUBJECT | SPEECH | REPORT) for bits in between
        )

    def _owner_before(self, colon: int) -> Phrase | None:
        """The owner of a short phrase that ends in a colon: "Smith's reply:"."""
        for at in range(colon - 1, max(-1, colon - _INNER), -1):
            if self.flags[at] & (_EDGE | COMMA | QUOTE | SPEECH | REPORT | AUXILIARY):
                break
            name = self.people.name_at(at)
            if name is not None and self.flags[name.last] & OWNER:
                return Phrase(name.first, name.last, "name")
        return None

    def _possessor(self, phrase: Phrase) -> Phrase:
        """Whose words they are, where the phrase is a thing somebody owns: "his reply"."""
        if phrase.kind == "nominal" and self.flags[phrase.first] & POSSESSIVE and not self._role_in(phrase):
            return Phrase(phrase.first, phrase.first, "pronoun")
        return phrase

    def _before_colon(self, colon: int) -> Phrase | None:
        """The subject of a sentence without a verb of saying that ends in a colon: "Smith on the deal: “…”"."""
        if not self.subjects.inverted:
            return self._owner_before(colon) or self.subjects.clause(colon - 1)
        start = colon
        while start > max(0, colon - _REACH) and not self.flags[start - 1] & (_EDGE | QUOTE):
            start -= 1
        return self.subjects.of_sentence(start, colon)

    def _cue(self, verb: int, token: int) -> Tag | None:
        flags, subjects = self.flags, self.subjects
        if self._passive(verb):
            return self._agent(verb, token)
        phrase = subjects.of_verb(verb)
        if phrase is None and flags[verb] & SPEECH and verb + 1 < token and not flags[verb + 1] & OBJECT:
            phrase = subjects.starting(verb + 1)
        if phrase is None or (flags[verb] & REPORT and self._reflexive(verb, token)):
            return None
        if verb == token - 1 and flags[verb] & REPORT and phrase.kind == "nominal" and not self._role_in(phrase):
            return None
        near = token - verb <= 2  # noqa: PLR2004 - "said that “…”"
        strong = flags[verb] & (SPEECH | SAYING)
        leads = flags[token - 1] & (COMMA | COLON)
        return Tag(phrase, "tag before", 0.97 if near and strong else 0.85 if near or leads else 0.7)

    def _reflexive(self, verb: int, token: int) -> bool:
        return any(self.flags[at] & REFLEXIVE for at in range(verb + 1, token))

    def _role_in(self, phrase: Phrase) -> bool:
        return any(self.flags[at] & (ROLE | BODY) for at in range(phrase.first, phrase.last + 1))

    def mentioned(self, token: int) -> bool:
        """Whether a quotation is a word that is talked about: "the term “…”"."""
        at = token - 1
        if at > 0 and (self.flags[at] & COMMA or (self.flags[at] & COLON and self.look_at(token).words <= _TERM)):
            at -= 1
        if at > 0 and self.words[at] == "called" and self.words[at - 1] in {"so", "-"}:
            return True
        return at >= 0 and bool(self.flags[at] & MENTIONED)

    def addressee(self, token: int) -> bool:
        """Whether a quotation stands where a verb names whom something is said to: "told “…”"."""
        return token > 0 and bool(self.flags[token - 1] & ADDRESSING)

    def _passive(self, verb: int) -> bool:
        """Whether the verb is suffered: "was asked"; not "was quoted as saying"."""
        if self.flags[verb] & CITED:
            return False
        if self.subjects.inverted:
            return bool(self.flags[verb] & SAYING and self.flags[self.subjects.auxiliary(verb)] & PASSIVE)
        at = verb - 1
        while at >= 0 and self.flags[at] & ADVERB:
            at -= 1
        return at >= 0 and bool(self.flags[at] & PASSIVE) and not self.words[verb].endswith("ing")

    def _agent(self, verb: int, token: int) -> Tag | None:
        """Who a passive names as the one who speaks: "was asked by Smith", "was called “…” by Smith"."""
        for at in range(verb + 1, min(token + 2, len(self.words))):
            if self.words[at] == "by":
                phrase = self.subjects.starting(at + 1)
                if phrase is not None:
                    return Tag(phrase, "by", 0.85)
        return Tag(None, "asked", 0.3) if self.flags[verb] & SPEECH and token - verb <= 2 else None  # noqa: PLR2004

    def _cited(self, at: int, phrases: Sequence[tuple[str, ...]]) -> Tag | None:
        words = self.words
        for phrase in phrases:
            past = at + len(phrase)
            if tuple(word.lower() for word in words[at:past]) == phrase:
                if past < len(words) and words[past] in {"von", "vom"}:
                    past += 1
                verb = past < len(words) and self.flags[past] & SPEECH and self.subjects.inverted
                named = self.subjects.behind(past) if verb else self.subjects.starting(past)
                return Tag(named, "according to", 0.9) if named else None
        return None

    def _opinion(self, at: int) -> Tag | None:
        """Whose opinion something is: "seiner Ansicht nach"."""
        if at > 1 and self.flags[at - 1] & OPINION and self.flags[at - 2] & POSSESSIVE:
            return Tag(Phrase(at - 2, at - 2, "pronoun"), "according to", 0.85)
        return None

    def tag(self, token: int, look: Look) -> Tag | None:
        """The tag behind the quotation at the token: "“…,” said Smith", "“…,” Smith said"."""
        flags, subjects = self.flags, self.subjects
        size = len(flags)
        at = token + 1
        while at < size and flags[at] & COMMA:
            at += 1
        if at >= size or flags[at] & (_EDGE | COLON | QUOTE):
            return None
        if flags[at] & SPEECH and not flags[at] & CAPITAL and not (flags[at] & AMBIGUOUS and look.last not in ",.?!"):
            phrase = subjects.behind_or_source(at) if subjects.inverted else subjects.starting(at + 1)
            if phrase is not None or subjects.inverted:
                return Tag(phrase, "verb, speaker", 0.97)
        if flags[at] & CITING:
            cited = self._cited(at, self.according + self.behind)
            if cited is not None:
                return cited
        if subjects.inverted and self.words[token - 1] == "als" and flags[at] & _CUE:
            phrase = subjects.ending(token - 2) or subjects.clause(token - 2)
            if phrase is not None:
                return Tag(phrase, "tag around", 0.85)
        if subjects.inverted and flags[at] & AUXILIARY and self._said_later(at):
            phrase = subjects.behind(at)
            if phrase is not None:
                return Tag(phrase, "verb, speaker", 0.9)
        if subjects.inverted or (at == token + 1 and look.last not in ",.?!…-–—"):
            return self._late(at, look)
        if not flags[at] & (PREPOSITION | CONJUNCTION | RELATIVE | AUXILIARY | COLON):
            found = self._speaker_verb(at, look)
            if found is not None:
                return found
        return self._late(at, look)

    def _said_later(self, at: int) -> bool:
        """Whether a participle of saying ends the clause: "hatte Meier im Interview | erklärt"."""
        for index in range(at + 1, min(len(self.flags), at + _REACH)):
            if self.flags[index] & (_EDGE | QUOTE | COLON):
                break
            if self.flags[index] & SAYING:
                return True
        return False

    def _speaker_verb(self, at: int, look: Look) -> Tag | None:
        """A subject right behind the quotation, and its verb after what may stand between them."""
        phrase = self.subjects.starting(at)
        if phrase is None:
            return None
        verb = self._verb_of(at, phrase)
        if verb < 0:
            return self._unknown_verb(phrase, look)
        if look.last == "." and not self.after(verb) & (_EDGE | COMMA | QUOTE | COLON | TIME | PREPOSITION):
            return None
        if phrase.kind == "nominal":
            nearer = self.subjects.before(verb)
            if nearer is not None and nearer.kind == "name" and nearer.first > phrase.last:
                phrase = self._apposed(phrase, nearer)
            elif nearer is not None and nearer.first == phrase.first:
                phrase = nearer
        return Tag(phrase, "speaker, verb", 0.96)

    def _apposed(self, phrase: Phrase, nearer: Phrase) -> Phrase:
        """The name in apposition to a nominal: "a spokesman for the party, Ann Lee, said"."""
        flags = self.flags
        alone = flags[nearer.first - 1] & COMMA and flags[nearer.last + 1] & COMMA
        return nearer if alone else Phrase(phrase.first, phrase.last, "nominal")

    def _verb_of(self, at: int, phrase: Phrase) -> int:
        """The verb of saying whose subject the phrase is; -1 where there is none."""
        flags, subjects = self.flags, self.subjects
        size = min(len(flags), at + _REACH)
        index = phrase.last + 1
        while index < size:
            bits = flags[index]
            if bits & SPEECH and subjects.is_verb(index, SPEECH):
                return index
            if bits & REPORT and index == phrase.last + 1 and subjects.is_verb(index, REPORT):
                return index
            if bits & (COMMA | RELATIVE | PREPOSITION):
                return self._verb_past(index, size)
            if not bits & (ADVERB | AUXILIARY | TIME | ROLE | CAPITAL):
                return -1
            index += 1
        return -1

    def _verb_past(self, index: int, size: int) -> int:
        """The verb of saying past an apposition, a relative clause or a place that begins at the token."""
        flags, subjects = self.flags, self.subjects
        apposed = flags[index] & (COMMA | RELATIVE)
        for at in range(index + 1, size):
            bits = flags[at]
            if bits & (_EDGE | COLON | QUOTE) or (not apposed and bits & (COMMA | CONJUNCTION)):
                break
            if not bits & SPEECH or not subjects.is_verb(at, SPEECH):
                continue
            before = at - 1
            while before > index and flags[before] & (ADVERB | TIME | AUXILIARY):
                before -= 1
            if (flags[before] & COMMA and before > index) or (not apposed and not flags[before] & SUBJECT):
                return at
            if flags[before] & SUBJECT:
                break
        return -1

    def _unknown_verb(self, phrase: Phrase, look: Look) -> Tag | None:
        """A tag whose verb is no word we know: "“…,” Smith thundered"."""
        following = self.after(phrase.last)
        known = following & (_EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE | AUXILIARY | SPEECH)
        if known or look.last not in {",", "?", "!"} or look.titled or phrase.last + 1 >= len(self.words):
            return None
        if phrase.kind == "nominal" or not self.words[phrase.last + 1][0].islower():
            return None
        return Tag(phrase, "speaker, some verb", 0.8)

    def _late(self, at: int, look: Look) -> Tag | None:
        """A tag behind more of the sentence: "“…,” in contrast to last year, says Smith"."""
        flags, subjects = self.flags, self.subjects
        if look.last == ".":
            return None
        for index in range(at, min(len(flags) - 1, at + _REACH)):
            bits = flags[index]
            if bits & (_EDGE | COLON | QUOTE):
                break
            if bits & COMMA and flags[index + 1] & SPEECH and not flags[index + 1] & AMBIGUOUS:
                phrase = subjects.behind_or_source(index + 1) if subjects.inverted else subjects.starting(index + 2)
                if phrase is not None:
                    return Tag(phrase, "verb, speaker", 0.8)
            if not subjects.inverted and bits & SPEECH and subjects.is_verb(index, SPEECH) and index > at:
                found = subjects.before(index)
                if found is None or found.first < at:
                    return None
                return Tag(found, "speaker, verb", 0.75)
        return None
