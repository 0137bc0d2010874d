"""What is unchanged is not made anew, and whatever did change is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audiofy import output
from audiofy.publication import beside, ledger, publish
from gazette import add, settings

LEDGER = ".audiofy/published.json"


@pytest.fixture
def made(monkeypatch):
    """The folders whose pages are made."""
    folders = []
    write = beside.write_beside

    def watched(folder, *rest):
        folders.append(folder.name)
        return write(folder, *rest)

    monkeypatch.setattr("audiofy.publication.site.write_beside", watched)
    return folders


@pytest.fixture
def shelf(tmp_path, made):
    add(tmp_path)
    add(tmp_path, "storm")
    publish(tmp_path, settings=settings())
    made.clear()
    return tmp_path


def test_what_is_unchanged_is_not_made(shelf, made):
    before = (shelf / "feed.xml").read_bytes()
    assert publish(shelf, settings=settings()) == ()
    assert made == []
    assert (shelf / "feed.xml").read_bytes() == before


def _lose(folder):
    (folder / "transcript.srt").unlink()


def _scribble(folder):
    path = folder / "index.html"
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))


def _record_anew(folder):
    add(folder.parent, "storm", title="Storm gone")


@pytest.mark.parametrize("change", [_lose, _scribble, _record_anew])
def test_a_folder_that_changed_is_made_again_and_no_other(shelf, made, change):
    whole = publish(shelf, settings=settings())
    change(shelf / "storm")
    assert whole == ()
    publish(shelf, settings=settings())
    assert made == ["storm"]


def test_other_settings_make_everything_again(shelf, made):
    publish(shelf, settings=settings(), base_url="https://there.example")
    assert sorted(made) == ["lighthouse", "storm"]
    assert "https://there.example/storm/" in (shelf / "storm" / "index.html").read_text("utf-8")


def test_other_templates_make_everything_again(shelf, made, monkeypatch):
    monkeypatch.setattr(ledger, "_room", lambda: "of tomorrow")
    publish(shelf, settings=settings())
    assert sorted(made) == ["lighthouse", "storm"]


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"storm": 1}', None])
def test_the_ledger_may_be_lost_or_damaged(shelf, made, content):
    path = shelf / LEDGER
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert publish(shelf, settings=settings()) == ()
    assert sorted(made) == ["lighthouse", "storm"]
    made.clear()
    publish(shelf, settings=settings())
    assert made == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_ledger_that_can_not_be_written_only_costs_time(shelf, made):
    (shelf / ".audiofy").chmod(0o500)
    add(shelf, "fog")
    publish(shelf, settings=settings())
    assert made == ["fog"]


def test_what_is_gone_is_forgotten(shelf):
    output.retract(shelf / "storm", "Wrong.")
    publish(shelf, settings=settings())
    assert list(output.decode((shelf / LEDGER).read_bytes(), dict[str, str])) == ["lighthouse"]


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_a_link_that_leads_nowhere_does_not_keep_a_show_from_being_published(shelf):
    (shelf / "storm" / "cover.png").symlink_to("nowhere")
    assert publish(shelf, settings=settings()) == ()


def test_files_of_others_are_left_alone(shelf):
    names = ("archive-2019.html", "show-and-tell.html", "feed-notes.xml")
    for name in names:
        (shelf / name).write_text("<p>Mine.</p>")
    stale = shelf / "archive-7.xml"
    stale.write_bytes((shelf / "feed.xml").read_bytes())
    page = shelf / "show-gone.html"
    page.write_bytes((shelf / "index.html").read_bytes())
    publish(shelf, settings=settings())
    assert all((shelf / name).read_text() == "<p>Mine.</p>" for name in names)
    assert not stale.exists()
    assert not page.exists()


def test_the_key_follows_from_the_files_of_the_room():
    files = {path.name for path in Path(ledger.__file__).parent.iterdir() if path.is_file()}
    assert {"page.css", "page.js", "page.html", "labels.toml", "transcript.py"} <= files
    assert len(ledger._room()) == 64
