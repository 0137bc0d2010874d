from __future__ import annotations

import subprocess
import sys
import urllib.request

import pytest

from audiofy.cli import run
from gazette import SETTINGS, add


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audiofy.toml").write_text(SETTINGS)
    add(tmp_path / "output")
    return tmp_path


def _run(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["audiofy", *map(str, arguments)])
    code = run()
    return code, *capsys.readouterr()


def test_publish_prints_what_it_wrote(shelf, monkeypatch, capsys):
    code, out, err = _run(monkeypatch, capsys, "publish")
    assert (code, err) == (0, "")
    assert "output/feed.xml" in out.splitlines()
    code, out, err = _run(monkeypatch, capsys, "publish")
    assert (code, out) == (0, "")
    assert "nothing has changed" in err


def test_publish_takes_another_address(shelf, monkeypatch, capsys):
    assert _run(monkeypatch, capsys, "publish", "output", "--base-url", "https://there.example")[0] == 0
    assert "https://there.example/lighthouse/lighthouse.mp3" in (shelf / "output" / "feed.xml").read_text("utf-8")


def test_missing_settings_exit_with_3(shelf, monkeypatch, capsys):
    (shelf / "audiofy.toml").write_text("")
    code, _, err = _run(monkeypatch, capsys, "publish")
    assert code == 3
    assert "show.title" in err
    assert "show.description" in err


def test_missing_audio_exits_with_7(shelf, monkeypatch, capsys):
    (shelf / "output" / "lighthouse" / "lighthouse.mp3").unlink()
    code, _, err = _run(monkeypatch, capsys, "publish")
    assert code == 7
    assert "lighthouse.mp3" in err


def test_what_is_left_out_is_told_and_exits_with_9_when_the_rest_is_done(shelf, monkeypatch, capsys):
    add(shelf / "output", "storm")
    (shelf / "output" / "lighthouse" / "lighthouse.mp3").unlink()
    code, out, err = _run(monkeypatch, capsys, "publish")
    assert code == 9
    assert "output/feed.xml" in out.splitlines()
    assert "lighthouse.mp3 can't be published" in err
    assert "1 episode was left out" in err


def test_one_book(shelf, monkeypatch, capsys):
    code, out, _ = _run(monkeypatch, capsys, "publish", "--book", "day.epub", "--day", "2026-03-14")
    assert (code, out) == (0, "day.epub\n")
    assert (shelf / "day.epub").is_file()
    assert _run(monkeypatch, capsys, "publish", "--day", "2026-03-14")[0] == 2
    assert _run(monkeypatch, capsys, "publish", "--book", "day.epub", "--day", "20")[0] == 2


def test_uploading_where_nobody_knows_exits_with_7(shelf, monkeypatch, capsys):
    code, _, err = _run(monkeypatch, capsys, "publish", "--to", "gopher://x")
    assert code == 7
    assert "gopher://x" in err


def test_serve_prints_its_address_and_serves(shelf):
    command = [sys.executable, "-m", "audiofy", "serve", "output", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=shelf) as server:
        assert server.stdout is not None
        try:
            address = server.stdout.readline().strip()
            with urllib.request.urlopen(f"{address}lighthouse/lighthouse.mp3") as answer:
                assert answer.headers["Content-Type"] == "audio/mpeg"
        finally:
            server.terminate()


@pytest.fixture
def sent(monkeypatch):
    """What an upload was asked for; two files are there that are no longer published."""
    asked = []

    def upload(_root, target, *, delete, on_file, on_gone):
        asked.append((target, delete))
        on_file("feed.xml")
        for name in ("storm/index.html", "storm/storm.mp3"):
            on_gone(name)
        return ("feed.xml",)

    monkeypatch.setattr("audiofy.publication.upload", upload, raising=False)
    return asked


def test_an_upload_says_what_is_no_longer_published(shelf, monkeypatch, capsys, sent):
    code, _, err = _run(monkeypatch, capsys, "publish", "--to", "s3://there")
    assert (code, sent) == (0, [("s3://there", False)])
    assert "no longer published: storm/storm.mp3" in err
    assert "2 files at s3://there are no longer published; --delete removes them" in err


def test_an_upload_removes_what_is_no_longer_published_if_asked(shelf, monkeypatch, capsys, sent):
    code, _, err = _run(monkeypatch, capsys, "publish", "--to", "s3://there", "--delete")
    assert (code, sent) == (0, [("s3://there", True)])
    assert "removed: storm/storm.mp3" in err
    assert "removes them" not in err
    assert _run(monkeypatch, capsys, "publish", "--delete")[0] == 2


def test_what_is_published_is_uploaded_though_an_episode_was_left_out(shelf, monkeypatch, capsys, sent):
    add(shelf / "output", "storm")
    (shelf / "output" / "lighthouse" / "lighthouse.mp3").unlink()
    assert _run(monkeypatch, capsys, "publish", "--to", "s3://there")[0] == 9
    assert sent == [("s3://there", False)]
