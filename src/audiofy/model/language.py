"""A language tag to what other formats call the language. Pure."""

from __future__ import annotations

# ISO 639-2 by BCP 47 primary subtag, as TLAN, COMM and USLT want it: https://www.loc.gov/standards/iso639-2/ (T codes)
_LANGUAGES = dict(
    pair.split(":")
    for pair in """af:afr ar:ara be:bel bg:bul bn:ben ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng es:spa et:est
    eu:eus fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz
    ko:kor lt:lit lv:lav mk:mkd ms:msa nb:nob nl:nld nn:nno no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi
    sr:srp sv:swe sw:swa ta:tam te:tel th:tha tr:tur uk:ukr ur:urd vi:vie zh:zho""".split()
)


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


def three_letters(language: str) -> str:
    """The ISO 639-2 code of a BCP 47 tag: "eng" of "en-GB", "und" of one that is not known here."""
    return _LANGUAGES.get(primary(language), "und")
