"""Voice profiles: the shipped ones, and the user's own in their place."""

import pytest

from audiofy import voices
from audiofy.errors import VoiceError

PROFILE = 'engine = "espeak"\nengine_voice = "en-us+f1"\nlanguage = "en-US"\n'


@pytest.mark.parametrize("language", ["en-US", "en-GB"])
def test_english_has_a_narrator_a_neutral_voice_and_eight_others(language):
    found = [voice for voice in voices.load() if voice.language == language]
    parts = [voice.part for voice in found]
    assert (parts.count("narrator"), parts.count("quotation")) == (1, 1)
    assert parts.count("quoted") >= 8
    sounds = {(voice.engine_voice, voice.rate, voice.pitch) for voice in found}
    assert len(sounds) == len(found)
    assert {voice.gender for voice in found if voice.part == "quoted"} == {"female", "male"}


def test_every_language_has_one_narrator():
    found = voices.load()
    for language in {voice.language for voice in found}:
        assert [voice.part for voice in found if voice.language == language].count("narrator") == 1, language


def test_own_profiles_add_and_replace(tmp_path):
    tmp_path.joinpath("ada.toml").write_text(PROFILE + "pitch = 7\n")
    tmp_path.joinpath("zoe.toml").write_text(PROFILE)
    found = {voice.name: voice for voice in voices.load(tmp_path)}
    assert found["ada"].pitch == 7
    assert found["zoe"].rate == 175
    assert "anchor" in found


def test_voices_in_the_working_directory_are_found(tmp_path, monkeypatch):
    tmp_path.joinpath("voices").mkdir()
    tmp_path.joinpath("voices", "zoe.toml").write_text(PROFILE)
    monkeypatch.chdir(tmp_path)
    assert "zoe" in {voice.name for voice in voices.load()}


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ("engine =", "zoe.toml"),
        (PROFILE + "loudness = 3\n", "loudness"),
        (PROFILE + "rate = 9000\n", "rate"),
        (PROFILE + 'gender = "robot"\n', "gender"),
        ('engine = "espeak"\n', "engine_voice"),
    ],
)
def test_a_wrong_profile_is_named(tmp_path, profile, said):
    tmp_path.joinpath("zoe.toml").write_text(profile)
    with pytest.raises(VoiceError, match=said) as caught:
        voices.load(tmp_path)
    assert "zoe.toml" in str(caught.value)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(VoiceError, match="nowhere"):
        voices.load(tmp_path / "nowhere")
