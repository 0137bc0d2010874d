"""Capitals to English letters or words: "IRGC", "ICBMs", "the WHO", "IT" in a headline. Pure.

Engines guess well whether an acronym is a word. Two guesses are mended: one with a cluster that no English word has is
said letter by letter, and in a headline of capitals the short words are words. Single acronyms are in the lexicon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.english.titles import NOT_NAMES
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
    listed = _LISTED.search(scene.before(start, 12)) is not None
    if not (listed or unpronounceable(acronym.lower()) or _in_short_clause(scene, start, end, acronym)):
        return None
    return Reading(start, end, ".".join(acronym) + "'s" * (acronym != found[0]))


_CLAUSE = re.compile(r"[,;:!?—\n]|\.(?:\s|$)")
_NAME = re.compile(r"[A-Z][a-z]+$")
_SIGNS = frozenset("$#@&/")
_LETTERS = 3  # of an acronym that engines spell, but for some that are words
_FEWEST = 4  # small letters in a clause where espeak-ng takes a word in capitals for an acronym
# Words of three letters that print may stress or shout; and two that engines always say as words.
_PLAIN = frozenset(
    "ada add age ago aid air all and any are arm art ask bad bag ban bar bat bed bet bid big bit box boy bus but "
    "buy cab can cap car cat cow cry cup cut dad day did dog dot due ear eat egg end eta eye fan far fat few fit "
    "fix fly for fun gas get got gun guy had has hat her him his hit hot how ice ill its job joy key kid kit lab "
    "lap law led leg let lie lot low mad man map may men mom mud mum net new nod nor not now off oil old one our "
    "out own pay pen per pet pot put raw red rid row run sad sat saw say sea see set sex she sit six sky son spy "
    "sun tax tea ten the tie too top toy try two use van vet via war was way wet who why win won yes yet "
    "you zoo".split()
)


def _in_short_clause(scene: Scene, start: int, end: int, acronym: str) -> bool:
    """Whether an acronym stands in a clause that is capitals for the most part: "The SEC, too", "the FAA, said".

    espeak-ng spells the others, but takes such a clause for shouted words: "the seck, too" (tried with 1.52).
    """
    if len(acronym) != _LETTERS or acronym.lower() in _PLAIN or scene.text.startswith(":", end):
        return False
    if scene.text[start - 1 : start] in _SIGNS:
        return False
    before = scene.word_before(start)
    if (_NAME.match(before) and before.lower() not in NOT_NAMES) or (before == "of" and acronym[0] == "A"):
        return False  # "Jae Sung LEE, a forward"; and "of A.L.S" would be "of a"
    clause = _CLAUSE.split(scene.before(start))[-1] + _CLAUSE.split(scene.text[start : end + 48], maxsplit=1)[0]
    small = sum(map(str.islower, clause))
    return small < _FEWEST or sum(map(str.isupper, clause)) > small


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
