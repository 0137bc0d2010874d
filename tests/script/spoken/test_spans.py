"""Whatever is printed: spans are in order and disjoint, cover every letter and digit, and point at what is said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiofy.script.lexicon import Entry, Kind, Lexicon
from audiofy.script.spoken import speakable

LANGUAGES = ("en-US", "en-GB", "de", "fr", "es", "es-MX", "pl", "uk", "it", "")
PIECES = (
    "$5.7 billion|€3m|5-10%|9/11|May 5|Jan. 6, 2031|10:00|6.30am|8 p.m.|1990s|'80s|2014-22|World War II|Gen. Hale|"
    "St. |No. 10|U.S.|120 km/h|6ft 2in|40°C|m²|½|2½|CO₂|[1]|[[x]]|[|]|https://example.org/a|a@b.org|#Tag|@Tag|🎉|"
    "e\u0301|\u00a0|\u200b|ﬁ|１２|١٢|ⅷ|WHO|MH370|F-16s|+44 20 7946 0018|911|Kyiv’s|\n| |.|,|“|”|-|–|<b>|&amp;|*|5,7 Mrd. €|"
    "3. Mai|1/3 der|10:00–11:30|Karl V.|od 5 do 10 osób|w godz. 8-10|II turze|ХХ ст.|§§ 3|US$ 5|2:05:09|1:50 000|14h30|1er|3 maja 2024 r.|3-й|5 тис. грн|12 500|siglo|%|$|/|1/3|3-1 win|'"
).split("|")
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="019.,:/-–'’$€%° abXIVMk½²\u0301\u200b[]()&@#+ﬁ\n", max_size=40),
    st.lists(st.sampled_from([*PIECES, *"019.½\u0301’-"]), max_size=14).map("".join),
    st.lists(st.sampled_from([*PIECES, "|", "word", "A"]), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join),
)


def check(written, spoken):
    end = at = 0
    for word in spoken.words:
        assert end <= word.start < word.end <= len(written)
        assert at <= word.at
        assert spoken.text[word.at : word.at + len(word.text)] == word.text
        assert not any(map(str.isalnum, written[end : word.start]))
        end, at = word.end, word.at + len(word.text)
    assert not any(map(str.isalnum, written[end:]))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_spans_hold(written, language):
    spoken = speakable(written, language)
    check(written, spoken)
    assert "[[" not in spoken.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_phonemes_come_from_the_lexicon_only(written):
    lexicon = Lexicon((Entry(term="word", kind=Kind.ESPEAK, value="w'3:d"),))
    spoken = speakable(written, lexicon=lexicon, engine="espeak", phonemes="espeak")
    check(written, spoken)
    assert "[[" not in spoken.text.replace("[[w'3:d]]", "").replace("[[w'3:dz]]", "")


def test_print_that_nothing_is_said_for_is_shown_with_its_neighbour():
    written = "It rained.[12] Then"
    spans = [written[word.start : word.end] for word in speakable(written).words]
    assert spans == ["It", "rained.[12]", "Then"]
    assert [word.start for word in speakable("[12] Then").words] == [0]
    assert [(word.text, word.start, word.end) for word in speakable("[12]").words] == [("", 0, 4)]


def test_a_word_knows_the_print_behind_an_odd_blank():
    written = "Cafe\u0301\u00a0noir\u200b cost \ufb01ve"
    spoken = speakable(written)
    assert spoken.text == "Café noir cost five"
    assert [written[word.start : word.end].rstrip("\u200b") for word in spoken.words] == [
        "Cafe\u0301",
        "noir",
        "cost",
        "\ufb01ve",
    ]


@pytest.mark.parametrize("language", ["en-US", "de", "uk"])
@pytest.mark.parametrize(
    "hostile",
    [
        "9" * 50_000,
        "9," * 25_000,
        "$" * 50_000,
        "1-" * 25_000,
        "1:" * 25_000,
        "May " * 12_500,
        "A.B." * 12_500,
        "[" * 50_000,
        "e\u0301" * 25_000,
        "\u0301" * 50_000,
        "@a." * 16_000,
        "www." * 12_500,
        "#" * 50_000,
        "X" * 50_000,
        "<b " * 16_000,
        "1 1/2" * 10_000,
        "6ft" * 16_000,
        "St. " * 12_500,
        "'" * 50_000,
        "10:00-" * 8_000,
        "od 5 do 10 " * 4_500,
        "21 " + "a" * 50_000,
        "II i " * 10_000,
        "godz. 1 a " * 5_000,
    ],
    ids=lambda text: text[:4],
)
def test_hostile_text_takes_linear_time(hostile, language):
    begun = time.process_time()
    spoken = speakable(hostile, language)
    assert time.process_time() - begun < 10  # a third of a second; what looks back without bound takes minutes
    check(hostile, spoken)
