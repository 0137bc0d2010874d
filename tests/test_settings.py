"""Settings: what is wrong is named with its line; where each value comes from is told."""

import pytest

from audiofy import settings
from audiofy.errors import SettingsError


def test_nothing_is_the_defaults(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert settings.load() == (settings.Settings(), None)
    assert settings.decode(b"") == settings.Settings()


def test_a_file_is_read(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text('output = "out"\n[pauses]\nparagraph = 1\n[cast.people]\n"Ann Lee" = "ada"\n')
    found, file = settings.load(path)
    assert (found.output, found.pauses.paragraph, found.cast.people) == (str(tmp_path / "out"), 1.0, {"Ann Lee": "ada"})
    assert file == path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[pauses]\ntitle = 1\nparagrah = 2\n", r"line 3: there is no setting pauses\.paragrah"),
        ("[pauses]\nparagraph = 'long'\n", r"line 2: pauses\.paragraph is wrong: expected `float`, got `str`"),
        ("[pauses]\nparagraph = 99\n", r"pauses\.paragraph"),
        ("[sound]\nintro = 'x'\n", r"line 1: there is no setting sound"),
        ("[cast]\nquotes = 'sung'\n", r"line 2: cast\.quotes"),
        ("output = 3\n", r"line 1: output"),
        ("[pauses\n", "not valid TOML"),
        ("output = '\xff'".encode("latin-1"), "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(text, said):
    with pytest.raises(SettingsError, match=said):
        settings.decode(text if isinstance(text, bytes) else text.encode(), "audiofy.toml")


def test_a_key_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(SettingsError, match="there is no setting") as caught:
        settings.decode(b"[pauses]\nx = 1\n")
    assert "before_heading" in caught.value.remedy


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match="nowhere"):
        settings.load(tmp_path / "nowhere.toml")


def test_the_command_line_goes_before_the_file():
    filed = settings.decode(b"[audio]\npreset = 'web'\n[pauses]\ntitle = 2\n")
    chosen = settings.override(filed, {"audio.preset": "podcast", "cast.quotes": None, "output": "here"})
    assert (chosen.audio.preset, chosen.pauses.title, chosen.output) == ("podcast", 2.0, "here")
    rows = {row.key: row.source for row in settings.origins(chosen, filed, "audiofy.toml")}
    assert rows["audio.preset"] == "command line"
    assert rows["pauses.title"] == "audiofy.toml"
    assert rows["pauses.paragraph"] == "default"


def test_a_wrong_option_is_refused():
    with pytest.raises(SettingsError, match=r"cast\.quotes"):
        settings.override(settings.Settings(), {"cast.quotes": "sung"})


def test_relative_paths_lead_from_the_folder_of_the_file(tmp_path, monkeypatch):
    house, elsewhere = tmp_path / "house", tmp_path / "elsewhere"
    (house / "voices").mkdir(parents=True)
    elsewhere.mkdir()
    text = """
        output = "aloud"
        [speaking]
        lexicons = ["names.tsv", "/srv/places.pls"]
        [audio]
        cover = "cover.png"
        [[show]]
        title = "One"
        image = "one.jpg"
        [[show]]
        title = "Two"
        image = "https://news.example/two.jpg"
    """
    (house / "audiofy.toml").write_text(text)
    monkeypatch.chdir(elsewhere)
    found, _ = settings.load(house / "audiofy.toml")
    assert (found.output, found.voices) == (str(house / "aloud"), str(house / "voices"))
    assert found.speaking.lexicons == (str(house / "names.tsv"), "/srv/places.pls")
    assert found.audio.cover == str(house / "cover.png")
    assert [show.image for show in found.shows] == [str(house / "one.jpg"), "https://news.example/two.jpg"]
    monkeypatch.chdir(house)
    beside, _ = settings.load(house / "audiofy.toml")
    assert (beside.output, beside.voices, beside.audio.cover) == ("aloud", "", "cover.png")
    assert settings.load(None)[0] == beside


@pytest.mark.parametrize("text", ["output = 3", "sounds = 3", "show = [3]", "speaking = { lexicons = 'a' }"])
def test_wrong_types_are_named_from_elsewhere_too(text, tmp_path, monkeypatch):
    (tmp_path / "house").mkdir()
    path = tmp_path / "house" / "audiofy.toml"
    path.write_text(text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError):
        settings.load(path)


def test_without_the_key_output_is_that_of_the_working_directory(tmp_path, monkeypatch):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "audiofy.toml").write_text("")
    (tmp_path / "voices").mkdir()
    monkeypatch.chdir(tmp_path)
    found, _ = settings.load(tmp_path / "house" / "audiofy.toml")
    assert (found.output, found.voices) == ("output", "")
