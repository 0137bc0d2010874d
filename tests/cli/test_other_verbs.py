"""The verbs beside convert: data on stdout, exit codes, nothing left behind."""

import json
import subprocess
import sys

import pytest


def test_read_prints_the_article(audiofy, article):
    code, out, err = audiofy("read", article)
    assert (code, err) == (0, "")
    assert out.startswith("Ferry to run through the winter\nAnn Lee\n2025-03-03\n\nThe ferry across the sound")


def test_read_json_has_the_fields_of_the_type(audiofy, article):
    found = json.loads(audiofy("read", article, "--json")[1])
    assert (found["title"], found["authors"]) == ("Ferry to run through the winter", ["Ann Lee"])
    assert [block["role"] for block in found["blocks"]] == ["paragraph"] * 3


def test_read_explain_says_of_every_line_why(audiofy, article):
    article.write_text(article.read_text(encoding="utf-8") + "\nSubscribe\n", encoding="utf-8")
    rows = json.loads(audiofy("read", article, "--explain", "--json")[1])
    printed = [line for line in article.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert [row["text"] for row in rows] == printed
    assert all(row["label"] and row["reason"] for row in rows)
    assert rows[-1]["kept"] is False
    _, printed, told = audiofy("read", article, "--explain")
    assert "Subscribe" in printed
    kept, left_out = (sum(row["kept"] is kept for row in rows) for kept in (True, False))
    assert f"{kept} kept, {left_out} left out: " in told


@pytest.mark.parametrize("verb", ["read", "script", "convert"])
def test_a_teaser_is_refused_unless_it_is_asked_for(audiofy, article, verb):
    cut = article.read_text(encoding="utf-8").rstrip().rsplit(" ", 1)[0]
    article.write_text(f"{cut}...\n\nSubscribe to continue reading\n", encoding="utf-8")
    code, out, err = audiofy(verb, article)
    assert (code, out) == (4, "")
    assert "Only a part of the article" in err
    assert "--allow-partial" in err
    code, out, _ = audiofy(verb, article, "--allow-partial")
    assert code == 0
    assert out


def test_script_is_a_call_sheet_and_the_lines(audiofy, article):
    code, out, _ = audiofy("script", article)
    assert code == 0
    assert "Bo Ray" in out
    assert "DISCLOSURE [anchor]: This audio is created with AI assistance." in out
    found = json.loads(audiofy("script", article, "--json")[1])
    blocks = found["script"]["article"]["blocks"]
    for index, block in enumerate(blocks):
        assert "".join(line["text"] for line in found["script"]["lines"] if line["block"] == index) == block["text"]


def test_script_spoken_shows_each_change(audiofy, article):
    assert "$4 → four dollars" in audiofy("script", article, "--spoken")[1]


@pytest.mark.parametrize(("quotes", "voices"), [("voice", 2), ("tone", 2), ("spoken", 1), ("plain", 1)])
def test_quotations_are_set_off_as_asked(audiofy, article, quotes, voices):
    found = json.loads(audiofy("script", article, "--json", "--quotes", quotes)[1])
    (quote,) = [line for line in found["script"]["lines"] if line["kind"] == "quote"]
    parts = found["cast"]
    reader = next((part["voice"] for part in parts["roles"] if part["speaker"] == "Bo Ray"), parts["quotation"])
    assert len({json.dumps(parts["narrator"]), json.dumps(reader)}) == voices
    assert quote["spoken"].startswith("quote:") == (quotes == "spoken")


def test_settings_say_where_each_value_comes_from(audiofy, studio):
    studio.joinpath("audiofy.toml").write_text("[pauses]\ntitle = 2\n")
    lines = audiofy("settings")[1].splitlines()
    assert "pauses.title = 2.0  # audiofy.toml" in lines
    assert "pauses.paragraph = 0.55  # default" in lines
    assert {row["key"] for row in json.loads(audiofy("settings", "--json")[1])} >= {"pauses.title", "output"}


def test_voices_are_listed_and_heard(audiofy, studio):
    assert "anchor" in audiofy("voices")[1]
    assert {row["name"] for row in json.loads(audiofy("voices", "--json")[1])} >= {"anchor", "ada", "tone-1"}
    code, out, _ = audiofy("voices", "audition", "tone-1", "-o", "tone.mp3", "--text", "One two three.")
    assert (code, out) == (0, "tone.mp3\n")
    assert studio.joinpath("tone.mp3").stat().st_size > 1000
    assert audiofy("voices", "audition", "nobody", "-o", "x.mp3")[0] == 5
    assert not studio.joinpath("x.mp3").exists()


def test_doctor_tells_what_is_there(audiofy, studio):
    code, out, _ = audiofy("doctor")
    assert code == 0
    assert any(line.startswith("yes") and "espeak" in line for line in out.splitlines())
    parts = {row["part"]: row["found"] for row in json.loads(audiofy("doctor", "--json")[1])}
    assert parts["encoder MP3"] is True


def test_the_version_and_the_help(audiofy, studio):
    assert audiofy("--version")[1].startswith("audiofy 0.")
    code, out, _ = audiofy("--help")
    assert code == 0
    assert all(verb in out for verb in ("read", "script", "convert", "voices", "settings", "doctor"))


def test_help_loads_nothing_heavy():
    code = "import sys; sys.argv=['audiofy','--help']; from audiofy.cli import run; run(); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    modules = loaded.splitlines()[-1]
    assert not [name for name in ("numpy", "pydub", "mutagen", "trafilatura", "msgspec") if f"'{name}'" in modules]


def test_python_m_audiofy_is_the_same():
    ran = subprocess.run([sys.executable, "-m", "audiofy", "--version"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout[:8]) == (0, "audiofy ")


@pytest.mark.parametrize(
    "verb", [["read"], ["convert"], ["publish"], ["verify"], ["retract", "--reason", "x"], ["clean"]]
)
def test_a_text_in_place_of_a_path_is_told(audiofy, studio, verb):
    code, _, err = audiofy(*verb, "The ferry will run. " * 20)
    assert code == 4
    assert "The ferry will run" in err


def test_nothing_that_is_told_steers_the_terminal(audiofy, studio):
    (studio / "output" / "gone").mkdir(parents=True)
    tombstone = {"guid": "urn:x", "slug": "gone", "title": "", "url": "", "made": "", "retracted": "2026-01-01"}
    (studio / "output" / "gone" / "tombstone.json").write_text(json.dumps(tombstone | {"reason": "r\x1b[2J\u202e"}))
    code, out, err = audiofy("status")
    assert (code, err) == (0, "")
    assert "r\ufffd[2J\ufffd" in out
    code, out, err = audiofy("convert", "no\x1b]0;where.txt")
    assert code == 4
    assert "no\ufffd]0;where.txt" in err
    assert "\x1b" not in out + err
