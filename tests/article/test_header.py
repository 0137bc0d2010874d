"""What stands above an article: which line is its headline, who wrote it and when, in copied text and in HTML."""

from __future__ import annotations

import pytest

from audiofy import article
from audiofy.article.dates import find_dates, is_update, normal
from audiofy.article.lines import is_path
from audiofy.article.names import byline_names, named_in, signed_names

BODY = """The harbour council voted on Monday to close the old swing bridge for two years, and nobody was pleased with it.
Engineers had found cracks as wide as a hand in the pier that carries the bridge, and the ferry will have to do instead.
Mayor Ines Okafor said that the repair of the bridge would cost nine million and that the harbour could not wait for it.
Traders on the north side of the harbour fear for their summer, since the ferry takes forty people and no vans at all."""
HEADLINE = "Harbour to lose its swing bridge for two years"
DAY = "2025-06-03"


def read_text(tmp_path, above, body=BODY):
    path = tmp_path / "page.txt"
    path.write_text("\n".join([*above, body]), encoding="utf-8")
    return article.read(str(path))


@pytest.mark.parametrize(
    ("lines", "authors", "published"),
    [
        (["By Ada Quill", "June 3, 2025"], ("Ada Quill",), DAY),
        (["by Ada Quill | June 3, 2025 9:05 AM"], ("Ada Quill",), f"{DAY}T09:05"),
        (["June 3, 2025 | by Ada Quill"], ("Ada Quill",), DAY),
        (["9:05 AM PST 6/13/2025 by Ada Quill"], ("Ada Quill",), "2025-06-13T09:05"),
        (["03/06/2025 - Posted by: Ada Quill - Category: Harbour"], ("Ada Quill",), ""),
        (["Posted on June 3, 2025 by Ada Quill"], ("Ada Quill",), DAY),
        (["Ada Quill - June 3, 2025, 9:05 am"], ("Ada Quill",), f"{DAY}T09:05"),
        (["By Ada Quill - 06/13/25 09:05 AM EDT"], ("Ada Quill",), "2025-06-13T09:05"),
        (["Ada Quill, Staff Writer", "Updated June 3, 2025"], ("Ada Quill",), DAY),
        (["Ada Quill", "Harbour correspondent", "3 June 2025"], ("Ada Quill",), DAY),
        (["Ada Quill @adaquill / 2 days"], ("Ada Quill",), ""),
        (["Ada Quill", "1 day ago"], ("Ada Quill",), ""),
        (["Ada Quill", "Monday 5:30PM"], ("Ada Quill",), ""),
        (["Analysis by Ada Quill, Reed editor-at-large"], ("Ada Quill",), ""),
        (["By Ada Quill and Tom Ruiz on Monday, June 2nd, 2025"], ("Ada Quill", "Tom Ruiz"), "2025-06-02"),
        (["By", "Ada Quill", "Tom Ruiz", "June 3, 2025"], ("Ada Quill", "Tom Ruiz"), DAY),
        (["By Ada QuillREEDNews", "June 3, 2025"], ("Ada Quill",), DAY),
        (["Ada Quill and Tom Ruiz REED TODAY", "Published 7:07 PM EST Jun 3, 2025"], ("Ada Quill", "Tom Ruiz"), f"{DAY}T19:07"),
        (["By Reuters", "June 3, 2025"], (), DAY),
        (["By Staff Reports -", "June 3, 2025"], (), DAY),
        (["Von Ada Quill publiziert am 3. Juni 2025"], ("Ada Quill",), DAY),
        (["Par Ada Quill et Tom Ruiz", "Publié le 3 juin 2025 à 9h05, mis à jour le 4 juin 2025"], ("Ada Quill", "Tom Ruiz"), f"{DAY}T09:05"),
        (["Текст: Ада Квіл·3 червня 2025"], ("Ада Квіл",), DAY),
        (["Stand: 03.06.25, 14:05 Uhr"], (), f"{DAY}T14:05"),
    ],
)  # fmt: skip
def test_bylines_and_dates_of_copied_text(tmp_path, lines, authors, published):
    found = read_text(tmp_path, [HEADLINE, *lines])
    assert (found.title, found.authors, found.published) == (HEADLINE, authors, published)
    assert [block.text for block in found.blocks] == BODY.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["June 3, 2025", "The bridge at low tide", "Ada Quill, Associated Press"],
        ["Photo: Ada Quill/Harbour Images", "June 3, 2025"],
        ["June 3, 2025", "Facebook", "Twitter", "Email", "Ada Quill", "The bridge at dawn"],
        ["June 3, 2025", "Ines Okafor"],
        ["Port Quill, June 3, 2025 - 09:12"],
    ],
)
def test_who_took_the_picture_or_is_in_it_is_no_author(tmp_path, lines):
    assert read_text(tmp_path, [HEADLINE, *lines]).authors == ()


def test_the_day_of_publication_goes_before_that_of_a_change(tmp_path):
    lines = ["Updated: June 5, 2025 9:38 pm", "Posted: June 3, 2025 8:11 pm"]
    found = read_text(tmp_path, [HEADLINE, *lines])
    assert (found.published, found.modified) == (f"{DAY}T20:11", "2025-06-05T21:38")
    line = "PUBLISHED: 10:48, Tue, Jun 3, 2025 | UPDATED: 11:05, Wed, Jun 4, 2025"
    assert [(stamp.iso, is_update(line, stamp)) for stamp in find_dates(line)] == [
        (f"{DAY}T10:48", False),
        ("2025-06-04T11:05", True),
    ]


MENU = ["Home", "World news", "Sport", "Weather"]
OTHERS = [
    "Swimmers find a cannon in the harbour mud",
    "Ferry crew asks for two more boats",
    "Why nobody paints the swing bridge twice",
    "Harbour master retires after forty years",
]


@pytest.mark.parametrize(
    "lines",
    [
        [*MENU, HEADLINE, "The ferry must do instead, and traders are worried about it.", "By Ada Quill", "June 3, 2025"],
        [*MENU, HEADLINE, "Traders on the north side fear for their summer", "By Ada Quill", "June 3, 2025"],
        [*MENU, *OTHERS, HEADLINE, "By Ada Quill", "1 day ago"],
        [*MENU, HEADLINE, "By Ada Quill", "More on", *OTHERS],
        [*MENU, HEADLINE, "By Ada Quill", "See also", OTHERS[2]],
        [*MENU, "Home News Harbour" + HEADLINE, HEADLINE, "June 3, 2025"],
        [*MENU, HEADLINE, "June 3, 2025", "Share this", f"Share all options for: {HEADLINE}"],
        ["Home > News > Harbour", HEADLINE, "Facebook", "Twitter"],
        [*MENU, HEADLINE, "Ada Quill", "June 3, 2025", *(part for other in OTHERS for part in (other, "May 2, 2024"))],
        [*MENU, "Breaking news", HEADLINE, "June 3, 2025"],
    ],
)  # fmt: skip
def test_the_headline_is_told_from_the_lines_around_it(tmp_path, lines):
    assert read_text(tmp_path, lines).title == HEADLINE


def page(head, above):
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    return f"<html lang='en'><head>{head}</head><body><div id=top>{above}</div><article>{body}</article></body></html>"


def read_page(tmp_path, head, above):
    path = tmp_path / "page.html"
    path.write_text(page(head, above), encoding="utf-8")
    return article.read(str(path))


@pytest.mark.parametrize(
    "above",
    [
        "<h1>{0}</h1><div class=x><span>By <a href=/q>Ada Quill</a></span> <time>June 3, 2025</time></div>",
        "<h1>{0}</h1><h3>by Ada Quill<br><span>Tuesday, June 3, 2025</span></h3>",
        "<time>June 3, 2025</time><h1>{0}</h1><a href=/q>Ada Quill</a><svg><title>Icon</title></svg>",
        "<h1>{0}</h1><ul><li>Ada Quill<li>Harbour correspondent<li>June 3, 2025</ul>",
    ],
)
def test_a_page_whose_head_says_nothing_is_read_as_it_is_seen(tmp_path, above):
    found = read_page(tmp_path, f"<title>{HEADLINE}</title>", above.format(HEADLINE))
    assert (found.title, found.authors, found.published) == (HEADLINE, ("Ada Quill",), DAY)


def test_what_the_head_says_goes_first(tmp_path):
    head = '<meta name="author" content="Tom Ruiz"><meta property="article:published_time" content="2025-06-02">'
    found = read_page(tmp_path, head, f"<h1>{HEADLINE}</h1><p>By Ada Quill</p><p>June 3, 2025</p>")
    assert (found.authors, found.published) == (("Tom Ruiz",), "2025-06-02")


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{HEADLINE} - The Weekly Reed</title>", f"<h1>The Weekly Reed</h1><h2>{HEADLINE}</h2>"),
        (f"<title>{HEADLINE} | The Weekly Reed</title><meta property='og:site_name' content='The Weekly Reed'>", ""),
        (f"<title>Reed – {HEADLINE}</title><link rel=canonical href='https://www.weeklyreed.example/a'>", ""),
        ("<title>Swing bridge in harbour closed: news, photos | Reed</title>", f"<h1>{HEADLINE}</h1>"),
    ],
)
def test_the_title_is_the_one_that_readers_see(tmp_path, head, above):
    assert read_page(tmp_path, head, above).title == HEADLINE


def test_a_dash_in_a_title_is_no_border(tmp_path):
    title = "The ferry – a love story"
    assert read_page(tmp_path, f"<title>{title}</title>", "").title == title


def test_the_outlet_is_no_author_beside_one(tmp_path):
    head = '<meta property="og:site_name" content="Weekly Reed"><meta name="author" content="Ada Quill, Weekly Reed">'
    assert read_page(tmp_path, head, "").authors == ("Ada Quill",)


def test_years_before_the_web_are_no_dates():
    assert normal("0001-01-01T00:00:00Z") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By Minh Do", ("Minh Do",)),
        ("Ada Quill, Science Correspondent", ("Ada Quill",)),
        ("Ada Quill Senior Contributor", ("Ada Quill",)),
        ("Ada QuillView More Articles", ("Ada Quill",)),
        ("Mike Glass threw for three touchdowns on June 3, 2025", ()),
        ("Photo by Ada Quill", ()),
        ("By the numbers", ()),
        ("Bridge closed June 3, 2025", ()),
    ],
)
def test_names_in_bylines(text, found):
    assert named_in(text) == found


def test_a_role_alone_signs_nothing():
    assert signed_names("Staff Writer") == ()
    assert byline_names("June 3, 2025") == ()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Home > News > Harbour", True),
        ("Home / News / Harbour", True),
        ("News »", True),
        ("Dare to swim 3 / October", False),
        ("Bürgermeisterin: »Die Brücke bleibt zu«", False),
        ("Мер: «Міст закрито»", False),
    ],
)
def test_ways_through_a_site(text, path):
    assert is_path(text) is path


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Lee", "June 3, 2025"],
        ["Ann Lee", "Transport correspondent", "Published", "3 June 2025"],
        ["Ann Lee", "·", "Follow", "Published in The Fjord · 6 min read · Jun 3, 2025"],
        ["Published", "3 June 2025", "Ann Lee"],
        ["Ann Lee·Follow", "Published in Slow Hands·6 min read·Jun 3, 2025"],
        ["Ann Lee — Tuesday, June 3, 2025"],
    ],
)
def test_short_names_beside_dates_and_what_stands_between(tmp_path, lines):
    found = read_text(tmp_path, [HEADLINE, *lines])
    assert (found.title, found.authors, found.published[:10]) == (HEADLINE, ("Ann Lee",), DAY)


def test_a_date_that_is_only_marked_is_read(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    path = tmp_path / "page.html"
    time = '<time datetime="2025-06-03T09:14:00+00:00">3 hours ago</time>'
    path.write_text(f"<html lang=en><body><article><h1>{HEADLINE}</h1>{time}{body}</article></body></html>")
    assert article.read(str(path)).published == "2025-06-03T09:14:00+00:00"
    path.write_text(
        f"<html lang=en><body><aside>{time}</aside><article><h1>{HEADLINE}</h1>{body}</article></body></html>"
    )
    assert article.read(str(path)).published == ""


@pytest.mark.parametrize("row", ["Open in appSign upSign in", "Notes from the FjordSubscribeSign in"])
def test_buttons_glued_in_a_row_are_no_headline(tmp_path, row):
    assert read_text(tmp_path, [row, HEADLINE, "Ada Quill", "June 3, 2025"]).title == HEADLINE


def test_a_name_with_an_address_is_no_headline(tmp_path):
    assert read_text(tmp_path, [HEADLINE, "ADA QUILL quill@reed.example", "Jun 3, 2025"]).title == HEADLINE


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Av Karin Ek", "3 juni 2025"], ("Karin Ek",)),
        (["Par Claire Fontanel (Marseille, correspondante)", "3 juin 2025"], ("Claire Fontanel",)),
        (["Photography Elio Prati", "June 3, 2025"], ()),
    ],
)
def test_words_before_and_behind_names_are_no_part_of_them(tmp_path, lines, authors):
    assert read_text(tmp_path, [HEADLINE, *lines]).authors == authors


def test_a_name_over_a_date_is_no_headline(tmp_path):
    above = [HEADLINE, "The ferry takes over from June, and it takes no vans.", "Ada Quill", "Jun 3, 2025"]
    assert read_text(tmp_path, above).title != "Ada Quill"


POSTS = ("Ferry leaves on time", "Vans turn round at the pier", "The bridge is shut")


def test_posts_that_are_list_items_are_not_glued_to_their_headings(tmp_path):
    lines = BODY.split("\n")
    items = "".join(f"<li><h2>{head}</h2><p>{line}</p></li>" for head, line in zip(POSTS, lines, strict=False))
    path = tmp_path / "page.html"
    path.write_text(f"<html lang=en><body><article><h1>{HEADLINE}</h1><ol>{items}</ol></article></body></html>")
    texts = [block.text for block in article.read(str(path)).blocks]
    assert texts == [text for pair in zip(POSTS, lines, strict=False) for text in pair]


def test_a_name_above_the_date_writes_also_where_the_text_speaks_of_it(tmp_path):
    note = f"{BODY}\nAda Quill lives by the harbour and has never once been late for the bridge, she says."
    assert read_text(tmp_path, [HEADLINE, "Ada Quill", "June 3, 2025"], note).authors == ("Ada Quill",)
    assert read_text(tmp_path, [HEADLINE, "June 3, 2025", "Ada Quill"], note).authors == ()
    assert read_text(tmp_path, [HEADLINE, "Ann Lee", "June 3, 2025"], f"{BODY}\nAnn Lee has no boat.").authors == (
        "Ann Lee",
    )
