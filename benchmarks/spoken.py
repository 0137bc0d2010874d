"""How much written text sounds right, before and after `speakable`: the cases of a NeMo text-processing clone.

    python benchmarks/spoken.py CLONE                      # https://github.com/NVIDIA/NeMo-text-processing
    python benchmarks/spoken.py benchmarks/spoken_miniature  # our own few lines in the same layout
    python benchmarks/spoken.py CLONE --voice en-gb --misses 20

A case is right when espeak-ng gives the text of `speakable` the phonemes of one of the expected spoken forms. Stress,
pauses, length, reduced vowels and the optional "and" of numbers do not count. "alone" is espeak-ng without `speakable`;
"harm" counts what it reads right alone and audiofy breaks. The cases are read where they are; none is in audiofy.
"""

from __future__ import annotations

import argparse
import ctypes
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from audiofy.script.spoken import speakable

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = "tests/nemo_text_processing/en/data_text_normalization"
# Address books, serial numbers and sums are no news.
_NOT_NEWS = frozenset({"address", "electronic", "math", "serial", "telephone", "whitelist_alternatives"})
_SYNCHRONOUS, _UTF8, _IPA = 2, 1, 2


class Case(NamedTuple):
    """Written text and the spoken forms that are right."""

    category: str
    written: str
    spoken: tuple[str, ...]


def cases(clone: Path) -> Iterator[Case]:
    """The cases of a clone: "written~spoken" a line, or "~written" and a line for each spoken form."""
    for path in sorted((clone / _FOLDER).glob("test_cases_*.txt")):
        category = path.stem.removeprefix("test_cases_")
        written: str = ""
        forms: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("~"):
                if written and forms:
                    yield Case(category, written, tuple(forms))
                written, forms = line[1:], []
            elif written:
                forms.append(line)
            elif "~" in line:
                print_, _, form = line.partition("~")
                yield Case(category, print_, (form,))
        if written and forms:
            yield Case(category, written, tuple(forms))


class Ear:
    """espeak-ng as a listener: the phonemes of a text, folded to what is heard as the same."""

    def __init__(self, voice: str) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        phonemes = self._library.espeak_TextToPhonemes
        phonemes.restype = ctypes.c_char_p
        phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
        self._library.espeak_Initialize(_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            names = (ctypes.c_char_p * 8)(None, voice.encode())  # name, language; the rest of espeak_VOICE is zero
            self._library.espeak_SetVoiceByProperties(names)

    def hear(self, text: str) -> str:
        """The folded phonemes of `text`."""
        return fold(self._phonemes(text))

    def _phonemes(self, text: str) -> str:
        # The engine looks one character ahead over the end of a text; a word of our own takes that up.
        rest = ctypes.c_char_p(text.encode() + b" \n\n")
        clauses = []
        while rest.value is not None:
            clause = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
            clauses.append((clause or b"").decode())
        return "\n".join(clauses)


_SAME = (("oɹ", "ɔɹ"), ("ɐ", "ə"), ("ᵻ", "ɪ"), ("ɚ", "əɹ"), ("ɾ", "t"), ("ʔ", "t"), ("əl", "l"), ("i", "ɪ"))
_AND = re.compile(r"(?<=ɹɪd|ɹəd|and|ɪən|lɚz|ləz|ndz|oʊz|əʊz|ɪts) (?:ænd|ən|ənd|and)(?= )")


def fold(phonemes: str) -> str:
    """Phonemes without what a listener would not call a misreading."""
    bare = re.sub(r"\([a-z-]+\)|[ˈˌ'`,_|;:.!?ː\-–—…\"“”\u0329]+", "", phonemes)
    bare = _AND.sub("", " ".join(bare.split()))
    for one, other in _SAME:
        bare = bare.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", bare.replace(" ", ""))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=Path)
    parser.add_argument("--voice", default="en-us", choices=("en-us", "en-gb"))
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print")
    parser.add_argument("--all", action="store_true", help="with the categories that are no news")
    options = parser.parse_args()
    ear = Ear(options.voice)
    language = "en-GB" if options.voice == "en-gb" else "en-US"
    rows: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    misses = []
    for case in cases(options.clone):
        if case.category in _NOT_NEWS and not options.all:
            continue
        wanted = {ear.hear(form) for form in case.spoken}
        said = speakable(case.written, language).text
        rows[case.category].append((ear.hear(case.written) in wanted, ear.hear(said) in wanted))
        if not rows[case.category][-1][1]:
            misses.append(f"{case.category}: {case.written} -> {said} (expected: {' / '.join(case.spoken)})")
    if not rows:
        parser.error(f"{options.clone} holds no cases in the layout that the docstring of this script describes.")
    show(rows)
    print(f"plain prose: {prose_speed(language) / 1e6:.1f} million characters a CPU second")
    print("\n".join(misses[: options.misses]))


_PROSE = (
    "The council met for most of the evening, and nobody left before the vote. A woman at the back asked why the "
    "bridge had been closed, and the engineer said that he would rather answer her in writing. "
)


def prose_speed(language: str, size: int = 400_000) -> float:
    """Characters of plain prose that `speakable` reads in a CPU second: the best of three runs."""
    text = _PROSE * (size // len(_PROSE))
    speakable(_PROSE, language)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        speakable(text, language)
        best = min(best, time.process_time() - begun)
    return len(text) / best


def show(rows: dict[str, list[tuple[bool, bool]]]) -> None:
    """Prints a line for each category and one for all."""
    print(f"{'category':24}{'cases':>7}{'alone':>8}{'audiofy':>9}{'harm':>6}")
    everything = [pair for pairs in rows.values() for pair in pairs]
    for name, pairs in [*sorted(rows.items()), ("all", everything)]:
        alone, right = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
        harm = sum(was and not now for was, now in pairs)
        share = max(len(pairs), 1)
        print(f"{name:24}{len(pairs):7}{alone / share:8.1%}{right / share:9.1%}{harm:6}")


if __name__ == "__main__":
    main()
