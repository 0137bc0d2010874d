"""The benchmark on a miniature of our own, in the layout of the corpora that it is for."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

ENGLISH = "“We go on,” Ann Lee said.\n\n“Never mind, all of you,” said Tom Grey. He called it “a hard blow” to all.\n"
GERMAN = "„Wir gehen weiter“, sagte Anna Rau. Die „Hafenpost“ schwieg."


@pytest.fixture(scope="module")
def benchmark():
    path = Path(__file__).parents[3] / "benchmarks" / "quotations.py"
    spec = importlib.util.spec_from_file_location("quotations_benchmark", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def span(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.fixture
def polnear(tmp_path):
    text_folder, notes_folder = tmp_path / "test" / "text", tmp_path / "test" / "attributions"
    text_folder.mkdir(parents=True)
    notes_folder.mkdir()
    (text_folder / "harbour.txt").write_text(ENGLISH, encoding="utf-8")
    rows, events = [], []
    for number, (source, content) in enumerate(
        [("Ann Lee", "“We go on,”"), ("Ann Lee", "“Never mind, all of you,”"), ("He", "it “a hard blow” to all")]
    ):
        for role, words, mark in (("Source", source, f"T{2 * number}"), ("Content", content, f"T{2 * number + 1}")):
            first, last = span(ENGLISH, words)
            rows.append(f"{mark}\t{role} {first} {last}\t{words}")
        events.append(f"E{number}\tAttribution:T{2 * number} Source:T{2 * number} Content:T{2 * number + 1}")
    (notes_folder / "harbour_one.ann").write_text("\n".join(rows + events), encoding="utf-8")
    return tmp_path


@pytest.fixture
def german(tmp_path):
    folder = tmp_path / "part"
    folder.mkdir()
    first, last = span(GERMAN, "„Wir gehen weiter“")
    name = span(GERMAN, "Anna Rau")
    annotation = {
        "type": "Direct",
        "quote": {"spans": [{"charBegin": first, "charEnd": last}]},
        "speaker": {"spans": [{"charBegin": name[0], "charEnd": name[1]}], "text": "Anna Rau"},
    }
    record = {"originalText": GERMAN, "annotations": [annotation]}
    (folder / "1 hafen.json").write_text(json.dumps(record), encoding="utf-8")
    return tmp_path


def test_english(benchmark, polnear):
    tally = benchmark.measure(benchmark.read_polnear(polnear), "en")
    # The second quotation is annotated with a wrong speaker on purpose; words inside indirect speech are not counted.
    assert (tally.articles, tally.asked, tally.given, tally.found, tally.right) == (1, 2, 2, 2, 1)
    assert tally.row("mini").startswith("| mini | 1 | 2 | 100.0 | 100.0 | 100.0 | 50.0 | 50.0 |")


def test_german(benchmark, german):
    tally = benchmark.measure(benchmark.read_german(german), "de")
    assert (tally.articles, tally.asked, tally.given, tally.found, tally.right) == (1, 1, 1, 1, 1)


def test_what_nobody_annotated_is_held_against_us(benchmark, polnear):
    (article,) = benchmark.read_polnear(polnear)
    tally = benchmark.measure(iter([article._replace(gold=[])]), "en")
    assert (tally.asked, tally.given, tally.found) == (0, 3, 0)


def test_the_command_line_prints_the_table(benchmark, polnear, german, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["quotations.py", "--polnear", str(polnear), "--german", str(german)])
    benchmark.main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[0].count("|") == lines[2].count("|")


@pytest.mark.parametrize("arguments", [[], ["--polnear", "nowhere"], ["--german", "nowhere"]])
def test_nothing_to_measure_is_an_error(benchmark, arguments, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["quotations.py", *arguments])
    with pytest.raises(SystemExit) as stop:
        benchmark.main()
    assert stop.value.code not in {0, None}
    capsys.readouterr()
