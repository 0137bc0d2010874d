"""An episode to the pages of a talking book: text, overlay and table of contents. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from audiofy.disclosure import quotation_note
from audiofy.model import Kind, Role
from audiofy.publication.characters import one_line
from audiofy.publication.labels import direction, labels
from audiofy.publication.markup import safe
from audiofy.publication.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.model import Episode
    from audiofy.publication.sentences import Sentence

_ELEMENTS = {Role.HEADING: "h2", Role.BLOCKQUOTE: "blockquote", Role.LIST_ITEM: "li", Role.CODE: "pre"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Characters `first` to `last` of a sentence are heard from `start` to `end` (whole milliseconds)."""

    sentence: Sentence
    part: int
    first: int
    last: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """The id of its element."""
        return f"s{self.sentence.number}w{self.part}" if self.part else f"s{self.sentence.number}"


def clips(episode: Episode) -> tuple[Clip, ...]:
    """What is highlighted one after the other: words where their times are known, sentences elsewhere."""
    found: list[Clip] = []
    for sentence in sentences(episode):
        begin, end = round(1000 * sentence.start), round(1000 * sentence.end)
        pieces: list[tuple[int, int, int]] = []
        for word in sentence.words:
            time = max(begin, round(1000 * word.time))
            if pieces and time <= pieces[-1][0]:
                # Said in one breath with the word before: a clip must last.
                pieces[-1] = (pieces[-1][0], pieces[-1][1], word.end)
            elif time < end:
                pieces.append((time if pieces else begin, word.start, word.end))
        if len(pieces) < 2:  # noqa: PLR2004 - one word is the sentence
            found.append(
                Clip(sentence=sentence, part=0, first=0, last=len(sentence.text), start=begin, end=max(begin + 1, end))
            )
            continue
        ends = [*(time for time, _, _ in pieces[1:]), end]
        for part, ((time, first, last), until) in enumerate(zip(pieces, ends, strict=True), 1):
            found.append(Clip(sentence=sentence, part=part, first=first, last=last, start=time, end=until))
    return tuple(found)


def xhtml(episode: Episode, own: Sequence[Clip]) -> str:
    """A chapter: the article with an element for every clip."""
    words, language = labels(episode.language), safe(episode.language)
    by_line = {line: list(group) for line, group in groupby(own, key=lambda clip: clip.sentence.line)}
    rows: list[str] = []
    listed = titled = False
    lines = list(enumerate(episode.lines))
    for block, group in groupby(lines, key=lambda pair: pair[1].block if pair[1].block >= 0 else -2 - pair[0]):
        members = list(group)
        role = episode.article.blocks[block].role if block >= 0 else Role.PARAGRAPH
        if listed != (role is Role.LIST_ITEM):
            rows.append("</ul>" if listed else "<ul>")
            listed = not listed
        text = "".join(_marked(line.text, by_line.get(index, [])) for index, line in members).strip()
        headline = members[0][1].kind is Kind.TITLE and not titled
        name = "h1" if headline else _ELEMENTS.get(role, "p")
        titled = titled or headline
        rows.append(f'<h1 id="title">{text}</h1>' if headline else f"<{name}>{text}</{name}>")
    if listed:
        rows.append("</ul>")
    title = safe(one_line(episode.article.title) or episode.slug)
    heading = "" if titled else f'<h1 id="title">{title}</h1>\n'
    note = f"<p><small>{safe(quotation_note(episode.language))} {safe(words['about_text'])}</small></p>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" \
xml:lang="{language}" dir="{direction(episode.language)}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body><section epub:type="chapter" role="doc-chapter" aria-labelledby="title">
{heading}{chr(10).join(rows)}
{note}
</section></body>
</html>
"""


def overlay(number: int, own: Sequence[Clip]) -> str:
    """The Media Overlay of chapter `number`: SMIL with a sequence a sentence."""
    rows = []
    for _, group in groupby(own, key=lambda clip: clip.sentence.number):
        members = list(group)
        pars = "".join(
            f'<par id="{clip.name}"><text src="c{number}.xhtml#{clip.name}"/>'
            f'<audio src="c{number}.mp3" clipBegin="{clip.start / 1000:.3f}s" clipEnd="{clip.end / 1000:.3f}s"/></par>'
            for clip in members
        )
        sentence = members[0].sentence.number
        together = f'<seq id="q{sentence}" epub:textref="c{number}.xhtml#s{sentence}">{pars}</seq>'
        rows.append(together if members[0].part else pars)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body>
{chr(10).join(rows)}
</body>
</smil>
"""


def navigation(episodes: Sequence[Episode], headline: str) -> str:
    """The table of contents: articles, and the headings in them."""
    rows = []
    for number, episode in enumerate(episodes, 1):
        heads = {one.line: one for one in reversed(sentences(episode)) if one.kind is Kind.HEADING}
        inside = "".join(
            f'<li><a href="c{number}.xhtml#s{one.number}">{safe(one_line(episode.lines[one.line].text))}</a></li>'
            for one in sorted(heads.values(), key=lambda one: one.number)
        )
        title = safe(one_line(episode.article.title) or episode.slug)
        rows.append(f'<li><a href="c{number}.xhtml">{title}</a>{f"<ol>{inside}</ol>" if inside else ""}</li>')
    language = safe(episodes[0].language)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" \
xml:lang="{language}" dir="{direction(episodes[0].language)}">
<head><title>{safe(headline)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body><nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">{safe(headline)}</h1>
<ol>
{chr(10).join(rows)}
</ol></nav></body>
</html>
"""


def _marked(text: str, own: Sequence[Clip]) -> str:
    """A line's text with an element around every sentence that is heard, and around its words."""
    pieces: list[str] = []
    place = 0
    for _, group in groupby(own, key=lambda clip: clip.sentence.number):
        members = list(group)
        sentence = members[0].sentence
        pieces.append(safe(text[place : sentence.place]))
        pieces.append(f'<span id="s{sentence.number}">{_words(sentence.text, members)}</span>')
        place = sentence.place + len(sentence.text)
    return "".join([*pieces, safe(text[place:])])


def _words(text: str, members: Sequence[Clip]) -> str:
    if not members[0].part:
        return safe(text)
    pieces, place = [], 0
    for clip in members:
        pieces.append(safe(text[place : clip.first]))
        pieces.append(f'<span id="{clip.name}">{safe(text[clip.first : clip.last])}</span>')
        place = clip.last
    return "".join([*pieces, safe(text[place:])])
