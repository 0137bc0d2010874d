"""The words behind a quotation to its tag: "“…,” said Smith", "“…,” she told reporters". Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.quotes.chunks import Phrase
from audiofy.script.quotes.languages.grammar import (
    ADVERB,
    AMBIGUOUS,
    AUXILIARY,
    CITING,
    CONJUNCTION,
    LIKENING,
    OBJECT,
    PREPOSITION,
    RELATIVE,
    REPORT,
    ROLE,
    SAYING,
    SPEECH,
    SUBJECT,
    TIME,
)
from audiofy.script.quotes.tags import CUE, REACH, Leads, Tag, cited
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, QUOTE, STOP

if TYPE_CHECKING:
    from audiofy.script.quotes.looks import Look

_EDGE = STOP | BREAK
_NO_SUBJECT = PREPOSITION | CONJUNCTION | RELATIVE | AUXILIARY | COLON
_VERB_ENDS = _EDGE | COMMA | QUOTE | COLON | TIME | PREPOSITION
_KNOWN = _EDGE | COMMA | QUOTE | PREPOSITION | CONJUNCTION | RELATIVE | AUXILIARY | SPEECH
_PASSED = ADVERB | AUXILIARY | TIME | ROLE | CAPITAL
_DASHES = frozenset("—–―-")


class Tails:
    """Finds the tags behind quotations."""

    def __init__(self, leads: Leads) -> None:
        self.leads = leads
        self.flags = leads.flags
        self.words = leads.words
        self.subjects = leads.subjects
        self.grammar = leads.grammar

    def find(self, token: int, look: Look) -> Tag | None:
        """The tag behind the quotation at the token."""
        flags = self.flags
        size = len(flags)
        at = token + 1
        while at < size and flags[at] & COMMA:
            at += 1
        if at == token + 1 and at + 1 < size and flags[at] & BREAK and self.words[at + 1] in _DASHES:
            return self._signed(at + 2)
        if at + 1 < size and flags[at] & BREAK and flags[at + 1] & SPEECH and not flags[at + 1] & CAPITAL:
            at += 1  # a block quotation, and below it: "said Ann Lee"
        if at >= size or flags[at] & (_EDGE | COLON | QUOTE):
            return None
        if self.grammar.inverted and not self.grammar.verb_second and flags[at] & OBJECT and at + 1 < size:
            at += 1  # "« … », se | réjouit Morel", "«…», le | dijo Mora"
        known = self._verb_first(at, look) or self._source(at, look) or self._elsewhere(token, at, look)
        return known or self._unknown_first(token, at, look)

    def _verb_first(self, at: int, look: Look) -> Tag | None:
        """A verb of saying right behind the quotation, and its subject: "“…,” said Smith"."""
        bits = self.flags[at]
        if not self.subjects.has_particle(at):
            return None
        reports = self.grammar.verb_second and bits & REPORT and self.flags[at - 1] & COMMA  # "…“, hofft Rau"
        if not (bits & SPEECH or reports) or bits & CAPITAL or (bits & AMBIGUOUS and look.last not in ",.?!"):
            return None
        phrase = self.subjects.behind(at)
        if phrase is None and not self.grammar.inverted:
            return None
        return Tag(phrase or self._titled(at + 1), "verb, speaker", 0.97, at)

    def _source(self, at: int, look: Look) -> Tag | None:
        """A source right behind the quotation: "“…,” according to Smith"."""
        bits = self.flags[at]
        if not bits & CITING or (bits & CAPITAL and look.last in ".?!"):
            return None
        return cited(self.leads, at, self.grammar.according + self.grammar.behind)

    def _elsewhere(self, token: int, at: int, look: Look) -> Tag | None:
        """A tag that begins with its subject, or stands further on."""
        if self.grammar.inverted:
            tag = self._inverted(token, at)
            if tag is not None or self.grammar.verb_second:
                return tag or self._late(at, look)
        signed = self._signed(at) if at > token + 1 and self.words[at - 1] in _DASHES else None
        if signed is not None:
            return signed
        open_ended = at == token + 1 and look.last not in ",.?!…-–—"
        if open_ended or self.flags[at] & _NO_SUBJECT:
            return self._late(at, look)
        return self._speaker_verb(at, look) or self._late(at, look)

    def _titled(self, at: int) -> Phrase | None:
        """A paper or programme that speaks, where its name stands in marks: "schrieb „Die Zeit“"."""
        if at < len(self.flags) and self.flags[at] & QUOTE and self.leads.look_at(at).titled:
            return Phrase(at, at, "nominal")
        return None

    def _inverted(self, token: int, at: int) -> Tag | None:
        """A tag whose subject stands behind an auxiliary, or before the quotation: "als „…“ bezeichnete"."""
        flags, subjects = self.flags, self.subjects
        if token and flags[token - 1] & LIKENING and flags[at] & CUE:
            phrase = subjects.ending(token - 2) or subjects.clause(token - 2)
            return Tag(phrase, "tag around", 0.85, at) if phrase is not None else None
        if flags[at] & AUXILIARY and self._said_later(at):
            phrase = subjects.behind(at)
            dropped = self.grammar.drops_pronouns and subjects.following(at) & SAYING  # "«…», ha dicho"
            return Tag(phrase, "verb, speaker", 0.9, at) if phrase is not None or dropped else None
        return None

    def _said_later(self, at: int) -> bool:
        """Whether a participle of saying follows in the clause: "hatte Meier im Interview | erklärt"."""
        for index in range(at + 1, min(len(self.flags), at + REACH)):
            if self.flags[index] & (_EDGE | QUOTE | COLON):
                break
            if self.flags[index] & SAYING:
                return True
        return False

    def _signed(self, at: int) -> Tag | None:
        """A name behind a dash, as under a motto: "“…” — Ann Lee"."""
        phrase = self.subjects.starting(at)
        if phrase is None or phrase.kind != "name" or not self.leads.subjects.following(phrase.last) & (BREAK | COMMA):
            return None
        return Tag(phrase, "signed", 0.95)

    def _speaker_verb(self, at: int, look: Look) -> Tag | None:
        """A subject right behind the quotation, and its verb after what may stand between them."""
        phrase = self.subjects.starting(at)
        if phrase is None:
            return None
        verb = self._verb_of(at, phrase)
        if verb > phrase.last + 1 and phrase.kind == "nominal" and not self.subjects.is_marked(phrase):
            return None
        if verb < 0:
            return self._unknown_verb(phrase, look)
        if look.last == "." and not self.subjects.following(verb) & _VERB_ENDS:
            return None
        if phrase.kind == "nominal":
            nearer = self.subjects.before(verb)
            if nearer is not None and nearer.kind == "name" and nearer.first > phrase.last:
                alone = self.flags[nearer.first - 1] & COMMA and self.subjects.following(nearer.last) & COMMA
                phrase = nearer if alone else phrase
            elif nearer is not None and nearer.first == phrase.first:
                phrase = nearer
        return Tag(phrase, "speaker, verb", 0.96, verb)

    def _verb_of(self, at: int, phrase: Phrase) -> int:
        """The verb of saying whose subject the phrase is; -1 where there is none."""
        flags, subjects = self.flags, self.subjects
        size = min(len(flags), at + REACH)
        for index in range(phrase.last + 1, size):
            bits = flags[index]
            if bits & SPEECH and subjects.is_verb(index, SPEECH):
                return index
            if bits & REPORT and index == phrase.last + 1 and subjects.is_verb(index, REPORT):
                return index
            if bits & (COMMA | RELATIVE | PREPOSITION):
                return self._verb_past(index, size)
            if bits & SAYING and index > phrase.last + 1 and self._is_heard(index - 1, phrase):
                return index
            if not bits & _PASSED and not self._is_heard(index, phrase):
                break
        return -1

    def _is_heard(self, index: int, phrase: Phrase) -> bool:
        """Whether a form of saying follows on the token: "Smith is heard | replying"."""
        return bool(self.flags[phrase.last + 1] & AUXILIARY and self.subjects.following(index) & SAYING)

    def _verb_past(self, index: int, size: int) -> int:
        """The verb of saying past an apposition, a relative clause or a place that begins at the token."""
        flags = self.flags
        apposed = flags[index] & (COMMA | RELATIVE)
        for at in range(index + 1, size):
            bits = flags[at]
            if bits & (_EDGE | COLON | QUOTE) or (not apposed and bits & (COMMA | CONJUNCTION)):
                break
            if not bits & SPEECH or not self.subjects.is_verb(at, SPEECH):
                continue
            before = at - 1
            while before > index and flags[before] & (ADVERB | TIME | AUXILIARY):
                before -= 1
            if flags[before] & SUBJECT:
                break
            if not apposed or (flags[before] & COMMA and before > index):
                return at
        return -1

    def _unknown_verb(self, phrase: Phrase, look: Look) -> Tag | None:
        """A tag whose verb is no word we know: "“…,” Smith thundered"."""
        known = self.subjects.following(phrase.last) & _KNOWN
        if known or look.last not in {",", "?", "!"} or look.titled or phrase.kind == "nominal":
            return None
        if phrase.last + 1 >= len(self.words) or not self.words[phrase.last + 1][0].islower():
            return None
        return Tag(phrase, "speaker, some verb", 0.8)

    def _unknown_first(self, token: int, at: int, look: Look) -> Tag | None:
        """A tag that begins with a verb that is no word we know: "“…,” thundered Smith"."""
        word = self.words[at]
        past = self.grammar.past and word.endswith(self.grammar.past) and word[0].islower()
        closed = look.last in {",", "?", "!"} or at > token + 1
        if not past or self.flags[at] or not closed or look.titled:
            return None
        phrase = self.subjects.starting(at + 1)
        if phrase is None or (phrase.kind == "nominal" and not self.subjects.has_noun(phrase)):
            return None
        return Tag(phrase, "some verb, speaker", 0.8)

    def _late(self, at: int, look: Look) -> Tag | None:
        """A tag behind more of the sentence: "“…,” in contrast to last year, says Smith"."""
        flags, subjects = self.flags, self.subjects
        if look.last == ".":
            return None
        for index in range(at, min(len(flags) - 1, at + REACH)):
            bits = flags[index]
            if bits & (_EDGE | COLON | QUOTE):
                break
            if bits & COMMA and flags[index + 1] & CITING:
                tag = cited(self.leads, index + 1, self.grammar.according)
                if tag is not None:
                    return tag._replace(confidence=0.75)
            if bits & COMMA and flags[index + 1] & SPEECH and not flags[index + 1] & AMBIGUOUS:
                phrase = subjects.behind(index + 1)
                if phrase is not None:
                    return Tag(phrase, "verb, speaker", 0.8, index + 1)
            if not self.grammar.verb_second and index > at and bits & SPEECH and subjects.is_verb(index, SPEECH):
                found = subjects.before(index)
                if found is None or found.first < at:
                    return None
                return Tag(found, "speaker, verb", 0.75, index)
        return None
