"""Word processor files (DOCX) to the article in them. The only python-docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from audiofy.article.documents.packages import DAMAGE, Package
from audiofy.article.finding import Finding, Item
from audiofy.article.lines import clean
from audiofy.errors import MissingDependencyError, UnreadableSourceError
from audiofy.model import Article, Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_docx(content: bytes, name: str) -> Finding:
    """The article in a DOCX file: everything in it, with the roles that its styles give.

    Raises:
        MissingDependencyError: python-docx is not installed.
        UnreadableSourceError: It is no DOCX file, or damaged.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingDependencyError(
            "Reading DOCX files needs python-docx.", "Run: pip install 'audiofy[docx]'."
        ) from error
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from docx.oxml.exceptions import XmlchemyError

    Package(content, name)
    try:
        document = docx.Document(io.BytesIO(content))
        parts = [(role, " ".join(clean(text).split())) for role, text in _parts(document)]
        properties = document.core_properties
        title, author, created = properties.title or "", properties.author or "", properties.created
    # lxml's errors are syntax errors; the last two come of parts that aren't what they are called.
    except (*DAMAGE, PythonDocxError, OpcError, XmlchemyError, SyntaxError, AttributeError, TypeError) as error:
        raise UnreadableSourceError(
            f"{name} is no DOCX file that can be read: {error}.", "Save it again, or as text."
        ) from error
    parts = [(role, text) for role, text in parts if text]
    if parts and parts[0][0] is Role.HEADING:
        title = parts.pop(0)[1]
    items = (
        Item(verdict=Verdict(text=text, label=role.value, reason="a DOCX file", kept=True), role=role, near=True)
        for role, text in parts
    )
    article = Article(
        url=name,
        title=title,
        blocks=(),
        authors=(author,) if author and author != "python-docx" else (),
        published=created.isoformat() if created and author != "python-docx" else "",
    )
    return Finding(article=article, items=tuple(items))


def _parts(document: Any) -> Iterator[tuple[Role, str]]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield (
                    Role.TABLE_ROW,
                    ", ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip())),
                )
        else:
            yield _role(str(part.style.name if part.style is not None else "")), part.text


def _role(style: str) -> Role:
    for opening, role in (
        ("Heading", Role.HEADING),
        ("Title", Role.HEADING),
        ("List", Role.LIST_ITEM),
        ("Caption", Role.CAPTION),
    ):
        if style.startswith(opening):
            return role
    return Role.BLOCKQUOTE if "Quote" in style else Role.PARAGRAPH
