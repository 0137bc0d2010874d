from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from audiofy.errors import PublishingError
from audiofy.model import Block, Role
from audiofy.publication import bind, publish
from audiofy.publication.bookpages import clips, overlay, xhtml
from gazette import add, settings, with_cover
from sample import AUDIO, SENTENCE, an_article, an_episode

SMIL = "{http://www.w3.org/ns/SMIL}"
OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "</title><script>alert('1')</script> & \"x\" ]]> \x00\x1b[31m \u202egnp.exe\u202c end"


@pytest.fixture
def book(tmp_path):
    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    with zipfile.ZipFile(folder / "lighthouse.epub") as opened:
        yield opened


def _xml(book, name):
    return ET.fromstring(book.read(f"EPUB/{name}"))


def _metadata(book):
    package = _xml(book, "package.opf")
    return {
        one.get("property"): one.text
        for one in package.iter(f"{OPF}meta")
        if one.get("property") and not one.get("refines")
    }


def test_every_place_that_is_named_has_a_fragment(book):
    # EPUB 3.3 lets one do without in a body; epubcheck 4 calls that an error.
    named = [
        place for element in _xml(book, "c1.smil").iter() for place in element.attrib.values() if ".xhtml" in place
    ]
    assert named
    assert all(".xhtml#" in place for place in named)


def test_the_media_type_comes_first_and_plain(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"


def test_every_clip_is_an_element_and_in_time(book):
    ids = {element.get("id") for element in _xml(book, "c1.xhtml").iter() if element.get("id")}
    end = 0.0
    for par in _xml(book, "c1.smil").iter(f"{SMIL}par"):
        text, audio = par.find(f"{SMIL}text"), par.find(f"{SMIL}audio")
        assert text is not None
        assert audio is not None
        assert (text.get("src") or "").partition("#")[2] in ids
        start, until = (float((audio.get(name) or "").removesuffix("s")) for name in ("clipBegin", "clipEnd"))
        assert end <= start < until
        end = until


def test_words_are_highlighted_where_their_times_are_known(book):
    words = [
        element.text for element in _xml(book, "c1.xhtml").iter(f"{XHTML}span") if "w" in (element.get("id") or "")
    ]
    assert " ".join(words[:7]) == SENTENCE


def test_a_book_of_one_article_has_its_cover(tmp_path):
    folder = add(tmp_path, audio=with_cover(AUDIO))
    publish(tmp_path, settings=settings())
    with zipfile.ZipFile(folder / "lighthouse.epub") as book:
        items = [one for one in _xml(book, "package.opf").iter(f"{OPF}item") if one.get("properties") == "cover-image"]
        assert [(one.get("href"), one.get("media-type")) for one in items] == [("cover.jpg", "image/jpeg")]
        assert book.read("EPUB/cover.jpg") == (folder / "cover.jpg").read_bytes()
    bind(tmp_path, tmp_path / "all.epub", settings=settings())
    with zipfile.ZipFile(tmp_path / "all.epub") as book:
        assert "EPUB/cover.jpg" not in book.namelist()


def test_lists_and_quotations_keep_their_role():
    blocks = (
        Block(role=Role.PARAGRAPH, text="It took:"),
        Block(role=Role.LIST_ITEM, text="One lamp."),
        Block(role=Role.LIST_ITEM, text="Two oars."),
        Block(role=Role.BLOCKQUOTE, text="A quiet night."),
        Block(role=Role.LIST_ITEM, text="Three nets."),
    )
    episode = an_episode(an_article(blocks=blocks))
    section = ET.fromstring(xhtml(episode, clips(episode))).find(f".//{XHTML}section")
    assert section is not None
    names = [element.tag.removeprefix(XHTML) for element in section]
    assert names[-5:] == ["p", "ul", "blockquote", "ul", "p"]
    assert [[item.tag.removeprefix(XHTML) for item in one] for one in section.findall(f"{XHTML}ul")] == [
        ["li", "li"],
        ["li"],
    ]


def test_words_said_in_one_breath_are_one_clip():
    episode = an_episode()
    cue = episode.cues[0]
    at_once = replace(cue, words=tuple(replace(word, time=cue.words[0].time) for word in cue.words[:3]) + cue.words[3:])
    found = [clip for clip in clips(replace(episode, cues=(at_once, *episode.cues[1:]))) if clip.sentence.line == 0]
    text = found[0].sentence.text
    assert text[found[0].first : found[0].last] == " ".join(SENTENCE.split()[:3])
    assert all(clip.start < clip.end for clip in found)


def test_sentences_are_highlighted_where_they_are_not():
    episode = an_episode()
    silent = replace(episode, cues=tuple(replace(cue, words=()) for cue in episode.cues))
    assert all(not clip.part for clip in clips(silent))


def test_metadata(book):
    found = _metadata(book)
    assert found["media:narrator"] == "Newsreader (synthetic voice)"
    assert found["schema:accessibilitySummary"].startswith(SENTENCE)
    assert found["schema:accessibilityHazard"] == "none"
    pars = _xml(book, "c1.smil").iter(f"{SMIL}audio")
    total = sum(float(one.get("clipEnd")[:-1]) - float(one.get("clipBegin")[:-1]) for one in pars)
    assert float(found["media:duration"].removesuffix("s")) == pytest.approx(total, abs=0.01)


def test_contents_lead_to_articles_and_headings(book):
    links = [link.get("href") for link in _xml(book, "nav.xhtml").iter(f"{XHTML}a")]
    names = ["".join(link.itertext()) for link in _xml(book, "nav.xhtml").iter(f"{XHTML}a")]
    assert names == ["Lighthouse to shine again", "A lamp from the attic", "What comes next"]
    ids = {element.get("id") for element in _xml(book, "c1.xhtml").iter()}
    assert all(link.partition("#")[2] in ids for link in links[1:])


def test_the_text_is_the_article(book):
    text = "".join("".join(_xml(book, "c1.xhtml").itertext()).split())
    for block in an_article().blocks:
        assert "".join(block.text.split()) in text


def test_other_audio_is_another_book(tmp_path):
    from gazette import AUDIO

    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    from audiofy import output

    episode = output.read_episode(folder)
    other = bytes(len(AUDIO))
    (folder / "lighthouse.mp3").write_bytes(other)
    output.write_episode(folder, replace(episode, recording=replace(episode.recording, sha256="f" * 64)))
    assert folder / "lighthouse.epub" in publish(tmp_path, settings=settings())
    with zipfile.ZipFile(folder / "lighthouse.epub") as book:
        assert book.read("EPUB/c1.mp3") == other


def test_one_book_of_a_day(tmp_path):
    root, into = tmp_path / "output", tmp_path / "day.epub"
    add(root, "late", title="Late", published="2026-03-14T20:00:00Z")
    add(root, "early", title="Early", published="2026-03-14T05:00:00Z")
    add(root, "other", title="Other", published="2026-03-15")
    bind(root, into, settings=settings(), day="2026-03-14")
    with zipfile.ZipFile(into) as book:
        names = [
            "".join(one.itertext())
            for one in _xml(book, "nav.xhtml").findall(f".//{XHTML}nav/{XHTML}ol/{XHTML}li/{XHTML}a")
        ]
        assert names == ["Early", "Late"]
        assert "Coast aloud, 2026-03-14" in book.read("EPUB/package.opf").decode()
        assert {"EPUB/c1.mp3", "EPUB/c2.mp3"} <= set(book.namelist())
    bind(root, into, settings=settings(), section="COAST", title="All")
    with pytest.raises(PublishingError, match="No episode"):
        bind(root, into, settings=settings(), section="Sport")


def test_hostile_text_comes_out_as_text(tmp_path):
    folder = add(tmp_path, title=HOSTILE, authors=(HOSTILE,), publisher=HOSTILE)
    publish(tmp_path, settings=settings())
    with zipfile.ZipFile(folder / "lighthouse.epub") as book:
        for name in ("package.opf", "nav.xhtml", "c1.xhtml", "c1.smil"):
            root = _xml(book, name)
            assert not [element for element in root.iter() if element.tag.endswith("script")]
            assert "\u202e" not in "".join(root.itertext())


@limits(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=120).map(lambda text: " ".join(text.split())).filter(bool), max_size=3))
def test_any_text_makes_xml(texts):
    blocks = tuple(Block(role=role, text=text) for text, role in zip(texts, Role, strict=False))
    episode = an_episode(an_article(blocks=blocks))
    own = clips(episode)
    ET.fromstring(xhtml(episode, own))
    ids = re.findall(r'<par id="(\w+)"', overlay(1, own))
    assert len(ids) == len(set(ids)) == len(own)
    assert all(one.start < one.end for one in own)
