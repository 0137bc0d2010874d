"""A surname alone, and the people of that surname, to the one it stands for, if anything tells. Pure.

The press says a full name or a title where it moves from one of two namesakes to the other. So a surname alone is the
one whom the article is about, if one is named far more often, or the one named last, as long as that was not in one
breath with the other. Else it is nobody's: a wrong voice is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiofy.script.quotes.person import Person, Place

_OFTEN = 4  # mentions from which somebody can be whom an article is about
_TIMES = 3  # times as often as the next
_NEAR = 1  # paragraphs that a name reaches on


def told_apart(people: Sequence[Person], title: str, place: Place) -> Person | None:
    """Which of `people`, at least two, a name of one word stands for; `title` is the one before it."""
    bearing = [person for person in people if title and title in person.titles]
    if len(bearing) == 1:
        return bearing[0]
    ranked = sorted(people, key=lambda person: person.mentions)
    if ranked[-1].mentions >= max(_OFTEN, _TIMES * ranked[-2].mentions):
        return ranked[-1]
    latest = max(person.place.sentence for person in people)
    last = [person for person in people if person.place.sentence == latest]
    return last[0] if len(last) == 1 and place.paragraph - last[0].place.paragraph <= _NEAR else None
