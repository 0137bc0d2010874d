"""A page whose lines run across its columns to the text of one column after the other. Pure.

Most programs write a column from top to bottom, and then the text comes in its order. Some write line by line across
the page; where words stand on it then tells what belongs together.
"""

from __future__ import annotations

import re
from statistics import median

_GAP = re.compile(r" {3,}")
_FEWEST_WORDS = 3
_FEWEST_ROWS = 4
_SHARE = 0.5
_SLACK = 8  # characters by which a place is off, where letters are of different widths


def in_columns(text: str, layout: str) -> str:
    """`text`, or the columns of `layout` one after the other where the lines of `text` run across two of them.

    Args:
        text: A page's lines in the order of the file.
        layout: The same page with its words where they stand, in blanks.
    """
    rows = [_cells(line) for line in layout.split("\n")]
    pairs = [row for row in rows if _is_pair(row)]
    if len(pairs) < _FEWEST_ROWS or len(pairs) < _SHARE * sum(map(bool, rows)):
        return text
    lines = {" ".join(line.split()) for line in text.split("\n")}
    across = sum(f"{' '.join(left.split())} {' '.join(right.split())}" in lines for (_, left), (_, right) in pairs)
    return "\n".join(_parted(rows, int(median(row[1][0] for row in pairs)))) if across > _SHARE * len(pairs) else text


def _cells(line: str) -> list[tuple[int, str]]:
    """The texts in a line between wide gaps, each with where it begins."""
    cells, start = [], 0
    for text in _GAP.split(line):
        if text.strip():
            start = line.index(text, start)
            cells.append((start, text.strip()))
            start += len(text)
    return cells


def _is_pair(row: list[tuple[int, str]]) -> bool:
    """Whether a line has text of two columns, and is no row of a table, whose cells are short."""
    return len(row) > 1 and len(row) < _FEWEST_WORDS and all(len(text.split()) >= _FEWEST_WORDS for _, text in row)


def _parted(rows: list[list[tuple[int, str]]], border: int) -> list[str]:
    """The lines of the left column above those of the right; a line across both parts what is above from below."""
    left: list[str] = []
    right: list[str] = []
    done: list[str] = []
    for row in rows:
        if len(row) == 1 and row[0][0] < border - _SLACK and row[0][0] + len(row[0][1]) > border:
            done += [*left, *right, row[0][1]]
            left, right = [], []
            continue
        left.append(" ".join(text for start, text in row if start < border - _SLACK))
        right.append(" ".join(text for start, text in row if start >= border - _SLACK))
    return [*done, *_trimmed(left), *_trimmed(right)]


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without the empty ones above and below."""
    return "\n".join(lines).strip("\n").split("\n")
