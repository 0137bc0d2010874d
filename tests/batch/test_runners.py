"""One contract for every runner: an unordered map, one receipt a job, whatever happens to a worker."""

import threading

import pytest

from audiofy.batch.job import Job, Receipt
from audiofy.batch.runners import open_runner, stream
from audiofy.batch.runners.local import Local
from audiofy.batch.slot import Patience
from audiofy.errors import SettingsError


def make_inline(brief, **options):
    return open_runner("inline", brief, on_step=options.get("on_step", lambda *_: None), retry=options.get("retry", 1))


def make_local(brief, **options):
    return Local(
        brief,
        slots=2,
        on_step=options.get("on_step", lambda *_: None),
        retry=options.get("retry", 1),
        patience=Patience(reading=1, silence=1),
    )


@pytest.fixture(params=[make_inline, make_local])
def make(request, brief):
    runners = []

    def build(**options):
        runners.append(request.param(brief, **options))
        return runners[-1]

    yield build
    for runner in runners:
        runner.close()


@pytest.fixture
def make_isolated(brief):
    runners = []

    def build(**options):
        runners.append(make_local(brief, **options))
        return runners[-1]

    yield build
    for runner in runners:
        runner.close()


def jobs(*sources):
    return [Job(source=source, number=number) for number, source in enumerate(sources, 1)]


def test_every_job_gets_exactly_one_receipt(make):
    receipts = list(stream(jobs(*["ok"] * 30, "refuse", "raise"), make()))
    assert sorted(receipt.job.number for receipt in receipts) == list(range(1, 33))
    assert {receipt.job.source for receipt in receipts if receipt.failed} == {"refuse", "raise"}


def test_no_jobs_no_receipts(make):
    assert list(stream([], make())) == []


def test_a_receipt_among_the_jobs_passes_through(make):
    skipped = Receipt(job=Job(source="known", number=2), slug="known")
    receipts = list(stream([*jobs("ok"), skipped], make()))
    assert skipped in receipts
    assert len(receipts) == 2


def test_jobs_are_taken_as_they_are_needed(make):
    runner, taken = make(), []

    def endless():
        number = 0
        while True:
            number += 1
            taken.append(number)
            yield Job(source="ok", number=number)

    receipts = stream(endless(), runner)
    for _ in range(5):
        next(receipts)
    receipts.close()
    assert len(taken) <= 5 + runner.window


def test_stopping_finishes_what_was_begun_and_begins_no_more(make):
    stop = threading.Event()
    receipts = []
    for receipt in stream(jobs(*["ok"] * 50), make(), stop=stop.is_set):
        receipts.append(receipt)
        stop.set()
    assert 1 <= len(receipts) <= 5


def test_what_may_pass_is_tried_again(make, tmp_path):
    (receipt,) = stream(jobs(f"flaky {tmp_path / 'count'}"), make(retry=1))
    assert not receipt.failed
    assert receipt.tries == 2


def test_what_will_not_pass_is_not_tried_again(make):
    (receipt,) = stream(jobs("refuse"), make(retry=3))
    assert receipt.tries == 1
    assert receipt.error == "NoArticleError"


def test_without_retry_the_first_fault_counts(make, tmp_path):
    (receipt,) = stream(jobs(f"flaky {tmp_path / 'count'}"), make(retry=0))
    assert receipt.error == "FetchError"


def test_steps_name_the_job(make):
    steps = []
    list(stream(jobs("ok"), make(on_step=lambda slot, job, step: steps.append((job.number, step.total)))))
    assert steps == [(1, 0), (1, 2)]


def test_poison_costs_no_innocent(make_isolated, tmp_path):
    poison = tmp_path / "poison"
    sources = ["ok"] * 10 + [f"fatal {poison}", "segfault", "hang"] + ["ok"] * 10
    receipts = list(stream(jobs(*sources), make_isolated(retry=1)))
    assert len(receipts) == 23
    assert {receipt.job.number for receipt in receipts if receipt.failed} == {11, 12, 13}
    assert poison.read_text() == "xx"


def test_an_article_hit_by_chance_is_made_at_the_second_try(make_isolated, tmp_path):
    (receipt,) = stream(jobs(f"fatal-once {tmp_path / 'count'}"), make_isolated(retry=1))
    assert not receipt.failed
    assert receipt.tries == 2


def test_two_slots_work_at_once(make_isolated, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    receipts = list(stream(jobs(f"meet {here} {there}", f"meet {there} {here}"), make_isolated()))
    assert [receipt.message for receipt in receipts if receipt.failed] == []
    assert len(receipts) == 2


def test_one_job_opens_one_slot(make_isolated):
    runner = make_isolated()
    list(stream(jobs("ok"), runner))
    assert len(runner.pids()) == 1


@pytest.mark.parametrize("on", ["moon", "local:0", "local:x", ""])
def test_a_place_that_is_not_there_is_refused(brief, on):
    with pytest.raises(SettingsError):
        open_runner(on, brief, on_step=lambda *_: None, retry=1)
