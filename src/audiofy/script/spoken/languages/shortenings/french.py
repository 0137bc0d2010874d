"""French abbreviations to the words they stand for: a table."""

from __future__ import annotations

from audiofy.script.spoken.languages.shortenings import abbreviations

_NAME = r"(?=\s[A-ZÀ-Þ])"
_NUMBER = r"(?=\s?\d)"

FRENCH = abbreviations(
    {
        "m": {rf"M\.{_NAME}": "monsieur"},
        "mm": {rf"MM\.{_NAME}": "messieurs"},
        "mme": {rf"Mme\.?{_NAME}": "madame"},
        "mmes": {rf"Mmes{_NAME}": "mesdames"},
        "mlle": {rf"Mlle\.?{_NAME}": "mademoiselle"},
        "mlles": {rf"Mlles{_NAME}": "mesdemoiselles"},
        "dr": {rf"Dr\.?{_NAME}": "docteur"},
        "pr": {rf"Pr\.?{_NAME}": "professeur"},
        "mgr": {rf"Mgr\.?{_NAME}": "monseigneur"},
        "me": {r"Me(?=\s[A-ZÀ-Þ][a-zà-ÿ])": "maître"},
        "st": {r"St[ -](?=[A-ZÀ-Þ][a-zà-ÿ])": "Saint "},
        "ste": {r"Ste[ -](?=[A-ZÀ-Þ][a-zà-ÿ])": "Sainte "},
        "bd": {rf"B[dl]d?\.?{_NAME}": "boulevard"},
        "etc": {r"etc\.": "et cetera."},
        "env": {rf"env\.{_NUMBER}": "environ"},
        "p": {r"p\.\s?ex\.": "par exemple", rf"p\.{_NUMBER}": "page"},
        "pp": {rf"pp\.{_NUMBER}": "pages"},
        "c": {r"c\.-à-d\.": "c'est-à-dire"},
        "cf": {r"cf\.": "confer"},
        "av": {r"av\.\sJ\.-C\.": "avant Jésus-Christ.", rf"av\.{_NAME}": "avenue"},
        "apr": {r"apr\.\sJ\.-C\.": "après Jésus-Christ."},
        "no": {r"no(?=\s\d)": "numéro"},
        "nos": {r"nos(?=\s\d+(?:,| et| à|-))": "numéros"},
        "n": {r"n[°º]\s?(?=\d)": "numéro ", r"n[°º]s\s?(?=\d)": "numéros "},
        "art": {
            rf"art\.(?<=les art\.){_NUMBER}": "articles",
            rf"art\.{_NUMBER}": "article",
            r"art\.(?=\s[LRD]\.)": "article",
        },
        "al": {rf"al\.{_NUMBER}": "alinéa"},
        "chap": {rf"chap\.{_NUMBER}": "chapitre"},
        "min": {r"min\.(?=\s\d)": "minimum"},
        "max": {r"max\.(?=\s\d)": "maximum"},
        "vol": {rf"vol\.{_NUMBER}": "volume"},
        "fig": {rf"fig\.{_NUMBER}": "figure"},
        "tél": {r"tél\.": "téléphone"},
        "cie": {r"Cie(?![^\W_])": "compagnie"},
        "ier": {r"Ier(?![^\W_])": "premier"},
        "ière": {r"Ière(?![^\W_])": "première"},
        "ire": {r"Ire(?![^\W_])": "première"},
        "fcfa": {r"FCFA(?![^\W_])": "francs CFA"},
    },
)
