"""Reading: encodings, bad input, walls, the policy, metadata, and that the same text gives the same article."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from audiofy import article
from audiofy.article.dates import find_date, normal
from audiofy.article.language import detect, language_tag, with_region
from audiofy.article.lines import clean, count_sentences, count_words
from audiofy.article.plaintext import read_plaintext
from audiofy.errors import NoArticleError, PaywallError, SourceNotFoundError, UnreadableSourceError
from audiofy.model import Role
from audiofy.settings import Reading, Settings

ENGLISH = "The council met on Monday to decide about the bridge, and nobody was pleased with what it decided.\nMayor Okafor said that the repair would take two years and that it could not wait.\n"
UKRAINIAN = "Міська рада у понеділок ухвалила рішення про ремонт мосту, але ніхто не був задоволений цим рішенням.\nМер сказав, що роботи триватимуть два роки і що зволікати вже не можна.\n"
POLISH = "Burmistrz powiedział, że most będzie zamknięty przez dwa lata i że nikt nie był z tego zadowolony.\nRadni obiecali, że łódź będzie pływać także w święta, jeżeli rzeka nie zamarznie.\n"
GERMAN = "Der Bürgermeister sagte, die Brücke müsse für zwei Jahre gesperrt werden, und niemand war zufrieden.\nDie Fähre fährt auch im Winter, wenn der Fluss nicht zufriert, versprach die Gemeinde.\n"


def write(tmp_path: Path, content: bytes, name: str = "article.txt") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (UKRAINIAN, "utf-16-le"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (POLISH, "cp1250"),
        (GERMAN, "cp1252"),
        (GERMAN, "utf-8-sig"),
        (UKRAINIAN, "utf-32"),
    ],
)
def test_encodings_are_told(tmp_path, text, encoding):
    found = article.read(write(tmp_path, text.encode(encoding)))
    assert [block.text for block in found.blocks] == text.strip().split("\n")


def test_a_few_broken_bytes_do_not_spoil_a_text(tmp_path):
    text = (UKRAINIAN * 3).encode()
    found = article.read(write(tmp_path, text[:100] + b"\xff" + text[100:]))
    assert "Міська рада" in found.blocks[0].text


def test_a_declared_encoding_is_believed_unless_it_is_wrong(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in GERMAN.strip().split("\n") * 2)
    for declared, encoding in (("windows-1252", "cp1252"), ("iso-8859-7", "utf-8"), ("nonsense", "utf-8")):
        page = f"<html lang='de'><head><meta charset='{declared}'></head><body><article>{body}</article></body></html>"
        assert "Brücke" in article.read(write(tmp_path, page.encode(encoding), "a.html")).blocks[0].text


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"", UnreadableSourceError, "is empty"),
        (b" \n\n\t", UnreadableSourceError, "is empty"),
        (bytes(range(256)) * 20, UnreadableSourceError, "is binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 500, UnreadableSourceError, "is binary"),
        (b"\0" * 1000, UnreadableSourceError, "is binary"),
        (b"1234567890 12345\n" * 20, NoArticleError, "No article found"),
        ("😀 😀\n".encode() * 20, NoArticleError, "No article found"),
        (b"Home\nNews\nSport\n", NoArticleError, "No article found"),
        (b"a" * 1_000_000, NoArticleError, "No article found"),
    ],
)
def test_bad_input_is_told_with_a_remedy(tmp_path, content, error, message):
    with pytest.raises(error, match=message) as caught:
        article.read(write(tmp_path, content))
    assert caught.value.remedy
    assert caught.value.exit_code == 4


def test_what_is_not_there(tmp_path):
    with pytest.raises(SourceNotFoundError, match="There is no file"):
        article.read(str(tmp_path / "nothing.txt"))
    with pytest.raises(UnreadableSourceError, match="Can't read"):
        article.read("a\0b")
    with pytest.raises(UnreadableSourceError):
        article.read("x" * 5000)


def test_fifty_megabytes_are_refused_at_once(tmp_path):
    began = time.process_time()
    with pytest.raises(UnreadableSourceError, match="larger than 10 MB"):
        article.read(write(tmp_path, ENGLISH.encode() * 280_000))
    assert time.process_time() - began < 2


def test_one_line_of_a_million_characters_is_read(tmp_path):
    found = article.read(write(tmp_path, ENGLISH.replace("\n", " ").encode() * 5400))
    assert sum(len(block.text) for block in found.blocks) > 900_000


@pytest.mark.parametrize(
    "unit",
    [
        "[Read more: ",
        "by A, ",
        "April 10, ",
        "(",
        '"',
        ". ",
        "By Anna Berg and ",
        "1/2 ",
        "a@b.",
        "https://",
        "— x (@",
        "<p>",
        "&amp;",
        "Image 1 of ",
        "\u200b",
    ],
)
def test_hostile_lines_take_no_time(tmp_path, unit):
    text = unit * (300_000 // len(unit))
    began = time.process_time()
    with contextlib.suppress(NoArticleError, UnreadableSourceError):
        article.read(write(tmp_path, text.encode()))
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "x",
        "<" * 200_000,
        "<p " + 'a="b" ' * 50_000 + ">x</p>",
        "<table>" * 20_000 + "x",
        "<html><head><script type='application/ld+json'>"
        + "[" * 100_000
        + "</script></head><body><p>x</p></body></html>",
    ],
)
def test_hostile_pages_take_no_time(tmp_path, page):
    began = time.process_time()
    with pytest.raises(NoArticleError):
        article.read(write(tmp_path, page.encode(), "a.html"))
    assert time.process_time() - began < 5


def test_ten_thousand_lines_of_navigation(tmp_path):
    lines = "\n".join(f"Section {number}" for number in range(10_000))
    began = time.process_time()
    found = article.read(write(tmp_path, f"{lines}\n{ENGLISH}{lines}".encode()))
    assert [block.text for block in found.blocks] == ENGLISH.strip().split("\n")
    assert time.process_time() - began < 5


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ENGLISH.encode())))
    assert len(article.read("-").blocks) == 2
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(UnreadableSourceError, match="Standard input is empty"):
        article.read("-")


def test_raw_reads_everything_as_it_stands(tmp_path):
    source = write(tmp_path, b"Subscribe\n\nShare\n12:30 PM\n")
    wanted = ["Subscribe", "Share", "12:30 PM"]
    assert [block.text for block in article.read(source, raw=True).blocks] == wanted
    assert [block.text for block in article.read(source, settings=Settings(reading=Reading(raw=True))).blocks] == wanted


TEASER = "The council met on Monday to decide about the bridge, and the mayor said at once that"
CALL = "Subscribe to continue reading"


def test_a_teaser_above_a_call_to_subscribe_is_told(tmp_path):
    page = f"<html lang='en'><body><article><h1>Bridge</h1><p>{ENGLISH}</p><p>{TEASER}...</p></article><div>{CALL}</div></body></html>"
    found = article.read(write(tmp_path, page.encode(), "a.html"))
    assert "breaks off after" in found.partial
    assert found.blocks
    copied = f"Bridge to close\nBy Ada Quill\n{ENGLISH}{TEASER}...\n{CALL}\nAlready a subscriber? Sign in\n"
    assert "above a call to subscribe" in article.read(write(tmp_path, copied.encode())).partial


def test_a_page_that_says_it_is_not_free_is_partial_when_it_breaks_off(tmp_path):
    record = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "isAccessibleForFree": "False"})
    head = f"<html lang='en'><head><script type='application/ld+json'>{record}</script></head><body><article><h1>Bridge</h1>"
    teaser = f"{head}<p>{ENGLISH}</p><p>{TEASER}...</p></article></body></html>"
    assert "says that it is not free" in article.read(write(tmp_path, teaser.encode(), "a.html")).partial
    whole = f"{head}{''.join(f'<p>On day {day} the council met to decide about the bridge, and nobody was pleased with what it decided then.</p>' for day in range(20))}</article><p>{CALL}</p></body></html>"
    assert article.read(write(tmp_path, whole.encode(), "a.html")).partial == ""


def test_a_whole_article_above_a_call_is_no_teaser(tmp_path):
    copied = f"Bridge to close\nBy Ada Quill\n{ENGLISH}Subscribe to our newsletter\nSubscribe\n"
    assert len(article.read(write(tmp_path, copied.encode())).blocks) == 2


@pytest.mark.parametrize(
    "wall",
    [
        "Checking your browser before accessing reed.example.",
        "Please verify you are human to go on.",
        "Access denied: your request has been blocked.",
    ],
)
def test_a_wall_against_robots_is_told(tmp_path, wall):
    page = f"<html lang='en'><head><title>Just a moment...</title></head><body><main><h1>One moment</h1><p>{wall}</p></main></body></html>"
    source = write(tmp_path, page.encode(), "a.html")
    with pytest.raises(PaywallError, match="robots"):
        article.read(source)


RICH = Path(__file__).parent / "corpus" / "en-jsonld.html"


@pytest.mark.parametrize(
    ("setting", "value", "role", "present"),
    [
        ("tables", "read", Role.TABLE_ROW, True),
        ("tables", "skip", Role.TABLE_ROW, False),
        ("code", "read", Role.CODE, True),
        ("footnotes", "read", Role.FOOTNOTE, True),
        ("footnotes", "skip", Role.FOOTNOTE, False),
        ("captions", "read", Role.CAPTION, True),
        ("captions", "skip", Role.CAPTION, False),
        ("lists", "skip", Role.LIST_ITEM, False),
        ("corrections", "skip", Role.CORRECTION, False),
        ("image_descriptions", "read", Role.PARAGRAPH, True),
    ],
)
def test_the_policy_says_what_is_read(setting, value, role, present):
    chosen = Settings(reading=msgspec.structs.replace(Reading(), **{setting: value}))
    found = article.read(str(RICH), settings=chosen)
    assert (role in {block.role for block in found.blocks}) is present
    if value == "skip" and setting != "captions":
        assert any(f"the settings skip {setting}" in verdict.reason for verdict in found.omitted)


def test_descriptions_of_images_that_are_skipped_are_listed():
    assert "A bridge of glass" in [verdict.text for verdict in article.read(str(RICH)).omitted]


def test_rows_are_read_with_their_heads():
    found = article.read(str(RICH), settings=Settings(reading=Reading(tables="read", image_descriptions="read")))
    texts = [block.text for block in found.blocks]
    assert "Pane 12, Pitch 65 Hz" in texts
    assert "A bridge of glass" in texts


def test_a_box_around_a_text_is_no_table(tmp_path):
    boxed = "“If the pier goes, the island goes with it,” the ferryman said, and he has said so for thirty years."
    table = f"<table><tr><td>{boxed}</td></tr></table><table><tr><td>Piers</td><td>2</td></tr></table>"
    page = f"<html lang=en><body><article><h1>The pier</h1><p>{ENGLISH}</p>{table}<p>{ENGLISH} It is so.</p></article></html>"
    texts = [block.text for block in article.read(write(tmp_path, page.encode(), "page.html")).blocks]
    assert boxed in texts
    assert not any("Piers" in text for text in texts)


def test_a_page_that_is_mostly_a_table_is_read_although_tables_are_skipped(tmp_path):
    rows = "\n".join(f"{place} Team {place} {20 + place} {9 - place} {place * 3}" for place in range(1, 9))
    found = article.read(
        write(tmp_path, f"The league after nine matches, with goals and points as they stand.\n{rows}\n".encode())
    )
    assert sum(block.role is Role.TABLE_ROW for block in found.blocks) == 8


@pytest.mark.parametrize("number", range(4))
def test_metadata_is_taken_where_the_page_gives_it(tmp_path, number):
    heads = [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Bridge to close", "author": [{"name": "Ada Quill"}], "datePublished": "2025-06-05T07:10:00Z"}]}</script>',
            "2025-06-05T07:10:00+00:00",
        ),
        (
            '<meta property="og:title" content="Bridge to close"><meta name="author" content="By Ada Quill, Staff Writer"><meta property="article:published_time" content="2025-06-05">',
            "2025-06-05",
        ),
        (
            '<title>Bridge to close</title><meta name="author" content="https://reed.example/ada"><meta name="dc.creator" content="ADA QUILL">',
            "",
        ),
        (
            '<script type="application/ld+json">{broken</script><meta property="og:title" content="Bridge to close"><meta name="byl" content="By Ada Quill">',
            "",
        ),
    ]
    head, published = heads[number]
    body = "".join(f"<p>{line}</p>" for line in ENGLISH.split("\n"))
    page = f"<html lang='en'><head>{head}</head><body><article><h1>Bridge to close</h1>{body}</article></body></html>"
    found = article.read(write(tmp_path, page.encode(), "a.html"))
    assert (found.title, found.authors, found.published) == ("Bridge to close", ("Ada Quill",), published)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("April 10, 2025 7:29 AM", "2025-04-10T07:29"),
        ("10 April 2025", "2025-04-10"),
        ("Nov. 19, 2019 12:03 am ET", "2019-11-19T00:03"),
        ("14. Mai 2025, 06:45 Uhr", "2025-05-14T06:45"),
        ("le 12 mars 2025 à 07h30", "2025-03-12T07:30"),
        ("3 de abril de 2025, 11:20", "2025-04-03T11:20"),
        ("27 lutego 2025", "2025-02-27"),
        ("16 квітня 2025, 09:40", "2025-04-16T09:40"),
        ("2025年3月8日", "2025-03-08"),
        ("9.6.2025", "2025-06-09"),
        ("21/06/2014", "2014-06-21"),
        ("2025-04-10T07:29:00Z", "2025-04-10T07:29:00Z"),
    ],
)
def test_dates(text, iso):
    stamp = find_date(text)
    assert stamp is not None
    assert stamp.iso == iso


@pytest.mark.parametrize("text", ["03/04/2025", "31 April 2025", "April 2025", "tomorrow", "1.1.1"])
def test_dates_that_cannot_be_told(text):
    assert find_date(text) is None


def test_normal_dates():
    assert normal("2025-06-05T07:10:00+0100") == "2025-06-05T07:10:00+01:00"
    assert normal("Thu 5 June 2025") == "2025-06-05"
    assert normal("soon") == ""


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (POLISH, "pl"),
        (UKRAINIAN, "uk"),
        ("Le maire a dit que le pont serait fermé pendant deux ans et que personne ne serait content.", "fr"),
        ("El alcalde dijo que el puente estaría cerrado durante dos años y que nadie estaba contento.", "es"),
        ("市长周一表示，这座大桥将关闭两年。", "zh"),
        ("橋は二年間閉鎖されると市長は述べた。", "ja"),
        ("قال رئيس البلدية إن الجسر مغلق", "ar"),
        ("הגשר ייסגר לשנתיים", "he"),
        ("123 456", ""),
        ("Xyzzy plugh frotz", ""),
    ],
)
def test_languages(text, tag):
    assert detect([text]) == tag


def test_regions():
    assert with_region("en", [ENGLISH], "https://www.reed.co.uk/a") == "en-GB"
    assert with_region("en", ["The colour of the harbour."], "a.txt") == "en-GB"
    assert with_region("en", ["The color of the harbor."], "a.txt") == "en-US"
    assert with_region("en", [ENGLISH], "a.txt") == "en"
    assert with_region("en", ["Mr Lee paid £2 on 14 March at 21:30 GMT."], "a.txt") == "en-GB"
    assert with_region("en", ["Mr. Lee paid $2 on March 14 at 9:30 p.m."], "a.txt") == "en-US"
    assert with_region("en", ["Lee paid $2 on Friday at 9:30."], "a.txt") == "en"
    assert with_region("de-AT", [], "https://x.de") == "de-AT"
    assert language_tag("EN_us") == "en-US"
    assert language_tag("zh-Hans-CN") == "zh-Hans-CN"
    assert language_tag("english!") == ""


def test_counting():
    assert count_sentences("Mr. Smith of the U.S. met Dr. No. at 5 p.m. and left. He came back.") == 2
    assert count_words("桥将关闭两年") == 3
    assert clean("a\u00a0b\u200bc\r\nd\u2028e") == "a bc\nd\ne"


@effort(deadline=None, max_examples=150)
@given(st.text(max_size=600))
def test_any_text_gives_clean_blocks(text):
    found = read_plaintext(text, "x")
    for item in found.items:
        assert item.verdict.text == " ".join(item.verdict.text.split())
        assert item.verdict.text


@pytest.mark.parametrize("title", ["404 Not Found", "Not Found", "Error 503", "502 - Bad Gateway", "Page not found"])
def test_a_servers_message_is_no_article(tmp_path, title):
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>The page that you asked for cannot be shown. Please try again later.</p></body></html>"
    source = write(tmp_path, page.encode(), "a.html")
    with pytest.raises(NoArticleError, match="a server's message"):
        article.read(source)
    assert article.read(source, raw=True).blocks


@pytest.mark.parametrize(
    "title", ["Not found: the ferry that never came back", "404 days without rain", "Gone with the tide"]
)
def test_a_headline_like_a_servers_message_is_an_article(tmp_path, title):
    body = "".join(f"<p>{line}</p>" for line in ENGLISH.strip().split("\n"))
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    assert article.read(write(tmp_path, page.encode(), "a.html")).title == title


def test_a_page_of_a_word_is_no_article(tmp_path):
    with pytest.raises(NoArticleError):
        article.read(write(tmp_path, b"<html><body>nothing</body></html>", "a.html"))


def test_sound_that_holds_xml_is_no_feed(tmp_path):
    with pytest.raises(UnreadableSourceError, match="is binary"):
        article.read(write(tmp_path, b"ID3\x04" + bytes(range(16)) * 9 + b"<rdf:RDF></rdf:RDF>", "a.mp3"))


def test_front_matter_on_standard_input_is_read(monkeypatch):
    text = f"---\ntitle: The boat\nauthor: Mia Berg\n---\n\n{ENGLISH}"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    found = article.read("-")
    assert (found.title, found.authors) == ("The boat", ("Mia Berg",))


@pytest.mark.parametrize(
    ("author", "byline", "read", "authors"),
    [
        ("Mia Berg", "*By Mia Berg*", False, ("Mia Berg",)),
        ("Mia Berg", "by Mia Berg, harbour correspondent", False, ("Mia Berg",)),
        ("", "By **Mia Berg**", False, ("Mia Berg",)),
        ("Mia Berg", "By Tom Grey, who sailed on her", True, ("Mia Berg",)),
        ("Mia Berg", "By night Mia Berg's boat is a theatre.", True, ("Mia Berg",)),
    ],
)
def test_a_byline_in_markdown_is_not_read_beside_its_author(tmp_path, author, byline, read, authors):
    text = f"---\ntitle: The boat\nauthor: {author}\n---\n\n{byline}\n\n{ENGLISH}"
    path = write(tmp_path, text.encode(), "boat.md")
    found = article.read(path)
    assert found.authors == authors
    assert (byline in [block.text for block in found.blocks]) is read
    assert byline.strip("*").replace("**", "") in [verdict.text for verdict in article.explain(path)]


@pytest.mark.parametrize(
    ("head", "inside", "outside"),
    [
        ("Interview: Ada Moss on mills", "<h1>A mill is a machine for stories</h1>", ""),
        ("Results: county league", "<h1>County league: Tam win again</h1>", "<h3>Results</h3>"),
        ("Marsh Post: Mill to become library", "<b>Mill to become library</b><br>", ""),
    ],
)
def test_the_title_is_the_one_that_readers_see(tmp_path, head, inside, outside):
    path = tmp_path / "page.html"
    path.write_text(
        f"<html lang=en><head><title>{head}</title></head><body><article>{inside}<p>{ENGLISH}</p><p>{ENGLISH}</p></article>{outside}</html>"
    )
    assert article.read(str(path)).title in inside


def test_a_live_blog_is_read_where_there_is_nothing_else(tmp_path):
    post = "Police have closed the bridge after a lorry was blown over, and nobody was hurt, a spokesman said on {}."
    days = ("Monday", "Tuesday", "Wednesday")
    blog = "".join(f"1{n}:32\nBridge news {day}\n{post.format(day)}\n" for n, day in enumerate(days))
    found = article.read(write(tmp_path, f"Home\nNews\nStorm live: rivers rise\n{blog}".encode()))
    assert [block.text for block in found.blocks if block.role is Role.PARAGRAPH] == [post.format(day) for day in days]
    assert found.title == "Storm live: rivers rise"
    headings = [block.text for block in found.blocks if block.role is Role.HEADING]
    assert headings == [f"Bridge news {day}" for day in days]


def test_ingredients_are_read_and_counts_are_not(tmp_path):
    story = "This is the cake that my grandmother baked when the first apples fell, and it keeps for a week in a tin."
    recipe = f"Apple cake\nBy Lena Oak\n{story}\n200 g oats\n3 apples\n100 g butter\n2 eggs\n{ENGLISH}"
    items = [block.text for block in article.read(write(tmp_path, recipe.encode())).blocks]
    assert items[1:5] == ["200 g oats", "3 apples", "100 g butter", "2 eggs"]
    counts = f"Apple cake\nBy Lena Oak\n{story}\n{ENGLISH}12 shares\n3 likes\n4 followers\n"
    assert article.read(write(tmp_path, counts.encode())).blocks[-1].text == ENGLISH.splitlines()[-1]


def test_what_writers_of_newsletters_ask_of_readers_is_not_read(tmp_path):
    asked = "Thanks for reading Old Walls! Subscribe for free to receive new posts and support my work."
    found = article.read(write(tmp_path, f"On mills\nAda Moss\n{ENGLISH}{asked}\n{ENGLISH}{ENGLISH}".encode()))
    assert asked not in [block.text for block in found.blocks]


@pytest.mark.parametrize("sign", ["\x0b", "\x01", "&#11;", "&#x1F;", "&#xD800;", "&#55296", "&#1114112;", "\ufffe"])
def test_characters_that_no_tree_may_hold_are_blanks(tmp_path, sign):
    page = tmp_path / "page.html"
    text = f"The ferry to the <a href='/isles'>islands</a>{sign}was late on Monday, <b>and</b> nobody{sign}said why it was."
    page.write_text(f"<html><body><article><h1>Ferry late</h1><p>{text}</p><p>{text}</p></article></body></html>")
    found = article.read(str(page))
    assert found.blocks[0].text == "The ferry to the islands was late on Monday, and nobody said why it was."


def test_short_sentences_in_a_row_are_a_text(tmp_path):
    said = [f"“There are {count} boats,” said the child." for count in ("no", "two", "red", "old", "more")]
    found = article.read(write(tmp_path, "\n".join(("Home", "The boats", *said, "Sign in", "Contact us")).encode()))
    assert [block.text for block in found.blocks] == said
    with pytest.raises(NoArticleError):
        article.read(write(tmp_path, "\n".join(("Home", *said[:3], "Sign in", "Contact us")).encode()))


def test_breaks_within_cells_and_fonts_part_paragraphs(tmp_path):
    lines = ENGLISH.splitlines() * 2
    cell = f"<font size=5><b>The pier</b></font><br><br><font face=Times>{'<br><br>'.join(lines)}</font><br><br><hr>"
    page = f"<html lang=en><body><table><tr><td><a href=/>Home</a></td><td>{cell}</td></tr></table></body></html>"
    texts = [block.text for block in article.read(write(tmp_path, page.encode(), "page.html")).blocks]
    assert [line for line in dict.fromkeys(lines) if line not in texts] == []


def test_pull_quotes_are_read_once_and_told(tmp_path):
    first, *rest = [
        f"“No boat is late before noon,” said the ferryman, who owns {count} boats." for count in ("two", "six")
    ]
    quoted = "“No boat is late before noon,” said the ferryman"
    text = "".join(f"<p>{line}</p>" for line in (first, *ENGLISH.splitlines(), *rest))
    page = f'<html lang=en><body><article><h1>Boats</h1><blockquote class="pullquote"><p>{quoted}</p></blockquote>{text}</article>'
    path = write(tmp_path, page.encode(), "page.html")
    found = article.read(path)
    assert quoted not in [block.text for block in found.blocks]
    assert first in [block.text for block in found.blocks]
    assert (quoted, "a pull quote") in [(verdict.text, verdict.reason) for verdict in article.explain(path)]
    alone = page.replace(quoted, "“Rowing is a kind of prayer,” he said to nobody")
    assert any("prayer" in block.text for block in article.read(write(tmp_path, alone.encode(), "other.html")).blocks)


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("Photo by Ina Falk on Unsplash", True),
        ("(Ina Falk / Associated Press)", False),
    ],
)
def test_a_first_paragraph_over_a_credit_is_no_caption(tmp_path, above, kept):
    lead = "The ferry to the islands was late on Monday, and the ferryman, who has been late before, said nothing."
    text = f"Home\nSign in\nThe ferry\nShare\n{lead}\n{above}\n{ENGLISH}{ENGLISH}"
    assert (lead in [block.text for block in article.read(write(tmp_path, text.encode())).blocks]) is kept


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("[ Mayor quits after audit finds missing funds ]", "teaser"),
        ("[laughs]", "short"),
        ("People are also reading…", "section label"),
        ("Discussion about this post", "comments label"),
        ("Pressekontakt", "section label"),
    ],
)
def test_lines_that_systems_print_are_told(line, label):
    from audiofy.article import chrome
    from audiofy.article.lines import line_of

    assert chrome.judge(line_of(line))[0].value == label


def test_what_stands_under_the_word_caption_is_one(tmp_path):
    lead = "The ferry to the islands was late on Monday, and the ferryman, who has been late before, said nothing."
    text = (
        f"The ferry\nBy Ada Moss\n{lead}\nImage source, Getty Images\nImage caption,\nThe ferry at low tide\n{ENGLISH}"
    )
    found = article.read(write(tmp_path, text.encode()))
    assert "The ferry at low tide" in found.captions
    assert [block.text for block in found.blocks] == [lead, *ENGLISH.splitlines()]


def test_paragraphs_that_may_be_the_articles_are_reported(tmp_path):
    strange = (
        "Rubber ducks float north each spring from a warehouse of Lisbon that nobody has opened since it was built."
    )
    text = f"Home\nThe bridge\nBy Ada Moss\n{ENGLISH}Related stories\nFerry late\nDucks loose\n{strange}\nComments (3)\nGood.\n"
    found = article.read(write(tmp_path, text.encode()))
    assert strange not in [block.text for block in found.blocks]
    assert ("outside", strange) in [(verdict.label, verdict.text) for verdict in found.omitted]


def test_a_report_below_a_box_is_the_articles(tmp_path):
    report = "Drivers met at the bridge in the rain. “I have come here since I was four,” said Derek Hill, 81. He was not pleased."
    text = f"Home\nThe bridge\nBy Ada Moss\n{ENGLISH}Read more\nBread prices up again in a year\n{report}\nMost read\nDucks loose"
    assert article.read(write(tmp_path, text.encode())).blocks[-1].text == report


def test_what_stands_around_an_article_on_its_page_is_told(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in ENGLISH.splitlines())
    page = f"<html lang=en><body><nav><a href=/>Home</a></nav><article><h1>The bridge</h1>{body}</article><aside><p>Ducks are loose in Mill Street again, and nobody knows whose they are.</p></aside></body></html>"
    verdicts = article.explain(write(tmp_path, page.encode(), "page.html"))
    told = {verdict.text: (verdict.label, verdict.kept) for verdict in verdicts}
    assert told["Ducks are loose in Mill Street again, and nobody knows whose they are."] == ("outside", False)
    assert told["Home"] == ("call", False)
    assert all(told[line] == ("prose", True) for line in ENGLISH.splitlines())
    assert len(told) == len(verdicts)


@pytest.mark.parametrize("source", ["", " "])
def test_a_source_without_a_name_is_not_the_folder_one_stands_in(source):
    with pytest.raises(SourceNotFoundError, match="has no name"):
        article.read(source)
