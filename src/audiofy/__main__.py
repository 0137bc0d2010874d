"""`python -m audiofy` and the `audiofy` command: errors to messages and exit codes."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs the command line and exits with its code."""
    from audiofy.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
