from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy import output
from audiofy.errors import OutputError, SettingsError
from audiofy.model import Block, Role
from sample import AUDIO, an_article, an_episode


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Lighthouse to shine again", "lighthouse-to-shine-again"),
        ("Ferry's crew: “We're done”", "ferrys-crew-were-done"),
        ("Маяк знову світить", "mayak-znovu-svitit"),
        ("灯塔重新点亮", "dengtazhongxindianliang"),
        ("🎉🎉", "tada-tada"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-article"),
        ("a" * 300, "a" * 56),
        ("word " * 60, "-".join(["word"] * 11)),
        ("\u202eevil\x00\n", "evil"),
    ],
)
def test_slugs_are_short_ascii(title, slug):
    assert output.slug_of(an_article(title=title)) == slug


def test_an_article_without_a_title_is_called_after_its_first_words():
    article = an_article(title="", blocks=(Block(role=Role.PARAGRAPH, text="Nothing stirred at sea."),))
    assert output.slug_of(article) == "nothing-stirred-at-sea"
    assert output.slug_of(an_article(title="", publisher="", blocks=())) == "article"


@given(st.text(max_size=400))
def test_no_title_leaves_the_folder_of_slugs(title):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", output.slug_of(an_article(title=title)))


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/coast/lighthouse",
        "https://NEWS.example:443/coast/lighthouse/#comments",
        "https://news.example/coast/lighthouse?utm_source=mail&fbclid=abc",
    ],
)
def test_one_article_under_several_addresses_is_one(other, tmp_path):
    folder = output.episode_folder(tmp_path, an_article())
    assert output.episode_folder(tmp_path, an_article(url=other)) == folder
    assert output.guid_of(an_article(url=other)) == output.guid_of(an_article())


def test_addresses_that_differ_in_the_query_are_two(tmp_path):
    one, two = an_article(url="https://news.example/?id=1"), an_article(url="https://news.example/?id=2")
    assert output.episode_folder(tmp_path, one) != output.episode_folder(tmp_path, two)
    assert output.guid_of(one) != output.guid_of(two)


def test_an_address_that_is_none_stays_as_it_is():
    assert output.canonical_url("https://[broken/") == "https://[broken/"
    assert output.canonical_url("https://[2001:db8::1]:8443/a") == "https://[2001:db8::1]:8443/a"


def test_guid_is_the_uuid5_of_the_address():
    from uuid import NAMESPACE_URL, uuid5

    article = an_article()
    assert output.guid_of(article) == uuid5(NAMESPACE_URL, article.url).urn


def _copied(text: str, url: str = "copied.txt", **changes):
    blocks = tuple(Block(role=Role.PARAGRAPH, text=part) for part in text.split("\n"))
    return an_article(url=url, blocks=blocks, **changes)


STORY = "\n".join(
    f"Paragraph {number} tells of the {thing}, which nobody on the island had expected to see that year."
    for number, thing in enumerate(("whale", "storm", "ferry", "harvest", "election", "museum"))
)


def test_the_same_text_from_another_file_is_the_same_article(tmp_path):
    assert output.episode_folder(tmp_path, _copied(STORY)) == output.episode_folder(tmp_path, _copied(STORY, "b.txt"))


def test_a_corrected_text_keeps_folder_and_guid(tmp_path):
    first = _copied(STORY)
    folder = output.episode_folder(tmp_path, first)
    guid = output.guid_of(first, folder)
    output.write_episode(folder, an_episode(first, guid=guid))
    corrected = _copied(STORY.replace("Paragraph 0 tells", "The first paragraph told"))
    assert output.episode_folder(tmp_path, corrected) == folder
    assert output.guid_of(corrected, folder) == guid


def _published(tmp_path, article):
    folder = output.episode_folder(tmp_path, article)
    output.write_episode(folder, an_episode(article, guid=output.guid_of(article, folder)))
    return folder, output.guid_of(article, folder)


@pytest.mark.parametrize("url", ["https://gazette.example/whale", "whale.txt"])
@pytest.mark.parametrize("notes", ["kept", "deleted"])
def test_a_corrected_headline_keeps_folder_and_guid(tmp_path, url, notes):
    first = replace(_copied(STORY), url=url, title="Whale seen", published="2026-03-01")
    folder, guid = _published(tmp_path, first)
    if notes == "deleted":
        shutil.rmtree(tmp_path / ".audiofy")
    second = replace(first, title="Two whales seen", published="2026-03-02")
    if notes == "kept":
        assert output.folder_of(tmp_path, second) == folder
    assert output.episode_folder(tmp_path, second) == folder
    assert output.guid_of(second, folder) == guid


def test_a_file_that_has_another_article_now_gets_a_new_folder(tmp_path):
    folder, guid = _published(tmp_path, replace(_copied(STORY, "today.txt"), title="Whale seen"))
    other = replace(_copied("A dog ran off.\nIt came back at noon.", "today.txt"), title="Dog is back")
    new = output.episode_folder(tmp_path, other)
    assert new != folder
    assert output.guid_of(other, new) != guid


@pytest.mark.parametrize("noted", ["../../elsewhere", "/etc", "", "gone"])
def test_a_note_that_leads_nowhere_is_passed_over(tmp_path, noted):
    article = replace(_copied(STORY), title="Whale seen")
    folder = output.episode_folder(tmp_path, article)
    (tmp_path / output.place_of(article)).write_text(noted)
    assert output.episode_folder(tmp_path, article) == folder


def test_standard_input_is_not_noted(tmp_path):
    assert output.place_of(_copied(STORY, "-")) == ""
    assert output.episode_folder(tmp_path, _copied(STORY, "-")).is_dir()


def test_another_text_with_the_same_title_gets_its_own_folder_and_keeps_it(tmp_path):
    one, two = _copied(STORY), _copied("A dog ran off.\nIt came back at noon.", "dog.txt")
    first, second = output.episode_folder(tmp_path, one), output.episode_folder(tmp_path, two)
    assert second.name.startswith(f"{first.name}-")
    assert output.guid_of(one, first) != output.guid_of(two, second)
    output.release(first)
    assert not first.exists()
    assert output.episode_folder(tmp_path, two) == second


def test_a_folder_with_an_episode_is_not_released(tmp_path):
    folder = output.episode_folder(tmp_path, an_article())
    output.write_episode(folder, an_episode())
    assert [path.name for path in folder.iterdir()] == ["episode.json"]
    output.release(folder)
    assert (folder / "episode.json").exists()


@pytest.fixture
def no_links(monkeypatch):
    """A file system without hard links."""

    def refuse(path, target):
        raise OSError(1, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.parametrize("linked", [True, False])
def test_articles_of_one_title_claim_at_once_without_sharing(tmp_path, request, linked):
    if not linked:
        request.getfixturevalue("no_links")
    articles = [an_article(url=f"https://news.example/{number % 8}") for number in range(32)]
    with ThreadPoolExecutor(8) as pool:
        folders = list(pool.map(lambda article: output.episode_folder(tmp_path, article), articles))
    assert len(set(folders)) == 8
    assert all(folders[number] == folders[number + 8] for number in range(24))
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.usefixtures("no_links")
def test_a_claim_that_another_process_is_still_writing_is_waited_for(tmp_path):
    first = output.episode_folder(tmp_path, an_article())
    written = (first / ".claim").read_bytes()
    (first / ".claim").write_bytes(b"")
    shutil.rmtree(tmp_path / ".audiofy")
    with ThreadPoolExecutor(1) as pool:
        again = pool.submit(output.episode_folder, tmp_path, an_article())
        assert not wait([again], timeout=0.2).done
        (first / ".claim").write_bytes(written)
        assert again.result(timeout=20) == first


@pytest.mark.usefixtures("no_links")
def test_a_claim_that_is_never_written_is_stepped_aside_for(tmp_path, monkeypatch):
    monkeypatch.setattr("audiofy.output.owners._WRITING", 0.0)
    first = output.episode_folder(tmp_path, an_article())
    (first / ".claim").write_bytes(b"")
    assert output.episode_folder(tmp_path, an_article()).name.startswith(f"{first.name}-")


def test_folders_that_go_while_they_are_looked_through_are_passed_over(tmp_path, monkeypatch):
    folder = output.episode_folder(tmp_path, an_article())
    output.write_episode(folder, an_episode())
    (tmp_path / "gone").mkdir()
    scan = os.scandir

    def scandir(path):
        if os.path.basename(path) == "gone":  # noqa: PTH119 - what os.walk hands on is a string
            raise FileNotFoundError(2, "No such file or directory", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert output.episode_folders(tmp_path) == (folder,)


@pytest.mark.parametrize(
    ("layout", "where"),
    [
        ("{year}/{month}/{slug}", "2026/03/lighthouse-to-shine-again"),
        ("{publisher}/{section}-{day}-{slug}", "the-sand-point-gazette/coast-14-lighthouse-to-shine-again"),
        ("{language}/{slug}", "en/lighthouse-to-shine-again"),
    ],
)
def test_layouts(layout, where, tmp_path):
    assert output.episode_folder(tmp_path, an_article(), layout) == tmp_path / where


@pytest.mark.parametrize("layout", ["{colour}/{slug}", "../{slug}", "/{slug}", "{slug}/x", "{", "{slug.upper}"])
def test_wrong_layouts_are_refused(layout, tmp_path):
    with pytest.raises(SettingsError, match="layout"):
        output.episode_folder(tmp_path, an_article(), layout)


def test_an_episode_comes_back_as_it_went_in(tmp_path):
    episode = an_episode()
    output.write_episode(tmp_path / "a", episode)
    assert output.read_episode(tmp_path / "a") == episode
    assert list(output.episodes(tmp_path)) == [(tmp_path / "a", episode)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "damaged"),
        (b'{"schema": 1}', "damaged"),
        (b'{"schema": 99}', "a newer audiofy"),
        (b'{"schema": 0}', "an older audiofy"),
        (b"[" * 100_000, "damaged"),
        (b"\xff\xfe", "damaged"),
    ],
)
def test_a_wrong_episode_file_is_named(content, message, tmp_path):
    (tmp_path / "episode.json").write_bytes(content)
    with pytest.raises(OutputError, match=message) as caught:
        output.read_episode(tmp_path)
    assert caught.value.remedy
    assert output.current(tmp_path, "") is None


def test_a_missing_episode_is_named(tmp_path):
    with pytest.raises(OutputError, match="No such file"):
        output.read_episode(tmp_path)


def test_current_wants_the_fingerprint_and_the_whole_audio(tmp_path):
    episode = an_episode()
    output.write_episode(tmp_path, episode)
    assert output.current(tmp_path, episode.fingerprint) is None
    (tmp_path / episode.recording.audio).write_bytes(AUDIO)
    assert output.current(tmp_path, episode.fingerprint) == episode
    assert output.current(tmp_path, "other") is None
    (tmp_path / episode.recording.audio).write_bytes(AUDIO[:-1])
    assert output.current(tmp_path, episode.fingerprint) is None


def test_json_has_names_seconds_and_dates():
    text = output.encode(an_episode()).decode()
    assert '"published": "2026-03-14T06:30:00+01:00"' in text
    assert '"role": "paragraph"' in text
    assert b"\n" not in output.encode(an_episode(), indent=False)


def _names(folder):
    return [path.name for path in folder.iterdir()]


def test_whole_or_absent(tmp_path):
    path = tmp_path / "deep" / "file.txt"
    output.write_whole(path, b"one")
    with pytest.raises(ZeroDivisionError), output.temporary(path) as part:
        part.write_bytes(b"half" * (1 // 0))
    assert path.read_bytes() == b"one"
    assert _names(path.parent) == ["file.txt"]


def test_a_writer_that_is_killed_leaves_the_old_file(tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")
    code = (
        "import os, pathlib, sys; from audiofy import output\n"
        "with output.temporary(pathlib.Path(sys.argv[1])) as part:\n"
        "    part.write_bytes(b'half'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    assert path.read_bytes() == b"old"
    assert [name for name in _names(tmp_path) if not name.endswith(output.PART_SUFFIX)] == ["file.txt"]


def test_unchanged_files_are_left_alone(tmp_path):
    path = tmp_path / "file.txt"
    assert output.write_if_changed(path, b"one")
    os.utime(path, (1, 1))
    assert not output.write_if_changed(path, b"one")
    assert path.stat().st_mtime == 1
    assert output.write_if_changed(path, b"two")


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"Can't write .*file") as caught:
        output.write_whole(tmp_path / "file" / "inside", b"")
    assert "folder" in caught.value.remedy


def test_a_full_disk_is_named(tmp_path, monkeypatch):
    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="disk is full"):
        output.write_whole(tmp_path / "file", b"x")
    assert not _names(tmp_path)


def test_every_candidate_taken(tmp_path):
    article = an_article()
    folder = output.episode_folder(tmp_path, article)
    other = replace(article, url="https://elsewhere.example/")
    output.write_episode(folder, an_episode(other))
    assert output.episode_folder(tmp_path, article) != folder


def test_what_is_durable_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    done = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("on the disk"), fsync(number)))
    monkeypatch.setattr(os, "replace", lambda *names: (done.append("named"), replace(*names)))
    with output.temporary(tmp_path / "x", durable=True) as part:
        part.write_bytes(b"sound")
    with output.temporary(tmp_path / "y") as part:
        part.write_bytes(b"sound")
    assert done == ["on the disk", "named", "named"]


def test_what_was_retracted_is_known_without_its_note_and_under_another_headline(tmp_path):
    folder = output.episode_folder(tmp_path, an_article())
    output.write_episode(folder, an_episode(article=an_article()))
    output.retract(folder, "It was not true.")
    shutil.rmtree(tmp_path / ".audiofy")
    assert output.episode_folder(tmp_path, an_article(title="Another headline altogether")) == folder


def test_what_systems_keep_on_a_drive_is_passed_over(tmp_path, monkeypatch):
    scan = os.scandir

    def scandir(path):
        if os.path.basename(path) in {"lost+found", "closed"}:  # noqa: PTH119 - what os.walk hands on is a string
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    (tmp_path / "lost+found").mkdir()
    assert output.episode_folders(tmp_path) == ()
    (tmp_path / "closed").mkdir()
    with pytest.raises(OutputError, match=r"Can't read .*closed: Permission denied"):
        output.episode_folders(tmp_path)


def test_no_part_of_a_layout_is_a_device_of_windows(tmp_path):
    article = an_article(publisher="CON", section="Aux")
    folder = output.episode_folder(tmp_path, article, "{publisher}/{section}.{year}/{slug}")
    assert folder.relative_to(tmp_path).parts[:-1] == ("con-", "aux.2026-")
