"""The public surface: sorted, complete, and free until it is used."""

import subprocess
import sys

import pytest

import audiofy


def test_all_is_sorted_and_there():
    assert audiofy.__all__ == sorted(audiofy.__all__)
    assert set(audiofy.__all__) == set(audiofy._WHERE)
    assert all(getattr(audiofy, name).__name__ for name in audiofy.__all__ if name != "Outcome")


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'podcastify'"):
        audiofy.podcastify  # noqa: B018 - reading it is the test


def test_importing_audiofy_loads_nothing_heavy():
    code = "import audiofy, sys; print(sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("numpy", "pydub", "mutagen", "trafilatura", "typer", "msgspec") if name in loaded]


def test_a_path_may_be_a_path(tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text("# Ferry late\n\nThe ferry to the islands was late on Monday, and nobody said why.\n")
    assert audiofy.read(path) == audiofy.read(str(path))
    assert audiofy.explain(path) == audiofy.explain(str(path))
