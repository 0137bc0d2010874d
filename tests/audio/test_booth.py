"""Engines are kept where they can do no harm."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

import fakes
from audiofy.audio.booth import inside, open_booth
from audiofy.audio.booth.child import ChildBooth
from audiofy.audio.booth.local import LocalBooth
from audiofy.errors import CastingError, EngineCrashedError, EngineTimeoutError, MissingDependencyError

TEXT = "The ferry leaves the old harbour at noon, and comes back before the café closes."
posix = pytest.mark.skipif(os.name != "posix", reason="uses signals and process groups")


@pytest.fixture(scope="module")
def shared():
    """A child for the tests that leave it alive."""
    booth = ChildBooth(deadline=20, engines=fakes.ENGINES)
    yield booth
    booth.close()


@pytest.fixture(params=["child", "local"])
def anywhere(request, shared):
    return shared if request.param == "child" else LocalBooth(fakes.ENGINES)


def test_lines_come_back_in_order(anywhere):
    lines = [(f"{'word ' * count}end.", fakes.TONE) for count in range(1, 12)]
    assert list(anywhere.speak(lines)) == list(LocalBooth().speak(lines))


def test_no_lines_are_no_speech(anywhere):
    assert list(anywhere.speak([])) == []


@pytest.mark.parametrize(
    ("engine", "error", "message"),
    [
        ("nothing", EngineCrashedError, "gave no sound"),
        ("half", EngineCrashedError, "stopped before its last word"),
        ("tenth", EngineCrashedError, "gave only"),
        ("torn", EngineCrashedError, "can't be read"),
        ("missing", MissingDependencyError, "No such engine here. Install it."),
        ("gramophone", CastingError, "no speech engine 'gramophone'"),
    ],
)
def test_a_fault_is_told_and_the_booth_goes_on(anywhere, engine, error, message):
    with pytest.raises(error, match=message):
        list(anywhere.speak([(TEXT, replace(fakes.TONE, engine=engine))]))
    assert len(list(anywhere.speak([(TEXT, fakes.TONE)]))) == 1


def test_a_line_without_words_may_be_silent(anywhere):
    (speech,) = anywhere.speak([("—", replace(fakes.TONE, engine="nothing"))])
    assert speech.frames == 0


def test_what_an_engine_raises_is_a_crash_with_its_name(shared):
    with pytest.raises(EngineCrashedError, match=r"ZeroDivisionError.*no air"):
        list(shared.speak([(TEXT, replace(fakes.TONE, engine="failing"))]))


def test_an_engine_may_print_and_read_as_it_likes(shared, capfd):
    (speech,) = shared.speak([(TEXT, replace(fakes.TONE, engine="printing"))])
    assert speech == next(LocalBooth().speak([(TEXT, fakes.TONE)]))
    assert capfd.readouterr() == ("", "")


def test_the_child_speaks_ahead(shared, tmp_path):
    speeches, notes = _noted(shared, tmp_path)
    next(speeches)
    assert _appear(notes)  # though only the first was taken
    assert len(list(speeches)) == 2


def test_a_take_that_is_broken_off_leaves_nothing_for_the_next(shared):
    speeches = shared.speak([(f"take one {TEXT}", fakes.TONE)] * 9)
    next(speeches)
    speeches.close()
    (speech,) = shared.speak([("take two", fakes.TONE)])
    assert speech == next(LocalBooth().speak([("take two", fakes.TONE)]))


def test_a_take_that_nobody_listens_to_leaves_nothing_for_the_next(shared):
    shared.speak([(f"take one {TEXT}", fakes.TONE)] * 9)
    (speech,) = shared.speak([("take two", fakes.TONE)])
    assert speech == next(LocalBooth().speak([("take two", fakes.TONE)]))


def test_the_first_lines_are_spoken_before_anybody_listens(shared, tmp_path):
    speeches, notes = _noted(shared, tmp_path)
    assert _appear(notes)
    assert len(list(speeches)) == 3


def _noted(booth, folder):
    """A take of three lines, each of which leaves a file as it is spoken, and these files."""
    notes = [folder / f"line {number}" for number in ("one", "two", "three")]
    return booth.speak([(str(note), replace(fakes.TONE, engine="noting")) for note in notes]), notes


def _appear(files):
    """Whether the files come to be, waiting for as long as a loaded machine may take."""
    end = time.monotonic() + 20
    while not all(file.exists() for file in files) and time.monotonic() < end:
        time.sleep(0.01)
    return all(file.exists() for file in files)


@posix
def test_a_crash_names_the_signal_and_costs_one_line():
    booth = ChildBooth(engines=fakes.ENGINES)
    crashing = replace(fakes.TONE, engine="crashing")
    speeches = booth.speak([(TEXT, crashing), ("crash", crashing), (TEXT, crashing)])
    assert next(speeches).frames
    with pytest.raises(EngineCrashedError, match=r"crashing died \(SIGSEGV"):
        next(speeches)
    assert len(list(booth.speak([(TEXT, crashing)]))) == 1
    booth.close()


def test_an_engine_that_exits_is_a_crash_with_its_last_words():
    booth = ChildBooth(engines=fakes.ENGINES)
    with pytest.raises(EngineCrashedError, match="exit code 3: the sound card is on fire"):
        list(booth.speak([(TEXT, replace(fakes.TONE, engine="exiting"))]))
    booth.close()


@posix
def test_an_engine_that_hangs_is_stopped_with_all_it_started(tmp_path):
    booth = ChildBooth(deadline=1.0, engines=fakes.ENGINES)
    start = time.monotonic()
    with pytest.raises(EngineTimeoutError, match="hanging took longer than 1 s"):
        list(booth.speak([(str(tmp_path / "pids"), replace(fakes.TONE, engine="hanging"))]))
    assert time.monotonic() - start < 10
    assert _gone(tmp_path / "pids")
    assert len(list(booth.speak([(TEXT, fakes.TONE)]))) == 1
    booth.close()


@posix
def test_the_child_dies_with_its_parent(tmp_path):
    program = (
        "import sys; sys.path[:] = " + json.dumps(sys.path) + "\n"
        "import fakes; from dataclasses import replace; from audiofy.audio.booth.child import ChildBooth\n"
        f"list(ChildBooth(engines=fakes.ENGINES).speak([({str(tmp_path / 'pids')!r}, replace(fakes.TONE, engine='hanging'))]))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    deadline = time.monotonic() + 20
    while not (tmp_path / "pids").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    assert _gone(tmp_path / "pids")


@posix
def test_a_child_that_died_between_two_takes_is_replaced():
    booth = ChildBooth(engines=fakes.ENGINES)
    assert len(list(booth.speak([(TEXT, fakes.TONE)]))) == 1
    assert booth._child is not None
    booth._child._process.kill()
    booth._child._process.wait()
    assert len(list(booth.speak([(TEXT, fakes.TONE)]))) == 1
    booth.close()


@posix
def test_closing_ends_the_child_even_as_it_starts():
    booth = ChildBooth()
    assert booth._child is not None
    process = booth._child._process
    booth.close()
    booth.close()
    assert process.returncode is not None


def test_the_working_directory_is_no_place_to_import_from(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    booth = ChildBooth()
    assert len(list(booth.speak([(TEXT, fakes.TONE)]))) == 1
    booth.close()


def answer(text, voice):
    """What the child replies: the header, and the bytes after it."""
    replies = io.BytesIO()
    inside._answer(LocalBooth(fakes.ENGINES), {"text": text, "voice": asdict(voice)}, replies)
    header, _, sound = replies.getvalue().partition(b"\n")
    return json.loads(header), sound


def test_a_reply_is_a_line_of_json_and_the_sound_that_it_announces():
    speech = next(LocalBooth().speak([(TEXT, fakes.TONE)]))
    header, sound = answer(TEXT, fakes.TONE)
    assert header == {
        "frame_rate": speech.frame_rate,
        "bytes": len(speech.pcm),
        "words": [[mark.at, mark.frame] for mark in speech.words],
    }
    assert sound == speech.pcm


def test_a_reply_to_what_cannot_be_spoken_names_the_error():
    header, sound = answer(TEXT, replace(fakes.TONE, engine_voice="shrill"))
    assert (header["error"], sound) == ("CastingError", b"")
    assert answer(TEXT, replace(fakes.TONE, engine="failing"))[0]["error"] == "EngineCrashedError"


def test_the_child_ends_quietly_when_its_replies_reach_nobody():
    class Broken(io.BytesIO):
        def flush(self):
            raise BrokenPipeError

    with pytest.raises(SystemExit) as ending:
        inside._send(Broken(), {})
    assert ending.value.code == 0


def test_espeak_speaks_in_a_child():
    booth = open_booth()
    voice = replace(fakes.TONE, engine="espeak", engine_voice="en-gb+f2")
    (speech,) = booth.speak([(TEXT, voice)])
    booth.close()
    assert len(speech.words) == len(TEXT.split())


def _gone(file: Path) -> bool:
    """Whether the processes named in the file end within a few seconds."""
    pids = [int(pid) for pid in file.read_text().split()]
    assert len(pids) == 2
    for _ in range(250):
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that has ended and was not waited for yet is still listed.
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
