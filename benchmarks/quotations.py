"""Clones of two annotated corpora to a table: how many quotations are found, and how many have the right speaker.

    python benchmarks/quotations.py --polnear PolNeAR/data --german german-wikinews/data

PolNeAR has news in English as `data/PART/text/NAME.txt`, with the attributions of each annotator in
`data/PART/attributions/NAME_ANNOTATOR.ann` (brat stand-off; an event joins Source, Cue and Content). The German set has
`data/*/*.json` with `originalText` and `annotations`. Both are fetched by whoever measures: their texts are not ours.

What is counted: a direct quotation is an annotated stretch of speech that begins and ends in quotation marks, line by
line. It is found if the same characters were found, marks and blanks at the edges aside. Quoted words inside a longer
annotated stretch are neither asked for nor held against a reader. A speaker is right if the mention overlaps the
annotated one, or if a name shares its last word. Where several annotated an article, the first by file name counts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from audiofy.script.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiofy.model import Quotation

EDGE = "\"'“”„‟‘’‚«»‹›` \t\r\n\u00a0\u202f"
OPENING, CLOSING = "\"“”„‘'«»", "\"“”’'»«"
LEAST_OVERLAP = 0.5


class Gold(NamedTuple):
    """An annotated stretch of speech: characters, whether it is a direct quotation, and who says it, where."""

    start: int
    end: int
    direct: bool
    speaker: str
    mention: tuple[int, int] | None


class Annotated(NamedTuple):
    """An article and its annotations."""

    text: str
    gold: list[Gold]


@dataclass
class Tally:
    """What was counted over a corpus."""

    articles: int = 0
    characters: int = 0
    asked: int = 0
    given: int = 0
    found: int = 0
    named: int = 0
    right: int = 0
    seconds: float = field(default=0.0)

    def row(self, corpus: str) -> str:
        """The figures as a line of the table."""
        precision, recall = _share(self.found, self.given), _share(self.found, self.asked)
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        figures = (precision, recall, f1, _share(self.right, self.named), _share(self.right, self.asked))
        shown = " | ".join(f"{100 * figure:.1f}" for figure in figures)
        speed = self.characters / self.seconds / 1e6 if self.seconds else 0.0
        return f"| {corpus} | {self.articles} | {self.asked} | {shown} | {speed:.1f} |"


def main() -> None:
    """Prints the table for the corpora that the command line names."""
    parser = argparse.ArgumentParser(description="Measure find_quotes on annotated news.")
    parser.add_argument("--polnear", type=Path, help="the data folder of a clone of PolNeAR")
    parser.add_argument("--german", type=Path, help="the data folder of a clone of the German quotation corpus")
    options = parser.parse_args()
    if not (options.polnear or options.german):
        parser.error("Name the data folder of one of the corpora.")
    print("| corpus | articles | direct | precision | recall | F1 | speaker | found and right | Mchar/s |")
    print("|---|---|---|---|---|---|---|---|---|")
    if options.polnear:
        print(_measured(read_polnear(options.polnear), "en", options.polnear).row("PolNeAR"))
    if options.german:
        print(_measured(read_german(options.german), "de", options.german).row("German Wikinews"))


def _measured(articles: Iterator[Annotated], language: str, folder: Path) -> Tally:
    tally = measure(articles, language)
    if not tally.articles:
        sys.exit(f"No annotated articles in {folder}: name the folder that the docstring of this script describes.")
    return tally


def measure(articles: Iterator[Annotated], language: str) -> Tally:
    """Counts what `find_quotes` finds in the articles."""
    tally = Tally()
    for article in articles:
        began = time.process_time()
        found = find_quotes(article.text, language)
        tally.seconds += time.process_time() - began
        tally.articles += 1
        tally.characters += len(article.text)
        _count(tally, article, found)
    return tally


def _count(tally: Tally, article: Annotated, found: tuple[Quotation, ...]) -> None:
    wanted = {(gold.start, gold.end): gold for gold in article.gold if gold.direct}
    tally.asked += len(wanted)
    for quotation in found:
        span = _trimmed(article.text, quotation.start, quotation.end)
        gold = wanted.pop(span, None)
        if gold is None:
            tally.given += not _covered(span, article.gold, wanted)
            continue
        tally.given += 1
        tally.found += 1
        if gold.speaker:
            tally.named += 1
            tally.right += _right(article.text, quotation, gold)


def _covered(span: tuple[int, int], annotated: list[Gold], wanted: dict[tuple[int, int], Gold]) -> bool:
    """Whether a stretch that nobody asked for is part of other annotated speech."""
    if any(start < span[1] and span[0] < end for start, end in wanted):
        return False
    inside = sum(max(0, min(gold.end, span[1]) - max(gold.start, span[0])) for gold in annotated if not gold.direct)
    return inside >= LEAST_OVERLAP * (span[1] - span[0])


def _right(text: str, quotation: Quotation, gold: Gold) -> bool:
    mention = quotation.mention
    if mention and gold.mention and mention[0] < gold.mention[1] and gold.mention[0] < mention[1]:
        return True
    named = [quotation.speaker or "", text[slice(*mention)] if mention else ""]
    return any(_last_name(gold.speaker) == _last_name(name) != "" for name in named)


def _last_name(name: str) -> str:
    """The last capitalised word of a name, before its first comma."""
    words = re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"['’]s\b", "", name.split(",", maxsplit=1)[0]))
    capitals = [word for word in words if word[0].isupper()]
    return capitals[-1].lower() if capitals else ""


def read_polnear(data: Path) -> Iterator[Annotated]:
    """The articles of PolNeAR under its data folder."""
    for source in sorted(data.glob("*/text/*.txt")):
        notes = sorted((source.parent.parent / "attributions").glob(f"{source.stem}_*.ann"))
        if notes:
            text = source.read_text(encoding="utf-8")
            yield Annotated(text, list(_brat(text, notes[0].read_text(encoding="utf-8"))))


def _brat(text: str, notes: str) -> Iterator[Gold]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in notes.splitlines():
        mark, _, rest = line.partition("\t")
        if mark.startswith("T"):
            where = rest.partition("\t")[0].partition(" ")[2]
            spans[mark] = [(int(first), int(last)) for first, last in re.findall(r"(\d+) (\d+)", where)]
        elif mark.startswith("E"):
            parts = defaultdict(list)
            for role, _, span in (part.partition(":") for part in rest.split()):
                parts[role.rstrip("0123456789")].append(span)
            events.append(parts)
    for event in events:
        source = [span for mark in event.get("Source", []) for span in spans.get(mark, [])]
        for mark in event.get("Content", []):
            for start, end in spans.get(mark, []):
                yield from _golds(text, start, end, source, quoted=None)


def read_german(data: Path) -> Iterator[Annotated]:
    """The articles of the German set under its data folder."""
    for path in sorted(data.glob("*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = record["originalText"]
        gold = [one for annotation in record["annotations"] for one in _german(text, annotation)]
        yield Annotated(text, gold)


def _german(text: str, annotation: dict[str, Any]) -> Iterator[Gold]:
    source = [(span["charBegin"], span["charEnd"]) for span in annotation["speaker"]["spans"]]
    for span in annotation["quote"]["spans"]:
        yield from _golds(text, span["charBegin"], span["charEnd"], source, quoted=annotation["type"] == "Direct")


def _golds(text: str, start: int, end: int, source: list[tuple[int, int]], *, quoted: bool | None) -> Iterator[Gold]:
    """A stretch line by line; `quoted` says whether it is a direct quotation, or None where its marks tell."""
    speaker = " ".join(text[first:last] for first, last in source)
    mention = (source[0][0], source[-1][1]) if source else None
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
        first, last = start + line.start(), start + line.end()
        stretch = text[first:last].strip()
        marks = len(stretch) > 2 and stretch[0] in OPENING and stretch[-1] in CLOSING
        direct = marks and not set(stretch[1:-1]) & set('"“”') if quoted is None else quoted
        trimmed = _trimmed(text, first, last)
        if trimmed[0] < trimmed[1]:
            yield Gold(*trimmed, direct, speaker, mention)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
