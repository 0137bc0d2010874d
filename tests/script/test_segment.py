"""Lines tile their blocks, whatever the text and wherever quotations are."""

from hypothesis import given
from hypothesis import strategies as st

from audiofy.model import Block, Kind, Quotation, Role
from audiofy.script.segment import quotations, stretches


@st.composite
def quoted_texts(draw):
    text = draw(
        st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from(" .\"“”'")), min_size=1, max_size=80)
    )
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    speakers = st.sampled_from(["", "Ann Lee", "Bo Ray"])
    return text, [Quotation(start=a, end=b, speaker=draw(speakers) or None) for a, b in spans]


@given(quoted_texts())
def test_stretches_tile_the_text(case):
    text, found = case
    spans = [(start, end) for start, end, _, _ in stretches(text, found)]
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@given(quoted_texts())
def test_every_letter_of_a_quotation_is_in_a_quote_of_its_speaker(case):
    text, found = case
    lines = list(stretches(text, found))
    for quotation in found:
        for place in range(quotation.start, quotation.end):
            if text[place].isalnum():
                kind, speaker = next(line[2:] for line in lines if line[0] <= place < line[1])
                assert (kind, speaker) == (Kind.QUOTE, quotation.speaker or "")


def test_marks_and_blanks_alone_make_no_line_of_their_own():
    text = "“Yes.” “No,” she said."
    found = [Quotation(start=0, end=6, speaker="Ann"), Quotation(start=7, end=12, speaker="Ann")]
    assert [text[a:b] for a, b, _, _ in stretches(text, found)] == ["“Yes.” “No,” ", "she said."]


def test_a_few_quoted_words_stay_with_the_narrator():
    text = "She called it “a waste” and “a waste of everybody’s time and money”."
    found = [
        Quotation(start=14, end=23, speaker="Ann", kind="mixed"),
        Quotation(start=28, end=67, speaker="Ann", kind="mixed"),
    ]
    lines = [(text[a:b], kind) for a, b, kind, _ in stretches(text, found)]
    assert lines == [("She called it “a waste” and ", Kind.NARRATION), (text[28:], Kind.QUOTE)]


def test_blanks_belong_to_the_line_before():
    text = "“Yes, we will go.”  She left."
    found = [Quotation(start=0, end=18, speaker="Ann", kind="direct")]
    assert [text[a:b] for a, b, _, _ in stretches(text, found)] == ["“Yes, we will go.”  ", "She left."]


def test_a_long_stretch_is_divided_at_sentences():
    text = "The tide came in again. " * 200
    lines = [text[a:b] for a, b, _, _ in stretches(text, [])]
    assert len(lines) > 1
    assert all(len(line) <= 900 and line.endswith(". ") for line in lines)


def test_a_million_characters_without_a_blank_are_still_divided():
    assert max(b - a for a, b, _, _ in stretches("x" * 1_000_000, [])) == 900


def blocks(*texts):
    return [Block(role=Role.PARAGRAPH, text=text) for text in texts]


def test_quotations_are_counted_from_their_block():
    def find(text, _blocks):
        start = text.index("“B")
        return [Quotation(start=start, end=start + 4, mention=(start + 5, start + 8), speaker="Bo")]

    assert quotations(blocks("First.", "Then “Bx” Bo."), find) == (
        (),
        (Quotation(start=5, end=9, mention=(10, 13), speaker="Bo"),),
    )


def test_a_quotation_over_two_blocks_becomes_one_in_each():
    def find(text, _blocks):
        return [Quotation(start=0, end=len(text), mention=(0, 2), speaker="Bo")]

    first, second = quotations(blocks("Aa bb", "Cc"), find)
    assert (first[0].start, first[0].end, first[0].mention) == (0, 5, (0, 2))
    assert (second[0].start, second[0].end, second[0].mention) == (0, 2, None)


def test_headings_are_not_searched():
    heading = Block(role=Role.HEADING, text="“Never again”")
    seen = []

    def find(text, _blocks):
        seen.append(text)
        return []

    assert quotations([heading, *blocks("Text.")], find) == ((), ())
    assert seen == ["\nText."]
