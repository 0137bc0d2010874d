"""Capitals to English letters or words: "IRGC", "ICBMs", "the WHO", "IT" in a headline. Pure.

Engines guess well whether an acronym is a word. Two guesses are mended: one with a cluster that no English word has is
said letter by letter, and in a headline of capitals the short words are words. Single acronyms are in the lexicon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

# Consonants that an English word can end with, and begin a syllable with; single ones always can.
_CODAS = frozenset(
    "bs bt ch ck cks cs ct cts dd ds dth ff ffs fs ft fts gg gh ght ghts gn gs ks lb ld lds lf lk lks ll lls lm lms "
    "ln lp lps ls lt lth lts lve lz mb mbs mm mn mp mpt mps ms mph nc nch nd nds ng ngs nk nks nn ns nse nt nth nths "
    "nts nx nz ph phs ps pt pts rb rbs rc rch rd rds rf rg rgs rk rks rl rls rm rms rn rns rp rps rr rs rsh rst rt "
    "rth rts rv sch sh sk sks sp ss st sts tch th ths ts tt tz wd wk wks wl wls wn wns ws xt xx ys zz".split()
)
_ONSETS = frozenset(
    "bl br ch chr cl cr dr dw fl fr gh gl gn gr kl kn kr ph phl phr pl pr ps qu rh sc sch scr sh shr sk sl sm sn sp "
    "spl spr sq squ st str sw th thr tr tw wh wr".split()
)
# With which names and words from other languages begin: "MBAPPE", "TSAR", "HVAC".
_FOREIGN = frozenset("bh cz dh dj hv kh kv mb mc mn ng nk ps pn sr sv ts tz vl vr wl zh zv".split())
_RUN = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,}")
_VOWELS = re.compile(r"(?!eau|ieu|iou|oui|uee|uie)[aeiou]{3,}")
_SMALL = re.compile(r"[a-z\d]")
_PLACE = 24  # characters of the longest place
_ACRONYM = re.compile(r"[A-Z]{3,6}s?(?![^\W_])")


def unpronounceable(word: str) -> bool:
    """Whether an acronym in small letters has consonants or vowels in a row that no English word has."""
    if len(word) <= 5 and _VOWELS.search(word):
        return True
    for run in _RUN.finditer(word):
        consonants = run[0]
        if run.start() == 0 and run.end() < len(word):
            if consonants not in _ONSETS | _FOREIGN:
                return True  # engines part "TSLA" and "JCPOA" as if they were two words
        elif run.start() == 0:
            continue  # without a vowel, which engines spell
        elif run.end() == len(word):
            if consonants not in _CODAS:
                return True
        elif not any(_parts(consonants, cut) for cut in range(len(consonants) + 1)):
            return True
    return False


def _parts(consonants: str, cut: int) -> bool:
    """Whether a run between two vowels can end one syllable and begin the next, divided at `cut`."""
    coda, onset = consonants[:cut], consonants[cut:]
    return (len(coda) < 2 or coda in _CODAS) and (len(onset) < 2 or onset in _ONSETS)


_LISTED = re.compile(r"\b(?:NYSE|NASDAQ|Nasdaq|LSE|LON|ASX|TSX|OTC):\s?$")  # the code of a share stands behind
_DATELINE = re.compile(r"(?:,|\s\(|\s?[—–-]|\s[A-Z]{3})")


def _in_dateline(scene: Scene, start: int, end: int) -> bool:
    """Whether it is part of a place in capitals that opens a report: "ST. LOUIS (AP) — ..."."""
    return start <= _PLACE and not _SMALL.search(scene.text[:start]) and _DATELINE.match(scene.text, end) is not None


def letters(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "IRGC" and "ICBMs"."""
    found = _ACRONYM.match(scene.text, start)
    if found is None or found.end() != end or scene.shouts(start, end) or _in_dateline(scene, start, end):
        return None
    acronym = found[0].removesuffix("s")
    if not _LISTED.search(scene.before(start, 12)) and not unpronounceable(acronym.lower()):
        return None
    return Reading(start, end, ".".join(acronym) + "'s" * (acronym != found[0]))


_LONE_DOT = re.compile(r"(?:^|[\s(])\.$")


def index(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as ".DJI", the code of an index, without its dot."""
    if _LONE_DOT.search(scene.before(start, 2)) is None or scene.text[start:end] == "NET":
        return None
    return Reading(start - 1, end, scene.text[start:end])


def health(scene: Scene, start: int, end: int) -> Reading | None:
    """The World Health Organization, that a headline of capitals prints like the pronoun."""
    if scene.text[start:end] != "WHO" or scene.shouts(start, end):
        return None
    return Reading(start, end, "W.H.O")


def pronoun(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "IT" in a headline of capitals, which engines spell."""
    if scene.text[start:end] == "IT" and scene.shouts(start, end):
        return Reading(start, end, "it")
    return None


WORDS: Mapping[str, tuple[Rule, ...]] = {"who": (health,), "it": (pronoun,)}
CAPITALS: tuple[Rule, ...] = (index, letters)
