"""What a line of a page can be, and a sheet of lines with a label on each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from audiofy.model import Verdict

if TYPE_CHECKING:
    from audiofy.article.lines import Line


class Label(StrEnum):
    """What a line is. The first group can be spoken, the others are the page around it."""

    PROSE = "prose"
    SENTENCE = "sentence"
    SHORT = "short"
    HEADING = "heading"
    LIST_ITEM = "list item"
    TABLE = "table row"
    CORRECTION = "correction"
    POST = "post"
    FOOTNOTE = "footnote"
    CODE = "code"
    IMAGE = "image description"

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    DISCLOSURE = "disclosure"

    SECTION = "section label"
    CALL = "call"
    AD = "advertisement"
    LEGAL = "legal"
    SOCIAL = "social"
    ADDRESS = "address"
    TIME = "time"
    COUNTER = "counter"
    COMMENT = "comment"
    COMMENTS = "comments label"
    NAVIGATION = "navigation"
    TEASER = "teaser"
    FEED = "feed"
    REPEATED = "repeated"
    CUT = "cut short"
    CREDIT = "credit"
    BIO = "author note"
    TAGS = "tags"
    OUTSIDE = "outside"


TEXT = frozenset(
    {
        Label.PROSE,
        Label.SENTENCE,
        Label.SHORT,
        Label.HEADING,
        Label.LIST_ITEM,
        Label.TABLE,
        Label.CORRECTION,
        Label.POST,
        Label.FOOTNOTE,
        Label.CODE,
        Label.IMAGE,
    }
)
FIELDS = frozenset({Label.TITLE, Label.BYLINE, Label.DATE, Label.CAPTION, Label.DISCLOSURE, Label.STANDFIRST})


@dataclass(slots=True)
class Sheet:
    """The lines of a page in order, with the label and the reason of each as they stand so far."""

    lines: tuple[Line, ...]
    labels: list[Label]
    reasons: list[str]
    topics: dict[int, set[str]] = field(default_factory=dict)  # of lines that have been asked for theirs

    def mark(self, index: int, label: Label, reason: str) -> None:
        """Puts another label on a line."""
        self.labels[index] = label
        self.reasons[index] = reason

    def is_text(self, index: int) -> bool:
        """Whether the line at `index` could be spoken."""
        return 0 <= index < len(self.labels) and self.labels[index] in TEXT

    def is_prose(self, index: int) -> bool:
        """Whether the line at `index` reads as a paragraph."""
        return 0 <= index < len(self.labels) and self.labels[index] is Label.PROSE

    def verdict(self, index: int, *, kept: bool) -> Verdict:
        """What became of the line at `index`."""
        return Verdict(
            text=self.lines[index].text, label=self.labels[index].value, reason=self.reasons[index], kept=kept
        )
