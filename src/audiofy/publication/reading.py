"""An episode's lines to the HTML that is read along. Pure.

Title, byline and disclosure have their sentences in elements; the script finds those of the article in its text.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from audiofy.model import Kind, Role
from audiofy.publication.characters import fit
from audiofy.publication.markup import safe
from audiofy.publication.score import units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiofy.model import Episode, Line
    from audiofy.publication.sentences import Sentence

_ELEMENTS = {Role.HEADING: "h2", Role.BLOCKQUOTE: "blockquote", Role.LIST_ITEM: "li", Role.CODE: "pre"}
_ASIDES = frozenset({Role.CAPTION, Role.FOOTNOTE, Role.CORRECTION, Role.TABLE_ROW})


class Text:
    """The lines of an episode in HTML.

    `gaps` is what the score needs of the article as `blocks` has made it: the number of each sentence in it, and how
    many UTF-16 code units of the article's text are between the sentence before and it.
    """

    def __init__(self, episode: Episode, said: tuple[Sentence, ...]) -> None:
        self.episode = episode
        self.said = said
        self.gaps: dict[int, int] = {}
        self._passed = 0
        self._by_line = {index: list(group) for index, group in groupby(said, key=lambda sentence: sentence.line)}

    def of(self, kind: Kind) -> str:
        """The first line of a kind."""
        index = next((index for index, line in enumerate(self.episode.lines) if line.kind is kind), None)
        return "" if index is None else self._line(index, self.episode.lines[index])

    def blocks(self) -> str:
        """The article, and a disclosure that is heard after it."""
        rows: list[str] = []
        listed = False
        lines = [(index, line) for index, line in enumerate(self.episode.lines) if not self._stands_above(index, line)]
        for block, group in groupby(lines, key=lambda pair: pair[1].block if pair[1].block >= 0 else -2 - pair[0]):
            role = self.episode.article.blocks[block].role if block >= 0 else Role.PARAGRAPH
            if listed != (role is Role.LIST_ITEM):
                rows.append("</ul>" if listed else "<ul>")
                listed = not listed
            name = _ELEMENTS.get(role, "p")
            rows.append(f"<{name}{' class=aside' if role in _ASIDES else ''}>{safe(self._block(group))}</{name}>")
        return "\n".join([*rows, "</ul>"] if listed else rows)

    def _block(self, lines: Iterable[tuple[int, Line]]) -> str:
        text, found = "", []
        for index, line in lines:
            found += [(len(text) + one.place, one) for one in self._by_line.get(index, ())]
            text += fit(line.text)
        place = len(text) - len(text.lstrip())
        for start, sentence in found:
            self.gaps[sentence.number] = self._passed + units(text[place:start])
            self._passed, place = 0, start + len(sentence.text)
        self._passed += units(text[place:].rstrip())
        return text.strip()

    def _stands_above(self, index: int, line: Line) -> bool:
        """Whether a line is shown above the text: title, byline and the first disclosure."""
        first = next((at for at, one in enumerate(self.episode.lines) if one.kind is line.kind), index)
        return line.kind in {Kind.TITLE, Kind.BYLINE, Kind.DISCLOSURE} and index == first

    def _line(self, index: int, line: Line) -> str:
        pieces, place = [], 0
        for sentence in self._by_line.get(index, ()):
            pieces.append(safe(line.text[place : sentence.place]))
            pieces.append(f'<span class="s" id="s{sentence.number}">{safe(sentence.text)}</span>')
            place = sentence.place + len(sentence.text)
        return "".join([*pieces, safe(line.text[place:])])
