"""What holds of every text: spans disjoint, in order, inside it; the same twice; time in step with length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.script.quotes import find_quotes

PIECES = st.sampled_from(
    [
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "``",
        "''",
        "—",
        "–",
        "\n",
        " ",
        ". ",
        ", ",
        ": ",
        "(",
        ")",
        "?",
        "…",
        "Ann Lee",
        "Mr. Grey",
        "said",
        "sagte",
        "dijo",
        "she",
        "he",
        "who",
        "the mayor",
        "according to",
        "Q:",
        "A:",
        "LEE:",
        "laut",
        "so",
        "selon",
        "a-t-elle",
        "сказала",
        "It rains",
        "bread",
        "6'2",
        "'60s",
        "’s",
        "\x01",
        "\x02",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "pl", "uk", "it", ""])


@given(TEXTS, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_spans_are_disjoint_in_order_inside_and_within_a_line(text, language):
    end = 0
    for quotation in find_quotes(text, language):
        assert end <= quotation.start < quotation.end <= len(text)
        assert not set(text[quotation.start : quotation.end]) & set("\n\r\u2028\u2029")
        if quotation.mention is not None:
            first, last = quotation.mention
            assert 0 <= first < last <= len(text)
        assert quotation.speaker is None or quotation.speaker
        assert quotation.gender in {"", "female", "male"}
        assert 0 <= quotation.confidence <= 1
        end = quotation.end


@given(TEXTS, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_quotations(text, language):
    assert find_quotes(text, language) == find_quotes(text, language)


@given(TEXTS, st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted).map(tuple))
@settings(max_examples=100, deadline=None)
def test_any_block_is_safe(text, block):
    end = 0
    for quotation in find_quotes(text, blocks=(block,)):
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        '"a" ',
        "“a ",
        "'a ",
        '"Yes, we can," he said. ',
        '"Yes, we can," he said.\n',
        "he said he ",
        ", said ",
        "Ann Lee met Bob Ray. ",
        "no marks at all here ",
        "“a ‘b’ c” ",
        "'a “b” c' ",
        "PERSON %d: Yes.\nPERSON %d: No.\n",
        "A%d Lee said “yes.” ",
        "London froze. “Yes,” she said. ",
        "The Czech came. “Yes,” the Czech said. ",
        "Council %d met. “Yes,” it said.\n",
    ],
)
def test_time_grows_in_step_with_length(unit):
    def spent(count):
        text = "".join(unit.replace("%d", str(number)) for number in range(count)) + "“It is good,” he said."
        began = time.process_time()
        find_quotes(text)
        return time.process_time() - began

    spent(100)
    short, long = min(spent(1000) for _ in range(3)), min(spent(8000) for _ in range(2))
    # Eight times the text: a search that looks back without bound would take sixty-four times as long.
    assert long < 24 * max(short, 0.002)


def test_time_grows_in_step_with_block_quotations():
    def spent(count):
        line = "A line of “some words” in a block.\n"
        blocks = [(place * len(line), (place + 1) * len(line) - 1) for place in range(count)]
        began = time.process_time()
        find_quotes(line * count, blocks=blocks)
        return time.process_time() - began

    short, long = min(spent(500) for _ in range(3)), min(spent(4000) for _ in range(2))
    assert long < 24 * max(short, 0.002)


def test_nothing_but_marks_is_read_as_fast_as_words():
    def spent(text):
        began = time.process_time()
        find_quotes(text)
        return time.process_time() - began

    words = min(spent("no marks at all here. " * 5000) for _ in range(3))
    assert min(spent('"' * 110_000) for _ in range(3)) < 4 * words


def test_a_long_chain_of_pronouns_is_followed_without_recursion():
    text = "Ann Lee came. " + "She went on. " * 3000 + "“It is good,” she said."
    assert len(find_quotes(text)) == 1
