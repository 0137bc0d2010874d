"""The door of the spoken room: text in, spoken text and spans out."""

from __future__ import annotations

import pytest

from audiofy.script.spoken import speakable

PROSE = "The minister said that talks would go on, and that nobody had walked out; the mayor agreed with her."


def test_plain_prose_is_left_alone():
    assert speakable(PROSE).text == PROSE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A $61 billion bill passed.", "A sixty one billion dollar bill passed."),
        ("It made a 6,000-vote difference.", "It made a 6,000-vote difference."),
        ("They sent 12500 troops.", "They sent 12500 troops."),
        ("No. I think not.", "No. I think not."),
        ("May 5 people come?", "May 5 people come?"),
    ],
)
def test_what_is_said(written, said):
    assert speakable(written).text == said


def test_words_know_their_print():
    written = "It cost $5.7 billion in 1914."
    spoken = speakable(written)
    assert [written[word.start : word.end] for word in spoken.words] == ["It", "cost", "$5.7 billion", "in", "1914"]
    assert all(spoken.text[word.at : word.at + len(word.text)] == word.text for word in spoken.words)
