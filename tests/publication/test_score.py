from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from audiofy.model import Block, Kind, Role
from audiofy.publication.markup import asset
from audiofy.publication.page import page
from audiofy.publication.score import DIGITS, WORD, number, score
from audiofy.publication.sentences import Heard, sentences
from audiofy.publication.shows import announced, entry_of, filled
from gazette import settings
from sample import an_article, an_episode


class _Player:
    """What the page's script makes of a page: it reads text in UTF-16, as scripts do."""

    def __init__(self, text):
        tree = html.document_fromstring(text)
        data = json.loads(tree.get_element_by_id("score").text)
        self.row, self.at, self.speakers = data["score"], 0, data["speakers"]
        article = tree.get_element_by_id("article")
        self.text = "".join(part for part in article.itertext() if part.strip("\n")).encode("utf-16-le")
        self.place, self.tree = 0, tree

    def digit(self):
        self.at += 1
        return DIGITS.index(self.row[self.at - 1])

    def next(self, value=None):
        value = self.digit() if value is None else value
        if value < 72:
            return value
        return (
            88 * (value - 72) + self.digit() if value < 85 else (88 * self.digit() + self.digit()) * 88 + self.digit()
        )

    def sentences(self):
        start, count = 0, 0
        while self.at < len(self.row):
            count += 1
            start += self.next()
            speaker, gap, length = self.speakers[self.next()], self.next(), self.next()
            if length:
                self.place += gap
                text = self.text[2 * self.place :][: 2 * length].decode("utf-16-le")
                self.place += length
            else:
                text = self.tree.get_element_by_id(f"s{count}").text_content()
            yield start / 100, speaker, text, list(self.words(text, start))

    def words(self, text, moment):
        end, wide = 0, text.encode("utf-16-le")
        for _ in range(self.next()):
            value = self.digit()
            while value == 87:
                end, value = WORD.search(text, end).end(), self.digit()
            if value == 86:
                before = text[:end].encode("utf-16-le")
                begin = len(before) // 2 + self.next()
                length = self.next()
                start = len(wide[: 2 * begin].decode("utf-16-le"))
                end = start + len(wide[2 * begin :][: 2 * length].decode("utf-16-le"))
                value = self.digit()
            else:
                start, end = WORD.search(text, end).span()
            moment += self.next(value)
            yield moment / 100, text[start:end]


def _played(episode):
    (show,) = announced(settings())
    entry = entry_of("lighthouse", episode)
    show = replace(filled(show, [entry]), image=show.base + "cover.jpg", generator="audiofy 0.1.0")
    return list(_Player(page(episode, entry, show)).sentences())


def _is_what_is_heard(episode):
    played = _played(episode)
    said = sentences(episode)
    assert [one[2] for one in played] == [one.text for one in said]
    for (start, speaker, text, words), one in zip(played, said, strict=True):
        assert start == pytest.approx(one.start, abs=0.011)
        assert speaker == (f"{one.speaker} (synthetic voice)" if one.speaker else "")
        assert words == [(pytest.approx(word.time, abs=0.011), text[word.start : word.end]) for word in one.words]


def test_the_script_finds_every_sentence_and_word():
    _is_what_is_heard(an_episode())


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.BLOCKQUOTE, Role.CAPTION]),
            st.lists(
                st.sampled_from("Tide. tide “Low, water,” 😀 9.5 -- Аня (x) don't 1–2 … well-known".split()), min_size=1
            ),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_in_any_article(blocks):
    made = tuple(Block(role=role, text=" ".join(words)) for role, words in blocks)
    _is_what_is_heard(an_episode(an_article(blocks=made)))


def test_words_that_are_left_out_and_blocks_that_nobody_reads():
    episode = an_episode()
    silent = next(index for index, line in enumerate(episode.lines) if line.kind is Kind.HEADING)
    cues = (replace(cue, words=cue.words[1::2]) for cue in episode.cues if cue.line != silent)
    _is_what_is_heard(replace(episode, cues=tuple(cues)))
    _is_what_is_heard(replace(episode, cues=tuple(replace(cue, words=()) for cue in episode.cues)))


def test_parts_of_words_are_said_exactly():
    one = replace(sentences(an_episode())[0], start=1.0, text="A read-along 😀 page.", speaker="")
    words = (Heard(time=1.2, start=2, end=6), Heard(time=1.5, start=7, end=12), Heard(time=9.5, start=15, end=19))
    row = score([replace(one, words=words)], {one.number: 0}, [""])
    player = object.__new__(_Player)
    player.row, player.at = row, 0
    assert [player.next() for _ in range(4)] == [100, 0, 0, 21]
    assert list(player.words(one.text, 100)) == [(1.2, "read"), (1.5, "along"), (9.5, "page")]


@given(st.integers(0, 700_000))
def test_numbers_come_back(value):
    player = object.__new__(_Player)
    player.row, player.at = number(value), 0
    assert player.next() == min(value, 88**3 - 1)
    assert player.at == len(player.row)


def test_the_script_knows_the_same_words():
    pattern = WORD.pattern.replace(r"\"", '"').replace("()\\[", "()[")
    assert f"/{pattern}/g" in asset("page.js")
    assert not set(DIGITS) & set("\"&'<>\\")
    assert len(DIGITS) == 88
