"""A place in object storage to what is in it, from its markers and from what this machine keeps about it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from audiofy.batch import glance
from audiofy.batch.cloud.state import DONE, local_state, unmarked
from audiofy.batch.cloud.store import Store
from audiofy.batch.lock import holder, is_held
from audiofy.batch.survey import Survey, look_at_sources, with_index

if TYPE_CHECKING:
    from pathlib import Path

    from audiofy.batch.index import Index
    from audiofy.settings import Settings


def survey_cloud(place: str, settings: Settings | None = None) -> Survey:
    """Lists the markers, a thousand a request, and changes nothing.

    What failed, is stale, long and large is what this machine's own runs have left in its index; episodes of others are
    only counted. Orphans are not looked for.

    Raises:
        OutputError: Object storage can't be reached.
        MissingDependencyError: The extra isn't installed.
    """
    state = local_state(place)
    return with_index(state, lambda index: _surveyed(place, state, index, settings))


def _surveyed(place: str, state: Path, index: Index | None, settings: Settings | None) -> Survey:
    found = Survey(running=holder(state) if is_held(state) else None)
    marks = (unmarked(mark.key) for mark in Store(place).list(DONE))
    for folder, _ in groupby(marks, key=lambda mark: mark[0]):
        found.done += 1
        row = next((row for row in index.rows_of(folder) if row.size), None) if index else None
        if row is None:
            found.unmeasured += 1
        else:
            found.audio, found.size = found.audio + row.duration, found.size + row.size
    if index:
        look_at_sources(index, glance.Contexts(settings) if settings else None, found)
    return found
