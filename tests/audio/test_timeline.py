"""Pauses, words and chapters, worked out without any sound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy.audio import timeline
from audiofy.model import Chapter, Cue, Kind, Line, Mark, Word, WordCue
from audiofy.settings import Pauses
from readings import a_line

PAUSES = Pauses(
    disclosure=1, title=2, byline=3, heading=4, before_heading=5, paragraph=6, quotation=7, sound=8, sentence=9
)


@pytest.mark.parametrize(
    ("line", "following", "pause"),
    [
        (a_line("d", Kind.DISCLOSURE, -1), a_line("t", Kind.TITLE, -1), 1),
        (a_line("t", Kind.TITLE, -1), a_line("b", Kind.BYLINE, -1), 2),
        (a_line("b", Kind.BYLINE, -1), a_line("p"), 3),
        (a_line("b", Kind.BYLINE, -1), a_line("h", Kind.HEADING), 3),
        (a_line("h", Kind.HEADING), a_line("p", block=1), 4),
        (a_line("p"), a_line("h", Kind.HEADING, 1), 5),
        (a_line("p"), a_line("q", block=1), 6),
        (a_line("p"), a_line("q", Kind.QUOTE, 1), 6),
        (a_line("p"), a_line("d", Kind.DISCLOSURE, -1), 6),
        (a_line("p"), a_line("q", Kind.QUOTE), 7),
        (a_line("q", Kind.QUOTE), a_line("p"), 7),
        (a_line("p"), a_line("p"), 9),
        (a_line("p"), None, 0),
    ],
)
def test_a_pause_follows_from_what_ends_and_what_begins(line, following, pause):
    assert timeline.pause_after(line, following, PAUSES) == pause


@pytest.mark.parametrize(
    ("line", "following", "between"),
    [
        (a_line("p"), a_line("q", block=1), True),
        (a_line("p"), a_line("h", Kind.HEADING, 1), True),
        (a_line("h", Kind.HEADING), a_line("p", block=1), False),
        (a_line("p"), a_line("p"), False),
        (a_line("b", Kind.BYLINE, -1), a_line("p"), False),
        (a_line("p"), a_line("d", Kind.DISCLOSURE, -1), False),
    ],
)
def test_a_sound_stands_between_paragraphs_only(line, following, between):
    assert timeline.is_between_paragraphs(line, following) is between


def test_words_of_one_printed_form_are_heard_from_the_first_on():
    line = Line(
        kind=Kind.NARRATION,
        block=0,
        start=0,
        end=13,
        text="It cost $5.2m.",
        spoken="It cost five point two million dollars.",
        words=(
            Word(text="It", at=0, start=0, end=2),
            Word(text="cost", at=3, start=3, end=7),
            Word(text="five point two million dollars", at=8, start=8, end=13),
        ),
    )
    marks = [Mark(at=at, frame=at * 10) for at in (0, 3, 8, 13, 19, 23, 31)]
    assert timeline.word_cues(line, marks, 1000, 1000) == (
        WordCue(time=1.0, start=0, end=2),
        WordCue(time=1.03, start=3, end=7),
        WordCue(time=1.08, start=8, end=13),
    )


def test_a_mark_on_no_word_is_nobodys():
    line = a_line("“Well,” – yes.")
    assert timeline.word_cues(line, [Mark(at=0, frame=0), Mark(at=8, frame=5)], 0, 1000) == ()
    assert timeline.word_cues(a_line(""), [Mark(at=0, frame=0)], 0, 1000) == ()


@given(
    st.text(alphabet="ab c,", max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 900)), max_size=12)
)
def test_words_come_in_the_order_of_print_and_time(text, pairs):
    marks = [
        Mark(at=at, frame=frame)
        for at, frame in zip(sorted(p[0] for p in pairs), sorted(p[1] for p in pairs), strict=True)
    ]
    cues = timeline.word_cues(a_line(text), marks, 500, 22_050)
    assert [cue.time for cue in cues] == sorted(cue.time for cue in cues)
    assert all(one.end <= other.start for one, other in pairwise(cues))
    assert all(text[cue.start : cue.end].strip() for cue in cues)


def test_headings_become_chapters_after_the_opening():
    lines = [
        a_line("Title", Kind.TITLE, -1),
        a_line("One ", Kind.HEADING),
        a_line("p", block=1),
        a_line("Two", Kind.HEADING, 2),
    ]
    cues = [Cue(start=float(2 * index), end=2.0 * index + 1, line=index) for index in range(4)]
    assert timeline.chapters("Title", lines, cues) == (
        Chapter(title="Title", start=0.0, end=2.0),
        Chapter(title="One", start=2.0, end=6.0),
        Chapter(title="Two", start=6.0, end=7.0),
    )
    assert timeline.chapters("Title", lines, cues[:3]) == ()


def test_an_article_that_opens_with_a_heading_has_no_empty_chapter():
    lines = [a_line("One", Kind.HEADING), a_line("Two", Kind.HEADING, 1)]
    cues = [Cue(start=0.0, end=1.0, line=0), Cue(start=2.0, end=3.0, line=1)]
    assert [chapter.title for chapter in timeline.chapters("Title", lines, cues)] == ["One", "Two"]
