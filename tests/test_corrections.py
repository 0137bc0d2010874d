"""Versions: what changed, when, and what a listener is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy import disclosure
from audiofy.corrections import NOTES, corrected, note, revise
from audiofy.disclosure import text_sha256
from sample import an_article, an_episode

FIRST = an_episode()


def changed_article(text="Entry is free for all."):
    article = an_article()
    return replace(article, blocks=(*article.blocks[:-1], replace(article.blocks[-1], text=text)))


def test_the_first_version_has_no_history():
    assert revise(None, FIRST) == FIRST
    assert corrected(FIRST) == ""


def test_a_changed_article_is_a_new_version_of_the_same_episode():
    second = revise(FIRST, an_episode(changed_article(), made="2026-03-15T08:00:00+00:00"))
    assert second.guid == FIRST.guid
    assert second.version == 2
    one, two = second.history
    assert (one.version, one.made, one.changed) == (1, FIRST.made, ())
    assert one.text_sha256 == text_sha256(FIRST.article)
    assert one.audio_sha256 == FIRST.recording.sha256
    assert (two.version, two.made, two.changed) == (2, "2026-03-15T08:00:00+00:00", ("text",))
    assert two.text_sha256 == text_sha256(second.article) != one.text_sha256
    assert corrected(second) == "2026-03-15T08:00:00+00:00"


def test_another_voice_is_no_correction():
    voice = replace(FIRST.cast.narrator, name="presenter")
    again = an_episode(cast=replace(FIRST.cast, narrator=voice), made="2026-03-16T08:00:00+00:00")
    second = revise(FIRST, again)
    assert second.history[-1].changed == ("voices",)
    assert corrected(second) == ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"article": an_article(title="Lighthouse to shine on Sunday")}, ("title",)),
        ({"article": an_article(authors=("Jo Verne",))}, ("byline",)),
        ({"disclosure": replace(FIRST.disclosure, spoken="both")}, ("disclosure",)),
        ({"fingerprint": "0" * 64}, ("sound",)),
    ],
)
def test_what_changed_is_named(changes, expected):
    assert revise(FIRST, replace(FIRST, **changes)).history[-1].changed == expected


def test_made_again_without_a_change_it_keeps_its_version():
    second = revise(FIRST, an_episode(changed_article()))
    again = replace(second, version=1, history=(), made="2026-04-01T00:00:00+00:00")
    assert revise(second, again).version == 2
    assert revise(second, again).history == second.history


def test_another_article_starts_anew():
    other = replace(FIRST, guid="urn:uuid:00000000-0000-5000-8000-000000000000")
    assert revise(FIRST, other) == other


@given(st.lists(st.sampled_from(["Free.", "Ten crowns.", "Closed."]), max_size=6))
def test_versions_count_up_and_the_last_but_one_has_its_hash(texts):
    episode = FIRST
    for number, text in enumerate(texts):
        new = an_episode(changed_article(text))
        episode = revise(episode, replace(new, recording=replace(new.recording, sha256=f"{number:064}")))
    assert [one.version for one in episode.history] in ([], list(range(1, episode.version + 1)))
    assert all(one.audio_sha256 for one in episode.history[:-1])


def test_every_language_of_the_disclosure_has_the_note():
    assert set(NOTES) == set(disclosure.SENTENCES)
    assert note("pt-BR") == NOTES["pt"]
    assert note("eo") == NOTES["en"]
