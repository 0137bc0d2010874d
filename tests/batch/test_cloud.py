"""Episodes in object storage, against a real S3-compatible server on this machine."""

import json
import shutil
import urllib.request
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audiofy.batch import Batch, Terms, gather, outcome
from audiofy.batch.cloud.places import is_cloud, split
from audiofy.batch.cloud.state import local_state, marker, unmarked
from audiofy.batch.cloud.store import Store, store_at
from audiofy.batch.cloud.survey import survey_cloud
from audiofy.cli import app
from audiofy.errors import OutputError
from audiofy.model import Done
from audiofy.settings import Settings
from batch.newsroom import WORDS, write

moto_server = pytest.importorskip("moto.server")
pytest.importorskip("obstore")

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning", "default::ResourceWarning")


@pytest.fixture(scope="module")
def server():
    server = moto_server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server, newsroom, monkeypatch):
    """An empty bucket, and what clients need to find it."""
    for name, value in (
        ("AWS_ENDPOINT_URL", server),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    urllib.request.urlopen(urllib.request.Request(f"{server}/moto-api/reset", method="POST")).close()
    urllib.request.urlopen(urllib.request.Request(f"{server}/news", method="PUT")).close()
    store_at.cache_clear()
    return Store("s3://news")


def run(*sources, **terms):
    settings = Settings(output="s3://news/audio")
    batch = Batch(
        gather(sources or ["news"], settings=settings), settings=settings, terms=Terms(**{"on": "inline", **terms})
    )
    return list(batch.receipts()), batch


def keys(bucket, prefix=""):
    return {found.key for found in bucket.list(prefix)}


def test_a_store_puts_gets_lists_and_removes(bucket):
    assert bucket.get("a/b.txt") is None
    assert bucket.head("a/b.txt") is None
    tag = bucket.put("a/b.txt", b"one")
    assert bucket.get("a/b.txt") == b"one"
    found = bucket.head("a/b.txt")
    assert found
    assert (found.size, found.tag) == (3, tag)
    assert keys(bucket, "a") == {"a/b.txt"}
    bucket.delete("a/b.txt")
    bucket.delete("a/b.txt")
    assert keys(bucket) == set()


def test_only_one_can_create_an_object(bucket):
    assert bucket.put("claim", b"mine", create=True)
    assert bucket.put("claim", b"yours", create=True) == ""
    assert bucket.get("claim") == b"mine"


def test_a_batch_goes_to_a_bucket_whole_and_marked(bucket):
    receipts, batch = run()
    assert [receipt.message for receipt in receipts if receipt.failed] == []
    assert batch.tally.made == len(WORDS)
    for receipt in receipts:
        done = outcome(receipt)
        assert isinstance(done, Done)
        folder = receipt.folder.removeprefix("s3://news/")
        audio = bucket.get(f"{folder}/{receipt.audio}")
        assert sha256(audio).hexdigest() == done.episode.recording.sha256
        assert json.loads(bucket.get(f"{folder}/episode.json"))["fingerprint"] == receipt.fingerprint
    assert len(keys(bucket, "audio/.audiofy/done")) == len(WORDS)
    assert not Path("output").exists()


def test_what_is_there_is_known_without_looking_at_each(bucket):
    run()
    again, batch = run()
    assert batch.tally.current == len(WORDS)
    assert {receipt.why for receipt in again} == {"unchanged"}


def test_another_machine_adopts_what_is_there(bucket, monkeypatch, tmp_path):
    run()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another machine"))
    _, batch = run()
    assert (batch.tally.made, batch.tally.current) == (0, len(WORDS))


def test_a_lost_marker_costs_a_look_and_no_rendering(bucket):
    run()
    for key in keys(bucket, "audio/.audiofy/done"):
        bucket.delete(key)
    _, batch = run()
    assert (batch.tally.made, batch.tally.current) == (0, len(WORDS))
    assert len(keys(bucket, "audio/.audiofy/done")) == len(WORDS)


def test_a_change_replaces_the_episode_and_its_marker(bucket, newsroom):
    run()
    path = newsroom / "news" / "tram.txt"
    path.write_text(path.read_text().replace("$4", "$5"))
    receipts, batch = run()
    assert batch.tally.made == 1
    marks = keys(bucket, "audio/.audiofy/done")
    assert len(marks) == len(WORDS)
    (fresh,) = (receipt for receipt in receipts if receipt.fresh)
    assert f"audio/{marker(fresh.slug, fresh.fingerprint)}" in marks


def test_a_corrected_headline_replaces_the_episode_in_its_folder(bucket, newsroom):
    before = {receipt.folder for receipt in run()[0]}
    write(newsroom, "ferry", title="Ferry comes back at last")
    receipts, batch = run()
    assert batch.tally.made == 1
    assert {receipt.folder for receipt in receipts} == before


def test_a_missing_mp3_is_made_again(bucket):
    receipts, _ = run()
    victim = receipts[0]
    bucket.delete(f"{victim.folder.removeprefix('s3://news/')}/{victim.audio}")
    for key in keys(bucket, "audio/.audiofy/done"):
        bucket.delete(key)
    assert [receipt.job.source for receipt in run()[0] if receipt.fresh] == [victim.job.source]


def test_two_articles_of_one_title_have_two_folders(bucket, newsroom):
    from batch.newsroom import OTHER

    write(newsroom, "ferry", title="Boats and trams run on")
    (newsroom / "news" / "tram.txt").write_text(OTHER)
    receipts, _ = run("news/ferry.txt", "news/tram.txt")
    assert len({receipt.folder for receipt in receipts}) == 2


def test_a_rehearsal_says_what_would_be_made(bucket):
    assert {receipt.why for receipt in run(dry_run=True)[0]} == {"new"}
    assert keys(bucket) == set()
    run()
    planned, batch = run(dry_run=True, force=True)
    assert batch.tally.planned == len(WORDS)
    assert {receipt.why for receipt in planned} == {"forced"}


def test_sources_come_from_a_bucket_too(bucket, newsroom):
    for word in WORDS:
        bucket.put(f"in/{word}.txt", (newsroom / "news" / f"{word}.txt").read_bytes())
    bucket.put("in/picture.jpg", b"")
    settings = Settings(output="local")
    batch = Batch(gather(["s3://news/in/"]), settings=settings, terms=Terms(on="inline"))
    receipts = list(batch.receipts())
    assert [receipt.message for receipt in receipts if receipt.failed] == []
    assert {receipt.job.source for receipt in receipts} == {f"s3://news/in/{word}.txt" for word in WORDS}
    again = Batch(gather(["s3://news/in/"]), settings=settings, terms=Terms(on="inline"))
    assert {receipt.why for receipt in again.receipts()} == {"unchanged"}


def test_a_bucket_that_is_not_there_is_a_clear_error(bucket):
    receipts, _ = run("news/tram.txt")
    assert not receipts[0].failed
    batch = Batch(
        gather(["news/tram.txt"]), settings=Settings(output="s3://nobodys-bucket/x"), terms=Terms(on="inline", retry=0)
    )
    with pytest.raises(OutputError, match="nobodys-bucket"):
        list(batch.receipts())


@pytest.mark.parametrize("place", ["s3://bucket/a/b", "gs://bucket", "az://account/container"])
def test_places_in_the_cloud_are_told_from_paths(place):
    assert is_cloud(place)
    bucket, key = split(place)
    assert f"{bucket}/{key}".rstrip("/") == place


@pytest.mark.parametrize("place", ["output", "s3", "/s3://x", "https://example.org"])
def test_paths_and_addresses_are_not(place):
    assert not is_cloud(place)


def test_a_marker_names_folder_and_fingerprint():
    assert unmarked(marker("2025/03/a-b", "0123456789abcdef0123")) == ("2025/03/a-b", "0123456789abcdef")


def test_a_survey_counts_what_is_there_and_says_what_failed(bucket, newsroom):
    run("news", "nowhere.txt")
    found = survey_cloud("s3://news/audio", Settings(output="s3://news/audio"))
    assert (found.done, found.unmeasured) == (len(WORDS), 0)
    assert found.audio > 10
    assert [finding.name for finding in found.failed] == ["nowhere.txt"]
    assert (found.stale, found.running) == ([], None)
    shutil.rmtree(local_state("s3://news/audio"))
    found = survey_cloud("s3://news/audio")
    assert (found.done, found.unmeasured, found.failed) == (len(WORDS), len(WORDS), [])


def test_the_status_of_a_bucket_is_told_and_cleaning_it_refused(bucket, newsroom):
    run("news/tram.txt", "news/barge.txt")
    told = CliRunner().invoke(app, ["status", "s3://news/audio"])
    assert "Done: 2 episodes" in told.stdout
    refused = CliRunner().invoke(app, ["clean", "s3://news/audio"])
    assert isinstance(refused.exception, OutputError)
