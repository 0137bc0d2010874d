"""Fuzzes one target with atheris: `python tests/fuzz/run.py TARGET [libFuzzer options] [CORPUS…]`.

Without a target it lists them. Finds are written where `-artifact_prefix` says.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    """Runs until an input breaks the target, or as long as `-max_total_time` says."""
    import atheris

    with atheris.instrument_imports(include=["audiofy", "mutagen", "trafilatura", "htmldate", "justext"]):
        from targets import TARGETS
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.stdout.write("\n".join(TARGETS) + "\n")
        raise SystemExit(bool(name))
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
