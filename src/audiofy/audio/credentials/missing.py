"""An extra that isn't installed to an error that names it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from audiofy.errors import MissingDependencyError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def explained() -> Iterator[None]:
    """Around imports of c2pa and cryptography.

    Raises:
        MissingDependencyError: They are not installed.
    """
    try:
        yield
    except ImportError as error:
        raise MissingDependencyError(
            f"Content Credentials need a library that isn't installed: {error.name}.",
            'Install it with pip install "audiofy[c2pa]".',
        ) from error
