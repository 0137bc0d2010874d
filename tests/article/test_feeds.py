"""Feeds, sitemaps and lists as others write them: broken, in other encodings, and with links that lead elsewhere."""

from __future__ import annotations

import gzip
import json

import pytest

from audiofy import article
from audiofy.article.decoding import decode
from audiofy.article.sources.links import linked
from audiofy.article.sources.xml import root_name
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.model import Role
from audiofy.settings import Reading, Settings

SENTENCE = "The keeper of the lock wrote {} ships into her book, and the last of them paid in small coins. "
LONG = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(3, 9))
HEAD = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Lock &amp;amp; Quay</title>'
    "<link>https://lock.example/</link><language>en-gb</language>"
)
WHOLE = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"


def rss(*items: str) -> str:
    return HEAD + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>"


def found(tmp_path, content: str | bytes, name: str = "feed.xml") -> list[str]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [source.removeprefix(f"{path}") for source in article.find(str(path))]


def first(tmp_path, content: str | bytes, name: str = "feed.xml", **reading: str):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    settings = Settings(reading=Reading(**reading))
    return article.read(next(article.find(str(path))), settings=settings)


@pytest.mark.parametrize(
    "link",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://lock.example/a",
        "-",
        "s3://bucket/key",
        "",
        "http://[x",
    ],
)
def test_a_link_in_somebody_elses_feed_leads_only_to_the_web(link):
    assert linked(link, "/home/me/feed.xml") == ""


@pytest.mark.parametrize("place", ["https://lock.example/feed.xml", "/home/me/feed.xml"])
@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "s3://bucket/key"])
def test_a_link_to_something_else_than_a_page_is_none(place, link):
    assert linked(link, place) == ""


def test_relative_links_are_those_of_the_site(tmp_path, site, settings):
    assert linked("../b", "feed.xml", "https://lock.example/a/c/") == "https://lock.example/a/b"
    assert found(tmp_path, rss("<title>A</title><link>/a</link>")) == ["https://lock.example/a"]
    atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lock.example/x/"><entry><id>1</id><link href="y"/></entry></feed>'
    assert found(tmp_path, atom) == ["https://lock.example/x/y"]
    site.says("/feed", b"<rss><channel><item><link>/etc/passwd</link></item></channel></rss>")
    assert list(article.find(site.url("/feed"), settings=settings)) == [site.url("/etc/passwd")]


def test_sitemaps_and_lists_of_feeds_from_the_web_name_no_files(tmp_path, site, settings):
    site.says("/sitemap.xml", b"<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>/a</loc></url></urlset>")
    assert list(article.find(site.url("/sitemap.xml"), settings=settings)) == [site.url("/a")]
    (tmp_path / "feed.xml").write_text(rss("<link>https://lock.example/1</link>"))
    outlines = '<outline xmlUrl="/etc/passwd"/><outline xmlUrl="../up.xml"/><outline xmlUrl="feed.xml"/>'
    assert found(tmp_path, f"<opml><body>{outlines}</body></opml>", "feeds.opml") == ["https://lock.example/1"]
    site.says("/feeds.opml", f"<opml><body>{outlines.replace('feed.xml', '/gone')}</body></opml>".encode())
    from_web = list(article.find(site.url("/feeds.opml"), settings=settings))
    assert from_web == [site.url("/etc/passwd"), site.url("/up.xml"), site.url("/gone")]


@pytest.mark.parametrize(
    ("item", "source"),
    [
        ("<link>https://lock.example/a?x=1&y=2</link>", "https://lock.example/a?x=1&y=2"),
        ("<title>P</title><guid>https://lock.example/perma</guid>", "https://lock.example/perma"),
        (
            "<guid isPermaLink='false'>https://x.example/1</guid><link>https://lock.example/l</link>",
            "https://lock.example/l",
        ),
        ("<title>Caf&eacute; &nbsp; &c;</title><link>https://lock.example/c</link>", "https://lock.example/c"),
    ],
)
def test_links_are_read_as_they_are_meant(tmp_path, item, source):
    assert found(tmp_path, rss(item)) == [source]


def test_what_media_say_of_themselves_is_not_the_entrys(tmp_path):
    media = (
        "<media:title>A picture</media:title><media:content><media:description>x</media:description></media:content>"
    )
    read = first(
        tmp_path,
        rss(f"{media}<title>Ships</title><link>https://l.example/</link><description><![CDATA[{LONG}]]></description>"),
    )
    assert (read.title, read.publisher, len(read.blocks)) == ("Ships", "Lock & Quay", 6)


def test_two_entries_of_one_identifier_are_two(tmp_path):
    one, other = (f"<title>{name}</title><guid>1</guid><link>https://l.example/{name}</link>{WHOLE}" for name in "ab")
    sources = found(tmp_path, rss(one, other))
    assert len(sources) == 2
    assert [article.read(f"{tmp_path}/feed.xml{source}").title for source in sources] == ["a", "b"]


def test_a_short_entry_without_a_page_is_read_itself(tmp_path):
    read = first(
        tmp_path,
        rss(
            "<title>Note</title><guid isPermaLink='false'>n</guid><description>The lock is shut until noon today.</description>"
        ),
    )
    assert [block.text for block in read.blocks] == ["The lock is shut until noon today."]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig", "cp1252"])
def test_encodings_of_feeds_are_told_even_where_they_are_wrong(tmp_path, encoding):
    said = {"cp1252": "utf-8"}.get(encoding, encoding)
    text = rss(
        f"<title>Schleuse für “alle”</title><link>https://l.example/</link>{WHOLE}".replace(
            "“alle”", "alle" if said == "iso-8859-1" else "“alle”"
        )
    )
    content = text.replace("?>", f' encoding="{said}"?>'.replace("-sig", ""), 1).encode(encoding)
    assert first(tmp_path, content).title.startswith("Schleuse für ")
    assert "\ufffd" not in first(tmp_path, content).title


def test_scripts_and_styles_are_not_read(tmp_path):
    inside = f"<style>p{{}}</style><script>bad()</script>{LONG}<p style='display: none'>Seen by nobody at all here.</p>"
    read = first(tmp_path, rss(f"<title>A</title><link>https://l.example/</link>{WHOLE.replace(LONG, inside)}"))
    assert [block.text for block in read.blocks] == [SENTENCE.format(number).strip() for number in range(3, 9)]


def test_where_a_text_appeared_first_is_not_read(tmp_path):
    back = (
        "<p>Der Beitrag <a href='https://l.example/a/'>A</a> erschien zuerst auf <a href='https://l.example'>L</a>.</p>"
    )
    item = f"<title>A</title><link>https://l.example/a?from=feed</link>{WHOLE.replace(LONG, LONG + back)}"
    assert len(first(tmp_path, rss(item)).blocks) == 6


@pytest.mark.parametrize(
    ("setting", "role", "text"),
    [
        ("captions", Role.CAPTION, "The lock at dusk."),
        ("image_descriptions", Role.PARAGRAPH, "A drawing of the lock"),
        ("tables", Role.TABLE_ROW, "Ship Ada, Coins 4"),
        ("posts", Role.POST, "The gate is stuck again."),
        ("footnotes", Role.FOOTNOTE, "Her second book."),
        ("code", Role.CODE, "open(gate)"),
    ],
)
def test_the_policy_holds_in_full_contents(tmp_path, setting, role, text):
    inside = (
        f"{LONG}<p>She began a new book<a href='#n' epub:type='noteref'><sup>1</sup></a> that day, and it is kept.</p>"
        "<figure><img src='a.png' alt='A drawing of the lock'><figcaption>The lock at dusk.</figcaption></figure>"
        "<table><tr><th>Ship</th><th>Coins</th></tr><tr><td>Ada</td><td>4</td></tr></table>"
        "<blockquote class='twitter-tweet'><p>The gate is stuck again.</p>— Ada Quill (@ada)</blockquote>"
        "<pre>open(gate)</pre><section class='footnotes'><ol><li>Her second book.</li></ol></section>"
    )
    item = rss(f"<title>A</title><link>https://l.example/</link>{WHOLE.replace(LONG, inside)}")
    read, skipped = (first(tmp_path, item, **{setting: value}) for value in ("read", "skip"))
    assert (role, text) in [(block.role, block.text) for block in read.blocks]
    assert text not in [block.text for block in skipped.blocks]
    assert text in [verdict.text for verdict in skipped.omitted] or text in skipped.captions
    assert "She began a new book that day, and it is kept." in [block.text for block in read.blocks]


def test_an_entry_in_atom_has_the_authors_of_its_feed_and_plain_text_its_paragraphs(tmp_path):
    text = "\n\n".join(f"{SENTENCE.format(number)}It cost 5 &lt; 6 &amp; more." for number in range(6))
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><author><name>Ada Quill</name></author><entry><id>1</id>'
        f'<link href="https://l.example/"/><content type="text">{text}</content></entry></feed>'
    )
    read = first(tmp_path, atom)
    assert read.authors == ("Ada Quill",)
    assert len(read.blocks) == 6
    assert read.blocks[0].text.endswith("It cost 5 < 6 & more.")


def test_a_json_feed_with_a_mark_and_plain_text(tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "authors": [{"name": "Ada Quill"}],
        "items": [
            {"id": 1, "url": "https://l.example/", "content_text": "\n".join(f"{SENTENCE}5 < 6." for _ in range(6))}
        ],
    }
    read = first(tmp_path, b"\xef\xbb\xbf" + json.dumps({"title": "x" * 3000} | feed).encode(), "feed.json")
    assert read.authors == ("Ada Quill",)
    assert read.blocks[0].text.endswith("5 < 6.")


@pytest.mark.parametrize("content", ['{"version": "https://jsonfeed.org/version/1.1", "items": [', "<rss", "<opml"])
def test_a_broken_feed_says_so(tmp_path, content):
    path = tmp_path / "feed.xml"
    path.write_text(content)
    with pytest.raises(UnreadableSourceError, match="not valid"):
        list(article.find(str(path)))
    with pytest.raises(UnreadableSourceError, match="not valid"):
        article.read(str(path))


@pytest.mark.parametrize("name", ["feed", "feed.html", "feed.php"])
def test_a_feed_is_one_whatever_it_is_called(tmp_path, name):
    assert found(tmp_path, rss("<link>https://l.example/1</link>"), name) == ["https://l.example/1"]


@pytest.mark.parametrize(
    "where", ["/?feed=rss2", "/index.php?type=atom", "/feeds/posts/default", "/feed/atom/", "/news/rss"]
)
def test_where_feeds_are_on_the_web(site, settings, where):
    site.says(where, rss("<link>https://l.example/1</link>").encode(), Content_Type="application/rss+xml")
    assert list(article.find(site.url(where), settings=settings)) == ["https://l.example/1"]


def test_a_feed_at_an_address_that_does_not_tell_is_named_as_one(site, settings):
    site.says("/newest", rss("<link>https://l.example/1</link>").encode(), Content_Type="application/rss+xml")
    with pytest.raises(UnreadableSourceError, match=f"Convert feed:{site.url('/newest')} to read them all"):
        article.read(site.url("/newest"), settings=settings)
    assert list(article.find(f"feed:{site.url('/newest')}", settings=settings)) == ["https://l.example/1"]


def test_what_names_itself_ends(tmp_path, site, settings):
    (tmp_path / "a.list").write_text("a.list\n" * 100 + "https://l.example/1\n")
    assert list(article.find(str(tmp_path / "a.list"))) == ["https://l.example/1"]
    entry = f"<sitemap><loc>{site.url('/sitemap.xml')}</loc></sitemap>"
    again = f"<sitemapindex>{entry * 50}</sitemapindex>"
    site.says("/sitemap.xml", again.encode(), Content_Type="application/xml")
    assert list(article.find(site.url("/sitemap.xml"), settings=settings)) == []
    assert sum(path == "/sitemap.xml" for path, _ in site.asked) == 1


def test_a_sitemap_of_plain_lines(site, settings):
    site.says("/sitemap.txt", b"https://l.example/1\nhttps://l.example/2\n", Content_Type="text/plain")
    assert list(article.find(site.url("/sitemap.txt"), settings=settings)) == [
        "https://l.example/1",
        "https://l.example/2",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_with_a_byte_order_mark(tmp_path, encoding):
    (tmp_path / "a.txt").write_text(SENTENCE * 3)
    path = tmp_path / "week.list"
    path.write_text("a.txt\nhttps://l.example/1\n", encoding=encoding)
    assert list(article.find(str(path))) == [str(tmp_path / "a.txt"), "https://l.example/1"]


def test_a_line_of_a_list_that_leads_nowhere_fails_alone(tmp_path):
    path = tmp_path / "week.list"
    path.write_text("gone.html\nftp://l.example/1\nhttps://l.example/1\n")
    sources = list(article.find(str(path)))
    assert sources == [str(tmp_path / "gone.html"), "ftp://l.example/1", "https://l.example/1"]
    for source in sources[:2]:
        with pytest.raises(SourceNotFoundError):
            article.read(source)


@pytest.mark.parametrize("folder", ["Page_files", "Page.files", "Page-Dateien", "Page_fichiers"])
def test_the_folder_of_a_saved_page_is_part_of_it(tmp_path, folder):
    (tmp_path / "Page.html").write_text(f"<article>{LONG}</article>")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "advert.html").write_text(f"<article>{LONG}</article>")
    (tmp_path / "other-Dateien").mkdir()
    (tmp_path / "other-Dateien" / "a.html").write_text("x")
    assert list(article.find(str(tmp_path))) == [
        str(tmp_path / "Page.html"),
        str(tmp_path / "other-Dateien" / "a.html"),
    ]


def test_a_file_that_is_packed_is_read_once(tmp_path):
    page = tmp_path / "page.html.gz"
    page.write_bytes(gzip.compress(f"<h1>Ships</h1>{LONG}".encode()))
    assert len(article.read(str(page)).blocks) == 6
    page.write_bytes(gzip.compress(gzip.compress(b"x")))
    with pytest.raises(UnreadableSourceError, match="packed twice"):
        article.read(str(page))
    raw = tmp_path / "a.txt.gz"
    raw.write_bytes(gzip.compress(b"Subscribe to our newsletter\n\nMenu"))
    assert [block.text for block in article.read(str(raw), raw=True).blocks] == ["Subscribe to our newsletter", "Menu"]


def test_the_root_of_a_document_is_behind_all_that_may_stand_before_it():
    before = '\ufeff <?xml version="1.0"?><!-- <rss> --><?x y?><!DOCTYPE rss [<!ENTITY a "<b>">]>\n'
    assert root_name(f"{before}<rdf:RDF x='<rss>'>".encode()) == "rdf"
    assert root_name(f"{before}<feed>".encode("utf-16")) == "feed"
    assert root_name(b"a < b") == ""


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "hex", "utf-7", "unicode_escape", "no-such", "a\0b", ""]
)
def test_a_charset_that_is_none_is_no_error(charset):
    assert "Schleuse für alle" in decode("Die Schleuse für alle. ".encode("cp1252") * 9, name="x", charset=charset)


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_quotation_marks_of_windows_are_read_as_browsers_do(charset):
    assert (
        decode("Sie sagte „nein“ – für’s Erste.".encode("cp1252"), name="x", charset=charset)
        == "Sie sagte „nein“ – für’s Erste."
    )


def test_japanese_in_seven_bits():
    text = "水門は正午まで閉まっている。"
    assert decode(text.encode("iso-2022-jp"), name="x", charset="ISO-2022-JP") == text


def test_the_language_of_a_feed_is_written_as_pages_write_it(tmp_path):
    item = f"<title>A</title><link>https://l.example/</link>{WHOLE}"
    assert first(tmp_path, rss(item)).language == "en-GB"
    assert first(tmp_path, rss(item).replace("en-gb", "English!")).language.startswith("en")
