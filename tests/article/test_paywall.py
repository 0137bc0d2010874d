"""What is refused as a teaser, and above all what is not: a whole article on a page that also sells subscriptions."""

from __future__ import annotations

import json

import pytest

from audiofy import article
from audiofy.errors import NoArticleError

WHOLE = """The council met on Monday to decide about the bridge, and nobody was pleased with what it decided in the end.
Mayor Okafor said that the repair would take two years and that the harbour could not wait for it any longer.
The ferry will run from six in the morning until ten at night, and it will cost nothing while the bridge is closed."""
CUT = "Traders on the north side fear for their summer, and one of them said on Tuesday that the ferry would"
LONG = "\n".join(
    f"On day {day} the council met again about the bridge, and {CUT[0].lower()}{CUT[1:]} not do." for day in range(12)
)


def read_text(tmp_path, body, below):
    path = tmp_path / "page.txt"
    path.write_text(f"Bridge to close for two years\nBy Ada Quill\nJune 3, 2025\n{body}\n{below}\n", encoding="utf-8")
    return article.read(str(path))


def read_page(tmp_path, body, below, *, free=None, above=""):
    record = {"@type": "NewsArticle", "headline": "Bridge to close for two years"}
    if free is not None:
        record["isAccessibleForFree"] = free
    head = f"<script type='application/ld+json'>{json.dumps(record)}</script>"
    text = "".join(f"<p>{line}</p>" for line in body.split("\n"))
    page = f"<html lang=en><head>{head}</head><body>{above}<article><h1>Bridge to close for two years</h1>{text}</article>{below}</body></html>"
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    return article.read(str(path))


TEASERS = [
    (
        f"{WHOLE}\n{CUT} …",
        "Subscribe to unlock this article\nTry unlimited access. Only €1 for four weeks, then €45 a month. Cancel any time.\nKeep reading for €1\nSign in",
    ),
    (f"{WHOLE}\n{CUT}...", "To read the full story\nSubscribe\nSign in"),
    (f"{WHOLE}\n{CUT}…", "Already a subscriber? Sign in"),
    (f"{WHOLE}\n{CUT}", "Subscribe to continue reading"),
    (WHOLE, "This article is for subscribers. Subscribe now from £1 a week."),
    (WHOLE, "Want to read\nthe full story? Subscribe to keep reading."),
    (WHOLE, "Jetzt weiterlesen mit Reed Plus"),
    (WHOLE, "La suite est réservée aux abonnés"),
    (WHOLE, "Aby czytać dalej, zaloguj się"),
    (WHOLE, "Щоб читати далі, оформіть передплату"),
    (WHOLE, "Para seguir leyendo, suscríbete"),
]


@pytest.mark.parametrize(("body", "below"), TEASERS)
def test_teasers_of_copied_text_are_refused(tmp_path, body, below):
    assert "above a call to subscribe" in read_text(tmp_path, body, below).partial


@pytest.mark.parametrize(("body", "below"), TEASERS)
def test_teasers_of_pages_are_refused(tmp_path, body, below):
    assert (
        "above a call to subscribe"
        in read_page(tmp_path, body, "".join(f"<div>{line}</div>" for line in below.split("\n"))).partial
    )


def test_a_page_that_is_not_free_and_ends_in_dots_is_refused(tmp_path):
    assert "not free" in read_page(tmp_path, f"{WHOLE}\n{CUT}...", "", free=False).partial


@pytest.mark.parametrize("free", [True, False])
def test_what_a_paid_page_keeps_in_its_record_is_not_read(tmp_path, free):
    record = {"@type": "NewsArticle", "headline": "Bridge", "articleBody": LONG, "isAccessibleForFree": free}
    path = tmp_path / "page.html"
    path.write_text(f"<script type='application/ld+json'>{json.dumps(record)}</script><p>Wait</p>", encoding="utf-8")
    if free:
        assert len(article.read(str(path)).blocks) == len(LONG.splitlines())
    else:
        with pytest.raises(NoArticleError):
            article.read(str(path))


BANNERS = [
    "Already a subscriber? Log in",
    "Subscribe to our newsletter\nEmail address\nSign up",
    "You have read your last free article this month.",
    "Support our journalism: subscribe from £1 a week.\nSubscribe",
    "For subscribers only: our harbour podcast",
    "Exklusiv für Abonnenten: unser Hafen-Podcast",
    "Déjà abonné ? Se connecter",
    "Masz już prenumeratę? Zaloguj się",
]


@pytest.mark.parametrize("below", BANNERS)
@pytest.mark.parametrize("body", [WHOLE, LONG])
def test_a_whole_article_above_a_banner_is_read(tmp_path, body, below):
    assert [block.text for block in read_text(tmp_path, body, below).blocks] == body.split("\n")


@pytest.mark.parametrize("free", [None, True, False, "False"])
@pytest.mark.parametrize("below", BANNERS)
def test_a_whole_page_above_a_banner_is_read(tmp_path, below, free):
    boxes = "".join(f"<div>{line}</div>" for line in below.split("\n"))
    found = read_page(tmp_path, WHOLE, boxes, free=free, above="<div>Already a subscriber? Sign in to continue</div>")
    assert [block.text for block in found.blocks] == WHOLE.split("\n")


@pytest.mark.parametrize("below", ["Subscribe to continue reading", "This article is for subscribers."])
@pytest.mark.parametrize("free", [None, False])
def test_a_long_article_is_read_whatever_stands_below(tmp_path, below, free):
    assert read_page(tmp_path, LONG, f"<div>{below}</div>", free=free).blocks
    assert read_text(tmp_path, LONG, below).blocks


@pytest.mark.parametrize(
    "sentence",
    [
        "Do wyborów pozostało dwa tygodnie, przypomniał burmistrz radnym w poniedziałek wieczorem na sesji rady miasta.",
        "« Il vous reste deux ans », a dit le maire aux commerçants du port, qui ne l'ont pas cru une seconde lundi soir.",
        "Readers who want it will find the whole of the report in the town library from Wednesday, said the archivist.",
    ],
)
def test_words_of_walls_in_news_are_no_wall(tmp_path, sentence):
    assert len(read_text(tmp_path, f"{WHOLE}\n{sentence}", "Comments").blocks) == 4


def test_a_short_article_that_ends_with_a_list_is_whole(tmp_path):
    body = f"{WHOLE}\nThe ferry stops at these piers:\n- North quay\n- Fish market\n- Old custom house"
    assert read_text(tmp_path, body, "Already a subscriber? Log in").blocks
