"""Corrections of quotations, lexicons, and how a text is said, on the command line."""

import json

import pytest


def speakers(audiofy, *arguments):
    found = json.loads(audiofy("script", *arguments, "--json")[1])
    return [line["speaker"] for line in found["script"]["lines"] if line["kind"] == "quote"], found["cast"]["roles"]


def test_a_correction_beside_the_article_is_made(audiofy, article):
    beside = article.with_name("ferry.corrections.toml")
    beside.write_text('[[correction]]\nquotation = "waited for this"\nspeaker = "Cy Fox"\nvoice = "tone-2"\n')
    names, roles = speakers(audiofy, article)
    assert names == ["Cy Fox"]
    assert [(role["speaker"], role["voice"]["name"]) for role in roles] == [("Cy Fox", "tone-2")]


def test_what_is_no_quotation_goes_to_the_narrator(audiofy, article):
    article.with_name("ferry.corrections.toml").write_text(
        '[[correction]]\nperson = "Bo Ray"\nnot_a_quotation = true\n'
    )
    assert speakers(audiofy, article)[0] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[correction]]\nperson = "Nobody"\nspeaker = "X"\n', "Nobody"),
        ("[[correction]]\nspeaker = 'X'\n", "ferry.corrections.toml"),
        ("[[correction]\n", "ferry.corrections.toml"),
        ("[other]\n", "ferry.corrections.toml"),
    ],
)
def test_a_correction_that_fits_nothing_or_is_wrong_is_exit_3(audiofy, article, text, said):
    article.with_name("ferry.corrections.toml").write_text(text)
    code, _, err = audiofy("script", article)
    assert code == 3
    assert said in err


def test_corrections_of_the_settings_are_used_where_they_fit(audiofy, article, studio):
    studio.joinpath("audiofy.toml").write_text(
        '[[correction]]\nperson = "Bo Ray"\nspeaker = "Beau Ray"\n[[correction]]\nperson = "Nobody"\nspeaker = "X"\n'
    )
    assert speakers(audiofy, article)[0] == ["Beau Ray"]


def test_one_that_names_the_article_must_fit(audiofy, article, studio):
    studio.joinpath("audiofy.toml").write_text(
        '[[correction]]\narticle = "ferry.txt"\nperson = "Nobody"\nspeaker = "X"\n'
    )
    assert audiofy("script", article)[0] == 3


def test_say_shows_print_speech_and_phonemes(audiofy, studio):
    code, out, _ = audiofy("say", "It cost $5.", "--voice", "ada")
    assert code == 0
    assert "spoken    It cost five dollars." in out
    assert "phonemes  " in out
    found = json.loads(audiofy("say", "It cost $5.", "--voice", "ada", "--json")[1])
    assert found["spoken"] == "It cost five dollars."
    assert audiofy("say", "One.", "--voice", "tone-1", "-o", "one.mp3")[0] == 0
    assert studio.joinpath("one.mp3").stat().st_size > 500


def test_say_plays_by_a_player_of_the_system(audiofy, studio, monkeypatch):
    folder = studio / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    code, _, err = audiofy("say", "One.", "--voice", "tone-1", "--play")
    assert code == 8
    assert "No player for MP3 was found." in err
    player = folder / "mpg123"
    player.write_text(f'#!/bin/sh\n[ -s "$2" ] && echo "$1" > {studio}/played\n')
    player.chmod(0o755)
    assert audiofy("say", "One.", "--voice", "tone-1", "--play")[0] == 0
    assert studio.joinpath("played").read_text() == "-q\n"


def test_a_lexicon_beside_the_article_is_used(audiofy, article, studio):
    studio.joinpath("lexicon").mkdir()
    studio.joinpath("lexicon", "names.tsv").write_text("Bo Ray\talias\tBow Ray\n")
    assert "Bo Ray → Bow Ray" in audiofy("script", article, "--spoken")[1]


def test_lexicons_are_checked(audiofy, article, studio):
    studio.joinpath("good.tsv").write_text("Bo Ray\talias\tBow Ray\n")
    assert audiofy("lexicon", "check", "good.tsv", "--against", article)[0] == 0
    studio.joinpath("odd.tsv").write_text("Bo Ray\talias\tBow Ray\nBo Ray\talias\tBoe Ray\nZanzibar\tletters\n")
    code, out, err = audiofy("lexicon", "check", "odd.tsv", "--against", article)
    assert code == 3
    assert [line.split(": ")[1] for line in out.splitlines()] == ["duplicate", "unused"]
    assert "2 entries or files are wrong" in err
    studio.joinpath("bad.tsv").write_text("Bo Ray\tsung\tx\n")
    assert audiofy("script", article)[0] == 0
    assert json.loads(audiofy("lexicon", "check", "bad.tsv", "--json")[1])[0]["fault"] == "bad"


def test_suggestions_are_for_an_engine_that_there_is(audiofy, article):
    code, _, err = audiofy("lexicon", "suggest", article, "--engine", "gramophone")
    assert code == 5
    assert "Known engines" in err


def test_names_that_no_lexicon_has_are_suggested_as_a_lexicon(audiofy, article, studio):
    code, out, _ = audiofy("lexicon", "suggest", article)
    assert code == 0
    assert "Bo Ray\talias\tBo Ray\ten" in out.splitlines()
    studio.joinpath("new.tsv").write_text(out)
    assert audiofy("lexicon", "check", "new.tsv")[0] == 0
