"""What the rules know of one language: words and their classes, nothing but data. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

# Classes of words; one word may be in several. A token carries the sum of its classes.
SPEECH = 1  # "said": reports what stands in quotation marks
REPORT = 2  # "called", "believes": reports, but does not by itself make a quotation a sentence that was spoken
AUXILIARY = 4
ADVERB = 8
DETERMINER = 16
PREPOSITION = 32
CONJUNCTION = 64
SUBJECT = 128  # a pronoun that can be the speaker
RELATIVE = 256
TITLE = 512  # "Mr.", "Senator": stands before a name and is no part of it
ROLE = 1024  # "spokesman": a person by what they do
BODY = 2048  # "statement", "ministry": a document or an organisation that speaks
TIME = 4096
ADJECTIVE = 8192  # "Republican": capitalised, no part of a name
FUNCTION = 16384  # any other word that is no name at the start of a sentence
POSSESSIVE = 32768  # "his"
OBJECT = 65536  # a pronoun that can't be the speaker: "him"
MENTIONED = 131072  # "so-called", "the word": what follows in marks is mentioned, not said
PARTICLE = 262144  # "van", "de": within a name, in lower case
SAYING = 524288  # "saying", "to say": a form without a subject of its own
NEGATION = 1048576
ARTICLE = 2097152  # "the", "a": what follows is a noun
AMBIGUOUS = 4194304  # a verb's form that is as often a noun: "report", "claims"
PASSIVE = 8388608  # "was": a form of speech behind it is suffered, not done
PLACE = 1 << 33
CITING = 1 << 34  # the first word of a phrase that a speaker follows: "according"
REFLEXIVE = 1 << 35
INDEFINITE = 1 << 36  # an article that introduces words and not a title: "a “disaster”"
OPINION = 1 << 37  # "Ansicht" in "seiner Ansicht nach": the possessor speaks
ADDRESSING = 1 << 39  # "told": whom it is said to follows at once
CITED = 1 << 40  # "zitiert": whose passive has the speaker for its subject
AGENT = 1 << 41  # "by": who does what is suffered follows
LIKENING = 1 << 42  # "als": what somebody is called follows
COMPLEMENT = 1 << 43  # "that": a clause of its own follows
LINKING = 1 << 45  # "of": joins words of an organisation's name, and no person's
ENTERPRISE = 1 << 46  # "Inc", "Times": makes a name an organisation's
INTRODUCING = 1 << 44  # "when": a clause before the main one
EPITHET = 1 << 47  # "the striker": a role that the press calls somebody by whom it has just named
SUBJUNCTIVE = 1 << 48  # "sei": what somebody says goes on in words of the writer's
IMPERSONAL = 1 << 38  # a pronoun that is nobody: "it", "es"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grammar:
    """The words of one language. What a language does not have stays empty."""

    language: str
    # The classes of a word in lower case, and those of a capitalised compound by what it ends in; where common nouns
    # have no capitals, of one with a hyphen.
    words: dict[str, int] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    # What pronouns, titles, kinship words and roles say of a person ("female" or "male"); what forms of verbs of saying
    # do ("сказала"); what given names do, "" for those of both.
    genders: dict[str, str] = field(default_factory=dict)
    verb_genders: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    # What a verb needs further on to be one of saying: "teilte … mit".
    particles: dict[str, frozenset[str]] = field(default_factory=dict)
    # The word for a title that is written short: "sen" is "senator".
    titles: dict[str, str] = field(default_factory=dict)
    # Pronouns of organisations and of groups, and what a noun ends in that those of groups stand for.
    groups: dict[str, str] = field(default_factory=dict)
    # Pronouns of one person that are also those of several, and how their verb ends then ("sie sagten").
    plural_verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # Pronouns that are subjects wherever they stand.
    nominative: frozenset[str] = frozenset()
    # Pronouns of whoever writes the article.
    writers: frozenset[str] = frozenset()
    # How a word ends that describes somebody by their age: "34-year-old".
    aged: tuple[str, ...] = ()
    # How a word ends that no list has, and that says what somebody is whom the text has just named.
    epithets: tuple[str, ...] = ()
    # Phrases that a speaker follows, anywhere ("according to") and only behind a quotation ("so Meier").
    according: tuple[tuple[str, ...], ...] = ()
    behind: tuple[tuple[str, ...], ...] = ()
    # Words that an apostrophe begins ("em"), and those whose full stop ends no sentence ("mr").
    elisions: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    # Words between the last two of several who speak: "Lee | and | Grey said".
    joins: frozenset[str] = frozenset()
    # Articles that no subject has, and those of a possessor behind what is owned ("der Sprecher der Partei").
    oblique: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    # Endings of words that open a phrase before the main clause ("Asked …, "), and of nouns that name nobody.
    participles: tuple[str, ...] = ()
    # What a verb ends in that has the subject of another: "said it would go on, call|ing| it “…”".
    gerunds: tuple[str, ...] = ()
    # What a form of a verb ends in that may be one of saying though no list has it ("thundered").
    past: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    # What is written in one with a verb or a noun: "-t-il", "l'".
    enclitics: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    # Whether names have cases; whether "said" may stand for "she said".
    inflected: bool = False
    drops_pronouns: bool = False
    # Whether a dash opens speech; whether a tag may stand within the marks («…, dit-elle. …»).
    dashes: bool = False
    inserted: bool = False
    # Whether a subject may follow its verb; whether the verb is always the second part of a sentence.
    inverted: bool = False
    verb_second: bool = False
    # Whether 's marks an owner; whether common nouns have capitals.
    genitive: bool = True
    nouns_capitalised: bool = False


def classes(**groups: str) -> dict[str, int]:
    """Words and their classes: each keyword is the name of a class in lower case, its value a line of words."""
    found: dict[str, int] = {}
    for name, line in groups.items():
        flag = _FLAGS[name]
        for word in line.split():
            found[word] = found.get(word, 0) | flag
    return found


def gendered(*, female: str, male: str, either: str = "") -> dict[str, str]:
    """Words and the gender they state, "" for those of either."""
    stated = dict.fromkeys(female.split(), "female") | dict.fromkeys(male.split(), "male")
    return stated | dict.fromkeys(either.split(), "")


_FLAGS = {
    "speech": SPEECH,
    "report": REPORT,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subject": SUBJECT,
    "relative": RELATIVE,
    "title": TITLE,
    "role": ROLE,
    "body": BODY,
    "time": TIME,
    "adjective": ADJECTIVE,
    "function": FUNCTION,
    "possessive": POSSESSIVE,
    "objective": OBJECT,
    "mentioned": MENTIONED,
    "particle": PARTICLE,
    "saying": SAYING,
    "negation": NEGATION,
    "article": ARTICLE,
    "ambiguous": AMBIGUOUS,
    "passive": PASSIVE,
    "place": PLACE,
    "citing": CITING,
    "reflexive": REFLEXIVE,
    "indefinite": INDEFINITE,
    "opinion": OPINION,
    "impersonal": IMPERSONAL,
    "agent": AGENT,
    "likening": LIKENING,
    "complement": COMPLEMENT,
    "introducing": INTRODUCING,
    "enterprise": ENTERPRISE,
    "linking": LINKING,
    "cited": CITED,
    "addressing": ADDRESSING,
    "epithet": EPITHET,
    "subjunctive": SUBJUNCTIVE,
}
