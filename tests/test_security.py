"""What strangers can put before audiofy, and what must not come of it. docs/security.md says which test shows what."""

import os
import re
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from audiofy import output
from audiofy.audit import Level
from audiofy.audit.evidence.feeds import read_feed
from audiofy.audit.evidence.shelf import Shelf
from audiofy.audit.evidence.tags import read_tags
from audiofy.audit.evidence.transcripts import read_transcript
from audiofy.audit.finding import Examined, Finding, Unavailable
from audiofy.audit.report import as_junit, as_text
from audiofy.cli.credentials import _told
from audiofy.errors import LexiconError
from audiofy.model import Credential
from audiofy.script.lexicon.files import from_pls
from sample import AUDIO, an_article, an_episode

ROOT = Path(__file__).parents[1]

BOMB = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10 if number else "ha"}">' for number in range(12))


@pytest.mark.parametrize("entities", [BOMB, '<!ENTITY e11 SYSTEM "file:///etc/hostname">'])
def test_a_feed_unfolds_no_entities(entities):
    text = f"<!DOCTYPE rss [{entities}]><rss><channel><title>&e11;</title><item><title>a</title></item></channel></rss>"
    try:
        found = read_feed(text.encode())
    except ValueError:
        return
    assert len(found.title) < 100
    assert found.items[0].title == "a"


@pytest.mark.parametrize("entities", [BOMB, '<!ENTITY e11 SYSTEM "file:///etc/hostname">'])
def test_a_lexicon_unfolds_no_entities(entities):
    text = (
        f'<!DOCTYPE lexicon [{entities}]><lexicon version="1.0" alphabet="ipa" xml:lang="en" '
        'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"><lexeme><grapheme>a</grapheme>'
        "<alias>&e11;</alias></lexeme></lexicon>"
    )
    with pytest.raises(LexiconError):
        from_pls(text.encode(), "hostile.pls")


def test_a_transcript_reads_no_other_file():
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>one &x; two</p>'
    assert "&x;" in read_transcript("transcript.html", page).text


@pytest.mark.parametrize(
    "address",
    [
        "https://cdn.example/../secret",
        "https://cdn.example/%2e%2e/secret",
        "https://cdn.example/a/..%2f..%2fsecret",
        "https://cdn.example/..\\secret",
        "https://cdn.example/secret%00.mp3",
        "file:///etc/../etc/hostname",
    ],
)
def test_no_address_leads_out_of_the_folder(tmp_path, address):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "output").mkdir()
    assert Shelf(tmp_path / "output", None).file_of(address) is None


def test_retracting_follows_no_links_and_leaves_folders_alone(tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("mine")
    folder = tmp_path / "output" / "lighthouse"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / output.EPISODE_FILE).write_text("another")
    output.write_episode(folder, an_episode())
    if os.name != "nt":
        (folder / "link").symlink_to(precious)
        (folder / "link2").symlink_to(precious / "file")
    output.retract(folder, "It was not true.")
    assert (precious / "file").read_text() == "mine"
    assert (folder / "inner" / output.EPISODE_FILE).exists()
    assert {path.name for path in folder.iterdir()} - {"inner"} == output.KEPT_OF_RETRACTED


HOSTILE = "a\x1b]0;owned\x07\x1b[2Jb\u202ec\x00<&>]]>\ud800"

FINDING = Finding(check="x", family="f", file=HOSTILE, what=HOSTILE, why="W.", remedy="R.")
EXAMINED = Examined(subject=HOSTILE, made=("x",), skipped=(("y", HOSTILE),), findings=(FINDING,))


def test_a_report_never_steers_a_terminal():
    text = as_text([EXAMINED])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e\ud800]", text)


def test_junit_is_xml_whatever_is_in_it():
    from xml.etree import ElementTree as ET

    notice = replace(FINDING, level=Level.NOTICE, check="z")
    for findings in ((FINDING,), (notice,), (FINDING, notice), ()):
        root = ET.fromstring(as_junit([replace(EXAMINED, made=("x", "z"), findings=findings)]))
        suite = root[0]
        assert (suite.get("tests"), suite.get("skipped")) == ("3", "1")
        assert suite.get("failures") == str(int(FINDING in findings))


def test_what_a_stranger_signed_never_steers_a_terminal():
    credential = Credential(state="valid", signer=HOSTILE, organisation=HOSTILE, title=HOSTILE, problems=(HOSTILE,))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e\ud800]", _told(credential))


def test_an_episode_cannot_name_audio_elsewhere(tmp_path):
    from audiofy.audit import verify

    folder = tmp_path / "lighthouse"
    folder.mkdir()
    episode = an_episode()
    (tmp_path / "outside.mp3").write_bytes(b"x")
    output.write_episode(folder, replace(episode, recording=replace(episode.recording, audio="../outside.mp3")))
    assert "audio-name" in {finding.check for finding in verify(folder)}


@pytest.mark.parametrize(("version", "flags"), [(4, b"\x00\x09"), (4, b"\x00\x08"), (3, b"\x00\x80")])
@pytest.mark.parametrize("inside", ["", "chapter"])
@pytest.mark.parametrize("unsynchronised", [False, True])
def test_a_packed_frame_is_not_unpacked(tmp_path, version, flags, inside, unsynchronised):
    packed = zlib.compress(b"\3" + bytes(50_000_000))
    data = (50_000_001).to_bytes(4) + packed
    frame = b"TIT2" + _id3_size(len(data), version) + flags + data
    if inside:
        frame = b"a\0" + bytes(16) + frame
        frame = b"CHAP" + _id3_size(len(frame), version) + b"\0\0" + frame
    if unsynchronised:
        frame = frame.replace(b"\xff", b"\xff\x00")
    path = tmp_path / "bomb.mp3"
    head = b"ID3" + bytes([version, 0, 0x80 * unsynchronised])
    path.write_bytes(head + _id3_size(len(frame), 4) + frame + AUDIO)
    tracemalloc.start()
    with pytest.raises(Unavailable, match="packed frames"):
        read_tags(path)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def _id3_size(size, version):
    return size.to_bytes(4) if version == 3 else bytes(size >> 7 * place & 0x7F for place in (3, 2, 1, 0))


def test_the_tombstone_publishes_no_local_path(tmp_path):
    article = an_article(url="/home/jo/drafts/lighthouse.txt")
    output.write_episode(tmp_path, an_episode(article))
    assert output.retract(tmp_path, "Sorry.").url == ""
    assert b"/home/jo" not in (tmp_path / output.TOMBSTONE_FILE).read_bytes()


def test_the_threat_model_names_tests_that_are_there():
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (ROOT / "docs" / "security.md").read_text(encoding="utf-8"))
    assert len(named) >= 25
    missing = [f"{path}::{name}" for path, name in named if not _there(path, name)]
    assert not missing


def _there(path, name):
    file = ROOT / path
    return file.is_file() and re.search(rf"^ *def {name}\(", file.read_text(encoding="utf-8"), re.MULTILINE)
