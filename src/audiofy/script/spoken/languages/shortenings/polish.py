"""Polish abbreviations to the words they stand for: a table.

espeak-ng says "mgr", "inż.", "abp", "płk", "św.", "dr" and their like itself.
"""

from __future__ import annotations

from audiofy.script.spoken.languages.shortenings import abbreviations

_NAME = r"(?=\s[A-ZĄĆĘŁŃÓŚŹŻ])"
_NUMBER = r"(?=\s?\d)"

POLISH = abbreviations(
    {
        "np": {r"np\.": "na przykład"},
        "km": {r"km\skw\.": "kilometrów kwadratowych."},
        "m": {r"m\skw\.": "metrów kwadratowych.", r"m\.\s?in\.": "między innymi"},
        "itd": {r"itd\.": "i tak dalej."},
        "itp": {r"itp\.": "i tym podobne."},
        "tzw": {r"tzw\.": "tak zwany"},
        "tzn": {r"tzn\.": "to znaczy"},
        "tj": {r"tj\.": "to jest"},
        "ok": {r"ok\.(?=\s(?:\d|godz|pół))": "około"},
        "godz": {r"godz\.(?=\s(?!\d)|[,;)]|$)": "godzinę."},
        "prof": {r"prof\.": "profesor"},
        "ks": {rf"ks\.{_NAME}": "ksiądz"},
        "min": {rf"min\.{_NAME}": "minister", rf"min\.{_NUMBER}": "minimum"},
        "maks": {r"maks\.": "maksymalnie"},
        "im": {rf"im\.{_NAME}": "imienia"},
        "wg": {r"wg(?=\s)": "według"},
        "ub": {r"ub\.\s?r\.": "ubiegłego roku.", r"ub\.\s(?=roku|m|tyg)": "ubiegłego "},
        "br": {r"br\.": "bieżącego roku."},
        "pkt": {
            r"pkt\.?\sproc\.": "punktów procentowych.",
            rf"pkt\.?{_NUMBER}": "punkt",
            r"pkt(?=\s(?!\d|proc)|[.,;)]|$)": "punktów.",
        },
        "p": {r"p\.\s?p\.": "punktów procentowych."},
        "dr": {rf"dr{_NAME}": "doktor"},
        "nr": {r"nr\.?(?=\s\d)": "numer"},
        "gen": {rf"[g]en\.{_NAME}": "generał"},
        "kpt": {rf"kpt\.{_NAME}": "kapitan"},
        "red": {rf"red\.{_NAME}": "redaktor"},
        "rozdz": {rf"rozdz\.{_NUMBER}": "rozdział"},
        "rys": {rf"rys\.{_NUMBER}": "rysunek"},
        "tab": {rf"tab\.{_NUMBER}": "tabela"},
        "s": {rf"s\.{_NUMBER}": "strona"},
        "zob": {r"zob\.": "zobacz"},
        "por": {rf"por\.{_NAME}": "porucznik"},
        "tel": {r"tel\.": "telefon"},
        "dn": {rf"dn\.{_NUMBER}": "dnia"},
        "ds": {r"ds\.(?=\s)": "do spraw"},
        "sp": {r"sp\.\sz\s?o\.\s?o\.": "spółka z ograniczoną odpowiedzialnością."},
        "sek": {r"sek\.?(?![^\W_])(?<=\d sek\.)": "sekund."},
        "l": {r"l\.(?<=\d l\.)": "lat."},
        "r": {r"r\.(?=\sż)": "roku"},
    },
)
