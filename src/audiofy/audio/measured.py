"""The loudness of the shipped voices on a fixed passage, so that nobody has to measure them again. Pure.

Made by `python benchmarks/levels.py`; a figure holds for one engine version and one setting of the voice.
"""

from __future__ import annotations

# Sentences of our own with the sounds of the language in about their usual shares.
PASSAGE = (
    "The council met on Tuesday evening to decide how the old harbour should be rebuilt. "
    "After five hours of argument, and one broken chair, they agreed on a plan that nobody loved. "
    "Work begins in spring, when the ice has gone and the ferries run again. "
    "Until then the quay stays closed, and visitors will have to walk the long way round."
)

SHIPPED: dict[str, float] = {}
