"""Many sources to one outcome each: errors become outcomes here and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiofy.batch.job import Job, Receipt
from audiofy.batch.outcomes import in_order, outcome
from audiofy.batch.run import Batch, Terms
from audiofy.batch.sources import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from audiofy.batch.job import Step
    from audiofy.model import Outcome
    from audiofy.settings import Settings

__all__ = ["Batch", "Job", "Receipt", "Terms", "gather", "in_order", "narrate_all", "outcome"]


def narrate_all(
    sources: Iterable[str | PathLike[str]],
    *,
    settings: Settings | None = None,
    force: bool = False,
    terms: Terms | None = None,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Iterator[Outcome]:
    """Makes the episode of every source, one outcome each.

    They come in the order of the sources, except that no more than a thousand wait for one that takes long.

    Args:
        sources: What `audiofy.read` takes, and folders, patterns and lists of it; may be a generator of any length. A
            source that comes twice is worked on once.
        settings: What is in force; the defaults without.
        force: Makes every episode again whatever is there.
        terms: Where it runs and when it stops; see `Terms`. Its own `force` counts too.
        on_step: Called with what is being done, how many steps of it are done, and how many there are; from any thread.

    Raises:
        AudiofyError: The run itself can't go on: another has the output folder, or a setting is wrong.
    """
    chosen = terms or Terms()

    def show(_slot: int, _job: Job, step: Step) -> None:
        if step.what:
            on_step(step.what, step.done, step.total)

    batch = Batch(
        gather(sources, settings=settings),
        settings=settings,
        terms=replace(chosen, force=force or chosen.force),
        on_step=show,
    )
    for receipt in in_order(batch.receipts()):
        yield outcome(receipt)
