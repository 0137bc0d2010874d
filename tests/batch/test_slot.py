import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audiofy.batch.job import Brief, Job
from audiofy.batch.slot import Patience, Slot
from audiofy.errors import RecordingError

QUICK = Patience(reading=0.6, line=0, silence=0.6)


@pytest.fixture
def slot(brief):
    slot = Slot(brief, patience=QUICK)
    yield slot
    slot.kill()


def job(source, number=1):
    return Job(source=source, number=number)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def gone_within(seconds, pid):
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


def test_a_job_gets_its_receipt_from_another_process(slot):
    receipt = slot.work(job("ok"))
    assert not receipt.failed
    assert receipt.slug == "ok-1"
    assert receipt.folder not in {"", str(os.getpid())}


def test_one_child_serves_many_jobs(slot):
    assert len({slot.work(job("ok", number)).folder for number in range(5)}) == 1


def test_steps_arrive_while_it_works(brief):
    steps = []
    slot = Slot(brief, on_step=lambda job, step: steps.append((job.source, step.what, step.done, step.total)))
    slot.work(job("ok"))
    slot.kill()
    assert steps == [("ok", "", 0, 0), ("ok", "working", 1, 2)]


def test_what_an_engine_prints_or_reads_does_not_meet_the_protocol(slot):
    assert not slot.work(job("print")).failed
    assert not slot.work(job("ok")).failed


@pytest.mark.parametrize(
    ("source", "cause"),
    [("die 9", "SIGKILL"), ("die 15", "SIGTERM"), ("segfault", "SIGSEGV"), ("exit 3", "exit code 3")],
)
def test_a_death_is_its_jobs_alone_and_says_of_what(slot, source, cause):
    receipt = slot.work(job(source))
    assert receipt.error == "EngineCrashedError"
    assert receipt.exit_code == 6
    assert cause in receipt.message
    assert not slot.work(job("ok")).failed


def test_a_segfault_leaves_its_last_words(slot):
    assert "Segmentation fault" in slot.work(job("segfault")).traceback


def test_a_hang_is_stopped_at_its_deadline(slot):
    slot.work(job("ok"))
    begun = time.monotonic()
    receipt = slot.work(job("hang"))
    assert receipt.error == "EngineTimeoutError"
    assert time.monotonic() - begun < 3
    assert not slot.work(job("ok")).failed


def test_a_hang_takes_along_what_it_started(slot, tmp_path):
    note = tmp_path / "pid"
    assert slot.work(job(f"grandchild {note}")).error == "EngineTimeoutError"
    assert gone_within(2, int(note.read_text()))


def test_a_longer_script_may_take_longer():
    patience = Patience(reading=10, line=2)
    assert patience.deadline(0) == 10
    assert patience.deadline(50) == 110


def test_a_child_killed_between_jobs_costs_nothing(slot):
    slot.work(job("ok"))
    os.kill(slot.pid, signal.SIGKILL)
    receipt = slot.work(job("ok"))
    assert not receipt.failed
    assert receipt.tries == 1


def test_a_child_is_replaced_after_some_jobs(brief):
    slot = Slot(brief, recycle=2)
    pids = [slot.work(job("ok", number)).folder for number in range(4)]
    slot.kill()
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_an_unforeseen_fault_keeps_its_traceback(slot):
    receipt = slot.work(job("raise"))
    assert receipt.error == "ZeroDivisionError"
    assert "_do" in receipt.traceback
    assert receipt.exit_code == 1


def test_a_slot_that_cannot_start_says_why():
    slot = Slot(Brief(work="no_such_module:work"))
    with pytest.raises(RecordingError, match="no_such_module"):
        slot.work(job("ok"))
    slot.kill()


def test_no_orphan_when_the_parent_is_killed(tmp_path):
    note, here = tmp_path / "pid", Path(__file__).parents[1]
    code = f"""
import sys; sys.path.insert(0, {str(here)!r})
from audiofy.batch.job import Brief, Job
from audiofy.batch.slot import Slot
slot = Slot(Brief(work="batch.works:obey", path=({str(here)!r},)))
slot.work(Job(source="ok"))
print(slot.pid, flush=True)
slot.work(Job(source="grandchild {note}"))
"""
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = int(parent.stdout.readline())
    while not note.exists() or not note.read_text():
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone_within(2, child)
    assert gone_within(2, int(note.read_text()))
