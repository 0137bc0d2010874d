"""Episode to ID3v2.4 tags in its MP3, and back. The only mutagen.

UTF-8 throughout. No SYLT frame: signing with C2PA destroys a whole tag that holds one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from audiofy.errors import RecordingError
from audiofy.model import three_letters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutagen.id3 import ID3

    from audiofy.model import Episode
    from audiofy.settings import Show

UTF8 = 3

# Headings of a single chapter tell a listener nothing.
FEWEST_CHAPTERS = 2

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmp:CreatorTool={tool} Iptc4xmpExt:DigitalSourceType={source_type}>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{sentence}</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def write_tags(path: Path, episode: Episode, *, cover: bytes, show: Show) -> None:
    """Writes the tags of an episode into an MP3, in place of any that it has.

    Args:
        path: The MP3.
        episode: What to say of it; empty fields give no frame.
        cover: A JPEG or PNG; none if empty.
        show: The publication's settings.

    Raises:
        RecordingError: The file can't be written.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3

    tags = ID3()
    for name, values in _frames(episode, show):
        _add(tags, name, values)
    _add_chapters(tags, episode)
    if cover:
        kind = "image/png" if cover.startswith(b"\x89PNG") else "image/jpeg"
        _add(tags, "APIC", {"encoding": UTF8, "mime": kind, "type": 3, "desc": "Cover", "data": cover})
    try:
        tags.save(path, v1=0, v2_version=4)
    except (MutagenError, OSError) as error:
        raise RecordingError(f"Can't write tags to {path}: {error}.", "Check the folder's permissions.") from error


def read_tags(path: Path) -> dict[str, tuple[str, ...]]:
    """The tags of an MP3 as text: frame names (with description and language where the frame has them) to values.

    Pictures and private frames give their size or text. No tags give an empty dict.

    Raises:
        RecordingError: The file can't be read.
    """
    from mutagen import MutagenError
    from mutagen.id3 import ID3, ID3NoHeaderError

    try:
        tags = ID3(path)
    except ID3NoHeaderError:
        return {}
    except (MutagenError, OSError, ValueError, RecursionError) as error:  # the last two of damaged tags
        raise RecordingError(f"Can't read the tags of {path}: {error}.") from error
    return {name: tuple(_texts(frame)) for name, frame in tags.items()}


def _frames(episode: Episode, show: Show) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and values of the frames, in the order of the tag."""
    article = episode.article
    publisher = article.publisher or show.title
    yield "TIT2", _text(article.title)
    yield "TPE1", _text(*(article.authors or (publisher,)))
    yield "TPE2", _text(publisher)
    yield "TPUB", _text(publisher)
    yield "TALB", _text(show.title or article.section or publisher)
    yield "TCON", _text("Podcast")
    yield "TLAN", _text(three_letters(episode.language))
    yield "TDRC", _text(_stamp(article.published or episode.made))
    yield "TDRL", _text(_stamp(article.published or episode.made))
    yield "TDTG", _text(_stamp(episode.made))
    yield "TIT3", _text(article.summary)
    yield "TDES", _text(article.summary)
    yield "TCOP", _text(show.copyright)
    yield "TLEN", _text(str(round(1000 * episode.recording.duration)))
    yield "TSSE", _text(episode.recording.encoder)
    yield "TENC", _text(episode.generator)
    yield "WOAS", {"url": _address(article.url)}
    yield "WPUB", {"url": _address(show.site)}
    yield "WCOP", {"url": _address(show.licence)}
    yield "COMM", _prose(" ".join(part for part in (episode.disclosure.sentence, article.summary) if part), episode)
    yield "USLT", _prose(_everything(episode), episode)
    yield "UFID", {"owner": "https://github.com/audiofy/audiofy", "data": episode.guid.encode()}
    for name, text in _extra(episode):
        yield "TXXX", {**_text(text), "desc": name}
    yield "PRIV", {"owner": "XMP", "data": _xmp(episode).encode()}


def _extra(episode: Episode) -> Iterator[tuple[str, str]]:
    voices = {cue.voice: None for cue in episode.cues if cue.voice}
    yield "AI_DISCLOSURE", episode.disclosure.sentence
    yield "DigitalSourceType", episode.disclosure.source_type
    yield "TTS_ENGINE", ", ".join(f"{engine} {version}".strip() for engine, version in episode.engines)
    yield "TTS_VOICE", ", ".join(voices)
    yield "audiofy_guid", episode.guid
    yield "audiofy_key", episode.fingerprint
    yield "audiofy_version", str(episode.version)


def _add_chapters(tags: ID3, episode: Episode) -> None:
    from mutagen.id3 import CHAP, CTOC, TIT2, CTOCFlags

    if len(episode.chapters) < FEWEST_CHAPTERS:
        return
    names = []
    for number, chapter in enumerate(episode.chapters):
        names.append(f"chp{number}")
        tags.add(
            CHAP(
                element_id=names[-1],
                start_time=round(1000 * chapter.start),
                end_time=round(1000 * chapter.end),
                start_offset=0xFFFFFFFF,
                end_offset=0xFFFFFFFF,
                sub_frames=[TIT2(encoding=UTF8, text=[_clean(chapter.title)])],
            )
        )
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    tags.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))


def _add(tags: ID3, name: str, values: dict[str, Any]) -> None:
    """Adds a frame, unless it would be empty."""
    from mutagen import id3

    if any(values.get(field) for field in ("text", "url", "data")):
        tags.add(getattr(id3, name)(**values))


def _text(*texts: str) -> dict[str, Any]:
    return {"encoding": UTF8, "text": [clean for text in texts if (clean := _clean(text))]}


def _prose(text: str, episode: Episode) -> dict[str, Any]:
    clean = "\n".join(_clean(line) for line in text.split("\n"))
    return {"encoding": UTF8, "lang": three_letters(episode.language), "desc": "", "text": clean}


def _clean(text: str) -> str:
    """One line without what has no place in a tag: controls, and characters that turn the direction of writing.

    A NUL would end the text and begin another value of the frame.
    """
    return " ".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", " ", text).split()
    )


def _address(url: str) -> str:
    """A web address in ASCII, as the URL frames of ID3 are Latin-1; nothing for what is none."""
    from urllib.parse import quote

    return quote(url, safe="%/:?#[]@!$&'()*+,;=~") if url.lower().startswith(("http://", "https://")) else ""


def _stamp(moment: str) -> str:
    """The ID3 time stamp (yyyy-MM-ddTHH:mm:ss, UTC; ID3v2.4.0 structure, section 4) of an ISO 8601 date."""
    from datetime import UTC, datetime

    if len(moment) <= len("2026-03-14"):
        return moment
    try:
        time = datetime.fromisoformat(moment)
    except ValueError:
        return moment[:10]
    return (time.astimezone(UTC) if time.tzinfo else time).strftime("%Y-%m-%dT%H:%M:%S")


def _everything(episode: Episode) -> str:
    """Title, byline, disclosure and text as they are read, a paragraph a line."""
    paragraphs: list[str] = []
    block = -1
    for line in episode.lines:
        if paragraphs and line.block >= 0 and line.block == block:
            paragraphs[-1] += line.text
        else:
            paragraphs.append(line.text)
        block = line.block
    return "\n\n".join(text.strip() for text in paragraphs if text.strip())


def _xmp(episode: Episode) -> str:
    return _XMP.format(
        tool=quoteattr(_clean(episode.generator)),
        source_type=quoteattr(_clean(episode.disclosure.source_type)),
        sentence=escape(_clean(episode.disclosure.sentence)),
    )


def _texts(frame: Any) -> Iterator[str]:
    if hasattr(frame, "text"):
        yield from [frame.text] if isinstance(frame.text, str) else map(str, frame.text)
    elif hasattr(frame, "url"):
        yield frame.url
    elif frame.FrameID == "APIC":
        yield f"{frame.mime}, {len(frame.data)} bytes"
    elif frame.FrameID == "CHAP":
        title = frame.sub_frames.get("TIT2")
        yield f"{frame.start_time / 1000:.3f} {frame.end_time / 1000:.3f} {title.text[0] if title else ''}".rstrip()
    elif frame.FrameID == "CTOC":
        yield from frame.child_element_ids
    elif hasattr(frame, "data"):
        yield frame.data.decode("utf-8", "replace")
