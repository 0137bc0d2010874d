"""Numbers to articles of our own: as many as wanted, each different, of the lengths that news has."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLACES = "Westhaven Port-Calder Millbrook Eastry Longford Ashby Kirkdale Redbridge Saltmarsh Oldham-Green".split()
PEOPLE = ("Ann Lee", "Bo Ray", "Carol Voss", "Daniel Brandt", "Ella Moss", "Farid Nasser", "Grace Hill", "Hugo Lind")
THINGS = "ferry tram library market bridge orchard school theatre harbour railway clinic mill".split()
SENTENCES = (
    "The {thing} in {place} will stay open through the winter, the council said on Monday.",
    "Work is expected to begin on May {day} and to cost ${money} million over {years} years.",
    "About {count} people use the {thing} on a normal weekday, according to the operator.",
    "“We have waited for this for a very long time,” said {person}, who has lived in {place} for {years} years.",
    "Opponents say that the plan leaves the small firms of {place} to carry the loss.",
    "{person} told the meeting that nobody had asked those who work at the {thing} every day.",
    "A first proposal was rejected by {day} votes to {years} in the spring, after two long evenings of debate.",
    "The county will pay {percent} percent of the bill, and the rest is to come from tickets and from the state.",
    "“It is not about the money alone,” {person} said, “but about who is heard in this town and who is not.”",
    "Engineers found cracks in two of the main beams in January, and closed the {thing} for {day} days.",
)


def write(folder: Path, count: int, *, words: int = 400, seed: int = 7) -> list[Path]:
    """Writes `count` articles of about `words` words, log-normal as lengths in newspapers are; gives their paths."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"article-{number:06}.txt"
        path.write_text(article(chance, number, round(words * chance.lognormvariate(0, 0.45))), encoding="utf-8")
        paths.append(path)
    return paths


def article(chance: random.Random, number: int, words: int) -> str:
    """One article: title, byline and paragraphs of two to four sentences."""
    place, thing = chance.choice(PLACES), chance.choice(THINGS)
    head = f"{place} decides on its {thing}, case {number}\n\nby {chance.choice(PEOPLE)} March 3, 2025\n\n"
    paragraphs: list[str] = []
    written = 0
    while written < max(60, words):
        text = " ".join(_sentence(chance, place, thing) for _ in range(chance.randint(2, 4)))
        paragraphs.append(text)
        written += len(text.split())
    return head + "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random, place: str, thing: str) -> str:
    return chance.choice(SENTENCES).format(
        place=place,
        thing=thing,
        person=chance.choice(PEOPLE),
        day=chance.randint(2, 28),
        years=chance.randint(2, 30),
        money=chance.randint(2, 90),
        count=chance.randint(100, 99_000),
        percent=chance.randint(5, 95),
    )


def tones(folder: Path) -> Path:
    """A folder with voices of test tone, for runs that are about anything but speech."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, part in (("anchor", "narrator"), ("bystander", "quotation"), ("tone", "quoted")):
        folder.joinpath(f"{name}.toml").write_text(
            f'engine = "tone"\nengine_voice = "middle"\nlanguage = "en-US"\npart = "{part}"\n', encoding="utf-8"
        )
    return folder
