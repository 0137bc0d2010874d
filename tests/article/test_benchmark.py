"""The extraction benchmark, on a miniature of our own in the layout of the real one."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks" / "extraction.py"
CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture
def miniature(tmp_path):
    (tmp_path / "html").mkdir()
    truth = {}
    for page in (path for path in CORPUS.iterdir() if path.suffix == ".html"):
        blocks = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]
        truth[page.stem] = {"articleBody": "\n".join(text for _, text in blocks), "url": "https://reed.example"}
        (tmp_path / "html" / f"{page.stem}.html.gz").write_bytes(gzip.compress(page.read_bytes()))
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return tmp_path


def test_the_benchmark_prints_a_row_for_each_extractor(miniature):
    done = subprocess.run([sys.executable, SCRIPT, miniature], capture_output=True, text=True, check=True)
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    assert rows[str(len(list(CORPUS.glob("*.html"))))] == ["pages"]
    assert rows["audiofy"][:5] == ["1.000", "1.000", "1.000", "1.000", "0"]
    assert 0 < float(rows["trafilatura"][0]) < 1
