"""Engines that fail on purpose, and what stands in for the drivers of other operating systems."""
# ruff: noqa: N802 - pyttsx3 names the methods of its drivers

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import soundfile

from audiofy.audio.engines.tone import Tone
from audiofy.errors import MissingDependencyError
from audiofy.model import Speech, Voice

RATE = 22050


class Fake:
    """An engine of the test's own."""

    name = "fake"

    @staticmethod
    def version():
        return "1"

    def voices(self):
        return ("any",)


class Crashing(Fake):
    """Dies as a native library does, when it is asked for the word "crash"."""

    def speak(self, text, voice):
        if "crash" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        return Tone().speak(text, TONE)


class Exiting(Fake):
    """Ends the process with a last word on stderr."""

    def speak(self, text, voice):
        os.write(2, b"the sound card is on fire\n")
        os._exit(3)


class Hanging(Fake):
    """Starts a program of its own, leaves both process ids in the file it is asked to speak, and never returns."""

    def speak(self, text, voice):
        helper = subprocess.Popen(["sleep", "300"])
        part = Path(f"{text}.part")
        part.write_text(f"{os.getpid()} {helper.pid}")
        part.replace(text)
        time.sleep(300)


class Printing(Fake):
    """Prints to stdout in every way there is, and reads stdin, before it speaks."""

    def speak(self, text, voice):
        print("Audio saved to nowhere")  # noqa: T201 - as pyttsx3 does
        sys.stdout.flush()
        os.write(1, b'{"ready": false}\n' * 100)
        subprocess.run(["echo", "hello"], check=True)
        sys.stdin.read()
        return Tone().speak(text, TONE)


class Nothing(Fake):
    def speak(self, text, voice):
        return Speech(pcm=b"", frame_rate=RATE)


class Silent(Fake):
    def speak(self, text, voice):
        return Speech(pcm=bytes(2 * RATE * 30), frame_rate=RATE)


class Half(Fake):
    """Loses the second half of the sound, and knows all the words."""

    def speak(self, text, voice):
        whole = Tone().speak(text, TONE)
        return Speech(pcm=whole.pcm[: len(whole.pcm) // 4 * 2], frame_rate=RATE, words=whole.words)


class Tenth(Fake):
    """Loses most of the sound, and knows no words."""

    def speak(self, text, voice):
        whole = Tone().speak(text, TONE)
        return Speech(pcm=whole.pcm[: len(whole.pcm) // 20 * 2], frame_rate=RATE)


class Torn(Fake):
    """Ends in the middle of a frame."""

    def speak(self, text, voice):
        return Speech(pcm=Tone().speak(text, TONE).pcm[:-1], frame_rate=RATE)


class Failing(Fake):
    def speak(self, text, voice):
        raise ZeroDivisionError("no air")


class Missing(Fake):
    def __init__(self):
        raise MissingDependencyError("No such engine here.", "Install it.")


class Noting(Fake):
    """Makes the file that it is asked to speak."""

    def speak(self, text, voice):
        Path(text).touch()
        return Tone().speak(text, TONE)


TONE = Voice(name="tone", engine="tone", engine_voice="low", language="en")

ENGINES = {
    kind.__name__.lower(): f"fakes:{kind.__name__}"
    for kind in (Crashing, Exiting, Hanging, Printing, Nothing, Silent, Half, Tenth, Torn, Failing, Missing, Noting)
} | {"tone": "audiofy.audio.engines.tone:Tone"}


class FileDriver:
    """A pyttsx3 driver that writes files as SAPI5 (WAV) or NSSpeech (AIFF) does: a tone a word, and no positions."""

    def __init__(self, proxy, kind, channels):
        self.proxy, self.kind, self.channels = proxy, kind, channels
        self.now: dict[str, Any] = {"voice": "id.alice", "rate": 200, "volume": 1.0}

    def getProperty(self, name):
        if name == "voices":
            return [SimpleNamespace(id="id.alice", name="Alice"), SimpleNamespace(id="id.bob", name="Bob")]
        return self.now[name]

    def setProperty(self, name, value):
        if name not in self.now:
            raise KeyError(name)
        self.now[name] = value

    def save_to_file(self, text, filename):
        if "unspeakable" in text:
            raise RuntimeError("the voice is gone")
        if "lost" not in text:
            place = "high" if self.now["voice"] == "id.bob" else "low"
            voice = Voice(name="t", engine="tone", engine_voice=place, language="en", rate=self.now["rate"])
            frames = np.frombuffer(Tone().speak(text, voice).pcm, "<i2")
            soundfile.write(filename, np.stack([frames] * self.channels, axis=1), RATE, format=self.kind)

    def startLoop(self):
        self.proxy.setBusy(False)

    def endLoop(self):
        pass

    def stop(self):
        pass

    def destroy(self):
        pass


def driver_module(kind, channels):
    """What pyttsx3 imports as a driver."""
    module = ModuleType("driver")
    vars(module)["buildDriver"] = lambda proxy: FileDriver(proxy, kind, channels)
    return module
