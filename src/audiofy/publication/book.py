"""Episodes to a talking book: EPUB 3 with Media Overlays, so that a reader highlights what is heard.

EPUB 3.3 (https://www.w3.org/TR/epub-33/). A chapter an article, with its audio; an overlay a chapter, by word where the
times of words are known, by sentence elsewhere.
"""

from __future__ import annotations

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zlib import crc32

from audiofy import output
from audiofy.disclosure import quotation_note
from audiofy.publication.bookpages import clips, navigation, overlay, xhtml
from audiofy.publication.characters import one_line
from audiofy.publication.labels import direction, labels
from audiofy.publication.markup import asset, safe, web_address
from audiofy.publication.shows import aired

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from audiofy.model import Episode
    from audiofy.publication.shows import Programme

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

# The features that our books have: https://www.w3.org/community/reports/publishingcg/CG-FINAL-schema-a11y-vocab-20241004/
_FEATURES = (
    "synchronizedAudioText structuralNavigation tableOfContents readingOrder displayTransformability unlocked".split()
)

# What is made smaller; the media type must not be (OCF 3.3, section 4.3).
_WORTH_IT = (".css", ".opf", ".smil", ".xhtml", ".xml")

# ZIP can't tell earlier times; a fixed one makes the same book the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """An episode of a book, its audio, and its cover if it has one."""

    episode: Episode
    audio: Path
    cover: Path | None = None


def update_book(path: Path, chapters: Sequence[Chapter], programme: Programme, title: str = "") -> bool:
    """Writes the book of one article, or of several with a chapter each, unless it is there already.

    Args:
        path: Where; replaced when the book is whole.
        chapters: In the order of the book.
        programme: The show, for publisher and rights.
        title: The book's; the first article's headline if empty.

    Returns:
        Whether it was written.

    Raises:
        OutputError: An audio file can't be read or the book not be written.
    """
    with output.translated(path):
        files = {name: text.encode() for name, text in _texts(chapters, programme, title).items()} | _cover(chapters)
    if _is_there(path, files, chapters):
        return False
    with output.temporary(path) as part, zipfile.ZipFile(part, "w") as book:
        for name, content in files.items():
            how = zipfile.ZIP_DEFLATED if name.endswith(_WORTH_IT) else zipfile.ZIP_STORED
            book.writestr(zipfile.ZipInfo(name, _EPOCH), content, how, 6)
        for number, chapter in enumerate(chapters, 1):
            with (
                chapter.audio.open("rb") as audio,
                book.open(zipfile.ZipInfo(f"EPUB/c{number}.mp3", _EPOCH), "w", force_zip64=False) as copy,
            ):
                while piece := audio.read(1 << 20):
                    copy.write(piece)
    return True


def _is_there(path: Path, files: dict[str, bytes], chapters: Sequence[Chapter]) -> bool:
    """Whether the book that is there is the one that would be written: by the checksums that a ZIP carries.

    The audio is not read: its hash is in the package.
    """
    wanted = {name: crc32(content) for name, content in files.items()}
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as book:
        audio = {f"EPUB/c{number}.mp3": one.episode.recording.size for number, one in enumerate(chapters, 1)}
        found = {info.filename: info for info in book.infolist()}
        return found.keys() == wanted.keys() | audio.keys() and all(
            wanted[name] == info.CRC if name in wanted else info.file_size == audio[name]
            for name, info in found.items()
        )
    return False


def _cover(chapters: Sequence[Chapter]) -> dict[str, bytes]:
    """The cover of a book of one article; that of one among several would mislead."""
    cover = chapters[0].cover
    return {f"EPUB/{cover.name}": cover.read_bytes()} if cover and len(chapters) == 1 else {}


def _texts(chapters: Sequence[Chapter], programme: Programme, title: str) -> dict[str, str]:
    """Every file of the book but audio and cover. The first must be the media type (OCF 3.3, section 4.3)."""
    first = chapters[0].episode
    headline = one_line(title or first.article.title) or first.slug
    timed = [clips(chapter.episode) for chapter in chapters]
    lengths = [sum(clip.end - clip.start for clip in one) / 1000 for one in timed]
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(chapters, programme, headline, lengths),
        "EPUB/nav.xhtml": navigation([chapter.episode for chapter in chapters], headline),
        "EPUB/book.css": asset("book.css"),
    }
    for number, (chapter, own) in enumerate(zip(chapters, timed, strict=True), 1):
        files[f"EPUB/c{number}.xhtml"] = xhtml(chapter.episode, own)
        files[f"EPUB/c{number}.smil"] = overlay(number, own)
    return files


def _package(chapters: Sequence[Chapter], programme: Programme, headline: str, lengths: Sequence[float]) -> str:
    first = chapters[0].episode
    alone = len(chapters) == 1
    guid = first.guid if alone else uuid5(NAMESPACE_URL, " ".join(one.episode.guid for one in chapters)).urn
    cover = chapters[0].cover if alone else None
    items, spine = [_cover_item(cover.name)] if cover else [], []
    for number in range(1, len(chapters) + 1):
        text = f'id="c{number}" href="c{number}.xhtml" media-type="application/xhtml+xml" media-overlay="o{number}"'
        items += [
            f"<item {text}/>",
            f'<item id="o{number}" href="c{number}.smil" media-type="application/smil+xml"/>',
            f'<item id="a{number}" href="c{number}.mp3" media-type="audio/mpeg"/>',
        ]
        spine.append(f'<itemref idref="c{number}"/>')
    language, way = safe(first.language), direction(first.language)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}" dir="{way}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{_metadata(chapters, programme, headline, guid)}
{_media(first, lengths)}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
{chr(10).join(items)}
</manifest>
<spine page-progression-direction="{way}">{"".join(spine)}</spine>
</package>
"""


def _cover_item(file: str) -> str:
    kind = "image/png" if file.endswith(".png") else "image/jpeg"
    return f'<item id="cover" href="{file}" media-type="{kind}" properties="cover-image"/>'


def _metadata(chapters: Sequence[Chapter], programme: Programme, headline: str, guid: str) -> str:
    episodes = [chapter.episode for chapter in chapters]
    first = episodes[0]
    authors = dict.fromkeys(one_line(author) for episode in episodes for author in episode.article.authors)
    made = max(_moment(episode) for episode in episodes)
    rows = [
        f'<dc:identifier id="id">{safe(guid)}</dc:identifier>',
        f"<dc:title>{safe(headline)}</dc:title>",
        f"<dc:language>{safe(first.language)}</dc:language>",
        *(f"<dc:creator>{safe(author)}</dc:creator>" for author in authors if author),
        f"<dc:date>{aired(first.article, first.made):%Y-%m-%d}</dc:date>",
        f'<meta property="dcterms:modified">{made:%Y-%m-%dT%H:%M:%SZ}</meta>',
        # Which audio this is: a book with other audio is another book, though nothing else has changed.
        *(f"<!-- {episode.recording.sha256} -->" for episode in episodes),
    ]
    optional = {
        "dc:publisher": one_line(first.article.publisher or programme.show.title),
        "dc:rights": one_line(programme.show.copyright),
        "dc:source": web_address(first.article.url) if len(chapters) == 1 else "",
    }
    return "\n".join([*rows, *(f"<{name}>{safe(text)}</{name}>" for name, text in optional.items() if text)])


def _media(first: Episode, lengths: Sequence[float]) -> str:
    """What reading systems and shops need to know of audio and accessibility."""
    narrator = f"{first.cast.narrator.name.capitalize()} ({labels(first.language)['synthetic']})"
    summary = f"{one_line(first.disclosure.sentence)} {quotation_note(first.language)}"
    rows = [
        f'<meta property="media:duration" refines="#o{at}">{length:.3f}s</meta>' for at, length in enumerate(lengths, 1)
    ]
    rows += [
        f'<meta property="media:duration">{sum(lengths):.3f}s</meta>',
        f'<meta property="media:narrator">{safe(narrator)}</meta>',
        '<meta property="media:active-class">-epub-media-overlay-active</meta>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessMode">auditory</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessModeSufficient">auditory</meta>',
        *(f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in _FEATURES),
        '<meta property="schema:accessibilityHazard">none</meta>',
        f'<meta property="schema:accessibilitySummary">{safe(summary)}</meta>',
    ]
    return "\n".join(rows)


def _moment(episode: Episode) -> datetime:
    from dataclasses import replace

    return aired(replace(episode.article, published=""), episode.made)
