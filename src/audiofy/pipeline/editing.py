"""An editor's corrections, beside an article and in the settings, to quotations that are read as they say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from audiofy.errors import SettingsError
from audiofy.script.quotes.corrections import Correction, correct, read_corrections

if TYPE_CHECKING:
    from audiofy.model import Article, Quotation
    from audiofy.settings import Settings

SUFFIX = ".corrections.toml"


@dataclass(slots=True, kw_only=True)
class Editor:
    """Corrects the quotations of one article, and remembers whom it gave which voice.

    `strict` corrections must fit: they were written for this article. `loose` ones are used where they do.
    """

    strict: tuple[Correction, ...] = ()
    loose: tuple[Correction, ...] = ()
    voices: dict[str, str] = field(default_factory=dict)

    def __call__(self, found: tuple[Quotation, ...], text: str) -> tuple[Quotation, ...]:
        """The quotations as the editor wants them.

        Raises:
            SettingsError: A strict correction fits nothing in the article.
        """
        found, self.voices = correct(found, text, self.strict)
        for one in self.loose:
            try:
                found, voices = correct(found, text, (one,))
            except SettingsError:
                continue  # written for another article
            self.voices |= voices
        return found


def editor_of(source: str, article: Article, settings: Settings) -> Editor:
    """The editor for an article: the file beside it (`NAME.corrections.toml`) and `[[correction]]` of the settings.

    Raises:
        SettingsError: A correction is wrong.
    """
    strict, loose = list(_beside(source)), []
    for entry in settings.correction:
        values = {one.name: getattr(entry, one.name) for one in fields(Correction) if getattr(entry, one.name)}
        (correction,) = read_corrections((values,))
        if not entry.article:
            loose.append(correction)
        elif entry.article in {source, article.url, article.title, Path(source).name}:
            strict.append(correction)
    return Editor(strict=tuple(strict), loose=tuple(loose))


def _beside(source: str) -> tuple[Correction, ...]:
    if "://" in source or source == "-":
        return ()
    path = Path(source).with_suffix(SUFFIX)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise SettingsError(f"Can't read the corrections {path}: {error}.", "See docs/quotations.md.") from error
    if set(content) - {"correction"}:
        raise SettingsError(f"{path} has more than [[correction]] tables.", "See docs/quotations.md.")
    try:
        return read_corrections(content.get("correction", ()))
    except SettingsError as error:
        raise SettingsError(f"{path}: {error.message}", error.remedy) from error
