"""A dry run to what a real one would take: time, audio and bytes, from this machine's own figures where it has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.batch.report.page import span
from audiofy.batch.runners import cores

if TYPE_CHECKING:
    from audiofy.batch.run import Batch

# English read at 175 words a minute, with some six characters a word and its space, at 96 kbit/s: only used where this
# machine has made nothing yet.
CHARACTERS_PER_SECOND = 175 * 6 / 60
BYTES_PER_SECOND = 96_000 / 8


def estimate(batch: Batch) -> str:
    """What the planned articles would take, in a sentence."""
    tally, pace = batch.tally, batch.pace
    if not tally.planned:
        return "Nothing is to be made."
    if pace is None:
        audio = tally.characters / CHARACTERS_PER_SECOND
        return (
            f"About {span(audio)} of audio and {audio * BYTES_PER_SECOND / 1e6:.0f} MB; "
            "how long it takes is known after the first batch here."
        )
    slots = _slots(batch.terms.on)
    work = tally.characters * pace.work
    time = (
        f"{span(work / slots)} on {slots} slots" if slots else f"{span(work)} of work, divided by the cluster's threads"
    )
    return (
        f"About {time}, {span(tally.characters * pace.duration)} of audio and "
        f"{tally.characters * pace.size / 1e6:.0f} MB, going by the last {pace.articles} episodes made here."
    )


def _slots(on: str) -> int:
    """How many slots a place has; 0 where that is for others to say."""
    if on.startswith("dask:"):
        return 0
    return int(on.removeprefix("local:")) if on.startswith("local:") else cores()
