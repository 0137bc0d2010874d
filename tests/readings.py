"""Scripts of our own for tests that listen to what becomes of them."""

from __future__ import annotations

import re

from audiofy.model import Article, Cast, Kind, Line, Part, Script, Voice, Word

LOW = Voice(name="low", engine="tone", engine_voice="low", language="en", part="narrator")
MIDDLE = Voice(name="middle", engine="tone", engine_voice="middle", language="en", part="quotation")
HIGH = Voice(name="high", engine="tone", engine_voice="high", language="en")
TONES = Cast(narrator=LOW, quotation=MIDDLE, roles=(Part(speaker="Ada Brook", voice=HIGH),))


def a_line(text: str, kind: Kind = Kind.NARRATION, block: int = 0, start: int = 0, speaker: str = "") -> Line:
    """A line that is spoken as it is printed."""
    words = tuple(Word(text=w[0], at=w.start(), start=w.start(), end=w.end()) for w in re.finditer(r"\w\S*", text))
    return Line(
        kind=kind, block=block, start=start, end=start + len(text), text=text, spoken=text, words=words, speaker=speaker
    )


LINES = (
    a_line("This audio is created with AI assistance.", Kind.DISCLOSURE, -1),
    a_line("Swans return to the mill pond", Kind.TITLE, -1),
    a_line("By Lena Holm.", Kind.BYLINE, -1),
    a_line("After four dry years the swans are back. ", block=0),
    a_line("“Nobody called them,” ", Kind.QUOTE, 0, 41, "Ada Brook"),
    a_line("the miller said.", block=0, start=63),
    a_line("What they eat", Kind.HEADING, 1),
    a_line("Mostly weed, and now and then a sandwich. ", block=2),
    a_line("“Never feed them,” ", Kind.QUOTE, 2, 42),
    a_line("a sign says.", block=2, start=61),
    a_line("Who they are", Kind.HEADING, 3),
    a_line("They have no names.", block=4),
    a_line("The pond is open every day.", block=5),
)


def a_script(*lines: Line) -> Script:
    """A script of these lines, or of a short article with everything in it."""
    article = Article(url="https://news.example/swans", title="Swans return to the mill pond", blocks=(), language="en")
    return Script(article=article, language="en", lines=lines or LINES)
