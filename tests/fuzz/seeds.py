"""Beginnings for the fuzzer, of our own writing: a whole small file for each target."""

from __future__ import annotations

import io
import zipfile

from mutagen.id3 import CHAP, COMM, ID3, PRIV, TIT2, TXXX

ARTICLE = """Home | News | Weather
Lighthouse to shine again
By Jo Verne
14 March 2026
The lighthouse at Sand Point will be lit again on Friday. “We found the lamp,” said Mara Lind.
It went dark in 1987, and nobody had looked under the roof since.
Share this article
Related: Ferry sold
"""

HTML = """<!doctype html><html lang="en"><head><title>Lighthouse</title><meta property="og:title" content="Lighthouse">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lighthouse","author":[{"name":"Jo Verne"}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Lighthouse to shine again</h1><p>The lighthouse at Sand Point
will be lit again on Friday, the council said.</p><blockquote>It still works.</blockquote></article></body></html>"""

STORY = (
    "The lighthouse at Sand Point will be lit again on Friday, the council of the town said on Monday evening. "
    "It went dark in 1987, when the last keeper left for the mainland, and nobody had looked under its roof since. "
) * 3

FULL_FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title><language>en</language><item>
<title>Lighthouse &amp;amp; lamp</title><link>https://news.example/a</link><guid>one</guid><dc:creator>Jo Verne</dc:creator>
<pubDate>Sat, 14 Mar 2026 09:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{STORY}</p><blockquote>It works.</blockquote>
<ul><li>Lamp</li></ul>]]></content:encoded></item><entry><title>Ferry</title><id>two</id><updated>2026-03-14T09:00:00Z</updated>
<author><name>Jo Verne</name></author><link rel="alternate" href="https://news.example/b"/><content type="html">
&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></channel></rss>"""

JSON_FEED = (
    '{"version":"https://jsonfeed.org/version/1.1","title":"Gazette","language":"en","items":[{"id":"one","url":'
    '"https://news.example/a","title":"Lighthouse","date_published":"2026-03-14T09:00:00Z","authors":[{"name":"Jo Verne"}],'
    f'"content_html":"<p>{STORY}</p>"}},{{"id":2,"content_text":"{STORY}"}}]}}'
)

SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/a</loc><lastmod>2026-03-14</lastmod>
<news:news><news:publication_date>2026-03-14T09:00:00Z</news:publication_date></news:news></url>
<outline xmlns="" xmlUrl="https://news.example/feed.xml"/></urlset>"""

MAIL = f"""From: Sand Point Gazette <news@news.example>
Subject: =?utf-8?q?Lighthouse_to_shine_again?=
Date: Sat, 14 Mar 2026 09:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{STORY}
--b
Content-Type: text/html; charset=utf-8

<html><body><p>{STORY}</p></body></html>
--b--
"""

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Gazette</title><item><title>Lighthouse</title>
<guid>urn:uuid:1</guid><description>&lt;p&gt;The lighthouse is lit on Friday.&lt;/p&gt;</description>
<enclosure url="https://cdn.example/a.mp3?v=1" length="3" type="audio/mpeg"/><itunes:duration>1:02</itunes:duration>
<podcast:txt purpose="ai-content">true</podcast:txt></item></channel></rss>"""

PLS = """<?xml version="1.0"?><lexicon version="1.0" alphabet="ipa" xml:lang="en-US"
xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"><lexeme><grapheme>Lind</grapheme><alias>Linnd</alias></lexeme>
<lexeme><grapheme>Verne</grapheme><phoneme>vɜːn</phoneme></lexeme></lexicon>"""

VTT = """WEBVTT

NOTE
This audio is created with AI assistance.

1
00:00:00.000 --> 00:00:03.200 align:start
<v newsreader>This audio &amp; that.
"""

SRT = "1\n00:00:00,000 --> 00:00:03,200\nThis audio.\n\n2\n00:00:04,000 --> 00:00:05,000\nThat.\n"

JSON = '{"version":"1.0.0","segments":[{"speaker":"a","startTime":0.0,"endTime":1.5,"body":"This audio."}]}'

TOML = '[disclosure]\nspoken = "both"\n[pauses]\ntitle = 0.5\n[cast.people]\n"Mara Lind" = "ada"\n'


_WORD = "http://schemas.openxmlformats.org"

DOCX = (
    (
        f'<Types xmlns="{_WORD}/package/2006/content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="'
        '/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ),
    (
        f'<Relationships xmlns="{_WORD}/package/2006/relationships"><Relationship Id="a" Type="{_WORD}/officeDocument/2006/'
        f'relationships/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="{_WORD}/package/2006/'
        'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    ),
    (
        f'<w:document xmlns:w="{_WORD}/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        f"<w:r><w:t>Lighthouse</w:t></w:r></w:p><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>"
        "Lamp</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    ),
    (
        f'<cp:coreProperties xmlns:cp="{_WORD}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Lighthouse</dc:title><dc:creator>Jo Verne'
        '</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-14T09:00:00Z</dcterms:created></cp:coreProperties>'
    ),
)


def _mp3() -> bytes:
    file = io.BytesIO((bytes((0xFF, 0xFB, 0x70, 0xC4)) + bytes(309)) * 4)
    tags = ID3()
    for frame in (
        TIT2(encoding=3, text=["Lighthouse"]),
        COMM(encoding=3, lang="eng", desc="", text=["This audio."]),
        TXXX(encoding=3, desc="AI_DISCLOSURE", text=["This audio."]),
        PRIV(owner="XMP", data=b"<x:xmpmeta/>"),
        CHAP(element_id="chp0", start_time=0, end_time=9, sub_frames=[TIT2(encoding=3, text=["One"])]),
    ):
        tags.add(frame)
    tags.save(file)
    return file.getvalue()


def _epub() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        book.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
            'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        )
        book.writestr("a.xhtml", HTML.replace("It still works.", STORY))
    return file.getvalue()


def _docx() -> bytes:
    import docx

    file, document = io.BytesIO(), docx.Document()
    document.add_heading("Lighthouse to shine again", 1)
    document.add_paragraph(STORY)
    document.add_table(1, 2).rows[0].cells[0].text = "Lamp"
    document.save(file)
    return file.getvalue()


def _pdf() -> bytes:
    """A page with two lines of text, written by hand: what is in it is plain to see and to damage."""
    lines = "BT /F1 12 Tf 72 700 Td (The lighthouse will be lit again on Friday.) Tj 0 -14 Td (It went dark.) Tj ET"
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(lines)}>>stream\n{lines}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Title(Lighthouse)/Author(Jo Verne)>>",
    )
    text, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(parts) + 1}/Root 1 0 R/Info 6 0 R>>\n"
    return f"{text}startxref\n{text.index('xref')}\n%%EOF".encode()


def _members(package: bytes, *names: str) -> bytes:
    """Members of a package, divided by NUL."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return b"\0".join(archive.read(name) for name in names)


def seeds() -> dict[str, bytes]:
    """A seed for each target by its name."""
    texts = {
        "copied": ARTICLE,
        "html": HTML,
        "markdown": f"---\ntitle: Lighthouse\nauthor: Jo Verne\n---\n# Lighthouse\n\n{ARTICLE}\n> quoted\n\n- item\n",
        "feed": FULL_FEED,
        "json-feed": JSON_FEED,
        "addresses": SITEMAP,
        "mail": MAIL,
        "published-feed": FEED,
        "pls": PLS,
        "tsv": "Lind\talias\tLinnd\ten-US\texact\t\n# remark\nVerne\tipa\tvɜːn\n",
        "toml": TOML,
        "vtt": VTT,
        "srt": SRT,
        "json": JSON,
        "html-transcript": HTML,
        "episode": '{"schema":1,"slug":"a","guid":"g","article":{"url":"","title":"","blocks":[]}}',
        "printed": "On 14 March 2026 it cost $5.7 billion [[h@lo]] — “no”, 3–2, 10 km/h, No. 10, St. Mary’s St.",
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        "mp3": _mp3(),
        "epub": _epub(),
        "epub-parts": _members(_epub(), "META-INF/container.xml", "book.opf", "a.xhtml"),
        "docx": _docx(),
        "docx-parts": b"\0".join(part.encode() for part in DOCX),
        "pdf": _pdf(),
        "published-book": _epub(),
    }
