"""Transcript files to what they say and when. Pure but for reading the file.

Five forms: WebVTT (https://www.w3.org/TR/webvtt1/), SRT, Podcasting 2.0 JSON, HTML and plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

_TIME = re.compile(r"(?:(\d{1,5}):)?([0-5]?\d):([0-5]?\d)[.,](\d{3})")
_TAG = re.compile(r"<[^>\n]*>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said from `start` to `end` (seconds), and by whom where the form names speakers."""

    start: float
    end: float
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A transcript: `cues` where it has times, `text` is all that it says, `notes` what stands beside it.

    `passages` are the paragraphs of an HTML page, which has headings and names beside them.
    """

    cues: tuple[Said, ...]
    text: str
    notes: str = ""
    passages: tuple[str, ...] = ()


def read_transcript(name: str, content: bytes) -> Transcript:
    """What a transcript file called `name` says.

    Raises:
        ValueError: It is not what its name says.
    """
    kind = PurePath(name).suffix.lower()
    if kind == ".html":
        return Transcript(cues=(), text=text_of_html(content), passages=passages(content, "//p"))
    if kind == ".json":
        return _timed(_json(content))
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if kind == ".vtt":
        if not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
            raise ValueError("it doesn't begin with WEBVTT")
        notes = "\n".join(re.findall(r"^NOTE\b[ \t]*\n?((?:.+\n?)*)", text, re.MULTILINE))
        return _timed(_blocks(text, unescaped=True), notes)
    return _timed(_blocks(text, unescaped=False)) if kind == ".srt" else Transcript(cues=(), text=text)


def _timed(cues: tuple[Said, ...], notes: str = "") -> Transcript:
    return Transcript(cues=cues, text="\n".join(cue.text for cue in cues), notes=notes)


def _blocks(text: str, *, unescaped: bool) -> tuple[Said, ...]:
    cues = []
    for block in re.split(r"\n[ \t]*\n+", text):
        lines = block.strip("\n").split("\n")
        at = next((index for index, line in enumerate(lines[:2]) if "-->" in line), -1)
        if at < 0:
            continue
        start, end = (_seconds(part) for part in lines[at].split("-->", 1))
        said = "\n".join(lines[at + 1 :])
        voice = _VOICE.search(said) if unescaped else None
        speaker = unescape(voice[1]).strip() if voice else ""
        text_of = unescape(_TAG.sub("", said)) if unescaped else said
        cues.append(Said(start=start, end=end, text=text_of, speaker=speaker))
    return tuple(cues)


def _seconds(text: str) -> float:
    found = _TIME.match(text.strip())
    if not found:
        raise ValueError(f"{text.strip()[:20]!r} is no time")
    hours, minutes, seconds, thousandths = found.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000


class _Segment(msgspec.Struct):
    startTime: float  # noqa: N815 - the format's own name
    endTime: float  # noqa: N815 - the format's own name
    body: str
    speaker: str = ""


class _Segments(msgspec.Struct):
    segments: list[_Segment]


def _json(content: bytes) -> tuple[Said, ...]:
    found = msgspec.json.decode(content, type=_Segments).segments
    return tuple(Said(start=one.startTime, end=one.endTime, text=one.body, speaker=one.speaker) for one in found)


def text_of_html(content: bytes) -> str:
    """All text of an HTML file, without scripts and styles.

    Raises:
        ValueError: It holds nothing.
    """
    root = parsed(content)
    for element in root.xpath("//script|//style|//template"):
        element.drop_tree()
    return str(root.text_content())


def passages(content: bytes, where: str) -> tuple[str, ...]:
    """The texts of the elements or text nodes that an XPath finds in an HTML file.

    Raises:
        ValueError: It holds nothing.
    """
    return tuple(one if isinstance(one, str) else str(one.text_content()) for one in parsed(content).xpath(where))


def ends_as_html(path: Path) -> bool:
    """Whether the last thing in an HTML file is its end; not so of one that can't be read."""
    try:
        return path.read_bytes().rstrip().lower().endswith(b"</html>")
    except OSError:
        return False


def parsed(content: bytes) -> Any:
    """An HTML file as an lxml tree, which fetches nothing.

    Raises:
        ValueError: It holds nothing.
    """
    from lxml import etree, html

    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError("it is empty") from error
