"""Many sources to one outcome each: errors become outcomes here and nowhere else."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from audiofy.errors import AudiofyError
from audiofy.model import Failed, Outcome
from audiofy.pipeline import narrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audiofy.settings import Settings

__all__ = ["narrate_all"]


def narrate_all(
    sources: Iterable[str],
    *,
    settings: Settings | None = None,
    force: bool = False,
    on_step: Callable[[str, int, int], None] = lambda _what, _done, _total: None,
) -> Iterator[Outcome]:
    """Makes the episode of every source, one outcome each, in the order of the sources.

    Args:
        sources: What `audiofy.read` takes; may be a generator of any length.
        settings: What is in force; the defaults without.
        force: Makes every episode again whatever is there.
        on_step: Called with what is being done, how many steps of it are done, and how many there are.
    """
    for source in sources:
        try:
            yield narrate(source, settings=settings, force=force, on_step=on_step)
        except AudiofyError as error:
            yield Failed(source=source, error=type(error).__name__, message=str(error), exit_code=error.exit_code)
        except Exception as error:  # noqa: BLE001 - an unforeseen fault of one article must not take the batch down
            yield Failed(
                source=source,
                error=type(error).__name__,
                message=f"{source}: unforeseen fault: {error}",
                exit_code=1,
                traceback=traceback.format_exc(),
            )
