from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import html

from audiofy.corrections import revise
from audiofy.model import Block, Role
from audiofy.publication import publish, transcript
from audiofy.publication.labels import date, labels
from audiofy.publication.page import embedded, oembed, page
from audiofy.publication.shows import announced, entry_of, filled
from gazette import add, settings
from sample import SENTENCE, an_article, an_episode

HOSTILE = (
    "</title></script><script>alert('1')</script> & \"x\" onload=alert(1) <!-- \x00\x1b[31m \u202egnp.exe\u202c end"
)


def _made(episode=None, how=page):
    episode = episode or an_episode()
    (show,) = announced(settings())
    entry = entry_of("lighthouse", episode)
    show = replace(filled(show, [entry]), image=show.base + "cover.jpg", generator="audiofy 0.1.0")
    return how(episode, entry, show)


def _tree(text):
    return html.document_fromstring(text)


def test_the_whole_article_is_on_the_page_in_order():
    tree = _tree(_made())
    article = an_article()
    assert tree.findtext(".//h1") is None or article.title in tree.find(".//h1").text_content()
    text = tree.get_element_by_id("article").text_content()
    places = [text.index(block.text) for block in article.blocks]
    assert places == sorted(places)


def test_the_disclosure_is_beside_the_player():
    tree = _tree(_made())
    assert tree.get_element_by_id("made").findtext("p/span") == SENTENCE
    assert "not by the people quoted" in tree.find(".//details").text_content()
    off = an_episode()
    off = replace(off, lines=off.lines[1:], cues=tuple(replace(cue, line=cue.line - 1) for cue in off.cues[1:]))
    assert _tree(_made(off)).get_element_by_id("made").findtext("p") == SENTENCE


def test_nothing_is_requested_but_the_audio():
    tree = _tree(_made())
    loaded = tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src | //@srcset")
    assert loaded == []
    assert tree.xpath("//audio/@src")[0].startswith("lighthouse-to-shine-again.mp3?v=")
    assert "url(" not in tree.findtext(".//style")
    assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(", _made())


def test_the_policy_lets_only_our_style_and_script_run():
    tree = _tree(_made())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    scripts = [one.text for one in tree.iter("script") if not one.get("type")]
    for text in (tree.findtext(".//style"), *scripts):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert len(scripts) == 1
    assert "unsafe" not in policy
    assert not tree.xpath("//@style | //@onclick | //@onload")


@pytest.mark.parametrize(("words", "most"), [(400, 33_000), (1000, 38_000), (2500, 48_000), (4200, 60_000)])
def test_a_page_is_small(words, most):
    sentence = "The ferry left the harbour at seven with twelve passengers and a dog on board. "
    paragraph = Block(role=Role.PARAGRAPH, text=(sentence * 5).strip())
    text = _made(an_episode(an_article(blocks=(paragraph,) * round(words / 75))))
    assert len(text.encode()) < most


def test_structured_data():
    tree = _tree(_made())
    facts = json.loads(tree.xpath("//script[@type='application/ld+json']")[0].text)
    assert facts["@type"] == "NewsArticle"
    assert facts["headline"] == "Lighthouse to shine again"
    assert facts["audio"]["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert facts["audio"]["creditText"].startswith(SENTENCE)
    assert facts["audio"]["contentUrl"].startswith("https://news.example/audio/lighthouse/")
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://news.example/coast/lighthouse"]
    assert tree.xpath("//meta[@property='og:audio:type']/@content") == ["audio/mpeg"]
    assert SENTENCE in tree.xpath("//meta[@property='og:description']/@content")[0]


def test_lists_asides_and_headings_keep_their_role():
    blocks = (
        Block(role=Role.LIST_ITEM, text="One lamp."),
        Block(role=Role.LIST_ITEM, text="Two oars."),
        Block(role=Role.BLOCKQUOTE, text="A quiet night."),
        Block(role=Role.CORRECTION, text="An earlier version named another tower."),
        Block(role=Role.LIST_ITEM, text="Three nets."),
    )
    article = _tree(_made(an_episode(an_article(blocks=blocks)))).get_element_by_id("article")
    assert [element.tag for element in article] == ["ul", "blockquote", "p", "ul"]
    assert [len(one) for one in article.findall("ul")] == [2, 1]


def test_a_byline_that_nobody_reads_is_printed():
    episode = an_episode()
    lines = episode.lines[:2] + episode.lines[3:]
    cues = tuple(replace(cue, line=cue.line - (cue.line > 2)) for cue in episode.cues if cue.line != 2)
    byline = _tree(_made(replace(episode, lines=lines, cues=cues))).find_class("byline")[0].text_content()
    assert byline == "By Jo Verne, Kit Olsen · March 14, 2026"


def test_a_correction_is_dated():
    first = an_episode()
    voice = replace(first.cast.narrator, name="presenter")
    again = replace(first, made="2026-03-15T08:00:00+00:00", cast=replace(first.cast, narrator=voice))
    assert "Corrected" not in _tree(_made(revise(first, again))).text_content()
    changed = replace(an_episode(an_article(title="Lighthouse lit")), made="2026-03-16T08:00:00+00:00")
    assert "Corrected on March 16, 2026" in _tree(_made(revise(first, changed))).text_content()


@pytest.mark.parametrize(
    ("moment", "language", "printed"),
    [
        ("2026-03-04T07:00:00+00:00", "en-GB", "4 March 2026"),
        ("2026-03-04", "en-US", "March 4, 2026"),
        ("2026-12-31", "de", "31. Dezember 2026"),
        ("2026-01-01", "uk-UA", "1 січня 2026"),
        ("2026-13-01", "en", "2026-13-01"),
        ("2026", "en", "2026"),
        ("<b>", "en", "<b>"),
        ("", "en", ""),
    ],
)
def test_dates_are_printed_as_newspapers_print_them(moment, language, printed):
    assert date(moment, language) == printed


def test_every_language_has_twelve_months():
    for language in ("en", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "uk"):
        words = labels(language)
        assert len(set(words["months"].split())) == 12
        assert "2026" in date("2026-03-04", language)


def test_english_words_on_a_page_in_another_language_say_so():
    czech = _tree(_made(an_episode(an_article(language="cs"))))
    assert czech.get("lang") == "cs"
    player = czech.find_class("player")[0]
    assert (player.get("lang"), player.get("dir")) == ("en", "ltr")
    transcribed = _tree(transcript.html(an_episode(an_article(language="ar"))))
    marked = {one.text: one.get("lang") for one in transcribed.xpath("//h1 | //cite")}
    assert marked == {"Transcript": "en", "Narrator:": "en", "Mara Lind:": None}
    assert _tree(_made(an_episode(an_article(language="pl")))).find_class("player")[0].get("lang") is None


def test_a_long_headline_is_set_smaller():
    assert _tree(_made()).find(".//h1").get("class") is None
    assert _tree(_made(an_episode(an_article(title="Tide " * 30)))).find(".//h1").get("class") == "long"


def test_languages_and_directions():
    tree = _tree(_made(an_episode(an_article(language="ar"))))
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert _tree(_made(an_episode(an_article(language="de")))).find(".//summary").text == "Was das bedeutet"


@pytest.mark.parametrize("how", [page, embedded])
def test_hostile_text_comes_out_as_text(how):
    blocks = tuple(Block(role=role, text=HOSTILE.replace("\x00", "").replace("\x1b", "")) for role in Role)
    article = an_article(
        title=HOSTILE,
        authors=(HOSTILE,),
        summary=HOSTILE,
        publisher=HOSTILE,
        section=HOSTILE,
        blocks=blocks,
        image="javascript:alert(1)",
        published=HOSTILE,
    )
    text = _made(an_episode(article), how)
    tree = _tree(text)
    kinds = [one.get("type") for one in tree.iter("script")]
    assert sorted(map(str, kinds)) == ["None", "application/json", "application/ld+json"]
    assert not tree.xpath("//@onload | //@onerror")
    assert not [link for link in tree.xpath("//@href | //@src") if link.lower().startswith("javascript:")]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", text)
    assert "alert('1')" in tree.findtext(".//title") or how is embedded


def test_an_address_that_runs_code_is_no_link():
    text = _made(an_episode(an_article(url="javascript:alert(1)")))
    assert 'href="javascript' not in text


def test_the_player_alone():
    tree = _tree(_made(how=embedded))
    assert tree.find(".//audio") is not None
    assert tree.get_element_by_id("made").text_content().startswith(SENTENCE)
    assert tree.find(".//h1").text.strip() == "Listen to this article"
    assert tree.xpath("//p[@class='which']/a[@target='_top']/text()") == ["Lighthouse to shine again"]
    assert not tree.xpath("//*[@id='follow']")


def test_oembed():
    card = _made(how=oembed)
    assert (card["version"], card["type"]) == ("1.0", "rich")
    frame = html.fragment_fromstring(card["html"])
    assert frame.get("src") == "https://news.example/audio/lighthouse/player.html"
    assert frame.get("title") == "Listen to this article: Lighthouse to shine again"


def test_the_show_has_a_page(tmp_path):
    add(tmp_path, title=HOSTILE)
    add(tmp_path, "storm", title="Storm")
    publish(tmp_path, settings=settings())
    tree = _tree((tmp_path / "index.html").read_text("utf-8"))
    assert tree.xpath("//ul[@id='list']//a/@href") == ["storm/index.html", "lighthouse/index.html"]
    assert tree.xpath("//link[@type='application/rss+xml']/@href") == ["https://news.example/audio/feed.xml"]
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img/@src") == ["cover.jpg"]
