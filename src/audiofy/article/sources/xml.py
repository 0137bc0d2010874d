"""Bytes to an XML tree that cannot hurt: no entities, no network, no endless depth. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.errors import UnreadableSourceError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(content: bytes, name: str) -> _Element:
    """The root element of an XML document that came from `name`.

    Raises:
        UnreadableSourceError: It is not XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSourceError(f"{name} is not valid XML: {error}.", "Check the address or the file.") from error
    if root is None:
        raise UnreadableSourceError(f"{name} is not valid XML.", "Check the address or the file.")
    return root


def local(element: _Element) -> str:
    """The name of an element without its namespace, lower case; empty for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def child_text(element: _Element, *names: str) -> str:
    """The text of the first child with one of `names`, tried in their order."""
    for name in names:
        for child in element:
            if local(child) == name:
                text = " ".join("".join(map(str, child.itertext())).split())
                if text:
                    return text
    return ""
