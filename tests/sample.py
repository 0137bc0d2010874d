"""Articles and episodes of our own writing for tests, made without any audio."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from audiofy.model import (
    Article,
    Block,
    Cast,
    Chapter,
    Cue,
    Disclosure,
    Episode,
    Kind,
    Line,
    Part,
    Person,
    Recording,
    Role,
    Voice,
    WordCue,
)

SENTENCE = "This audio is created with AI assistance."
RULE_BASED = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"

NARRATOR = Voice(name="newsreader", engine="espeak", engine_voice="en-us", language="en-US", part="narrator")
WITNESS = Voice(name="witness", engine="espeak", engine_voice="en-gb", language="en-US", part="quotation")
ADA = Voice(name="ada", engine="espeak", engine_voice="en-gb+f3", language="en-GB", gender="female")

BLOCKS = (
    Block(role=Role.PARAGRAPH, text="The lighthouse at Sand Point will be lit again on Friday. It went dark in 1987."),
    Block(role=Role.HEADING, text="A lamp from the attic"),
    Block(role=Role.PARAGRAPH, text="“We found the old lamp under the roof,” said Mara Lind. “It still works.”"),
    Block(role=Role.HEADING, text="What comes next"),
    Block(role=Role.PARAGRAPH, text="Visitors may climb the 112 steps from Saturday. Entry is free for children."),
)


def an_article(**changes) -> Article:
    article = Article(
        url="https://news.example/coast/lighthouse",
        title="Lighthouse to shine again",
        publisher="The Sand Point Gazette",
        section="Coast",
        language="en-US",
        authors=("Jo Verne", "Kit Olsen"),
        published="2026-03-14T06:30:00+01:00",
        summary="After 39 years in the dark, the tower is lit on Friday.",
        blocks=BLOCKS,
    )
    return replace(article, **changes)


def an_episode(article: Article | None = None, *, slug: str = "lighthouse-to-shine-again", **changes) -> Episode:
    """An episode as recording makes it, spoken at ten characters a second."""
    article = article or an_article()
    lines = [
        _line(Kind.DISCLOSURE, -1, 0, SENTENCE),
        _line(Kind.TITLE, -1, 0, article.title),
        _line(Kind.BYLINE, -1, 0, f"By {' and '.join(article.authors)}"),
    ]
    for index, block in enumerate(article.blocks):
        lines += _lines_of(index, block)
    cues, chapters, now = [], [], 0.0
    for index, line in enumerate(lines):
        if not line.text.strip():
            continue
        end = now + len(line.text) / 10
        words = tuple(
            WordCue(time=round(now + word.start() / 10, 3), start=word.start(), end=word.end())
            for word in re.finditer(r"\S+", line.text)
        )
        if line.kind is Kind.HEADING:
            chapters.append((line.text, round(now, 3)))
        cues.append(Cue(start=round(now, 3), end=round(end, 3), line=index, voice=_voice(line).name, words=words))
        now = end + 0.5
    duration = cues[-1].end
    ends = [*(start for _, start in chapters[1:]), duration]
    episode = Episode(
        slug=slug,
        guid="urn:uuid:6f0a8f1c-1f6c-5d9e-9a53-3f4f4b6c2a01",
        fingerprint=sha256(article.title.encode()).hexdigest(),
        made="2026-03-14T07:00:00+00:00",
        article=article,
        language=article.language or "en-US",
        lines=tuple(lines),
        people=(Person(name="Mara Lind"),),
        cast=Cast(narrator=NARRATOR, quotation=WITNESS, roles=(Part(speaker="Mara Lind", voice=ADA),)),
        engines=(("espeak", "1.52.0"),),
        recording=Recording(
            audio=f"{slug}.mp3",
            size=len(AUDIO),
            duration=duration,
            sha256=sha256(AUDIO).hexdigest(),
            preset="podcast",
            bitrate=96,
            frame_rate=44100,
            encoder="LAME 3.100",
        ),
        cues=tuple(cues),
        disclosure=Disclosure(sentence=SENTENCE, spoken="start", source_type=RULE_BASED),
        chapters=tuple(
            Chapter(title=title, start=start, end=end) for (title, start), end in zip(chapters, ends, strict=False)
        ),
        generator="audiofy 0.1.0",
    )
    return replace(episode, **changes)


# One MPEG-1 layer III frame header (96 kbit/s, 44.1 kHz, mono) and its silent body, over and over.
AUDIO = (bytes((0xFF, 0xFB, 0x70, 0xC4)) + bytes(309)) * 40


def _line(kind: Kind, block: int, start: int, text: str, speaker: str = "") -> Line:
    return Line(kind=kind, block=block, start=start, end=start + len(text), text=text, spoken=text, speaker=speaker)


def _lines_of(index: int, block: Block) -> list[Line]:
    if block.role is Role.HEADING:
        return [_line(Kind.HEADING, index, 0, block.text)]
    speaker = "Mara Lind" if "Mara Lind" in block.text else ""
    lines, at = [], 0
    for quote in re.finditer(r"“[^”]*”", block.text):
        if quote.start() > at:
            lines.append(_line(Kind.NARRATION, index, at, block.text[at : quote.start()]))
        lines.append(_line(Kind.QUOTE, index, quote.start(), quote[0], speaker))
        at = quote.end()
    if at < len(block.text):
        lines.append(_line(Kind.NARRATION, index, at, block.text[at:]))
    return lines


def _voice(line: Line) -> Voice:
    if line.kind is not Kind.QUOTE:
        return NARRATOR
    return ADA if line.speaker else WITNESS
