"""What the command line says when something is wrong: what it was, where, and a remedy that fits."""

import os
import signal
import subprocess
import sys

import pytest

from audiofy.cli import console
from audiofy.cli.console import listed, many, table
from audiofy.settings import choices


def test_watch_works_from_a_list_alone(audiofy, studio, article):
    studio.joinpath("list.txt").write_text("ferry.txt\n")
    code, out, err = audiofy("watch", "--from", "list.txt", "--once")
    assert (code, err) == (0, "")
    assert out.startswith("output/ferry-to-run")
    code, _, err = audiofy("watch")
    assert code == 2
    assert "nothing to watch" in err


def test_a_failure_of_a_batch_names_its_source_first(audiofy, studio, article):
    studio.joinpath("list.csv").write_text("source,voice\nferry.txt,morgna\nnowhere.txt,\n")
    code, _, err = audiofy("convert", "--from", "list.csv")
    assert code == 9
    assert "audiofy: ferry.txt: There is no voice called 'morgna'.\n  See `audiofy voices`.\n" in err
    assert "audiofy: nowhere.txt: There is no file nowhere.txt.\n  Check the path.\n" in err
    assert err.endswith("audiofy: All 2 articles failed.\n")


def test_a_failure_alone_has_its_remedy_on_a_line_of_its_own(audiofy, studio):
    assert audiofy("convert", "nowhere.txt")[2] == "audiofy: There is no file nowhere.txt.\n  Check the path.\n"


@pytest.mark.parametrize("source", ["www.example.org/story", "ftp://example.org/story"])
def test_what_looks_like_an_address_is_told_how_one_begins(audiofy, studio, source):
    code, _, err = audiofy("convert", source)
    assert code == 4
    assert err.endswith("  An address begins with https:// or http://.\n")


def test_remedies_fit(audiofy, studio):
    studio.joinpath("empty").mkdir()
    studio.joinpath("chrome.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert "audiofy: There is no article in the folder empty.\n  Articles end in " in audiofy("convert", "empty")[2]
    assert "`audiofy read chrome.html --explain`" in audiofy("convert", "chrome.html")[2]
    assert "--host" in audiofy("serve", ".", "--host", "192.0.2.1")[2]


def test_files_are_written_in_the_form_that_their_names_promise(audiofy, studio):
    assert audiofy("say", "One.", "-o", "x.wav")[0] == 2
    assert audiofy("voices", "audition", "anchor", "-o", "x.wav")[0] == 2
    code, _, err = audiofy("publish", ".", "--book", "b.pdf")
    assert code == 2
    assert err == "audiofy: --book writes an EPUB, so 'b.pdf' can't be its name.\n  Name it b.epub.\n"
    assert not studio.joinpath("x.wav").exists()
    code, out, _ = audiofy("say", "One.", "-o", "x.mp3")
    assert (code, out.splitlines()[-1]) == (0, "x.mp3")
    assert audiofy("say", "  ")[0] == 2


def test_numbers_and_names_in_words():
    assert [many(number, "episode") for number in (0, 1, 2)] == ["0 episodes", "1 episode", "2 episodes"]
    assert [listed(names) for names in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]


def test_a_list_that_is_an_article_is_refused_once(audiofy, studio, article):
    code, out, err = audiofy("convert", "--from", article)
    assert (code, out, err.count("audiofy:")) == (4, "", 1)
    assert "Nothing in the list" in err
    assert "leave out --from" in err
    studio.joinpath("gone.txt").write_text("a\nb\n")  # a list, though of what is not there
    assert audiofy("convert", "--from", "gone.txt")[2].count("There is no file") == 2


def test_names_are_suggested_for_what_a_folder_holds(audiofy, studio, article):
    folder = studio / "news"
    folder.mkdir()
    article.rename(folder / "one.txt")
    code, out, _ = audiofy("lexicon", "suggest", "news")
    assert code == 0
    assert "Bo Ray\talias" in out


@pytest.mark.parametrize("columns", [40, 80])
def test_a_table_fits_the_terminal(columns, monkeypatch):
    monkeypatch.setattr(console, "width", lambda: columns)
    lines = table([("found", "what"), ("yes", "a word or two " * 12), ("no", "")]).splitlines()
    assert max(map(len, lines)) <= columns
    assert (lines[0], lines[-1]) == ("found  what", "no")
    assert " ".join(" ".join(line[7:] for line in lines[1:-1]).split()) == ("a word or two " * 12).strip()


def test_the_values_of_a_setting_are_known():
    assert choices("cast.quotes") == ("voice", "tone", "spoken", "plain")
    assert choices("audio.also") == ("podcast", "web")
    assert choices("output") == ()


def test_doctor_names_every_extra(audiofy, studio):
    out = audiofy("doctor")[1]
    assert [name for name in ("c2pa", "cloud", "dask", "docx", "pdf") if f"extra {name}" in out] == [
        "c2pa",
        "cloud",
        "dask",
        "docx",
        "pdf",
    ]


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_serve_ends_well_when_it_is_told_to(studio):
    command = [sys.executable, "-P", "-m", "audiofy", "serve", ".", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        server.send_signal(signal.SIGTERM)
        assert server.communicate(timeout=20) == ("", "")
    assert server.returncode == 0
