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
        book.writestr("a.xhtml", HTML)
    return file.getvalue()


def seeds() -> dict[str, bytes]:
    """A seed for each target by its name."""
    texts = {
        "copied": ARTICLE,
        "html": HTML,
        "markdown": f"---\ntitle: Lighthouse\nauthor: Jo Verne\n---\n# Lighthouse\n\n{ARTICLE}\n> quoted\n\n- item\n",
        "feed": FEED,
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
        "published-book": _epub(),
    }
