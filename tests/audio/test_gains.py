"""Every voice is measured once, and no more often."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from audiofy.audio import gains
from audiofy.audio.engines import versions
from audiofy.errors import EngineCrashedError
from audiofy.model import Speech
from audiofy.voices import load, shipped_folder
from readings import HIGH, LOW


@pytest.fixture
def speak(booth):
    return Speaking(booth)


class Speaking:
    """Speaks, and remembers which voices it was asked for."""

    def __init__(self, booth):
        self.booth, self.asked = booth, []

    def __call__(self, text, voice):
        self.asked.append(voice)
        return next(self.booth.speak([(text, voice)]))


ODD = replace(LOW, rate=143)


def test_a_shipped_voice_needs_no_measuring(speak):
    assert gains.gains([LOW, HIGH], {"tone": "1"}, speak)
    assert speak.asked == []


def test_another_voice_is_measured_once_and_remembered(speak, own_cache):
    first = gains.gains([ODD, ODD, LOW], {"tone": "1"}, speak)
    assert set(first) == {ODD, LOW}
    assert speak.asked == [ODD]
    assert gains.gains([ODD], {"tone": "1"}, speak)[ODD] == first[ODD]
    assert speak.asked == [ODD]
    assert list(json.loads(own_cache.read_bytes())) == [gains.key(ODD, "1")]


PASSAGELESS = replace(ODD, language="tlh")


@pytest.mark.parametrize(
    ("voice", "words", "said"),
    [
        (ODD, "Nuq neH. " * 60, gains.passage("en")),
        (PASSAGELESS, "Nuq neH. " * 60, ("Nuq neH. " * 60)[:400].strip()),
        (PASSAGELESS, "Nuq neH.", gains._COUNTING),
        (PASSAGELESS, "", gains._COUNTING),
    ],
    ids=["passage", "article", "a line", "nothing"],
)
def test_a_voice_is_measured_in_its_own_language(booth, voice, words, said):
    asked = []

    def speak(text, voice):
        asked.append(text)
        return next(booth.speak([(text, voice)]))

    gains.gains([voice], {"tone": "1"}, speak, words)
    assert asked == [said]


def test_every_script_that_shipped_voices_read_has_a_passage():
    """Read in another script than its own, a voice of espeak-ng names letters, in another voice."""
    assert {voice.language for voice in load(shipped_folder()) if not gains.passage(voice.language)} == set()
    for language, script in (
        ("ja", "港"),
        ("zh", "港"),
        ("ar", "ال"),
        ("hi", "स"),
        ("el", "ο"),
        ("ko", "의"),
        ("he", "ב"),
    ):
        assert script in gains.passage(language)


def test_a_figure_holds_for_one_version_of_the_engine(speak):
    gains.gains([LOW], {"tone": "2"}, speak)
    assert speak.asked == [LOW]


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff{", b'{"unfinished": '])
def test_a_spoilt_cache_is_done_without(speak, own_cache, content):
    own_cache.parent.mkdir()
    own_cache.write_bytes(content)
    assert gains.gains([ODD], {"tone": "1"}, speak)
    assert gains.key(ODD, "1") in json.loads(own_cache.read_bytes())


def test_a_cache_that_cannot_be_written_is_done_without(speak, own_cache):
    own_cache.parent.write_text("a file where the folder should be")
    assert gains.gains([ODD], {"tone": "1"}, speak)
    assert gains.gains([ODD], {"tone": "1"}, speak)
    assert speak.asked == [ODD, ODD]


def test_a_voice_without_sound_is_told():
    with pytest.raises(EngineCrashedError, match=r"voice low .* is silent"):
        gains.gains([ODD], {"tone": "1"}, lambda *_: Speech(pcm=bytes(80_000), frame_rate=22_050))


def test_every_shipped_voice_has_a_figure():
    """If this fails, a profile or espeak-ng has changed: run benchmarks/gains.py."""
    voices = load(shipped_folder())
    version = dict(versions(voice.engine for voice in voices))
    wanted = {gains.key(voice, version[voice.engine]) for voice in voices}
    assert wanted - set(gains._shipped(wanted)) == set()
