"""Who speaks, how the text names them, how much, in which voice, and why: on terminals of any width."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy import voices
from audiofy.cli.call_sheet import call_sheet, is_guess
from audiofy.model import Article, Block, Role
from audiofy.script import cast, compose

SHIPPED = voices.load()
TEXTS = (
    "Baker Ann Lee met Tom Grey. “We go on as before,” she said. “We do,” Lee said.",
    "Grey smiled.\n“It is late, and it rains.”",
    "Shops closed. “Nobody comes here any more.”",
)


def rehearsed(*texts):
    blocks = tuple(Block(role=Role.PARAGRAPH, text=text) for part in texts for text in part.split("\n"))
    written = compose(Article(url="", title="Rain", language="en-US", blocks=blocks))
    return written, cast(written, SHIPPED)


def test_a_row_tells_all_of_a_person():
    sheet = call_sheet(*rehearsed(TEXTS[0]), sys.maxsize)
    assert sheet[0].split() == ["PERSON", "LINES", "TIME", "VOICE", "WHY", "NAMED"]
    assert sheet[1].startswith("NARRATOR")
    row = next(row for row in sheet if row.startswith("Ann Lee"))
    for cell in ("2", " s ", "female: 'Ann'", "she, Lee"):
        assert cell in row


def test_a_likely_speaker_is_shown_to_be_a_guess():
    written, parts = rehearsed("Tom Grey smiled.\n“It is late, and it rains.”")
    (quote,) = [line for line in written.lines if line.kind == "quote"]
    assert is_guess(written, quote)
    assert any("1 of the lines a guess" in row for row in call_sheet(written, parts, sys.maxsize))


def test_a_told_speaker_is_no_guess():
    written, parts = rehearsed(TEXTS[0])
    assert not any(is_guess(written, line) for line in written.lines)
    assert not any("guess" in row for row in call_sheet(written, parts, sys.maxsize))


def test_who_is_not_known_has_a_row():
    rows = call_sheet(*rehearsed(TEXTS[2]), sys.maxsize)
    assert any(row.startswith("(not known)") and "does not tell" in row for row in rows)
    assert not any(row.startswith("(not known)") for row in call_sheet(*rehearsed(TEXTS[0]), sys.maxsize))


@pytest.mark.parametrize("width", [10, 20, 30, 40, 60, 80, 100, 200])
def test_nothing_is_wider_than_the_terminal_or_lost(width):
    sheet = call_sheet(*rehearsed(*TEXTS), width)
    assert max(map(len, sheet)) <= width
    words = " ".join(sheet).split()
    assert {"Lee", "she,"} <= set(words)


@given(st.integers(1, 300), st.text(min_size=1, max_size=80))
def test_any_name_fits_any_width(width, name):
    written, parts = rehearsed(f"{name} Lee came. “We go on as before,” said Ann {name} Lee.")
    assert call_sheet(written, parts, width)
