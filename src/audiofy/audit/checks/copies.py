"""Copies: what an MP3 from a feed host or a listener's disk still says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.audit.finding import Family, Fault, Unavailable
from audiofy.audit.words import excerpt
from audiofy.disclosure import IPTC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.audit.evidence.copies import Copy

copies = Family("copy")
_SLACK = 1.0  # seconds
_REMEDY = "Ask who treated the file to leave it as it was published, and fetch it again."


@copies.check("copy-decodes", why="Nobody hears anything.", remedy=_REMEDY)
def copy_decodes(copy: Copy) -> Iterator[Fault]:
    """The MP3 can be decoded."""
    try:
        _ = copy.sound
    except Unavailable as error:
        yield Fault(str(error))


@copies.check("copy-length", why="The rest of the article is missing.", remedy=_REMEDY)
def copy_length(copy: Copy) -> Iterator[Fault]:
    """The audio is as long as the tag says, where it says it; a second more or less is let be, and what ads add too."""
    said = copy.tags.first("TLEN")
    if said.isdecimal() and copy.sound.duration < int(said) / 1000 - _SLACK:
        yield Fault(f"it lasts {copy.sound.duration:.1f} s, its tag says {int(said) / 1000:.1f} s")


@copies.check("copy-tagged", why="Without tags nothing but the first words says that a machine speaks.", remedy=_REMEDY)
def copy_tagged(copy: Copy) -> Iterator[Fault]:
    """There is an ID3 tag."""
    try:
        _ = copy.tags
    except Unavailable as error:
        yield Fault(str(error))


@copies.check("copy-disclosure", why="In a podcast app the tags are all there is to read.", remedy=_REMEDY)
def copy_disclosure(copy: Copy) -> Iterator[Fault]:
    """The tag has the disclosure, and the comment begins with it."""
    sentence, comment = copy.tags.first("TXXX:AI_DISCLOSURE"), copy.tags.first("COMM")
    if not sentence:
        yield Fault("its tag doesn't have the disclosure")
    elif not comment:
        # A remux by ffmpeg does that: it files the comment under a name of its own.
        yield Fault("it has lost the comment, where most players would show the disclosure")
    elif not comment.startswith(sentence):
        yield Fault(f"its tag has the disclosure, but its comment begins {excerpt(comment)}")


@copies.check("copy-source-type", why="Machines go by it.", remedy=_REMEDY)
def copy_source_type(copy: Copy) -> Iterator[Fault]:
    """The tag has an IPTC source type, and the XMP packet the same."""
    found = copy.tags.first("TXXX:DigitalSourceType")
    if not found.startswith(IPTC):
        yield Fault("its tag doesn't have the digital source type")
    elif f'"{found}"' not in copy.tags.xmp:
        yield Fault(f"its tag has the digital source type {found.removeprefix(IPTC)}, its XMP packet has not")


@copies.check("copy-signature", why="The recording is not what its publisher signed.", remedy=_REMEDY)
def copy_signature(copy: Copy) -> Iterator[Fault]:
    """Content Credentials, where there are any, hold."""
    if copy.credential.state == "invalid":
        yield Fault(f"its Content Credentials don't hold: {'; '.join(copy.credential.problems) or 'no reason given'}")
