"""Feeds to what our lint, or the W3C's feed validator, says of them. Exits with 1 if there is anything."""

from __future__ import annotations

import sys
from pathlib import Path

# A namespace that the W3C's validator doesn't know, and its guess that text which looks like HTML is meant as HTML: the
# hostile headline is text, and must stay it.
IGNORED = ("Did not validate namespace", "should not contain HTML")


def lint(path: Path) -> list[str]:
    """What our own lint says."""
    from audiofy.publication.lint import lint as own

    return list(own(path.read_bytes()))


def w3c(path: Path) -> list[str]:
    """What the W3C's feed validator says at its strictest level."""
    import feedvalidator  # type: ignore[import-not-found]  # a clone on PYTHONPATH
    from feedvalidator import compatibility
    from feedvalidator.formatter.text_plain import Formatter  # type: ignore[import-not-found]  # the same

    with path.open("rb") as file:
        events = feedvalidator.validateStream(file, base=f"https://news.example/audio/{path.name}")["loggedEvents"]
    return [line for line in Formatter(compatibility.AAA(events)) if not any(known in line for known in IGNORED)]


def main() -> int:
    """Says what there is, and whether there is anything."""
    check = {"lint": lint, "w3c": w3c}[sys.argv[1]]
    found = [f"{name}: {line}" for name in sys.argv[2:] for line in check(Path(name))]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
