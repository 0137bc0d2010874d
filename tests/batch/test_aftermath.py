"""What a run leaves: report, notice, survey, and what can be cleaned away."""

import hashlib
import hmac
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.batch import Batch, Terms, gather, glance
from audiofy.batch.estimate import estimate
from audiofy.batch.index import Index
from audiofy.batch.job import Job, Receipt
from audiofy.batch.lock import held
from audiofy.batch.notify import notify, post
from audiofy.batch.report import SHOWN, Report, summary
from audiofy.batch.report.page import span
from audiofy.batch.rows import Row
from audiofy.batch.survey import remove, survey
from audiofy.batch.sweep import Broom
from audiofy.batch.tally import Tally
from audiofy.errors import OutputError
from audiofy.output.parts import part_for
from audiofy.settings import Settings
from batch.newsroom import OTHER, WORDS, write


def receipt(number, **values):
    return Receipt(job=Job(source=f"{number}.txt", number=number), **values)


def reported(folder, receipts):
    tally, report = Tally(), Report(folder)
    for one in receipts:
        tally.add(one)
        report.add(one)
    path = report.finish(tally)
    return json.loads(path.read_text()), (folder / "report.html").read_text(), tally


def test_a_report_has_totals_and_every_source(tmp_path):
    state = tmp_path / "output" / ".audiofy"
    data, page, _ = reported(
        state,
        [
            receipt(
                1,
                fresh=True,
                folder=str(tmp_path / "output/2025/03/one"),
                audio="one.mp3",
                duration=60.0,
                size=1000,
                seconds=2.0,
            ),
            receipt(2, folder="output/two", audio="two.mp3", why="unchanged"),
            receipt(3, error="NoArticleError", message="No <article>.", exit_code=4, seconds=0.5),
        ],
    )
    assert (data["made"], data["current"], data["failed"]) == (1, 1, 1)
    assert data["errors"] == {"NoArticleError": 1}
    assert data["slowest"][0] == {"source": "1.txt", "seconds": 2.0}
    assert [item["became"] for item in data["sources"]] == ["made", "current", "failed"]
    assert "No &lt;article&gt;." in page
    assert 'href="../2025/03/one/one.mp3"' in page
    assert not list(state.glob("*.part"))


def test_a_page_of_many_shows_every_failure_first(tmp_path):
    receipts = [receipt(number, fresh=True, folder=f"o/{number}", audio="a.mp3") for number in range(1, SHOWN + 500)]
    receipts.append(receipt(9999, error="FetchError", message="gone"))
    data, page, _ = reported(tmp_path, receipts)
    assert len(data["sources"]) == SHOWN + 500
    assert "9999.txt" in page
    assert f"{SHOWN} of {SHOWN + 500} are shown" in page


def test_a_report_of_nothing_is_a_report(tmp_path):
    data, _, _ = reported(tmp_path, [])
    assert data["sources"] == []


@pytest.mark.parametrize(("seconds", "said"), [(8.4, "8 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")])
def test_times_are_for_people(seconds, said):
    assert span(seconds) == said


class Server:
    def __init__(self, *answers):
        self.heard = []
        answering = iter(answers)
        heard = self.heard

        class Page(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                heard.append((dict(self.headers), body))
                self.send_response(next(answering))
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Page)
        self.address = f"http://127.0.0.1:{self._server.server_port}/hook"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


def test_an_address_gets_the_report_signed(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDIOFY_NOTIFY_SECRET", "between us")
    _, _, tally = reported(tmp_path, [receipt(1, fresh=True)])
    with Server(200) as server:
        assert notify(server.address, summary(tally), tmp_path / "report.json") == ""
    ((headers, body),) = server.heard
    assert json.loads(body)["sources"][0]["source"] == "1.txt"
    moment, digest = (part.split("=")[1] for part in headers["X-Audiofy-Signature"].split(","))
    assert abs(int(moment) - time.time()) < 60
    assert digest == hmac.new(b"between us", f"{moment}.".encode() + body, hashlib.sha256).hexdigest()


def test_a_busy_server_is_asked_again_and_one_that_refuses_is_not():
    with Server(503, 429, 204) as server:
        assert post(server.address, b"{}", (0, 0, 0)) == ""
    assert len(server.heard) == 3
    with Server(403) as server:
        assert "403" in post(server.address, b"{}", (0, 0, 0))
    assert len(server.heard) == 1


def test_a_server_that_is_not_there_is_told_of():
    assert "can't be reached" in post("http://127.0.0.1:9/", b"{}", (0,))


def test_a_command_gets_the_report_on_its_standard_input(tmp_path):
    into = tmp_path / "copy"
    code = f"import sys; open({str(into)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert notify(f'"{sys.executable}" -c "{code}"', summary(Tally()), None) == ""
    assert json.loads(into.read_text())["made"] == 0


@pytest.mark.parametrize(
    "command", ["no-such-command-here", "'unbalanced", f'"{sys.executable}" -c "raise SystemExit(3)"']
)
def test_a_command_that_fails_is_told_of_and_nothing_more(command):
    assert notify(command, summary(Tally()), None)


def run(*sources):
    batch = Batch(gather(sources or ["news"]), terms=Terms(on="inline"))
    return list(batch.receipts()), batch


def test_a_survey_counts_and_finds_nothing_wrong(newsroom):
    run()
    found = survey(Path("output"))
    assert found.done == len(WORDS)
    assert found.audio > 10
    assert (found.failed, found.stale, found.orphaned, found.leftovers, found.running) == ([], [], [], [], None)


def test_a_survey_needs_no_index(newsroom):
    run()
    shutil.rmtree("output/.audiofy")
    assert survey(Path("output")).done == len(WORDS)
    assert not Path("output/.audiofy/index.sqlite").exists()


def test_a_survey_says_what_failed_changed_or_lost_its_source(newsroom):
    run("news", "nowhere.txt")
    write(newsroom, "tram", title="Another title for the tram altogether")
    Path("news/barge.txt").unlink()
    found = survey(Path("output"))
    assert [finding.name for finding in found.failed] == ["nowhere.txt"]
    assert [(finding.name, finding.why) for finding in found.stale] == [("news/tram.txt", "it changed since")]
    assert [finding.why for finding in found.orphaned] == ["its source news/barge.txt is gone"]


def test_a_source_that_was_written_just_before_it_was_made_can_be_stale_too(newsroom, monkeypatch):
    path = write(newsroom, "tram", title="A tram that was written just now")
    with monkeypatch.context() as patch:
        patch.setattr(glance, "RACY", 1e6)  # however slow this machine is, that is just now
        run()
    assert survey(Path("output")).stale == []
    path.write_text(path.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
    os.utime(path, (time.time() + 5, time.time() + 5))
    with Index(Path("output")) as index:
        assert [row.signature for row in index.rows() if row.source.endswith("tram.txt")] == [""]
    assert [finding.name for finding in survey(Path("output")).stale] == ["news/tram.txt"]


def test_a_file_with_another_article_leaves_its_old_folder_orphaned(newsroom):
    run()
    (newsroom / "news" / "tram.txt").write_text(OTHER)
    run()
    (orphan,) = survey(Path("output")).orphaned
    assert orphan.name == "output/the-tram-runs-on-through-the-winter"
    assert remove(Path("output"), [orphan]) == 1
    found = survey(Path("output"))
    assert (found.done, found.orphaned) == (len(WORDS), [])


def test_what_a_killed_run_left_is_found_and_removed(newsroom):
    run()
    part = Path("output/the-tram-runs-on-through-the-winter/.x.mp3.999999-abcd1234.part")
    part.write_bytes(b"half")
    claim = Path("output/never-made/.claim")
    claim.parent.mkdir()
    claim.write_text("{}")
    assert survey(Path("output")).leftovers == []
    for path in (part, claim):
        os.utime(path, (1e9, 1e9))
    found = survey(Path("output")).leftovers
    assert {finding.name for finding in found} == {str(part), "output/never-made"}
    assert remove(Path("output"), found) == 2
    assert not part.exists()
    assert not claim.parent.exists()
    assert survey(Path("output")).done == len(WORDS)


def test_a_part_file_that_somebody_writes_is_left_alone(newsroom):
    run()
    part = part_for(Path("output/the-tram-runs-on-through-the-winter/x.mp3"))
    part.write_bytes(b"half")
    os.utime(part, (1e9, 1e9))
    assert survey(Path("output")).leftovers == []


def killed_writer(folder):
    """A part file of a process of this machine that is gone."""
    code = f"from pathlib import Path; from audiofy.output.parts import part_for; p = part_for(Path({str(folder)!r}, 'x.mp3')); p.write_bytes(b'half'); print(p)"
    return Path(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip())


def test_the_next_run_sweeps_what_a_killed_one_left(newsroom):
    run()
    folder = Path("output/the-tram-runs-on-through-the-winter")
    dead, alive = killed_writer(folder), part_for(folder / "x.mp3")
    foreign = folder / ".x.mp3.0abcde-999999-abcd1234.part"
    for path in (alive, foreign):
        path.write_bytes(b"half")
    run()
    assert dead.exists()  # no run was killed, as far as the folder tells: nobody looks
    Path("output/.audiofy/unswept").touch()
    run()
    assert not dead.exists()
    assert alive.exists()
    assert foreign.exists()
    assert not Path("output/.audiofy/unswept").exists()


def test_a_run_that_is_broken_off_or_loses_a_slot_has_the_next_one_sweep(newsroom):
    batch = Batch(gather(["news"]), terms=Terms(on="inline"))
    receipts = batch.receipts()
    next(receipts)
    receipts.close()
    assert Path("output/.audiofy/unswept").exists()
    run()
    assert not Path("output/.audiofy/unswept").exists()
    broom = Broom(Path("output"), print)
    broom.see(receipt(1, error="EngineCrashedError"))
    broom.put_away()
    assert Path("output/.audiofy/unswept").exists()


def test_a_survey_says_who_runs(newsroom):
    run()
    with held(Path("output")):
        running = survey(Path("output")).running
    assert running
    assert running.pid == os.getpid()


def test_nothing_outside_the_folder_is_removed(newsroom):
    from audiofy.batch.survey import Finding

    run()
    for name in ("news", "output", "output/../news"):
        with pytest.raises((OutputError, ValueError)):
            remove(Path("output"), [Finding(name=name, why="")])
    assert Path("news/tram.txt").exists()


def test_no_folder_is_a_clear_error(tmp_path):
    with pytest.raises(OutputError, match="no output folder"):
        survey(tmp_path / "nowhere")


def test_an_estimate_goes_by_this_machines_own_figures(newsroom):
    rehearsal = Batch(gather(["news"]), terms=Terms(dry_run=True, on="inline"))
    list(rehearsal.receipts())
    assert "how long it takes is known after the first batch" in estimate(rehearsal)
    receipts, _ = run()
    rehearsal = Batch(gather(["news"]), terms=Terms(dry_run=True, force=True, on="local:1"))
    list(rehearsal.receipts())
    assert rehearsal.pace
    assert rehearsal.pace.articles == len(WORDS)
    audio = sum(one.duration for one in receipts)
    assert rehearsal.tally.characters * rehearsal.pace.duration == pytest.approx(audio)
    assert f"going by the last {len(WORDS)} episodes" in estimate(rehearsal)


def test_an_index_gives_back_what_was_put(tmp_path):
    row = Row(key="k", source="s", folder="f", size=7, duration=1.5, error="E", message="m", exit_code=4)
    with Index(tmp_path) as index:
        index.put(row)
        assert index.find("k") == row
        assert index.find("x") is None
    with Index(tmp_path) as index:
        assert list(index.rows()) == [row]
        assert index.rows_of("f") == (row,)
        index.forget("f")
        assert list(index.rows()) == []


def test_an_index_of_another_schema_is_made_anew(tmp_path):
    from contextlib import closing

    with Index(tmp_path) as index:
        index.put(Row(key="k", source="s"))
    with closing(sqlite3.connect(tmp_path / ".audiofy" / "index.sqlite")) as base:
        base.execute("PRAGMA user_version=99")
    with Index(tmp_path) as index:
        assert list(index.rows()) == []


def test_a_survey_leaves_the_index_of_a_run_alone_and_does_not_hold_it_up(newsroom):
    run()
    with Index(Path("output")) as index:
        index.put(Row(key="a", source="a"))
        index.commit()
        with Index(Path("output"), reading=True) as reader:
            rows = reader.rows()
            next(rows)
            index.put(Row(key="b", source="b"))
            index.commit()
    with pytest.raises(OutputError):
        Index(Path("elsewhere"), reading=True)
    assert not Path("elsewhere").exists()


def test_a_survey_of_a_damaged_index_does_without_and_leaves_it(newsroom):
    run()
    path = Path("output/.audiofy/index.sqlite")
    path.write_bytes(b"not a database" * 1000)
    assert survey(Path("output")).done == len(WORDS)
    assert path.read_bytes().startswith(b"not a database")


def test_an_index_that_is_locked_is_not_thrown_away(tmp_path, monkeypatch):
    with Index(tmp_path) as index:
        index.put(Row(key="k", source="s"))

    def locked(self):
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(Index, "_open", locked)
        with pytest.raises(OutputError, match="locked"):
            Index(tmp_path)
    with Index(tmp_path) as index:
        assert index.find("k")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("find put forget commit".split()), st.integers(0, 12)), max_size=60))
def test_looking_ahead_finds_what_looking_up_does(tmp_path_factory, steps):
    with Index(tmp_path_factory.mktemp("index")) as index:
        for number, (step, key) in enumerate(steps):
            name = f"{key:02}"
            if step == "find":
                assert index.look_up(name) == index.find(name)
            elif step == "put":
                index.put(Row(key=name, source=name, folder=name, seen=number))
            elif step == "forget":
                index.forget(name)
            else:
                index.commit()


def _spoil(path):
    """Overwrites everything of a database but its first page, which is all that opening it reads."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


def test_an_index_that_is_damaged_inside_is_made_again_by_the_next_run(newsroom):
    run()
    _spoil(Path("output/.audiofy/index.sqlite"))
    assert survey(Path("output")).done == len(WORDS)
    lines = []
    batch = Batch(gather(["news"]), terms=Terms(on="inline"), tell=lines.append)
    assert [receipt.fresh for receipt in batch.receipts()] == [False] * len(WORDS)
    assert any("is damaged" in line and "made again" in line for line in lines)
    again = Batch(gather(["news"]), terms=Terms(on="inline"), tell=lines.append)
    assert [receipt.why for receipt in again.receipts()] == ["unchanged"] * len(WORDS)
    with Index(Path("output"), reading=True) as index:
        assert len(list(index.rows())) == len(WORDS)


def test_an_index_that_is_locked_for_good_is_done_without(newsroom, monkeypatch):
    run()
    write(newsroom, "tram", title="Another title for the tram altogether")

    def locked(self, key):
        raise OutputError("Can't use the index: database is locked.")

    monkeypatch.setattr(Index, "find", locked)
    lines = []
    batch = Batch(gather(["news"]), terms=Terms(on="inline"), tell=lines.append)
    assert [receipt.failed for receipt in batch.receipts()] == [False] * len(WORDS)
    assert [line for line in lines if "without its index" in line]


def test_sources_are_found_from_another_folder(newsroom, monkeypatch):
    run()
    shutil.copytree("voices", "elsewhere/voices")
    monkeypatch.chdir("elsewhere")
    found = survey(newsroom / "output")
    assert (found.done, found.orphaned, found.stale) == (len(WORDS), [], [])
    batch = Batch(gather(["../news"]), settings=Settings(output="../output"), terms=Terms(on="inline"))
    assert {receipt.why for receipt in batch.receipts()} == {"unchanged"}
    (newsroom / "news" / "barge.txt").unlink()
    (orphan,) = survey(newsroom / "output").orphaned
    assert orphan.why == f"its source {newsroom / 'news' / 'barge.txt'} is gone"


def test_the_same_file_by_two_paths_is_one_source(newsroom):
    receipts, batch = run("news/tram.txt", "./news/../news/tram.txt", str(Path("news/tram.txt").resolve()))
    assert (len(receipts), batch.tally.twice) == (1, 2)


def test_sources_whose_whole_folder_is_away_orphan_nothing(newsroom):
    run()
    Path("news").rename("unmounted")
    assert survey(Path("output")).orphaned == []


def test_a_folder_in_which_somebody_records_is_no_leftover(newsroom):
    run()
    folder = Path("output/being-made")
    folder.mkdir()
    (folder / ".claim").write_text("{}")
    os.utime(folder / ".claim", (1e9, 1e9))
    part = part_for(folder / "being-made.mp3")
    part.write_bytes(b"half")
    assert survey(Path("output")).leftovers == []
    part.unlink()
    assert [finding.name for finding in survey(Path("output")).leftovers] == ["output/being-made"]
