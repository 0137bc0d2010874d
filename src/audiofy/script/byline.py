"""Authors and date to the byline that is read, in the article's language. Pure.

Month names and word order as in the CLDR long date formats (https://cldr.unicode.org).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiofy.model import primary

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}

_DATES = {
    "de": "{day}. {month} {year}",
    "en": "{day} {month} {year}",
    "en-US": "{month} {day}, {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
    "uk": "{day} {month} {year} року",
}

_BY = {
    "de": ("Von", "und"),
    "en": ("By", "and"),
    "es": ("Por", "y"),
    "fr": ("Par", "et"),
    "it": ("Di", "e"),
    "nl": ("Door", "en"),
    "pl": ("Autor:", "i"),
    "pt": ("Por", "e"),
    "sv": ("Av", "och"),
    "uk": ("Автор:", "і"),
}


def byline(authors: Sequence[str], published: str, language: str) -> str:
    """What is known of authors and date as in "By Ann Lee and Bo Ray. April 10, 2025."; empty where nothing is.

    Args:
        authors: Names in order.
        published: An ISO 8601 date, with or without a time; anything else is left out.
        language: A BCP 47 tag; English words where audiofy has none.
    """
    by, also = _BY.get(primary(language), _BY["en"])
    names = f"{', '.join(authors[:-1])} {also} {authors[-1]}" if len(authors) > 1 else "".join(authors)
    credit = f"{by} {names}" if names else ""
    return " ".join(f"{part.rstrip('.')}." for part in (credit, date(published, language)) if part)


def date(published: str, language: str) -> str:
    """An ISO 8601 date in words and figures, as `language` writes it in running text; empty where it is none."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published)
    if not match:
        return ""
    written = primary(language) if primary(language) in _MONTHS else "en"
    month = int(match[2])
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return ""
    british = written == "en" and language not in {"en", "en-US", "en-CA", ""}
    pattern = _DATES["en-US"] if written == "en" and not british else _DATES.get(written, "{day} {month} {year}")
    return pattern.format(day=int(match[3]), month=_MONTHS[written].split()[month - 1], year=match[1])
