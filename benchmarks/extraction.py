"""audiofy, trafilatura and readability-lxml beside each other: how much of an article each finds, and how fast.

    git clone https://github.com/scrapinghub/article-extraction-benchmark
    pip install readability-lxml
    python benchmarks/extraction.py article-extraction-benchmark

Takes the layout of that benchmark: `ground-truth.json` gives each page's `articleBody`, `html/ID.html.gz` has the page.
Scores are precision, recall and F1 over runs of four words, averaged over pages, as its authors do; a page is exact
where both agree in all of them. A page that audiofy refuses (a wall against robots) counts as nothing found, and
is counted by itself too. All three run in turns on each page, so that a busy machine is busy for all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy import article
from audiofy.errors import AudiofyError, PaywallError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORDS = 4
_EXACT = 0.9999


@dataclass(slots=True)
class Rival:
    """An extractor with its scores so far: precision, recall and F1 a page, CPU seconds, and pages refused."""

    name: str
    extract: Callable[[Path], str]
    scores: list[tuple[float, float, float]] = field(default_factory=list)
    seconds: float = 0.0
    refused: int = 0

    def row(self) -> str:
        """The figures in one line."""
        pages = len(self.scores)
        precision, recall, f1 = (sum(score[place] for score in self.scores) / pages for place in range(3))
        exact = sum(score[2] > _EXACT for score in self.scores) / pages
        speed = pages / self.seconds if self.seconds else 0.0
        return f"{self.name:<18} {f1:.3f}  {precision:.3f}  {recall:.3f}  {exact:.3f}  {self.refused:>7}  {speed:>9.0f}"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text, with how often each stands there; all words of a shorter text."""
    words = re.findall(r"\w+", text)
    if len(words) < _WORDS:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(zip(*(words[start:] for start in range(_WORDS)), strict=False))


def compare(wanted: str, found: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the runs of words in `found`."""
    gold, got = shingles(wanted), shingles(found)
    both = sum((gold & got).values())
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / sum(got.values()), both / sum(gold.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def pages(clone: Path) -> Iterator[tuple[str, bytes]]:
    """The marked body and the HTML of each page."""
    truth = json.loads((clone / "ground-truth.json").read_text(encoding="utf-8"))
    for key, marked in truth.items():
        yield marked["articleBody"], gzip.decompress((clone / "html" / f"{key}.html.gz").read_bytes())


def by_audiofy(path: Path) -> str:
    """The blocks that audiofy would speak."""
    return "\n".join(block.text for block in article.read(str(path)).blocks)


def by_trafilatura(path: Path) -> str:
    """Trafilatura's text, set for precision."""
    from trafilatura import extract

    return extract(path.read_bytes(), favor_precision=True, include_comments=False) or ""


def by_readability(path: Path) -> str:
    """The text of what readability-lxml leaves of the page."""
    from lxml.html import fromstring
    from readability import Document  # type: ignore[import-not-found]  # no dependency: only compared with

    summary = Document(path.read_text(encoding="utf-8", errors="replace")).summary()
    return "\n".join(" ".join(part.split()) for part in fromstring(summary).itertext())


def rivals() -> list[Rival]:
    """audiofy, and those of the others that are installed."""
    found = [Rival("audiofy", by_audiofy), Rival("trafilatura", by_trafilatura)]
    if find_spec("readability"):
        found.append(Rival("readability-lxml", by_readability))
    else:
        print("readability-lxml is not installed: pip install readability-lxml")
    return found


def main() -> None:
    """Runs everything and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=Path, help="clone of the benchmark")
    options = parser.parse_args()
    if not (options.clone / "ground-truth.json").is_file():
        parser.error(f"{options.clone} is no clone of the benchmark: it has no ground-truth.json.")
    runners = rivals()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        for wanted, content in pages(options.clone):
            path.write_bytes(content)
            for runner in runners:
                began = time.process_time()
                try:
                    found = runner.extract(path)
                except AudiofyError as error:
                    found = ""
                    runner.refused += isinstance(error, PaywallError)
                runner.seconds += time.process_time() - began
                runner.scores.append(compare(wanted, found))
    print(f"{len(runners[0].scores)} pages\n{'':<18} F1     P      R      exact  refused  pages/CPU s")
    for runner in runners:
        print(runner.row())


if __name__ == "__main__":
    main()
