"""The rows of a table to what is said of them: each figure with the head above it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def with_heads(rows: Iterable[tuple[tuple[str, ...], bool]]) -> Iterator[str]:
    """The rows of one table, each as a line that is understood without the table around it.

    Args:
        rows: The texts of the cells of each row, and whether they are heads. The first row of heads is said with the
            figures, and not by itself.
    """
    heads: tuple[str, ...] = ()
    for cells, are_heads in rows:
        if are_heads and not heads and cells:
            heads = cells
        elif len(heads) == len(cells):
            yield ", ".join(f"{head} {cell}".strip() for head, cell in zip(heads, cells, strict=True) if cell)
        else:
            yield ", ".join(filter(None, cells))
