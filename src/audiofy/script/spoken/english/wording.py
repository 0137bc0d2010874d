"""What the English families share: how a number is printed, and what the words around it tell. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from audiofy.script.spoken.english import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Scene

WHOLE = r"(?:\d{1,3}+(?:,\d{3}(?!\d)){1,4}+|\d{1,15}+)(?!\d)"
NUMBER = rf"(?:{WHOLE}(?:\.\d{{1,8}}+(?!\d))?+)(?![.,]?\d)"
DASH = r"[-‐‑–—−]"
NEGATIVE = re.compile(rf"(?:^|[\s(~/]){DASH}$")  # a minus right before a number
# A dash behind a blank alone is a minus: "up 2.5 -1.3".
SPAN = rf"(?:{DASH}|\s{DASH}\s)"
TO = rf"(?:{SPAN}|\sto\s)"

# How "million" and its like are printed behind a number, and said.
MAGNITUDES: Mapping[str, str] = {
    "k": "thousand",
    "thousand": "thousand",
    "hundred": "hundred",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mio": "million",
    "mil": "million",
    "mm": "million",
    "million": "million",
    "millions": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "billion": "billion",
    "t": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "tln": "trillion",
    "trillion": "trillion",
    "quadrillion": "quadrillion",
    "lakh": "lakh",
    "lakhs": "lakh",
    "crore": "crore",
    "crores": "crore",
    "cr": "crore",
}
MAGNITUDE = (
    r"(?:[\s-]?(?i:hundred(?:\s(?:thousand|million|billion))?|thousand|lakhs?\scrore|lakhs?|crores?|millions?|billion|"
    r"trillion|quadrillion)|\s?(?:[kKmMbBtT]|[mM]n|mln|mio|mil|[bB]n|BN|MN|bln|[tT]n|TN|trn|tln|cr))(?![^\W_])"
)

_DETERMINERS = frozenset(
    "a an the this that its his her their our my your another each every any one no some first second third last "
    "next single".split()
)
_PRAISE = frozenset(
    "new fresh record proposed additional extra further planned whopping massive huge initial estimated reported "
    "separate annual monthly weekly daily similar potential possible total combined big large small modest final "
    "multi-year five-year ten-year initial upfront outstanding giant colossal hefty staggering eye-watering landmark "
    "federal public joint minimum maximum recent entire whole original so-called".split()
)
# A word after an amount that is not the thing it measures: "paid $5 million in May", "5 km west".
_NOT_THINGS = frozenset(
    "a about above according across after again against ago ahead all along already also although am an and any apart "
    "apiece are around as at available away back be because been before being below beneath beside between beyond "
    "both but by came can clear combined could currently daily did do does down due during each early east either "
    "else enough equivalent even ever every except fell fewer flat for former from gained given going gone good had "
    "has have he hence her here high higher his however i if in including inland instead inside into is it its just "
    "last late later least left less lies long longer lost lower made may meanwhile might million monthly more most "
    "much must my near nearly net never next nor north northeast northwest not now of off offshore on once one only "
    "onto or our out outside over overall owed paid past per plus previously pledged quickly raised received recently "
    "respectively rose say says shall she short should since sent so some sometimes soon south southeast southwest "
    "spent still stolen such tall than that the their them then there these they this those though through throughout "
    "to today together tomorrow tonight too total toward towards two under unless until up upon upwards us versus "
    "very via was we wide deep thick heavy away yearly annually old rather were west what when where whether which "
    "while who will with within without won worth would yesterday yet you your was's invested needed earned borrowed "
    "saved went began ended came comes come goes go remains remain remained monday tuesday wednesday thursday friday "
    "saturday sunday january february march april june july august september october november december overnight "
    "altogether weekly hourly minimum maximum north-east north-west south-east south-west everyone anyone someone "
    "somewhere everything didn't isn't wasn't aren't weren't don't doesn't won't can't couldn't wouldn't hasn't "
    "haven't".split()
)


# Adjectives that stand alone behind an amount, and before its noun behind a determiner: "a $15 minimum wage".
_OF_AMOUNTS = frozenset("annual daily flat hourly maximum minimum monthly net overall weekly yearly".split())
_THINGS_THAT_END_SO = frozenset("assembly building family filing funding holding offering spending supply".split())
# Behind these an amount is never the thing itself: "a $5 million sprawling house", but "the $5 million allegedly lost".
_ONE_OF_MANY = frozenset("a an another each every".split())


def say(scene: Scene, printed: str) -> str:
    """A printed number in words, as the language of the scene has it."""
    return numbers.number(printed, with_and=is_british(scene.language))


@lru_cache(maxsize=32)
def is_british(language: str) -> bool:
    """As `numbers.british`, remembered: it is asked for every number."""
    return numbers.british(language)


def is_one(printed: str) -> bool:
    """Whether a thing of this number stands in the singular: "1" and "1.00", not "1.0 million"."""
    return printed.startswith("1") and not printed[1:].strip(".0") and printed[1:2] != "0"


_DETERMINER = re.compile(r"([^\W\d_][\w'’-]*)\s+[\"“‘'(]?$")


def determiner(scene: Scene, at: int) -> str:
    """The "a", "the", "its", "ford's" before `at`, at most with adjectives like "new" in between; else empty."""
    before = scene.before(at)
    for _ in range(3):
        found = _DETERMINER.search(before)
        if found is None:
            return ""
        word = found[1].lower()
        if word in _DETERMINERS or word.endswith(("'s", "’s", "s'", "s’")):
            return word
        if word not in _PRAISE:
            return ""
        before = before[: found.start()]
    return ""


def has_determiner(scene: Scene, at: int) -> bool:
    """Whether a determiner stands before `at`."""
    return bool(determiner(scene, at))


_THING = re.compile(r"(?P<joint>[\s-]|-\s)(?P<word>[^\W\d_](?:[^\W_]|['’-])*)")


def has_thing(scene: Scene, end: int) -> bool:
    """Whether a word that can be a thing follows."""
    found = _THING.match(scene.text, end)
    if found is None:
        return False
    word = found["word"].lower()
    return word.partition("-")[0] not in _NOT_THINGS and not word.endswith(("ly", "ed"))


def measures_a_thing(scene: Scene, start: int, end: int, things: frozenset[str] = frozenset()) -> bool:
    """Whether an amount stands before the noun it measures, and so in the singular: "a $5 billion plan", "20-km run".

    It does after a determiner, when hyphened to a word, or before one of `things`.
    """
    found = _THING.match(scene.text, end)
    if found is None:
        return False
    word = found["word"].lower()
    if found["joint"] == "-":
        return True
    if word in things or word.removesuffix("s") in things:
        return True
    head = word.partition("-")[0]
    before = determiner(scene, start)
    if head in _OF_AMOUNTS:
        return bool(before)
    if word.endswith(("ing", "ly")) and word not in _THINGS_THAT_END_SO and before not in _ONE_OF_MANY:
        return False
    return head not in _NOT_THINGS and bool(before)


# "Apartment 4B" and "Gate 12B" have a letter for a letter.
NUMBERED = re.compile(
    r"\b(?:apartment|apt\.?|flat|unit|room|gate|seat|section|row|terminal|block|suite|exhibit|form|part|type|route|line|number|"
    r"no\.?|exit|runway|route|rte\.?|highway|hwy\.?|road|grade|class|step|figure|table|group|pier|dock|floor|stand|box|bus|house)\s$",
    re.IGNORECASE,
)


def magnitude(printed: str) -> str:
    """Such as "million" for "m", "mn" and "million"; "hundred thousand" as it is."""
    words = printed.strip(" -\u00a0").lower().split()
    return " ".join(MAGNITUDES[word] for word in words)
