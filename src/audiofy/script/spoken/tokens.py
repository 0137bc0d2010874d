"""Plain text to the tokens at which rules are looked up. Pure."""

from __future__ import annotations

import re

# Words, numbers, and every sign but the punctuation that all engines read as pauses.
# Raised and lowered figures and fractions stand by themselves, though they count as letters.
_SMALL = "⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞"
TOKEN = re.compile(rf"[^\W\d_{_SMALL}]++|\d++|[^\w\s,.'\"“”‘’!?;:()—–-]|[_{_SMALL}]")
