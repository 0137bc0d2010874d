"""The words before a quotation to its tag: the verb of saying and the phrase that names who speaks. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.chunks import Phrase
from audiofy.script.quotes.inverted import InvertedSubjects, subjects_of
from audiofy.script.quotes.languages.grammar import (
    ADDRESSING,
    ADVERB,
    AGENT,
    AUXILIARY,
    CITED,
    CITING,
    LIKENING,
    MENTIONED,
    OBJECT,
    OPINION,
    PASSIVE,
    POSSESSIVE,
    PREPOSITION,
    REFLEXIVE,
    REPORT,
    SAYING,
    SPEECH,
    SUBJECT,
)
from audiofy.script.quotes.tokens import BREAK, COLON, COMMA, OWNER, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.looks import Look
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.tokens import Tokens

REACH = 45  # tokens that a tag may be away from its quotation
CUE = SPEECH | REPORT | SAYING

_EDGE = STOP | BREAK
_ENDING = _EDGE | QUOTE  # only quotations that end a sentence are among the hooks
_HOOK = CUE | CITING | _EDGE
_ENDS = frozenset(".?!")
_TERM = 3  # words that a term or an abbreviation has at most
_INNER = 5  # tokens that a source's own description runs on for
_NEAR = 2  # tokens between a verb and the quotation that it introduces: "said that “…”"
_NEEDS_TAG = COMMA | COLON | AUXILIARY | SUBJECT | SPEECH | REPORT


class Tag(NamedTuple):
    """The phrase that names who speaks (None: nobody does), the rule that found it, and how sure it is.

    `verb` is the token of the verb of saying, or -1: in some languages its form tells the speaker's gender.
    """

    phrase: Phrase | None
    rule: str
    confidence: float
    verb: int = -1


class Leads:
    """Finds the tags before quotations: "Smith said: “…”"."""

    def __init__(self, tokens: Tokens, looks: Sequence[Look], people: People, grammar: Grammar) -> None:
        self.flags = tokens.flags
        self.words = tokens.words
        self.quotes = tokens.quotes
        self.looks = looks
        self.people = people
        self.grammar = grammar
        self.subjects = subjects_of(tokens, people, grammar)
        self.hooks = self._hooks()
        self._known: dict[int, Phrase | None] = {}

    def _hooks(self) -> list[int]:
        """The tokens where a search for a tag has something to do: verbs of saying, sources, ends of sentences."""
        hooks = [at for at, bits in enumerate(self.flags) if bits & _HOOK]
        ends = [token for token, look in zip(self.quotes, self.looks, strict=True) if look.last in _ENDS]
        return sorted(hooks + ends) if ends else hooks

    def look_at(self, token: int) -> Look:
        """How the quotation at the token looks."""
        return self.looks[bisect_left(self.quotes, token)]

    def find(self, token: int) -> Tag | None:
        """The tag before the quotation at the token, in its sentence."""
        flags = self.flags
        weak: Tag | None = None
        for place in range(bisect_left(self.hooks, token) - 1, -1, -1):
            at = self.hooks[place]
            bits = flags[at]
            if at <= token - REACH or bits & _ENDING:
                break
            tag = None
            if bits & CUE and not bits & COMMA and self.subjects.is_verb(at, CUE):
                tag = self._of_verb(at, token)
            elif bits & CITING:
                tag = cited(self, at, self.grammar.according + self._behind(at)) or self._opinion(at)
                if tag is not None and tag.phrase is not None and self._runs_into(tag.phrase, token):
                    return None
            if tag is None:
                continue
            if not self._is_weak(tag, bits):
                return tag
            weak = weak or tag
        if weak is None and token and flags[token - 1] & COLON:
            phrase = self._before_colon(token - 1)
            return Tag(self._possessor(phrase), "colon", 0.85) if phrase is not None else None
        return weak

    def _behind(self, at: int) -> tuple[tuple[str, ...], ...]:
        """What the token may begin behind a quotation, or between commas: "“…”, | so Lee", "Es sei, | so Lee, “…”"."""
        flags = self.flags
        if not self.grammar.behind or at < 2:  # noqa: PLR2004 - a quotation and a comma
            return ()
        if flags[at - 1] & QUOTE or (flags[at - 1] & COMMA and flags[at - 2] & QUOTE):
            return self.grammar.behind
        phrase = self.subjects.starting(at + 1) if flags[at - 1] & COMMA else None
        return self.grammar.behind if phrase and self.subjects.following(phrase.last) & COMMA else ()

    def _is_weak(self, tag: Tag, bits: int) -> bool:
        """Whether a tag gives way to another before it: "Smith said he believes it “…”"."""
        if bits & PREPOSITION:  # "to" leads to verbs, and is none
            return True
        return tag.verb >= 0 and not bits & SPEECH and tag.phrase is not None and tag.phrase.kind == "pronoun"

    def _of_verb(self, verb: int, token: int) -> Tag | None:
        flags, subjects = self.flags, self.subjects
        bits = flags[verb]
        if self._passive(verb):
            return self._agent(verb, token)
        if bits & SPEECH and flags[verb + 1] & AGENT and (not verb or flags[verb - 1] & _EDGE):
            return self._asker(verb, token)
        phrase = self._subject(verb)
        if phrase is None and bits & SPEECH and verb + 1 < token and not flags[verb + 1] & OBJECT:
            phrase = subjects.starting(verb + 1)
        if phrase is None:
            dropped = self.grammar.drops_pronouns and bits & (SAYING | SPEECH) and self._cuts(verb, token)
            return Tag(None, "tag before", 0.9, verb) if dropped else None
        if bits & REPORT:
            thing = verb == token - 1 and phrase.kind == "nominal" and not subjects.has_noun(phrase)
            if thing or any(flag & REFLEXIVE for flag in flags[verb + 1 : token]):
                return None
        near = token - verb <= _NEAR or self._asks(verb, token)
        if near and bits & (SPEECH | SAYING):
            return Tag(phrase, "tag before", 0.97, verb)
        leads = near or flags[token - 1] & (COMMA | COLON)
        return Tag(phrase, "tag before", 0.85 if leads else 0.7, verb)

    def _asks(self, verb: int, token: int) -> bool:
        """Whether a question follows the verb and whom it is put to: "asked | him, “…?”"."""
        to = self.flags[verb + 1] & (OBJECT | POSSESSIVE)
        return bool(to) and token - verb == _NEAR + 1 and self.look_at(token).last == "?"

    def _cuts(self, verb: int, token: int) -> bool:
        """Whether the verb and its auxiliary are all that stands between two quotations: "«…», ha | dicho, «…»"."""
        flags = self.flags
        at = verb - 1 - bool(flags[verb - 1] & AUXILIARY)
        return verb == token - 2 and at > 0 and bool(flags[token - 1] & flags[at] & COMMA and flags[at - 1] & QUOTE)

    def _subject(self, verb: int) -> Phrase | None:
        """Whose the verb is; where quotations stand close together, each of them asks."""
        if verb not in self._known:
            self._known[verb] = self._quoted(verb) or self.subjects.of_verb(verb)
        return self._known[verb]

    def _quoted(self, verb: int) -> Phrase | None:
        """Whom somebody quotes: "the Post quoted | Smith | as saying"."""
        at = verb + 1
        if not self.flags[verb] & CITED or at == len(self.flags) or self.flags[at] & LIKENING:
            return None
        phrase = self.subjects.starting(at)
        return phrase if phrase and self.subjects.following(phrase.last) & LIKENING else None

    def _passive(self, verb: int) -> bool:
        """Whether the verb is suffered: "was asked"; not "was quoted as saying"."""
        flags = self.flags
        if flags[verb] & CITED:
            return False
        if isinstance(self.subjects, InvertedSubjects):
            return bool(flags[verb] & SAYING and flags[self.subjects.auxiliary(verb)] & PASSIVE)
        at = verb - 1
        while at > 0 and flags[at] & ADVERB:
            at -= 1
        return at >= 0 and bool(flags[at] & PASSIVE) and not (flags[verb] & SAYING and not flags[verb] & SPEECH)

    def _agent(self, verb: int, token: int) -> Tag | None:
        """Who a passive names as the one who speaks: "was asked by Smith", "was called “…” by Smith"."""
        for at in range(verb + 1, min(token + 2, len(self.words))):
            if self.flags[at] & AGENT:
                phrase = self.subjects.starting(at + 1)
                if phrase is not None:
                    return Tag(phrase, "by", 0.85)
        return Tag(None, "asked", 0.3) if self.flags[verb] & SPEECH and token - verb <= _NEAR else None

    def _asker(self, verb: int, token: int) -> Tag | None:
        """Who asks a question that somebody is asked before they say anything: "Asked by Smith, “…?” Lee laughed."."""
        phrase = self.subjects.starting(verb + 2)
        if phrase is None or phrase.last != token - 2 or self.look_at(token).last != "?":
            return None
        return Tag(phrase, "by", 0.97)

    def _opinion(self, at: int) -> Tag | None:
        """Whose opinion something is: "seiner Ansicht nach"."""
        if at > 1 and self.flags[at - 1] & OPINION and self.flags[at - 2] & POSSESSIVE:
            return Tag(Phrase(at - 2, at - 2, "pronoun"), "according to", 0.85)
        return None

    def _runs_into(self, phrase: Phrase, token: int) -> bool:
        """Whether a source's description has not ended where the quotation stands: "according to the site “…”"."""
        between = self.flags[phrase.last + 1 : token]
        if not 0 < len(between) <= _INNER or self.look_at(token).words > _TERM:
            return False
        return not any(bits & _NEEDS_TAG for bits in between)

    def _before_colon(self, colon: int) -> Phrase | None:
        """The subject of a sentence without a verb of saying that ends in a colon: "Smith on the deal: “…”"."""
        if not self.grammar.verb_second:
            return self._owner_before(colon) or self.subjects.clause(colon - 1)
        start = colon
        while start > max(0, colon - REACH) and not self.flags[start - 1] & (_EDGE | QUOTE):
            start -= 1
        return self.subjects.of_sentence(start, colon)

    def _owner_before(self, colon: int) -> Phrase | None:
        """The owner of a short phrase that ends in a colon: "Smith's reply:"."""
        for at in range(colon - 1, max(-1, colon - _INNER), -1):
            if self.flags[at] & (_EDGE | COMMA | QUOTE) or self.subjects.is_verb(at, SPEECH | REPORT):
                break
            name = self.people.name_at(at)
            if name is not None and self.flags[name.last] & OWNER:
                return Phrase(name.first, name.last, "name")
        return None

    def _possessor(self, phrase: Phrase) -> Phrase:
        """Whose words they are, where the phrase is a thing somebody owns: "his reply"."""
        if phrase.kind == "nominal" and self.flags[phrase.first] & POSSESSIVE and not self.subjects.has_noun(phrase):
            return Phrase(phrase.first, phrase.first, "pronoun")
        return phrase

    def mentioned(self, token: int) -> bool:
        """Whether a quotation is a word that is talked about: "the term “…”"."""
        flags = self.flags
        at = token - 1
        if at > 0 and (flags[at] & COMMA or (flags[at] & COLON and self.look_at(token).words <= _TERM)):
            at -= 1
        return at >= 0 and bool(flags[at] & MENTIONED)

    def addressed(self, token: int) -> bool:
        """Whether a quotation stands where a verb names whom something is said to: "told “…”"."""
        return token > 0 and bool(self.flags[token - 1] & ADDRESSING)


def cited(leads: Leads, at: int, phrases: Sequence[tuple[str, ...]]) -> Tag | None:
    """The source that one of the `phrases` names, if it begins at the token: "according to | Smith"."""
    words, flags = leads.words, leads.flags
    for phrase in phrases:
        past = at + len(phrase)
        if tuple(word.lower() for word in words[at:past]) != phrase:
            continue
        if past < len(words) and flags[past] & AGENT:
            past += 1
        verb = past < len(words) and flags[past] & SPEECH and leads.grammar.inverted
        named = leads.subjects.behind(past) if verb else leads.subjects.starting(past)
        if named is None and past < len(words) and words[past].lower() in leads.grammar.genders:
            named = Phrase(past, past, "pronoun")  # "selon | lui"
        return Tag(named, "according to", 0.9) if named else None
    return None
