"""The main job on the command line: paths on stdout, people's news on stderr, exit codes as documented."""

import json
import os
import stat

import pytest


def test_an_article_becomes_an_episode(audiofy, article):
    code, out, err = audiofy("convert", article)
    assert (code, err) == (0, "")
    (path,) = out.splitlines()
    assert path == "output/ferry-to-run-through-the-winter/ferry-to-run-through-the-winter.mp3"
    folder = article.parent / "output" / "ferry-to-run-through-the-winter"
    assert {file.name for file in folder.iterdir()} == {
        "ferry-to-run-through-the-winter.mp3",
        "episode.json",
        "transcript.vtt",
    }
    episode = json.loads((folder / "episode.json").read_text(encoding="utf-8"))
    assert episode["article"]["title"] == "Ferry to run through the winter"
    assert [line["speaker"] for line in episode["lines"] if line["kind"] == "quote"] == ["Bo Ray"]
    assert episode["lines"][0]["text"] == "This audio is created with AI assistance."
    assert episode["recording"]["size"] == (folder / "ferry-to-run-through-the-winter.mp3").stat().st_size
    assert episode["cues"][-1]["end"] == episode["recording"]["duration"]


def test_a_second_run_makes_nothing_and_says_so(audiofy, article):
    _, first, _ = audiofy("convert", article)
    before = (article.parent / first.strip()).stat().st_mtime_ns
    code, second, err = audiofy("convert", article)
    assert (code, second) == (0, first)
    assert "up to date" in err
    assert (article.parent / first.strip()).stat().st_mtime_ns == before
    audiofy("convert", article, "--force")
    assert (article.parent / first.strip()).stat().st_mtime_ns != before


def test_a_change_of_settings_makes_it_again(audiofy, article):
    audiofy("convert", article)
    code, _, err = audiofy("convert", article, "--disclosure", "both")
    assert (code, err) == (0, "")


def test_json_is_an_outcome_a_line(audiofy, article):
    code, out, _ = audiofy("convert", article, "nowhere.txt", "--json")
    done, failed = (event for event in map(json.loads, out.splitlines()) if event["event"] in {"done", "failed"})
    assert code == 9
    assert done["fresh"] is True
    assert done["episode"]["slug"] == "ferry-to-run-through-the-winter"
    assert (failed["source"], failed["error"], failed["exit_code"]) == ("nowhere.txt", "SourceNotFoundError", 4)


def test_one_failure_of_several_is_exit_9_and_the_rest_is_done(audiofy, article):
    code, out, err = audiofy("convert", "nowhere.txt", article)
    assert code == 9
    assert len(out.splitlines()) == 1
    assert "nowhere.txt" in err
    assert "1 of 2 articles failed" in err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", 4),
        ("binary.txt", bytes(range(256)) * 40, 4),
        ("digits.txt", b"1234567890\n", 4),
        ("chrome.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", 4),
    ],
)
def test_bad_input_has_a_message_and_an_exit_code(audiofy, studio, name, content, code):
    studio.joinpath(name).write_bytes(content)
    found, out, err = audiofy("convert", name)
    assert (found, out) == (code, "")
    assert name in err
    assert "Traceback" not in err
    assert not studio.joinpath("output").exists() or not list(studio.joinpath("output").iterdir())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--voices", "nowhere"], 3, "nowhere"),
        (["--settings", "nowhere.toml"], 3, "nowhere.toml"),
        (["--quotes", "sung"], 2, "audiofy: --quotes takes voice, tone, spoken or plain, not 'sung'.\n"),
        (["--preset", "hifi"], 2, "--preset takes podcast or web, not 'hifi'."),
        (["--also", "hifi"], 2, "--also takes podcast or web, not 'hifi'."),
        (["--disclosure", "never"], 2, "--disclosure takes start, end, both or off, not 'never'."),
        (["--layout", "{yaer}"], 2, "{yaer}"),
        (["--on", "mars"], 2, "'mars'"),
        (["--max-failures", "many"], 2, "'many'"),
        (["--since", "yesterday"], 2, "--since takes a date such as 2026-03-14, not 'yesterday'."),
        (["--language", "tlh"], 5, "tlh"),
        (["--no-such-option"], 2, "no-such-option"),
    ],
)
def test_wrong_options(audiofy, article, arguments, code, said):
    found, out, err = audiofy("convert", article, *arguments)
    assert (found, out) == (code, "")
    assert said in err


def test_an_unknown_voice_is_exit_5(audiofy, article, studio):
    studio.joinpath("audiofy.toml").write_text('[cast]\nnarrator = "nobody"\n')
    code, _, err = audiofy("convert", article)
    assert code == 5
    assert err.startswith("audiofy: audiofy.toml, cast.narrator: there is no voice called 'nobody'.\n  ")


def test_broken_settings_are_exit_3_with_the_line(audiofy, article, studio):
    studio.joinpath("audiofy.toml").write_text("[pauses]\n\nparagrah = 1\n")
    code, _, err = audiofy("convert", article)
    assert code == 3
    assert "audiofy.toml, line 3: there is no setting pauses.paragrah" in err


def test_a_voice_of_no_engine_is_exit_5(audiofy, article, studio):
    studio.joinpath("voices", "anchor.toml").write_text(
        'engine = "organ"\nengine_voice = "x"\nlanguage = "en-US"\npart = "narrator"\n'
    )
    assert audiofy("convert", article)[0] == 5
    assert not [path for path in studio.joinpath("output").iterdir() if not path.name.startswith(".")]


def test_an_output_folder_that_is_a_file_is_exit_6(audiofy, article, studio):
    studio.joinpath("output").write_text("in the way")
    code, _, err = audiofy("convert", article)
    assert code == 6
    assert "output" in err


def test_standard_input_is_read(audiofy, studio, article):
    code, out, _ = audiofy("convert", "-", stdin=article.read_bytes())
    assert code == 0
    assert out.startswith("output/ferry-to-run")


def test_a_title_of_emoji_and_one_of_300_characters(audiofy, studio, article):
    for title in ("🎉🎉🎉", "Ferry " * 50):
        text = article.read_text(encoding="utf-8").replace("Ferry to run through the winter", title)
        studio.joinpath("odd.txt").write_text(text, encoding="utf-8")
        code, out, _ = audiofy("convert", "odd.txt")
        assert code == 0
        assert out.isascii()
        assert (studio / out.strip()).is_file()


def test_a_hostile_title_stays_in_the_folder(audiofy, studio, article):
    text = article.read_text(encoding="utf-8").replace("Ferry to run", "../../../etc/passwd to run")
    article.write_text(text, encoding="utf-8")
    _, out, _ = audiofy("convert", article)
    assert (studio / out.strip()).resolve().is_relative_to(studio / "output")


@pytest.mark.skipif(
    getattr(os, "geteuid", int)() == 0, reason="root writes anywhere, so a read-only folder can't be tried as root"
)
def test_a_read_only_folder_is_exit_6(audiofy, article, studio):
    folder = studio / "closed"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert audiofy("convert", article, "-o", folder / "output")[0] == 6
