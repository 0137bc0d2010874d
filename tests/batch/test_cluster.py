"""A real Dask cluster of two workers on this machine: the same map, a preflight, and a scheduler that goes away."""

import os
import signal
import time
from dataclasses import replace

import pytest

from audiofy.batch.job import Brief, Job
from audiofy.batch.receipts import failure
from audiofy.batch.runners import open_runner, stream
from audiofy.batch.runners.cluster import Cluster
from audiofy.errors import RecordingError, SettingsError
from audiofy.settings import Settings

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.filterwarnings("default::ResourceWarning", "default::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dask")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=":0",
        local_directory=str(folder),
        silence_logs=50,
    ) as cluster:
        yield cluster


@pytest.fixture
def brief(brief, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return replace(brief, folder=str(tmp_path), settings=Settings(output=str(tmp_path / "output")))


@pytest.fixture
def runner(cluster, brief):
    runner = open_runner(f"dask:{cluster.scheduler_address}", brief, on_step=lambda *_: None, retry=1)
    yield runner
    runner.close()


def jobs(*sources):
    return [Job(source=source, number=number) for number, source in enumerate(sources, 1)]


def test_every_job_gets_one_receipt_and_poison_costs_no_worker(runner, cluster, tmp_path):
    workers = {worker["pid"] for worker in _workers(cluster)}
    poison = tmp_path / "poison"
    sources = ["ok"] * 40 + [f"fatal {poison}", "segfault", "raise", "refuse"] + ["ok"] * 40
    receipts = list(stream(jobs(*sources), runner))
    assert sorted(receipt.job.number for receipt in receipts) == list(range(1, 85))
    assert {receipt.job.number for receipt in receipts if receipt.failed} == {41, 42, 43, 44}
    assert poison.read_text() == "xx"
    assert {worker["pid"] for worker in _workers(cluster)} == workers


def test_a_killed_worker_costs_no_article(runner, cluster):
    receipts = []
    for receipt in stream(jobs(*["sleep 0.02"] * 60), runner):
        receipts.append(receipt)
        if len(receipts) == 5:
            os.kill(next(iter(_workers(cluster)))["pid"], signal.SIGKILL)
    assert sorted(receipt.job.number for receipt in receipts) == list(range(1, 61))
    assert not [receipt for receipt in receipts if receipt.failed]


def test_jobs_are_taken_as_they_are_needed_and_stopping_ends_it(runner):
    taken, receipts = [], []

    def endless():
        while True:
            taken.append(len(taken) + 1)
            yield Job(source="ok", number=taken[-1])

    for receipt in stream(endless(), runner, stop=lambda: len(receipts) >= 10):
        receipts.append(receipt)
        assert len(taken) <= len(receipts) + runner.window + 100
    assert 10 <= len(receipts) <= len(taken) <= 400


def test_no_scheduler_is_a_clear_refusal(brief, monkeypatch):
    monkeypatch.setattr("audiofy.batch.runners.cluster.CONNECT", 0.5)
    with pytest.raises(SettingsError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1"):
        Cluster("tcp://127.0.0.1:1", brief, retry=1)


@pytest.fixture
def certificates(tmp_path):
    """A scheduler's and its clients' certificates, in Dask's configuration."""
    pytest.importorskip("cryptography")
    security = distributed.Security.temporary()
    place = "distributed.comm.tls"
    given = {"ca-file": security.tls_ca_file}
    for role in ("scheduler", "worker", "client"):
        given |= {
            f"{role}.key": getattr(security, f"tls_{role}_key"),
            f"{role}.cert": getattr(security, f"tls_{role}_cert"),
        }
    with dask.config.set({f"{place}.{name}": value for name, value in given.items()}):
        yield security


def test_a_cluster_behind_certificates(certificates, brief, tmp_path):
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        host="127.0.0.1",
        protocol="tls",
        security=certificates,
        dashboard_address=":0",
        local_directory=str(tmp_path),
        silence_logs=50,
    ) as cluster:
        assert cluster.scheduler_address.startswith("tls://")
        runner = open_runner(f"dask:{cluster.scheduler_address}", brief, on_step=lambda *_: None, retry=1)
        receipts = list(stream(jobs("ok", "ok", "refuse"), runner))
        runner.close()
    assert [receipt.failed for receipt in sorted(receipts, key=lambda receipt: receipt.job.number)] == [
        False,
        False,
        True,
    ]


def test_certificates_that_are_missing_are_a_clear_refusal(brief, tmp_path):
    with pytest.raises(SettingsError, match="asks for certificates, and there are none"):
        Cluster("tls://127.0.0.1:1", brief, retry=0)
    nowhere = {f"distributed.comm.tls.{name}": str(tmp_path / "no.pem") for name in ("ca-file", "client.cert")}
    with dask.config.set(nowhere), pytest.raises(SettingsError, match="can't be read"):
        Cluster("tls://127.0.0.1:1", brief, retry=0)


def test_a_worker_that_differs_is_refused_by_name(cluster, brief, monkeypatch):
    monkeypatch.setattr("audiofy.batch.glance.libraries_digest", lambda: "another")
    with pytest.raises(SettingsError, match=r"worker tcp://.* differs from this machine in: libraries"):
        Cluster(cluster.scheduler_address, brief, retry=1)


def test_a_scheduler_that_goes_away_is_a_clear_error(brief, tmp_path):
    cluster = distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0", silence_logs=50
    )
    runner = Cluster(cluster.scheduler_address, brief, retry=1)
    receipts = stream(jobs(*["sleep 0.1"] * 100), runner)
    next(receipts)
    cluster.close()
    begun = time.monotonic()
    with pytest.raises(RecordingError, match=r"scheduler at tcp://.* is gone"):
        list(receipts)
    assert time.monotonic() - begun < 20
    runner.close()


def test_the_brief_survives_its_journey():
    import msgspec

    brief = Brief(settings=Settings(output="x"), work="a:b", path=("p",), folder="f")
    assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief
    receipt = failure(Job(source="s"), ValueError("x"))
    assert msgspec.json.decode(msgspec.json.encode(receipt), type=type(receipt)) == receipt


def _workers(cluster):
    return [{"pid": worker.process.pid} for worker in cluster.workers.values() if worker.process]
