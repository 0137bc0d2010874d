"""What a listener hears, measured by another program: ffmpeg's ebur128 on the finished MP3."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from audiofy.audio.perform import perform
from audiofy.model import Cast, Kind, Part
from audiofy.settings import Settings, Sounding
from audiofy.voices import load, shipped_folder
from readings import a_line, a_script

needs_ffmpeg = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(
        not shutil.which("ffmpeg"), reason="ffmpeg is missing, so loudness and true peak are not proven here"
    ),
]

# Article number to (language, what the narrator says, what two people say). Sentences of our own.
ARTICLES = [
    ("en-US", "The harbour master closed the north pier on Monday after a crane lost its hook.", "Nobody was hurt!"),
    (
        "en-GB",
        "Seventeen allotments in Whitby have been flooded twice since the new year began.",
        "My leeks have gone.",
    ),
    ("en-US", "A baker in Tulsa has won the right to sell bread from his window, 14 years late.", "I baked all night."),
    (
        "en-GB",
        "Trains between Leeds and York were cancelled; buses ran, but hardly on time.",
        "Why does no one tell us?",
    ),
    ("en-US", "Researchers counted 2,300 frogs in the quarry, three times as many as expected.", "They are loud, too."),
    ("en-GB", "The council voted, by nine to eight, to keep the library open on Sundays.", "Books don't rest."),
    ("de", "Die alte Fähre über den Fluss fährt seit gestern wieder, allerdings nur bei Tag.", "Endlich sind wir da."),
    ("fr", "Le marché couvert rouvrira ses portes en septembre, après trois ans de travaux.", "Nous avons attendu."),
    ("es", "El puente viejo quedará cerrado hasta el verano por obras de reparación.", "Iremos por el otro lado."),
    ("uk", "Міська рада вирішила відремонтувати старий міст до початку осені.", "Ми довго чекали на це."),
    ("pl", "Nowa linia tramwajowa połączy dworzec z portem jeszcze przed zimą.", "To dobra wiadomość."),
    ("en-US", "1, 2, 3: the countdown was stopped at 3 when a goat walked across the runway.", "It was a large goat."),
]


@pytest.fixture(scope="module")
def voices():
    return load(shipped_folder())


def a_cast(voices, language, number):
    """A narrator and two people, others in every article."""
    speaking = [voice for voice in voices if voice.language == language]
    one, two, three = (speaking[(number * 5 + step * 3) % len(speaking)] for step in range(3))
    return Cast(narrator=one, quotation=two, roles=(Part(speaker="Ada", voice=three),))


@pytest.mark.parametrize("preset", ["podcast", "web"])
@pytest.mark.parametrize("number", range(len(ARTICLES)))
class TestLoudness:
    pytestmark = needs_ffmpeg

    def test_an_episode_is_as_loud_as_it_should_and_no_louder_than_it_may(
        self, number, preset, voices, booth, tmp_path
    ):
        language, told, said = ARTICLES[number]
        script = a_script(
            a_line(told, Kind.TITLE, -1),
            a_line(f"{told} {told}"),
            a_line(said, Kind.QUOTE, 0, 200, "Ada"),
            a_line(told, block=1),
            a_line(f"{said} {said}", Kind.QUOTE, 1, 100),
        )
        path = tmp_path / "a.mp3"
        chosen = Settings(audio=Sounding(preset=preset))
        performance = perform(script, a_cast(voices, language, number), path, settings=chosen, booth=booth)
        loudness, peak, seconds = ebur128(path)
        assert loudness == pytest.approx(-16, abs=1)
        assert peak <= -1
        assert seconds == pytest.approx(performance.recording.duration, abs=0.11)


def ebur128(path):
    """Integrated loudness (LUFS as dual mono), true peak (dBTP) and length of what ffmpeg decodes."""
    measures = "ebur128=peak=true:dualmono=true:framelog=verbose,ashowinfo"
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-af", measures, "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    summary = told[told.rindex("Summary:") :]
    (loudness,) = re.findall(r"I:\s+(-?[\d.]+) LUFS", summary)
    (peak,) = re.findall(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    return float(loudness), float(peak), float(re.findall(r"pts_time:([\d.]+)", told)[-1])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of one program alone is read from /proc")
def test_a_two_hour_article_stays_below_300_megabytes(tmp_path):
    program = f"""
from pathlib import Path
import os
import re
from audiofy.audio.booth.child import ChildBooth
from audiofy.audio.perform import perform
from audiofy.model import Cast
from audiofy.settings import Settings, Sounding
from audiofy.voices import load, shipped_folder
from readings import a_line, a_script

narrator = next(voice for voice in load(shipped_folder()) if voice.name == "anchor")
sentence = "The tide came in over the long sand bar, and the lighthouse keeper counted the boats once more. "
script = a_script(*(a_line(sentence * 9, block=block) for block in range(160)))
booth = ChildBooth()
performance = perform(script, Cast(narrator=narrator, quotation=narrator), Path({str(tmp_path / "a.mp3")!r}),
                      settings=Settings(audio=Sounding(preset="web")), booth=booth)
# Not getrusage: what it gives begins at the size of the program that started this one.
status = [Path("/proc", str(pid), "status").read_text() for pid in (os.getpid(), booth._child._process.pid)]
booth.close()
print(performance.recording.duration, *(re.search(r"VmHWM:\\s+([0-9]+)", text)[1] for text in status))
"""
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": "tests", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    duration, *peaks = (float(figure) for figure in run.stdout.split())
    assert duration > 7200
    assert sum(peaks) / 1024 < 300
