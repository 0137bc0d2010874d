"""How the audio was made: engine and sounds to the sentence that is said and the terms that are written. Pure.

The one source of truth: every layer (speech, tags, transcript, feed, page, book) takes its words from here.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Article

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SCHEMA_ORG = "https://schema.org/"

SENTENCES = {
    "de": "Dieser Beitrag wurde mit Unterstützung künstlicher Intelligenz vertont.",
    "en": "This audio is created with AI assistance.",
    "es": "Este audio se ha creado con ayuda de inteligencia artificial.",
    "fr": "Cette version audio a été réalisée à l’aide de l’intelligence artificielle.",
    "it": "Questa versione audio è stata realizzata con l’aiuto dell’intelligenza artificiale.",
    "nl": "Deze audio is gemaakt met behulp van kunstmatige intelligentie.",
    "pl": "To nagranie powstało przy użyciu sztucznej inteligencji.",
    "pt": "Este áudio foi criado com o auxílio de inteligência artificial.",
    "sv": "Ljudversionen har skapats med hjälp av artificiell intelligens.",
    "uk": "Цей аудіозапис створено за допомогою штучного інтелекту.",
}

QUOTATION_NOTES = {
    "de": "Zitate werden von synthetischen Stimmen gelesen, nicht von den zitierten Personen.",
    "en": "Quotations are read by synthetic voices, not by the people quoted.",
    "es": "Las citas las leen voces sintéticas, no las personas citadas.",
    "fr": "Les citations sont lues par des voix de synthèse, et non par les personnes citées.",
    "it": "Le citazioni sono lette da voci sintetiche, non dalle persone citate.",
    "nl": "Citaten worden voorgelezen door synthetische stemmen, niet door de geciteerde personen.",
    "pl": "Cytaty czytają głosy syntetyczne, a nie cytowane osoby.",
    "pt": "As citações são lidas por vozes sintéticas, e não pelas pessoas citadas.",
    "sv": "Citaten läses av syntetiska röster, inte av de citerade personerna.",
    "uk": "Цитати читають синтетичні голоси, а не самі цитовані люди.",
}

_TRAINED = "trainedAlgorithmicMedia"

# IPTC term by engine: a formant synthesiser follows rules and is trained on nothing; the voices that Windows and macOS
# bring are models of recorded people.
_TERMS = {
    "espeak": "algorithmicMedia",
    "tone": "algorithmicMedia",
    "sapi5": _TRAINED,
    "nsss": _TRAINED,
}


def sentence(language: str, own: str = "") -> str:
    """The disclosure in `language` (a BCP 47 tag), English where audiofy has none; `own` goes before both."""
    return own or SENTENCES.get(primary(language), SENTENCES["en"])


def quotation_note(language: str) -> str:
    """That quotations are not read by the people quoted, in `language`, English where audiofy has none."""
    return QUOTATION_NOTES.get(primary(language), QUOTATION_NOTES["en"])


def trained(engine: str) -> bool:
    """Whether the voices of `engine` are models trained on recordings; an unknown engine counts as such."""
    return _TERMS.get(engine, _TRAINED) == _TRAINED


def text_sha256(article: Article) -> str:
    """The SHA-256 of an article's text, by which a recording is tied to the words that it reads.

    Returns:
        Hexadecimal, of the title and the text of each block joined by line feeds, in UTF-8.
    """
    return sha256("\n".join([article.title, *(block.text for block in article.blocks)]).encode()).hexdigest()


def source_type(engines: Iterable[str], *, sounds: bool = False) -> str:
    """The IPTC digital source type of speech by `engines`, mixed with recorded sounds or not.

    An engine that audiofy does not know counts as a trained model: rather too much said than too little.

    Returns:
        A URI of the IPTC vocabulary (https://cv.iptc.org/newscodes/digitalsourcetype/).
    """
    terms = {_TERMS.get(engine, _TRAINED) for engine in engines}
    if sounds or len(terms) > 1:
        return IPTC + "compositeSynthetic"
    return IPTC + (terms.pop() if terms else "algorithmicMedia")


def schema_org(uri: str) -> str:
    """The schema.org term (https://schema.org/IPTCDigitalSourceEnumeration) for an IPTC digital source type URI.

    schema.org calls each of the IPTC's terms so. What is none of them is given back as it is.
    """
    term = uri.removeprefix(IPTC)
    return f"{SCHEMA_ORG}{term[:1].upper()}{term[1:]}DigitalSource" if term != uri else uri
