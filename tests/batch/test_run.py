"""Batches over the tone engine: what is made, skipped, made again, and why."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from audiofy.batch import Batch, Terms, gather, narrate_all
from audiofy.batch.index import Index
from audiofy.batch.lock import held
from audiofy.errors import OutputError, SettingsError
from audiofy.model import Done, Failed
from audiofy.output import read_episode
from audiofy.settings import Settings, override
from batch.newsroom import OTHER, WORDS, write


def run(settings=None, *sources, **terms):
    batch = Batch(
        gather(sources or ["news"], settings=settings), settings=settings, terms=Terms(**{"on": "inline", **terms})
    )
    return list(batch.receipts()), batch


def made(receipts):
    return sorted(Path(receipt.job.source).stem for receipt in receipts if receipt.fresh)


def test_a_batch_is_made_once(newsroom):
    receipts, batch = run()
    assert made(receipts) == sorted(WORDS)
    assert (batch.tally.made, batch.tally.failed) == (5, 0)
    again, batch = run()
    assert (batch.tally.made, batch.tally.current) == (0, 5)
    assert {receipt.why for receipt in again} == {"unchanged"}
    assert {receipt.folder for receipt in again} == {receipt.folder for receipt in receipts}


def test_an_unchanged_batch_starts_no_child(newsroom, monkeypatch):
    run()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    _, batch = run(on="local:1")
    assert batch.tally.current == 5


def test_without_its_index_a_batch_adopts_what_is_there(newsroom):
    first, _ = run()
    shutil.rmtree(newsroom / "output" / ".audiofy")
    again, batch = run()
    assert (batch.tally.made, batch.tally.current) == (0, 5)
    assert sorted(receipt.fingerprint for receipt in again) == sorted(receipt.fingerprint for receipt in first)


def test_a_damaged_index_is_made_anew(newsroom):
    run()
    (newsroom / "output" / ".audiofy" / "index.sqlite").write_bytes(b"not a database" * 1000)
    assert run()[1].tally.current == 5


def test_only_the_changed_article_is_made_again(newsroom):
    run()
    path = newsroom / "news" / "tram.txt"
    path.write_text(path.read_text().replace("$4", "$5"))
    assert made(run()[0]) == ["tram"]


def test_an_article_whose_audio_is_gone_is_made_again(newsroom):
    receipts, _ = run()
    victim = receipts[0]
    Path(victim.folder, victim.audio).unlink()
    assert made(run()[0]) == [Path(victim.job.source).stem]


def test_a_cut_mp3_is_made_again(newsroom):
    receipts, _ = run()
    path = Path(receipts[0].folder, receipts[0].audio)
    path.write_bytes(path.read_bytes()[:1000])
    assert made(run()[0]) == [Path(receipts[0].job.source).stem]


def test_another_voice_touches_everything_and_a_rehearsal_says_so(newsroom):
    run()
    settings = override(Settings(), {"cast.narrator": "carol"})
    planned, batch = run(settings, dry_run=True)
    assert batch.tally.planned == 5
    assert all(receipt.why.startswith("the voices changed: anchor") for receipt in planned)
    assert made(run(settings)[0]) == sorted(WORDS)


def test_a_lexicon_entry_touches_only_articles_with_the_word(newsroom):
    run()
    lexicon = newsroom / "words.tsv"
    lexicon.write_text("tram\talias\ttramway car\n")
    settings = override(Settings(), {"speaking.lexicons": [str(lexicon)]})
    planned, _ = run(settings, dry_run=True)
    why = {Path(receipt.job.source).stem: receipt.why for receipt in planned}
    assert why.pop("tram").startswith("words are said in another way: tram")
    assert set(why.values()) == {"unchanged"}
    assert made(run(settings)[0]) == ["tram"]


def test_a_lexicon_beside_the_articles_is_noticed(newsroom):
    run()
    (newsroom / "news" / "lexicon").mkdir()
    (newsroom / "news" / "lexicon" / "words.tsv").write_text("barge\talias\tflat boat\n")
    assert made(run()[0]) == ["barge"]


def test_force_makes_everything_again(newsroom):
    run()
    assert made(run(force=True)[0]) == sorted(WORDS)


def test_a_rehearsal_makes_nothing_and_leaves_nothing(newsroom):
    receipts, batch = run(dry_run=True)
    assert {receipt.why for receipt in receipts} == {"new"}
    assert batch.tally.planned == 5
    assert batch.tally.characters > 500
    assert not (newsroom / "output").exists()


def test_a_rehearsal_leaves_no_folder_for_a_new_article(newsroom):
    run(None, "news/tram.txt", "news/barge.txt")
    before = sorted(path.name for path in Path("output").iterdir())
    planned, _ = run(dry_run=True)
    assert sorted(receipt.why for receipt in planned) == ["new", "new", "new", "unchanged", "unchanged"]
    assert sorted(path.name for path in Path("output").iterdir()) == before


def test_a_source_listed_twice_is_one_source(newsroom):
    receipts, batch = run(None, "news/tram.txt", "news/tram.txt", "news/barge.txt")
    assert len(receipts) == 2
    assert batch.tally.twice == 1


def test_the_same_file_by_another_path_is_up_to_date(newsroom):
    run(None, "news/tram.txt")
    for path in ("./news/tram.txt", str(newsroom / "news" / "tram.txt")):
        receipts, batch = run(None, path)
        assert (batch.tally.made, batch.tally.current) == (0, 1)
    assert read_episode(Path(receipts[0].folder)).version == 1


def test_two_files_of_one_article_are_one_episode_that_settles(newsroom):
    shutil.copy("news/tram.txt", "news/copy.txt")
    receipts, batch = run(None, "news/tram.txt", "news/copy.txt")
    assert batch.tally.made == 1
    assert len({receipt.folder for receipt in receipts}) == 1
    assert run(None, "news/tram.txt", "news/copy.txt")[1].tally.made == 0


def test_a_corrected_headline_replaces_the_episode_in_its_folder(newsroom):
    before = {receipt.folder for receipt in run()[0]}
    write(newsroom, "tram", title="A tram through the winter, the second time")
    receipts, _ = run()
    assert made(receipts) == ["tram"]
    assert {receipt.folder for receipt in receipts} == before
    (episode,) = (read_episode(Path(receipt.folder)) for receipt in receipts if receipt.fresh)
    assert (episode.version, episode.history[-1].changed) == (2, ("title",))


def test_a_limit_counts_what_is_to_be_done_and_goes_on_the_next_time(newsroom):
    assert len(made(run(limit=2)[0])) == 2
    receipts, batch = run(limit=2)
    assert len(made(receipts)) == 2
    assert batch.tally.stopped == "--limit 2"
    assert len(made(run(limit=2)[0])) == 1


def test_fail_fast_begins_no_more(newsroom):
    sources = ["nowhere-1.txt", *[f"nowhere-{number}.txt" for number in range(2, 40)]]
    receipts, batch = run(None, *sources, fail_fast=True)
    assert 1 <= len(receipts) <= 3
    assert batch.tally.stopped == "--fail-fast"


def test_max_failures_allows_so_many(newsroom):
    sources = [f"nowhere-{number}.txt" for number in range(40)]
    receipts, batch = run(None, *sources, max_failures="5")
    assert 6 <= len(receipts) <= 8
    assert batch.tally.stopped == "--max-failures 5"


def test_what_failed_is_remembered_with_its_reason_and_tried_again(newsroom):
    run(None, "news/tram.txt", "news/later.txt")
    with Index(Path("output")) as index:
        row = index.find(str(Path("news/later.txt").resolve()))
    assert row
    assert row.error == "SourceNotFoundError"
    write(newsroom, "later")
    assert made(run(None, "news/tram.txt", "news/later.txt")[0]) == ["later"]


def test_an_article_that_fails_now_keeps_the_episode_it_had(newsroom):
    receipts, _ = run()
    path = newsroom / "news" / "tram.txt"
    path.write_bytes(b"\0\1\2" * 100)
    run()
    before = next(receipt for receipt in receipts if "tram" in receipt.job.source)
    assert Path(before.folder, before.audio).is_file()
    with Index(Path("output")) as index:
        row = index.find(str(path))
    assert row
    assert row.folder == Path(before.folder).name


def test_a_second_run_is_told_who_is_there(newsroom):
    with held(Path("output")), pytest.raises(OutputError, match=f"process {os.getpid()} of .* on "):
        run()


def test_a_second_run_can_wait(newsroom):
    code = """
import sys, time
from pathlib import Path
from audiofy.batch.lock import held
with held(Path("output")):
    print("held", flush=True)
    time.sleep(1)
"""
    other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    assert len(run(None, "news/tram.txt", wait=True)[0]) == 1
    other.wait()
    other.stdout.close()


def test_a_lock_is_free_when_its_holder_is_killed(newsroom):
    code = "import time; from pathlib import Path; from audiofy.batch.lock import held\nwith held(Path('output')):\n print('held', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert other.stdout
    other.stdout.readline()
    other.kill()
    other.wait()
    other.stdout.close()
    with held(Path("output")):
        pass


def test_an_article_alone_needs_no_pool_no_lock_and_no_index(newsroom):
    with held(Path("elsewhere")):
        batch = Batch(gather(["news/tram.txt"]), settings=Settings(output="elsewhere"))
        (receipt,) = batch.receipts()
    assert receipt.fresh
    assert batch.alone


def test_a_list_may_give_each_article_its_voice_and_title(newsroom):
    Path("list.csv").write_text("source,voice,title\nnews/tram.txt,carol,A tram of its own\nnews/barge.txt,,\n")
    batch = Batch(gather([], lists=["list.csv"]), terms=Terms(on="inline"))
    folders = {Path(receipt.job.source).stem: receipt.folder for receipt in batch.receipts()}
    assert folders["tram"] == "output/a-tram-of-its-own"
    done = {
        outcome.source: outcome
        for outcome in narrate_all(["news/tram.txt", "news/barge.txt"], terms=Terms(on="inline"))
    }
    assert all(isinstance(outcome, Done) for outcome in done.values())


def test_outcomes_come_in_order_one_a_source(newsroom):
    outcomes = list(narrate_all(["nowhere.txt", "news/tram.txt", "news/barge.txt"]))
    assert [outcome.source for outcome in outcomes] == ["nowhere.txt", "news/tram.txt", "news/barge.txt"]
    assert isinstance(outcomes[0], Failed)
    assert [outcome.message for outcome in outcomes[1:] if isinstance(outcome, Failed)] == []
    assert all(isinstance(outcome, Done) and outcome.fresh for outcome in outcomes[1:])


def test_a_layout_puts_episodes_by_date(newsroom):
    receipts, _ = run(Settings(layout="{year}/{month}/{slug}"), "news/tram.txt")
    assert receipts[0].folder == "output/2025/03/the-tram-runs-on-through-the-winter"
    assert run(Settings(layout="{year}/{month}/{slug}"), "news/tram.txt")[1].tally.current == 1


def test_two_articles_of_one_title_have_two_folders(newsroom):
    for word in ("ferry", "tram"):
        write(newsroom, word, title="Boats and trams run on")
    (newsroom / "news" / "tram.txt").write_text(OTHER)
    receipts, _ = run(None, "news/ferry.txt", "news/tram.txt")
    assert len({receipt.folder for receipt in receipts}) == 2


@pytest.mark.parametrize("text", ["", "many", "5.5", "101%", "-1"])
def test_a_wrong_allowance_is_refused(text):
    from audiofy.batch.tally import allowance

    with pytest.raises(SettingsError):
        allowance(text)


def test_an_output_that_is_a_file_is_refused_before_any_work(newsroom):
    Path("output").write_text("in the way")
    with pytest.raises(OutputError):
        run()


def test_a_folder_removed_during_the_run_is_made_again(newsroom):
    batch = Batch(gather(["news"]), terms=Terms(on="inline"))
    receipts = batch.receipts()
    next(receipts)
    shutil.rmtree("output")
    rest = list(receipts)
    assert not [receipt for receipt in rest if receipt.failed]
    again, _ = run()
    assert not [receipt for receipt in again if receipt.failed]
    assert sum(1 for _ in Path("output").glob("*/episode.json")) == 5


def test_a_clock_set_back_neither_hides_a_change_nor_makes_one(newsroom):
    for path in (newsroom / "news").iterdir():
        later = time.time() + 1e6
        os.utime(path, (later, later))
    run()
    assert run()[1].tally.made == 0
    path = newsroom / "news" / "tram.txt"
    path.write_text(path.read_text().replace("$4", "$6"))
    os.utime(path, (1e9, 1e9))
    assert made(run()[0]) == ["tram"]


def test_two_names_of_one_article_never_tear_its_episode(newsroom):
    shutil.copy("news/tram.txt", "news/tram-copy.txt")
    for _ in range(3):
        receipts, _ = run(None, "news/tram.txt", "news/tram-copy.txt", on="local:2", force=True)
        assert not [receipt.message for receipt in receipts if receipt.failed]
        (folder,) = {receipt.folder for receipt in receipts}
        recording = read_episode(Path(folder)).recording
        assert sha256(Path(folder, recording.audio).read_bytes()).hexdigest() == recording.sha256


def test_terms_have_no_mutable_state():
    assert replace(Terms(), force=True) == Terms(force=True)


def test_a_name_that_no_file_can_have_fails_alone(newsroom):
    receipts, _ = run(None, "a\0b/c.txt", "news/tram.txt")
    assert [receipt.failed for receipt in receipts] == [True, False]


def test_a_copy_that_is_gone_is_made_again(newsroom):
    settings = override(Settings(), {"audio.also": ["web"]})
    receipts, _ = run(settings, "news/tram.txt", "news/barge.txt")
    copy = Path(receipts[0].folder, receipts[0].audio).with_suffix(".web.mp3")
    assert run(settings, "news/tram.txt", "news/barge.txt")[1].tally.current == 2
    copy.unlink()
    assert made(run(settings, "news/tram.txt", "news/barge.txt")[0]) == ["tram"]
    assert copy.exists()
