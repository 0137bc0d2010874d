from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audiofy.audio.credentials.frames import contents_of
from audiofy.audio.tags import read_tags, write_tags
from audiofy.errors import RecordingError
from audiofy.settings import Show
from sample import AUDIO, RULE_BASED, SENTENCE, an_article, an_episode

SHOW = Show(
    title="Coast aloud",
    site="https://news.example/podcast",
    licence="https://creativecommons.org/licenses/by/4.0/",
    copyright="2026 The Sand Point Gazette",
)
COVER = b"\xff\xd8\xff\xe0 a picture"
HOSTILE = '<script>alert(1)</script> & "quotes" ]]> \x00\x07\x1b[31m \u202egnp.exe'


@pytest.fixture
def mp3(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(AUDIO)
    return path


def _tagged(path, episode, show=SHOW, cover=COVER):
    write_tags(path, episode, cover=cover, show=show)
    return ID3(path)


def test_every_frame_that_the_article_fills(mp3):
    episode = an_episode()
    tags = _tagged(mp3, episode)
    assert tags.version == (2, 4, 0)
    expected = {
        "TIT2": "Lighthouse to shine again",
        "TPE2": "The Sand Point Gazette",
        "TPUB": "The Sand Point Gazette",
        "TALB": "Coast aloud",
        "TCON": "Podcast",
        "TLAN": "eng",
        "TDRC": "2026-03-14 05:30:00",
        "TDRL": "2026-03-14 05:30:00",
        "TDTG": "2026-03-14 07:00:00",
        "TIT3": "After 39 years in the dark, the tower is lit on Friday.",
        "TDES": "After 39 years in the dark, the tower is lit on Friday.",
        "TCOP": "2026 The Sand Point Gazette",
        "TLEN": str(round(1000 * episode.recording.duration)),
        "TSSE": "LAME 3.100",
        "TENC": "audiofy 0.1.0",
        "TXXX:AI_DISCLOSURE": SENTENCE,
        "TXXX:DigitalSourceType": RULE_BASED,
        "TXXX:TTS_ENGINE": "espeak 1.52.0",
        "TXXX:TTS_VOICE": "newsreader, ada",
        "TXXX:audiofy_key": episode.fingerprint,
        "TXXX:audiofy_guid": episode.guid,
        "TXXX:audiofy_version": "1",
    }
    assert {name: str(tags[name].text[0]) for name in expected} == expected
    assert list(tags["TPE1"].text) == ["Jo Verne", "Kit Olsen"]
    assert tags["WOAS"].url == "https://news.example/coast/lighthouse"
    assert tags["WPUB"].url == SHOW.site
    assert tags.getall("WCOP")[0].url == SHOW.licence
    assert tags["COMM::eng"].text[0].startswith(SENTENCE)
    assert tags.getall("UFID")[0].data == episode.guid.encode()
    assert tags["APIC:Cover"].data == COVER
    assert tags["APIC:Cover"].mime == "image/jpeg"
    assert not tags.getall("SYLT")
    assert all(frame.encoding == 3 for frame in tags.values() if hasattr(frame, "encoding"))


def test_the_lyrics_are_the_whole_article(mp3):
    text = _tagged(mp3, an_episode())["USLT::eng"].text
    for block in an_article().blocks:
        assert block.text in text
    assert text.startswith(SENTENCE)


def test_xmp_is_xml_with_the_source_type(mp3):
    episode = replace(an_episode(), generator="audiofy <\"&'> 0.1")
    data = next(frame for frame in _tagged(mp3, episode).getall("PRIV") if frame.owner == "XMP").data
    description = next(ET.fromstring(data).iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"))
    assert description.get("{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType") == RULE_BASED
    assert description.get("{http://ns.adobe.com/xap/1.0/}CreatorTool") == "audiofy <\"&'> 0.1"
    assert SENTENCE in "".join(description.itertext())


def test_headings_are_chapters(mp3):
    episode = an_episode()
    tags = _tagged(mp3, episode)
    (contents,) = tags.getall("CTOC")
    assert contents.flags == 3
    chapters = [tags[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [chapter.sub_frames["TIT2"].text[0] for chapter in chapters] == ["A lamp from the attic", "What comes next"]
    assert [chapter.start_time for chapter in chapters] == [round(1000 * one.start) for one in episode.chapters]


def test_one_chapter_is_none(mp3):
    episode = an_episode()
    assert not _tagged(mp3, replace(episode, chapters=episode.chapters[:1])).getall("CHAP")


def test_an_article_of_little_gives_no_empty_frames(mp3):
    bare = an_article(url="copied.txt", publisher="", section="", authors=(), published="", summary="", language="")
    tags = _tagged(mp3, an_episode(bare), show=Show(), cover=b"")
    absent = {"TPE1", "TPE2", "TPUB", "TALB", "TIT3", "TDES", "TCOP", "WOAS", "WPUB", "WCOP"}
    assert not [frame.FrameID for frame in tags.values() if frame.FrameID in absent or frame.FrameID == "APIC"]
    assert str(tags["TDRC"].text[0]) == "2026-03-14 07:00:00"


@pytest.mark.parametrize(
    ("published", "stamp"),
    [("2026-03-14", "2026-03-14"), ("2026-03-14T06:30", "2026-03-14 06:30:00"), ("2026-03-14 or so", "2026-03-14")],
)
def test_dates(published, stamp, mp3):
    assert str(_tagged(mp3, an_episode(an_article(published=published)))["TDRC"].text[0]) == stamp


def test_hostile_text_stays_one_value_without_controls(mp3):
    article = an_article(title=HOSTILE, publisher=HOSTILE, authors=(HOSTILE,), summary=HOSTILE, section=HOSTILE)
    tags = _tagged(mp3, an_episode(article), show=Show(site="javascript:alert(1)"))
    assert list(tags["TIT2"].text) == ['<script>alert(1)</script> & "quotes" ]]> [31m gnp.exe']
    assert len(tags["TPE1"].text) == 1
    assert "WPUB" not in tags
    for frame in tags.values():
        for text in getattr(frame, "text", ()):
            assert not set(str(text)) & {"\x00", "\x07", "\x1b", "\u202e"}


def test_an_address_that_is_not_ascii_is_escaped(mp3):
    tags = _tagged(mp3, an_episode(an_article(url="https://news.example/маяк?q=a%20b")))
    assert tags["WOAS"].url == "https://news.example/%D0%BC%D0%B0%D1%8F%D0%BA?q=a%20b"


def test_writing_again_replaces_and_keeps_the_audio(mp3):
    _tagged(mp3, an_episode())
    again = _tagged(mp3, an_episode(an_article(title="New", summary="")))
    assert again["TIT2"].text == ["New"]
    assert "TIT3" not in again
    assert mp3.read_bytes().endswith(AUDIO)
    assert MP3(mp3).info.bitrate == 96000  # type: ignore[attr-defined]  # mutagen's types say None


def test_a_png_cover_is_called_so(mp3):
    assert _tagged(mp3, an_episode(), cover=b"\x89PNG\r\n")["APIC:Cover"].mime == "image/png"


def test_reading_gives_text(mp3):
    assert read_tags(mp3) == {}
    episode = an_episode()
    write_tags(mp3, episode, cover=COVER, show=SHOW)
    tags = read_tags(mp3)
    assert tags["TPE1"] == ("Jo Verne", "Kit Olsen")
    assert tags["TXXX:AI_DISCLOSURE"] == (SENTENCE,)
    assert tags["APIC:Cover"] == (f"image/jpeg, {len(COVER)} bytes",)
    assert tags["CHAP:chp0"][0].endswith("A lamp from the attic")
    assert tags["CTOC:toc"] == ("chp0", "chp1")
    assert tags["WOAS"] == ("https://news.example/coast/lighthouse",)


def test_a_tag_whose_extended_header_is_longer_than_itself_is_told(tmp_path):
    path = tmp_path / "odd.mp3"
    path.write_bytes(b"ID3\x04\x00\x40" + bytes([0, 0, 0, 10]) + bytes([0, 0, 0, 50]) + bytes(100))
    with pytest.raises(RecordingError, match=r"tags of .*odd\.mp3"):
        read_tags(path)
    with pytest.raises(RecordingError, match=r"odd\.mp3 has no readable ID3 tag"):
        contents_of(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(RecordingError, match=r"gone\.mp3"):
        read_tags(tmp_path / "gone.mp3")
    with pytest.raises(RecordingError, match="Can't write"):
        write_tags(tmp_path / "no" / "gone.mp3", an_episode(), cover=b"", show=SHOW)
