"""Feeds, sitemaps, lists, folders, books and documents, made here."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from email.message import EmailMessage

import pytest

import papers
from audiofy import article
from audiofy.article.sources import is_before, part_of, unpacked
from audiofy.errors import MissingDependencyError, SourceNotFoundError, UnreadableSourceError
from audiofy.model import Role

SENTENCE = "The harbour master counted {} boats before noon, and the ferry left on time for the first time in a week. "
LONG = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(3, 9))

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Letter</title><language>en-GB</language>
<item><title>Boats &amp;amp; ferries</title><link>https://harbour.example/boats</link><guid>tag:1</guid>
<dc:creator>Ada Quill</dc:creator><pubDate>Tue, 03 Jun 2025 10:00:00 +0000</pubDate>
<content:encoded><![CDATA[{LONG}<p>Subscribe to our newsletter.</p>]]></content:encoded></item>
<item><title>Only a link</title><link>https://harbour.example/link</link><guid>tag:2</guid>
<description>A short summary.</description><pubDate>Sun, 01 Jun 2025 10:00:00 GMT</pubDate></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Letter</title>
<entry><id>urn:1</id><title>Boats</title><link rel="self" href="https://harbour.example/self"/><link href="https://harbour.example/boats"/>
<author><name>Ada Quill</name></author><published>2025-06-03T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>"""

JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Letter", "language": "en", "items": [{"id": "1",'
    ' "url": "https://harbour.example/boats", "title": "Boats", "date_published": "2025-06-03T10:00:00Z",'
    ' "authors": [{"name": "Ada Quill"}], "content_html": "LONG"}]}'
).replace("LONG", LONG)


@pytest.mark.parametrize(("name", "content"), [("feed.rss", RSS), ("feed.atom", ATOM), ("feed.json", JSON_FEED)])
def test_a_feed_with_full_content_is_read_without_its_pages(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    first = next(article.find(str(path)))
    found = article.read(first)
    assert found.url == "https://harbour.example/boats"
    assert found.authors == ("Ada Quill",)
    assert found.published.startswith("2025-06-03T10:00:00")
    assert [block.text for block in found.blocks] == [SENTENCE.format(number).strip() for number in range(3, 9)]


@pytest.mark.parametrize("feed", ['"items": 5', '"items": {"id": 1}', '"items": [1, {"authors": 7, "author": []}]'])
def test_a_json_feed_of_other_types_has_no_article(tmp_path, feed):
    path = tmp_path / "feed.json"
    path.write_text(f'{{"version": "https://jsonfeed.org/version/1.1", {feed}}}')
    assert not list(article.find(str(path)))


@pytest.mark.parametrize(
    "date",
    ["Tue, 03 Jun 99999999999999999999 10:00:00 GMT", "0001-01-01T00:00:00+02:00"],
)
@pytest.mark.parametrize(("content", "had"), [(RSS, "Tue, 03 Jun 2025 10:00:00 +0000"), (ATOM, "2025-06-03T10:00:00Z")])
def test_a_date_of_no_clock_is_no_date(tmp_path, date, content, had):
    path = tmp_path / "feed.xml"
    path.write_text(content.replace(had, date), encoding="utf-8")
    assert article.read(next(article.find(str(path)))).published == ""


def test_a_feed_without_content_gives_links_and_since_leaves_out(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    assert list(article.find(str(path)))[1] == "https://harbour.example/link"
    assert len(list(article.find(str(path), since="2025-06-02"))) == 1
    assert len(list(article.find(str(path), limit=1))) == 1
    with pytest.raises(UnreadableSourceError, match="is a feed with many articles"):
        article.read(str(path))
    with pytest.raises(SourceNotFoundError, match="no entry"):
        article.read(f"{path}#entry=gone")


def test_the_same_article_from_its_feed_and_its_page_is_one(site, settings):
    page = f"<html lang='en'><head><link rel='canonical' href='https://harbour.example/boats'></head><body><article><h1>Boats</h1>{LONG}</article></body></html>"
    site.says("/boats", page.encode())
    site.says("/feed", RSS.encode(), Content_Type="application/rss+xml")
    (entry, link) = article.find(site.url("/feed"), settings=settings)
    assert link == "https://harbour.example/link"
    assert article.read(entry, settings=settings).url == article.read(site.url("/boats"), settings=settings).url


def test_sitemaps_and_their_index(site, settings):
    index = f"<sitemapindex><sitemap><loc>{site.url('/news.xml')}</loc></sitemap><sitemap><loc>{site.url('/gone.xml')}</loc></sitemap></sitemapindex>"
    news = (
        '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://a.example/new</loc><news:news><news:publication_date>2025-06-03T08:00:00Z</news:publication_date></news:news></url>"
        "<url><loc>https://a.example/old</loc><lastmod>2019-01-01</lastmod></url></urlset>"
    )
    site.says("/sitemap.xml", index.encode(), Content_Type="application/xml")
    site.says("/news.xml", gzip.compress(news.encode()), Content_Type="application/gzip")
    found = list(article.find(site.url("/sitemap.xml"), settings=settings, since="2025-01-01"))
    assert found == ["https://a.example/new", site.url("/gone.xml")]


def test_opml_lists_and_folders(tmp_path, site, settings):
    site.says("/feed", RSS.encode(), Content_Type="application/rss+xml")
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{site.url("/feed")}"/></outline></body></opml>'
    )
    assert list(article.find(str(opml), settings=settings))[1] == "https://harbour.example/link"
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "advert.html").write_text("<p>x</p>")
    (tmp_path / "a.txt").write_text(SENTENCE.format(1) * 3)
    listing = tmp_path / "week.list"
    listing.write_text("# the week\nhttps://a.example/1\na.txt\n\n")
    assert list(article.find(str(listing))) == ["https://a.example/1", str(tmp_path / "a.txt")]
    assert list(article.find(str(tmp_path))) == [str(tmp_path / "a.txt")]
    assert list(article.find(str(tmp_path / "a.txt"))) == [str(tmp_path / "a.txt")]
    assert article.read(str(tmp_path)).blocks
    (tmp_path / "b.txt").write_text("x")
    with pytest.raises(UnreadableSourceError, match="folder with 2 articles"):
        article.read(str(tmp_path))


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(UnreadableSourceError, match="no articles in the folder"):
        list(article.find(str(tmp_path)))


def test_a_broken_feed_in_a_list_fails_alone(tmp_path, site, settings):
    listing = tmp_path / "feeds.list"
    listing.write_text(f"{site.url('/gone/feed')}\nhttps://a.example/1\n")
    assert list(article.find(str(listing), settings=settings)) == [site.url("/gone/feed"), "https://a.example/1"]


def book(spine: str = "cab") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OPS/book.opf",
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Tides</dc:title><dc:creator>Ada Quill</dc:creator>'
            '<dc:language>en</dc:language></metadata><manifest><item id="c" href="cover.xhtml"/><item id="a" href="one.xhtml"/>'
            '<item id="b" href="two%20.xhtml"/></manifest><spine>'
            + "".join(f'<itemref idref="{one}"/>' for one in spine)
            + "</spine></package>",
        )
        archive.writestr("OPS/cover.xhtml", "<html><body><img src='x'/></body></html>")
        archive.writestr(
            "OPS/one.xhtml",
            f"<html><body><h1>Low water</h1>{LONG}<ul><li>One mooring</li><li>Two moorings</li></ul></body></html>",
        )
        archive.writestr(
            "OPS/two .xhtml",
            f"<html><body><h2>High water</h2><blockquote><p>Nobody drowned.</p></blockquote>{LONG}</body></html>",
        )
    return packed.getvalue()


def test_a_book_is_one_article_a_chapter(tmp_path):
    path = tmp_path / "tides.epub"
    path.write_bytes(book())
    sources = list(article.find(str(path)))
    assert sources == [f"{path}#chapter=1", f"{path}#chapter=2"]
    first, second = map(article.read, sources)
    assert (first.title, first.publisher, first.authors, first.language) == (
        "Low water",
        "Tides",
        ("Ada Quill",),
        "en-GB",
    )
    assert [block.role for block in first.blocks[-2:]] == [Role.LIST_ITEM, Role.LIST_ITEM]
    assert second.blocks[0].role is Role.BLOCKQUOTE
    with pytest.raises(UnreadableSourceError, match="has 2 chapters"):
        article.read(str(path))
    with pytest.raises(SourceNotFoundError, match="no chapter 7"):
        article.read(f"{path}#chapter=7")


def test_a_book_that_names_a_chapter_a_thousand_times_has_it_once(tmp_path):
    path = tmp_path / "tides.epub"
    path.write_bytes(book("c" + "ab" * 1000))
    assert len(list(article.find(str(path)))) == 2


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", book()[:400]])
def test_a_damaged_book_is_an_error(tmp_path, content):
    path = tmp_path / "tides.epub"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError):
        article.read(str(path))


def test_a_word_processor_file(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Boats at noon", 0)
    document.add_paragraph(SENTENCE.format(4))
    document.add_heading("The ferry", 2)
    document.add_paragraph("It left on time.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Boats", "14"
    document.core_properties.author = "Ada Quill"
    path = tmp_path / "boats.docx"
    document.save(path)
    found = article.read(str(path))
    assert (found.title, found.authors) == ("Boats at noon", ("Ada Quill",))
    assert [block.role for block in found.blocks] == [Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM]
    assert [verdict.text for verdict in found.omitted] == ["Boats, 14"]


def test_a_pdf_with_a_text_layer(tmp_path):
    pytest.importorskip("pypdf")
    body = "%s counted four boats before noon, and the\nferry left on time for the first time in a week. The sea was\ncalm.\nNobody on the quay had expected that the ferry would sail be-\nfore the storm that %s had promised for days came.\n"
    path = tmp_path / "boats.pdf"
    path.write_bytes(
        papers.pdf(
            *(
                f"The Harbour Letter\n{body % (who, who.lower())}Page {number}"
                for number, who in enumerate(("The harbour master", "Her deputy", "Nobody else"), 1)
            )
        )
    )
    found = article.read(str(path))
    texts = [block.text for block in found.blocks]
    assert (
        texts[0]
        == "The harbour master counted four boats before noon, and the ferry left on time for the first time in a week. The sea was calm."
    )
    assert texts[1].endswith("would sail before the storm that the harbour master had promised for days came.")
    assert texts[2].startswith("Her deputy counted")
    path.write_bytes(papers.pdf(""))
    with pytest.raises(UnreadableSourceError, match="no text layer"):
        article.read(str(path))
    path.write_bytes(b"%PDF-1.7 nonsense")
    with pytest.raises(UnreadableSourceError, match="can't be read"):
        article.read(str(path))


def package(**members: str) -> bytes:
    """A zip package by hand; the names of members have "__" for what Python's names can't have."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "module"),
    [("a.pdf", b"%PDF-1.4", "pypdf"), ("a.docx", package(word__document="<x/>"), "docx")],
)
def test_a_missing_library_names_its_extra(tmp_path, monkeypatch, name, content, module):
    monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MissingDependencyError, match=r"pip install 'audiofy\[(?:pdf|docx)\]'"):
        article.read(str(path))


def test_a_newsletter(tmp_path):
    message = EmailMessage()
    message["From"] = "Harbour Letter <letter@harbour.example>"
    message["Subject"] = "Boats at noon"
    message["Date"] = "Tue, 03 Jun 2025 10:00:00 +0200"
    message.set_content("See the HTML part.")
    message.add_alternative(
        f"<html lang='en'><body>{LONG}<p><a href='x'>Unsubscribe</a></p></body></html>", subtype="html"
    )
    path = tmp_path / "letter.eml"
    path.write_bytes(message.as_bytes())
    found = article.read(str(path))
    assert (found.title, found.publisher, found.published) == (
        "Boats at noon",
        "Harbour Letter",
        "2025-06-03T10:00:00+02:00",
    )
    assert len(found.blocks) == 6


def test_xml_entities_are_not_expanded(tmp_path):
    bomb = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<?xml version='1.0'?>{bomb}<rss><channel><item><title>&b;&f;</title><link>https://a.example/1</link></item></channel></rss>"
    )
    assert list(article.find(str(path))) == ["https://a.example/1"]


def test_packed_content_is_limited():
    assert unpacked(gzip.compress(b"abc"), 10) == b"abc"
    assert unpacked(b"abc", 10) == b"abc"
    with pytest.raises(UnreadableSourceError, match="unfolds to more than"):
        unpacked(gzip.compress(b"\0" * 1000), 10)
    with pytest.raises(UnreadableSourceError, match="broken"):
        unpacked(b"\x1f\x8bnonsense", 10)


def test_dates_and_parts():
    assert is_before("2025-01-01", "2025-01-02")
    assert not is_before("2025-01-02T00:00:00+05:00", "2025-01-02")
    assert not is_before("", "2025-01-02")
    assert not is_before("when?", "2025-01-02")
    assert part_of("a.epub#chapter=2") == ("a.epub", "chapter", "2")
    assert part_of("https://x.example/a#section") == ("https://x.example/a#section", "", "")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("suffix", [".epub", ".docx"])
def test_a_package_that_is_damaged_inside_is_named(tmp_path, suffix, method):
    file = io.BytesIO()
    names = ("META-INF/container.xml", "[Content_Types].xml", "_rels/.rels")
    with zipfile.ZipFile(file, "w", method) as package:
        for name in names:
            package.writestr(name, "<container>" + SENTENCE * 9 + "</container>")
    content = bytearray(file.getvalue())
    for name in names:
        at = content.index(name.encode()) + len(name)
        content[at : at + 40] = b"\xff" * 40
    path = tmp_path / f"book{suffix}"
    path.write_bytes(bytes(content))
    with pytest.raises(UnreadableSourceError, match="Save"):
        article.read(f"{path}#chapter=1")


@pytest.mark.parametrize(
    "head",
    [
        "From: Gazette: <news;@news.example>",
        "Date: Tue, 03 Jun 99999999999999999999 10:00:00 GMT",
        "From: =?utf-8?q?Gazette?= <>\nSubject: =?no-such-charset?q?x?=",
    ],
)
def test_a_mail_with_a_broken_head_is_read_without_it(tmp_path, head):
    path = tmp_path / "letter.eml"
    path.write_text(f"MIME-Version: 1.0\n{head}\nContent-Type: text/html; charset=utf-8\n\n<h1>Boats</h1>{LONG}")
    assert SENTENCE.format(3).strip() in [block.text for block in article.read(str(path)).blocks]


def test_a_docx_with_parts_that_break_its_schema_is_named(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph(SENTENCE, style="Quote")
    document.save(tmp_path / "whole.docx")
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as damaged:
        for name in whole.namelist():
            damaged.writestr(name, whole.read(name).replace(b'<w:pStyle w:val="Quote"/>', b"<w:pStyle/>"))
    with pytest.raises(UnreadableSourceError, match="no DOCX file"):
        article.read(str(tmp_path / "a.docx"))
