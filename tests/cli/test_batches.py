"""Batches on the command line: convert with many sources, status, clean and watch."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.fixture
def articles(studio, article):
    text = article.read_text(encoding="utf-8")
    folder = studio / "news"
    folder.mkdir()
    for word in ("ferry", "tram", "coach"):
        path = folder / f"{word}.txt"
        path.write_text(text.replace("Ferry", word.title()).replace("ferry", word), encoding="utf-8")
    return folder


def test_a_folder_is_converted_and_reported(audiofy, articles, studio):
    code, out, err = audiofy("convert", "news")
    assert code == 0
    assert len(out.splitlines()) == 3
    assert all((studio / line).is_file() for line in out.splitlines())
    assert "3 made, 0 up to date, 0 failed" in err
    report = json.loads((studio / "output/.audiofy/report.json").read_text())
    assert report["made"] == 3
    assert "audiofy report" in (studio / "output/.audiofy/report.html").read_text()
    code, again, err = audiofy("convert", "news", "--json")
    events = [json.loads(line)["event"] for line in again.splitlines()]
    assert (events.count("done"), events[-1]) == (3, "ended")
    assert "0 made, 3 up to date" in err


def test_events_tell_a_program_how_a_run_goes(audiofy, articles, studio, monkeypatch):
    monkeypatch.setattr("audiofy.cli.events.PROGRESS_EVERY", 0.0)
    code, out, _ = audiofy("convert", "news", "nowhere.txt", "--on", "local:2", "--json")
    events = [json.loads(line) for line in out.splitlines()]
    begun = [event for event in events if event["event"] == "begun"]
    assert code == 9
    assert sorted(event["number"] for event in begun) == [1, 2, 3, 4]
    assert {event["slot"] for event in begun} <= {1, 2}
    for ended in (event for event in events if event["event"] in {"done", "failed"}):
        assert events.index(next(event for event in begun if event["source"] == ended["source"])) < events.index(ended)
    progress = [event for event in events if event["event"] == "progress"]
    assert progress[-1]["total"] == 4
    assert [event["total"] for event in progress] == sorted(event["total"] for event in progress)
    assert (events[-1]["event"], events[-1]["made"], events[-1]["failed"]) == ("ended", 3, 1)


def test_a_single_article_is_a_single_event(audiofy, articles):
    _, out, _ = audiofy("convert", "news/tram.txt", "--json")
    assert [json.loads(line)["event"] for line in out.splitlines()] == ["done"]


def test_what_was_retracted_is_no_failure_of_a_batch(audiofy, articles, studio):
    _, out, _ = audiofy("convert", "news")
    gone = (studio / next(line for line in out.splitlines() if "tram" in line)).parent
    assert audiofy("retract", gone, "--reason", "The tram was sold.")[0] == 0
    code, out, err = audiofy("convert", "news", "--fail-fast")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "was retracted on" in err
    assert "0 made, 2 up to date, 1 retracted, 0 failed" in err
    report = json.loads((studio / "output/.audiofy/report.json").read_text())
    (item,) = (item for item in report["sources"] if item["became"] == "retracted")
    assert (item["why"], item["retracted"][:2]) == ("The tram was sold.", "20")
    (event,) = (json.loads(line) for line in audiofy("convert", "news", "--json")[1].splitlines() if "sold" in line)
    assert (event["event"], event["reason"], event["when"]) == ("retracted", "The tram was sold.", item["retracted"])
    assert "keep\tnews/tram.txt\tretracted: The tram was sold." in audiofy("convert", "news", "--dry-run")[1]
    assert audiofy("watch", "news", "--once") == (0, "", "")
    assert "Retracted: 1\n" in audiofy("status")[1]


def test_a_dry_run_prints_a_plan(audiofy, articles, studio):
    code, out, err = audiofy("convert", "--from", "-", "--dry-run", stdin=b"news/ferry.txt\nnews/tram.txt\n")
    assert (code, out) == (0, "make\tnews/ferry.txt\tnew\nmake\tnews/tram.txt\tnew\n")
    assert "of audio" in err
    assert not (studio / "output").exists()


def test_convert_of_nothing_is_a_usage_error(audiofy, studio):
    assert audiofy("convert")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--on", "moon"], "moon"), (["--max-failures", "lots"], "lots"), (["--from", "no.csv"], "no.csv")],
)
def test_wrong_terms_are_said(audiofy, articles, arguments, said):
    code, _, err = audiofy("convert", "news", *arguments)
    assert code in {2, 4}
    assert said in err


def test_somebody_is_told_at_the_end(audiofy, articles, studio):
    code = "import sys; open('told.json', 'wb').write(sys.stdin.buffer.read())"
    assert audiofy("convert", "news", "--notify", f'"{sys.executable}" -c "{code}"')[0] == 0
    assert json.loads((studio / "told.json").read_text())["made"] == 3


def test_status_and_clean(audiofy, articles, studio):
    audiofy("convert", "news", "nowhere.txt")
    (articles / "tram.txt").unlink()
    code, out, _ = audiofy("status")
    assert code == 0
    assert "Done: 3 episodes" in out
    assert "Failed: 1\n  nowhere.txt:" in out
    assert "Orphaned: 1" in out
    assert json.loads(audiofy("status", "--json")[1])["done"] == 3
    code, out, err = audiofy("clean", "--yes")
    assert (code, err) == (0, "Removed 1.\n")
    assert "its source news/tram.txt is gone" in out
    assert len(list((studio / "output").glob("*/episode.json"))) == 2
    assert "Nothing to clean" in audiofy("clean", "--yes")[2]


def test_clean_asks_first(audiofy, articles, studio):
    audiofy("convert", "news")
    (articles / "tram.txt").unlink()
    assert audiofy("clean", stdin=b"n\n")[0] == 1
    assert len(list((studio / "output").glob("*/episode.json"))) == 3


def test_one_round_of_watching_prints_only_news(audiofy, articles):
    code, out, _ = audiofy("watch", "news", "--once")
    assert (code, len(out.splitlines())) == (0, 3)
    assert audiofy("watch", "news", "--once")[1] == ""


@pytest.mark.parametrize("every", ["soon", "0s", "10"])
def test_a_wrong_interval_is_said(audiofy, articles, every):
    code, _, err = audiofy("watch", "news", "--every", every)
    assert code == 2
    assert every in err


def start(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "audiofy", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_watching_goes_on_and_stops_when_told(articles, studio):
    process = start("watch", "news", "--every", "1s", "-o", "output")
    assert process.stdout
    for _ in range(3):
        assert process.stdout.readline().endswith(".mp3\n")
    text = (articles / "tram.txt").read_text(encoding="utf-8")
    (articles / "barge.txt").write_text(text.replace("Tram", "Barge").replace("tram", "barge"), encoding="utf-8")
    assert "barge" in process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    _, _ = process.communicate(timeout=20)
    assert process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_ctrl_c_finishes_what_is_in_hand(articles, studio):
    text = (articles / "tram.txt").read_text(encoding="utf-8")
    for number in range(60):
        name = f"tram number {number}"
        (articles / f"t{number}.txt").write_text(text.replace("Tram", name).replace("tram", name), encoding="utf-8")
    process = start("convert", "news", "--on", "local:1")
    assert process.stdout
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Finishing the articles in hand" in err
    made = list(Path("output").glob("*/episode.json"))
    assert len(made) == len(out.splitlines()) + 1 < 60
    assert not list(Path("output").rglob("*.part"))
    time.sleep(0.1)
    assert json.loads(Path("output/.audiofy/report.json").read_text())["stopped"] == "Ctrl-C"
