from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from audiofy import output
from audiofy.cover import cover, measure
from audiofy.errors import PublishingError, SettingsError, SomeFailedError
from audiofy.publication import publish
from audiofy.settings import decode
from gazette import add, add_copy, settings
from sample import AUDIO

BESIDE = {
    "chapters.json",
    "episode.json",
    "index.html",
    "lighthouse.epub",
    "lighthouse.mp3",
    "oembed.json",
    "player.html",
    "transcript.html",
    "transcript.json",
    "transcript.srt",
    "transcript.txt",
    "transcript.vtt",
}


def _with_show(text):
    from gazette import SETTINGS

    return decode(SETTINGS.replace("[show]\n", f"[show]\n{text}\n").encode())


def test_one_run_makes_all_forms(tmp_path):
    folder = add(tmp_path)
    written = publish(tmp_path, settings=settings())
    assert {path.name for path in folder.iterdir()} == BESIDE
    assert {path.name for path in tmp_path.iterdir()} == {
        ".audiofy",
        "cover.jpg",
        "embed.js",
        "feed.xml",
        "index.html",
        "lighthouse",
    }
    assert {path.name for path in written} == BESIDE - {"episode.json", "lighthouse.mp3"} | {
        "cover.jpg",
        "embed.js",
        "feed.xml",
    }


def test_a_second_run_writes_nothing(tmp_path):
    add(tmp_path)
    publish(tmp_path, settings=settings())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert publish(tmp_path, settings=settings()) == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_changed_is_written(tmp_path):
    add(tmp_path)
    add(tmp_path, "storm")
    publish(tmp_path, settings=settings())
    add(tmp_path, "storm", title="Storm gone")
    written = {path.relative_to(tmp_path).as_posix() for path in publish(tmp_path, settings=settings())}
    assert {"storm/index.html", "storm/transcript.vtt", "storm/storm.epub", "feed.xml", "index.html"} <= written
    assert not {name for name in written if name.startswith("lighthouse/")}


def test_files_that_were_lost_come_back(tmp_path):
    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    (folder / "transcript.srt").unlink()
    (folder / "lighthouse.epub").write_bytes(b"torn")
    assert {path.name for path in publish(tmp_path, settings=settings())} == {"transcript.srt", "lighthouse.epub"}


def test_books_and_chapters_go_when_they_are_no_more(tmp_path):
    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    add(tmp_path, blocks=())
    publish(tmp_path, settings=_with_show("books = false"))
    assert {path.name for path in folder.iterdir()} == BESIDE - {"lighthouse.epub", "chapters.json"}


def test_two_runs_at_once_dont_hurt(tmp_path):
    for number in range(6):
        add(tmp_path, f"e{number}")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: publish(tmp_path, settings=settings()), range(4)))
    assert publish(tmp_path, settings=settings()) == ()
    assert not list(tmp_path.rglob("*.part"))


def _cut_audio(folder):
    (folder / "lighthouse.mp3").write_bytes(AUDIO[:-1])


def _lose_audio(folder):
    (folder / "lighthouse.mp3").unlink()


def _lose_copy(folder):
    add_copy(folder)
    (folder / "lighthouse.web.mp3").unlink()


def _tear(folder):
    (folder / "episode.json").write_bytes(b'{"schema": 1, "slug": ')


def _lead_out(folder):
    episode = output.read_episode(folder)
    output.write_episode(folder, replace(episode, recording=replace(episode.recording, audio="../storm/storm.mp3")))


@pytest.mark.parametrize("damage", [_cut_audio, _lose_audio, _lose_copy, _tear, _lead_out])
def test_an_episode_that_is_damaged_is_left_out_and_named(tmp_path, damage):
    folder = add(tmp_path)
    add(tmp_path, "storm", title="Storm over the coast")
    damage(folder)
    faults = []
    written = publish(tmp_path, settings=settings(), on_left_out=faults.append)
    assert len(faults) == 1
    assert "lighthouse" in str(faults[0])
    assert tmp_path / "storm" / "index.html" in written
    feed = (tmp_path / "feed.xml").read_text()
    assert "storm/storm.mp3" in feed
    assert "lighthouse.mp3" not in feed


def test_who_does_not_ask_what_is_left_out_gets_an_error_when_all_else_is_done(tmp_path):
    _cut_audio(add(tmp_path))
    add(tmp_path, "storm")
    with pytest.raises(SomeFailedError, match=r"1 episode was left out: .*lighthouse\.mp3") as caught:
        publish(tmp_path, settings=settings())
    assert caught.value.exit_code == 9
    assert (tmp_path / "feed.xml").is_file()


def test_if_nothing_can_be_published_the_feed_stays(tmp_path):
    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    before = (tmp_path / "feed.xml").read_bytes()
    _lose_audio(folder)
    with pytest.raises(PublishingError, match=r"lighthouse\.mp3"):
        publish(tmp_path, settings=settings())
    assert (tmp_path / "feed.xml").read_bytes() == before


def test_what_is_half_retracted_is_not_published(tmp_path):
    folder = add(tmp_path)
    add(tmp_path, "storm")
    kept = (folder / "episode.json").read_bytes()
    output.retract(folder, "Wrong.")
    (folder / "episode.json").write_bytes(kept)
    publish(tmp_path, settings=settings())
    assert "lighthouse.mp3" not in (tmp_path / "feed.xml").read_text()


def test_the_folder_of_an_episode_is_no_output_folder(tmp_path):
    folder = add(tmp_path)
    publish(tmp_path, settings=settings())
    page = (folder / "index.html").read_bytes()
    with pytest.raises(PublishingError, match="folder of one episode"):
        publish(folder, settings=settings())
    assert (folder / "index.html").read_bytes() == page


def test_no_folder_and_no_settings_are_named(tmp_path):
    with pytest.raises(PublishingError, match="no folder"):
        publish(tmp_path / "gone", settings=settings())
    with pytest.raises(SettingsError, match=r"show\.title"):
        publish(tmp_path)


def test_an_empty_folder_has_an_empty_feed(tmp_path):
    publish(tmp_path, settings=settings())
    assert "<item>" not in (tmp_path / "feed.xml").read_text("utf-8")


def test_the_default_cover_meets_apples_sizes(tmp_path):
    publish(tmp_path, settings=settings())
    assert measure((tmp_path / "cover.jpg").read_bytes()) == ("JPEG", 1400, 1400)


def test_a_cover_of_ones_own_is_copied_and_checked(tmp_path):
    from PIL import Image

    mine, small = tmp_path / "mine.jpg", tmp_path / "small.png"
    mine.write_bytes(cover("Mine"))
    Image.new("RGB", (1000, 1000)).save(small)
    out = tmp_path / "out"
    add(out)
    publish(out, settings=_with_show(f"image = '{mine}'"))
    assert (out / "cover.jpg").read_bytes() == mine.read_bytes()
    with pytest.raises(SettingsError, match="1000 x 1000 PNG"):
        publish(out, settings=_with_show(f"image = '{small}'"))
    with pytest.raises(SettingsError, match="Can't read the cover"):
        publish(out, settings=_with_show("image = 'gone.jpg'"))
    publish(out, settings=_with_show("image = 'https://img.example/c.png'"))
    assert 'href="https://img.example/c.png"' in (out / "feed.xml").read_text("utf-8")
    (tmp_path / "text.jpg").write_text("no picture")
    with pytest.raises(SettingsError, match="of no known kind"):
        publish(out, settings=_with_show(f"image = '{tmp_path / 'text.jpg'}'"))


def test_layouts_with_folders_are_linked_right(tmp_path):
    add(tmp_path / "2026" / "03")
    publish(tmp_path, settings=settings())
    page = (tmp_path / "2026" / "03" / "lighthouse" / "index.html").read_text("utf-8")
    assert 'href="../../../index.html"' in page
    assert "https://news.example/audio/2026/03/lighthouse/lighthouse.mp3" in (tmp_path / "feed.xml").read_text("utf-8")


def test_publishing_imports_no_audio_library(tmp_path):
    add(tmp_path)
    code = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'mutagen', 'pydub', 'lameenc', 'numpy', 'pyttsx3', 'soxr', 'pyloudnorm'}:\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "from audiofy import publish\n"
        "from gazette import settings\n"
        "print(len(publish(sys.argv[1], settings=settings())))\n"
    )
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": tests},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert int(done.stdout) > 10
