"""Books, word processor files, PDFs and mail as programs and people make them, whole, locked and broken."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

import papers
from audiofy import article
from audiofy.article.documents.columns import in_columns
from audiofy.errors import UnreadableSourceError
from audiofy.model import Role
from audiofy.settings import Reading, Settings

SENTENCE = "The keeper of the lock wrote {} ships into her book, and the last of them paid in small coins. "
LONG = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(3, 9))
CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'


def package(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def book(*documents: str | bytes, **more: str) -> bytes:
    names = [f"c{number}.xhtml" for number, _ in enumerate(documents)]
    manifest = "".join(f'<item id="{name}" href="{name}"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    opf = f"<package><metadata><title>The Lock</title></metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    chapters = {f"OPS/{name}": document for name, document in zip(names, documents, strict=True)}
    return package(
        {"META-INF/container.xml": CONTAINER, "OPS/book.opf": opf}
        | chapters
        | {f"META-INF/{name}.xml": content for name, content in more.items()}
    )


def written(tmp_path, content: bytes, name: str) -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return str(path)


def page(body: str, encoding: str = "utf-8") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><html><head><title/><script src="x"/></head><body>{body}</body></html>'
    return text.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("name", ["lock.epub", "lock.zip", "lock"])
def test_a_book_is_read_in_any_encoding_and_by_any_name(tmp_path, encoding, name):
    path = written(tmp_path, book(page(f"<h1>Schleuße</h1>{LONG}", encoding)), name)
    assert list(article.find(path)) == [f"{path}#chapter=1"]
    found = article.read(f"{path}#chapter=1")
    assert (found.title, len(found.blocks)) == ("Schleuße", 6)


def test_contents_covers_and_headings_further_down(tmp_path):
    contents = "".join(f"<p><a href='c{number}'>Chapter {number} of the whole long book</a></p>" for number in range(9))
    path = written(
        tmp_path, book(page(contents), page(f"<nav>{LONG}</nav>"), page(f"{LONG}<h2>Later</h2>{LONG}")), "lock.epub"
    )
    assert list(article.find(path)) == [f"{path}#chapter=1"]
    found = article.read(path)
    assert found.title == "The Lock, 1"
    assert Role.HEADING in [block.role for block in found.blocks]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (book(), "no chapter with text"),
        (book(page("<p>A word.</p>")), "no chapter with text"),
        (book(page("<div>" * 9000 + LONG)), "no chapter with text"),
        (book(b"x" * 20_000_001), "more than 20 MB of text"),
        (book(LONG, encryption='<e><CipherReference URI="OPS/c0.xhtml"/></e>'), "DRM"),
        (package({"META-INF/container.xml": CONTAINER, "OPS/book.opf": "<"}), "not valid XML"),
        (package({"META-INF/container.xml": "<container/>"}), "damaged"),
        (package({"a.html": LONG}), "neither EPUB nor DOCX"),
        (package({"word/document.xml": "<w:p>" * 100_001}), "far longer than an article"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word file"),
    ],
)
def test_packages_that_are_refused(tmp_path, content, message):
    with pytest.raises(UnreadableSourceError, match=message):
        article.read(written(tmp_path, content, "lock.epub"))


def test_a_font_that_is_locked_locks_no_book(tmp_path):
    content = book(LONG, encryption='<e><CipherReference URI="OPS/font.otf"/></e>')
    assert article.read(written(tmp_path, content, "lock.epub")).blocks


def docx_of(tmp_path, change=None, **parts: str) -> str:
    """A DOCX with a table and a reference, and further parts in its package."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for text in ("The keeper of the lock", "By Ada Quill", SENTENCE.format(3), "She kept it."):
        document.add_paragraph(text)
    table = document.add_table(3, 3)
    for row, texts in zip(table.rows, (("Ship", "Coins", "Gates"), ("Ada", "4", "4"), ("Bo", "5", "")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(tmp_path / "whole.docx")
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole:
        members = {
            name: whole.read(name).decode() if name.endswith((".xml", ".rels")) else whole.read(name)
            for name in whole.namelist()
        }
    for name, content in parts.items():
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        members["[Content_Types].xml"] = str(members["[Content_Types].xml"]).replace(
            "</Types>", f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/></Types>'
        )
        relation = f'<Relationship Id="r{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>'
        members["word/_rels/document.xml.rels"] = str(members["word/_rels/document.xml.rels"]).replace(
            "</Relationships>", f"{relation}</Relationships>"
        )
        members[f"word/{name}.xml"] = content
    if change:
        members["word/document.xml"] = change(str(members["word/document.xml"]))
    return written(tmp_path, package(members), "lock.docx")


def test_a_document_without_styles_has_its_title_and_byline(tmp_path):
    found = article.read(docx_of(tmp_path))
    assert (found.title, found.authors, found.published) == ("The keeper of the lock", ("Ada Quill",), "")
    assert [block.text for block in found.blocks] == [SENTENCE.format(3).strip(), "She kept it."]


def test_rows_of_a_document_have_their_heads_and_all_their_cells(tmp_path):
    found = article.read(docx_of(tmp_path), settings=Settings(reading=Reading(tables="read")))
    rows = [block.text for block in found.blocks if block.role is Role.TABLE_ROW]
    assert rows == ["Ship Ada, Coins 4, Gates 4", "Ship Bo, Coins 5"]


def test_footnotes_of_a_document_are_footnotes(tmp_path):
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = "<w:footnote w:id='1'><w:p><w:r><w:t>In blue </w:t></w:r><w:r><w:t>ink.</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {spaces}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>{note}</w:footnotes>"
    found = article.read(docx_of(tmp_path, footnotes=notes))
    assert [(verdict.label, verdict.text) for verdict in found.omitted][-1] == ("footnote", "In blue ink.")


def test_changes_that_were_tracked_are_read_as_they_stand(tmp_path):
    def change(text: str) -> str:
        inserted = (
            "<w:ins><w:r><w:t>She lost it.</w:t></w:r></w:ins><w:del><w:r><w:delText>No.</w:delText></w:r></w:del>"
        )
        text = text.replace("<w:r><w:t>She kept it.</w:t></w:r>", inserted)
        return text.replace(
            "<w:sectPr",
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>The end.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr",
            1,
        )

    assert [block.text for block in article.read(docx_of(tmp_path, change)).blocks][-2:] == ["She lost it.", "The end."]


LEFT = [
    "The keeper of the lock wrote nine",
    "ships into her book that day, and",
    "the last of them paid in coins of",
    "a land that is no more. She kept",
    "them in a jar on the win-",
    "dow sill, and never spent",
]
RIGHT = [
    "one of them for the rest of it.",
    "The second paragraph is about the",
    "gates of the lock, which were old",
    "and leaked. Nobody had mended",
    "them since the war, it was said,",
    "and nobody would.",
]


def test_columns_are_read_one_after_the_other_in_whatever_order_they_are_written(tmp_path):
    pytest.importorskip("pypdf")
    left, right = (
        [(across, 700 - 16 * row, text) for row, text in enumerate(texts)]
        for across, texts in ((40, LEFT), (330, RIGHT))
    )
    head = [(40, 740, "The keeper of the lock"), (40, 722, "By Ada Quill")]
    for lines in ([*left, *right], [cell for row in zip(left, right, strict=True) for cell in row]):
        found = article.read(written(tmp_path, papers.pdf_of([*head, *lines]), "lock.pdf"))
        assert (found.title, found.authors) == ("The keeper of the lock", ("Ada Quill",))
        text = " ".join(block.text for block in found.blocks)
        assert "in a jar on the window sill, and never spent one of them for the rest of it." in text
        assert text.endswith("it was said, and nobody would.")


def test_rows_of_a_table_are_no_columns():
    rows = "\n".join(f"Ship {number}        {number} coins" for number in range(9))
    text = "\n".join(f"Ship {number} {number} coins" for number in range(9))
    assert in_columns(text, rows) == text


def test_a_line_across_both_columns_parts_what_is_above_from_below():
    width = 50
    above, below = (list(zip(texts[:3], texts[3:], strict=True)) for texts in (LEFT, RIGHT))
    layout = [f"{left:<{width}}{right}" for left, right in above]
    layout += [
        "A headline that goes across the whole of the page and beyond",
        *(f"{left:<{width}}{right}" for left, right in below),
    ]
    text = "\n".join(" ".join(line.split()) for line in layout)
    assert in_columns(text, "\n".join(layout)).split("\n") == [*LEFT, layout[3], *RIGHT]


@pytest.mark.parametrize("title", ["Microsoft Word - lock_v3.docx", "lock.indd", "untitled"])
def test_the_name_of_a_file_is_no_title(tmp_path, title):
    pytest.importorskip("pypdf")
    lines = [(40, 700, "The keeper of the lock"), *((40, 660 - 16 * row, text) for row, text in enumerate(LEFT))]
    assert article.read(written(tmp_path, papers.pdf_of(lines, title=title), "a.pdf")).title == "The keeper of the lock"
    assert article.read(written(tmp_path, papers.pdf_of(lines, title="Lock"), "a.pdf")).title == "Lock"


def test_a_pdf_behind_other_bytes_and_with_a_password(tmp_path, caplog):
    pypdf = pytest.importorskip("pypdf")
    content = papers.pdf("\n".join(LEFT))
    assert article.read(written(tmp_path, b"\r\n" + content, "a.pdf")).blocks
    for user in ("", "secret"):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
        writer.encrypt(user, owner_password="other", algorithm="RC4-128")
        writer.write(tmp_path / f"{user}.pdf")
    assert article.read(str(tmp_path / ".pdf")).blocks
    with pytest.raises(UnreadableSourceError, match="locked with a password"):
        article.read(str(tmp_path / "secret.pdf"))
    assert not caplog.records


def test_a_pdf_of_too_many_pages_is_not_read_in_part(tmp_path):
    pytest.importorskip("pypdf")
    with pytest.raises(UnreadableSourceError, match="more than 500 pages"):
        article.read(written(tmp_path, papers.pdf(*["A line."] * 501), "a.pdf"))


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "", "no-such-charset"])
def test_a_mail_is_decoded_as_it_is_and_not_as_it_says(tmp_path, charset):
    said = f"; charset={charset}" if charset else ""
    encoding = "cp1252" if charset == "iso-8859-1" else "utf-8"
    body = LONG.replace("The keeper", "Die „Wärterin“")
    mail = f"From: Lock <l@lock.example>\nSubject: Ships\nMIME-Version: 1.0\nContent-Type: text/html{said}\n\n{body}"
    found = article.read(written(tmp_path, mail.encode(encoding), "a.eml"))
    assert found.blocks[0].text.startswith("Die „Wärterin“ of the lock")


def newsletter() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "The Lock <l@lock.example>", "Ships"
    message.set_content(f"<html lang='en'><body>{LONG}</body></html>", subtype="html", cte="quoted-printable")
    return message


def test_a_mail_that_was_passed_on_and_one_with_attachments(tmp_path):
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Bo <bo@lock.example>", "Fwd: Ships"
    outer.set_content("See below.")
    outer.add_attachment(newsletter())
    found = article.read(written(tmp_path, outer.as_bytes(), "a.eml"))
    assert (found.title, found.publisher, len(found.blocks)) == ("Ships", "The Lock", 6)
    own = newsletter()
    own.add_attachment(b"<p>Not this one.</p>" * 99, maintype="text", subtype="html", filename="a.html")
    assert len(article.read(written(tmp_path, own.as_bytes(), "a.eml")).blocks) == 6


def test_a_mail_nested_without_end_is_damaged(tmp_path):
    mail = b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(2000)
    )
    with pytest.raises(UnreadableSourceError, match="damaged mail"):
        article.read(written(tmp_path, mail, "a.eml"))


@pytest.mark.parametrize("name", ["Ships.mhtml", "Ships.mht", "Ships.txt"])
def test_a_page_that_a_browser_saved_in_one_file(tmp_path, name):
    html = f"<html lang='en-GB'><head><meta name='author' content='Ada Quill'></head><body><article><h1>Nine ships</h1>{LONG}</article></body></html>"
    frame = f"--B\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n{LONG * 3}\r\n"
    page = f"--B\r\nContent-Type: text/html\r\nContent-Location: https://lock.example/ships\r\n\r\n{html}\r\n{frame}--B--\r\n"
    head = 'From: <Saved by Blink>\r\nSubject: Ships - The Lock\r\nDate: Tue, 3 Jun 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    found = article.read(written(tmp_path, f"{head}{page}".encode(), name))
    assert (found.url, found.title, found.authors) == ("https://lock.example/ships", "Nine ships", ("Ada Quill",))
    assert (found.published, len(found.blocks)) == ("", 6)


@pytest.mark.parametrize(
    "start", ["<?xml version='1.0'?>\n<html>", "<!-- saved --><!DOCTYPE html><HTML>", "<div>", " \n<article>"]
)
def test_a_page_is_html_whatever_it_is_called(tmp_path, start):
    for name in ("a.txt", "a.xml", "a"):
        found = article.read(written(tmp_path, f"{start}<h1>Nine ships</h1>{LONG}".encode(), name))
        assert (found.title, len(found.blocks)) == ("Nine ships", 6)


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [(rb"{\rtf1\ansi The lock is shut.\par}", "a.txt", "RTF"), (b'{"a": "The lock is shut."}', "a.json", "no feed")],
)
def test_what_only_a_program_reads_is_refused(tmp_path, content, name, message):
    with pytest.raises(UnreadableSourceError, match=message):
        article.read(written(tmp_path, content, name))
