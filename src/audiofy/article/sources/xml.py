"""Bytes to an XML tree that cannot hurt: no entities, no network, no endless depth. Pure."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from audiofy.article.decoding import decode
from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPENING = 65536
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BEFORE_ROOT = re.compile(
    r"(?:\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_DECLARATION = re.compile(r"\A\s*<\?xml\b.*?\?>", re.DOTALL)
_VERBATIM = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_REFERENCE = re.compile(r"&(?:(#\d{1,7}|#x[\da-fA-F]{1,6}|amp|lt|gt|quot|apos);|([A-Za-z][\dA-Za-z]{1,30};)?)")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# They name the parts of pictures and recordings as feeds name those of entries.
_OF_MEDIA = ("http://search.yahoo.com/mrss", "http://www.itunes.com/", "http://www.google.com/schemas/play-podcasts")


def opening(content: bytes) -> str:
    """The beginning of a document as text, to know it by."""
    wide = content.startswith(_WIDE_MARKS)
    return content[:_OPENING].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff \t\r\n")


def root_name(content: bytes) -> str:
    """The name of the element that a document begins with, without its prefix, lower case; empty if it has none."""
    text = opening(content)
    before = _BEFORE_ROOT.match(text)
    found = _ROOT.match(text, before.end() if before else 0)
    return found[1].lower() if found else ""


def parse_xml(content: bytes, name: str) -> _Element:
    """The root element of an XML document that came from `name`.

    What is not well-formed is mended as far as it goes: bare ampersands, HTML's entities, a wrong encoding, a missing
    end.

    Raises:
        UnreadableSourceError: It is not XML.
    """
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        return etree.fromstring(content.lstrip(), parser=etree.XMLParser(**options))
    except (etree.XMLSyntaxError, ValueError):
        mended = _mended(decode(content, name=name)).encode("utf-8")
    try:
        root = etree.fromstring(mended, parser=etree.XMLParser(**options, recover=True, encoding="utf-8"))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSourceError(f"{name} is not valid XML: {error}.", "Check the address or the file.") from error
    if root is None or not len(root):
        raise UnreadableSourceError(f"{name} is not valid XML.", "Check the address or the file.")
    return root


def _mended(text: str) -> str:
    """XML with what its writers forgot: ampersands escaped, HTML's entities written out, no unfit characters."""
    parts = _VERBATIM.split(_UNFIT.sub(" ", _DECLARATION.sub("", text)).lstrip("\ufeff \t\r\n"))
    parts[::2] = (_REFERENCE.sub(_reference, part) for part in parts[::2])
    return "".join(parts)


def _reference(found: re.Match[str]) -> str:
    if found[1]:
        return found[0]
    character = html5.get(found[2] or "", "")
    return character if character and character not in "&<" else f"&amp;{found[0][1:]}"


def local(element: _Element) -> str:
    """The name of an element without its namespace, lower case; empty for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def is_of_media(element: _Element) -> bool:
    """Whether an element tells of a picture or recording, and not of what it stands in."""
    return isinstance(element.tag, str) and element.tag[1:].startswith(_OF_MEDIA)


def child_text(element: _Element, *names: str) -> str:
    """The text of the first child with one of `names`, tried in their order."""
    for name in names:
        for child in element:
            if local(child) == name and not is_of_media(child):
                text = " ".join("".join(map(str, child.itertext())).split())
                if text:
                    return text
    return ""
