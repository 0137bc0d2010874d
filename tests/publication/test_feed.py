from __future__ import annotations

import io
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from xml.etree import ElementTree as ET

import feedparser
import podcastparser
import pytest

from audiofy import output
from audiofy.corrections import revise
from audiofy.errors import SettingsError
from audiofy.model import Block, Role
from audiofy.publication import publish
from audiofy.publication.categories import category
from audiofy.publication.elements import NAMESPACES
from audiofy.publication.feed import feed, feed_guid, stored_guid
from audiofy.publication.lint import lint
from audiofy.publication.notes import body, description
from audiofy.publication.shows import announced, entry_of, filled, pages
from audiofy.settings import decode
from gazette import add, add_copy, settings
from sample import SENTENCE, an_article, an_episode

HOSTILE = "</title><script>alert('1')</script> & \"x\" ]]> &lt;b&gt; \x00\x1b[31m \u202egnp.exe\u202c end"
FEED = "https://news.example/audio/feed.xml"


@pytest.fixture
def shelf(tmp_path):
    add(tmp_path)
    add(tmp_path, "storm", title="Storm on its way", published="2026-03-15", section="Weather")
    return tmp_path


def _feed(root, name="feed.xml"):
    return (root / name).read_bytes()


def _channel(root, name="feed.xml"):
    channel = ET.fromstring(_feed(root, name)).find("channel")
    assert channel is not None
    return channel


def _titles(root, name="feed.xml"):
    return [item.findtext("title") for item in _channel(root, name).findall("item")]


def test_podcast_clients_read_it(shelf):
    publish(shelf, settings=settings())
    parsed = podcastparser.parse(FEED, io.BytesIO(_feed(shelf)))
    assert parsed["title"] == "Coast aloud"
    assert parsed["cover_url"] == "https://news.example/audio/cover.jpg"
    newest, oldest = parsed["episodes"]
    assert newest["title"] == "Storm on its way"
    assert oldest["guid"] == output.guid_of(an_article(url="https://news.example/lighthouse"))
    assert oldest["published"] == datetime(2026, 3, 14, 5, 30, tzinfo=UTC).timestamp()
    assert oldest["total_time"] == 40
    (enclosure,) = oldest["enclosures"]
    assert enclosure["mime_type"] == "audio/mpeg"
    assert enclosure["file_size"] == (shelf / "lighthouse" / "lighthouse.mp3").stat().st_size
    assert enclosure["url"].startswith("https://news.example/audio/lighthouse/lighthouse.mp3?v=")
    assert SENTENCE in oldest["description"]


def test_news_readers_read_it(shelf):
    publish(shelf, settings=settings())
    parsed = feedparser.parse(_feed(shelf))
    assert not parsed.bozo
    assert parsed.feed.language == "en-US"
    assert parsed.feed.podcast_guid == feed_guid(FEED)
    entry = parsed.entries[1]
    assert entry.link == "https://news.example/lighthouse"
    assert entry.content[0].value.startswith(f"<p><strong>{SENTENCE}</strong></p><p>The lighthouse")
    assert entry.podcast_contentlink["href"] == "https://news.example/lighthouse"


def test_our_lint_finds_nothing(shelf):
    publish(shelf, settings=settings())
    assert lint(_feed(shelf)) == ()


def test_everything_about_an_item(shelf):
    publish(shelf, settings=settings())
    item = _channel(shelf).findall("item")[1]
    transcripts = item.findall("podcast:transcript", NAMESPACES)
    assert [one.get("type") for one in transcripts] == [
        "text/vtt",
        "application/x-subrip",
        "application/json",
        "text/html",
    ]
    for one in transcripts:
        assert (shelf / (one.get("url") or "").removeprefix("https://news.example/audio/")).is_file()
    chapters = item.find("podcast:chapters", NAMESPACES)
    assert chapters is not None
    assert chapters.get("url") == "https://news.example/audio/lighthouse/chapters.json"
    people = [(one.text, one.get("role"), one.get("group")) for one in item.findall("podcast:person", NAMESPACES)]
    assert people == [
        ("Jo Verne", "author", "writing"),
        ("Kit Olsen", "author", "writing"),
        ("Newsreader (synthetic voice)", "narrator", "cast"),
        ("Ada (synthetic voice)", "voice actor", "cast"),
    ]
    licence = item.find("podcast:license", NAMESPACES)
    assert licence is not None
    assert (licence.text, licence.get("url")) == ("cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/")
    declared = item.find("podcast:txt", NAMESPACES)
    assert declared is not None
    assert (declared.text, declared.get("purpose")) == ("true", "ai-content")


# Two vectors of the specification of podcast:guid.
@pytest.mark.parametrize(
    ("address", "guid"),
    [
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_feed_guids(address, guid):
    assert feed_guid(address) == guid


def test_the_feed_keeps_its_guid_when_it_moves(shelf):
    publish(shelf, settings=settings())
    before = stored_guid(_feed(shelf))
    publish(shelf, settings=settings(), base_url="https://elsewhere.example/")
    assert stored_guid(_feed(shelf)) == before
    assert b"https://elsewhere.example/lighthouse/lighthouse.mp3" in _feed(shelf)
    assert stored_guid(b"<broken") == ""


def test_a_correction_has_a_new_address_and_the_old_guid(shelf):
    publish(shelf, settings=settings())
    before = _channel(shelf).findall("item")[1]
    folder = shelf / "lighthouse"
    episode = output.read_episode(folder)
    changed = replace(
        episode,
        article=replace(episode.article, title="Lighthouse to shine on Sunday"),
        recording=replace(episode.recording, sha256="0" * 64),
        made="2026-03-16T08:00:00+00:00",
    )
    output.write_episode(folder, revise(episode, changed))
    publish(shelf, settings=settings())
    after = _channel(shelf).findall("item")[1]
    assert after.findtext("guid") == before.findtext("guid")
    address = [item.find("enclosure") for item in (before, after)]
    assert address[0] is not None
    assert address[1] is not None
    assert address[0].get("url") != address[1].get("url")
    assert after.findtext("atom:updated", "", NAMESPACES) == "2026-03-16T08:00:00+00:00"
    assert "Corrected on 2026-03-16" in (after.findtext("description") or "")


def test_what_is_gone_is_gone(shelf):
    publish(shelf, settings=settings())
    (shelf / "storm" / "episode.json").unlink()
    publish(shelf, settings=settings())
    assert _titles(shelf) == ["Lighthouse to shine again"]


def test_several_shows(shelf):
    shows = """
[[show]]
title = "Weather"
description = "Wind and rain"
site = "https://news.example/"
[show.only]
sections = ["weather"]
[[show]]
title = "All of it"
description = "Everything"
site = "https://news.example/"
"""
    publish(shelf, settings=decode(shows.encode()))
    assert _titles(shelf, "feed-weather.xml") == ["Storm on its way"]
    assert len(_titles(shelf, "feed-all-of-it.xml")) == 2
    assert "show-weather.html" in (shelf / "index.html").read_text("utf-8")
    publish(shelf, settings=settings())
    assert sorted(path.name for path in shelf.glob("*.xml")) == ["feed.xml"]


@pytest.mark.parametrize(
    ("only", "count"),
    [
        ('languages = ["en"]', 2),
        ('languages = ["EN-us"]', 2),
        ('languages = ["de"]', 0),
        ('publishers = ["the sand point gazette"]', 2),
        ('tags = ["lamps"]', 1),
        ('sections = ["Coast"]\ntags = ["rain"]', 0),
    ],
)
def test_filters(only, count, tmp_path):
    add(tmp_path, tags=("Lamps",))
    add(tmp_path, "storm", section="Weather")
    publish(tmp_path, settings=settings(f"[show.only]\n{only}\n"))
    assert len(_titles(tmp_path)) == count


def _numbered(count):
    for number in range(count):
        article = an_article(url=f"https://news.example/{number}", published=f"2026-01-{number + 1:02}")
        yield entry_of(f"e{number}", an_episode(article, guid=f"urn:{number}"))


@pytest.mark.parametrize(
    ("count", "items", "newest", "archives"),
    [(0, 5, 0, []), (5, 5, 5, []), (9, 5, 9, []), (10, 5, 5, [5]), (14, 5, 9, [5]), (23, 5, 8, [5, 5, 5])],
)
def test_old_items_page_out(count, items, newest, archives):
    (show,) = announced(settings())
    show = filled(replace(show, show=_with(show.show, items=items)), list(_numbered(count)))
    now = datetime(2026, 2, 1, tzinfo=UTC)
    first, old = pages(show, now)
    assert [len(first), [len(one) for one in old]] == [newest, archives]
    everything = [*first, *(entry for one in reversed(old) for entry in one)]
    assert everything == list(show.entries)


def _with(show, **changes):
    import msgspec

    return msgspec.structs.replace(show, **changes)


def test_archives_never_change_when_episodes_come():
    (show,) = announced(settings())
    entries = list(_numbered(27))
    now = datetime(2026, 2, 1, tzinfo=UTC)
    before = pages(filled(replace(show, show=_with(show.show, items=4)), entries[:20]), now)[1]
    after = pages(filled(replace(show, show=_with(show.show, items=4)), entries), now)[1]
    assert after[: len(before)] == before


def test_items_page_out_by_age():
    (show,) = announced(settings())
    show = filled(replace(show, show=_with(show.show, items=5, days=10)), list(_numbered(8)))
    first, old = pages(show, datetime(2026, 1, 20, tzinfo=UTC))
    assert [len(first), len(old)] == [3, 1]


def test_archives_are_linked(tmp_path):
    for number in range(7):
        add(tmp_path, f"e{number}", published=f"2026-01-{number + 1:02}")
    publish(tmp_path, settings=decode(settings_text_with_items(2)))

    def links(name):
        found = _channel(tmp_path, name).findall("atom:link", NAMESPACES)
        return {one.get("rel"): (one.get("href") or "").rpartition("/")[2] for one in found}

    assert links("feed.xml") == {"self": "feed.xml", "prev-archive": "archive-2.xml"}
    assert links("archive-2.xml") == {"self": "archive-2.xml", "current": "feed.xml", "prev-archive": "archive-1.xml"}
    assert links("archive-1.xml") == {"self": "archive-1.xml", "current": "feed.xml", "next-archive": "archive-2.xml"}
    assert _channel(tmp_path, "archive-1.xml").find("fh:archive", NAMESPACES) is not None
    assert lint(_feed(tmp_path, "archive-1.xml")) == ()
    (tmp_path / "e0" / "episode.json").unlink()
    (tmp_path / "e1" / "episode.json").unlink()
    publish(tmp_path, settings=decode(settings_text_with_items(2)))
    assert not (tmp_path / "archive-2.xml").exists()


def settings_text_with_items(items):
    from gazette import SETTINGS

    return SETTINGS.replace("[show]\n", f"[show]\nitems = {items}\n").encode()


def test_presets_are_alternates_with_their_hashes(shelf):
    add_copy(shelf / "lighthouse")
    publish(shelf, settings=settings())
    item = next(
        one for one in _channel(shelf).iter("item") if one.find("podcast:alternateEnclosure", NAMESPACES) is not None
    )
    main, other = item.findall("podcast:alternateEnclosure", NAMESPACES)
    assert (main.get("default"), main.get("title"), main.get("bitrate")) == ("true", "podcast", "96000")
    assert (other.get("default"), other.get("title"), other.get("bitrate")) == (None, "web", "64000")
    assert other.get("length") == "7"
    sources = [one.find("podcast:source", NAMESPACES).get("uri") for one in (main, other)]
    assert sources[0] == item.find("enclosure").get("url")
    wanted = sha256(b"smaller")
    assert sources[1].endswith(f"/lighthouse/lighthouse.web.mp3?v={wanted.hexdigest()[:8]}")
    integrity = other.find("podcast:integrity", NAMESPACES).get("value")
    assert integrity == f"sha256-{b64encode(wanted.digest()).decode()}"
    assert lint(_feed(shelf)) == ()


def test_one_preset_is_no_alternate(shelf):
    (shelf / "lighthouse" / "lighthouse.web.mp3").write_bytes(b"somebody else's")
    publish(shelf, settings=settings())
    assert b"alternateEnclosure" not in _feed(shelf)


def test_lists_are_lists_in_the_notes():
    blocks = (
        Block(role=Role.PARAGRAPH, text="It took:"),
        Block(role=Role.LIST_ITEM, text="one lamp"),
        Block(role=Role.LIST_ITEM, text="two <oars>"),
        Block(role=Role.HEADING, text="Next"),
    )
    text = body(an_article(blocks=blocks), an_episode())
    assert text.endswith("<p>It took:</p><ul><li>one lamp</li><li>two &lt;oars&gt;</li></ul><h2>Next</h2>")


def test_hostile_text_comes_out_as_text(tmp_path):
    add(tmp_path, title=HOSTILE, authors=(HOSTILE,), summary=HOSTILE, publisher=HOSTILE, section=HOSTILE)
    publish(tmp_path, settings=settings())
    content = _feed(tmp_path).decode()
    assert "<script" not in content
    assert "\u202e" not in content
    item = _channel(tmp_path).find("item")
    assert item is not None
    assert item.findtext("title") == "</title><script>alert('1')</script> & \"x\" ]]> &lt;b&gt; [31m gnp.exe end"
    assert "<script" not in (item.findtext("description") or "")
    assert "&lt;script" in (item.findtext("description") or "")
    assert lint(_feed(tmp_path)) == ()


def test_missing_values_are_all_named():
    with pytest.raises(SettingsError) as caught:
        announced(decode(b"[show]\nlocked = true\ncategory = 'Gossip'\nbase_url = 'ftp://x'\n"))
    for name in ("show.title", "show.description", "show.owner.email", "show.category", "show.base_url"):
        assert name in caught.value.message
    with pytest.raises(SettingsError, match=r"show\.site is missing"):
        announced(decode(b"[show]\ntitle = 'a'\ndescription = 'b'\n"))


def test_two_shows_of_one_name_are_refused():
    text = "[[show]]\ntitle = 'A'\ndescription = 'b'\nsite = 'https://x.example'\n"
    with pytest.raises(SettingsError, match="Two shows"):
        announced(decode((text + text).encode()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("News", ("News", "")),
        ("news > politics", ("News", "Politics")),
        ("News>Gossip", None),
        ("Gossip", None),
        ("", None),
    ],
)
def test_categories(text, expected):
    assert category(text) == expected


def test_descriptions_keep_to_their_length():
    article = an_article(summary="слово " * 2000)
    assert len(description(an_episode(article)).encode()) <= 4000


# A feed that breaks one rule each, and what is said of it.
BREAKS = [
    ('<itunes:image href="https://news.example/audio/cover.jpg" />', "", "no itunes:image"),
    ('href="https://news.example/audio/cover.jpg"', 'href="cover.jpg"', "itunes:image has no address"),
    ('alt="Coast aloud"', 'alt=""', "podcast:image lacks"),
    ("<language>en-US</language>", "", "no language"),
    ("<itunes:explicit>false</itunes:explicit>", "<itunes:explicit>no</itunes:explicit>", "itunes:explicit is neither"),
    ("<podcast:medium>podcast</podcast:medium>", "<podcast:medium>radio</podcast:medium>", "podcast:medium is none"),
    ("<podcast:medium>podcast</podcast:medium>", "", "no podcast:medium"),
    (">no</podcast:locked>", ">maybe</podcast:locked>", "podcast:locked is neither"),
    ('<podcast:funding url="https://news.example/support">', "<podcast:funding>", "podcast:funding lacks"),
    (">cc-by-4.0</podcast:license>", "></podcast:license>", "podcast:license is unknown"),
    ('purpose="ai-content">true<', 'purpose="ai-content">yes<', "podcast:txt for ai-content"),
    ('type="text/vtt"', 'type="text/foo"', "podcast:transcript lacks"),
    ('type="application/json+chapters"', "", "podcast:chapters lacks"),
    ('role="author"', "", "podcast:person lacks"),
    (
        '<podcast:contentLink href="https://news.example/lighthouse">',
        "<podcast:contentLink>",
        "podcast:contentLink lacks",
    ),
    ('type="audio/mpeg"', "", "enclosure lacks"),
    ("<itunes:duration>40</itunes:duration>", "<itunes:duration>0:40</itunes:duration>", "no number of seconds"),
    ("<podcast:guid>", "<podcast:guid>x", "podcast:guid is no UUID"),
    ('rel="self"', 'rel="other"', "no atom:link to itself"),
    ("<podcast:person ", "<podcast:nonsense/><podcast:person ", "podcast:nonsense is no tag"),
    ("<title>Lighthouse to shine again</title>", f"<title>{'x' * 300}</title>", "title is longer"),
    ("</channel>", "<item/></channel>", "there is no enclosure"),
    (
        "https://news.example/audio/storm/storm.mp3",
        "https://news.example/audio/lighthouse/lighthouse.mp3",
        "Two items have the enclosure",
    ),
    ("<rss", "<rss><", "not XML"),
]


@pytest.mark.parametrize(("good", "bad", "message"), BREAKS)
def test_each_rule_of_the_lint_is_broken_once(good, bad, message, shelf):
    publish(shelf, settings=settings())
    content = _feed(shelf).decode()
    assert good in content
    found = lint(content.replace(good, bad).encode())
    assert any(message in one for one in found), found


def test_a_broken_hash_and_an_undeclared_channel_are_found():
    (show,) = announced(settings())
    episode = an_episode()
    entry = entry_of("a", replace(episode, copies=(replace(episode.recording, audio="a.web.mp3"),)))
    show = replace(filled(show, [entry]), image="https://x.example/c.jpg", guid=feed_guid("x"))
    content = feed(show, show.entries, articles={}, links={"self": FEED})
    assert not any("alternateEnclosure" in one for one in lint(content))
    assert any("alternateEnclosure" in one for one in lint(content.replace(b"sha256-", b"md5-")))
    first = '<podcast:txt purpose="ai-content">true</podcast:txt>'
    assert "Items declare ai-content, the channel doesn't." in lint(content.decode().replace(first, "", 1).encode())
    assert lint(b"<rss/>") == ("It has no channel.",)
