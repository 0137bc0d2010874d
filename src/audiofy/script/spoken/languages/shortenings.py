"""Abbreviations to the words of five languages: tables, and the rules they make. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.script.spoken.grammar import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiofy.script.spoken.grammar import Rule, Scene


def abbreviations(table: Mapping[str, tuple[str, str]]) -> Mapping[str, tuple[Rule, ...]]:
    """Rules for abbreviations: by their first word in small letters, how they are printed (a pattern) and said."""

    def rule(pattern: re.Pattern[str], said: str) -> Rule:
        def read(scene: Scene, start: int, end: int) -> Reading | None:
            del end
            found = pattern.match(scene.text, start)
            if found is None or scene.text[start - 1 : start] in {".", "-", "’", "'"}:
                return None
            closes = found[0].endswith(".") and scene.ends(found.end())
            return Reading(start, found.end(), said + "." * closes)

        return read

    return {key: (rule(re.compile(pattern), said),) for key, (pattern, said) in table.items()}


GERMAN = abbreviations(
    {
        "z": (r"z\.\s?B\.", "zum Beispiel"),
        "d": (r"d\.\s?h\.", "das heißt"),
        "u": (r"u\.\s?a\.", "unter anderem"),
        "ca": (r"ca\.", "circa"),
        "nr": (r"Nr\.(?=\s?\d)", "Nummer"),
        "dr": (r"Dr\.(?=\s)", "Doktor"),
        "prof": (r"Prof\.", "Professor"),
        "bzw": (r"bzw\.", "beziehungsweise"),
        "usw": (r"usw\.", "und so weiter"),
        "vgl": (r"vgl\.", "vergleiche"),
        "abs": (r"Abs\.(?=\s?\d)", "Absatz"),
        "st": (r"St\.(?=\s[A-Z])", "Sankt"),
        "hr": (r"Hr\.(?=\s[A-ZÄÖÜ])", "Herr"),
        "fr": (r"Fr\.(?=\s[A-ZÄÖÜ])", "Frau"),
        "ggf": (r"ggf\.", "gegebenenfalls"),
        "evtl": (r"evtl\.", "eventuell"),
        "inkl": (r"inkl\.", "inklusive"),
        "sog": (r"sog\.", "sogenannte"),
        "art": (r"Art\.(?=\s?\d)", "Artikel"),
        "std": (r"Std\.", "Stunden"),
        "min": (r"Min\.", "Minuten"),
        "str": (r"Str\.(?=\s?\d)", "Straße"),
    }
)
FRENCH = abbreviations(
    {
        "m": (r"M\.(?=\s[A-ZÀ-Þ])", "monsieur"),
        "mm": (r"MM\.(?=\s[A-ZÀ-Þ])", "messieurs"),
        "mme": (r"Mme(?=\s[A-ZÀ-Þ])", "madame"),
        "mmes": (r"Mmes(?=\s[A-ZÀ-Þ])", "mesdames"),
        "mlle": (r"Mlle(?=\s[A-ZÀ-Þ])", "mademoiselle"),
        "dr": (r"Dr\.?(?=\s[A-ZÀ-Þ])", "docteur"),
        "etc": (r"etc\.", "et cetera"),
        "p": (r"p\.\s?ex\.", "par exemple"),
        "c": (r"c\.-à-d\.", "c'est-à-dire"),
        "av": (r"av\.\sJ\.-C\.", "avant Jésus-Christ"),
        "apr": (r"apr\.\sJ\.-C\.", "après Jésus-Christ"),
        "no": (r"[Nn]o(?=\s\d)", "numéro"),
        "n": (r"[Nn][°º]\s?(?=\d)", "numéro "),
        "me": (r"Me(?=\s[A-ZÀ-Þ][a-zà-ÿ])", "maître"),
        "ier": (r"Ier(?![^\W_])", "premier"),
    }
)
SPANISH = abbreviations(
    {
        "ee": (r"EE\.\s?UU\.", "Estados Unidos"),
        "sr": (r"Sr\.(?=\s)", "señor"),
        "sra": (r"Sra\.(?=\s)", "señora"),
        "dr": (r"Dr\.(?=\s)", "doctor"),
        "dra": (r"Dra\.(?=\s)", "doctora"),
        "ud": (r"Ud\.", "usted"),
        "uds": (r"Uds\.", "ustedes"),
        "etc": (r"etc\.", "etcétera"),
        "p": (r"p\.\s?ej\.", "por ejemplo"),
        "núm": (r"[Nn]úm\.", "número"),
        "n": (r"[Nn]\.?[º°]\s?(?=\d)", "número "),
        "pág": (r"[Pp]ág\.(?=\s\d)", "página"),
        "av": (r"Av(?:da)?\.(?=\s(?:de\s)?[A-Z])", "avenida"),
    }
)
POLISH = abbreviations(
    {
        "np": (r"np\.", "na przykład"),
        "m": (r"m\.\s?in\.", "między innymi"),
        "itd": (r"itd\.", "i tak dalej"),
        "itp": (r"itp\.", "i tym podobne"),
        "tzw": (r"tzw\.", "tak zwany"),
        "tzn": (r"tzn\.", "to znaczy"),
        "ok": (r"ok\.(?=\s\d)", "około"),
        "godz": (r"godz\.", "godzinie"),
        "prof": (r"[Pp]rof\.", "profesor"),
        "ks": (r"ks\.(?=\s[A-ZŁŚŻ])", "ksiądz"),
        "min": (r"min\.(?=\s[A-ZŁŚŻ])", "minister"),
        "im": (r"im\.(?=\s[A-ZŁŚŻ])", "imienia"),
        "tj": (r"tj\.", "to jest"),
        "wg": (r"wg(?=\s)", "według"),
        "art": (r"[Aa]rt\.(?=\s\d)", "artykuł"),
        "ust": (r"ust\.(?=\s\d)", "ustęp"),
        "ub": (r"ub\.\s?r\.", "ubiegłego roku"),
        "br": (r"br\.", "bieżącego roku"),
        "pkt": (r"pkt(?=\s(?!\d|proc)|[.,;)]|$)", "punktów"),
        "pp": (r"p\.p\.", "punktów procentowych"),
        "dr": (r"dr(?=\s[A-ZŁŚŻ])", "doktor"),
        "ul": (r"ul\.(?=\s[A-ZŁŚŻ])", "ulica"),
        "nr": (r"[Nn]r(?=\s\d)", "numer"),
        "gen": (r"gen\.(?=\s[A-ZŁŚŻ])", "generał"),
    }
)
UKRAINIAN = abbreviations(
    {
        "ім": (r"ім\.(?=\s)", "імені"),
        "вул": (r"вул\.(?=\s)", "вулиця"),
        "ген": (r"[Гг]ен\.(?=\s[А-ЯЄІЇҐ])", "генерал"),
        "та": (r"та\sін\.", "та інші"),
        "і": (r"і\sт\.\s?д\.", "і так далі"),
        "напр": (r"напр\.", "наприклад"),
        "бл": (r"бл\.(?=\s\d)", "близько"),
        "ст": (r"ст\.(?=\s\d)", "стаття"),
        "рр": (r"рр\.", "роки"),
        "м": (r"м\.(?=\s[А-ЯЄІЇҐ])", "місто"),
        "т": (r"т\.\s?зв\.", "так званий"),
        "проф": (r"[Пп]роф\.", "професор"),
        "грн": (r"грн\.", "гривень"),
        "див": (r"див\.", "дивись"),
    }
)
