"""One contract for every engine, and what is special about each."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import numpy as np
import pytest

import fakes
from audiofy.audio.booth.check import checked
from audiofy.audio.engines import ENGINES, engine_class, library, versions
from audiofy.errors import CastingError, EngineCrashedError, MissingDependencyError
from audiofy.model import Voice

TEXT = "The ferry leaves the old harbour at noon, and comes back before the café closes."
VOICES = {
    "espeak": ("en-us", "en-gb+f3"),
    "tone": ("low", "high"),
    "sapi5": ("id.alice", "Bob"),
    "nsss": ("id.alice", "Bob"),
}


@pytest.fixture(params=sorted(ENGINES))
def name(request, monkeypatch):
    """Every engine; those of other operating systems with a stand-in for their driver."""
    for stock, kind, channels in (("sapi5", "WAV", 1), ("nsss", "AIFF", 2)):
        monkeypatch.setitem(sys.modules, f"pyttsx3.drivers.{stock}", fakes.driver_module(kind, channels))
    return request.param


@pytest.fixture
def engine(name):
    return engine_class(name)()


@pytest.fixture
def voice(name):
    return Voice(name="somebody", engine=name, engine_voice=VOICES[name][0], language="en-US", rate=170)


def test_it_has_the_name_it_is_known_by_and_a_version(name, engine):
    assert engine.name == name
    assert re.fullmatch(r"\S.*\S|\S", engine.version())
    assert versions([name, name]) == ((name, engine.version()),)


def test_it_names_its_voices(engine):
    voices = engine.voices()
    assert voices
    assert all(isinstance(voice, str) and voice for voice in voices)


def test_speech_is_whole_frames_at_a_plausible_pace(engine, voice):
    speech = checked(engine.speak(TEXT, voice), TEXT, voice)
    words = len(TEXT.split())
    assert words / 170 * 60 / 2 < speech.frames / speech.frame_rate < words / 170 * 60 * 2


def test_words_are_marked_in_order_where_they_begin(engine, voice):
    speech = engine.speak(TEXT, voice)
    places = [mark.at for mark in speech.words]
    frames = [mark.frame for mark in speech.words]
    assert places == sorted(set(places))
    assert frames == sorted(frames)
    assert all(0 <= frame < speech.frames for frame in frames)
    assert set(places) <= {match.start() for match in re.finditer(r"\w+", TEXT)}
    assert not places or len(places) > len(TEXT.split()) * 0.8


def test_a_faster_voice_takes_less_time(engine, voice):
    slow, fast = engine.speak(TEXT, replace(voice, rate=140)), engine.speak(TEXT, replace(voice, rate=240))
    assert fast.frames < slow.frames * 0.8


def test_two_voices_sound_different(engine, name, voice):
    other = replace(voice, engine_voice=VOICES[name][1])
    assert engine.speak(TEXT, voice).pcm != engine.speak(TEXT, other).pcm


def test_an_unknown_voice_is_refused_and_the_next_line_is_spoken(engine, voice):
    for _ in range(2):
        with pytest.raises(CastingError, match="nobody"):
            engine.speak(TEXT, replace(voice, engine_voice="nobody"))
    assert engine.speak(TEXT, voice).frames


def test_lines_are_spoken_one_after_the_other_without_remains(engine, voice):
    long, short = engine.speak(TEXT, voice), engine.speak("Yes.", voice)
    assert short.frames < long.frames / 4


@pytest.mark.parametrize("text", ["1987", "Þórunn Æ", "Привіт, світе", "x" * 300, "a\nb", "<b>AT&T</b>"])
def test_odd_texts_are_spoken(engine, voice, text):
    assert engine.speak(text, voice).frames


def test_an_unknown_engine_is_refused():
    with pytest.raises(CastingError, match=r"'gramophone'.*espeak"):
        engine_class("gramophone")


class TestEspeak:
    VOICE = Voice(name="anchor", engine="espeak", engine_voice="en-us", language="en-US")

    @pytest.fixture
    def espeak(self):
        return engine_class("espeak")()

    def test_nothing_is_printed(self, espeak, capfd):
        espeak.speak(TEXT, self.VOICE)
        assert capfd.readouterr() == ("", "")

    def test_an_unknown_variant_is_refused(self, espeak):
        with pytest.raises(CastingError, match="variant 'zz'"):
            espeak.speak(TEXT, replace(self.VOICE, engine_voice="en-us+zz"))

    @pytest.mark.parametrize("name", ["en-gb", "en-GB", "en-gb+f3", "gmw/en", "uk", "fr-fr"])
    def test_voices_are_found_by_language_and_by_file(self, espeak, name):
        assert espeak.speak(TEXT, replace(self.VOICE, engine_voice=name)).frames

    def test_pitch_and_volume_take_effect(self, espeak):
        def loudest(voice):
            return max(memoryview(espeak.speak(TEXT, voice).pcm).cast("h"))

        assert loudest(replace(self.VOICE, volume=0.5)) < 0.7 * loudest(self.VOICE)
        low, high = (_pitch(espeak.speak("aaah maaah", replace(self.VOICE, pitch=pitch))) for pitch in (10, 90))
        assert high > low * 1.3

    def test_settings_of_one_voice_do_not_reach_the_next(self, espeak):
        before = espeak.speak(TEXT, self.VOICE).frames
        espeak.speak(TEXT, replace(self.VOICE, rate=300, pitch=90))
        # espeak-ng's flutter runs on from call to call, so lengths differ by some milliseconds.
        assert espeak.speak(TEXT, self.VOICE).frames == pytest.approx(before, rel=0.01)

    def test_phonemes_in_double_brackets_are_spoken_as_such(self, espeak):
        plain = espeak.speak("Zelenski", self.VOICE).frames
        assert espeak.speak("[[z@l'EnskI]]", self.VOICE).frames == pytest.approx(plain, rel=0.15)
        assert espeak.speak("[z@l'EnskI]", self.VOICE).frames > plain * 1.5

    def test_marks_count_characters_and_not_bytes(self, espeak):
        text = "Naïve café owners – señoras – smile."
        words = [text[mark.at :].split(maxsplit=1)[0] for mark in espeak.speak(text, self.VOICE).words]
        assert words == ["Naïve", "café", "owners", "señoras", "smile."]

    def test_it_tells_phonemes(self, espeak):
        assert espeak.phonemes("Hello world", self.VOICE) == "həlˈoʊ wˈɜːld"
        assert espeak.phonemes("Hello world", self.VOICE, ipa=False) == "h@l'oU w'3:ld"
        assert len(espeak.phonemes("One. Two.", self.VOICE).splitlines()) == 2
        with pytest.raises(CastingError):
            espeak.phonemes("Hello", replace(self.VOICE, engine_voice="nobody"))

    def test_it_is_a_pyttsx3_driver_like_any_other(self, espeak):
        import pyttsx3

        engine = pyttsx3.init("audiofy_espeak")
        events = []
        tokens = [
            engine.connect(topic, lambda topic=topic, **told: events.append((topic, told.get("completed"))))
            for topic in ("started-utterance", "finished-utterance")
        ]
        engine.setProperty("rate", 190)
        engine.setProperty("volume", 0.9)
        engine.say("Hello.")
        engine.runAndWait()
        for token in tokens:
            engine.disconnect(token)
        assert events == [("started-utterance", None), ("finished-utterance", True)]
        assert (engine.getProperty("rate"), engine.getProperty("volume")) == (190, 0.9)
        assert engine.getProperty("voice").startswith("gmw/")
        with pytest.raises(KeyError):
            engine.getProperty("mood")
        engine.startLoop(useDriverLoop=False)
        engine.say("Good bye.")
        engine.iterate()
        engine.endLoop()
        assert engine.getProperty("speech").frames

    def test_text_that_espeak_refuses_is_a_crash(self, espeak, monkeypatch):
        monkeypatch.setattr(library.bindings(), "Synth", lambda *_, **__: 1)
        with pytest.raises(EngineCrashedError, match="it returned 1"):
            espeak.speak(TEXT, self.VOICE)
        monkeypatch.setattr(library.bindings(), "Synth", _missing)
        with pytest.raises(EngineCrashedError, match="espeak-ng failed: ImportError"):
            espeak.speak(TEXT, self.VOICE)
        monkeypatch.undo()
        assert espeak.speak(TEXT, self.VOICE).frames

    def test_a_missing_library_says_how_to_get_it(self, monkeypatch):
        library.bindings.cache_clear()
        monkeypatch.setattr(library, "_bindings", _missing)
        with pytest.raises(MissingDependencyError, match="pip install espeakng-loader"):
            library.version()
        monkeypatch.undo()
        library.bindings.cache_clear()
        assert library.version()


class TestStock:
    VOICE = Voice(name="alice", engine="sapi5", engine_voice="Alice", language="en-US")

    @pytest.fixture
    def sapi5(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyttsx3.drivers.sapi5", fakes.driver_module("WAV", 1))
        return engine_class("sapi5")()

    def test_an_error_of_the_driver_is_raised(self, sapi5):
        with pytest.raises(EngineCrashedError, match="the voice is gone"):
            sapi5.speak("unspeakable", self.VOICE)

    def test_a_file_that_was_not_written_is_an_error(self, sapi5):
        with pytest.raises(EngineCrashedError, match="no sound"):
            sapi5.speak("lost", self.VOICE)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has SAPI5")
    def test_another_system_says_so(self, monkeypatch):
        import pyttsx3

        monkeypatch.setattr(pyttsx3, "_activeEngines", {})
        with pytest.raises(MissingDependencyError, match="Windows"):
            engine_class("sapi5")()


def _missing(*_, **__):
    raise ImportError("no library here")


def _pitch(speech):
    """The frequency at which a stretch of the sound repeats itself best, between 60 and 320 Hz."""
    frames = np.frombuffer(speech.pcm, "<i2").astype(float)[speech.frames // 4 :][:4096]
    echo = np.correlate(frames, frames, "full")[len(frames) - 1 :]
    nearest = speech.frame_rate // 320
    return speech.frame_rate / (nearest + echo[nearest : speech.frame_rate // 60].argmax())
