"""The benchmark's reading of cases, on our own lines in the layout of a NeMo text-processing clone."""

from __future__ import annotations

import importlib.util
from pathlib import Path

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


def benchmark():
    spec = importlib.util.spec_from_file_location("benchmark_spoken", BENCHMARKS / "spoken.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_both_layouts_of_cases_are_read():
    read = list(benchmark().cases(BENCHMARKS / "spoken_miniature"))
    assert len(read) == 10
    assert ("money", "£90", ("ninety pounds",)) in read
    forms = ("The boat cost ninety dollars.", "The boat cost nine oh dollars.")
    assert ("normalize_with_audio", "The boat cost $90.", forms) in read


def test_the_speed_of_plain_prose_is_counted_in_characters():
    assert benchmark().prose_speed("en-US", size=20_000) > 50_000


def test_what_is_heard_as_the_same_is_folded_to_the_same():
    fold = benchmark().fold
    assert fold("wˈʌn hˈʌndɹɪd ænd fˈaɪv") == fold("wˈʌnhˈʌndɹɪd fˈaɪv")
    assert fold("tˈɛn, dˈɑːlɚz") == fold("tɛn dˈɑːlɚz")
    assert fold("tˈɛn") != fold("tˈaɪm")
