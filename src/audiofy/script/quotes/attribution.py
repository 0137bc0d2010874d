"""Quotations to who said them, as far as the words around them tell. Pure.

A quotation with a tag in its sentence belongs to the tag. One without belongs to whom the text before it leads to:
the speaker of the quotation that it continues, or the subject of the sentence before. What has neither and is no
sentence of its own is no speech: a title, a term, a word held at arm's length.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.quotes.chunks import NOUN, Phrase
from audiofy.script.quotes.languages.grammar import (
    INDEFINITE,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    REPORT,
    SAYING,
    SPEECH,
    SUBJECT,
    SUBJUNCTIVE,
    TIME,
)
from audiofy.script.quotes.looks import Look, look
from audiofy.script.quotes.tags import Leads
from audiofy.script.quotes.tails import Tails
from audiofy.script.quotes.tokens import BREAK, CAPITAL, COLON, COMMA, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.languages.grammar import Grammar
    from audiofy.script.quotes.marks import Span
    from audiofy.script.quotes.people import People
    from audiofy.script.quotes.person import Person
    from audiofy.script.quotes.tags import Tag
    from audiofy.script.quotes.tokens import Tokens

_EDGE = STOP | BREAK
_BEHIND_HER = STOP | BREAK | COMMA | QUOTE | PREPOSITION | TIME  # "asked her | on Monday", not "her aunt"
_SURE = 0.96  # a tag before a quotation that is this sure is not overruled by one behind it
_TITLE_WORDS = 9  # more words with capitals are a headline that is quoted, not a title
_SENTENCE_WORDS = 4  # fewer words without a full stop are no sentence
_CLEARLY_A_SENTENCE = 6  # more words are one even without a full stop
_BACK = 80  # tokens that a sentence is followed back
_TURNS = 8  # spoken parts back that the turns of a conversation are followed
_GUESSED = 0.5  # so sure is who speaks where nothing but the place tells
_RECENT = 3  # quotations back that one without a tag may continue


class Found(NamedTuple):
    """Who says a quotation: the phrase that names them, how it was told, and whether it is whole sentences."""

    phrase: Phrase | None
    rule: str
    confidence: float
    kind: str
    verb: int = -1


class Attribution:
    """Says of each quotation of an article who said it."""

    def __init__(self, text: str, tokens: Tokens, spans: Sequence[Span], people: People, grammar: Grammar) -> None:
        self.flags = tokens.flags
        self.words = tokens.words
        self.quotes = tokens.quotes
        self.people = people
        self.grammar = grammar
        self.looks = [look(text, span) for span in spans]
        self.leads = Leads(tokens, self.looks, people, grammar)
        self.tails = Tails(self.leads)
        self.subjects = self.leads.subjects
        self.reporting = self._subjunctives() if grammar.verb_second else []
        self.found: list[Found | None] = []

    def _subjunctives(self) -> list[int]:
        """The verbs by which a sentence says that it reports: those we know, and "er | übernehme"."""
        flags, words = self.flags, self.words
        return [
            at
            for at, bits in enumerate(flags)
            if bits & SUBJUNCTIVE
            or (not bits and at and flags[at - 1] & SUBJECT and words[at][-1:] == "e" and words[at][-2:] != "te")
        ]

    def read(self) -> list[Found | None]:
        """Who said each quotation; None for one that is no speech."""
        for place, token in enumerate(self.quotes):
            self.found.append(self._attribute(place, token, self.looks[place]))
        return self.found

    def _attribute(self, place: int, token: int, look: Look) -> Found | None:
        whole = look.spoken or self._stands_alone(token, look)
        if not look.spoken and self._is_term(token, look):
            return None
        tag = self._tag(token, look, whole=whole)
        if tag is not None and tag.phrase is None and tag.verb >= 0 and self.grammar.drops_pronouns:
            return self._continued(place, token)._replace(rule="dropped pronoun", confidence=0.6, verb=tag.verb)
        if tag is not None:
            spoken = whole or self._closed_before_comma(token, look) or self._goes_on(place, token)
            kind = "direct" if spoken else "mixed"
            return Found(tag.phrase, tag.rule, tag.confidence, kind, tag.verb)
        if look.turn:
            return self._turn(place)
        if not whole or not (look.spoken or self._is_sentence(token, look)):
            return self._reported(place, token)
        return self._continued(place, token)

    def _tag(self, token: int, look: Look, *, whole: bool) -> Tag | None:
        """The better of the tags before and behind a quotation."""
        lead = self.leads.find(token)
        tail = self.tails.find(token, look) if lead is None or lead.confidence < _SURE or look.last in ",?!" else None
        if tail is not None and tail.phrase is None and lead is not None and lead.phrase is not None:
            return lead  # "Er werde, so Rau, „…“ klagen"
        if tail is not None and tail.confidence > _SURE:
            return tail
        if lead is not None and lead.confidence >= _SURE:
            return lead
        if tail is not None and (lead is None or tail.confidence > lead.confidence):
            return tail
        return lead if lead is not None and (lead.phrase is not None or not whole) else None

    def _stands_alone(self, token: int, look: Look) -> bool:
        """Whether a quotation is whole sentences of its own."""
        before = self.flags[token - 1] if token else BREAK
        if not before & (_EDGE | COLON | QUOTE | COMMA):
            return False
        if not (look.first.isupper() or look.first.isdigit() or before & (BREAK | QUOTE)):
            return False
        if look.last in ".,?!…—-–:" or self.subjects.following(token) & (BREAK | QUOTE):
            return True
        return look.words > _CLEARLY_A_SENTENCE and bool(before & _EDGE)

    def _closed_before_comma(self, token: int, look: Look) -> bool:
        """Whether a quotation is a sentence whose comma stands outside its marks: "«Sí», dijo"."""
        before = self.flags[token - 1] if token else BREAK
        return bool(
            look.first.isupper() and before & (_EDGE | COLON | QUOTE) and self.subjects.following(token) & COMMA
        )

    def _goes_on(self, place: int, token: int) -> bool:
        """Whether a quotation is the rest of one that its tag interrupts: "“My door,” she said, “is open.”"."""
        if not place or not self.flags[token - 1] & COMMA or self.looks[place - 1].last != ",":
            return False
        first = self.found[place - 1]
        between = self.flags[self.quotes[place - 1] + 1 : token]
        return first is not None and first.kind == "direct" and not any(bits & _EDGE for bits in between)

    def _turn(self, place: int) -> Found:
        """The speaker of a line after a dash: whoever spoke the line before the last, for two take turns."""
        before = [at for at in range(max(0, place - _TURNS), place) if self.looks[at].turn]
        other = self.found[before[-2]] if len(before) > 1 else None
        if other is None or other.phrase is None:
            return Found(None, "no speaker", 0.3, "direct")
        return other._replace(rule="turns", confidence=0.6)

    def _is_term(self, token: int, look: Look) -> bool:
        """Whether words in marks are talked about and not said: a title, a term, a translation in brackets."""
        if look.titled and look.words < _TITLE_WORDS and self._is_title(token, look):
            return True
        if self.leads.mentioned(token):
            return True
        if look.words >= _SENTENCE_WORDS or not 0 < token < len(self.words) - 1:
            return False
        return self.words[token - 1] == "(" and self.words[token + 1] == ")"

    def _is_title(self, token: int, look: Look) -> bool:
        """Whether words in capitals are a title: of a programme, a book; not what somebody just said."""
        at = token - 1
        if at < 0 or self.flags[at] & (_EDGE | QUOTE | COLON):
            return look.last not in ",.?!" and not self.subjects.following(token) & (_EDGE | QUOTE | COMMA)
        if self.flags[at] & COMMA:
            return at == 0 or (not self._verb(at - 1) and look.last not in "?!")
        if self.grammar.nouns_capitalised and self.flags[at] & INDEFINITE:
            return False
        return not self._verb(at) or self.leads.addressed(token)

    def _verb(self, at: int) -> bool:
        return self.subjects.is_verb(at, SPEECH | REPORT | SAYING)

    def _is_sentence(self, token: int, look: Look) -> bool:
        """Whether a quotation without a tag is a sentence, and no heading between paragraphs."""
        before = self.flags[token - 1] if token else BREAK
        cut = (
            not look.titled
            and look.last == ","
            and before & BREAK
            and not self.subjects.following(token) & (QUOTE | BREAK)
        )
        if look.words < _SENTENCE_WORDS and look.last not in ".?!" and not cut:
            return False
        alone = before & BREAK and self.subjects.following(token) & BREAK
        heading = look.words <= _CLEARLY_A_SENTENCE and (look.single or look.last not in ".?!,")
        return not (alone and heading)

    def _reported(self, place: int, token: int) -> Found | None:
        """Who is still reported in a sentence that says so by its verb: "Das sei „schmerzhaft“"."""
        before = bisect_left(self.reporting, token) - 1
        if before < 0 or self.reporting[before] < token - _BACK:
            return None
        start = self._sentence_start(token)
        if self.reporting[before] < start:
            return None
        found = self._continued(place, start)
        return found._replace(rule="reported speech", confidence=0.6, kind="mixed") if found.phrase else None

    def _continued(self, place: int, token: int) -> Found:
        """The speaker of a quotation without a tag, from what stands before it."""
        turned = self._turned(place) or self._answered(place, token) or self._replied(place)
        if turned is not None:
            return turned
        end = token
        while end > 0 and self.flags[end - 1] & (BREAK | COLON | STOP):
            end -= 1
        start = self._sentence_start(end - 1) if end else 0
        last = self._last(place)
        if last is not None and start <= self.quotes[place - 1]:
            sure = _GUESSED if self._may_answer(place, token) else 0.85
            return last._replace(rule="continued", confidence=sure, kind="direct")
        phrase = self._sentence_speaker(start, end) if start < end else None
        if phrase is not None and self._can_speak(phrase):
            return Found(phrase, "sentence before", 0.6 if last is not None else 0.5, "direct")
        if last is not None and not (end < token and self._is_written(start, end)):
            return last._replace(rule="continued", confidence=_GUESSED, kind="direct")
        return Found(None, "no speaker", 0.3, "direct")

    def _may_answer(self, place: int, token: int) -> bool:
        """Whether a paragraph that begins with the quotation follows a question, which somebody else may answer."""
        return self.looks[place - 1].last == "?" and bool(token and self.flags[token - 1] & BREAK)

    def _is_written(self, start: int, colon: int) -> bool:
        """Whether a sentence up to its colon says where something stands: "Auf einem Schild stand:"."""
        if not (self.grammar.nouns_capitalised and self.flags[colon] & COLON):
            return False
        return bool(self.flags[start] & PREPOSITION) and not self.flags[colon - 1] & CAPITAL

    def _turned(self, place: int) -> Found | None:
        """Who speaks in turn, where two people ask and answer, each in a paragraph that begins with their words."""
        if place < 2 or not self._follow(place - 2) or not self._follow(place - 1):  # noqa: PLR2004 - two before it
            return None
        first, second = self.found[place - 2], self.found[place - 1]
        asked = any(self.looks[at].last == "?" for at in (place - 2, place - 1, place))
        if first is None or second is None or not (asked or second.rule == "turns"):
            return None
        one, other = self._name_of(first), self._name_of(second)
        if one is None and self.looks[place - 2].last == "?" and first.phrase and first.phrase.kind == "pronoun":
            # "Why?" she asked him. - "No," Grey said. - "Is that all?"
            return first._replace(rule="turns", confidence=0.6, kind="direct") if other is not None else None
        if other is None and second.rule == "turns" and one is not None:
            return first._replace(rule="turns", confidence=0.6, kind="direct")
        if one is None or other is None or one is other:
            return None
        return first._replace(rule="turns", confidence=0.6, kind="direct")

    def _answered(self, place: int, token: int) -> Found | None:
        """Who asks where an answer follows in the same breath: whoever spoke before the last speaker."""
        if self.looks[place].last != "?" or not self.subjects.following(token) & QUOTE:
            return None
        recent = [found for found in self.found[max(0, place - _TURNS) : place] if found is not None]
        last = self._name_of(recent[-1]) if recent else None
        if last is None:
            return None
        other = next((found for found in reversed(recent) if self._name_of(found) is not last), None)
        return other._replace(rule="turns", confidence=0.6, kind="direct") if other and other.phrase else None

    def _replied(self, place: int) -> Found | None:
        """Who was asked, in the paragraph before: "…?" a reporter asked | her."""
        if not place or self.looks[place - 1].last != "?" or not self._follow(place - 1):
            return None
        last = self.found[place - 1]
        asked = last.verb + 1 if last is not None else 0
        if not 0 < asked < len(self.flags):
            return None
        name = self.people.name_at(asked)
        if name is not None:
            return Found(Phrase(name.first, name.last, "name"), "turns", 0.6, "direct")
        bits = self.flags[asked]
        alone = bits & OBJECT or (bits & POSSESSIVE and self.subjects.following(asked) & _BEHIND_HER)
        return Found(Phrase(asked, asked, "pronoun"), "turns", 0.6, "direct") if alone else None

    def _follow(self, place: int) -> bool:
        """Whether the quotation and the next begin paragraphs that follow each other."""
        flags = self.flags
        first, second = self.quotes[place], self.quotes[place + 1]
        begins = not first or flags[first - 1] & BREAK
        return bool(begins and flags[second - 1] & BREAK) and not any(
            bits & BREAK for bits in flags[first : second - 1]
        )

    def _name_of(self, found: Found) -> Person | None:
        name = self.people.name_at(found.phrase.first) if found.phrase and found.phrase.kind == "name" else None
        return name.person if name else None

    def _sentence_start(self, at: int) -> int:
        """Where the sentence begins that the token is part of; a quotation with its tag is one sentence."""
        flags = self.flags
        limit = max(0, at - _BACK)
        while at > limit:
            before = flags[at - 1]
            if before & _EDGE or (before & QUOTE and self.leads.look_at(at - 1).last == "."):
                break
            at -= 1
        return at

    def _sentence_speaker(self, start: int, end: int) -> Phrase | None:
        """Who says something in a sentence, or else its subject."""
        for at in range(end - 1, start, -1):
            if self.flags[at] & SPEECH and self.subjects.is_verb(at, SPEECH):
                phrase = self.subjects.of_verb(at)
                if phrase is not None and phrase.first >= start and not self._is_writer(phrase):
                    return phrase
        return self.subjects.of_sentence(start, end)

    def _can_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase names somebody as far as the article tells: a sentence may be about sales, or the rain."""
        if phrase.kind == "name":
            name = self.people.name_at(phrase.first)
            return name is not None and (name.person.human or bool(name.person.gender))
        if phrase.kind == "pronoun":  # "I asked why": whoever writes is not who answers
            return not self._is_writer(phrase)
        return bool(self.flags[self._head(phrase)] & NOUN)

    def _is_writer(self, phrase: Phrase) -> bool:
        return self.words[phrase.first].lower() in self.grammar.writers

    def _head(self, phrase: Phrase) -> int:
        """The token that says what a nominal is: the mayor | of Lund, council tax."""
        inside = range(phrase.first + 1, phrase.last + 1)
        return next((at - 1 for at in inside if self.flags[at] & PREPOSITION), phrase.last)

    def _last(self, place: int) -> Found | None:
        """The nearest quotation before, of the last few, that somebody says."""
        recent = self.found[max(0, place - _RECENT) : place]
        return next((found for found in reversed(recent) if found is not None), None)
