"""Words that are printed alike and said unlike, where their neighbours tell which: "live", "read", "lead". Pure.

Only what two neighbours settle; everything else is the engine's choice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene

# word: what is said, what stands before, what stands behind. Either may be empty, which is always so.
_CASES: Mapping[str, tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]] = {
    "live": (
        (
            "liv",
            re.compile(
                r"\b(?:people|who|to|they|we|you|i|that|still|now|also|would|will|can|could|must|may|not|don't|don’t|never|"
                r"families|residents|children|women|men|migrants|refugees|workers|students|americans|many|most|some|both|half|currently|"
                r"hundreds|thousands|millions|billions|dozens|households|britons|those|voters|adults|seniors|pensioners)\s$",
                re.IGNORECASE,
            ),
            re.compile(
                r"\s(?:there|here|in|near|with|without|on|under|at|by|through|alone|together|below|above|next|outside|inside|abroad|longer|"
                r"among|within|like|for|up|off|out|as|a\s\w+\slife|their|his|her|my|our|normal)\b"
            ),
        ),
    ),
    "lead": (
        (
            "led",
            re.compile(""),
            re.compile(
                r"\s(?:pipes?|paint|poisoning|levels|contamination|bullets?|exposure|ore|smelter|batter(?:y|ies)|acid)\b"
            ),
        ),
        (
            "led",
            re.compile(
                r"\b(?:exposure to|exposed to|contain(?:s|ed|ing)?|poisoned by|free of|laced with|"
                r"(?:amounts?|quantit(?:y|ies)|concentrations?|levels|particles|traces) of)\s$"
            ),
            re.compile(""),
        ),
    ),
    "read": (
        (
            "red",
            re.compile(
                r"\b(?:has|have|had|having|be|been|being|was|were|is|are|widely|he's|i've|i’ve|they've|we've|you've|never)\s(?:also\s|already\s|never\s|ever\s|not\s|just\s|once\s|been\s)?$",
                re.IGNORECASE,
            ),
            re.compile(""),
        ),
        (
            "red",
            re.compile(
                r"\b(?:he|she|it|sign|signs|banner|banners|statement|placard|placards|headline|message|notice|letter|note|which|one|poster|inscription|caption|email|that)\s$",
                re.IGNORECASE,
            ),
            re.compile("[:,]|\\s[\"“‘']"),
        ),
        (
            "red",
            re.compile(
                r"\b(?:he|she|it|judge|officer|president|minister|lawyer|father|mother|brother|sister)\s$",
                re.IGNORECASE,
            ),
            re.compile(r"\s(?:a|an|the|from|out|his|her|aloud|about|it|them)\b"),
        ),
    ),
    "wound": (
        ("wownd", re.compile(""), re.compile(r"\s(?:up|down|back|its|their|his|her|through|around|along|past)\b")),
        (
            "wownd",
            re.compile(r"\b(?:river|road|path|procession|march|marchers|trail|queue|line|route|parade)\s$"),
            re.compile(""),
        ),
    ),
    "minute": (
        (
            "my newt",
            re.compile(r"\b(?:in|so|very|too|only|of|with|these|such)\s$"),
            re.compile(
                r"\s(?:detail|details|amounts?|quantit|traces?|particles?|differences?|fractions?|changes|organisms?|fragments?|doses?|creatures?)"
            ),
        ),
        (
            "my newt",
            re.compile(r"\ba\s$"),
            re.compile(r"\s(?:amount|quantity|trace|fraction|difference|particle|proportion|dose|detail)\b"),
        ),
    ),
    "desert": (
        (
            "dizzert",
            re.compile(r"\b(?:to|not|will|would|never|they|who|could|might|didn't|don't)\s$", re.IGNORECASE),
            re.compile(r"\s(?:him|her|them|their|his|the|from|its|us|me|a)\b"),
        ),
    ),
    "tear": (
        (
            "tare",
            re.compile(r"\b(?:to|will|would|could|a)\s$"),
            re.compile(r"\s(?:down|up|apart|through|into|off|in\sthe|away|it|them)\b"),
        ),
    ),
    "tears": (
        ("tares", re.compile(r"\b(?:it|he|she|that|which)\s$"), re.compile(r"\s(?:down|up|apart|through|into|off)\b")),
    ),
    "bow": (
        (
            "bough",
            re.compile(r"\b(?:to|not|would|will|took|take|a|final)\s$"),
            re.compile(r"\s(?:to|out|down|before|under)\b"),
        ),
    ),
    "wind": (
        (
            "wined",
            re.compile(r"\b(?:to|will|would|could|not)\s$"),
            re.compile(r"\s(?:up|down|back|through|its|their)\b"),
        ),
    ),
    "dove": (
        (
            "doav",
            re.compile(r"\b(?:he|she|they|who|and|shares|stocks|prices|it)\s$", re.IGNORECASE),
            re.compile(r"\s(?:into|for|in|off|under|through|deep)\b"),
        ),
    ),
    "sow": (("so", re.compile(r"\b(?:to|will|would|could|farmers|they)\s$", re.IGNORECASE), re.compile("")),),
    "bass": (
        (
            "base",
            re.compile(""),
            re.compile(r"\s(?:guitar|guitarist|player|line|drum|voice|singer|clarinet|baritone)\b"),
        ),
    ),
    "polish": (("pollish", re.compile(r"\b(?:to|nail|shoe|will|and)\s$"), re.compile("")),),
}


def heteronym(scene: Scene, start: int, end: int) -> Reading | None:
    """Such as "people live there", "lead pipes", "had read"."""
    printed = scene.text[start:end]
    if not printed.islower():
        return None
    before = scene.before(start)
    for said, left, right in _CASES[printed]:
        if right.match(scene.text, end) and left.search(before):
            return Reading(start, end, said)
    return None


WORDS: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(_CASES, (heteronym,))
